/** Reported speech and conditions: sentences whose words are not the writer's own claim. */
import words from '../../rules/vocabulary/speech.json' with {type: 'json'}
import type {Range} from './quotations.ts'

const verb = `\\b(?:${words.verbs.join('|')})\\b`
const speech = new RegExp(`([^.;:!?]{0,80}?)${verb}(?=\\s+(?:${words.begins.join('|')}|\\p{Lu}\\p{Ll}+)\\b|\\s*,)`, 'iu')

/** Who is said to have said what follows: the words before the verb of saying; null where nobody is. */
export function speakerBefore(before: string): string | null {
  return speech.exec(before)?.[1] ?? null
}

const condition = /(?:^|[\s,(–—-])(?:if|unless|should|in case|in the event)\s(?:[^.;!?]{0,90})$/i
const advice = /\bshould(?:\s+not)?\s*$/i

/** Whether what comes next stands under a condition: `If you …`, `Should Mum …`. */
export function isConditional(before: string): boolean {
  if (advice.test(before)) return false
  const match = condition.exec(before)
  if (!match) return false
  // “Mum should …” asks for something; “Should Mum …” sets a condition.
  return !/^[\s,(–—-]?should\s/.test(match[0]) || /(?:^|[,;]\s*)should\s/i.test(before)
}

const months = '(?:january|february|march|april|may|june|july|august|september|october|november|december)'
const dates = [
  '\\b\\d{1,2}(?:st|nd|rd|th)?\\s+(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)',
  '\\b\\d{1,2}[./-]\\d{1,2}(?:[./-]\\d{2,4})?\\b',
  '\\b(?:on|last)\\s+(?:mon|tues|wednes|thurs|fri|satur|sun)day\\b',
  `\\b(?:in|last|since)\\s+${months}\\b`
]
const date = new RegExp(dates.join('|'), 'i')

/** Whether a sentence tells of one dated event. */
export function hasDate(sentence: string): boolean {
  return date.test(sentence)
}

/** The sentence of a block that holds an offset. */
export function sentenceAt({sentences, text}: {sentences: readonly Range[]; text: string}, offset: number): Range {
  return sentences.find(({start, end}) => offset >= start && offset < end) ?? {start: 0, end: text.length}
}
