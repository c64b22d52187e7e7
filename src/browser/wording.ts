/** Wording with values in it. */
import {fillIn as say} from '../wording.ts'

export {say}

type Values = Readonly<Record<string, string | number>>

/** The template for one, or the one for any other number. */
export function sayCount(count: number, [one = '', many = '']: readonly string[], values: Values = {}): string {
  return say(count === 1 ? one : many, {...values, count})
}

/** `Ella, Finn and Noah`. */
export function listed(names: readonly string[]): string {
  return names.length < 2 ? names.join('') : `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`
}
