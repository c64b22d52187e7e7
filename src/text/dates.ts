/** Times of every kind in a text: dates, deadlines, intervals, events, and the wording that stands where a time should be. */
import timescales from '../../rules/vocabulary/timescales.json' with {type: 'json'}
import {countedTimes} from './dates/counted.ts'
import {dueOf} from './dates/relative.ts'
import {Taken} from './dates/taken.ts'
import type {TimeExpression} from './dates/time-expression.ts'
import {datesIn, type WrittenDate} from './dates/written.ts'
import {remembering} from './memo.ts'
import {createMatcher, type PhraseEntry} from './phrases.ts'

export {addDays, weekdayOf} from './dates/calendar.ts'
export type {TimeExpression} from './dates/time-expression.ts'
export {datesIn, type WrittenDate} from './dates/written.ts'

/** An entry of rules/vocabulary/timescales.json. */
interface Wording extends PhraseEntry {
  kind: TimeExpression['kind']
  /** Word for the day it falls due; see `dueOf`. */
  due?: string
  gap?: TimeExpression['gap']
  /** Counts only where it is all that stands in its cell, or between marks. */
  alone?: boolean
  /** Means something else in front of a noun. */
  adjective?: boolean
  /** Words that may not come right after, or right before. */
  notBefore?: string[]
  notAfter?: string[]
}

const matcher = createMatcher({timescales: timescales.entries})

/**
 * All time expressions of a text, in order and without overlaps. `today` (ISO: the document's own date) settles years that are left out and
 * turns “in 2 weeks” into a day.
 */
export function timesIn(text: string, today: string | null): readonly TimeExpression[] {
  return timesOnDay(today ?? '')(text)
}

/** One for the day of the document and one for no day, with a few to spare. */
const mostDays = 8
/** Rows, visits and several rules ask for the times of the same text. */
const timesOnDay = remembering(day => remembering(text => readTimes(text, day || null)), mostDays)

function readTimes(text: string, today: string | null): TimeExpression[] {
  const nothing = nothingThere.exec(text)
  if (nothing) return [{start: nothing.index, end: text.length, kind: 'blank', due: null}]
  const taken = new Taken(text.length)
  const found: TimeExpression[] = datesIn(text, today)
    .flatMap(date => timeOfDate(text, date))
    .filter(time => taken.take(time))
  for (const {0: days, index} of text.matchAll(weekdays)) {
    const time: TimeExpression = {start: index, end: index + days.length, kind: 'frequency', due: null}
    if (taken.take(time)) found.push(time)
  }
  const worded = [...phrases(text, today), ...countedTimes(text, today)].sort((a, b) => a.start - b.start || b.end - a.end)
  for (const time of worded) if (taken.take(time)) found.push(time)
  for (const event of events(text)) {
    // “when he comes back on 4 May”: the event ends where the date begins.
    const end = event.start + text.slice(event.start, taken.firstFrom(event.start, event.end)).trimEnd().length
    if (end > event.start && taken.take({...event, end})) found.push({...event, end})
  }
  return found.sort((a, b) => a.start - b.start)
}

/** Days that are written in full or, given `today`, can be worked out. */
export function isoDatesIn(text: string, today: string | null = null): {start: number; end: number; iso: string}[] {
  return datesIn(text, today).flatMap(({start, end, iso, day}) => (iso && day !== null ? [{start, end, iso}] : []))
}

/** The first day of a text, ISO, or null. */
export function parseDate(text: string, today: string | null = null): string | null {
  return isoDatesIn(text, today)[0]?.iso ?? null
}

const weekday = '(?:Mon|Tues?|Wed(?:nes)?|Thu(?:rs?)?|Fri|Sat(?:ur)?|Sun)(?:days?)?'
/** `Mon, Wed and Fri`, `Sunday to Thursday`: the days of every week. */
const weekdays = new RegExp(`\\b${weekday}(?:(?:\\s?,\\s?(?:and\\s)?|\\s(?:and|to|&)\\s|\\s?[/&–-]\\s?)${weekday}\\b)+`, 'g')

const nothingThere = /^[\s\u00a0]*(?:[-–—?.…]{1,3}|n\/?a|none|nil|xx+)[\s.]*$/i
const furtherDays = /(?:\b\d{1,2}(?:st|nd|rd|th)?\s?(?:,|and|&|or|to|-|–)\s?){1,6}$/i
const startOf = /\b(?:from|since|starting|starting on|started|beginning|commencing|after)\s(?:on\s)?$/i
const weekCue = /\b(?:w\/c|w\/b|week commencing|week beginning|week of|w\/e|week ending)[\s:]*$/i

function timeOfDate(text: string, date: WrittenDate): TimeExpression[] {
  if (!date.possible) return []
  const before = text.slice(Math.max(0, date.start - 40), date.start)
  const lead = (date.day === null ? null : furtherDays.exec(before)) ?? weekCue.exec(before)
  const start = date.start - (lead ? before.length - lead.index : 0)
  const begins = startOf.test(text.slice(Math.max(0, start - 20), start))
  return [{start, end: date.end, kind: date.day === null ? 'month' : 'date', due: begins ? null : date.iso}]
}

function* phrases(text: string, today: string | null): Generator<TimeExpression> {
  // “ASAP/ongoing” is two answers, “w/c” and “N/A” one word each.
  for (const {entry, start, end} of matcher.match(text.replace(/(?<=\p{L}{3})\/(?=\p{L}{3})/gu, ' '))) {
    const wording = entry as Wording
    if (!holds(text, wording, start, end)) continue
    yield {start, end, kind: wording.kind, due: wording.due ? dueOf(wording.due, today) : null, ...(wording.gap && {gap: wording.gap})}
  }
}

const afterAdjective = /^\s+(?!(?:until|till|and|with|as|by|through\w*|via|at|for|but|unless|while|during|or|if|in|from|to|on)\b)[\p{L}\d]/u
const aloneBefore = /(?:^|[:;(/&–-]|\band|\bthen)\s*$/i
const aloneAfter = /^\s*(?:$|[;,.)/&–-]|(?:and|then)\b)/i
const dailyLife = /^\s(?:liv\w+|life|lives|routines?|tasks?|activit\w+|needs?|shop|wages?|mail|bread)\b/i
/** What a group does: “monitored by the core group” names no time. */
const doneBy = /\b(?:monitor|review|agree|oversee|consider|discuss|check|share|decid|scrutinis|support|led|attend|assess)(?:n|ed|d)?\s$/i
const looking = /\b(?:look|looks|looked|looking|named?|takes?|take)\s$/i

/** Whether words of the list mean a time here: not “daily routine”, “after-school club”, or “ongoing worries”. */
function holds(text: string, {phrase, alone, adjective, notBefore, notAfter}: Wording, start: number, end: number): boolean {
  const before = text.slice(Math.max(0, start - 16), start)
  const after = text.slice(end, end + 20)
  if (alone && !(aloneBefore.test(before) && aloneAfter.test(after))) return false
  if (adjective && afterAdjective.test(after)) return false
  if (notBefore?.includes(/^[\s,]+([\p{L}]+)/u.exec(after)?.[1]?.toLowerCase() ?? '')) return false
  if (notAfter?.includes(/([\p{L}]+)\s+$/u.exec(before)?.[1]?.toLowerCase() ?? '')) return false
  if (doneBy.test(before) && /^by (?:the|our) (?:core group|conference|panel|meeting|network)/i.test(text.slice(start, end))) return false
  if (/^(?:daily|weekly|monthly)$/.test(phrase)) return !dailyLife.test(after)
  return !/\bafter\b/.test(phrase) || (!looking.test(before) && !/^[\s-](?:club|care|provision)/i.test(after))
}

const eventWords = 'when(?:ever)?|once|until|till|after|before|following|as soon as|(?:each|every|any|by the|the first|the next) time'
const eventHead = new RegExp(`\\b(?:${eventWords})\\s+`, 'giu')
/** What may follow “once” or “after” in a clause: somebody, something, or doing something. */
const beforeNoun = 'the|a|an|any|all|both|each|every|this|that|these|those|his|her|their|your|my|our|its'
const clauseStart = new RegExp(`^(?:${beforeNoun}|he|she|they|it|you|we|i|there|\\p{Lu}[\\p{L}’']+|\\p{L}+ing)\\b`, 'u')
const clause = /^[^,;.()\n]{0,60}/u

function* events(text: string): Generator<TimeExpression> {
  for (const match of text.matchAll(eventHead)) {
    const from = match.index + match[0].length
    const rest = text.slice(from, from + 80)
    if (looking.test(text.slice(Math.max(0, match.index - 10), match.index)) && /^after/i.test(match[0])) continue
    const free = /^(?:when|whenever|as soon|each|every|any|by)/i.test(match[0]) ? /^\p{L}/u.test(rest) : clauseStart.test(rest)
    if (free) yield {start: match.index, end: from + (clause.exec(rest)?.[0].trimEnd().length ?? 0), kind: 'event', due: null}
  }
}
