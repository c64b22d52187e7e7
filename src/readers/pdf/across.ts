/** Tables that have lines across only, or only the backgrounds of their cells: what stands in one column shows where it ends. */
import type {Drawing, Rule, Shape} from './drawing.ts'
import {gapsIn} from './gaps.ts'
import {cellsIn, distinct, holds, merged, near, type RuledTable, stands} from './grid.ts'
import {isEnded} from './paragraphs.ts'
import {type Box, type Line, linesOf, type Word} from './words.ts'

/** Lines across, from top to bottom, that begin and end at the same places, and shorter ones between them: those end at merged cells. */
interface Chain {
  left: number
  right: number
  rules: Rule[]
}

/** The tables of a page, given those that lines both ways make. */
export function acrossTables(drawing: Drawing, words: readonly Word[], ruled: readonly RuledTable[], known: readonly RuledTable[]): RuledTable[] {
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

/** Fewer lines are those above and below one heading. */
const fewest = 3

function chainsOf(rules: readonly Rule[]): Chain[] {
  const chains: Chain[] = []
  for (const rule of [...rules].sort((a, b) => a.at - b.at)) {
    const same = chains.find(({left, right}) => Math.abs(left - rule.from) <= near && Math.abs(right - rule.to) <= near)
    if (same) same.rules.push(rule)
    else chains.push({left: rule.from, right: rule.to, rules: [rule]})
  }
  const wide = chains.filter(({left, right, rules: own}) => right - left > 100 && own.length > 1).sort((a, b) => widthOf(b) - widthOf(a))
  for (const chain of wide) for (const other of chains) if (other !== chain && isInside(other, chain)) takeOver(other, chain)
  return wide.filter(chain => chain.rules.length >= fewest)
}

const widthOf = ({left, right}: Chain) => right - left

function isInside(part: Chain, whole: Chain): boolean {
  return part.left > whole.left - near && part.right < whole.right + near && widthOf(part) < widthOf(whole) - near
}

/** Gives a table the shorter lines that belong to it: those between its own, and those not far above and below that end at its side. */
function takeOver(part: Chain, whole: Chain): void {
  const atSide = Math.abs(part.left - whole.left) <= near || Math.abs(part.right - whole.right) <= near
  const reach = atSide ? mostHeight : near
  let [top, bottom] = [whole.rules[0]?.at ?? 0, whole.rules.at(-1)?.at ?? 0]
  const first = part.rules.findIndex(({at}) => at > top - reach)
  if (first < 0) return
  let from = first
  for (; from > 0 && (part.rules[from - 1] as Rule).at > top - reach; from--) top = (part.rules[from - 1] as Rule).at
  let to = first
  for (; to < part.rules.length && (part.rules[to] as Rule).at < bottom + reach; to++) bottom = Math.max(bottom, (part.rules[to] as Rule).at)
  whole.rules = [...whole.rules, ...part.rules.splice(from, to - from)].sort((a, b) => a.at - b.at)
}

/** Lines further below the last line of a table than this are none of its own. */
const mostHeight = 90

/** Tells the lines that are drawn below words from those that are drawn between rows. */
function underlinesOf(words: readonly Word[]): (rule: Rule) => boolean {
  const byBase = new Map<number, Word[]>()
  for (const word of words) byBase.set(Math.floor(word.base), [...(byBase.get(Math.floor(word.base)) ?? []), word])
  return ({at, from, to}) => {
    const over = [0, 1, 2, 3, 4].flatMap(step => byBase.get(Math.floor(at) - step) ?? [])
    const own = over.filter(({base, size, left, right}) => at >= base && at - base < 0.35 * size && left < to && right > from)
    return own.length > 0 && from > Math.min(...own.map(({left}) => left)) - 1.5 && to < Math.max(...own.map(({right}) => right)) + 4
  }
}

/** What is drawn outside of tables with lines both ways: lines across, in the pieces that they are drawn in, and backgrounds. */
interface Marks {
  lines: readonly Rule[]
  pieces: readonly Rule[]
  shapes: readonly Shape[]
  /** Tables of the pages before and after. */
  known: readonly RuledTable[]
}

/** A stretch between two lines of a chain, with the lines of text in it. */
interface Slot {
  top: number
  bottom: number
  words: Word[]
}

function tablesFrom({left, right, rules}: Chain, {lines, pieces, shapes, known}: Marks, words: readonly Word[]): RuledTable[] {
  const own = words.filter(word => word.left > left - near && word.right < right + near)
  const ys = distinct(rules.map(({at}) => at))
  const slots = ys.slice(1).map((bottom, index): Slot => {
    const top = ys[index] as number
    return {top, bottom, words: own.filter(({base}) => base > top && base < bottom)}
  })
  const bars = shapes.filter(shape => Math.abs(shape.left - left) <= near && Math.abs(shape.right - right) <= near)
  const isDrawn = rules.some(rule => lines.some(({at, from, to}) => Math.abs(at - rule.at) < 1 && from <= rule.from + near && to >= rule.to - near))
  const inside = pieces.filter(({from, to}) => from > left - near && to < right + near)
  return runsOf(slots, bars, isDrawn).flatMap(run => tableOf(run, {left, right}, {pieces: inside, known}, own))
}

/**
 * Slots that stand together. One without words is the space between a table and the next; a coloured bar with a heading in it is no row, and
 * what stands between it and the table above has no end of its own.
 */
function runsOf(slots: readonly Slot[], bars: readonly Shape[], isDrawn: boolean): Slot[][] {
  const runs: Slot[][] = [[]]
  const isColoured = ({top, bottom}: Slot) => bars.some(bar => bar.top < top + near && bar.bottom > bottom - near)
  for (const [index, slot] of slots.entries()) {
    const run = runs.at(-1) ?? []
    if (slot.words.length === 0 || (!isDrawn && !isColoured(slot) && linesOf(slot.words).every(line => isOneText(line.words)))) runs.push([])
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
function isOneText(words: readonly Word[]): boolean {
  const [line, ...others] = linesOf(words)
  return others.length === 0 && (line?.words.every((word, index, all) => index === 0 || word.left - (all[index - 1] as Word).right < word.size) ?? false)
}

function tableOf(
  run: readonly Slot[],
  {left, right}: Pick<Box, 'left' | 'right'>,
  {pieces, known}: Pick<Marks, 'pieces' | 'known'>,
  words: readonly Word[]
): RuledTable[] {
  const [top, bottom] = [run[0]?.top ?? 0, run.at(-1)?.bottom ?? 0]
  const near = pieces.filter(({at}) => at > top - 2 && at < bottom + 2)
  const inner = bordersOf(near, run, {left, right}, known)
  if (inner.length === 0) return []
  const xs = [left, ...inner, right]
  const parted = partedRuns(run, xs)
  return parted.flatMap(some => {
    const rows = [...above(some, xs, words), ...some, ...below(some, xs, words)]
    const ys = [(rows[0] as Slot).top, ...rows.map(slot => slot.bottom)]
    const down = rows.flatMap(slot => wallsOf(slot, inner, sideOf(rows, left)))
    const ends = [...rows.slice(0, 1).map(slot => slot.top), ...rows.filter(slot => !some.includes(slot)).map(slot => slot.bottom)]
    const across = merged([...near, ...ends.map(at => ({at, from: left, to: right}))])
    const cells = cellsIn(xs, ys, [...across, ...startsAcross(rows, xs, across)], down)
    return [{page: words[0]?.page ?? 0, left, right, top: ys[0] as number, bottom: ys.at(-1) as number, borders: xs, rows: ys.length - 1, cells}]
  })
}

/** Where columns meet: at the ends of the pieces that the lines are drawn in, or else in the white space through most of the slots. */
function bordersOf(
  pieces: readonly Rule[],
  run: readonly Slot[],
  {left, right}: Pick<Box, 'left' | 'right'>,
  known: readonly RuledTable[]
): number[] {
  const ends = pieces.flatMap(({from, to}) => [from, to]).filter(x => x > left + 2 * near && x < right - 2 * near)
  const drawn = distinct(ends).filter(x => ends.filter(end => Math.abs(end - x) <= near + 1).length > 2)
  const words = run.map(slot => slot.words)
  if (drawn.length > 0 && drawn.every(x => words.filter(some => some.some(word => crosses(word, x))).length <= 0.3 * words.length)) return drawn
  const side = sideOf(run, left)
  const found = gapsIn(words.filter(some => linesOf(some).some(line => !isOneText(line.words)))).map(({from, to}) => Math.max(to - side, from + 0.5))
  const better = known.filter(table => Math.abs(table.left - left) <= near && Math.abs(table.right - right) <= near && fitsRun(table.borders.slice(1, -1), run, side))
  return [found, ...better.map(({borders}) => borders.slice(1, -1))].sort((a, b) => b.length - a.length)[0] ?? []
}

/** Cells have the same space at their sides; that of the first column shows. */
function sideOf(run: readonly Slot[], left: number): number {
  return Math.max(0, Math.min(...run.flatMap(({words}) => words.map(word => word.left - left))))
}

/** Whether rows may be laid out in columns that another page shows: in each, words begin where they should, and few run across. */
function fitsRun(inner: readonly number[], run: readonly Slot[], side: number): boolean {
  const crossing = run.filter(({words}) => words.some(word => inner.some(x => crosses(word, x))))
  const begins = inner.every(x => run.some(({words}) => words.some(word => Math.abs(word.left - x - side) < 2)))
  return begins && crossing.length <= 0.3 * run.length
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

/** Walls at all borders that no text of the slot runs across. Text that runs across one, without wide gaps, runs across all. */
function wallsOf({top, bottom, words}: Slot, inner: readonly number[], side: number): Rule[] {
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
function startsAcross(rows: readonly Slot[], xs: readonly number[], across: readonly Rule[]): Rule[] {
  return rows.slice(1).flatMap(({top, words}, index) => {
    const base = Math.min(...words.map(word => word.base))
    const over = (rows[index] as Slot).words
    return xs.slice(1).flatMap((to, column) => {
      const from = xs[column] as number
      const isIn = (word: Word) => word.left >= from - 1 && word.left < to - 1
      const [line, before] = [linesOf(words.filter(isIn))[0], linesOf(over.filter(isIn)).at(-1)]
      if (!line || stands(across, top, from, to)) return []
      const step = before ? (line.base - before.base) / line.size : Number.POSITIVE_INFINITY
      const isLevel = Math.abs(line.base - base) < 2
      const isNew = isLevel ? !before || step > 1.35 || isEnded(before, line, {right: to - 6, spaced: false}) : before && step > 2
      return isNew ? [{at: top, from, to}] : []
    })
  })
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
