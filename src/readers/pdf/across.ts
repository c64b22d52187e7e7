/** Tables that have lines across only, or only the backgrounds of their cells: what stands in one column shows where it ends. */
import type {Drawing, Rule, Shape} from './drawing.ts'
import {bordersOf, sideOf} from './borders.ts'
import {type Chain, chainsOf, underlinesOf} from './chains.ts'
import {cellsIn, distinct, holds, merged, near, type RuledTable} from './grid.ts'
import {above, below, partedRuns, runsOf, type Slot} from './slots.ts'
import {startsAcross, wallsOf} from './walls.ts'
import type {Box, Word} from './words.ts'

/** A page with more lines and backgrounds is a drawing. */
const mostPieces = 5000

/** The tables of a page, given those that lines both ways make. */
export function acrossTables(
  drawing: Drawing,
  words: readonly Word[],
  ruled: readonly RuledTable[],
  known: readonly RuledTable[]
): RuledTable[] {
  if (drawing.across.length + drawing.shapes.length > mostPieces) return [...ruled]
  // A frame with lines across in it says nothing of its columns.
  const framed = ruled.filter(({borders, rows}) => borders.length === 2 && rows > 1)
  const whole = ruled.filter(table => !framed.includes(table))
  const isFree = (box: Box) => !whole.some(table => holds(table, box))
  const shapes = drawing.shapes.filter(shape => isBackground(shape, drawing))
  const outside = words.filter(isFree)
  const pieces = [...drawing.across, ...shapes.flatMap(edgesOf)]
  const isUnderline = underlinesOf(words)
  const free = pieces.filter(rule => isFree({left: rule.from, right: rule.to, top: rule.at, bottom: rule.at}) && !isUnderline(rule))
  const all = chainsOf(merged(free)).flatMap(chain => tablesFrom(chain, {lines: drawing.across, pieces: free, shapes, known}, outside))
  const found = apart(all.filter(table => !whole.some(other => overlap(table, other))))
  const kept = framed.filter(table => !found.some(other => holds(other, table) || holds(table, other)))
  return [...found, ...whole, ...kept].sort((a, b) => area(a) - area(b))
}

/** Of tables that overlap, the larger. */
function apart(tables: readonly RuledTable[]): RuledTable[] {
  const kept: RuledTable[] = []
  for (const table of [...tables].sort((a, b) => area(b) - area(a))) if (!kept.some(other => overlap(table, other))) kept.push(table)
  return kept
}

function overlap(one: Box, other: Box): boolean {
  return one.left < other.right - near && one.right > other.left + near && one.top < other.bottom - near && one.bottom > other.top + near
}

const area = ({left, right, top, bottom}: Box) => (right - left) * (bottom - top)

/** Whether a shape can be the background of a cell or of a row: as high as a line of text at least, and not the page's own. */
function isBackground({left, right, top, bottom, isFilled}: Shape, {height}: Drawing): boolean {
  return isFilled && bottom - top > 8 && bottom - top < 0.7 * height && right - left > 12
}

function edgesOf({left, right, top, bottom}: Shape): Rule[] {
  return [top, bottom].map(at => ({at, from: left, to: right}))
}

/** What is drawn outside of tables with lines both ways: lines across, in the pieces that they are drawn in, and backgrounds. */
interface Marks {
  lines: readonly Rule[]
  pieces: readonly Rule[]
  shapes: readonly Shape[]
  /** Tables of the pages before and after. */
  known: readonly RuledTable[]
}

function tablesFrom({left, right, rules}: Chain, {lines, pieces, shapes, known}: Marks, words: readonly Word[]): RuledTable[] {
  const own = words.filter(word => word.left > left - near && word.right < right + near)
  const ys = distinct(rules.map(({at}) => at))
  const slots = ys.slice(1).map((bottom, index): Slot => {
    const top = ys[index] as number
    return {top, bottom, words: own.filter(({base}) => base > top && base < bottom)}
  })
  const bars = shapes.filter(shape => Math.abs(shape.left - left) <= near && Math.abs(shape.right - right) <= near)
  const isDrawn = rules.some(rule =>
    lines.some(({at, from, to}) => Math.abs(at - rule.at) < 1 && from <= rule.from + near && to >= rule.to - near)
  )
  const inside = pieces.filter(({from, to}) => from > left - near && to < right + near)
  return runsOf(slots, bars, isDrawn).flatMap(run => tableOf(run, {left, right}, {pieces: inside, known}, own))
}

function tableOf(
  run: readonly Slot[],
  {left, right}: Pick<Box, 'left' | 'right'>,
  {pieces, known}: Pick<Marks, 'pieces' | 'known'>,
  words: readonly Word[]
): RuledTable[] {
  const [top, bottom] = [run[0]?.top ?? 0, run.at(-1)?.bottom ?? 0]
  const near = pieces.filter(({at}) => at > top - 2 && at < bottom + 2)
  const {inner, guessed} = bordersOf(near, run, {left, right}, known)
  if (inner.length === 0) return []
  const xs = [left, ...inner, right]
  return partedRuns(run, xs).flatMap(some => {
    const rows = [...above(some, xs, words), ...some, ...below(some, xs, words)]
    const ys = [(rows[0] as Slot).top, ...rows.map(slot => slot.bottom)]
    const side = sideOf(rows, left)
    const down = rows.flatMap(slot => wallsOf(slot, inner, side))
    const ends = [...rows.slice(0, 1).map(slot => slot.top), ...rows.filter(slot => !some.includes(slot)).map(slot => slot.bottom)]
    const across = merged([...near, ...ends.map(at => ({at, from: left, to: right}))])
    const cells = cellsIn(xs, ys, [...across, ...startsAcross(rows, xs, across)], down)
    const box = {left, right, top: ys[0] as number, bottom: ys.at(-1) as number}
    return [{page: words[0]?.page ?? 0, ...box, borders: xs, rows: ys.length - 1, cells, ...(guessed && {guessed})}]
  })
}
