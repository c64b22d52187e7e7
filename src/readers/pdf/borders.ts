/** Where the columns of a table meet whose lines only run across. */
import type {Rule} from './drawing.ts'
import {gapsIn} from './gaps.ts'
import {distinct, near, type RuledTable} from './grid.ts'
import {crosses, isOneText, type Slot} from './slots.ts'
import {type Box, linesOf} from './words.ts'

/** Where columns meet: at the ends of the pieces that the lines are drawn in, or else in the white space through most of the slots. */
export function bordersOf(
  pieces: readonly Rule[],
  run: readonly Slot[],
  {left, right}: Pick<Box, 'left' | 'right'>,
  known: readonly RuledTable[]
): {inner: number[]; guessed?: true} {
  const ends = pieces.flatMap(({from, to}) => [from, to]).filter(x => x > left + 2 * near && x < right - 2 * near)
  const drawn = distinct(ends).filter(x => ends.filter(end => Math.abs(end - x) <= near + 1).length > 2)
  const words = run.map(slot => slot.words)
  if (drawn.length > 0 && drawn.every(x => words.filter(some => some.some(word => crosses(word, x))).length <= 0.3 * words.length))
    return {inner: drawn}
  const side = sideOf(run, left)
  const found = gapsIn(words.filter(some => linesOf(some).some(line => !isOneText(line.words)))).map(({from, to}) =>
    Math.max(to - side, from + 0.5)
  )
  const better = known.filter(
    table => Math.abs(table.left - left) <= near && Math.abs(table.right - right) <= near && fitsRun(table.borders.slice(1, -1), run, side)
  )
  const [inner = []] = [found, ...better.map(({borders}) => borders.slice(1, -1))].sort((a, b) => b.length - a.length)
  return {inner, guessed: true}
}

/** Cells have the same space at their sides; that of the first column shows. */
export function sideOf(run: readonly Slot[], left: number): number {
  const least = run.reduce(
    (side, {words}) => words.reduce((some, word) => Math.min(some, word.left - left), side),
    Number.POSITIVE_INFINITY
  )
  return Number.isFinite(least) ? Math.max(0, least) : 0
}

/** Whether rows may be laid out in columns that another page shows: in each, words begin where they should, and few run across. */
function fitsRun(inner: readonly number[], run: readonly Slot[], side: number): boolean {
  const crossing = run.filter(({words}) => words.some(word => inner.some(x => crosses(word, x))))
  const begins = inner.every(x => run.some(({words}) => words.some(word => Math.abs(word.left - x - side) < 2)))
  return begins && crossing.length <= 0.3 * run.length
}
