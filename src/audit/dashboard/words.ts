/** Wording with values in it, and figures as they are said. */
import {visible} from '../../reporters/visible.ts'
import {fillIn} from '../../wording.ts'
import {least} from '../small-groups.ts'
import type {Figure} from '../summary.ts'
import wording from '../wording.json' with {type: 'json'}

/** `{name}` in a template becomes the value of that name, made safe to show. */
export function fill(template: string, values: Readonly<Record<string, string | number>>): string {
  return fillIn(template, values, visible)
}

/** `82 %`, a dash, or that it is hidden. */
export function saidFigure(figure: Figure | undefined): string {
  if (figure === 'hidden') return wording.groups.hidden
  return figure === null || figure === undefined ? wording.groups.nothing : `${figure} %`
}

export function saidCount(count: number | 'hidden'): string {
  return count === 'hidden' ? fill(wording.groups.fewer, {least}) : String(count)
}

const monthNames = 'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'.split(' ')

/** `Mar 2026` of `2026-03`; other names as they are. */
export function saidMonth(name: string): string {
  const [, year, month] = /^(\d{4})-(\d{2})$/.exec(name) ?? []
  return year ? `${monthNames[Number(month) - 1]} ${year}` : name
}
