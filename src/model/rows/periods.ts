/** Columns that stand for a time: `October | November | December`, `By half term | By Easter`. What is under one is to be done then. */
import {timesIn} from '../../text/dates.ts'
import type {Span} from '../plan.ts'
import {wholeBlock} from '../spans.ts'
import type {TableInfo} from '../tables.ts'
import type {ColumnRole} from '../vocabulary.ts'

const numbered = /^\s*(?:week|month|step|stage|phase)s?\s+\d{1,2}(?:\s*[-–]\s*\d{1,2})?\s*$/i

/** Whether a column's name is a time and nothing else. */
function isPeriod(name: string): boolean {
  if (numbered.test(name)) return true
  const [time] = timesIn(name, null)
  return time !== undefined && ['month', 'date', 'deadline'].includes(time.kind) && time.end - time.start >= name.trim().length - 1
}

/** Makes two or more such columns, which no name gives another role, columns of actions. In place. */
export function tellPeriods(roles: (ColumnRole | null)[], names: readonly string[]): void {
  const columns = roles.flatMap((role, column) => (role === null && isPeriod(names[column] ?? '') ? [column] : []))
  if (columns.length > 1) for (const column of columns) roles[column] = 'action'
}

/** The name of each column of actions that is a time, by column. */
export function periodsOf({grid, firstRow}: TableInfo, roles: readonly (ColumnRole | null)[]): ReadonlyMap<number, Span> {
  const periods = new Map<number, Span>()
  for (const {row, column, blocks, text} of grid.cells) {
    const [block] = blocks
    if (block && row < firstRow && roles[column] === 'action' && isPeriod(text)) periods.set(column, wholeBlock(block))
  }
  return periods
}
