/** The line, composed: bytes -> tree -> plan -> findings -> report. The only file that knows every step. */
import rules from '../plugins/index.ts'
import {type Answer, answersIn, type CarriedAnswer, carriedAnswer} from './engine/answers.ts'
import {contextOf} from './engine/context.ts'
import {prepareRules, type Found, type RuleSet, runRules} from './engine/run-rule.ts'
import {resolveOverlaps} from './engine/overlaps.ts'
import {switchesIn} from './engine/suppress.ts'
import {planOf, type PlanSettings} from './model/build.ts'
import type {Plan} from './model/plan.ts'
import {noticeOf} from './model/notices.ts'
import {readabilityOf} from './model/readability.ts'
import {read} from './readers/index.ts'
import type {DocumentReport, Message, PlanSummary, Severity, Source} from './report.ts'
import {type Document, ReadError} from './tree.ts'

export interface LintSettings extends PlanSettings {
  /** Rules made ready by `prepareRules`; all rules with their own settings unless given. */
  rules?: RuleSet
  /** Reading age to aim at, in years. */
  targetReadingAge?: number
  /** What `planOf` made of this document with these settings, where the caller needs it too. */
  plan?: Plan
  /** Keeps the document in the source, for a reporter that shows it. */
  keepTree?: boolean
  /** What was answered in an earlier version, from its `check`. */
  answers?: readonly CarriedAnswer[]
}

/** A document checked. */
export interface Checked {
  report: DocumentReport
  /** What a reporter needs to show words in their sentences. */
  source: Source
  /** What people answered in it, for the check of a later version. */
  answers: CarriedAnswer[]
}

/** Reads and checks one file. Never throws for a bad file: the report then carries `error` and no messages. */
export function lint(bytes: Uint8Array, path: string, settings: LintSettings = {}): DocumentReport {
  try {
    return lintDocument(read(bytes, path), path, settings)
  } catch (error) {
    return failure(error, path)
  }
}

/** The report of a file that could not be read. Throws the error again if it is not a ReadError. */
export function failure(error: unknown, path: string): DocumentReport {
  if (!(error instanceof ReadError)) throw error
  return {
    path,
    type: 'unknown',
    typeConfidence: 0,
    notices: [],
    date: null,
    children: [],
    readability: null,
    plan: null,
    messages: [],
    accepted: [],
    error: {code: error.code, message: error.message}
  }
}

/** Checks a document that has been read. */
export function lintDocument(document: Document, path: string, settings: LintSettings = {}): DocumentReport {
  return check(document, path, settings).report
}

/** Checks a document that has been read, and keeps what a reporter or the check of a later version needs. */
export function check(document: Document, path: string, settings: LintSettings = {}): Checked {
  const plan = settings.plan ?? planOf(document, settings)
  const {open, answered} = sorted(findingsOf(document, plan, settings), document, plan, settings)
  const report: DocumentReport = {
    path,
    type: plan.type,
    typeConfidence: plan.typeConfidence,
    notices: plan.doubts.map(noticeOf),
    date: plan.ownDate,
    children: plan.children.map(({given, born}) => ({name: given, born})),
    readability: readabilityOf(plan, settings.targetReadingAge),
    plan: plan.type === 'unknown' ? null : summaryOf(plan),
    messages: open.map(messageOf),
    accepted: answered.map(({found: {ruleId, actual, location}, answer: {reason, how}}) => ({ruleId, actual, location, reason, how})),
    error: null
  }
  const contexts = open.map(({span}) => span && contextOf(span))
  return {
    report,
    source: {contexts, ...(settings.keepTree && {tree: document.tree})},
    answers: answered.map(({found, answer}) => carriedAnswer(found, answer, plan))
  }
}

interface Sorted {
  open: Found[]
  answered: {found: Found; answer: Answer}[]
}

/** Puts the findings that somebody has answered apart. */
function sorted(findings: readonly Found[], document: Document, plan: Plan, {answers}: LintSettings): Sorted {
  const answerTo = answersIn(document, plan, answers)
  const all: Sorted = {open: [], answered: []}
  for (const found of findings) {
    const answer = answerTo(found)
    if (answer) all.answered.push({found, answer})
    else all.open.push(found)
  }
  return all
}

/** What the rules find and no comment switches off, by weight. */
function findingsOf({tree}: Document, plan: Plan, {rules: set, targetReadingAge}: LintSettings): Found[] {
  const isOff = switchesIn(tree)
  const found = runRules(plan, set ?? prepareRules(rules), targetReadingAge)
  const on = isOff ? found.filter(({ruleId, place}) => !isOff(ruleId, place?.start.offset ?? null)) : found
  return resolveOverlaps(on).sort(byWeight)
}

const weight: Readonly<Record<Severity, number>> = {error: 0, warning: 1, info: 2}

/** What stops the plan from working first, then by place. */
function byWeight(a: Found, b: Found): number {
  return weight[a.severity] - weight[b.severity] || a.rank - b.rank || (a.place?.start.offset ?? -1) - (b.place?.start.offset ?? -1)
}

function messageOf({rank: _rank, span: _span, ...message}: Found): Message {
  return message
}

function summaryOf(plan: Plan): PlanSummary {
  return {
    rows: plan.rows.length,
    actions: plan.actions.length,
    actionsWithOwner: plan.actions.filter(({owners}) => owners.some(({kind}) => kind === 'named')).length,
    actionsWithTimescale: plan.actions.filter(({timescales}) => timescales.some(({kind}) => kind !== 'vague' && kind !== 'blank')).length,
    actionsForParents: plan.actions.filter(({doer}) => doer === 'parent').length,
    contingency: plan.type === 'letter-before-proceedings' ? 'not-applicable' : plan.contingency.state,
    childrenHeard: plan.voices.filter(({heard}) => heard).map(({child}) => child.given)
  }
}
