/** Wording with values in it. */
import {fillIn} from '../../wording.ts'
import {visible} from '../visible.ts'

/** `{name}` in a template becomes the value of that name, made safe to show. */
export function fill(template: string, values: Readonly<Record<string, string | number>>): string {
  return fillIn(template, values, visible)
}

/** The template for one, or the one for any other number. */
export function counted(count: number, [one, many]: readonly string[]): string {
  return fill((count === 1 ? one : many) ?? '', {count})
}

export function roundedAge(years: number | null): string {
  return years === null ? '–' : String(Math.round(years))
}
