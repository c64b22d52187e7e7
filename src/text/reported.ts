/** Reported speech and conditions: sentences whose words are not the writer's own claim. */
import type {Range} from './quotations.ts'

const verbs = 'says?|said|saying|told|tells?|thinks?|thought|feels?|felt|believes?|believed|describes?|described|calls?|called|complain(?:s|ed)|claim(?:s|ed)|denie[sd]|deny|worr(?:y|ies|ied)|agree[sd]?|accept(?:s|ed)|insist(?:s|ed)|explain(?:s|ed)|reports?|reported|admit(?:s|ted)|know[s]?|ask(?:s|ed)'
const speech = new RegExp(`([^.;:!?]{0,80}?)\\b(?:${verbs})\\b(?=\\s+(?:that|she|he|they|it|her|him|his|their|you|us|me|them|the|we|i|people|everyone|nobody|if|when|mum|dad|\\p{Lu})|\\s*,)`, 'iu')

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

const date = /\b\d{1,2}(?:st|nd|rd|th)?\s+(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)|\b\d{1,2}[./-]\d{1,2}(?:[./-]\d{2,4})?\b|\b(?:on|last)\s+(?:mon|tues|wednes|thurs|fri|satur|sun)day\b|\b(?:january|february|march|april|june|july|august|september|october|november|december)\b/i

/** Whether a sentence tells of one dated event. */
export function hasDate(sentence: string): boolean {
  return date.test(sentence)
}

/** The sentence of a block that holds an offset. */
export function sentenceAt({sentences, text}: {sentences: readonly Range[]; text: string}, offset: number): Range {
  return sentences.find(({start, end}) => offset >= start && offset < end) ?? {start: 0, end: text.length}
}
