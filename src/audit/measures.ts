/** The audit's measures: what each counts of one document, out of how many. */
import type {AuditRecord} from './record.ts'
import wording from './wording.json' with {type: 'json'}

export interface Measure {
  id: string
  name: string
  /** Per cent to reach. */
  target: number
}

export interface Share {
  hits: number
  of: number
}

const nothing: Share = {hits: 0, of: 0}

const counts: Readonly<Record<string, (record: AuditRecord) => Share>> = {
  'actions-with-date': ({plan, type}) => (isPlan(type) && plan ? {hits: plan.actionsWithTimescale, of: plan.actions} : nothing),
  'actions-with-owner': ({plan, type}) => (isPlan(type) && plan ? {hits: plan.actionsWithOwner, of: plan.actions} : nothing),
  'outcome-for-each-child': record => ofPlans(record, ({children}) => children.every(({outcome}) => outcome === true)),
  contingency: record => ofPlans(record, ({plan}) => plan?.contingency === 'clear' || plan?.contingency === 'unclear'),
  'clear-contingency': record => ofPlans(record, ({plan}) => plan?.contingency === 'clear'),
  'child-voice': record => ofPlans(record, ({children}) => children.every(({voice}) => voice)),
  'effect-of-concerns': ({concerns}) => ({hits: concerns.filter(({effect}) => effect).length, of: concerns.length}),
  'reading-age': ({readingAge, targetReadingAge, type}) =>
    readingAge === null || type === 'unknown' ? nothing : one(Math.round(readingAge) <= (targetReadingAge ?? Number.POSITIVE_INFINITY))
}

/** Targets are planlint's own proposals unless others are given. */
export function measuresWith(targets: ReadonlyMap<string, number>): Measure[] {
  return wording.measures.map(({id, name, target}) => ({id, name, target: targets.get(id) ?? target}))
}

export function shareIn(measure: string, record: AuditRecord): Share {
  return counts[measure]?.(record) ?? nothing
}

function isPlan(type: AuditRecord['type']): boolean {
  return type === 'child-in-need-plan' || type === 'child-protection-plan'
}

/** A plan in which no child was found cannot be said to have left one out. */
function ofPlans(record: AuditRecord, holds: (record: AuditRecord) => boolean): Share {
  return isPlan(record.type) && record.children.length > 0 ? one(holds(record)) : nothing
}

function one(holds: boolean): Share {
  return {hits: holds ? 1 : 0, of: 1}
}
