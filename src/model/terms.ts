/** Uses of a professional term or acronym across a document: which of them a rule may flag, and which explain it. */
import {isExplained, type TermInContext} from '../text/explanations.ts'
import type {Block} from './plan.ts'
import {isQuoted} from './spans.ts'

/** One place where a term stands. */
export interface TermUse {
  block: Block
  start: number
  end: number
}

type Test<Use> = (use: Use) => boolean

/** Whether a rule about wording may point here: not a heading, label, column name, page margin or somebody's quoted words. */
export function isFlaggable({block, start, end}: TermUse): boolean {
  return isRunning(block) && end > block.labelEnd && start >= block.labelEnd && !isQuoted(block, start, end)
}

/** `Priya from CGL`: the label is somebody, not the name of a column. */
const personFrom = /^\s*\p{Lu}\p{Ll}+ (?:from|at) \p{Lu}/u

function isRunning(block: Block): boolean {
  const named = personFrom.test(block.text)
  if (block.kind === 'heading' || block.role === 'heading' || (!named && (block.table?.header || block.role === 'label'))) return false
  if (block.margin === 'page-header' || block.margin === 'page-footer') return false
  return !(block.strong && isTitleLike(block.text))
}

/** A bold line of a few words without a full stop works as a heading, whatever its style. */
function isTitleLike(text: string): boolean {
  return text.trim().split(/\s+/).length <= 8 && !/[.!?]\s*$/.test(text)
}

/** The sentence a term stands in and the one after it, which may open the next block. */
export function contextOf({block, start, end}: TermUse, blocks: readonly Block[]): TermInContext {
  const at = block.sentences.findIndex(range => start >= range.start && start < range.end)
  const sentence = block.sentences[at] ?? {start: 0, end: block.text.length}
  const last = Math.max(end, sentence.end)
  const from = sentence.start
  return {sentence: block.text.slice(from, last), start: start - from, end: end - from, next: nextSentence(block, at, blocks)}
}

function nextSentence(block: Block, at: number, blocks: readonly Block[]): string {
  const following = block.sentences[at + 1]
  if (following) return block.text.slice(following.start, following.end)
  const next = blocks[block.index + 1]
  const first = next?.sentences[0]
  const sameCell = next?.table?.row === block.table?.row && next?.table?.column === block.table?.column
  return next && first && sameCell ? next.text.slice(first.start, first.end) : ''
}

/** The first use that is neither explained nor comes after an explanation; null when there is none that may be flagged. */
export function firstUnexplained<Use extends TermUse>(uses: readonly Use[], explains: Test<Use>, flaggable: Test<Use>): Use | null {
  for (const use of uses) {
    if (explains(use)) return null
    if (flaggable(use)) return use
  }
  return null
}

/** As `firstUnexplained`, but the next sentence may take the term up and explain it, and a glossary anywhere is enough. */
export function firstNeverExplained<Use extends TermUse>(uses: readonly Use[], explains: Test<Use>, flaggable: Test<Use>): Use | null {
  if (uses.some(isEntry)) return null
  const use = firstUnexplained(uses, explains, flaggable)
  const following = use && uses[uses.indexOf(use) + 1]
  return use && following && isNextSentence(use, following) && explains(following) ? null : use
}

/** Stands in a list of words and their meanings. */
function isEntry({block}: TermUse): boolean {
  return block.section.role === 'glossary' || /\bwords\s*$/i.test(block.section.title)
}

function isNextSentence(one: TermUse, other: TermUse): boolean {
  const sentenceOf = ({block, start}: TermUse): number => block.sentences.findIndex(range => start >= range.start && start < range.end)
  if (one.block === other.block) return sentenceOf(other) - sentenceOf(one) <= 1
  return other.block.index === one.block.index + 1 && sentenceOf(one) === one.block.sentences.length - 1 && sentenceOf(other) === 0
}

/** Whether plain words beside this use say what the term means. */
export function isExplainedAt(use: TermUse, blocks: readonly Block[]): boolean {
  return isExplained(contextOf(use, blocks))
}
