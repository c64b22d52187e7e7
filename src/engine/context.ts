/** The sentence around some words: what a person needs to see to know them again. */
import type {Span} from '../model/plan.ts'
import type {Context} from '../report.ts'

export function contextOf({block, start, end}: Span): Context {
  const first = block.sentences.findLast(sentence => sentence.start <= start)
  const last = block.sentences.find(sentence => sentence.end >= end)
  return {
    before: block.text.slice(Math.min(first?.start ?? 0, start), start),
    words: block.text.slice(start, end),
    after: block.text.slice(end, Math.max(last?.end ?? end, end))
  }
}
