/** Needs set out in one table and their tasks in another, which names each need by its number or its name. */
import type {Section} from '../plan.ts'
import type {DraftRow} from './draft.ts'
import {textOf} from '../spans.ts'

/** A row of a table of needs without tasks, and what a table of tasks may call it. */
export interface StatedNeed {
  keys: readonly string[]
  row: DraftRow
}

const withNumber =
  /^(?:(?:needs?|outcomes?|goals?|worry|worries|areas?|objectives?|priorit(?:y|ies)|aims?|concerns?|risks?|themes?|no|number)\b[\s.:]*)*([a-z]?\d{1,2}[a-z]?|[a-h])(?![\p{L}\d])[.):]?\s*(?:[–—:-]\s*)?/iu
const mostNameWords = 6
const list = /\s*(?:,|;|&|\/|\+|\band\b)\s*/i

/** What a short cell may call a need: its number, its name, or both (`Need 2: School`). */
export function keysIn(text: string): string[] {
  const plain = text.trim().toLowerCase().replace(/\s+/g, ' ')
  if (plain === '' || plain.split(' ').length > mostNameWords) return []
  const number = withNumber.exec(plain)
  const name = plain.slice(number?.[0].length ?? 0).replace(/[\s.:]+$/, '')
  return [number?.[1], name].filter((key): key is string => Boolean(key))
}

/** The same for a cell that may call several: `1, 3`, `Needs 2 and 4`. */
function keysOf(text: string): string[] {
  const parts = text.split(list)
  const several = parts.length > 1 && parts.every(part => withNumber.exec(part.trim())?.[0].trim().length === part.trim().length)
  return several ? parts.flatMap(keysIn) : keysIn(text)
}

const ofAll = /^(?:all(?: (?:needs|areas|outcomes|of the above))?|general|whole plan|every need)\.?$/i

/** Gives tasks to the needs they name; needs without tasks stay rows of their own. */
export function linkNeeds(needs: readonly StatedNeed[], rows: readonly DraftRow[]): DraftRow[] {
  const firstCalled = new Map<string, number>()
  for (const [at, {keys}] of needs.entries()) for (const key of keys) if (!firstCalled.has(key)) firstCalled.set(key, at)
  const numbered = sectionsNumberedByNeed(rows, needs.length)
  const kept: DraftRow[] = []
  for (const row of rows) {
    if (handOut(row, needs, firstCalled)) continue
    const bare = row.layout === 'table' && row.outcomes.length === 0
    const called = bare ? keysFor(row, numbered).flatMap(key => firstCalled.get(key) ?? []) : []
    const need = needs[Math.min(...called)]
    if (need) {
      need.row.actions.push(...row.actions)
      need.row.progress.push(...row.progress)
      continue
    }
    if (bare) settle(row, needs)
    kept.push(row)
  }
  return [...kept, ...needs.map(({row}) => row)]
}

const inFront =
  /^\s*(?:needs?|outcomes?|goals?|worry|worries|areas?|aims?|concerns?|risks?)\s+(?:no\.?\s*)?(\d{1,2}|[a-h])\s*(?:[:.)]|[–—-]\s)\s*/i

/** Gives each task of a row to the need that its own words call first (`Worry 2: book …`). True if none are left. */
function handOut(row: DraftRow, needs: readonly StatedNeed[], called: ReadonlyMap<string, number>): boolean {
  if (row.outcomes.length > 0 || row.worries.length > 0 || row.actions.length === 0) return false
  row.actions = row.actions.filter(action => {
    const [lead, key = ''] = inFront.exec(textOf(action.at)) ?? ['']
    const need = needs[called.get(key.toLowerCase()) ?? -1]
    if (!need) return true
    action.at = {...action.at, start: action.at.start + lead.length}
    need.row.actions.push(action)
    return false
  })
  return row.actions.length === 0
}

/** What a row of tasks calls its need: in the place of the worry, else in the column of numbers. */
function keysFor({worries, reference, section}: DraftRow, numbered: ReadonlySet<Section>): string[] {
  const called = worries.map(span => keysOf(textOf(span)))
  if (called.length > 0) return called.every(keys => keys.length > 0) ? called.flat() : []
  return reference && numbered.has(section) ? keysOf(reference) : []
}

/** A number beside a task is that of its need only where it comes again: else the tasks are numbered themselves. */
function sectionsNumberedByNeed(rows: readonly DraftRow[], needs: number): Set<Section> {
  const numbers = new Map<Section, string[]>()
  for (const {section, reference} of rows) {
    if (!reference) continue
    const own = numbers.get(section)
    if (own) own.push(reference.trim())
    else numbers.set(section, [reference.trim()])
  }
  return new Set([...numbers].flatMap(([section, all]) => (new Set(all).size < all.length || all.length === needs ? [section] : [])))
}

/** A task that names no need: one for all of them is a loose one; where nothing links the two tables, any of the needs may be meant. */
function settle(row: DraftRow, needs: readonly StatedNeed[]): void {
  const name = row.worries.length > 0 ? row.worries.map(textOf).join(' ') : (row.reference ?? '')
  if (ofAll.test(name.trim())) {
    row.layout = 'list'
    row.worries = []
  } else if (row.worries.length === 0) {
    row.worries = needs.flatMap(need => need.row.worries)
    row.outcomes = needs.flatMap(need => need.row.outcomes)
  }
}
