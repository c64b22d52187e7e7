/** The sentences of a letter, each with the kinds of words it holds: what the parts of the letter are looked for in. */
import parts from '../../../rules/vocabulary/letter-parts.json' with {type: 'json'}
import {createMatcher, type Match, type PhraseEntry} from '../../text/phrases.ts'
import type {Block, Span} from '../plan.ts'
import {textOf, trimmed} from '../spans.ts'

interface PartEntry extends PhraseEntry {
  part: string
}

const entries = parts.entries as PartEntry[]
const matcher = createMatcher(
  Object.fromEntries([...new Set(entries.map(({part}) => part))].map(part => [part, entries.filter(entry => entry.part === part)]))
)

export interface Line {
  at: Span
  text: string
  block: Block
  words: readonly Match[]
  /** Whether the line holds words of a list of letter-parts.json. */
  has(part: string): boolean
}

const closing = /^\s*(?:yours (?:sincerely|faithfully|truly)|kind regards|cc\b|enc\b|copies? to|appendix)/i

/** Every sentence of the letter itself: no margins, no headings, nothing below the signature. */
export function linesOf(blocks: readonly Block[]): Line[] {
  const lines: Line[] = []
  for (const block of blocks) {
    if (block.margin === 'page-header' || block.margin === 'page-footer' || block.kind === 'heading' || closing.test(block.text)) continue
    for (const range of block.sentences) {
      const at = trimmed({block, ...range})
      if (at.end > at.start) lines.push(lineOf(at))
    }
  }
  return lines
}

/** A heading of fewer words names what stands under it (`See a solicitor`). */
const fewestTelling = 5

/** The headings of the letter that are sentences: one may tell the reader to do something (`Please see a solicitor this week`). */
export function headingsOf(blocks: readonly Block[]): Line[] {
  return blocks
    .filter(({kind, text}) => kind === 'heading' && text.trim().split(/\s+/).length >= fewestTelling)
    .map(block => lineOf(trimmed({block, start: 0, end: block.text.length})))
}

export function lineOf(at: Span): Line {
  const text = textOf(at)
  const words = matcher.match(text)
  const lists = new Set(words.map(({list}) => list))
  return {at, text, block: at.block, words, has: part => lists.has(part)}
}
