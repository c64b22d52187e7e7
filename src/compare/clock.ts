/**
 * The national clock of child protection plans in England (Working Together to Safeguard Children 2023): first core group within 10 working
 * days of the initial conference, first review conference within 3 months, then at most every 6 months.
 */
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
  /** Review after the first one. */
  isLater: boolean
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
    if (coreGroup > latest) late.push({kind: 'late-core-group', date: coreGroup, latest, since: initial, isLater: false})
  }
  let since = initial && firstReviewKnown ? initial : null
  let isLater = false
  for (const date of reviews) {
    const latest = since && addMonths(since, isLater ? nationalClock.laterReviewMonths : nationalClock.firstReviewMonths)
    if (since && latest && date > latest) late.push({kind: 'late-review', date, latest, since, isLater})
    since = date
    isLater = true
  }
  return late
}
