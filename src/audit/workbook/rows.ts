/** Rows of a sheet as text: a tree of half a million cells would not fit into memory. */
import type {Cell} from '../cell.ts'

interface Placing {
  /** Number of the first row, from 1. */
  first: number
  /** The number of a text in the list that all sheets share. */
  idOf(text: string): number
  /** Style of the first so many rows. */
  bold: number | null
  boldRows: number
}

/** Each cell is a number or a text by its number: there is no way to a formula. */
export function rowsXml(rows: readonly (readonly Cell[])[], {first, idOf, bold, boldRows}: Placing): string {
  return rows
    .map((cells, index) => {
      const style = bold !== null && index < boldRows ? ` s="${bold}"` : ''
      const number = first + index
      return `<row r="${number}">${cells.map((cell, column) => cellXml(cell, `${letterOf(column)}${number}`, style, idOf)).join('')}</row>`
    })
    .join('')
}

function cellXml(cell: Cell, place: string, style: string, idOf: Placing['idOf']): string {
  if (cell === null || cell === '') return ''
  return typeof cell === 'number' ? `<c r="${place}"${style}><v>${cell}</v></c>` : `<c r="${place}"${style} t="s"><v>${idOf(cell)}</v></c>`
}

/** `A` to `Z`: no table here is wider. */
function letterOf(column: number): string {
  return String.fromCharCode(65 + column)
}
