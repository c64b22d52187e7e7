/** Days as people write them. */

/** `4 March 2026` of an ISO date. */
export function longDate(iso: string): string {
  return new Date(`${iso}T00:00:00Z`).toLocaleDateString('en-GB', {day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC'})
}

/** ISO of day, month and year as typed; null if there is no such day. */
export function isoOf(day: string, month: string, year: string): string | null {
  if (![day, month].every(part => /^\d{1,2}$/.test(part)) || !/^\d{4}$/.test(year)) return null
  const iso = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`
  const date = new Date(`${iso}T00:00:00Z`)
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(iso) ? iso : null
}
