/** By when an action is to be done, version by version. */
import type {Action} from '../model/plan.ts'
import {datesIn, isoDatesIn, timesIn} from '../text/dates.ts'

export interface Time {
  /** As written; null if nothing is. */
  text: string | null
  /** The last day, or the first day of what is repeated; ISO. */
  day: string | null
  /** Says how often, or by which event: there is nothing to be late with. */
  repeats: boolean
  /** Says how often. */
  isFrequency: boolean
  /** Says at what event. */
  isEvent: boolean
}

/** A cell, label or bracket of its own tells before the words of the action do. */
export function timeOf({timescales, at}: Action, rest: {time: string | null}, today: string | null): Time {
  const beside = timescales.filter(time => time.at && time.at.block !== at.block)
  const texts =
    beside.length > 0
      ? [
          ...new Set(
            beside.map(({at: place, text}) =>
              place ? place.block.text.slice(place.block.labelEnd).trim() || place.block.text.trim() : text
            )
          )
        ]
      : rest.time
        ? [rest.time]
        : []
  if (texts.length > 0) return readTime(texts.join('; '), today)
  const own = timescales.filter(({kind}) => kind !== 'blank')
  // “Meeting for when she is ill. Date to be fixed.”
  const isLeftOpen = own.length < timescales.length && own.every(isEvent)
  if (own.length === 0 || isLeftOpen) return noTime
  const day = own.map(({due}) => due).find(due => due !== null) ?? isoDatesIn(at.block.text.slice(at.start, at.end), today)[0]?.iso ?? null
  return {
    text: own.map(({text}) => text).join(', '),
    day,
    repeats: own.some(repeatsIn),
    isFrequency: own.some(isFrequency),
    isEvent: own.some(isEvent)
  }
}

/** The time that a text of its own gives. */
export function readTime(text: string, today: string | null): Time {
  const times = timesIn(text, today)
  const written = isoDatesIn(text, today)[0]?.iso ?? null
  const day = times.map(({due}) => due).find(due => due !== null) ?? written
  const isBlank = times.length > 0 && times.every(({kind}) => kind === 'blank')
  if (isBlank || !text.trim()) return noTime
  const named = day === null && onlyWeekdays.test(text)
  return {
    text: text.trim().replace(/\.$/, ''),
    day,
    repeats: named || times.some(repeatsIn),
    isFrequency: named || times.some(isFrequency),
    isEvent: times.some(isEvent)
  }
}

export const noTime: Time = {text: null, day: null, repeats: false, isFrequency: false, isEvent: false}

/** `Mon and Thu`, `Monday to Friday`: a timetable in short. */
export const onlyWeekdays =
  /^\W*(?:(?:on|every|each)\s+)?(?:(?:mon|tues?|wed(?:nes)?|thu(?:rs?)?|fri|sat(?:ur)?|sun)(?:days?)?\b(?:\s*(?:,|and|to|or|&|\/|-|–)\s*)*)+(?:\s*(?:mornings?|afternoons?|evenings?|nights?|(?:in|during)?\s*term(?:[- ]time)?))?\W*$/i

function isFrequency({kind}: {kind: string}): boolean {
  return kind === 'frequency' || kind === 'always'
}

function isEvent({kind}: {kind: string}): boolean {
  return kind === 'event'
}

/** A deadline without a day (`by the next core group`) may be kept; a length or an event to wait for is no date at all. */
function repeatsIn({kind, due}: {kind: string; due: string | null}): boolean {
  return isFrequency({kind}) || (kind === 'deadline' && due === null)
}

/** Whether the time is later than before, or gone. */
export function hasSlipped(before: Time, after: Time): boolean {
  if (before.day && after.day && isWritten(before) && isWritten(after)) return after.day > before.day
  // “Within 72 hours” is counted from each plan's own day: the same words are the same time.
  if (after.isFrequency && (before.isFrequency || !isWritten(before))) return false
  if (!isWritten(before) && !isWritten(after) && isSameTime(before, after)) return false
  if (before.day && after.day) return after.day > before.day
  // “When she is away” tells as well as “each morning” when a thing is to be done again.
  if (after.day || after.repeats || (before.isFrequency && after.isEvent)) return false
  return before.day !== null || before.repeats
}

/** Whether the day is an earlier one now. */
export function isSooner(before: Time, after: Time): boolean {
  return before.day !== null && after.day !== null && isWritten(before) && isWritten(after) && after.day < before.day && !after.isFrequency
}

function isWritten({text}: Time): boolean {
  return text !== null && datesIn(text, null).length > 0
}

const weekday = /\b(?:mon|tues?|wed(?:nes)?|thu(?:rs?)?|fri|sat(?:ur)?|sun)(?:days?)?\b/gi
const rhythm =
  /\b(?:(daily|weekly|fortnightly|monthly)|(?:every|each|once an?|once every|an?)\s+(?:(\d+|two|three|four|five|six|ten|fifteen|twenty|other|second)\s+)?((?:working[- ]|school )?(?:days?|mornings?)|nights?|weeks?|weekends?|fortnights?|months?)|(alternate)\s+(days?|nights?|weeks?|weekends?|months?))\b/i
const within = /\b(?:within|inside|in under|no more than)\s+(\d+)\s+((?:working )?(?:hour|day|week))s?\b/i
const numbers: Readonly<Record<string, string>> = {
  two: '2',
  three: '3',
  four: '4',
  five: '5',
  six: '6',
  ten: '10',
  fifteen: '15',
  twenty: '20',
  other: '2',
  second: '2',
  alternate: '2'
}
const inShort: Readonly<Record<string, string>> = {daily: '1 day', weekly: '1 week', fortnightly: '2 week', monthly: '1 month'}

const week = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun']

/** `mon tue wed` of `Monday to Wednesday` and of `Mondays, Tuesdays, Wednesdays`; empty where no day is named. */
export function weekdaysIn(text: string): string {
  const days = new Set<string>()
  let last: {day: string; end: number} | null = null
  for (const {0: word, index} of text.toLowerCase().matchAll(weekday)) {
    const day = word.slice(0, 3)
    if (last && /^\s*(?:to|until|till|through|-|–)\s*$/.test(text.slice(last.end, index)))
      for (let at = week.indexOf(last.day); week[at % 7] !== day; at++) days.add(week[at % 7] as string)
    days.add(day)
    last = {day, end: index + word.length}
  }
  return [...days].sort().join(' ')
}

/** `2 week` of `every fortnight`, `fortnightly` and `every two weeks`; with the weekdays, if any are named. */
function timetableOf(text: string): string {
  const days = weekdaysIn(text)
  if (days) return days
  const limit = within.exec(text)
  if (limit) return `within ${limit[1]} ${limit[2]}`.toLowerCase()
  const found = rhythm.exec(text.toLowerCase())
  if (!found) return ''
  const [, short, number, each, alternate, other] = found
  const unit = each ?? other
  if (short) return inShort[short] as string
  const plain = (unit as string).replace(/s$/, '').replace('-', ' ').replace('morning', 'day')
  const count = Number(numbers[number ?? alternate ?? ''] ?? number ?? 1)
  if (plain === 'fortnight') return '2 week'
  return plain === 'working day' && count % 5 === 0 ? `${count / 5} week` : `${count} ${plain}`
}

/** Whether two timetables come to the same, or two times have the same words or the same day. */
export function isSameTime(a: Time, b: Time): boolean {
  if (!a.text || !b.text) return false
  if (a.text.toLowerCase() === b.text.toLowerCase()) return true
  // “Every Thursday from 29 January” and “Thursdays at 10am”
  const areTimetables = a.isFrequency && b.isFrequency
  if (!areTimetables && (isWritten(a) || isWritten(b))) return a.day !== null && a.day === b.day
  const first = timetableOf(a.text)
  return first !== '' && first === timetableOf(b.text)
}

/** Whether few actions would have the same time by chance: it names a weekday, a number or a day. */
export function isTelling({text}: Time): boolean {
  return text !== null && /[2-9]|\d\d|(?:mon|tue|wed|thu|fri|sat|sun)/.test(timetableOf(text) || text)
}
