/** Tables that have lines across only, or only the backgrounds of their cells: what stands in one column shows where it ends. */
import type {Drawing, Rule, Shape} from './drawing.ts'
import {gapsIn} from './gaps.ts'
import {cellsIn, distinct, holds, merged, near, type RuledTable} from './grid.ts'
import {type Box, type Line, linesOf, type Word} from './words.ts'

/** Lines across, from top to bottom, that begin and end at the same places. */
interface Chain {
  left: number
  right: number
  rules: Rule[]
}

/** The tables of a page, given those that lines both ways make. */
export function acrossTables(drawing: Drawing, words: readonly Word[], ruled: readonly RuledTable[], page: number): RuledTable[] {
  // A frame with lines across in it says nothing of its columns.
  const framed = ruled.filter(({borders, rows}) => borders.length === 2 && rows > 1)
  const whole = ruled.filter(table => !framed.includes(table))
  const isFree = (box: Box) => !whole.some(table => holds(table, box))
  const pieces = [...drawing.across.map(lineOf), ...drawing.shapes.filter(shape => isBackground(shape, drawing)).flatMap(edgesOf)]
  const free = pieces.filter(({at, from, to}) => isFree({left: from, right: to, top: at, bottom: at}))
  const found = chainsOf(merged(free)).flatMap(chain => tablesFrom(chain, free, words.filter(isFree), page))
  const kept = framed.filter(table => !found.some(other => holds(other, table) || holds(table, other)))
  return [...found, ...whole, ...kept].sort((a, b) => area(a) - area(b))
}

const area = ({left, right, top, bottom}: Box) => (right - left) * (bottom - top)
const lineOf = (rule: Rule): Rule => ({...rule})

/** Whether a shape can be the background of a cell or of a row: as high as a line of text at least, and not the page's own. */
function isBackground({left, right, top, bottom, isFilled}: Shape, {height}: Drawing): boolean {
  return isFilled && bottom - top > 8 && bottom - top < 0.7 * height && right - left > 12
}

function edgesOf({left, right, top, bottom}: Shape): Rule[] {
  return [top, bottom].map(at => ({at, from: left, to: right}))
}

/** Fewer lines are those above and below one heading. */
const fewest = 3

function chainsOf(rules: readonly Rule[]): Chain[] {
  const chains: Chain[] = []
  for (const rule of [...rules].sort((a, b) => a.at - b.at)) {
    const same = chains.find(({left, right}) => Math.abs(left - rule.from) <= near && Math.abs(right - rule.to) <= near)
    if (same) same.rules.push(rule)
    else chains.push({left: rule.from, right: rule.to, rules: [rule]})
  }
  return chains.filter(({left, right, rules: own}) => own.length >= fewest && right - left > 100)
}

/** A stretch between two lines of a chain, with the lines of text in it. */
interface Slot {
  top: number
  bottom: number
  words: Word[]
}

function tablesFrom({left, right, rules}: Chain, pieces: readonly Rule[], words: readonly Word[], page: number): RuledTable[] {
  const own = words.filter(word => word.left > left - near && word.right < right + near)
  const slots = rules.slice(1).map((rule, index): Slot => {
    const top = (rules[index] as Rule).at
    return {top, bottom: rule.at, words: own.filter(({base}) => base > top && base < rule.at)}
  })
  const inside = pieces.filter(({from, to}) => from > left - near && to < right + near)
  return runsOf(slots).flatMap(run => tableOf(run, {left, right}, inside, own, page))
}

/** Slots that stand together: one without words is the space between a table and the next. */
function runsOf(slots: readonly Slot[]): Slot[][] {
  const runs: Slot[][] = [[]]
  for (const slot of slots) {
    if (slot.words.length === 0) runs.push([])
    else runs.at(-1)?.push(slot)
  }
  return runs.filter(run => run.length > 1)
}

function tableOf(
  run: readonly Slot[],
  {left, right}: Pick<Box, 'left' | 'right'>,
  pieces: readonly Rule[],
  words: readonly Word[],
  page: number
): RuledTable[] {
  const [top, bottom] = [run[0]?.top ?? 0, run.at(-1)?.bottom ?? 0]
  const near = pieces.filter(({at}) => at > top - 2 && at < bottom + 2)
  const inner = bordersOf(near, run, {left, right})
  if (inner.length === 0) return []
  const xs = [left, ...inner, right]
  const parted = partedRuns(run, xs)
  return parted.flatMap(some => {
    const rows = [...above(some, xs, words), ...some, ...below(some, xs, words)]
    const ys = [(rows[0] as Slot).top, ...rows.map(slot => slot.bottom)]
    const down = rows.flatMap(slot => wallsOf(slot, inner))
    const cells = cellsIn(xs, ys, [...merged(near), ...ys.map(at => ({at, from: left, to: right}))], down)
    return [{page, left, right, top: ys[0] as number, bottom: ys.at(-1) as number, borders: xs, rows: ys.length - 1, cells}]
  })
}

/** Where columns meet: at the ends of the pieces that the lines are drawn in, or else in the white space through most of the slots. */
function bordersOf(pieces: readonly Rule[], run: readonly Slot[], {left, right}: Pick<Box, 'left' | 'right'>): number[] {
  const ends = pieces.flatMap(({from, to}) => [from, to]).filter(x => x > left + 2 * near && x < right - 2 * near)
  const drawn = distinct(ends).filter(x => ends.filter(end => Math.abs(end - x) <= near + 1).length > 2)
  const words = run.map(slot => slot.words)
  if (drawn.length > 0 && drawn.every(x => words.filter(some => some.some(word => crosses(word, x))).length <= 0.3 * words.length)) return drawn
  // Cells have the same space at their sides; that of the first column shows.
  const side = Math.max(0, Math.min(...words.flat().map(word => word.left - left)))
  return gapsIn(words).map(({from, to}) => Math.max(to - side, from + 0.5))
}

function crosses(word: Word, x: number): boolean {
  return word.left < x - 1 && word.right > x + 1
}

/** Stretches of slots that are laid out in these columns: text that runs across several of them is no row. */
function partedRuns(run: readonly Slot[], xs: readonly number[]): Slot[][] {
  const runs: Slot[][] = [[]]
  for (const slot of run) {
    const lines = linesOf(slot.words)
    const isProse = lines.length > 2 && lines.filter(line => xs.some(x => line.words.some(word => crosses(word, x)))).length > 0.5 * lines.length
    if (isProse) runs.push([])
    else runs.at(-1)?.push(slot)
  }
  return runs.filter(some => some.filter(slot => columnsIn(slot.words, xs) > 1).length > 1)
}

function columnsIn(words: readonly Word[], xs: readonly number[]): number {
  return new Set(words.map(({left}) => xs.findLastIndex(x => left >= x - 1))).size
}

/** Walls at all borders that no word of the slot runs across. */
function wallsOf({top, bottom, words}: Slot, inner: readonly number[]): Rule[] {
  return inner.filter(x => !words.some(word => crosses(word, x))).map(at => ({at, from: top, to: bottom}))
}

/** The last row may have no line below it, where only each second row has a background. */
function below(run: readonly Slot[], xs: readonly number[], words: readonly Word[]): Slot[] {
  const top = run.at(-1)?.bottom ?? 0
  const taken: Line[] = []
  for (const line of linesOf(words.filter(({base}) => base > top))) {
    const floor = taken.at(-1)?.bottom ?? top
    if (line.top - floor > (taken.length === 0 ? 1.2 : 0.6) * line.size || !fitsIn(line, xs)) break
    taken.push(line)
  }
  return slotOf(taken, xs, {top, bottom: Math.max(...taken.map(line => line.bottom))})
}

/** Nor the first row a line above it. */
function above(run: readonly Slot[], xs: readonly number[], words: readonly Word[]): Slot[] {
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
