/** Dates written out in any British form, possible or not. Figures that only look like dates (scores, times, references) are left alone. */
import {isoDay, lastDayOf, nearest} from './calendar.ts'
import {Taken} from './taken.ts'

/** A day or a month as written. */
export interface WrittenDate {
  /** Offsets in the text: weekday and year included, further days of a list (“9, 16 and 23 June”) not. */
  start: number
  end: number
  /** 1 to 31, or beyond where the writer slipped; null for a bare month. */
  day: number | null
  /** From 1. */
  month: number
  /** Four figures, or null if it is left out. */
  year: number | null
  /** 0 for Sunday to 6 for Saturday, if the writer names it. */
  weekday: number | null
  /** The day (a bare month: its last day), ISO; null if there is no such day, or if its year cannot be worked out. */
  iso: string | null
  /** False for 31 June and the like. */
  possible: boolean
  /** Its year is that of the list it stands in. */
  settled?: true
}

const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']
const weekdays = ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat']

// Pieces of the patterns below; each pattern is compiled once.
const earlyMonths = 'Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?'
const lateMonths = 'July?|Aug(?:ust)?|Sept?(?:ember)?|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?'
const monthName = `(?:${earlyMonths}|${lateMonths})`
export const weekdayName = '(?:Mon(?:day)?|Tue(?:s(?:day)?)?|Wed(?:s|nesday)?|Thu(?:rs?|rsday)?|Fri(?:day)?|Sat(?:urday)?|Sun(?:day)?)'
const leadingWeekday = `(?:\\b(${weekdayName})\\b[.,]{0,2}\\s{1,3}(?:the\\s{1,3})?)?`
const trailingWeekday = `(?:\\s{1,2}\\((${weekdayName})\\))?`
const ordinal = '(?:\\s?(st|nd|rd|th)\\b)?'
const fullYear = '(?:19|20)\\d\\d'
/** After two figures that may be a year: not a clock time, and not the day of the next date. */
const nextDay = `\\s{1,3}(?:of\\s|(?:and|&|to)\\s{1,3}\\d|${monthName}\\b)`
const noClock = `(?!\\d|[:.]\\d|\\s?(?:am|pm|o['’]clock|(?:st|nd|rd|th)\\b)|${nextDay})`
const yearAfter = `(?:(?:,?\\s{1,3}|[-./])(${fullYear})(?!\\d)|(?:\\s{1,3}['’]?|[-./'’])(\\d\\d)\\b${noClock})?`
const toMonth = '(?:\\s{1,3}of\\s{1,3}|\\s{0,2}[-./]?\\s{0,2})'
const shortYear = `${fullYear}|['’]\\d\\d|[2-4]\\d`

const everywhere = (...parts: string[]): RegExp => new RegExp(parts.join(''), 'gi')
const dayThenMonth = everywhere(
  '(?<![\\w/.:£])',
  leadingWeekday,
  '(\\d{1,2})',
  ordinal,
  toMonth,
  `(${monthName})\\b\\.?`,
  yearAfter,
  trailingWeekday
)
const monthThenDay = everywhere(
  '(?<![\\w/.-])',
  leadingWeekday,
  `\\b(${monthName})\\.?\\s{1,3}(\\d{1,2})`,
  ordinal,
  `(?:,?\\s{1,3}(${fullYear}))?(?![\\w:]|[.:/]\\d)`
)
const figures = everywhere(
  '(?<![\\w/.:£])',
  leadingWeekday,
  `(\\d{1,2})\\s?([./-])\\s?(\\d{1,2})\\s?\\3\\s?(${fullYear}|\\d\\d)(?![\\w]|[/.]\\d)`,
  trailingWeekday
)
const isoFigures = /(?<![\w/.-])((?:19|20)\d\d)-(\d{1,2})-(\d{1,2})(?![\w/-])/g
const dayOfMonth = everywhere('(?<![\\w/.:£-])', leadingWeekday, '(\\d{1,2})/(\\d{1,2})(?![\\w/%-]|\\.\\d)')
const monthThenYear = everywhere(`\\b(${monthName})\\.?(?:,?\\s{1,3}|[-/])(${shortYear})\\b(?!\\s?(?:am|pm|st|nd|rd|th)\\b|[:.]\\d)`)
const monthFigures = everywhere(`(?<![\\w/.:£-])(\\d{1,2})/(${fullYear})(?![\\w/])`)
const bareMonth = everywhere(`\\b(${monthName})\\b`)

const anyMonth = /jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec/i
const joinedFigures = /\d\s?[./-]\s?\d/

/** All dates and months of a text, in order. `today` (ISO) settles the year where it is left out. */
export function datesIn(text: string, today: string | null = null): WrittenDate[] {
  // Most texts have no date at all, and looking for each kind of date costs more than looking for what all of a kind share.
  const named = anyMonth.test(text)
  const figured = joinedFigures.test(text)
  if (!named && !figured) return []
  if (!/\d/.test(text)) return [...bareMonths(text, today)]
  const found: WrittenDate[] = []
  const taken = new Taken(text.length)
  const add = (dates: Iterable<WrittenDate>): void => {
    for (const date of dates) if (taken.take(date)) found.push(date)
  }
  if (figured) {
    add(isoDates(text))
    add(fullFigures(text, today))
  }
  if (named) add(namedMonths(text, today))
  add(wholeMonths(text, today))
  if (figured) add(shortFigures(text, today, found.length > 0))
  if (named) add(bareMonths(text, today))
  return withYearsOfLists(
    text,
    found.sort((a, b) => a.start - b.start)
  )
}

const nextOfList = /^[\s,;]*(?:and|&)?\s*$/

/** “24 September, 22 October and 7 January 2026”: the year at the end of a list settles those before it. */
function withYearsOfLists(text: string, dates: WrittenDate[]): WrittenDate[] {
  for (let index = dates.length - 2; index >= 0; index--) {
    const date = dates[index] as WrittenDate
    const next = dates[index + 1] as WrittenDate
    const isListed = date.year === null && date.day !== null && next.day !== null && nextOfList.test(text.slice(date.end, next.start))
    const year = isListed ? yearIn(next) : null
    if (year === null) continue
    const iso = isoDay(date.month > next.month ? year - 1 : year, date.month, date.day as number)
    if (iso) dates[index] = {...date, iso, settled: true}
  }
  return dates
}

/** The year of a date that has one, of its own or by the list it stands in. */
function yearIn({iso, year, settled}: WrittenDate): number | null {
  return iso && (year !== null || settled) ? Number(iso.slice(0, 4)) : null
}

function* isoDates(text: string): Generator<WrittenDate> {
  for (const match of text.matchAll(isoFigures)) yield dateOf(match, Number(match[3]), Number(match[2]), Number(match[1]), undefined, null)
}

function* fullFigures(text: string, today: string | null): Generator<WrittenDate> {
  for (const match of text.matchAll(figures)) {
    const day = Number(match[2])
    const month = Number(match[4])
    const digits = match[5] as string
    const numberBefore = match[3] === '-' && (text[match.index - 1] === '-' || text[match.index + match[0].length] === '-')
    // Two figures for the year prove little: 45/13/26 is a reference, 31/13/2026 a slip.
    const proven = digits.length === 4 || (day <= 31 && month <= 12)
    if (numberBefore || !proven || day === 0 || month === 0) continue
    yield dateOf(match, day, month, yearOf(digits), match[1] ?? match[6], today)
  }
}

function* namedMonths(text: string, today: string | null): Generator<WrittenDate> {
  for (const match of text.matchAll(dayThenMonth)) {
    const [, weekday, day, suffix, month, longYear, twoFigures, weekdayAfter] = match
    // “Children of 4 or 5 may stay”
    const digits = longYear ?? twoFigures
    if (month === 'may' && !suffix && !digits) continue
    if (Number(day) > 0 && Number(day) < 100) {
      yield dateOf(match, Number(day), monthOf(month as string), digits ? yearOf(digits) : null, weekday ?? weekdayAfter, today)
    }
  }
  for (const match of text.matchAll(monthThenDay)) {
    const [, weekday, month, day, suffix, year] = match
    // “March 10” without more may be the start of “March 10 visits”.
    if (!/^\p{Lu}/u.test(month as string) || (!suffix && !year)) continue
    yield dateOf(match, Number(day), monthOf(month as string), year ? yearOf(year) : null, weekday, today)
  }
}

function* wholeMonths(text: string, today: string | null): Generator<WrittenDate> {
  for (const match of text.matchAll(monthThenYear)) {
    const [, month, year] = match as unknown as [string, string, string]
    if (/^\p{Lu}/u.test(month)) yield dateOf(match, null, monthOf(month), yearOf(year), undefined, today)
  }
  for (const match of text.matchAll(monthFigures)) {
    const month = Number(match[1])
    if (month >= 1 && month <= 12) yield dateOf(match, null, month, Number(match[2]), undefined, today)
  }
}

const dateWords = 'on|by|from|until|till|before|after|since|w\\/c|w\\/e|commencing|ending|dated|due|starting|started|between|date:?'
const dateCue = new RegExp(`(?:^|[\\s(])(?:${dateWords})\\s+(?:the\\s+)?$`, 'i')
const scoreWords = 'scor\\w+|scal\\w+|rat(?:es?|ed|ing)|out of|attended|missed|kept|wish\\w*|room|flat|unit|at|now|are|is|was'
const scoreCue = new RegExp(`\\b(?:${scoreWords})[\\s:]+$`, 'i')
const counted = 'times?|days?|nights?|weeks?|months?|years?|hours?|visits?|sessions?|meetings?|appointments?|core|cups?|portions?'
const scoreAfter = new RegExp(`^\\s*(?:of|an?|${counted})\\b`, 'i')

/** 5/2 with no year: a date where the words around it say so, or where it can hardly be a score or a fraction. */
function* shortFigures(text: string, today: string | null, beside: boolean): Generator<WrittenDate> {
  for (const match of text.matchAll(dayOfMonth)) {
    const day = Number(match[2])
    const month = Number(match[3])
    if (day < 1 || day > 31 || month < 1 || month > 12) continue
    const before = text.slice(Math.max(0, match.index - 24), match.index)
    const after = text.slice(match.index + match[0].length, match.index + match[0].length + 16)
    const cued = match[1] !== undefined || dateCue.test(before) || beside
    const lifelike = day > month || [9, 11, 12].includes(month)
    if (scoreAfter.test(after) || (!cued && (!lifelike || scoreCue.test(before) || (day === 24 && month === 7)))) continue
    yield dateOf(match, day, month, null, match[1], today)
  }
}

const monthWords = 'by|in|until|till|of|from|since|before|after|during|throughout|end|mid|early|late|next|last|this|to'
const monthCue = new RegExp(`(?:^|[\\s(/])(?:${monthWords})[\\s-]{1,3}$`, 'i')
/** Months that are also first names or verbs. */
const doubtful = new Set([3, 4, 5, 6, 8])

function* bareMonths(text: string, today: string | null): Generator<WrittenDate> {
  for (const match of text.matchAll(bareMonth)) {
    const end = match.index + match[0].length
    if (!/^\p{Lu}/u.test(match[0])) continue
    const month = monthOf(match[0])
    const before = text.slice(Math.max(0, match.index - 16), match.index)
    const alone = /(?:^|[,;:(–-]\s*)$/.test(before) && /^\s*(?:$|[,;.)–-])/.test(text.slice(end, end + 4))
    const abbreviated = match[0].length === 3 && month !== 5
    if (!monthCue.test(before) && !alone && (doubtful.has(month) || abbreviated)) continue
    yield dateOf(match, null, month, null, undefined, today)
  }
}

function dateOf(
  match: RegExpExecArray,
  day: number | null,
  month: number,
  year: number | null,
  weekday: string | undefined,
  today: string | null
): WrittenDate {
  const dayIn = (candidate: number): string | null => isoDay(candidate, month, day ?? lastDayOf(candidate, month))
  return {
    start: match.index,
    end: match.index + match[0].length,
    day,
    month,
    year,
    weekday: weekday ? weekdays.indexOf(weekday.slice(0, 3).toLowerCase()) : null,
    iso: year !== null ? dayIn(year) : today ? nearest(today, dayIn) : null,
    // 2024 was a leap year: a day that even it lacks never is.
    possible: dayIn(year ?? 2024) !== null
  }
}

function monthOf(name: string): number {
  return months.indexOf(name.slice(0, 3).toLowerCase()) + 1
}

function yearOf(digits: string): number {
  const year = Number(digits.replace(/\D/g, ''))
  if (year >= 100) return year
  return year < 70 ? 2000 + year : 1900 + year
}
