/** The needs of a plan with their outcomes and actions, cleared of what the layout mixed in, so that another layout reads the same. */
import places from '../../rules/compare/places.json' with {type: 'json'}
import {isDone} from '../model/overdue.ts'
import type {Action as PlanAction, Block, Plan, Row, Span} from '../model/plan.ts'
import {labelText, textOf, trimmed, wholeBlock} from '../model/spans.ts'
import {columnRole} from '../model/vocabulary.ts'
import {datesIn} from '../text/dates.ts'
import {createMatcher} from '../text/phrases.ts'
import {looseNeeds} from './loose.ts'
import type {Namer} from './people.ts'
import {statedOf} from './stated.ts'
import {type Time, timeOf} from './times.ts'
import {type Stems, stemsOf} from './words.ts'

/** Words of the plan and the stems they are compared by. */
export interface Worded {
  text: string
  at: Span
  stems: Stems
}

export interface Action extends Worded {
  need: Need
  /** Who is to do it, as written; empty if nobody is named. */
  owner: string
  ownerStems: Stems
  /** Nobody in particular: all, the family. */
  isCrowd: boolean
  /** Told by a cell, a label or a bracket, not only by the words of the action. */
  isOwnerGiven: boolean
  time: Time
  /** The plan that asks for it says itself that it was done. */
  done: boolean
  progress: string
}

/** Its text is the worry; empty where the plan only lists actions. */
export interface Need extends Worded {
  outcomes: Worded[]
  actions: Action[]
}

const matcher = createMatcher({news: places.news, worries: places.worries, aims: places.aims, tasks: places.tasks})

/** A heading that promises to tell what happened since the last plan. */
export function isNewsHeading(title: string): boolean {
  return matcher.match(title).some(({list}) => list === 'news')
}

export function isWorryHeading(title: string): boolean {
  return matcher.match(title).some(({list}) => list === 'worries')
}

/** A heading or label after which stands what is aimed for. */
export function isAimHeading(title: string): boolean {
  return matcher.match(title).some(({list}) => list === 'aims')
}

export function isTaskHeading(title: string): boolean {
  return matcher.match(title).some(({list}) => list === 'tasks')
}

export function needsOf(plan: Plan, nameIn: Namer): Need[] {
  const worries = new Map<number, Row[]>()
  for (const row of plan.rows) for (const {block} of row.worries) worries.set(block.index, [...(worries.get(block.index) ?? []), row])
  const needs = plan.rows.map(row => needOf(row, plan, nameIn, worries)).filter(need => need !== null)
  const loose = plan.type === 'letter-before-proceedings' ? [] : looseNeeds(plan, needs, nameIn)
  return withoutEchoes([...needs, ...loose], plan.rows)
}

/** The same worry read twice, under its heading and in its table: the reading without actions goes. */
function withoutEchoes(needs: readonly Need[], rows: readonly Row[]): Need[] {
  return needs.filter(need => {
    if (need.actions.length > 0) return true
    const others = needs.filter(other => other !== need && (other.actions.length > 0 || needs.indexOf(other) < needs.indexOf(need)))
    const told = others.flatMap(other => rows.filter(row => row.actions.some(({at}) => other.actions.some(action => action.at.block === at.block)))).flatMap(({worries}) => worries)
    return ![...told, ...others.map(({at}) => at)].some(({block}) => block === need.at.block)
  })
}

function needOf(row: Row, plan: Plan, nameIn: Namer, worries: ReadonlyMap<number, readonly Row[]>): Need | null {
  const {worry, outcomes} = statementsOf(row)
  const at = worry[0] ?? row.worries[0] ?? outcomes[0] ?? row.actions[0]?.at
  if (!at) return null
  const text = worry.map(textOf).join(' ')
  const need: Need = {
    text,
    at,
    stems: stemsOf(nameIn(text)),
    outcomes: outcomes.map(span => worded(span, nameIn)),
    actions: []
  }
  const own = row.actions.filter(action => !(worries.get(action.at.block.index) ?? []).some(other => other !== row))
  for (const action of own) need.actions.push(actionOf(action, need, plan, nameIn))
  return need
}

export function worded(span: Span, nameIn: Namer): Worded {
  const text = textOf(span)
  return {text, at: span, stems: stemsOf(nameIn(withoutDates(text)))}
}

/** A date tells when, not what. */
export function withoutDates(text: string): string {
  let left = text
  for (const {start, end} of [...datesIn(text, null)].reverse()) left = left.slice(0, start) + left.slice(end)
  return left
}

/** What of a row's worry is the worry: not its number, not news, and not an outcome with a label in front. */
function statementsOf({worries, outcomes}: Row): {worry: Span[]; outcomes: Span[]} {
  const stated = worries.filter(({block}) => !isNewsHeading(block.section.title) || roleOfLabel(block) === 'worry')
  const full = stated.filter(({block}) => block.kind !== 'heading' && !/^\W*\w+\s*\d*\W*$/.test(block.text))
  const parts = (full.length > 0 ? full : stated).flatMap(labelledParts)
  // “What needs to change” names the worry where it stands alone, and the aim where the worry has a label of its own.
  const isAim = ({role, label}: Part): boolean => role === 'outcome' || (isAimHeading(label) && parts.some(part => !isAimHeading(part.label)))
  return {
    worry: parts.filter(part => !isAim(part)).map(({span}) => span),
    outcomes: [...outcomes.map(withoutLabel), ...parts.filter(isAim).map(({span}) => span)]
  }
}

export interface Part {
  role: string | null
  label: string
  span: Span
}

function withoutLabel(span: Span): Span {
  const {block, start, end} = span
  return block.labelEnd > start && block.labelEnd < end ? trimmed({block, start: block.labelEnd, end}) : span
}

const inlineLabel = /(?<=^|[.!?]\s+|\n)(?<label>\p{Lu}[^.:!?\n]{2,60})[:?](?:\s|$)/gu

/** A line that holds several labels (`Worry: … What we want for Jude: …`), cut at them. */
export function labelledParts(span: Span): Part[] {
  const {block} = span
  const text = textOf(span)
  const known = [...text.matchAll(inlineLabel)]
    .map(match => ({label: match.groups?.label ?? '', start: match.index, end: match.index + match[0].length}))
    .filter(({label}) => columnRole(label) !== null || isAimHeading(label) || isTaskHeading(label))
  if (known.length === 0) return [{role: null, label: '', span: withoutLabel(span)}]
  const first = known[0]?.start ?? 0
  const lead = first > 0 ? [{role: null, label: '', span: trimmed({block, start: span.start, end: span.start + first})}] : []
  const parts = known.map(({label, end}, index) => ({
    role: columnRole(label),
    label,
    span: trimmed({block, start: span.start + end, end: span.start + (known[index + 1]?.start ?? text.length)})
  }))
  return [...lead, ...parts]
}

function actionOf(action: PlanAction, need: Need, plan: Plan, nameIn: Namer): Action {
  const {task, rest} = statedOf(action.at)
  const text = textOf(task)
  const {owners: given, isGiven} = ownersOf(action, rest.owner)
  const owner = given.map(({text: said}) => said.replace(/[.\s]+$/, '')).join(', ')
  return {
    text,
    at: task,
    stems: stemsOf(nameIn(withoutDates(text))),
    need,
    owner,
    ownerStems: stemsOf(nameIn(owner)),
    isCrowd: given.every(({kind}) => kind !== 'named'),
    isOwnerGiven: isGiven,
    time: timeOf(action, rest, plan.date),
    done: isDone(action.progress) || isDone(textOf(action.at)),
    progress: action.progress
  }
}

/** Whom a cell or a label of its own names, before whom the words of the action name. */
function ownersOf({owners, at}: PlanAction, said: string | null): {owners: {text: string; kind: string}[]; isGiven: boolean} {
  const beside = owners.filter(owner => owner.at && owner.at.block !== at.block)
  if (beside.length > 0) return {owners: beside, isGiven: true}
  if (said) {
    const known = owners.find(({text}) => text.includes(said) || said.includes(text))
    return {owners: [{text: said, kind: known?.kind ?? 'named'}], isGiven: true}
  }
  return {owners: owners.slice(0, 1), isGiven: false}
}

/** The label a block has, by what its column would be. */
export function roleOfLabel(block: Block): string | null {
  return block.labelEnd > 0 ? columnRole(labelText(block)) : null
}

export {wholeBlock}
