/** Wording with values in it. */

type Values = Readonly<Record<string, string | number>>

/** `{name}` in a template becomes the value of that name. */
export function say(template: string, values: Values): string {
  return template.replace(/\{(\w+)\}/g, (whole, name: string) => String(values[name] ?? whole))
}

/** The template for one, or the one for any other number. */
export function sayCount(count: number, [one = '', many = '']: readonly string[], values: Values = {}): string {
  return say(count === 1 ? one : many, {...values, count})
}

/** `Ella, Finn and Noah`. */
export function listed(names: readonly string[]): string {
  return names.length < 2 ? names.join('') : `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`
}
