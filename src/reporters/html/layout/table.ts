/** Tables with merged cells. Every place of the grid that the document leaves without a cell gets an empty one, so that columns stay in line. */
import type {Element, ElementContent} from 'hast'
import {h} from 'hastscript'
import type {RootContent, Table, TableCell, TableRow} from 'mdast'
import {type CellPlace, cellContent} from '../../../tree.ts'
import {hasWords} from './inline.ts'

/** More columns than any browser draws. */
const mostColumns = 1000

interface Grid {
  rows: number
  /** For each column, the row from which it is free again below a cell that spans several rows. */
  freeFrom: number[]
  isHeading(place: CellPlace, content: readonly RootContent[]): boolean
}

/** `name` is what the rest of the report calls the table; the frame can be scrolled by keyboard. */
export function tableElement(table: Table, name: string, contentElements: (content: readonly RootContent[]) => ElementContent[]): Element {
  const cells = table.children.flatMap(row => row.children)
  const hasData = cells.some(cell => !cell.data?.cell?.header)
  const isLabelled = table.data?.kind === 'definitions'
  const grid: Grid = {
    rows: table.children.length,
    freeFrom: [],
    isHeading: ({header, column}, content) => ((header && hasData) || (isLabelled && column === 0)) && isPlainWords(content)
  }
  const rows = table.children.map((row, index) => h('tr', rowElements(row, index, grid, contentElements)))
  const frame = {className: ['table'], role: 'group', ariaLabel: name, tabIndex: 0}
  return h('div', frame, h('table', h('tbody', rows)))
}

function rowElements(
  {children}: TableRow,
  index: number,
  grid: Grid,
  contentElements: (content: readonly RootContent[]) => ElementContent[]
): Element[] {
  const elements: Element[] = []
  const placed = children.map((cell, column) => ({cell, place: placeOf(cell, index, column)}))
  const isHeadRow = placed.every(({place}) => place.header)
  let column = 0
  for (const {cell, place} of placed.sort((a, b) => a.place.column - b.place.column)) {
    const [gap, start] = nextPlace(column, Math.min(place.column, mostColumns), index, grid)
    if (gap > 0) elements.push(h('td', {className: ['gap'], ...(gap > 1 && {colSpan: gap})}))
    column = start
    const colSpan = Math.max(1, Math.min(place.colSpan, mostColumns - column))
    const rowSpan = Math.max(1, Math.min(place.rowSpan, grid.rows - index))
    const content = cellContent(cell)
    const isHeading = grid.isHeading(place, content)
    const spans = {...(colSpan > 1 && {colSpan}), ...(rowSpan > 1 && {rowSpan})}
    elements.push(h(isHeading ? 'th' : 'td', {...spans, ...(isHeading && {scope: isHeadRow ? 'col' : 'row'})}, contentElements(content)))
    for (let end = column + colSpan; column < end; column++) grid.freeFrom[column] = index + rowSpan
  }
  return elements
}

/** Where the next cell can stand, and how many places before it stay without one. */
function nextPlace(from: number, wanted: number, row: number, {freeFrom}: Grid): [gap: number, column: number] {
  let gap = 0
  let column = from
  for (; column < wanted || (freeFrom[column] ?? 0) > row; column++) if ((freeFrom[column] ?? 0) <= row) gap++
  return [gap, column]
}

function placeOf({data}: TableCell, row: number, column: number): CellPlace {
  return data?.cell ?? {row, column, rowSpan: 1, colSpan: 1}
}

/** A heading without words, or one that holds a table of its own, would only confuse who listens to it. */
function isPlainWords(content: readonly RootContent[]): boolean {
  return hasWords(content) && content.every(({type}) => type !== 'table')
}
