/** What makes wording specific: things that can be seen, times and counts that can be checked, on the same subject. */
import subjects from '../../rules/vocabulary/subjects.json' with {type: 'json'}
import {createMatcher, wordsOf} from './phrases.ts'

interface Subject {
  subject: string
  /** Words alone are not enough: a count or a time must stand beside them. */
  measured: boolean
  row: boolean
  words: string[]
}

const known = new Map<string, Subject>(subjects.entries.map(entry => [entry.subject, entry]))
const matcher = createMatcher(
  Object.fromEntries(subjects.entries.map(({subject, words}) => [subject, words.map((phrase, kind) => ({phrase, kind}))]))
)

const number = '(?:\\d+|one|two|three|four|five|six|seven|eight|nine|ten|twelve)'
const weekday = '(?:mon|tues|wednes|thurs|fri|satur|sun)day'
const dayPart = 'day|night|morning|evening|afternoon|weekday'
const part = `${dayPart}|week|weekend|fortnight|month|time|meal|half term|school\\s+\\w+|${weekday}|${number}|of\\s`
const unit = [
  'per cent|percent|minutes?|mins?|hours?|hrs?|units?|cans?|pints?|glasses|sessions?|meals?|cigarettes|bottles?|portions|nights|mornings',
  'appointments|tests?|visits|pieces'
].join('|')
const clock = [
  '(?<![\\d./])\\b\\d{1,2}[:.][0-5]\\d(?!\\d|[./]\\d)(?:\\s?[ap]\\.?m)?',
  '\\b\\d{1,2}\\s?[ap]m\\b',
  "\\bo['’]clock\\b",
  '\\b(?:half|quarter) past\\b',
  '\\b(?:by|at|before|after|until) \\d{1,2}(?=\\s*(?:$|[,.;)]|and\\b|on\\b|at\\b|in\\b|each\\b|every\\b))'
]
const often = [
  `\\b(?:every|each)\\s+(?:single\\s+|other\\s+)?(?:${part})`,
  '\\b(?:daily|nightly|weekly|fortnightly|monthly)\\b',
  `\\b(?:once|twice|${number}\\s+times)\\s+(?:a|per|each|every|in)\\b`,
  `\\b${weekday}s\\b`,
  `\\b${number}\\s+(?:days?|nights?|times|mornings?)\\s+(?:a|per|each|out)\\b`,
  '\\bafter (?:every|each)\\b'
]
const amount = ['\\b\\d+\\s?%', `\\b${number}\\s+(?:${unit})\\b`, '£\\s?\\d']
const frequency = new RegExp(often.join('|'), 'i')
const measure = new RegExp([...clock, ...often, ...amount].join('|'), 'i')
const never = /\b(?:no|never|nobody|no one|not)\b/i

/** Whether a text says how often something happens. */
export function saysHowOften(text: string): boolean {
  return frequency.test(text)
}

/** Whether a text holds a time of day, an interval or an amount. Dates and deadlines are none: a date does not say what is meant. */
export function isMeasured(text: string): boolean {
  return measure.test(text)
}

/** How many kinds of things of a subject a text names. */
export function thingsNamed(text: string, subject: string): number {
  const kinds = new Set<unknown>()
  for (const {list, entry} of matcher.match(text)) if (list === subject) kinds.add(entry.kind)
  return kinds.size
}

/**
 * Whether a text says what wording on a subject looks like: two kinds of things that can be seen, or one with a count, a time or a *no*.
 * Where the subject is hard to see (working with services, routines) there must be a count or a time.
 */
export function isSpecific(text: string, subject: string): boolean {
  const things = thingsNamed(text, subject)
  if (things === 0) return false
  if (isMeasured(text)) return true
  return !known.get(subject)?.measured && (things >= 2 || never.test(text))
}

/** Whether the outcome of a row can say what wording on this subject looks like. */
export function rowSpeaksOf(subject: string): boolean {
  return known.get(subject)?.row ?? false
}

const likeThis =
  'for example|for instance|such as|e\\.?g\\.?|i\\.?e\\.?|that is|this means|which means|meaning|namely|including|in particular'
const opening = new RegExp(`^[^.;!?]{0,60}?(?:[:–—(]|\\s-\\s|,?\\s*\\b(?:${likeThis})\\b)\\s*`, 'i')
const byDoing = /^[^.;:!?]{0,60}?\bby\s+(?:not\s+)?(\p{L}+ing)\b/iu
const pointing = 'This|That|It|These|By this|For example|For instance|In practice|We will see|We mean|Which'
const nextSentence = new RegExp(`^[^.!?]{0,80}[.!?]\\s+(?:${pointing})\\b[^.!?]*\\b(?:means?|is|are|will|includes?|see|look)\\b`)

/**
 * Whether the words after vague wording go on to explain it: a colon, dash or bracket, *for example*, *this means* or *by doing*, and then
 * words that can be checked. `isVague` tells whether a stretch of text holds more vague wording.
 */
export function isExplained(after: string, subject: string, isVague: (text: string) => boolean): boolean {
  const marker = opening.exec(after) ?? nextSentence.exec(after)
  if (marker) {
    const rest = sentenceOf(after.slice(marker[0].length), marker[0].trimEnd().endsWith('('))
    if (speaksPlainly(rest, subject, isVague)) return true
  }
  const doing = byDoing.exec(after)
  if (!doing) return false
  const from = doing.index + doing[0].length - (doing[1]?.length ?? 0)
  return speaksPlainly(sentenceOf(after.slice(from), false), subject, isVague)
}

function speaksPlainly(text: string, subject: string, isVague: (text: string) => boolean): boolean {
  if (thingsNamed(text, subject) > 0 || isMeasured(text)) return true
  return !known.get(subject)?.measured && wordsOf(text).length >= 4 && !isVague(text)
}

function sentenceOf(text: string, inBrackets: boolean): string {
  const end = inBrackets ? text.indexOf(')') : text.search(/[.!?](?:\s|$)/)
  return end < 0 ? text : text.slice(0, end)
}
