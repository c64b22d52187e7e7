/** What a column holds, told by its cells where its name does not say. */
import {timesIn} from '../../text/dates.ts'
import type {GridCell} from '../blocks.ts'
import type {People} from '../plan.ts'
import type {TableInfo} from '../tables.ts'
import type {ColumnRole} from '../vocabulary.ts'
import {beginsWithVerb, grammarOf} from './action-words.ts'
import {crowdKind} from './owners.ts'

interface Shares {
  filled: number
  time: number
  owner: number
  action: number
  long: number
  done: number
}

/** Roles of all columns, and how sure the reading is: 1 if every column has a telling name. */
export function inferRoles({grid, firstRow, roles, spanning}: TableInfo, people: People): {roles: (ColumnRole | null)[]; sure: number} {
  const inferred = [...roles]
  const bodies = roles.map((_, column) =>
    grid.cells.filter(cell => cell.row >= firstRow && cell.column === column && !spanning.has(cell.row) && cell.text)
  )
  const shares = bodies.map(cells => sharesOf(cells, people))
  demoteSecondOutcome(inferred, shares)
  const has = (...wanted: ColumnRole[]): boolean => inferred.some(role => role !== null && wanted.includes(role))
  let guessed = 0
  const guess = (role: ColumnRole, fits: (share: Shares) => number): void => {
    let best = -1
    let top = 0.6
    for (const [column, share] of shares.entries()) {
      if (inferred[column] !== null || share.filled === 0) continue
      const score = fits(share)
      if (score > top) {
        best = column
        top = score
      }
    }
    if (best >= 0) {
      inferred[best] = role
      guessed++
    }
  }
  if (!has('timescale')) guess('timescale', share => share.time)
  if (!has('owner')) guess('owner', share => share.owner)
  if (!has('action', 'parent-action', 'professional-action')) guess('action', share => share.action)
  if (!has('action', 'parent-action', 'professional-action') && has('owner', 'timescale')) guess('action', share => share.long)
  if (!has('worry') && inferred[0] === null && (shares[0]?.filled ?? 0) > 0) {
    inferred[0] = 'worry'
    guessed++
  }
  return {roles: inferred, sure: Math.max(0.4, 1 - guessed * 0.2)}
}

function sharesOf(cells: readonly GridCell[], people: People): Shares {
  const filled = cells.length
  if (filled === 0) return {filled, time: 0, owner: 0, action: 0, long: 0, done: 0}
  const share = (test: (text: string) => boolean): number => cells.filter(cell => test(cell.text)).length / filled
  return {
    filled,
    time: share(text => text.length < 60 && timesIn(text, null).length > 0),
    owner: share(text => text.length < 60 && (people.mentionsIn(text).length > 0 || crowdKind(text) !== null) && timesIn(text, null).length === 0),
    action: share(text => grammarOf(text).verb !== null || beginsWithVerb(text)),
    long: share(text => text.length > 40),
    done: share(text => /^\s*(?:done|completed?|achieved|not|partly|partially|ongoing|yes|no|met|unmet|in progress|outstanding)\b/i.test(text))
  }
}

/** In a review table “Outcome” often means how the action went. */
function demoteSecondOutcome(roles: (ColumnRole | null)[], shares: readonly Shares[]): void {
  const outcomes = roles.flatMap((role, column) => (role === 'outcome' ? [column] : []))
  for (const [index, column] of outcomes.entries()) {
    const afterAction = roles.slice(0, column).includes('action')
    if ((shares[column]?.done ?? 0) > 0.5 || (index > 0 && afterAction)) roles[column] = 'progress'
  }
}
