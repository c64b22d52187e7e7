/** Arithmetic on ISO days (`2026-03-04`), free of time zones. */

const millisecondsOfDay = 86_400_000

/** The ISO day, or null if there is no such day (31 June). `month` from 1. */
export function isoDay(year: number, month: number, day: number): string | null {
  if (month < 1 || month > 12 || day < 1 || day > lastDayOf(year, month)) return null
  return `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`
}

/** 28 to 31. `month` from 1. */
export function lastDayOf(year: number, month: number): number {
  return new Date(Date.UTC(year, month, 0)).getUTCDate()
}

/** 0 for Sunday to 6 for Saturday. */
export function weekdayOf(iso: string): number {
  return new Date(`${iso}T00:00:00Z`).getUTCDay()
}

export function addDays(iso: string, days: number): string {
  return new Date(Date.parse(`${iso}T00:00:00Z`) + days * millisecondsOfDay).toISOString().slice(0, 10)
}

/** Days from Monday to Friday; bank holidays are not known. */
export function addWorkingDays(iso: string, days: number): string {
  let day = iso
  for (let left = days; left > 0; ) {
    day = addDays(day, 1)
    if (![0, 6].includes(weekdayOf(day))) left--
  }
  return day
}

/** The same day `months` later, or the last day of that month. */
export function addMonths(iso: string, months: number): string {
  const count = Number(iso.slice(0, 4)) * 12 + Number(iso.slice(5, 7)) - 1 + months
  const year = Math.floor(count / 12)
  const month = (count % 12) + 1
  return isoDay(year, month, Math.min(Number(iso.slice(8)), lastDayOf(year, month))) as string
}

/** Easter Sunday (the anonymous Gregorian computus). */
export function easterOf(year: number): string {
  const a = year % 19
  const b = Math.floor(year / 100)
  const c = year % 100
  const d = (19 * a + b - Math.floor(b / 4) - Math.floor((b - Math.floor((b + 8) / 25) + 1) / 3) + 15) % 30
  const e = (32 + 2 * (b % 4) + 2 * Math.floor(c / 4) - d - (c % 4)) % 7
  const f = d + e - 7 * Math.floor((a + 11 * d + 22 * e) / 451) + 114
  return isoDay(year, Math.floor(f / 31), (f % 31) + 1) as string
}

/** How far from today a day without a year may lie. */
const monthsBack = 3
const monthsForward = 9

/** The one of the days (the same in several years) that is near today: up to 9 months on, or 3 back. */
export function nearest(today: string, dayOf: (year: number) => string | null): string | null {
  const first = addMonths(today, -monthsBack)
  const last = addMonths(today, monthsForward)
  const year = Number(today.slice(0, 4))
  for (const candidate of [year, year + 1, year - 1]) {
    const day = dayOf(candidate)
    if (day && day >= first && day <= last) return day
  }
  return null
}
