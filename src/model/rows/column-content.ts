/** What a column holds, told by its cells where its name does not say. */
import {timesIn} from '../../text/dates.ts'
import type {GridCell} from '../blocks.ts'
import type {People} from '../plan.ts'
import type {TableInfo} from '../tables.ts'
import type {ColumnRole} from '../vocabulary.ts'
import {beginsWithVerb, grammarOf} from './action-words.ts'
import {crowdKind} from './owners.ts'
import {tellPeriods} from './periods.ts'
import {tellWhose} from './whose-columns.ts'

interface Shares {
  filled: number
  time: number
  owner: number
  action: number
  long: number
  done: number
  worry: number
  outcome: number
}

/** What each guess takes off the certainty: told by nearly every cell, by most, or only by what is left over. */
const cost = {strong: 0.1, weak: 0.25, leftOver: 0.2, nearest: 0.3}
const strongFrom = 0.9

/** Roles of all columns, and how sure the reading is: 1 if every column has a telling name. */
export function inferRoles(
  {grid, firstRow, roles, names, spanning}: TableInfo,
  people: People
): {roles: (ColumnRole | null)[]; sure: number} {
  const inferred = [...roles]
  const bodies = roles.map((_, column) =>
    grid.cells.filter(cell => cell.row >= firstRow && cell.column === column && !spanning.has(cell.row) && cell.text)
  )
  const shares = bodies.map(cells => sharesOf(cells, people))
  demoteSecondOutcome(inferred, shares)
  const has = (...wanted: ColumnRole[]): boolean => inferred.some(role => role !== null && wanted.includes(role))
  let doubt = 0
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
      doubt += top >= strongFrom ? cost.strong : cost.weak
    }
  }
  swapMisnamed(inferred, shares)
  tellWhose(inferred, names, people)
  tellPeriods(inferred, names)
  if (!has('timescale')) guess('timescale', share => share.time)
  if (!has('owner')) guess('owner', share => share.owner)
  if (!has('action', 'parent-action', 'professional-action')) guess('action', share => share.action)
  if (!has('action', 'parent-action', 'professional-action') && has('owner', 'timescale') && guessNearest(inferred, shares))
    doubt += cost.nearest
  if (!has('worry')) guess('worry', share => (share.long > 0.4 ? share.worry : 0))
  if (!has('outcome')) guess('outcome', share => (share.long > 0.5 ? share.outcome : 0))
  // One column of sentences is left beside the worry and the tasks: what should come of them.
  const left = [...shares.keys()].filter(
    column => inferred[column] === null && (shares[column]?.long ?? 0) > 0.3 && (shares[column]?.done ?? 0) < 0.3
  )
  if (!has('outcome') && has('worry') && left.length === 1 && (shares[left[0] as number]?.outcome ?? 0) >= 0.3) {
    inferred[left[0] as number] = 'outcome'
    doubt += cost.leftOver
  }
  if (!has('worry') && inferred[0] === null && (shares[0]?.filled ?? 0) > 0) {
    inferred[0] = 'worry'
    doubt += cost.leftOver
  }
  return {roles: inferred, sure: Math.max(0, 1 - doubt)}
}

function sharesOf(cells: readonly GridCell[], people: People): Shares {
  const filled = cells.length
  if (filled === 0) return {filled, time: 0, owner: 0, action: 0, long: 0, done: 0, worry: 0, outcome: 0}
  const share = (test: (text: string) => boolean): number => cells.filter(cell => test(cell.text)).length / filled
  return {
    filled,
    time: share(text => mostLines(text, line => line.length < 60 && timesIn(line, null).length > 0)),
    owner: share(text =>
      mostLines(
        text,
        line => line.length < 60 && (people.mentionsIn(line).length > 0 || crowdKind(line) !== null) && timesIn(line, null).length === 0
      )
    ),
    action: share(text => grammarOf(text).verb !== null || beginsWithVerb(text)),
    long: share(text => text.length > 40),
    worry: share(text => worrying.test(text)),
    outcome: share(text => readsAsOutcome(text, people)),
    done: share(text =>
      /^\s*(?:done|completed?|achieved|not|partly|partially|ongoing|yes|no|met|unmet|in progress|outstanding)\b/i.test(text)
    )
  }
}

function mostLines(text: string, test: (line: string) => boolean): boolean {
  const lines = text.split('\n').filter(line => line.trim())
  return lines.filter(test).length > lines.length / 2
}

const worrying =
  /\b(?:worr\w+|concern\w*|risk\w*|harm\w*|hurt\w*|hit|missed|missing|without|alone|no (?:food|bed|heating|money|dentist)|not (?:been|have|had|enough)|has(?:n['’]t| not)|was|were|had|poor|dirty|late|tired|scared|frightened|behind|excluded|police|drunk|drugs?|alcohol|abuse|neglect)\b/i
const happened = /\b(?:was|were|had|has been|have been|came|went|found|told|said|missed|since)\b/i

/** Words about a child that do not tell what happened. */
function readsAsOutcome(text: string, people: People): boolean {
  return !happened.test(text) && linksAChild(text, people)
}

/** A state of a child’s life told as if it were so, and nothing to worry about in it. */
export function readsAsGoal(text: string, people: People): boolean {
  return readsAsOutcome(text, people) && !worrying.test(text)
}

function linksAChild(text: string, people: People): boolean {
  return people.mentionsIn(text).some(({person}) => person.kind === 'child') || /\b(?:child|children|baby|twins|boys|girls)\b/i.test(text)
}

/** `Done by` may name a day or a person: what stands under it tells. */
function swapMisnamed(roles: (ColumnRole | null)[], shares: readonly Shares[]): void {
  for (const [column, share] of shares.entries()) {
    if (roles[column] === 'owner' && share.time > 0.5 && share.owner < 0.3) roles[column] = 'timescale'
    else if (roles[column] === 'timescale' && share.owner > 0.6 && share.time < 0.2) roles[column] = 'owner'
  }
}

/** With no name and no verbs to go by, the tasks are the long cells next to who does them and when. */
function guessNearest(roles: (ColumnRole | null)[], shares: readonly Shares[]): boolean {
  const anchor = roles.findIndex(role => role === 'owner' || role === 'timescale')
  const columns = [...shares.keys()].filter(column => roles[column] === null && (shares[column]?.long ?? 0) > 0.3)
  const [best] = columns.sort((a, b) => Math.abs(a - anchor) - Math.abs(b - anchor))
  if (best !== undefined) roles[best] = 'action'
  return best !== undefined
}

/** In a review table “Outcome” often means how the action went. */
function demoteSecondOutcome(roles: (ColumnRole | null)[], shares: readonly Shares[]): void {
  const outcomes = roles.flatMap((role, column) => (role === 'outcome' ? [column] : []))
  for (const [index, column] of outcomes.entries()) {
    const afterAction = roles.slice(0, column).includes('action')
    if ((shares[column]?.done ?? 0) > 0.5 || (index > 0 && afterAction)) roles[column] = 'progress'
  }
}
