/** Days as people write them. */

/** ISO of day, month and year as typed; null if there is no such day. */
export function isoOf(day: string, month: string, year: string): string | null {
  if (![day, month].every(part => /^\d{1,2}$/.test(part)) || !/^\d{4}$/.test(year)) return null
  const iso = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`
  const date = new Date(`${iso}T00:00:00Z`)
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(iso) ? iso : null
}
