/** Compares what was understood of a plan with the plan as data, and findings with findings. */
import {resolveOverlaps} from '../../src/engine/overlaps.ts'
import {runRules} from '../../src/engine/run-rule.ts'
import {planOf, prepareRules, read, rules} from '../../src/index.ts'
import type {Plan, Row} from '../../src/model/plan.ts'
import type {PlanData} from './layout-frames.ts'
import type {SeededPlan} from './plans.ts'

export interface Tally {
  same: number
  all: number
  differences: string[]
}

export const tally = (): Tally => ({same: 0, all: 0, differences: []})

/** Lower case, no outer punctuation: “Every day” of a cell and “every day.” of a sentence are the same. */
export function plain(words: string): string {
  return words
    .toLowerCase()
    .replace(/\s+/g, ' ')
    .replace(/^[\s.,:;–-]+|[\s.,:;]+$/g, '')
}

function record(into: Tally, what: string, expected: string, actual: string): void {
  into.all++
  if (expected === actual) into.same++
  else into.differences.push(`${what}: expected “${expected}”, got “${actual}”`)
}

const said = (row: Row, part: 'worries' | 'outcomes'): string =>
  plain(row[part].map(({block, start, end}) => block.text.slice(start, end)).join(' '))

export interface Sames {
  rows: Tally
  owners: Tally
  dates: Tally
}

/** Rows by worry, outcome and actions; owners by the people they stand for; dates by the day they fall due or by how often. */
export function compare(plan: SeededPlan, model: Plan, {rows, owners, dates}: Sames, oneRow: boolean): void {
  for (const need of oneRow ? [merged(plan.needs)] : plan.needs) {
    const parts = [need.worry, need.outcome, ...need.actions.map(({text}) => text)]
    const own = model.rows.filter(({actions}) => actions.some(action => need.actions.some(({text}) => holds(action, text))))
    record(rows, 'row', parts.join(' | '), isNeed(need, own, oneRow) ? parts.join(' | ') : own.map(describe).join(' || '))
  }
  for (const {text, owner, when} of plan.needs.flatMap(({actions}) => actions)) {
    const action = actionOf(model.actions, text)
    const people = [...new Set(action?.owners.flatMap(each => each.people.map(({name}) => name)) ?? [])].sort()
    record(owners, `owner of “${text}”`, (plan.holders[owner] ?? []).join(', '), action ? people.join(', ') : 'no such action')
    const times = action?.timescales.filter(({kind}) => kind !== 'blank').map(time => time.due ?? plain(time.text)) ?? []
    const wanted = dueOf(when) ?? plain(when)
    const actual = times.some(time => time === wanted) || (wanted !== '' && times.join(' ').includes(wanted)) ? wanted : times.join(', ')
    record(dates, `date of “${text}”`, noTime(wanted) ? '' : wanted, action ? (noTime(actual) ? '' : actual) : 'no such action')
  }
}

/** Rows that repeat a worry for each of its actions are one need. */
function isNeed({worry, outcome, actions}: PlanData['needs'][number], rows: readonly Row[], loose: boolean): boolean {
  const all = rows.flatMap(row => row.actions)
  const told = rows.every(row => whole(worry, said(row, 'worries'), loose) && whole(outcome, said(row, 'outcomes'), loose))
  return told && rows.length > 0 && all.length === actions.length && actions.every(({text}) => all.some(action => holds(action, text)))
}

const holds = (action: Plan['actions'][number], text: string): boolean => plain(action.text).includes(plain(text))

/** The words are there and not others as many again: “Our goal is that …” may stand before them. */
function whole(part: string, got: string, loose: boolean): boolean {
  return got.includes(plain(part)) && (loose || got.length <= plain(part).length + 40)
}

const noTime = (words: string): boolean => /^(?:|tbc|n\/a|–|-)$/.test(words)

function merged(needs: PlanData['needs']): PlanData['needs'][number] {
  return {
    worry: needs.map(({worry}) => worry).join(' '),
    outcome: needs.map(({outcome}) => outcome).join(' '),
    actions: needs.flatMap(({actions}) => actions)
  }
}

function actionOf(actions: Plan['actions'], text: string): Plan['actions'][number] | undefined {
  return actions.find(action => holds(action, text))
}

function describe(row: Row): string {
  return [said(row, 'worries'), said(row, 'outcomes'), ...row.actions.map(({text}) => text)].join(' | ')
}

const monthNames = [
  'january',
  'february',
  'march',
  'april',
  'may',
  'june',
  'july',
  'august',
  'september',
  'october',
  'november',
  'december'
]

/** The day in a date as `dateAfter` writes it, ISO. */
function dueOf(when: string): string | null {
  const numbers = /^(\d{1,2})[/.](\d{1,2})[/.](\d{4})$/.exec(when)
  const words = /(\d{1,2}) ([A-Z][a-z]+) (\d{4})$/.exec(when)
  const [day, month, year] = numbers
    ? numbers.slice(1)
    : words
      ? [words[1], String(monthNames.indexOf(words[2]?.toLowerCase() ?? '') + 1), words[3]]
      : []
  return day && month && year ? `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}` : null
}

export interface Finding {
  ruleId: string
  child: string | null
  actual: string | null
}

const set = prepareRules(rules)

/** What the rules find in a document, hints left out. */
export function findingsOf(bytes: Uint8Array, file: string): Finding[] {
  return readPlan(bytes, file).findings
}

/** The model of a document and what the rules find in it, hints left out. */
export function readPlan(bytes: Uint8Array, file: string): {model: Plan; findings: Finding[]} {
  const model = planOf(read(bytes, file))
  return {model, findings: resolveOverlaps(runRules(model, set)).filter(({severity}) => severity !== 'info')}
}

/**
 * What a finding is about, whatever the layout: its rule with the child, or with the part of the plan that holds its words, or that its
 * words hold.
 */
export function keyOf({ruleId, child, actual}: Finding, parts: readonly string[]): string {
  if (child !== null || actual === null) return `${ruleId}: ${child ?? ''}`
  const words = plain(actual)
  const part = aboutWholeParts.has(ruleId)
    ? (parts.find(each => each !== '' && words.includes(plain(each))) ?? parts.find(each => plain(each).includes(words)))
    : undefined
  return `${ruleId}: ${part === undefined ? words : plain(part)}`
}

/** Whether a finding quotes the words, is part of them, or names the child; null stands for the whole document. */
export function isAbout({child, actual}: Finding, about: string | null): boolean {
  if (about === null || child !== null) return about === child
  if (actual === null) return false
  return plain(actual).includes(plain(about)) || plain(about).includes(plain(actual))
}

/** Rules that quote a whole action, outcome or worry; in a layout of sentences there are more words around it. */
const aboutWholeParts = new Set([
  'missing-owner',
  'missing-timescale',
  'overdue-action',
  'visit-without-purpose',
  'parent-only-focus',
  'missing-child-outcome',
  'unclear-contingency',
  'long-sentence',
  'hard-to-read'
])

/** Everything the plan says, longest units first to be found. */
export function partsOf(plan: PlanData): string[] {
  return [
    ...plan.needs.flatMap(({worry, outcome, actions}) => [...actions.map(({text}) => text), worry, outcome]),
    plan.contingency,
    plan.visits,
    plan.voice,
    plan.reasons
  ]
}

/** Counts findings both have against those only one has; a layout may say a thing twice. */
export function compareFindings(expected: readonly string[], actual: readonly string[], into: Tally): void {
  const [wanted, got] = [new Set(expected), new Set(actual)]
  for (const key of new Set([...wanted, ...got])) {
    into.all++
    if (wanted.has(key) && got.has(key)) into.same++
    else into.differences.push(`finding ${wanted.has(key) ? 'lost' : 'added'}: ${key}`)
  }
}
