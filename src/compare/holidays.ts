/** The bank holidays of England, loaded only where a clock needs them. */
import type {IsHoliday} from './clock.ts'

export async function englishHolidays(): Promise<IsHoliday> {
  const {default: Holidays} = await import('date-holidays')
  const calendar = new Holidays('GB', 'ENG')
  const years = new Map<string, Set<string>>()
  return iso => {
    const year = iso.slice(0, 4)
    const known =
      years.get(year) ?? new Set(calendar.getHolidays(year).flatMap(({type, date}) => (type === 'public' ? [date.slice(0, 10)] : [])))
    years.set(year, known)
    return known.has(iso)
  }
}
