/** What in the words of an aim could be looked up or counted: an hour, an amount, how often, for how long, by when, and what never happens. */
import words from '../../rules/compare/strength.json' with {type: 'json'}
import {datesIn} from '../text/dates.ts'
import {remembering} from '../text/memo.ts'

export interface Strength {
  /** An hour of the day: `by 8.50`, `half past nine`. */
  hour: boolean
  /** A number of something: `120g`, `four words`. */
  amount: boolean
  /** How often, in whatever words: `95%`, `19 days of 20`, `at least four days a week`, `each night`. */
  often: boolean
  /** For how long or by when: `for six months`, `by Christmas`. */
  span: boolean
  /** It never happens: `nobody`, `without`, `free of`. */
  never: boolean
}

const any = (list: readonly string[]): string =>
  list
    .map(word => word.replaceAll(' ', '\\s+'))
    .sort((a, b) => b.length - a.length)
    .join('|')

const unit = `(?:${any(words.units)})s?`
const number = String.raw`\d+(?:[.,]\d+)?`
/** `On most days` could not be counted. */
const loosely = `(?:${any(words.loosely)})\\b`
const few = String.raw`(?:\s+[a-z'’-]+){0,3}?`

const numberWord = new RegExp(`\\b(?:${any(words.numbers)})\\b`, 'g')
const values = new Map(words.numbers.map((word, value) => [word, String(value)]))

const hours = new RegExp(
  [
    String.raw`\b\d{1,2}(?:[.:]\d{2})?\s?(?:am|pm|a\.m|p\.m|o['’]?clock)\b`,
    String.raw`\b\d{1,2}[.:]\d{2}\s*(?:to|until|till|-|–)\s*\d{1,2}[.:]\d{2}\b`,
    String.raw`\b(?:half|a?\s?quarter|\d{1,2}(?:\s+minutes)?)\s+(?:past|to)\s+\d{1,2}\b`,
    String.raw`\b(?:by|before|until|till|at|after|than)\s+\d{1,2}[.:]\d{2}\b(?!\s?(?:k?g|%))`,
    String.raw`\b(?:by|before|until|till|at)\s+\d{1,2}(?=$|[.,;)]|\s+(?:and|on|or|each|every|in|so|when)\b)`,
    `\\b(?:${any(words.hours)})\\b`
  ].join('|'),
  'g'
)
const often = new RegExp(
  [
    String.raw`${number}\s?(?:%|per\s?cent\b)`,
    String.raw`\b${number}${few}\s+(?:out\s+of|in|of)\s+(?:every\s+|each\s+|any\s+)?${number}\b`,
    String.raw`\b(?:${number}|half)?${few}\s*\b(?:an?|each|every|per|any|in\s+(?:a|any|each|every))\s+(?:[a-z-]+\s+){0,1}?${unit}\b`,
    String.raw`\b${number}\s+(?:[a-z]+\s+)?${unit}\s+(?:of|out of)\s+(?:the|each|every)\s+(?:[a-z]+\s+)?${unit}\b`,
    String.raw`\b(?:any|all|no|whole|either)\s+(?:[a-z]+\s+)?${unit}\b`,
    String.raw`\b(?:on|at)\s+(?!${loosely})(?:[a-z]+\s+)?${unit.replace('s?', 's')}\b`,
    `\\b(?:${any(words.often)})\\b`
  ].join('|'),
  'g'
)
const spans = new RegExp(
  [
    String.raw`\b(?:${number}|half|several)\s+(?:[a-z]+\s+)?${unit}(?:\s+(?:running|in\s+a\s+row|at\s+a\s+stretch))?\b`,
    String.raw`\b(?:${any(words.until)})\s+(?:[a-z'’]+\s+){0,3}?(?:${any(words.marks)})\b`
  ].join('|'),
  'g'
)
const never = new RegExp(`(?<![a-z])(?:${any(words.never).replace('-free', '(?<=-)free')})(?![a-z])|n['’]t\\b`)

/** Number words as digits, so that `four days in five` reads as `4 days in 5`. */
function plain(text: string): string {
  let left = text
  for (const {start, end} of [...datesIn(text, null)].reverse()) left = `${left.slice(0, start)}#${left.slice(end)}`
  return left
    .toLowerCase()
    .replace(/\bno[ -]one\b/g, 'nobody')
    .replace(numberWord, word => values.get(word) ?? word)
}

export const strengthOf: (text: string) => Strength = remembering(read)

function read(text: string): Strength {
  let left = plain(text)
  const take = (pattern: RegExp): boolean => {
    const before = left
    left = left.replace(pattern, ' ~ ')
    return left !== before
  }
  const hour = take(hours)
  const isOften = take(often)
  const span = take(spans) || left.includes('#')
  return {
    hour,
    often: isOften,
    span, // “The one who …” counts nothing.
    amount: /\d/.test(left.replace(/(?<![\d.,])1(?![\d.,])/g, ' ')),
    never: never.test(left)
  }
}

/** Whether anything of it could be looked up or counted. */
export function isMeasured({hour, amount, often: isOften, span}: Strength): boolean {
  return hour || amount || isOften || span
}
