/** Days worked out from today: “in 2 weeks”, “by Friday”, “by Easter”. */
import {addDays, addMonths, addWorkingDays, easterOf, lastDayOf, weekdayOf} from './calendar.ts'

const endOf = (today: string, months: number): string => {
  const month = addMonths(`${today.slice(0, 8)}01`, months)
  return `${month.slice(0, 8)}${lastDayOf(Number(month.slice(0, 4)), Number(month.slice(5, 7)))}`
}
const comingSunday = (today: string): string => addDays(today, (7 - weekdayOf(today)) % 7)

const next = (today: string, dayOf: (year: number) => string): string => {
  const year = Number(today.slice(0, 4))
  return dayOf(year) >= today ? dayOf(year) : dayOf(year + 1)
}

/** What the `due` words of rules/vocabulary/timescales.json mean. */
const named: Readonly<Record<string, (today: string) => string | null>> = {
  today: today => today,
  tomorrow: today => addDays(today, 1),
  'next working day': today => addWorkingDays(today, 1),
  'end of week': comingSunday,
  'end of next week': today => addDays(comingSunday(today), 7),
  'end of month': today => endOf(today, 0),
  'end of next month': today => endOf(today, 1),
  'end of year': today => `${today.slice(0, 4)}-12-31`,
  Christmas: today => next(today, year => `${year}-12-25`),
  Easter: today => next(today, easterOf)
}

/** The ISO day a `due` word stands for; null without today. Throws for a word it does not know. */
export function dueOf(word: string, today: string | null): string | null {
  const day = named[word]
  if (!day) throw new Error(`rules/vocabulary/timescales.json: no such due: “${word}”`)
  return today && day(today)
}

/** `count` days, working days, weeks, months or hours from today. */
export function after(today: string, count: number, unit: string): string {
  if (unit.startsWith('working')) return addWorkingDays(today, count)
  if (unit.startsWith('week')) return addDays(today, count * 7)
  if (unit.startsWith('fortnight')) return addDays(today, count * 14)
  if (unit.startsWith('month')) return addMonths(today, count)
  if (unit.startsWith('hour')) return addDays(today, Math.floor(count / 24))
  return addDays(today, count)
}

/** The next such weekday after today. */
export function coming(today: string, weekday: number): string {
  return addDays(today, ((weekday - weekdayOf(today) + 6) % 7) + 1)
}
