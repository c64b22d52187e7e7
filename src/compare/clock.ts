/**
 * The national clock of child protection plans in England (Working Together to Safeguard Children 2023): first core group within 10 working
 * days of the initial conference, first review conference within 3 months, then at most every 6 months. What is local, such as how often a
 * core group meets after that, counts only where a council has set it.
 */
import type {LocalClock} from '../engine/config.ts'
import {addDays, addMonths, weekdayOf} from '../text/dates/calendar.ts'
import type {MeetingDates} from './meetings.ts'

/** Whether nobody works on an ISO day that is no Saturday or Sunday. */
export type IsHoliday = (iso: string) => boolean

export const nationalClock = {coreGroupWorkingDays: 10, firstReviewMonths: 3, laterReviewMonths: 6} as const

export interface Late {
  kind: 'late-core-group' | 'late-review'
  date: string
  latest: string
  /** What the time is counted from. */
  since: string
  /** Which rule: of the first meeting, of those after it, or the council's own, with its weeks. */
  by: 'first' | 'later' | 'local'
  weeks?: number
}

/** The day `days` working days after another, which does not count itself. */
export function addWorkingDays(iso: string, days: number, isHoliday: IsHoliday): string {
  let day = iso
  for (let left = days; left > 0; ) {
    day = addDays(day, 1)
    if (weekdayOf(day) !== 0 && weekdayOf(day) !== 6 && !isHoliday(day)) left--
  }
  return day
}

/** Whole months from one day to another. */
export function monthsBetween(from: string, to: string): number {
  let months = 0
  while (addMonths(from, months + 1) <= to && months < 1200) months++
  return months
}

export function lateMeetings({initial, coreGroup, reviews, firstReviewKnown}: MeetingDates, isHoliday: IsHoliday): Late[] {
  const late: Late[] = []
  if (initial && coreGroup) {
    const latest = addWorkingDays(initial, nationalClock.coreGroupWorkingDays, isHoliday)
    if (coreGroup > latest) late.push({kind: 'late-core-group', date: coreGroup, latest, since: initial, by: 'first'})
  }
  let since = initial && firstReviewKnown ? initial : null
  let by: 'first' | 'later' = 'first'
  for (const date of reviews) {
    const latest = since && addMonths(since, by === 'first' ? nationalClock.firstReviewMonths : nationalClock.laterReviewMonths)
    if (since && latest && date > latest) late.push({kind: 'late-review', date, latest, since, by})
    since = date
    by = 'later'
  }
  return late
}

/** Core groups further apart than the council wants them, as the newest version tells their days. */
export function lateCoreGroups({coreGroups}: MeetingDates, {coreGroupWeeks}: LocalClock): Late[] {
  // Between the first one and the next nobody knows how many there were.
  const known = coreGroups.filter(({isFirst}, index) => !isFirst || !coreGroups[index + 1]?.isNext)
  return coreGroupWeeks === undefined ? [] : tooFarApart('late-core-group', daysOf(known), coreGroupWeeks)
}

/** Reviews of a child in need plan, of which no national clock speaks: those the newest version tells of, and the next after its own day. */
export function lateReviews({newestReviews, newestDay}: MeetingDates, {childInNeedReviewWeeks}: LocalClock): Late[] {
  const isBooked = newestDay !== null && newestReviews.some(({day}) => day > newestDay)
  const days = daysOf(isBooked ? [...newestReviews, {day: newestDay}] : newestReviews)
  return childInNeedReviewWeeks === undefined ? [] : tooFarApart('late-review', days, childInNeedReviewWeeks)
}

function daysOf(meetings: readonly {day: string}[]): string[] {
  return [...new Set(meetings.map(({day}) => day))].sort()
}

function tooFarApart(kind: Late['kind'], days: readonly string[], weeks: number): Late[] {
  return days.slice(1).flatMap((date, index): Late[] => {
    const since = days[index] as string
    const latest = addDays(since, weeks * 7)
    return date > latest ? [{kind, date, latest, since, by: 'local', weeks}] : []
  })
}
