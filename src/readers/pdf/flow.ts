/** Everything between the page headers and footers, in reading order: paragraphs, headings and tables. */
import type {WordBlock, WordCell, WordParagraph, WordTable} from '../docx/blocks.ts'
import {extentOf, stepOf, withBlanks} from './blanks.ts'
import {columnsIn, type Item, type Known} from './columns.ts'
import {withDefinitions} from './definitions.ts'
import type {RuledTable} from './grid.ts'
import {headLines, withHeadRow} from './head-row.ts'
import {depthsOf, isPlainHeading} from './headings.ts'
import type {WordCounts} from './parted.ts'
import {
  type Draft,
  draftsOf,
  isNumberedHeading,
  paragraphsOf,
  pitchOf,
  type Setting,
  spacingOf,
  type Stretch,
  usualPitch
} from './paragraphs.ts'
import {type DraftTable, fillTables, goesOnIn, joinTables} from './tables.ts'
import {type Line, linesOf, type Word} from './words.ts'

export interface Flow {
  blocks: WordBlock[]
  /** Some table has no lines that show its cells. */
  guessed: boolean
}

/** The blocks of all pages. */
export function flowOf(bodies: readonly Word[][], tables: readonly RuledTable[][], counts: WordCounts): Flow {
  const pages = bodies.map((words, page) => fillTables(tables[page] ?? [], words))
  const lines = pages.flatMap(({rest}) => linesOf(rest))
  const cells = pages.flatMap(page => page.tables.flatMap(table => table.cells))
  const stretches = stretchesOf(lines)
  const {spaced, slack} = spacingOf([...stretches, ...cells])
  const pitch = pitchOf(stretches, spaced) ?? usualPitch
  const setting: Setting = {right: Math.max(...lines.map(({right}) => right), 0), pitch, spaced, slack, counts}
  const itemsOn = (page: number, before: Item[] | undefined, after: Item[] | undefined) =>
    itemsOf(linesOf(pages[page]?.rest ?? []), pages[page]?.tables ?? [], setting, {
      before: startsIn(before?.at(-1)),
      after: startsIn(after?.[0])
    })
  const found: Item[][] = []
  for (const page of pages.keys()) found.push(itemsOn(page, found[page - 1], undefined))
  // What shows the columns of a table best may stand on its second page.
  for (const page of pages.keys())
    if (startsIn(found[page + 1]?.[0]).length > 0) found[page] = itemsOn(page, found[page - 1], found[page + 1])
  const items = withDefinitions(joinedItems(found.flat(), spaced), setting.right)
  return {blocks: blocksOf(items, setting, bodies.flat()), guessed: items.some(isGuessed)}
}

const isGuessed = (item: Item) => item.kind === 'table' && item.table.guessed === true

/** Where the columns of a table begin, except the first. */
function startsIn(item: Item | undefined): number[] {
  return item?.kind === 'table' ? item.table.borders.slice(1, -1) : []
}

function blocksOf(items: readonly Item[], setting: Setting, all: readonly Word[]): WordBlock[] {
  const prose = items.flatMap(item => (item.kind === 'lines' ? item.lines : []))
  const depths = depthsOf(prose, all)
  // Tables may be wider than the text between them.
  const right = Math.max(...stretchesOf(prose).map(stretch => stretch.right), 0)
  return items.flatMap((item, at): WordBlock[] => {
    if (item.kind === 'table') return [tableOf(item.table, setting)]
    const drafts = draftsOf(item.lines, {...setting, right})
    return paragraphsOf(drafts, setting.counts).map((paragraph, index) => {
      const next = drafts[index + 1] ?? (items[at + 1] && null)
      const isPlain = isPlainHeading(drafts[index - 1], drafts[index] as Draft, next)
      const isHeading = isPlain || isNumberedHeading(drafts, index, next === null)
      return headed(paragraph, depths(drafts[index]?.lines ?? []) || (isHeading ? 3 : 0))
    })
  })
}

/** A gap wider than this, in letter sizes, is none of running text. */
const widest = 1.2

/** Lines of running text that stand together, by size: where they end at the latest is asked of all lines of that size. */
function stretchesOf(lines: readonly Line[]): Stretch[] {
  const stretches: {lines: Line[]; right: number}[] = []
  const rights = new Map<number, number>()
  let before: Line | undefined
  for (const line of lines) {
    const isText = line.words.every((word, index) => index === 0 || word.left - (line.words[index - 1] as Word).right < widest * line.size)
    if (isText) {
      rights.set(line.size, Math.max(rights.get(line.size) ?? 0, line.right))
      if (before?.size === line.size) stretches.at(-1)?.lines.push(line)
      else stretches.push({lines: [line], right: 0})
    }
    before = isText ? line : undefined
  }
  return stretches.map(({lines: own}) => ({lines: own, right: rights.get(own[0]?.size ?? 0) ?? 0}))
}

/** Lines and tables of a page from top to bottom. */
function itemsOf(lines: readonly Line[], tables: readonly DraftTable[], setting: Setting, known: Known): Item[] {
  const items: Item[] = []
  const below = [...tables].sort((a, b) => a.top - b.top)
  let open: Line[] = []
  const close = (isLast = false) => {
    const near = {before: items.length === 0 ? known.before : [], after: isLast ? known.after : []}
    if (open.length > 0) items.push(...columnsIn(open, setting, near))
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
  close(true)
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
  // The space that browsers put between paragraphs is nearly as high as a line.
  const margin = setting.slack < 0.1 ? 0.2 : 0.04
  for (const {place, drafts, tables} of filled.sort((a, b) => a.place.column - b.place.column)) {
    const all = withBlanks(drafts, extents[place.row] ?? null, {pitch: step, margin})
    const blocks = [...paragraphsOf(all, setting.counts), ...tables.map(table => tableOf(table, setting))]
    laid[place.row]?.push({place, blocks})
  }
  return {kind: 'table', rows: laid}
}
