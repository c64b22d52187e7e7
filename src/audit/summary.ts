/** What an audit says in figures: each measure for all, for teams and for months, and the rules by weight. Small groups are hidden here. */
import type {DocumentType} from '../report.ts'
import type {Measure} from './measures.ts'
import {least, type NamedGroup, pool, shownGroups} from './small-groups.ts'
import type {Group, Sums} from './sums.ts'
import {type Teaching, teachingOf} from './teaching.ts'
import wording from './wording.json' with {type: 'json'}

/** Per cent, in whole numbers; null where there is nothing to count; `hidden` where it rests on too few documents. */
export type Figure = number | null | 'hidden'

export interface MeasureSummary extends Measure {
  figure: Figure
  hits: number | null
  of: number | null
}

export interface GroupSummary {
  name: string
  documents: number | 'hidden'
  /** By id of the measure. */
  figures: Map<string, Figure>
}

export interface RuleSummary extends Teaching {
  documents: number | 'hidden'
  findings: number | 'hidden'
  /** Per cent of the documents. */
  share: Figure
}

export interface AuditSummary {
  version: string
  documents: number
  failed: number
  /** Kinds of which there are few are put together with the next. */
  types: {types: DocumentType[]; documents: number}[]
  measures: MeasureSummary[]
  teams: GroupSummary[]
  months: GroupSummary[]
  /** What to teach first comes first. */
  rules: RuleSummary[]
  failures: {code: string; message: string; documents: number}[]
}

export function summaryOf(sums: Sums, measures: readonly Measure[], showSmall: boolean, version: string): AuditSummary {
  const failures = [...sums.failures].map(([code, failure]) => ({code, ...failure}))
  const failed = failures.reduce((count, {documents}) => count + documents, 0)
  return {
    version,
    documents: sums.all.documents + failed,
    failed,
    types: typesOf(sums, showSmall),
    measures: measures.map(measure => measureIn(measure, sums.all, showSmall)),
    teams: groupsOf(sums.teams, measures, wording.groups.small, showSmall),
    months: groupsOf(sums.months, measures, wording.groups.smallMonths, showSmall),
    rules: rulesOf(sums, showSmall),
    failures: failures.sort((a, b) => b.documents - a.documents)
  }
}

/** What was not recognised tells nothing of a family, and stays apart. */
function typesOf({types}: Sums, showSmall: boolean): AuditSummary['types'] {
  const all = [...types].map(([type, documents]) => ({type: type as DocumentType, documents}))
  const known = all.filter(({type}) => type !== 'unknown')
  const pooled = showSmall ? new Set<string>() : pool(known.map(({type, documents}) => [type, {documents}] as const))
  const apart = all.filter(({type}) => !pooled.has(type)).map(({type, documents}) => ({types: [type], documents}))
  const together = known.filter(({type}) => pooled.has(type))
  if (together.length === 0) return apart
  return [...apart, {types: together.map(({type}) => type), documents: together.reduce((sum, {documents}) => sum + documents, 0)}]
}

/** Names of the groups that rows may show. */
export function namesShown(groups: Sums['teams'], showSmall: boolean): Set<string> {
  return new Set(shownGroups(groups, '\0', showSmall).map(({name}) => name))
}

function atLeast(count: number, showSmall: boolean): number | 'hidden' {
  return showSmall || count === 0 || count >= least ? count : 'hidden'
}

function measureIn(measure: Measure, {totals}: Group, showSmall: boolean): MeasureSummary {
  const total = totals.get(measure.id)
  const isHidden = total !== undefined && atLeast(total.documents, showSmall) === 'hidden'
  const shown = isHidden ? undefined : total
  return {
    ...measure,
    figure: isHidden ? 'hidden' : percent(total?.hits ?? 0, total?.of ?? 0),
    hits: shown?.hits ?? null,
    of: shown?.of ?? null
  }
}

function percent(hits: number, of: number): number | null {
  return of === 0 ? null : Math.round((hits / of) * 100)
}

function groupsOf(groups: Sums['teams'], measures: readonly Measure[], small: string, showSmall: boolean): GroupSummary[] {
  return shownGroups(groups, small, showSmall).map(shown => ({
    name: shown.name === '' ? wording.groups.undated : shown.name,
    documents: atLeast(shown.group.documents, showSmall),
    figures: new Map(measures.map(({id}) => [id, figureIn(shown, id)]))
  }))
}

function figureIn({group, hidden}: NamedGroup, id: string): Figure {
  if (hidden.has(id)) return 'hidden'
  const total = group.totals.get(id)
  return percent(total?.hits ?? 0, total?.of ?? 0)
}

/** How many documents would gain if everybody knew the rule: those it was found in, less what it gets wrong. */
function rulesOf({rules, all}: Sums, showSmall: boolean): RuleSummary[] {
  return [...rules]
    .map(([id, {documents, findings}]) => {
      const teaching = teachingOf(id)
      return {teaching, documents, findings, weight: documents * (teaching.precision?.value ?? 0.5)}
    })
    .sort((a, b) => b.weight - a.weight || (a.teaching.id < b.teaching.id ? -1 : 1))
    .map(({teaching, documents, findings}) => {
      const shown = atLeast(documents, showSmall)
      const isHidden = shown === 'hidden'
      return {
        ...teaching,
        documents: shown,
        findings: isHidden ? ('hidden' as const) : findings,
        share: isHidden ? ('hidden' as const) : percent(documents, all.documents)
      }
    })
}
