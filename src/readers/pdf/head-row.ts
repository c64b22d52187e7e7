/** A heading row that has no lines around it, only colour, above a table that has. */
import type {DraftTable} from './tables.ts'
import {type Line, linesOf, type Word} from './words.ts'

/** How many of the lines directly above a table are the headings of its columns. */
export function headLines(above: readonly Line[], table: DraftTable): number {
  let count = 0
  for (let floor = table.top; count < Math.min(3, above.length); count++) {
    const line = above[above.length - 1 - count] as Line
    const near = floor - line.base < 1.4 * line.size
    const columns = line.words.map(word => columnOf(word, table.borders))
    if (!near || columns.includes(-1) || new Set(columns).size < Math.max(2, 0.3 * table.borders.length)) break
    floor = line.top
  }
  const filled = new Set(above.slice(above.length - count).flatMap(({words}) => words.map(word => columnOf(word, table.borders))))
  return filled.size > 2 && filled.size >= 0.6 * (table.borders.length - 1) ? count : 0
}

/** The table with these lines as its first row. */
export function withHeadRow(table: DraftTable, lines: readonly Line[]): DraftTable {
  const words = lines.flatMap(line => line.words)
  const head = table.borders.slice(1).map((right, column) => ({
    place: {row: 0, column, rowSpan: 1, colSpan: 1, header: true},
    lines: linesOf(words.filter(word => columnOf(word, table.borders) === column)),
    right,
    tables: []
  }))
  const below = table.cells.map(cell => ({...cell, place: {...cell.place, row: cell.place.row + 1}}))
  return {...table, rows: table.rows + 1, cells: [...head, ...below], top: Math.min(...lines.map(line => line.top))}
}

/** The column a word stands in wholly, or -1. */
function columnOf({left, right}: Word, borders: readonly number[]): number {
  return borders.findIndex((border, column) => left > border - 1 && right < (borders[column + 1] ?? Number.NEGATIVE_INFINITY) + 1)
}
