/** Does the wording blame, label or belittle a child or parent? */
import phrases from '../rules/blaming-language/phrases.json' with {type: 'json'}
import meta from '../rules/blaming-language/rule.json' with {type: 'json'}
import {defineRule} from '../src/engine/define-rule.ts'
import type {Block} from '../src/model/plan.ts'
import {isQuoted} from '../src/model/spans.ts'
import {type Match, type PhraseEntry, wordsOf} from '../src/text/phrases.ts'
import {hasDate, isConditional, speakerBefore, sentenceAt} from '../src/text/reported.ts'

interface Blame extends PhraseEntry {
  instead: string
  /** Family members use the word themselves. */
  plain?: boolean
  /** Left alone where one dated event is described. */
  dated?: boolean
  /** Left alone where a thing or a service is the subject. */
  subject?: string
  notBefore?: string[]
  notAfter?: string[]
}

const professionals = new Set(phrases.professionals)
const things = new Set(phrases.things)
/** Words that may stand between a subject and its verb. */
const fillers = new Set(phrases.fillers)

export default defineRule(
  meta,
  (plan, report, context) => {
    for (const block of plan.blocks) {
      if (block.margin === 'page-header' || block.margin === 'page-footer' || block.table?.header) continue
      const kept = context.matches(block.index, 'phrases').filter(match => isBlame(block, match))
      for (const {start, end, entry} of joined(block, kept)) {
        report({at: {block, start, end}, values: {phrase: block.text.slice(start, end)}, expected: [(entry as Blame).instead]})
      }
    }
  },
  {phrases: phrases.entries}
)

function isBlame(block: Block, {start, end, entry}: Match): boolean {
  const {plain, dated, subject, notBefore, notAfter} = entry as Blame
  if (isQuoted(block, start, end) || isLabel(block, start, end)) return false
  const sentence = sentenceAt(block, start)
  const before = block.text.slice(sentence.start, start)
  const after = block.text.slice(end, sentence.end)
  if (isConditional(before)) return false
  if (
    notAfter &&
    wordsOf(after)
      .slice(0, 3)
      .some(({text}) => notAfter.includes(text))
  )
    return false
  const near = wordsOf(before).map(({text}) => text)
  if (notBefore && near.slice(-4).some(word => notBefore.includes(word))) return false
  if (subject && things.has(near.findLast(word => !fillers.has(word)) ?? '')) return false
  if (dated && hasDate(block.text.slice(sentence.start, sentence.end))) return false
  const speaker = plain ? speakerBefore(before) : null
  return speaker === null || wordsOf(speaker).some(({text}) => professionals.has(text))
}

/** A heading, or the name of a field of a form (`Known to police: no`). */
function isLabel(block: Block, start: number, end: number): boolean {
  return block.kind === 'heading' || end <= block.labelEnd || (start === 0 && /^\s*[:?]/.test(block.text.slice(end)))
}

/** `Manipulative and aggressive` is one label; `minimises the incident and refuses to accept it` is two things said. */
function isPair(first: string, between: string): boolean {
  return !/\s/.test(first.trim()) && /^(?:\s*,)?\s*(?:and|&|or|,|\/)\s*$/i.test(between)
}

/** Matches that overlap, or labels that only “and” stands between, are one. */
function joined(block: Block, matches: readonly Match[]): Match[] {
  const groups: Match[] = []
  for (const match of matches) {
    const last = groups.at(-1)
    if (last && (match.start < last.end || isPair(block.text.slice(last.start, last.end), block.text.slice(last.end, match.start)))) {
      last.end = Math.max(last.end, match.end)
    } else groups.push({...match})
  }
  return groups
}
