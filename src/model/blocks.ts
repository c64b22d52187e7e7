/** The tree laid flat: one block for each heading, paragraph, list item or line, in reading order, with the place of every letter. */
import type {Root, RootContent, Table, TableCell} from 'mdast'
import {cellContent, type WordPlace} from '../tree.ts'
import {quotationsIn} from '../text/quotations.ts'
import {sentencesIn} from '../text/sentences.ts'
import type {Block, BlockKind, InTable, Piece, Section} from './plan.ts'

/** A table of the document, its cells laid out in their grid. */
export interface Grid {
  index: number
  kind: 'grid' | 'definitions'
  rows: number
  columns: number
  cells: GridCell[]
  /** Index of the first block after the table began; blocks of the table follow it. */
  firstBlock: number
  lastBlock: number
  /** The cell of another table this one stands in. */
  parent: GridCell | null
}

export interface GridCell {
  row: number
  column: number
  rowSpan: number
  colSpan: number
  header: boolean
  /** Lines of the cell, blank ones included. */
  blocks: Block[]
  text: string
}

interface Around {
  list: number
  depth: number
  label: string | null
  cell: {grid: Grid; cell: GridCell} | null
  margin: Block['margin']
}

export interface Flat {
  blocks: Block[]
  grids: Grid[]
}

/** Blocks and tables of a tree. Sections are filled in later. */
export function blocksOf(tree: Root): Flat {
  const state: State = {blocks: [], grids: [], lists: 0, paragraphs: 0}
  visit(tree.children, {list: -1, depth: 0, label: null, cell: null, margin: null}, state)
  return {blocks: state.blocks, grids: state.grids}
}

interface State extends Flat {
  lists: number
  paragraphs: number
}

function visit(nodes: readonly RootContent[], around: Around, state: State): void {
  for (const node of nodes) {
    if (node.type === 'heading') addLines(node, 'heading', node.depth, {...around, label: null, list: -1}, state)
    else if (node.type === 'paragraph') {
      const kind = around.list >= 0 ? 'item' : 'paragraph'
      addLines(node, kind, around.depth, {...around, margin: node.data?.margin ?? around.margin}, state)
    } else if (node.type === 'list') {
      const list = state.lists++
      for (const [index, item] of node.children.entries()) {
        const label = item.data?.label ?? (node.ordered ? `${(node.start ?? 1) + index}.` : '•')
        let first = true
        for (const child of item.children) {
          visit([child], {...around, list, depth: around.depth + 1, label: first ? label : null}, state)
          first = false
        }
      }
    } else if (node.type === 'table') visitTable(node, around, state)
    else if (node.type === 'blockquote') visit(node.children, around, state)
  }
}

function visitTable(table: Table, around: Around, state: State): void {
  const grid: Grid = {
    index: state.grids.length,
    kind: table.data?.kind ?? 'grid',
    rows: table.children.length,
    columns: 0,
    cells: [],
    firstBlock: state.blocks.length,
    lastBlock: state.blocks.length,
    parent: around.cell?.cell ?? null
  }
  state.grids.push(grid)
  for (const [rowIndex, row] of table.children.entries()) {
    for (const [cellIndex, node] of row.children.entries()) addCell(node, rowIndex, cellIndex, grid, state)
  }
  grid.lastBlock = state.blocks.length - 1
}

function addCell(node: TableCell, rowIndex: number, cellIndex: number, grid: Grid, state: State): void {
  const place = node.data?.cell ?? {row: rowIndex, column: cellIndex, rowSpan: 1, colSpan: 1}
  const cell: GridCell = {
    row: place.row,
    column: place.column,
    rowSpan: place.rowSpan,
    colSpan: place.colSpan,
    header: place.header ?? false,
    blocks: [],
    text: ''
  }
  grid.cells.push(cell)
  grid.columns = Math.max(grid.columns, cell.column + cell.colSpan)
  const from = state.blocks.length
  visit(cellContent(node), {list: -1, depth: 0, label: null, cell: {grid, cell}, margin: null}, state)
  cell.blocks = state.blocks.slice(from).filter(block => block.table?.table === grid.index)
  cell.text = cell.blocks
    .map(block => block.text)
    .join('\n')
    .trim()
}

interface Line {
  pieces: Piece[]
  text: string
}

function addLines(node: {children: readonly unknown[]}, kind: BlockKind, depth: number, around: Around, state: State): void {
  const lines = linesOf(node)
  const paragraph = state.paragraphs++
  for (const [index, {pieces, text}] of lines.entries()) {
    if (!text.trim() && !around.cell) continue
    state.blocks.push({
      index: state.blocks.length,
      text,
      pieces,
      kind,
      depth,
      paragraph,
      label: index === 0 ? around.label : null,
      list: around.list,
      table: around.cell ? inTable(around.cell) : null,
      section: undefined as unknown as Section,
      margin: around.margin,
      strong: pieces.length > 0 && pieces.every((piece, at) => piece.strong || !text.slice(piece.start, piece.end).trim() || at < 0),
      labelEnd: labelEnd(text, pieces),
      sentences: kind === 'heading' ? [{start: 0, end: text.length}] : sentencesIn(text),
      quotations: quotationsIn(text),
      role: kind === 'heading' ? 'heading' : 'other'
    })
  }
}

function inTable({grid, cell}: {grid: Grid; cell: GridCell}): InTable {
  return {
    table: grid.index,
    row: cell.row,
    column: cell.column,
    rowSpan: cell.rowSpan,
    colSpan: cell.colSpan,
    header: cell.header,
    heading: null
  }
}

const numberedLead = /^\s*\p{Lu}\p{L}*(?: \p{L}+){0,3} (?:\d{1,2}|[A-H])\s*$/u

/** A leading label: a few capitalised words before a colon, or bold words set off by a colon, a full stop, a question mark or a dash. */
function labelEnd(text: string, pieces: readonly Piece[]): number {
  const plainFrom = pieces.find(piece => !piece.strong && text.slice(piece.start, piece.end).trim())?.start ?? text.length
  const bold = pieces[0]?.strong === true ? text.slice(0, plainFrom) : ''
  const runIn = /^\s*[^.?!]{1,60}[:.?](?:\s+|$)|^\s*[^.?!]{1,60}\s[–—-]\s+$/.exec(bold)
  if (runIn && runIn[0].trimEnd().length === bold.trimEnd().length && bold.trim().split(/\s+/).length <= 8) {
    return bold.length < text.length || /:\s*$/.test(bold)
      ? bold.length + (/^\s*/.exec(text.slice(bold.length))?.[0].length ?? 0)
      : bold.trim().endsWith('.')
        ? bold.length
        : 0
  }
  // “Danger statement 1” in bold, and what it states right behind it.
  if (numberedLead.test(bold) && /^\s*[“"‘']?\p{Lu}/u.test(text.slice(bold.length))) return bold.length
  // “What’s the worry?  Corey has been …”: a question set off by a wide gap.
  const asked = /^\s*\p{Lu}[^.?!:]{3,50}\?(?:\s{2,}|\t)\s*(?=\S)/u.exec(text)
  if (asked) return asked[0].length
  // “SAFETY GOAL. Oskar eats and sleeps …”
  const loud = /^\s*\p{Lu}[\p{Lu}\d’']*(?: [\p{Lu}\d’']+){1,5} ?(?:\([^()]{1,30}\))?[.–—:-]\s+(?=\p{Lu}\p{Ll})/u.exec(text)
  if (loud) return loud[0].length
  const match = /^\s*([^:.?!]{1,60}):(?:\s+|$)/.exec(text)
  if (!match?.[1]) return 0
  const words = match[1].trim().split(/\s+/)
  return bold.trimEnd().length >= match[0].trimEnd().length - 1 || (words.length <= 6 && /^[\p{Lu}\d]/u.test(match[1].trim()))
    ? match[0].length
    : 0
}

interface Leaf {
  type: string
  value?: string
  children?: Leaf[]
  position?: {start: {offset?: number}; end: {offset?: number}}
  data?: {place?: WordPlace}
}

/** The lines of a paragraph. A break before a word in small letters, after an unfinished sentence, is only a wrapped line. */
function linesOf(node: {children: readonly unknown[]}): Line[] {
  const lines: Line[] = [{pieces: [], text: ''}]
  const walk = (leaf: Leaf, strong: boolean): void => {
    if (leaf.type === 'break') {
      lines.push({pieces: [], text: ''})
      return
    }
    if (leaf.type === 'text' || leaf.type === 'inlineCode') {
      const line = lines.at(-1) as Line
      const value = leaf.value ?? ''
      const sourceStart = leaf.position?.start.offset ?? 0
      const sourceEnd = leaf.position?.end.offset ?? sourceStart
      const start = line.text.length
      line.pieces.push({
        start,
        end: start + value.length,
        sourceStart,
        sourceEnd,
        strong,
        ...(leaf.data?.place && {place: leaf.data.place})
      })
      line.text += value
      return
    }
    for (const child of leaf.children ?? []) walk(child, strong || leaf.type === 'strong')
  }
  for (const child of node.children) walk(child as Leaf, false)
  return joinWrapped(lines)
}

function joinWrapped(lines: readonly Line[]): Line[] {
  const joined: Line[] = []
  for (const line of lines) {
    const before = joined.at(-1)
    if (!before?.text.trim() || !/^\s*[\p{Ll}(]/u.test(line.text) || /[.!?:;]\s*$/.test(before.text)) {
      joined.push({pieces: [...line.pieces], text: line.text})
      continue
    }
    const gapStart = before.pieces.at(-1)?.sourceEnd ?? 0
    const gapEnd = line.pieces[0]?.sourceStart ?? gapStart
    const from = before.text.length
    before.pieces.push({start: from, end: from + 1, sourceStart: gapStart, sourceEnd: gapEnd, strong: false})
    for (const piece of line.pieces) before.pieces.push({...piece, start: piece.start + from + 1, end: piece.end + from + 1})
    before.text += ` ${line.text}`
  }
  return joined
}
