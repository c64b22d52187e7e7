/** Everything between the page headers and footers, in reading order: paragraphs, headings and tables. */
import type {WordBlock, WordCell, WordParagraph, WordTable} from '../docx/blocks.ts'
import {extentOf, stepOf, withBlanks} from './blanks.ts'
import {columnsIn, type Item} from './columns.ts'
import type {RuledTable} from './grid.ts'
import {headLines, withHeadRow} from './head-row.ts'
import {depthsOf} from './headings.ts'
import type {WordCounts} from './parted.ts'
import {draftsOf, isNumberedHeading, isSpaced, paragraphsOf, pitchOf, type Setting, usualPitch} from './paragraphs.ts'
import {type DraftTable, fillTables, goesOnIn, joinTables} from './tables.ts'
import {type Line, linesOf, type Word} from './words.ts'

/** The blocks of all pages. */
export function flowOf(bodies: readonly Word[][], tables: readonly RuledTable[][], counts: WordCounts): WordBlock[] {
  const pages = bodies.map((words, page) => fillTables(tables[page] ?? [], words))
  const lines = pages.flatMap(({rest}) => linesOf(rest))
  const right = Math.max(...lines.map(line => line.right), 0)
  const spaced = isSpaced([{lines, right}, ...pages.flatMap(page => page.tables.flatMap(({cells}) => cells))])
  const setting: Setting = {right, pitch: pitchOf([{lines, right}], spaced) ?? usualPitch, spaced, counts}
  const depths = depthsOf(lines, bodies.flat())
  const items: Item[] = []
  for (const {rest, tables: own} of pages) {
    const last = items.at(-1)
    items.push(...itemsOf(linesOf(rest), own, setting, last?.kind === 'table' ? last.table.borders : []))
  }
  const joined = joinedItems(items, spaced)
  return joined.flatMap((item, at): WordBlock[] => {
    if (item.kind === 'table') return [tableOf(item.table, setting)]
    const drafts = draftsOf(item.lines, setting)
    return paragraphsOf(drafts, counts).map((paragraph, index) =>
      headed(paragraph, depths(drafts[index]?.lines ?? []) || (isNumberedHeading(drafts, index, joined[at + 1]?.kind === 'table') ? 3 : 0))
    )
  })
}

/** Lines and tables of a page from top to bottom. `columns` are those of a table that may go on here. */
function itemsOf(lines: readonly Line[], tables: readonly DraftTable[], setting: Setting, columns: readonly number[]): Item[] {
  const items: Item[] = []
  const below = [...tables].sort((a, b) => a.top - b.top)
  let open: Line[] = []
  const close = () => {
    if (open.length > 0) items.push(...columnsIn(open, setting, items.length === 0 ? columns : []))
    open = []
  }
  const place = (table: DraftTable) => {
    const head = headLines(open, table)
    const headings = open.splice(open.length - head)
    close()
    items.push({kind: 'table', table: head > 0 ? withHeadRow(table, headings) : table})
  }
  for (const line of lines) {
    while (below[0] && below[0].top < line.base) place(below.shift() as DraftTable)
    open.push(line)
  }
  for (const table of below) place(table)
  close()
  return items
}

/** Text and tables that a page's end has cut, made whole. */
function joinedItems(items: readonly Item[], spaced: boolean): Item[] {
  const joined: Item[] = []
  for (const item of items) {
    const before = joined.at(-1)
    if (item.kind === 'lines' && before?.kind === 'lines') before.lines.push(...item.lines)
    else if (
      item.kind === 'table' &&
      before?.kind === 'table' &&
      before.table.page + 1 === item.table.page &&
      goesOnIn(before.table, item.table)
    ) {
      before.table = joinTables(before.table, item.table, spaced)
    } else joined.push(item.kind === 'lines' ? {kind: 'lines', lines: [...item.lines]} : {...item})
  }
  return joined
}

function headed(paragraph: WordParagraph, depth: number): WordParagraph {
  if (depth === 0) return paragraph
  const label = paragraph.list ? `${paragraph.list.label} ` : ''
  // That a heading is bold says nothing more than that it is one.
  const pieces = paragraph.pieces.map(({bold: _bold, ...piece}, index) => (index === 0 ? {...piece, value: label + piece.value} : piece))
  return {kind: 'paragraph', pieces, depth}
}

function tableOf({cells, rows}: DraftTable, setting: Setting): WordTable {
  const pitch = pitchOf(cells, setting.spaced) ?? setting.pitch
  const laid: WordCell[][] = Array.from({length: rows}, () => [])
  const extents = laid.map((_, row) =>
    extentOf(cells.filter(({place}) => place.row === row && place.rowSpan === 1).map(({lines}) => lines))
  )
  const filled = cells.map(cell => ({...cell, drafts: draftsOf(cell.lines, {...setting, pitch, right: cell.right})}))
  const step = stepOf(
    filled.map(({drafts}) => drafts),
    pitch
  )
  for (const {place, drafts, tables} of filled.sort((a, b) => a.place.column - b.place.column)) {
    const all = withBlanks(drafts, extents[place.row] ?? null, step)
    const blocks = [...paragraphsOf(all, setting.counts), ...tables.map(table => tableOf(table, setting))]
    laid[place.row]?.push({place, blocks})
  }
  return {kind: 'table', rows: laid}
}
