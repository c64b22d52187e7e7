/** Where the cells of a row end, if lines do not show it. */
import type {Rule} from './drawing.ts'
import {stands} from './grid.ts'
import {isEnded} from './paragraphs.ts'
import {crosses, isOneText, type Slot} from './slots.ts'
import {type Line, linesOf, type Word} from './words.ts'

/** Walls at all borders that no text of the slot runs across. Text that runs across one, without wide gaps, runs across all. */
export function wallsOf({top, bottom, words}: Slot, inner: readonly number[], side: number): Rule[] {
  const lines = linesOf(words)
  const whole = lines.filter(line => isOneText(line.words) && inner.some(x => line.words.some(word => crosses(word, x))))
  const isOver = (line: Line, x: number) => (whole.includes(line) && line.left < x && line.right > x) || runsOver(line, x, side)
  return inner.filter(x => !lines.some(line => isOver(line, x))).map(at => ({at, from: top, to: bottom}))
}

/** Whether a line goes on over a border as running text does: no word begins where those of the column begin. */
function runsOver({words, size}: Line, x: number, side: number): boolean {
  const next = words.findIndex(({left}) => left > x - 1)
  const before = next < 0 ? words.at(-1) : words[next - 1]
  const after = words[next]
  if (!before || crosses(before, x)) return before !== undefined
  return after !== undefined && after.left - before.right < 0.5 * size && Math.abs(after.left - x - side) > 1.5
}

/**
 * The background of one cell tells where its whole row begins: in a column where nothing is drawn there, the row begins too if its text
 * begins level with the others, and what stands above it does not go on in it.
 */
export function startsAcross(rows: readonly Slot[], xs: readonly number[], across: readonly Rule[]): Rule[] {
  return rows.slice(1).flatMap(({top, words}, index) => {
    const over = (rows[index] as Slot).words
    return xs.slice(1).flatMap((to, column) => {
      const from = xs[column] as number
      const isIn = (word: Word) => word.left >= from - 1 && word.left < to - 1
      const [line, before] = [linesOf(words.filter(isIn))[0], linesOf(over.filter(isIn)).at(-1)]
      if (!line || stands(across, top, from, to)) return []
      const step = before ? (line.base - before.base) / line.size : Number.POSITIVE_INFINITY
      const base = words.reduce((least, word) => (isIn(word) ? least : Math.min(least, word.base)), Number.POSITIVE_INFINITY)
      const isLevel = Math.abs(line.base - base) < 2
      const isNew = isLevel ? !before || step > 1.35 || isEnded(before, line, {right: to - 6, spaced: false}) : before && step > 2
      return isNew ? [{at: top, from, to}] : []
    })
  })
}
