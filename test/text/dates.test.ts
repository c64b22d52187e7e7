import fc from 'fast-check'
import {describe, expect, it} from 'vitest'
import {addDays, datesIn, parseDate, timesIn, weekdayOf} from '../../src/text/dates.ts'

const today = '2026-03-04'
const monthNames = 'January February March April May June July August September October November December'.split(' ')
const dayNames = 'Sunday Monday Tuesday Wednesday Thursday Friday Saturday'.split(' ')

function ordinal(day: number): string {
  const last = day % 10
  const suffix = day > 10 && day < 14 ? 'th' : last === 1 ? 'st' : last === 2 ? 'nd' : last === 3 ? 'rd' : 'th'
  return `${day}${suffix}`
}

type Form = (day: number, month: number, year: number, weekday: number) => string
const two = (value: number): string => String(value).padStart(2, '0')
const short = (year: number): string => two(year % 100)
const name = (month: number): string => monthNames[month - 1] as string
const dayName = (weekday: number): string => dayNames[weekday] as string
const forms: Form[] = [
  (d, m, y) => `${d}/${m}/${short(y)}`,
  (d, m, y) => `${two(d)}/${two(m)}/${y}`,
  (d, m, y) => `${two(d)}.${two(m)}.${y}`,
  (d, m, y) => `${d}.${m}.${short(y)}`,
  (d, m, y) => `${d}-${m}-${short(y)}`,
  (d, m, y) => `${two(d)}-${two(m)}-${y}`,
  (d, m, y) => `${y}-${two(m)}-${two(d)}`,
  (d, m, y) => `${d} ${name(m)} ${y}`,
  (d, m, y) => `${d} ${name(m).slice(0, 3)} ${short(y)}`,
  (d, m, y) => `${ordinal(d)} ${name(m)}, ${y}`,
  (d, m, y) => `the ${ordinal(d)} of ${name(m)} ${y}`,
  (d, m, y) => `${name(m)} ${ordinal(d)}, ${y}`,
  (d, m, y, w) => `${dayName(w)} ${d} ${name(m)} ${y}`,
  (d, m, y, w) => `${dayName(w)}, the ${ordinal(d)} of ${name(m)} ${y}`,
  (d, m, y, w) => `${dayName(w).slice(0, 3)} ${ordinal(d)} ${name(m).slice(0, 3)} ${y}`,
  (d, m, y, w) => `${dayName(w)} ${d}.${m}.${short(y)}`,
  (d, m, y, w) => `${dayName(w).slice(0, 3)}. ${two(d)}/${two(m)}/${y}`
]
const surroundings = ['%', 'by %', 'Mum to ring the GP by % and tell Jo.', '(%)', 'Done: %.', 'Core group % at 10.30am, Room 3']

describe('dates', () => {
  it('finds every day in every form, wherever it stands', () => {
    const days = fc.integer({min: 0, max: 365 * 20}).map(offset => addDays('2012-01-01', offset))
    fc.assert(
      fc.property(days, fc.constantFrom(...forms), fc.constantFrom(...surroundings), (iso, form, around) => {
        const [year, month, day] = iso.split('-').map(Number) as [number, number, number]
        const text = around.replace('%', form(day, month, year, weekdayOf(iso)))
        const found = datesIn(text)
        expect(
          found.map(date => date.iso),
          text
        ).toEqual([iso])
        expect([null, weekdayOf(iso)]).toContain(found[0]?.weekday)
        expect(
          timesIn(text, null)
            .filter(({kind}) => kind === 'date')
            .map(({due}) => due),
          text
        ).toEqual([iso])
      }),
      {numRuns: 1500}
    )
  })

  it.each([
    ['2 June', '2026-06-02'],
    ['5/2', '2026-02-05'],
    ['on 30/4', '2026-04-30'],
    ['the 3rd of January', '2026-01-03'],
    ['10 November', '2026-11-10'],
    ['Thursday 23 April', '2026-04-23'],
    ['29 Feb', null]
  ])('%s, on 4 March 2026, is %s', (text, iso) => {
    expect(parseDate(text, today)).toBe(iso)
  })

  it('takes the year of a list from its end', () => {
    const days = (text: string): (string | null)[] => datesIn(text, '2026-02-01').map(({iso}) => iso)
    expect(days('24 September, 22 October and 7 January 2026')).toEqual(['2025-09-24', '2025-10-22', '2026-01-07'])
    expect(days('4 March. Born 7 January 2016')).toEqual(['2026-03-04', '2016-01-07'])
  })

  it('knows a day that cannot be, and keeps it out of the times', () => {
    expect(datesIn('by 31 June 2026').map(({possible}) => possible)).toEqual([false])
    expect(datesIn('30/02/26').map(({possible}) => possible)).toEqual([false])
    expect(timesIn('31.04.2026', today)).toEqual([])
  })

  it.each([
    'They may stay with Nan',
    'Children of 4 or 5 may stay',
    'scored 7/10 today',
    'She says 3/10',
    'ate 3/4 of it',
    'attended 4/6 core groups',
    'open 24/7',
    'ring 01632 960 115',
    'ring 01632-96-01-15',
    'ref HBC/12/04/0419',
    'EH/ASH/5527',
    'is 6 weeks old',
    'aged 4 and 5',
    '12 Mill Lane',
    'at 10.30am',
    '8.45',
    'section 1.2.3',
    'June will drive',
    'April and May live with Nan',
    'a march',
    'Room 3, 14 Canal Row',
    'for the last two months',
    'two weeks ago',
    'costs £5.50',
    'version 4.2',
    'S47',
    'postcode EW1 1AA',
    'the last three meetings'
  ])('reads no date in “%s”', text => {
    expect(
      timesIn(text, today)
        .filter(({kind}) => !['always', 'deadline', 'frequency'].includes(kind) || kind === 'deadline')
        .filter(({start, end}) => text.slice(start, end) !== 'today')
    ).toEqual([])
  })
})

describe('times', () => {
  it.each([
    ['12/2/26', 'date', '2026-02-12'],
    ['27th Feb 2026', 'date', '2026-02-27'],
    ['Tues 13th January 2026', 'date', '2026-01-13'],
    ['Friday 19.12.25', 'date', '2025-12-19'],
    ['9, 16 and 23 June', 'date', '2026-06-23'],
    ['w/c 3 March', 'date', '2026-03-03'],
    ['June 2026', 'month', '2026-06-30'],
    ['Sept 2025', 'month', '2025-09-30'],
    ['end of March', 'month', '2026-03-31'],
    ['by June', 'month', '2026-06-30'],
    ['by Easter', 'deadline', '2026-04-05'],
    ['by Xmas', 'deadline', '2026-12-25'],
    ['by half term', 'deadline', null],
    ['end of summer term', 'deadline', null],
    ['within 10 working days', 'deadline', '2026-03-18'],
    ['in 2 weeks', 'deadline', '2026-03-18'],
    ['by Friday', 'deadline', '2026-03-06'],
    ['today', 'deadline', '2026-03-04'],
    ['tonight', 'deadline', '2026-03-04'],
    ['tomorrow', 'deadline', '2026-03-05'],
    ['this week', 'deadline', '2026-03-08'],
    ['before the review conference', 'deadline', null],
    ['by the next core group', 'deadline', null],
    ['By review', 'deadline', null],
    ['before baby is born', 'deadline', null],
    ['next working day', 'deadline', '2026-03-05'],
    ['Same day', 'deadline', '2026-03-04'],
    ['within one hour', 'deadline', '2026-03-04'],
    ['on discharge', 'deadline', null],
    ['from today', 'deadline', null],
    ['within a month', 'deadline', '2026-04-04'],
    ['for 8 weeks', 'duration', '2026-04-29'],
    ['6 sessions', 'duration', null],
    ['4 weeks', 'duration', '2026-04-01'],
    ['daily', 'frequency', null],
    ['fortnightly', 'frequency', null],
    ['every morning', 'frequency', null],
    ['Mon, Wed and Fri', 'frequency', null],
    ['Sunday to Thursday', 'frequency', null],
    ['Tues/Thurs', 'frequency', null],
    ['twice a week', 'frequency', null],
    ['once a month', 'frequency', null],
    ['3 weekly', 'frequency', null],
    ['each Friday', 'frequency', null],
    ['every time', 'frequency', null],
    ['Every 10 working days', 'frequency', null],
    ['Every sleep', 'frequency', null],
    ['at bedtime', 'frequency', null],
    ['Daily in term', 'frequency', null],
    ['night and morning', 'frequency', null],
    ['every other Tuesday', 'frequency', null],
    ['Tuesdays 4.30 to 6', 'frequency', null],
    ['three times a week', 'frequency', null],
    ['five nights out of seven', 'frequency', null],
    ['on every SW visit', 'frequency', null],
    ['when he comes back from Leeds', 'event', null],
    ['after each visit', 'frequency', null],
    ['whenever Mum goes out', 'event', null],
    ['as soon as you get this letter', 'event', null],
    ['once the results are back', 'event', null],
    ['after the assessment', 'event', null],
    ['at all times', 'always', null],
    ['always', 'always', null],
    ['never', 'always', null],
    ['day and night', 'always', null],
    ['ongoing', 'vague', null],
    ['ASAP', 'vague', null],
    ['As soon as possible', 'vague', null],
    ['regularly', 'vague', null],
    ['in due course', 'vague', null],
    ['when appropriate', 'vague', null],
    ['as and when required', 'vague', null],
    ['soon', 'vague', null],
    ['immediately', 'vague', null],
    ['throughout the plan', 'vague', null],
    ['next term', 'vague', null],
    ['On-going', 'vague', null],
    ['TBC', 'blank', null],
    ['-', 'blank', null],
    ['N/A', 'blank', null],
    ['to be confirmed', 'blank', null],
    ['tbc', 'blank', null]
  ])('%s is a %s, due %s', (text, kind, due) => {
    const found = timesIn(text, today)
    expect(found.map(time => time.kind)).toContain(kind)
    expect(found.find(time => time.kind === kind)?.due ?? null).toBe(due)
  })

  it('says where each stands', () => {
    const text = 'Ongoing - checked at each core group, next on 12 May'
    expect(timesIn(text, today).map(({start, end}) => text.slice(start, end))).toEqual(['Ongoing', 'each core group', '12 May'])
  })

  it('does not take the start of something repeated for the day it falls due', () => {
    expect(timesIn('Tuesdays from 11th Nov 2025', today).map(({kind, due}) => [kind, due])).toEqual([
      ['frequency', null],
      ['date', null]
    ])
  })

  it.each(['Nan to look after the children', 'Progress will be monitored by the core group', 'daily living skills', 'after-school club'])(
    'reads no time in “%s”',
    text => {
      expect(timesIn(text, today)).toEqual([])
    }
  )

  it('is linear in the length of the text', () => {
    const unit = 'Mum to ring the GP by 12/2/26 every other Tuesday when she is able   5/2 10.30 within 10 working days. '
    const time = (copies: number): number => {
      const text = unit.repeat(copies)
      const start = performance.now()
      timesIn(text, today)
      return performance.now() - start
    }
    time(50)
    expect(time(800)).toBeLessThan(time(100) * 40 + 50)
  })
})
