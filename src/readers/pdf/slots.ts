/** What stands between lines across: rows of a table, or text around it. */
import type {Shape} from './drawing.ts'
import {near} from './grid.ts'
import {type Box, type Line, linesOf, type Word} from './words.ts'

/** A stretch between two lines of a chain, with the lines of text in it. */
export interface Slot {
  top: number
  bottom: number
  words: Word[]
}

export function crosses(word: Word, x: number): boolean {
  return word.left < x - 1 && word.right > x + 1
}

/**
 * Slots that stand together. One without words is the space between a table and the next; a coloured bar with a heading in it is no row, and
 * what stands between it and the table above has no end of its own.
 */
export function runsOf(slots: readonly Slot[], bars: readonly Shape[], isDrawn: boolean): Slot[][] {
  const runs: Slot[][] = [[]]
  const isColoured = ({top, bottom}: Slot) => bars.some(bar => bar.top < top + near && bar.bottom > bottom - near)
  for (const [index, slot] of slots.entries()) {
    const run = runs.at(-1) ?? []
    if (slot.words.length === 0 || (!isDrawn && !isColoured(slot) && linesOf(slot.words).every(line => isOneText(line.words))))
      runs.push([])
    else if (isColoured(slot) && isOneText(slot.words)) {
      const isSection = isRow(slots[index + 1])
      if (isDrawn && isSection) run.push(slot)
      else {
        while (run.length > 0 && !isColoured(run.at(-1) as Slot)) run.pop()
        runs.push(isSection ? [slot] : [])
      }
    } else run.push(slot)
  }
  return runs.filter(run => run.length > 1)
}

/** Whether the first line of a slot has a gap that is wider than those between words. */
function isRow(slot: Slot | undefined): boolean {
  const first = linesOf(slot?.words ?? [])[0]
  return first !== undefined && !isOneText(first.words)
}

/** One line of words without a gap that is wider than those between words. */
export function isOneText(words: readonly Word[]): boolean {
  const [line, ...others] = linesOf(words)
  return (
    others.length === 0 &&
    (line?.words.every((word, index, all) => index === 0 || word.left - (all[index - 1] as Word).right < word.size) ?? false)
  )
}

/** Stretches of slots that are laid out in these columns: text that runs across several of them is no row. */
export function partedRuns(run: readonly Slot[], xs: readonly number[]): Slot[][] {
  const runs: Slot[][] = [[]]
  for (const slot of run) {
    const lines = linesOf(slot.words)
    const isProse =
      lines.length > 2 && lines.filter(line => xs.some(x => line.words.some(word => crosses(word, x)))).length > 0.5 * lines.length
    if (isProse) runs.push([])
    else runs.at(-1)?.push(slot)
  }
  return runs.filter(some => some.filter(slot => columnsIn(slot.words, xs) > 1).length > 1)
}

function columnsIn(words: readonly Word[], xs: readonly number[]): number {
  return new Set(words.map(({left}) => xs.findLastIndex(x => left >= x - 1))).size
}

/** The last row may have no line below it, where only each second row has a background. */
export function below(run: readonly Slot[], xs: readonly number[], words: readonly Word[]): Slot[] {
  const top = run.at(-1)?.bottom ?? 0
  const taken: Line[] = []
  for (const line of linesOf(words.filter(({base}) => base > top))) {
    const floor = taken.at(-1)?.bottom ?? top
    if (line.top - floor > (taken.length === 0 ? 1.2 : 0.6) * line.size || !fitsIn(line, xs)) break
    taken.push(line)
  }
  const last = slotOf(taken, xs, {top, bottom: Math.max(...taken.map(line => line.bottom))})
  return [...last, ...rowsAcross([...run, ...last], xs, words)]
}

/** Lines directly below a table that run across its columns, and are set in as the words in its first column are. */
function rowsAcross(run: readonly Slot[], [left = 0]: readonly number[], words: readonly Word[]): Slot[] {
  const from = run.at(-1)?.bottom ?? 0
  const edge = Math.min(...run.flatMap(slot => slot.words.map(word => word.left)))
  const taken: Line[] = []
  for (const line of linesOf(words.filter(({base}) => base > from))) {
    const top = taken.at(-1)?.bottom ?? from
    if (line.top - top > 0.6 * line.size || Math.abs(line.left - edge) > 0.5 || edge - left < 1 || edge - left > 2 * line.size) break
    taken.push(line)
  }
  const bottom = taken.at(-1)?.bottom
  return bottom === undefined ? [] : [{top: from, bottom, words: taken.flatMap(line => line.words)}]
}

/** Nor the first row a line above it. */
export function above(run: readonly Slot[], xs: readonly number[], words: readonly Word[]): Slot[] {
  const bottom = run[0]?.top ?? 0
  const taken: Line[] = []
  for (const line of linesOf(words.filter(({base}) => base < bottom)).reverse()) {
    const floor = taken.at(-1)?.top ?? bottom
    if (floor - line.bottom > (taken.length === 0 ? 1.2 : 0.6) * line.size || !fitsIn(line, xs)) break
    taken.push(line)
  }
  return slotOf(taken, xs, {top: Math.min(...taken.map(line => line.top)), bottom})
}

function fitsIn(line: Line, xs: readonly number[]): boolean {
  const [left = 0, right = 0] = [xs[0], xs.at(-1)]
  const inside = line.left > left - 1 && line.right < right + 1
  return inside && !line.words.some(word => xs.some(x => crosses(word, x)))
}

/** Lines in one column only are text around the table. */
function slotOf(lines: readonly Line[], xs: readonly number[], box: Pick<Box, 'top' | 'bottom'>): Slot[] {
  const words = lines.flatMap(line => line.words)
  return columnsIn(words, xs) > Math.max(1, 0.4 * (xs.length - 1)) ? [{...box, words}] : []
}
