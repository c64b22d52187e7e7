/** A letter before proceedings against the plan it stands on: what it asks, and the worries that are grave enough for a court. */
import {type Change, type LetterComparison, type LetterKind, letterKinds} from '../comparison.ts'
import {version as planlint} from '../version.ts'
import {passage} from './changes.ts'
import {documentOf, groundOf, type PlanVersion} from './compare.ts'
import {likenessOfAsks} from './letter/alike.ts'
import {helpersOf} from './letter/helpers.ts'
import {contradictionsIn} from './letter/contradictions.ts'
import {graveWorries} from './letter/grave.ts'
import {asksOf} from './letter/asks.ts'
import {arrangementsOf} from './letter/arrangements.ts'
import {linesOf} from './letter/lines.ts'
import {looselyAlike} from './letter/loosely.ts'
import {meaningsBy} from './letter/meaning.ts'
import {peopleOfBoth} from './letter/people.ts'
import {assign} from './match.ts'
import type {Action} from './things.ts'
import {type Version, versionOf} from './version.ts'
import {longDate} from '../wording.ts'
import {noteOf, sentencesOf, type Values} from './wording.ts'
import {type Stems, stemsOf, type Weigh} from './words.ts'

type LetterChange = Change<LetterKind>

/** An ask and an action that are this much alike are one thing. */
const sameThing = 0.38
/** The same for a task told in quite other words, which no other ask is; and for one that another ask is already. */
const inOtherWords = 0.5
const surely = 0.7
/** The same for a line that nobody read as an action. */
const inLines = 0.6
const fewerWords = 0.1

export function compareWithLetter(letter: PlanVersion, plan: PlanVersion): LetterComparison {
  const [written, planned] = [versionOf(letter.plan, 0), versionOf(plan.plan, 1)]
  const {names, weigh} = groundOf([written, planned])
  const asks = asksOf(written)
  const people = peopleOfBoth(letter.plan.people, plan.plan.people)
  // Whom the letter calls “their dad” the plan may name.
  const everybody = {...people, parents: [...letter.plan.people.parents, ...plan.plan.people.parents]}
  const changes = [
    ...contradictionsIn(asks, everybody, weigh).map(({first, second, part, name}) =>
      finding('asks-contradict', first, written, {part, values: {name: name ?? ''}, other: second})
    ),
    ...askChanges(asks, written, planned, names, weigh),
    ...graveWorries(written, planned, names, weigh).map(({kind, need, line}) => ({
      ...bare(kind),
      need: need?.text ?? null,
      before: line ? passage(line, written) : null,
      after: need ? passage(need, planned) : null
    }))
  ]
  return {
    planlint,
    kind: 'letter',
    documents: [documentOf(letter), documentOf(plan)],
    children: plan.plan.children.map(({given}) => ({name: given, before: null})),
    notes: notesOf(letter, plan, asks),
    changes: changes.sort((a, b) => letterKinds.indexOf(a.kind) - letterKinds.indexOf(b.kind))
  }
}

function bare(kind: LetterKind, part = '', values: Values = {}): LetterChange {
  return {
    kind,
    ...sentencesOf(kind, values, part),
    need: null,
    before: null,
    after: null
  }
}

/** `before` is the letter's, `after` the plan's, or the other ask of the letter. */
function finding(
  kind: LetterKind,
  ask: Action,
  letter: Version,
  {part = '', values = {}, other}: {part?: string; values?: Values; other?: Action}
): LetterChange {
  return {...bare(kind, part, values), before: passage(ask, letter), after: other ? passage(other, letter) : null}
}

function askChanges(asks: readonly Action[], letter: Version, plan: Version, names: Stems, weigh: Weigh): LetterChange[] {
  const alike = likenessOfAsks(names, weigh, helpersOf([letter.plan, plan.plan]))
  const arrangements = arrangementsOf(plan)
  const meaningOf = meaningsBy(names, plan.plan.people, text => plan.nameIn(letter.nameIn(text)))
  const loosely = looselyAlike(asks, [...plan.actions, ...arrangements], meaningOf, weigh, rareIn([letter, plan]))
  const lines = linesOf(plan)
  const atAll = looselyAlike(asks, lines, meaningOf, weigh, () => false)
  const held = assign(asks, plan.actions, alike, sameThing)
  const left = asks.filter(ask => !held.has(ask) && !plan.actions.some(other => alike(ask, other) >= sameThing))
  const taken = new Set(held.values())
  const free = plan.actions.filter(action => !taken.has(action))
  for (const [ask, action] of assign(left, free, loosely, inOtherWords)) held.set(ask, action)
  return asks.flatMap(ask => {
    const action =
      held.get(ask) ??
      plan.actions.find(other => alike(ask, other) >= sameThing) ??
      plan.actions.find(other => loosely(ask, other) >= surely)
    if (!action && arrangements.some(told => loosely(ask, told) >= inOtherWords)) return []
    // An action that was not read as one, or not as a whole, stands somewhere in the plan.
    const told =
      action ?? best(lines, line => Math.max(atAll(ask, line), sharesWords(ask, line, names) ? alike(ask, line) + fewerWords : 0), inLines)
    if (!told) return [finding('ask-not-in-plan', ask, letter, {})]
    const [asked, planned] = [ask.time.day, told.time.day]
    if (!asked || !planned || planned <= asked) return []
    return [
      {...finding('ask-too-late', ask, letter, {values: {letter: longDate(asked), plan: longDate(planned)}}), after: passage(told, plan)}
    ]
  })
}

/** One word in common is chance. */
function sharesWords(ask: Action, line: Action, names: Stems): boolean {
  return [...ask.stems].filter(stem => !names.has(stem) && line.stems.has(stem)).length > 1
}

function best<T>(all: readonly T[], score: (one: T) => number, least: number): T | undefined {
  let [found, most]: [T | undefined, number] = [undefined, least]
  for (const one of all) {
    const value = score(one)
    if (value >= most) [found, most] = [one, value]
  }
  return found
}

/** Which words no more than two lines of each document hold. */
function rareIn(versions: readonly Version[]): (stem: string) => boolean {
  const counts = versions.map(({plan, nameIn}) => {
    const held = new Map<string, number>()
    for (const {text} of plan.blocks) for (const stem of stemsOf(nameIn(text))) held.set(stem, (held.get(stem) ?? 0) + 1)
    return held
  })
  return stem => counts.every(held => (held.get(stem) ?? 0) <= 2)
}

function notesOf(letter: PlanVersion, plan: PlanVersion, asks: readonly Action[]): string[] {
  const notes: string[] = []
  if (letter.plan.type !== 'letter-before-proceedings') notes.push(noteOf('not-a-letter', {path: letter.path}))
  if (plan.plan.typeConfidence === 0 || (plan.plan.type !== 'child-protection-plan' && plan.plan.type !== 'child-in-need-plan'))
    notes.push(noteOf('not-a-plan', {path: plan.path}))
  if (asks.length === 0) notes.push(noteOf('no-asks', {path: letter.path}))
  if (plan.plan.actions.length === 0) notes.push(noteOf('nothing-read', {path: plan.path}))
  return notes
}
