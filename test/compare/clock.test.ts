import {describe, expect, it} from 'vitest'
import {addWorkingDays, lateCoreGroups, lateMeetings, lateReviews, monthsBetween} from '../../src/compare/clock.ts'
import {englishHolidays} from '../../src/compare/holidays.ts'
import {meetingDatesOf} from '../../src/compare/meetings.ts'
import {planOf, read} from '../../src/index.ts'

const isHoliday = await englishHolidays()

describe('working days', () => {
  it.each([
    ['no holiday between', '2025-06-02', '2025-06-16'],
    ['a Friday', '2025-06-06', '2025-06-20'],
    ['Easter', '2026-03-25', '2026-04-10'],
    ['two bank holidays in May', '2026-05-01', '2026-05-18'],
    ['Christmas and New Year', '2025-12-19', '2026-01-07'],
    ['Boxing Day on a Saturday, so that Monday is free', '2026-12-21', '2027-01-07'],
    ['the Coronation', '2023-05-02', '2023-05-17']
  ])('%s', (_, conference, tenth) => {
    expect(addWorkingDays(conference, 10, isHoliday)).toBe(tenth)
  })

  it('knows the days off of England, not those of Scotland or Northern Ireland', () => {
    expect(['2026-01-02', '2026-03-17', '2026-11-30'].map(isHoliday)).toEqual([false, false, false])
    expect(['2026-04-06', '2026-08-31', '2026-12-28'].map(isHoliday)).toEqual([true, true, true])
  })
})

describe('months', () => {
  it.each([
    ['2026-01-31', '2026-02-28', 1],
    ['2026-01-31', '2026-02-27', 0],
    ['2025-03-10', '2025-12-17', 9],
    ['2026-05-01', '2026-04-01', 0]
  ])('from %s to %s', (from, to, months) => {
    expect(monthsBetween(from, to)).toBe(months)
  })
})

const plan = (lines: string): ReturnType<typeof planOf> =>
  planOf(read(new TextEncoder().encode(`# Child protection plan\n\nChild: Ella Marsh, born 3 May 2018\n\n${lines}`), 'plan.md'))

const late = (...versions: string[]): string[] =>
  lateMeetings(meetingDatesOf(versions.map(plan)), isHoliday).map(({kind, date, latest}) => `${kind} ${date}, ${latest}`)

describe('late meetings', () => {
  it('counts the tenth working day and the last day of the third month as in time', () => {
    const first = 'Date of plan: 16 January 2026\n\nInitial conference: 15 January 2026\n\n'
    expect(late(`${first}First core group: 29 January 2026\n\nReview conference: 15 April 2026`)).toEqual([])
    expect(late(`${first}First core group: 30 January 2026\n\nReview conference: 16 April 2026`)).toEqual([
      'late-core-group 2026-01-30, 2026-01-29',
      'late-review 2026-04-16, 2026-04-15'
    ])
  })

  it('counts later reviews from the one before, and takes the day it was held for the day it was booked', () => {
    const versions = [
      'Date of plan: 12 March 2025\n\nInitial conference: 10 March 2025\n\nReview conference: 2 June 2025',
      'Date of plan: 4 June 2025\n\nReview conference: 2 June 2025\n\nNext review conference: 24 November 2025',
      'Date of plan: 17 December 2025\n\nReview conference: 15 December 2025\n\nNext review conference: 8 June 2026'
    ]
    expect(late(...versions)).toEqual(['late-review 2025-12-15, 2025-12-02'])
    expect(late(...versions.slice(0, 2))).toEqual([])
  })

  it('says nothing of the first review where the first versions are not there', () => {
    expect(late('Date of plan: 4 March 2026\n\nInitial conference: 10 March 2025\n\nReview conference: 2 March 2026')).toEqual([])
  })

  it('takes the day to which a meeting was put off', () => {
    const first =
      'Date of plan: 12 May 2026\n\nInitial conference: 11 May 2026\n\nFirst core group: 20 May 2026\n\nReview conference: 4 August 2026'
    const later = (lines: string): string[] => late(first, `Date of plan: 3 September 2026\n\n${lines}`)
    expect(later('Core groups: the one for 20 May had to be put off. It met on 28 May, then on 30 June.')).toEqual([
      'late-core-group 2026-05-28, 2026-05-26'
    ])
    expect(later('Core groups so far: first on 28 May 2026; 30 June')).toEqual(['late-core-group 2026-05-28, 2026-05-26'])
    expect(later('Core groups since the last plan: 30 June and 4 August')).toEqual([])
    expect(later('Review conference: moved from 4 August because of a flood and held on 20 August 2026.')).toEqual([
      'late-review 2026-08-20, 2026-08-11'
    ])
    expect(later('Review conference: 20 August 2026. It should have been 4 August.')).toEqual(['late-review 2026-08-20, 2026-08-11'])
    expect(later('Core groups since the first review: 30 June, 11 August. Review conference: 4 August 2026')).toEqual([])
  })

  it('reads the dates from sentences, tables and brackets', () => {
    const sentence =
      'The initial child protection conference was held on 25 March 2026. The first core group is on 13 April 2026 and the review conference on 18 June 2026.'
    expect(meetingDatesOf([plan(`Date of plan: 27 March 2026\n\n${sentence}`)])).toMatchObject({
      initial: '2026-03-25',
      coreGroup: '2026-04-13',
      reviews: ['2026-06-18'],
      firstReviewKnown: true
    })
    expect(meetingDatesOf([plan('Date of plan: 7 November 2025\n\nConference: 6 November 2025 (initial)')]).initial).toBe('2025-11-06')
    expect(meetingDatesOf([plan('| Initial conference | 6 November 2025 |\n|---|---|\n| Date of plan | 7 November 2025 |')]).initial).toBe(
      '2025-11-06'
    )
  })
})

describe('what a council asks for beyond the national clock', () => {
  const newest = (lines: string): ReturnType<typeof meetingDatesOf> => meetingDatesOf([plan(`Date of plan: 3 June 2026\n\n${lines}`)])
  const groups = (lines: string): string[] =>
    lateCoreGroups(newest(lines), {coreGroupWeeks: 6}).map(({date, latest}) => `${date}, ${latest}`)
  const reviews = (lines: string): string[] => lateReviews(newest(lines), {childInNeedReviewWeeks: 12}).map(({date}) => date)

  it('counts the weeks from one core group to the next', () => {
    expect(groups('Core groups so far: 4 February 2026, 18 March 2026, 6 May 2026')).toEqual(['2026-05-06, 2026-04-29'])
    expect(groups('Last core group: 20 May 2026\n\nNext core group: 1 July 2026')).toEqual([])
    expect(groups('Last core group: 20 May 2026\n\nNext core group: 2 July 2026')).toEqual(['2026-07-02, 2026-07-01'])
  })

  it('does not know how many there were between the first and the next', () => {
    expect(groups('First core group: 4 February 2026\n\nNext core group: 24 June 2026')).toEqual([])
  })

  it('counts reviews of a child in need plan, the next one from the day of the plan', () => {
    expect(reviews('Review held on 3 June 2026\n\nNext review: 26 August 2026')).toEqual([])
    expect(reviews('Next review: 27 August 2026')).toEqual(['2026-08-27'])
  })

  it('says nothing where nothing is set', () => {
    const dates = newest('Core groups so far: 4 February 2026, 6 May 2026\n\nNext review: 2 December 2026')
    expect([lateCoreGroups(dates, {}), lateReviews(dates, {})]).toEqual([[], []])
  })
})
