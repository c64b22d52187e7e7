/** Whether what a plan aims for in the child's life became weaker: gone, a task, without a number, or in words nobody could check. */
import words from '../../rules/compare/weaker.json' with {type: 'json'}
import vagueWording from '../../plugins/vague-wording.ts'
import {prepareRules, runRules} from '../engine/run-rule.ts'
import {linksChild, outcomeKind} from '../model/child-link.ts'
import type {Plan} from '../model/plan.ts'
import {createMatcher} from '../text/phrases.ts'
import {assign} from './match.ts'
import {isMeasured, type Strength, strengthOf} from './strength.ts'
import type {Need, Worded} from './things.ts'
import type {Version} from './version.ts'
import {coverage, likeness, type Stems, type Weigh} from './words.ts'

export type Weakness = 'gone' | 'task' | 'uncounted' | 'vague'

export interface Weakened {
  part: Weakness
  before: Worded
  /** What is aimed at instead; null if nothing is. */
  after: Worded | null
  need: string | null
}

interface Ground {
  before: Version
  after: Version
  /** Older need to newer. */
  needs: ReadonlyMap<Need, Need>
  names: Stems
  weigh: Weigh
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
/** An older aim of which the newer ones hold this much has only moved or been joined to another. */
const held = 0.5

export function weakenedOutcomes(ground: Ground): Weakened[] {
  const {before, after, needs, weigh} = ground
  const older = aimsIn(before)
  const newer = aimsIn(after)
  const pairs = assign(older, newer, (a, b) => scoreOf(a, b, ground), alikeEnough)
  const vagueness = {before: vaguenessOf(before.plan), after: vaguenessOf(after.plan)}
  const all = new Set(newer.flatMap(({outcome}) => [...outcome.stems]))
  return older.flatMap(({outcome, need}): Weakened[] => {
    const pair = older.length > 0 ? pairs.get(older.find(aim => aim.outcome === outcome) as Aim) : undefined
    if (pair) {
      const part = weaknessOf(outcome, pair.outcome, ground, vagueness)
      return part ? [{part, before: outcome, after: pair.outcome, need: pair.need?.text || null}] : []
    }
    const stands = need && needs.get(need)
    const isGone = stands && stands.outcomes.length === 0 && coverage(outcome.stems, all, weigh) < held
    return isGone ? [{part: 'gone', before: outcome, after: null, need: stands.text || null}] : []
  })
}

/** All that a version aims at; what several rows repeat (`As above`) once, and no bare number of an aim told elsewhere. */
function aimsIn({needs, aims}: Version): Aim[] {
  const found = new Map<string, Aim>()
  const add = (outcome: Worded, need: Need | null): void => {
    const key = outcome.text.toLowerCase()
    if (!found.has(key) && /\p{L}{3}/u.test(outcome.text)) found.set(key, {outcome, need, around: need ? aroundOf(need) : outcome.stems})
  }
  for (const need of needs) for (const outcome of need.outcomes) add(outcome, need)
  for (const aim of aims) add(aim, null)
  return [...found.values()]
}

function aroundOf({stems, outcomes, actions}: Need): Stems {
  return new Set([...stems, ...outcomes.flatMap(part => [...part.stems]), ...actions.flatMap(part => [...part.stems])])
}

function scoreOf(a: Aim, b: Aim, {needs, names, weigh}: Ground): number {
  const alike = (x: Stems, y: Stems): number =>
    Math.min(likeness(x, y, weigh), likeness(withoutNames(x, names), withoutNames(y, names), weigh) + 0.2)
  const own = alike(a.outcome.stems, b.outcome.stems)
  const around = likeness(withoutNames(a.around, names), withoutNames(b.around, names), weigh)
  const isSameNeed = a.need !== null && b.need !== null && needs.get(a.need) === b.need
  return own + 0.5 * around + (isSameNeed ? 0.3 : 0)
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

const deed = new RegExp(`^(?:\\s+(?:will|must|should|has|have|needs?))?(?:\\s+to)?\\s+(?:${words.deeds.join('|')})(?:e?s)?\\b`, 'i')
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
  const [first] = plan.people.mentionsIn(text)
  const isAdult = first ? first.person.kind !== 'child' : /^\s*(?:the\s+|both\s+)?(?:parents?|carers?|mother|father|mum|dad)\b/i.test(text)
  const isChild = older.people.mentionsIn(text)[0]?.person.kind === 'child'
  const lead = first ? text.slice(0, first.start) : ''
  const end = first ? first.end : (/^\s*(?:the\s+|both\s+)?\S+/.exec(text)?.[0].length ?? 0)
  if (!isAdult || isChild || lead.split(/\s+/).filter(Boolean).length > 2) return false
  return deed.test(text.slice(end))
}
