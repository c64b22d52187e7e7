/** Whether what a plan aims for in the child's life became weaker: gone, a task, without a number, or in words nobody could check. */
import words from '../../rules/compare/weaker.json' with {type: 'json'}
import vagueWording from '../../plugins/vague-wording.ts'
import {prepareRules, runRules} from '../engine/run-rule.ts'
import {childrenIn, linksChild, outcomeKind} from '../model/child-link.ts'
import type {Plan} from '../model/plan.ts'
import {createMatcher} from '../text/phrases.ts'
import {assign} from './match.ts'
import {isMeasured, type Strength, strengthOf} from './strength.ts'
import type {Need, Worded} from './things.ts'
import type {Ground, Version} from './version.ts'
import {coverage, likeness, type Stems, stemsOf, type Weigh} from './words.ts'

export type Weakness = 'gone' | 'task' | 'uncounted' | 'vague'

export interface Weakened {
  part: Weakness
  before: Worded
  /** What is aimed at instead; null if nothing is. */
  after: Worded | null
  need: string | null
}

/** An aim and all the words it stands among: where its own are new, they tell which one it was. */
interface Aim {
  outcome: Worded
  need: Need | null
  around: Stems
}

const matcher = createMatcher({vague: words.vague, task: words.task})
const ruleSet = prepareRules([vagueWording])

/** A text that keeps this much of the older one says the same. */
const same = 0.75
/** Two aims that are at least this alike are one aim. */
const alikeEnough = 0.34
/** What is left over is one aim where it stands among things this much alike. */
const nearEnough = 0.2
const someNear = 0.1
/** An older aim of which the newer ones hold this much has only moved or been joined to another. */
const held = 0.5

export function weakenedOutcomes(ground: Ground): Weakened[] {
  const {before, after, needs, weigh} = ground
  const older = aimsIn(before)
  const newer = aimsIn(after)
  const pairs = pairsOf(older, newer, ground)
  const vagueness = {before: vaguenessOf(before.plan), after: vaguenessOf(after.plan)}
  const all = new Set(newer.flatMap(({outcome}) => [...outcome.stems]))
  return older.flatMap((aim): Weakened[] => {
    const {outcome, need} = aim
    const pair = pairs.get(aim)
    if (pair) {
      const part = weaknessOf(outcome, pair.outcome, ground, vagueness)
      return part ? [{part, before: outcome, after: pair.outcome, need: pair.need?.text || null}] : []
    }
    const stands = need && needs.get(need)
    const isGone = stands && stands.outcomes.length === 0 && coverage(outcome.stems, all, weigh) < held
    return isGone ? [{part: 'gone', before: outcome, after: null, need: stands.text || null}] : []
  })
}

/** First what is told in much the same words; then, among what is left, what stands among the same things. */
function pairsOf(older: readonly Aim[], newer: readonly Aim[], ground: Ground): ReadonlyMap<Aim, Aim> {
  const sure = assign(older, newer, (a, b) => likenessOf(a, b, ground), alikeEnough)
  const taken = new Set(sure.values())
  const rest = assign(
    older.filter(aim => !sure.has(aim)),
    newer.filter(aim => !taken.has(aim)),
    (a, b) => nearnessOf(a, b, ground),
    nearEnough
  )
  return new Map([...sure, ...rest])
}

/** All that a version aims at; what several rows repeat (`As above`) once, and no bare number of an aim told elsewhere. */
function aimsIn({needs, aims}: Version): Aim[] {
  const found = new Map<string, Aim>()
  const add = (outcome: Worded, need: Need | null): void => {
    const key = outcome.text.toLowerCase()
    if (!found.has(key) && !isNumber(outcome)) found.set(key, {outcome, need, around: aroundOf(outcome, need)})
  }
  for (const need of needs) for (const outcome of need.outcomes) add(outcome, need)
  for (const aim of aims) add(aim, null)
  const listed = [...found.values()]
  // A table whose rows give the number of an aim in a list before it.
  for (const need of needs) {
    for (const outcome of need.outcomes.filter(isNumber)) {
      const aim = listed[Number(/\d+/.exec(outcome.text)?.[0] ?? 0) - 1]
      if (aim) aim.around = new Set([...aim.around, ...need.stems, ...need.actions.flatMap(({stems}) => [...stems])])
    }
  }
  return listed
}

function isNumber({text}: Worded): boolean {
  return !/\p{L}{3}/u.test(text)
}

/** Of a need that holds several aims, all the words tell nothing of one. */
function aroundOf(outcome: Worded, need: Need | null): Stems {
  if (!need || (need.outcomes.length > 1 && need.actions.length === 0)) return outcome.stems
  const {stems, at, actions} = need
  return new Set([...outcome.stems, ...stems, ...stemsOf(at.block.section.title), ...actions.flatMap(part => [...part.stems])])
}

function likenessOf(a: Aim, b: Aim, {needs, names, weigh}: Ground): number {
  const [x, y] = [a.outcome.stems, b.outcome.stems]
  const own = Math.min(likeness(x, y, weigh), likeness(withoutNames(x, names), withoutNames(y, names), weigh) + 0.2)
  const isSameNeed = a.need !== null && b.need !== null && needs.get(a.need) === b.need
  return own + 0.5 * nearby(a, b, names, weigh) + (isSameNeed ? 0.3 : 0)
}

function nearnessOf(a: Aim, b: Aim, {before, names, weigh}: Ground): number {
  const near = nearby(a, b, names, weigh)
  const isBeside = a.need === null && b.need === null
  if (near < someNear && !isBeside) return 0
  const children = childrenIn(a.outcome.text, before.plan).named.map(({given}) => given.toLowerCase())
  const isOfSame = children.length > 0 && children.every(given => b.outcome.text.toLowerCase().includes(given))
  return near + 0.5 * likeness(a.outcome.stems, b.outcome.stems, weigh) + (isBeside ? 0.2 : 0) + (isOfSame ? 0.05 : 0)
}

function nearby(a: Aim, b: Aim, names: Stems, weigh: Weigh): number {
  return likeness(withoutNames(a.around, names), withoutNames(b.around, names), weigh)
}

function withoutNames(stems: Stems, names: Stems): Stems {
  return new Set([...stems].filter(stem => !names.has(stem)))
}

type Vagueness = (outcome: Worded) => number

/** How many vague phrases a text of the plan holds, by the rule `vague-wording` and by the words above. */
function vaguenessOf(plan: Plan): Vagueness {
  const spans = runRules(plan, ruleSet).flatMap(({span}) => (span ? [span] : []))
  return ({at, text}) => {
    const found = spans.filter(({block, start, end}) => block === at.block && start >= at.start && end <= at.end).length
    return found + matcher.match(text).filter(({list}) => list === 'vague').length
  }
}

/** Null unless the newer aim asks for less. */
function weaknessOf(older: Worded, newer: Worded, ground: Ground, vagueness: Record<'before' | 'after', Vagueness>): Weakness | null {
  const {before, after, weigh} = ground
  const [was, now] = [strengthOf(older.text), strengthOf(newer.text)]
  if (isTask(newer.text, after.plan, before.plan)) return isTask(older.text, before.plan, before.plan) ? null : 'task'
  const isVaguer = vagueness.after(newer) > vagueness.before(older)
  if (isLost(was, now)) return 'uncounted'
  const isKept = coverage(older.stems, newer.stems, weigh) >= same
  const isPlain = isMeasured(now) && !isLess(was, now)
  return isVaguer && !isPlain && !(isKept && isMeasured(now)) ? 'vague' : null
}

/** All that could be counted is gone, or the hour or amount is. What never happens needs no number. */
function isLost(was: Strength, now: Strength): boolean {
  if (isMeasured(was) && !isMeasured(now) && !now.never) return true
  if (was.hour && !now.hour) return true
  return was.amount && !now.amount && !now.often && !now.never
}

/** The newer one has fewer of the ways to check it. */
function isLess(was: Strength, now: Strength): boolean {
  return (['hour', 'amount', 'often', 'span'] as const).some(way => was[way] && !now[way])
}

const doing = `(?:\\s+(?:will|must|should|has|have|needs?))?(?:\\s+to)?\\s+(?:${words.deeds.join('|')})(?:e?s)?\\b`
const deed = new RegExp(`^${doing}`, 'i')
/** `Lee to …`, `Both parents attend …` */
const someone = new RegExp(
  `^\\s*(?:[Bb]oth\\s+)?(?:[Tt]he\\s+)?(?:[Pp]arents?|[Cc]arers?|[Mm]other|[Ff]ather|\\p{Lu}\\p{L}+(?:\\s(?:and\\s)?\\p{Lu}\\p{L}+)?)(?=${doing})`,
  'u'
)
const joint = /[.;]\s+|,?\s+and\s+(?=(?:\p{Lu}|he\b|she\b|they\b|is\b|has\b|are\b))/u

/** Something that somebody does or a service gives, and no state of the child's life beside it. */
function isTask(text: string, plan: Plan, older: Plan): boolean {
  const clauses = text.split(joint).filter(clause => clause.trim())
  const tasks = clauses.filter(clause => isTaskClause(clause, plan, older))
  return tasks.length > 0 && clauses.every(clause => tasks.includes(clause) || !isChildState(clause, plan, older))
}

function isChildState(text: string, plan: Plan, older: Plan): boolean {
  return (linksChild(text, plan) || linksChild(text, older)) && (isMeasured(strengthOf(text)) || strengthOf(text).never)
}

function isTaskClause(text: string, plan: Plan, older: Plan): boolean {
  if (matcher.match(text).some(({list}) => list === 'task')) return true
  if (outcomeKind(text, plan) === 'process') return true
  const first = [plan, older].flatMap(({people}) => people.mentionsIn(text).filter(({start}) => start < 6))
  if (first.some(({person}) => person.kind === 'child')) return false
  const lead = first.find(({end}) => deed.test(text.slice(end)))
  return lead !== undefined || someone.test(text)
}
