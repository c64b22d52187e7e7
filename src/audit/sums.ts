/** Figures of an audit, added up document by document, so that a long run needs no more memory than a short one. */
import type {AuditRecord} from './record.ts'
import {shareIn, type Measure} from './measures.ts'

/** One measure in one group. `documents` are those that it could be taken from. */
export interface Total {
  hits: number
  of: number
  documents: number
}

export interface Group {
  documents: number
  totals: Map<string, Total>
}

export interface RuleTotal {
  findings: number
  documents: number
}

export interface Sums {
  all: Group
  teams: Map<string, Group>
  /** `''` holds the documents without a date. */
  months: Map<string, Group>
  types: Map<string, number>
  rules: Map<string, RuleTotal>
  /** By reason: how many, and the sentence that says so. */
  failures: Map<string, {documents: number; message: string}>
}

export function emptySums(): Sums {
  return {all: emptyGroup(), teams: new Map(), months: new Map(), types: new Map(), rules: new Map(), failures: new Map()}
}

function emptyGroup(): Group {
  return {documents: 0, totals: new Map()}
}

export function addRecord(sums: Sums, record: AuditRecord, measures: readonly Measure[]): void {
  const {error, type, team, month, findings} = record
  if (error) {
    const {documents} = sums.failures.get(error.code) ?? {documents: 0}
    sums.failures.set(error.code, {documents: documents + 1, message: error.message})
    return
  }
  sums.types.set(type, (sums.types.get(type) ?? 0) + 1)
  const groups = [sums.all, groupIn(sums.teams, team), groupIn(sums.months, month ?? '')]
  for (const group of groups) addToGroup(group, record, measures)
  addRules(sums.rules, findings)
}

function groupIn(groups: Map<string, Group>, name: string): Group {
  const group = groups.get(name) ?? emptyGroup()
  groups.set(name, group)
  return group
}

function addToGroup(group: Group, record: AuditRecord, measures: readonly Measure[]): void {
  group.documents++
  for (const {id} of measures) {
    const {hits, of} = shareIn(id, record)
    if (of > 0) addTotal(group.totals, id, {hits, of, documents: 1})
  }
}

function addTotal(totals: Map<string, Total>, id: string, more: Total): void {
  const {hits, of, documents} = totals.get(id) ?? {hits: 0, of: 0, documents: 0}
  totals.set(id, {hits: hits + more.hits, of: of + more.of, documents: documents + more.documents})
}

/** Hints are not counted: they are no faults. */
function addRules(rules: Map<string, RuleTotal>, findings: AuditRecord['findings']): void {
  const seen = new Set<string>()
  for (const {rule, severity} of findings) {
    if (severity === 'info') continue
    const total = rules.get(rule) ?? {findings: 0, documents: 0}
    total.findings++
    if (!seen.has(rule)) total.documents++
    seen.add(rule)
    rules.set(rule, total)
  }
}

/** Puts groups together as if their documents had been in one. */
export function joined(groups: readonly Group[]): Group {
  const whole = emptyGroup()
  for (const {documents, totals} of groups) {
    whole.documents += documents
    for (const [id, total] of totals) addTotal(whole.totals, id, total)
  }
  return whole
}
