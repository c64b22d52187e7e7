/** The bank holidays of England, loaded only where a clock needs them. */
import type {IsHoliday} from './clock.ts'

export async function englishHolidays(): Promise<IsHoliday> {
  const calendar = new (await holidaysClass())('GB', 'ENG')
  const years = new Map<string, Set<string>>()
  return iso => {
    const year = iso.slice(0, 4)
    const known =
      years.get(year) ?? new Set(calendar.getHolidays(year).flatMap(({type, date}) => (type === 'public' ? [date.slice(0, 10)] : [])))
    years.set(year, known)
    return known.has(iso)
  }
}

/** In the built program the package is a file of CommonJS, whose default stands one step deeper. */
async function holidaysClass(): Promise<typeof import('date-holidays').default> {
  const {default: found} = await import('date-holidays')
  return 'default' in found ? (found.default as typeof found) : found
}
