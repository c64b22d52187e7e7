/** Words into the cells of tables, and tables that go on over a page made one. */
import type {CellPlace} from '../../tree.ts'
import type {RuledTable} from './grid.ts'
import {isEnded} from './paragraphs.ts'
import {type Box, type Line, linesOf, type Word} from './words.ts'

export interface DraftCell {
  place: CellPlace
  lines: Line[]
  /** Where its lines must end at the latest. */
  right: number
  tables: DraftTable[]
}

export interface DraftTable extends Box {
  page: number
  borders: number[]
  rows: number
  cells: DraftCell[]
  /** Which words stand in which cell is told from where they stand, not from lines. */
  guessed?: true
}

/** Puts each word into the innermost table it stands in. Gives the outermost tables and the words that stand in none. */
export function fillTables(tables: readonly RuledTable[], words: readonly Word[]): {tables: DraftTable[]; rest: Word[]} {
  const drafts: DraftTable[] = []
  let rest = [...words]
  // The innermost come first.
  for (const table of tables) {
    const own = rest.filter(word => isAt(table, word))
    rest = rest.filter(word => !isAt(table, word))
    const inner = drafts.filter(
      draft =>
        draft.left >= table.left - 1 && draft.right <= table.right + 1 && draft.top >= table.top - 1 && draft.bottom <= table.bottom + 1
    )
    for (const draft of inner) drafts.splice(drafts.indexOf(draft), 1)
    if (own.length > 0 || inner.length > 0) drafts.push(filled(table, own, inner))
  }
  return {tables: drafts, rest}
}

/** Whether the middle of a box stands in another. */
function isAt({left, right, top, bottom}: Box, box: Box): boolean {
  const x = (box.left + box.right) / 2
  const y = (box.top + box.bottom) / 2
  return x >= left && x <= right && y >= top && y <= bottom
}

function filled(
  {page, borders, rows, cells, left, top, right, bottom, guessed}: RuledTable,
  words: readonly Word[],
  inner: readonly DraftTable[]
): DraftTable {
  const filledCells = cells.map(cell => {
    const {row, column, rowSpan, colSpan} = cell
    const lines = linesOf(words.filter(word => isAt(cell, word)))
    const tables = inner.filter(table => isAt(cell, table))
    return {place: {row, column, rowSpan, colSpan}, lines, right: cell.right, left: cell.left, tables}
  })
  // Cells of a table have the same space at their sides; the least on the left tells what it is on the right.
  const spaces = filledCells.filter(({lines}) => lines.length > 0).map(({lines, left}) => Math.min(...lines.map(line => line.left)) - left)
  const space = Math.max(0, Math.min(...spaces, 12))
  return {
    page,
    borders,
    rows,
    left,
    top,
    right,
    bottom,
    ...(guessed && {guessed}),
    cells: filledCells.map(({left: _left, ...cell}) => ({...cell, right: cell.right - space}))
  }
}

/** How far the same border may move from page to page, in points. */
const drift = 4

/** Whether the second table, on the next page, is laid out as the first. */
export function goesOnIn(first: DraftTable, second: DraftTable): boolean {
  if (first.cells.length === 1 && second.cells.length === 1) return near(first.left, second.left) && near(first.right, second.right)
  const within = (some: readonly number[], all: readonly number[]) => some.every(border => all.some(other => near(border, other)))
  const sameSides = near(first.left, second.left) && near(first.right, second.right)
  return sameSides && (within(first.borders, second.borders) || within(second.borders, first.borders))
}

const near = (a: number, b: number) => Math.abs(a - b) <= drift

/** One table of two; a heading row that is repeated on the second page is left out there, and a row cut by the page's end is made whole. */
export function joinTables(first: DraftTable, second: DraftTable, spaced: boolean): DraftTable {
  const borders = first.borders.length >= second.borders.length ? first.borders : second.borders
  const upper = regrid(first, borders)
  const lower = regrid(second, borders)
  let skip = 0
  while (skip < second.rows && skip < 3 && rowText(upper, skip) !== '' && rowText(upper, skip) === rowText(lower, skip)) skip++
  for (const {place} of upper) if (place.row < skip) place.header = true
  const below = lower.filter(({place}) => place.row >= skip).map(cell => moved(cell, -skip))
  const cut = isCut(upper, below, first.rows - 1, spaced)
  const at = cut ? first.rows - 1 : first.rows
  const rows = [...upper]
  for (const cell of below) {
    if (cell.place.row === 0 && cut) appendTo(rows, cell, at)
    else if (cell.place.row > 0 || !isRest(rows, cell, at)) rows.push(moved(cell, at))
  }
  const guessed = first.guessed ?? second.guessed
  return {...second, ...(guessed && {guessed}), borders, cells: rows, rows: at + second.rows - skip, left: first.left, right: first.right}
}

function moved(cell: DraftCell, by: number): DraftCell {
  return {...cell, place: {...cell.place, row: cell.place.row + by}}
}

/** The cells of a table counted in the columns of a finer grid. */
function regrid({borders, cells}: DraftTable, finer: readonly number[]): DraftCell[] {
  const indexOf = (border: number | undefined) =>
    Math.max(
      0,
      finer.findIndex(other => near(other, border ?? 0))
    )
  return cells.map(cell => {
    const {column, colSpan} = cell.place
    const from = indexOf(borders[column])
    return {...cell, place: {...cell.place, column: from, colSpan: Math.max(1, indexOf(borders[column + colSpan]) - from)}}
  })
}

const textOf = ({lines}: DraftCell) => lines.flatMap(({words}) => words.map(({text}) => text)).join(' ')

function rowText(cells: readonly DraftCell[], row: number): string {
  return cells
    .filter(({place}) => place.row === row)
    .map(textOf)
    .join('|')
    .replace(/^\|+$/, '')
}

/** Takes an empty cell that is the rest of a merged one across the page's end as part of that. */
function isRest(rows: readonly DraftCell[], cell: DraftCell, at: number): boolean {
  const over = cellOver(rows, cell, at - 1)
  if (!over || cell.lines.length > 0 || (over.place.rowSpan === 1 && cell.place.rowSpan === 1)) return false
  over.place.rowSpan += cell.place.rowSpan
  return true
}

/** Whether the first row below goes on with the last row above: a sentence runs on, or only some cells have more to say. */
function isCut(above: readonly DraftCell[], below: readonly DraftCell[], last: number, spaced: boolean): boolean {
  const pairs = below.filter(({place}) => place.row === 0).map(cell => ({cell, over: cellOver(above, cell, last)}))
  if (pairs.length === 0 || pairs.some(({over}) => !over)) return false
  const full = pairs.filter(({cell}) => cell.lines.length > 0)
  if (full.length === 0) return true
  if (full.some(({cell, over}) => over && (runsOn(over, cell, spaced) || countsOn(over, cell)))) return true
  const before = pairs.filter(({over}) => over && over.lines.length > 0)
  return pairs[0]?.cell.lines.length === 0 && full.length < before.length && full.every(({over}) => over && over.lines.length > 0)
}

function cellOver(above: readonly DraftCell[], {place}: DraftCell, last: number): DraftCell | undefined {
  return above.find(
    cell => cell.place.column === place.column && cell.place.colSpan === place.colSpan && cell.place.row + cell.place.rowSpan - 1 === last
  )
}

function runsOn(over: DraftCell, cell: DraftCell, spaced: boolean): boolean {
  const [above, below] = [over.lines.at(-1), cell.lines[0]]
  if (!above || !below) return false
  if (spaced && above.words.at(-1)?.spaced && !isEnded(above, below, {right: cell.right, spaced})) return true
  return !/[.?!:;]["”’)]*$/.test(textOf(over)) && /^[\p{Ll}(]/u.test(textOf(cell))
}

/** Whether the numbered list of a cell goes on with its next number. */
function countsOn(over: DraftCell, cell: DraftCell): boolean {
  const [number] = numbersOf(cell)
  const before = numbersOf(over)
  return number !== undefined && before.length > 1 && number === (before.at(-1) as number) + 1
}

function numbersOf({lines}: DraftCell): number[] {
  return lines.flatMap(({words}) => {
    const found = /^(\d{1,2})[.)]$/.exec(words[0]?.text ?? '')
    return found ? Number(found[1]) : []
  })
}

function appendTo(rows: readonly DraftCell[], cell: DraftCell, last: number): void {
  const over = cellOver(rows, cell, last)
  if (!over) return
  over.place.rowSpan += cell.place.rowSpan - 1
  over.lines = [...over.lines, ...cell.lines]
  over.tables = [...over.tables, ...cell.tables]
}
