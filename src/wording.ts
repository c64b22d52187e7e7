/** Sentences for people, whoever says them: templates with values in them, and days as they are written out. */

/** `{name}` in a template becomes the value of that name as `show` writes it; a name that has no value stays. */
export function fillIn(
  template: string,
  values: Readonly<Record<string, string | number>>,
  show: (value: string) => string = value => value
): string {
  return template.replace(/\{([\w-]+)\}/g, (whole, name: string) => {
    const value = values[name]
    return value === undefined ? whole : show(String(value))
  })
}

const monthNames = 'January February March April May June July August September October November December'.split(' ')

/** `4 March 2026` of an ISO date. */
export function longDate(iso: string): string {
  const [year, month, day] = iso.split('-').map(Number)
  return `${day} ${monthNames[(month ?? 1) - 1]} ${year}`
}
