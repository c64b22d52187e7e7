/** On which days and between which hours a task is to be done. */
import {isoDatesIn, weekdayOf} from '../../text/dates.ts'
import {remembering} from '../../text/memo.ts'
import type {Action} from '../things.ts'

export interface Slot {
  /** ISO day, or number of the weekday. */
  days: (string | number)[]
  /** Which of its weekday in the month (first, second); null for every one. */
  ordinal: string | null
  /** Minutes of the day; `to` where an end is given. */
  from: number | null
  to: number | null
  /** Only a limit: `by 9am`, `after 8pm`. */
  isLimit: boolean
}

const clock =
  /\b(?:(?<hour>\d{1,2})(?:[.:](?<minute>\d{2}))?\s?(?<half>am|pm)|(?<hours>\d{1,2})[.:](?<minutes>[0-5]\d)(?!\d|%|\s?(?:kg|km|cm|mg|g|pounds)\b)|(?<noon>noon|midday)|(?<=\b(?:by|before|until|till)\s)(?<bare>one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)(?=\s*(?:[,.;)]|$)|\s(?:on|if|when|and|so|every|each|in the|or)\b)|(?<whole>\d{1,2}|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)\s?o['’]clock|(?<part>half past|(?:a )?quarter past|(?:a )?quarter to|(?:five|ten|twenty|twenty[- ]five) (?:past|to))\s(?<spoken>one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\d{1,2}))\b/giu
/** `From 10 until 12`, `Saturdays, 2 to 4`: hours without `am` and `pm`. */
const bareRange =
  /(?<=\b(?:from|between|days?,?|at)\s)(?<first>\d{1,2})(?<past>[.:]\d{2})?(?<between>\s(?:to|and|until|till|-|–)\s)(?<last>\d{1,2})(?<more>[.:]\d{2})?(?=\s*(?:[,.;)]|$)|\s(?:every|each|on|at|in|so|with|for|and|but)\b)/giu
/** `Six in the evening`, `eight at night`: the part of the day tells which six. */
const partOfDay =
  /\b(?<hour>\d{1,2}|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)(?:\so['’]clock)?\s(?:in\sthe\s(?<part>morning|afternoon|evening)|at\s(?<night>night))\b/giu
const spokenHours = 'zero one two three four five six seven eight nine ten eleven twelve'.split(' ')
const weekdayNames = /\b(?:sun|mon|tues|wednes|thurs|fri|satur)days?\b/gi
const range = /^\s*(?:to|and|until|till|-|–)\s*(?:12\s)?$/i
/** `Between 1 and 3pm`, `10 to 11.30am`: the first hour is told by the second. */
const shortRange =
  /\b(?<first>\d{1,2})(?<past>[.:]\d{2})?(?<between>\s?(?:to|and|until|till|-|–)\s?)(?<last>\d{1,2})(?<more>[.:]\d{2})?\s?(?<half>am|pm)\b/giu
const limit = /\b(?:by|before|after|until|till|not later than|no later than)\s$/i
const ordinals =
  /\b(?<ordinal>first|second|third|fourth|last)\s+(?:sunday|monday|tuesday|wednesday|thursday|friday|saturday)s?\s+(?:of|in|each|every)\b/i

export function slotOf({text, time}: Pick<Action, 'text' | 'time'>): Slot {
  return slotIn(time.text && !text.includes(time.text) ? `${text}; ${time.text}` : text)
}

const slotIn: (text: string) => Slot = remembering(text => {
  const words = withHalves(withParts(text))
  const times = [...words.matchAll(clock)].map(match => ({
    minutes: minutesOf(match),
    start: match.index,
    end: match.index + match[0].length
  }))
  const [first, second] = times
  const until = first && second && range.test(words.slice(first.end, second.start)) ? second.minutes : null
  if (!first && /\ball day\b/i.test(words)) return {days: daysOf(words), ordinal: null, from: 9 * 60, to: 17 * 60, isLimit: false}
  return {
    isLimit: first !== undefined && limit.test(words.slice(0, first.start)),
    days: daysOf(words),
    ordinal: ordinals.exec(words)?.groups?.ordinal?.toLowerCase() ?? null,
    from: first?.minutes ?? null,
    to: until !== null && first && until > first.minutes ? until : null
  }
})

function withParts(words: string): string {
  return words.replace(partOfDay, (...args) => {
    const {hour, part} = args.at(-1) as {hour: string; part?: string}
    return `${/^\d/.test(hour) ? hour : spokenHours.indexOf(hour.toLowerCase())}${part?.toLowerCase() === 'morning' ? 'am' : 'pm'}`
  })
}

/** A text without the hours and weekdays it names: they tell when, not what. */
export function withoutHours(text: string): string {
  return withHalves(withParts(text)).replace(clock, ' ').replace(weekdayNames, ' ')
}

function withHalves(words: string): string {
  const whole = words.replace(bareRange, (...args) => {
    const {first, past = '.00', between, last, more = '.00'} = args.at(-1) as Record<string, string>
    return `${first}${past}${between}${last}${more}`
  })
  return whole.replace(shortRange, (...args) => {
    const {first, past = '', between, last, more = '', half} = args.at(-1) as Record<string, string>
    const isMorning = half?.toLowerCase() === 'pm' && Number(first) > Number(last) && Number(first) < 12
    return `${first}${past}${isMorning ? 'am' : half}${between}${last}${more}${half}`
  })
}

function daysOf(words: string): (string | number)[] {
  const named = weekdaysIn(words)
  const dates = isoDatesIn(words).map(({iso}) => iso)
  const goesOn = /\b(?:from|starting|until|next|each|every|the next one)\b/i.test(words)
  if (named.length > 0 && (goesOn || dates.length === 0)) return named
  if (dates.length > 0) return dates
  if (
    /\b(?:school days?|weekdays?|(?:before|after|from) school|every (?:day|afternoon|morning) (?:after|before|from) school)\b/i.test(words)
  )
    return [1, 2, 3, 4, 5]
  return /\b(?:every|each) (?:single )?(?:day|morning|evening|night|afternoon)\b|\bdaily\b/i.test(words) ? [0, 1, 2, 3, 4, 5, 6] : []
}

const shortDays = 'sun mon tue wed thu fri sat'.split(' ')
const weekday =
  /\b(?<day>sun|mon|tues|wednes|thurs|fri|satur)days?\b|(?<=\b(?:on|each|every|and|to)\s|[,&/–-]\s?)(?<next>Mon|Tues?|Weds?|Thu(?:rs?)?|Fri|Sat|Sun)\b|\b(?<short>Mon|Tues?|Weds?|Thu(?:rs?)?|Fri)\b/gu
const span = /^\s*(?:to|until|till|-|–)\s*$/

/** Numbers of the weekdays that a text names, in short or in full, with those between `Monday to Friday`. */
function weekdaysIn(words: string): number[] {
  const found = [...words.matchAll(new RegExp(weekday, 'giu'))]
    .filter(({groups, 0: word}) => groups?.day !== undefined || /^\p{Lu}/u.test(word))
    .map(match => ({day: shortDays.indexOf(match[0].slice(0, 3).toLowerCase()), start: match.index, end: match.index + match[0].length}))
  const days = found.flatMap(({day, start}, index) => {
    const before = found[index - 1]
    if (!before || !span.test(words.slice(before.end, start)) || before.day > day) return [day]
    return Array.from({length: day - before.day}, (_, step) => before.day + 1 + step)
  })
  return [...new Set(days)].sort((a, b) => a - b)
}

function minutesOf({groups}: RegExpExecArray | RegExpMatchArray): number {
  const {hour, minute, half, hours, minutes, noon, bare, whole = bare, part, spoken} = groups ?? {}
  if (noon) return 12 * 60
  if (hour) return ((Number(hour) % 12) + (half?.toLowerCase() === 'pm' ? 12 : 0)) * 60 + Number(minute ?? 0)
  if (hours) return waking(Number(hours)) * 60 + Number(minutes)
  if (whole) return hourOf(whole) * 60
  const said = hourOf(spoken ?? '')
  return said * 60 + shiftOf(part?.toLowerCase() ?? '')
}

const minutesSaid: Readonly<Record<string, number>> = {half: 30, quarter: 15, five: 5, ten: 10, twenty: 20, 'twenty five': 25}

/** `Ten to`, `quarter past`. */
function shiftOf(part: string): number {
  const minutes =
    minutesSaid[
      part
        .replace(/^a /, '')
        .replace(/ (?:past|to)$/, '')
        .replace('-', ' ')
    ] ?? 0
  return part.endsWith('to') ? -minutes : minutes
}

function hourOf(said: string): number {
  return waking(/^\d/.test(said) ? Number(said) : spokenHours.indexOf(said.toLowerCase()))
}

/** Without `am` and `pm` an hour is one of the waking day. */
function waking(hour: number): number {
  return hour >= 1 && hour < 7 ? hour + 12 : hour
}

export function sharesDay(a: Slot, b: Slot): boolean {
  if (a.ordinal && b.ordinal && a.ordinal !== b.ordinal) return false
  return a.days.some(day => b.days.some(other => isSameDay(day, other)))
}

function isSameDay(a: string | number, b: string | number): boolean {
  if (typeof a === typeof b) return a === b
  const [iso, weekday] = typeof a === 'string' ? [a, b] : [b, a]
  return weekdayOf(String(iso)) === weekday
}

const counts: Readonly<Record<string, number>> = {once: 1, one: 1, a: 1, twice: 2, two: 2, three: 3, four: 4, five: 5, six: 6}
const rhythms =
  /\b(?<count>once|twice|one|two|three|four|five|six|[1-7])\b(?:\s(?!(?:and|by|on|in|at|to|from|hours?|minutes?|weeks?|months?)\b)[\p{L}-]+){0,3}?\s(?:an?|each|every|per)\s(?<unit>week|fortnight|month)\b|\b(?<short>twice[- ])?(?<often>week|fortnight|month)ly\b|\b(?:each|every)\s(?<every>week|fortnight|month)\b/iu

/** How often in which time: `2 week` of `twice a week`, `two tests each week` and `twice-weekly`; empty where it is not said. */
export function rhythmOf({text, time}: Pick<Action, 'text' | 'time'>): string {
  const groups = (rhythms.exec(time.text ?? '') ?? rhythms.exec(text))?.groups
  if (!groups) return ''
  const {count, unit, short, often, every} = groups
  const times = count ? (counts[count.toLowerCase()] ?? Number(count)) : short ? 2 : 1
  return `${times} ${(unit ?? often ?? every ?? '').toLowerCase()}`
}

/** Nobody gets from one place to another, and is done there, in less. */
const halfAnHour = 30

/** The same hour, or one begins while the other goes on. */
export function overlaps(a: Slot, b: Slot): boolean {
  if (a.from === null || b.from === null || !sharesDay(a, b)) return false
  if (a.isLimit || b.isLimit) return a.isLimit === b.isLimit && a.from === b.from
  const ends = ({from, to}: Slot): number => to ?? (from ?? 0) + halfAnHour
  return a.from < ends(b) && b.from < ends(a)
}
