/** What was understood of a plan as plain values: for a person to check, and for pages made of nothing but the plan's own words. */
import type {DocumentType} from '../report.ts'
import type {Action, Owner, Person, Plan, Span, Timescale} from './plan.ts'
import {sourceRange, textOf} from './spans.ts'

/** Words of the document and where they stand. */
export interface Words {
  text: string
  start: number
  end: number
}

/** Whom an action falls to. `nobody`: no one person, post or service is named. */
export type Carrier = 'mother' | 'father' | 'parent' | 'child' | 'relative' | 'professional' | 'nobody'

export interface OutlineAction extends Words {
  /** As written, each once. */
  owners: string[]
  times: string[]
  /** A person, a post or a team is named; a day, an interval or an event is given. */
  hasOwner: boolean
  hasTime: boolean
  carriers: Carrier[]
}

export interface Outline {
  type: DocumentType
  /** The date the document was judged by, ISO. */
  date: string | null
  children: {name: string; born: string | null; age: number | null; unborn: boolean}[]
  adults: {name: string; post: string | null; kind: Exclude<Person['kind'], 'child'>}[]
  rows: {worries: Words[]; outcomes: Words[]; actions: OutlineAction[]}[]
  contingency: {state: Plan['contingency']['state']; statements: Words[]}
  /** A letter's worries, and what it says may happen. */
  concerns: Words[]
  consequence: Words | null
}

export function outlineOf(plan: Plan): Outline {
  const {type, date, children, people, rows, contingency, letter} = plan
  const adults = [...people.parents, ...people.others]
  return {
    type,
    date,
    children: children.map(({given, born, age, unborn}) => ({name: given, born, age, unborn})),
    adults: adults.map(({name, post, kind}) => ({name, post, kind: kind as Outline['adults'][number]['kind']})),
    rows: rows.map(({worries, outcomes, actions}) => ({
      worries: worries.map(wordsOf),
      outcomes: outcomes.map(wordsOf),
      actions: actions.map(action => actionOf(action, people.parents))
    })),
    contingency: {state: contingency.state, statements: contingency.statements.map(({at}) => wordsOf(at))},
    concerns: (letter?.concerns ?? []).map(({at}) => wordsOf(at)),
    consequence: letter?.consequence ? wordsOf(letter.consequence) : null
  }
}

function wordsOf(span: Span): Words {
  return {text: oneLine(textOf(span)), ...sourceRange(span)}
}

function actionOf({at, text, owners, timescales, doer}: Action, parents: readonly Person[]): OutlineAction {
  return {
    ...wordsOf(at),
    text: oneLine(text),
    owners: eachOnce(owners.filter((owner, index) => !owners.slice(0, index).some(other => isSame(other, owner)))),
    times: eachOnce(timescales),
    hasOwner: owners.some(({kind}) => kind === 'named'),
    hasTime: timescales.some(({kind}) => kind !== 'vague' && kind !== 'blank'),
    carriers: carriersOf(owners, doer, parents)
  }
}

/** An action that several share counts for each. Where the owner is a post without a name, the model still knows which side does it. */
function carriersOf(owners: readonly Owner[], doer: Action['doer'], parents: readonly Person[]): Carrier[] {
  const people = owners.flatMap(owner => owner.people)
  if (people.length > 0) return [...new Set(people.map(carrierOf))]
  const isOwned = owners.some(({kind}) => kind !== 'crowd')
  if (doer === 'unknown') return [isOwned ? 'professional' : 'nobody']
  const [only] = parents
  return [doer === 'parent' && parents.length === 1 && only ? carrierOf(only) : doer]
}

function carrierOf({kind, sex}: Person): Carrier {
  if (kind === 'parent') return sex === 'female' ? 'mother' : sex === 'male' ? 'father' : 'parent'
  return kind === 'other' ? 'professional' : kind
}

/** `Ruth` in the action itself is the `Ruth Marsh` of the column beside it. */
function isSame(a: Owner, b: Owner): boolean {
  return b.people.length > 0 && b.people.every(person => a.people.includes(person))
}

function eachOnce(parts: readonly (Owner | Timescale)[]): string[] {
  return [...new Set(parts.map(({text}) => oneLine(text)).filter(Boolean))]
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim()
}
