/** Rows across a table that head the rows below them. */
import type {GridCell} from '../blocks.ts'
import type {Span} from '../plan.ts'
import {columnRole} from '../vocabulary.ts'
import {type DraftRow, spansOf} from './draft.ts'

/** Worries and outcomes in rows across the table: they hold for the rows below, up to the next such worry. */
export interface TableHeading {
  worries: Span[]
  outcomes: Span[]
}

export function labelHeading([label, value]: readonly GridCell[]): {role: 'worry' | 'outcome'; spans: Span[]} | null {
  const role = columnRole(label?.text ?? '')
  return value && (role === 'worry' || role === 'outcome') ? {role, spans: spansOf(value.blocks)} : null
}

export function nextHeading(
  before: TableHeading,
  {role, spans}: {role: 'worry' | 'outcome'; spans: Span[]},
  rows: readonly DraftRow[]
): TableHeading {
  // A heading after rows that used the last one begins a new need.
  const used = rows.at(-1)
  const fresh = used !== undefined && sharesHeading(used, before)
  const {worries, outcomes} = fresh ? {worries: [], outcomes: []} : before
  return role === 'worry' ? {worries: [...worries, ...spans], outcomes} : {worries, outcomes: [...outcomes, ...spans]}
}

/** No heading stands over either row, or the same one over both. */
export function sameHeading(row: DraftRow, heading: TableHeading): boolean {
  if (heading.worries.length === 0 && heading.outcomes.length === 0) return row.worries.length === 0 && row.outcomes.length === 0
  return sharesHeading(row, heading)
}

function sharesHeading(row: DraftRow, {worries, outcomes}: TableHeading): boolean {
  return (
    (worries.length > 0 && worries.every(span => row.worries.includes(span))) ||
    (outcomes.length > 0 && outcomes.every(span => row.outcomes.includes(span)))
  )
}
