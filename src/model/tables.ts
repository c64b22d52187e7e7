/** What each table of a document is, and the name over or beside each of its cells. */
import type {DocumentType} from '../report.ts'
import type {Grid, GridCell} from './blocks.ts'
import {type HeaderRole, headerLabel} from './header-labels.ts'
import {type ColumnRole, columnRole} from './vocabulary.ts'

/**
 * - `columns`: a heading row, then one row after the other
 * - `labels`: label cells with their value to the right (a header block, or one need set out as label and value)
 * - `transposed`: labels down the side, one need in each further column
 * - `plain`: neither (a people list without a heading row, a layout table)
 */
export type TableShape = 'columns' | 'labels' | 'transposed' | 'plain'

export interface TableInfo {
  grid: Grid
  shape: TableShape
  /** Index of the first row below the heading rows (`columns`), else 0. */
  firstRow: number
  /** Role of each column (`columns`) or row (`labels`, `transposed`) by its name; null where the name says nothing. */
  roles: (ColumnRole | null)[]
  names: string[]
  /** Rows of `columns` tables that span every column: a heading inside the table, or a note. */
  spanning: Set<number>
}

export function classifyTables(grids: readonly Grid[], type: DocumentType): TableInfo[] {
  return grids.map(grid => {
    const info = classify(grid, type)
    nameCells(info)
    return info
  })
}

function classify(grid: Grid, type: DocumentType): TableInfo {
  const spanning = new Set<number>()
  for (const cell of grid.cells) if (grid.columns > 1 && cell.colSpan >= grid.columns) spanning.add(cell.row)
  const base = {grid, firstRow: 0, roles: [], names: [], spanning}
  if (grid.kind === 'definitions') return labels(base)
  const headed = headingRow(grid, spanning)
  const named = headed ? new Set(headed.names.map(columnRole).filter(role => role !== null)).size : 0
  const side = sideLabels(grid)
  const sideRoles = new Set(side.map(columnRole).filter(role => role !== null && role !== 'child' && role !== 'reference'))
  const sideNamed = sideRoles.size
  const sideOfPlan = sideNamed >= 2 && [...sideRoles].some(role => role === 'outcome' || role?.endsWith('action'))
  if (named < 2 && isListOfPeople(grid)) return columnsBelow(base, {row: 0, names: rowNames(grid, 0)})
  // A header block in Markdown: its first row is a fact like the others, whatever the format makes of it.
  if (named < 2 && isHeaderBlock(grid)) return labels(base)
  if (named < 2 && grid.columns % 2 === 1 && isHeaderSide(grid)) return labels(base)
  if (headed && (named >= 2 || (headed.sure && named >= sideNamed && !(grid.columns === 2 && sideNamed >= 2)))) {
    return columnsBelow(base, headed)
  }
  if (sideOfPlan && grid.columns > 2) {
    return {...base, shape: 'transposed', firstRow: 0, names: side, roles: side.map(columnRole)}
  }
  if (sideNamed >= 1 && grid.columns === 2) return labels(base)
  if (looksLikeLabels(grid) && type !== 'unknown') return labels(base)
  if (headed) return columnsBelow(base, headed)
  return {...base, shape: 'plain'}
}

const condition = /^\W*(?:if|when|should|in case)\b/i

/** `If this happens | We will do this`: what happens otherwise, under whatever heading. */
export function isIfThen({shape, grid, names, roles}: TableInfo): boolean {
  return shape === 'columns' && grid.columns <= 4 && (condition.test(names[0] ?? '') || (roles[0] === 'contingency' && grid.columns > 1))
}

function columnsBelow(base: Omit<TableInfo, 'shape'>, {row, names}: {row: number; names: string[]}): TableInfo {
  return {...base, shape: 'columns', firstRow: row + 1, names, roles: names.map(columnRole)}
}

function labels(base: Omit<TableInfo, 'shape'>): TableInfo {
  const names = sideLabels(base.grid)
  return {...base, shape: 'labels', names, roles: names.map(columnRole)}
}

/** The row that names the columns: marked as such, or the first full one of short cells. */
function headingRow(grid: Grid, spanning: ReadonlySet<number>): {row: number; names: string[]; sure: boolean} | null {
  for (let row = 0; row < Math.min(grid.rows, 6); row++) {
    if (spanning.has(row)) continue
    const cells = grid.cells.filter(cell => cell.row === row)
    if (cells.length < 2 || isLabelRow(cells, grid)) continue
    const names = rowNames(grid, row)
    const marked = cells.every(cell => cell.header || !cell.text)
    const strong = cells.every(cell => cell.blocks.every(block => block.strong || !block.text.trim()))
    const short = cells.every(cell => cell.text.length <= 80)
    const filled = cells.filter(cell => cell.text).length
    if (short && filled >= 1 && grid.rows > row + 1 && (marked || strong || names.filter(name => columnRole(name)).length >= 2)) {
      return {row, names, sure: marked || strong}
    }
    if (filled > 0) return null
  }
  return null
}

/** What stands over each column in a row. */
function rowNames({cells, columns}: Grid, row: number): string[] {
  const names: string[] = Array.from({length: columns}, () => '')
  for (const cell of cells) {
    if (cell.row === row) for (let column = cell.column; column < cell.column + cell.colSpan; column++) names[column] = cell.text
  }
  return names
}

/** The fact of a person or a document that a short cell asks for. */
function factOf({text}: GridCell): HeaderRole | null {
  return text.replace(/\([^)]*\)/g, '').length <= 60 ? (headerLabel(text)?.role ?? null) : null
}

const factsOfPeople: ReadonlySet<string> = new Set(['born', 'age', 'relationship', 'role', 'sex'])

/** `Child | Date of birth | Age | School | Category`: people in rows. A block of facts has labels further down too. */
function isListOfPeople(grid: Grid): boolean {
  if (grid.rows < 2 || grid.columns < 3) return false
  const top = grid.cells.filter(({row}) => row === 0).map(factOf)
  const named = top[0] === 'child' || top[0] === 'name'
  return (
    named &&
    top.some(role => role !== null && factsOfPeople.has(role)) &&
    grid.cells.every(cell => cell.row === 0 || cell.column % 2 === 1 || factOf(cell) === null)
  )
}

/** Above the heading row: a label and its value across the rest of the table (`Danger statement 1 | …`). */
export function isLabelRow(cells: readonly GridCell[], grid: Grid): boolean {
  const [label, value] = cells
  return (
    grid.columns > 2 &&
    cells.length === 2 &&
    value !== undefined &&
    value.colSpan >= grid.columns - 1 &&
    columnRole(label?.text ?? '') !== null
  )
}

function sideLabels(grid: Grid): string[] {
  const names: string[] = Array.from({length: grid.rows}, () => '')
  for (const cell of grid.cells) if (cell.column === 0 && cell.colSpan < grid.columns) names[cell.row] = cell.text.replace(/:\s*$/, '')
  return names
}

/** Label and value pairs: every other column holds short labels, bold or ending in a colon or plainly shorter than what is beside it. */
function looksLikeLabels(grid: Grid): boolean {
  if (grid.columns < 2 || grid.columns > 6 || grid.columns % 2 === 1) return false
  const pairs = grid.cells.filter(cell => cell.column % 2 === 0 && cell.text)
  if (pairs.length === 0) return false
  const short = pairs.filter(cell => cell.text.length <= 45 && !/[.!]$/.test(cell.text)).length
  return short / pairs.length >= 0.8
}

/** Pairs of label and value, half of whose labels at least ask for a fact of the document: a name, a date, a social worker. */
function isHeaderBlock({columns, cells}: Grid): boolean {
  if (columns % 2 === 1) return false
  const labels = cells.filter(cell => cell.column % 2 === 0 && cell.colSpan < columns && cell.text)
  // `Name | Date of birth | School`: names of columns.
  if (cells.filter(cell => cell.row === 0).every(({text}) => headerLabel(text))) return false
  const facts = labels.filter(factOf).length
  const needs = labels.filter(({text}) => text.length <= 60 && !headerLabel(text) && columnRole(text)).length
  return facts >= 2 && facts > needs && facts >= labels.length / 3
}

const frontWords = /\b(?:conference|core groups?|review|chair|social worker|team manager|iro|plan since|legal status|category)\b/i

/** Half of the labels at least name meetings, workers and other facts of a case: the front page of a plan and no part of it. */
export function isFrontPage({cells, columns}: Grid): boolean {
  const labels = cells.filter(cell => cell.column % 2 === 0 && cell.colSpan < columns && cell.text)
  const facts = labels.filter(cell => factOf(cell) !== null || (cell.text.length <= 60 && frontWords.test(cell.text)))
  return columns % 2 === 0 && facts.length >= 3 && facts.length >= labels.length / 2
}

/** A front page with a column a child: labels down the side that ask for facts, more of them than anything else. */
function isHeaderSide({cells, columns}: Grid): boolean {
  const side = cells.filter(({column, colSpan, text}) => column === 0 && colSpan < columns && text)
  return side.length >= 4 && side.filter(factOf).length > side.length / 2
}

/** Sets `heading` on every block of a table: the column's name, or the label beside it. */
function nameCells({grid, shape, names, firstRow}: TableInfo): void {
  for (const cell of grid.cells) {
    const name = headingOf(cell, shape, names, firstRow, grid)
    for (const block of cell.blocks) {
      if (!block.table) continue
      block.table.heading = name || null
      if (isLabelCell(cell, shape, firstRow, grid)) {
        block.table.header = true
        block.role = 'label'
      }
    }
  }
}

function headingOf(cell: GridCell, shape: TableShape, names: readonly string[], firstRow: number, grid: Grid): string {
  if (shape === 'columns' && cell.row < firstRow)
    return cell.colSpan < grid.columns ? (labelOfRow(cell, grid)?.text.replace(/:\s*$/, '') ?? '') : ''
  if (shape === 'columns') return cell.colSpan >= grid.columns ? '' : (names[cell.column] ?? '')
  if (shape === 'transposed') return cell.column === 0 ? '' : (names[cell.row] ?? '')
  if (shape === 'labels') return labelBeside(cell, grid)?.text.replace(/:\s*$/, '') ?? ''
  return ''
}

/** The label of a value in a row above the heading row (`Worry | …`). */
function labelOfRow(cell: GridCell, grid: Grid): GridCell | null {
  const [label, ...rest] = grid.cells.filter(({row}) => row === cell.row)
  return label && label !== cell && isLabelRow([label, ...rest], grid) ? label : null
}

/** The label cell to the left of a value cell in a table of label and value pairs. */
export function labelBeside(cell: GridCell, grid: Grid): GridCell | null {
  if (cell.column === 0 || (grid.columns % 2 === 0 && cell.column % 2 === 0)) return null
  const left = grid.cells.filter(
    other =>
      (grid.columns % 2 === 0 || other.column === 0) &&
      other.column < cell.column &&
      other.row <= cell.row &&
      cell.row < other.row + other.rowSpan
  )
  return left.reduce<GridCell | null>((best, other) => (!best || other.column > best.column ? other : best), null)
}

function isLabelCell(cell: GridCell, shape: TableShape, firstRow: number, grid: Grid): boolean {
  if (shape === 'columns') return cell.row < firstRow && cell.colSpan < grid.columns && labelOfRow(cell, grid) === null
  if (shape === 'transposed') return cell.column === 0
  return shape === 'labels' && cell.column % 2 === 0 && cell.colSpan < grid.columns && (cell.column === 0 || grid.columns % 2 === 0)
}
