/** One document in an audit: a line of JSON. What may not be told is not in it. */
import type {AuditedAction, AuditedChild, DocumentReport, DocumentType, Facts, Message, PlanSummary, Severity} from '../report.ts'
import {placeWithoutWords} from '../report.ts'
import type {Naming} from './naming.ts'

export interface AuditFinding {
  rule: string
  severity: Severity
  place: string
  child: string | null
  /** Only where quotations are wanted, because these quote the document. */
  reason?: string
  words?: string | null
  location?: string
}

export type AuditChild = Omit<AuditedChild, 'name' | 'born'> & {child: string}

/** `due` is a month; `text` is there only where quotations are wanted. */
export type AuditAction = Omit<AuditedAction, 'text'> & {text?: string}

export interface AuditRecord {
  planlint: string
  document: string
  team: string
  /** The month of the document's own date, such as `2026-03`. */
  month: string | null
  type: DocumentType
  words: number
  readingAge: number | null
  targetReadingAge: number | null
  plan: Omit<PlanSummary, 'childrenHeard'> | null
  children: AuditChild[]
  actions: AuditAction[]
  concerns: {effect: boolean}[]
  findings: AuditFinding[]
  error: {code: string; message: string} | null
}

/** Where the document was found. */
export interface Origin {
  /** The path below the folder that was given. */
  path: string
  /** Name of the folder that stands for a team. */
  team: string
}

const noFacts: Facts = {children: [], actions: [], concerns: [], names: []}

export function recordOf(report: DocumentReport, facts: Facts | null, origin: Origin, naming: Naming, version: string): AuditRecord {
  const {children, actions, concerns, names} = facts ?? noFacts
  const {readability} = report
  return {
    planlint: version,
    document: naming.document(origin.path),
    team: naming.team(origin.team, names),
    month: report.date?.slice(0, 7) ?? null,
    type: report.type,
    words: readability?.words ?? 0,
    readingAge: readability?.readingAge ?? null,
    targetReadingAge: readability?.target ?? null,
    plan: report.plan && planOf(report.plan),
    children: children.map(({name, born, ...child}) => ({child: naming.child(name, born), ...child})),
    actions: actions.map(({text, due, ...action}) => ({...action, due: due?.slice(0, 7) ?? null, ...(naming.quotes && {text})})),
    concerns,
    findings: report.messages.map(message => findingOf(message, children, naming)),
    error: report.error
  }
}

function planOf({childrenHeard: _names, ...counts}: PlanSummary): AuditRecord['plan'] {
  return counts
}

function findingOf(message: Message, children: Facts['children'], naming: Naming): AuditFinding {
  const {ruleId, severity, child, reason, actual, location} = message
  return {
    rule: ruleId,
    severity,
    place: placeWithoutWords(message),
    child: child === null ? null : childNamed(child, children, naming),
    ...(naming.quotes && {reason, words: actual, location})
  }
}

/** A finding names a child by the first name: the same child must have the same pseudonym in the whole record. */
function childNamed(given: string, children: Facts['children'], naming: Naming): string {
  const whole = children.find(({name}) => name === given || name.startsWith(`${given} `))
  return naming.child(whole?.name ?? given, whole?.born ?? null)
}
