/** What goes into a cell of a spreadsheet or a CSV file. */
import {visible} from '../reporters/visible.ts'

export type Cell = string | number | null

/** Spreadsheet programs take text that begins like this for a formula, and some of those start programs or send data out. */
const formula = /^[=+\-@\t\r\n|%＝＋－＠]/u

/** An apostrophe in front makes it text for good: in the cell, after editing, and after saving as CSV. */
export function safeCell(value: Cell): Cell {
  if (typeof value !== 'string') return value
  const risky = formula.test(value)
  const text = visible(value)
  return risky || formula.test(text.trimStart()) ? `'${text}` : text
}
