/** What a mutation is, and the ways of changing one thing in a plan. */
import type {SeededPlan} from './plans.ts'
import type {Chance} from './seeded.ts'

export interface Mutated<T> {
  broken: T
  repaired: T
  /** Words the finding quotes or is part of, or the child it names; null for a finding about the whole document. */
  about: string | null
}

export interface Mutation<T = SeededPlan> {
  name: string
  rule: string
  /** Null where the document has no place for the fault. */
  apply(plan: T, luck: Chance): Mutated<T> | null
  /** Rules that rightly speak up with this one, and why. */
  also?: Record<string, string>
  /** The fault is one of a row: a layout without rows cannot show it. */
  ofRow?: true
}

export type Action = SeededPlan['needs'][number]['actions'][number]

/** A fault in one field of one action. */
export function inAction(
  plan: SeededPlan,
  luck: Chance,
  suits: (action: Action) => boolean,
  fault: (action: Action) => Action,
  repair: (action: Action) => Action,
  about?: string
): Mutated<SeededPlan> | null {
  const places = plan.needs.flatMap((need, index) => need.actions.flatMap((action, at) => (suits(action) ? [{index, at, action}] : [])))
  if (places.length === 0) return null
  const {index, at, action} = luck.pick(places)
  return {
    broken: replaceAction(plan, index, at, fault(action)),
    repaired: replaceAction(plan, index, at, repair(action)),
    about: about ?? action.text
  }
}

export const isOneOff = ({when}: Action): boolean => /\d{4}$/.test(when)
export const any = (): boolean => true

export function inField(
  plan: SeededPlan,
  field: 'voice' | 'visits' | 'contingency' | 'review' | 'reasons',
  broken: string,
  repaired: string,
  about: string | null
): Mutated<SeededPlan> {
  return {broken: {...plan, [field]: broken}, repaired: {...plan, [field]: repaired}, about}
}

/** More words after a worry. */
export function afterWorry(plan: SeededPlan, luck: Chance, bad: string, good: string, about: string): Mutated<SeededPlan> {
  const index = luck.between(0, plan.needs.length - 1)
  const worry = plan.needs[index]?.worry ?? ''
  return {
    broken: replaceNeed(plan, index, {worry: `${worry} ${bad}`}),
    repaired: replaceNeed(plan, index, {worry: `${worry} ${good}`}),
    about
  }
}

/** An action in other words, with its owner and date. */
export function otherAction(plan: SeededPlan, luck: Chance, bad: string, good: string, about: string): Mutated<SeededPlan> | null {
  return inAction(
    plan,
    luck,
    any,
    action => ({...action, text: bad}),
    action => ({...action, text: good}),
    about
  )
}

/** What a need says of how a child behaves may speak for the child. */
export function isSilent(plan: SeededPlan, child: string): boolean {
  return !plan.needs.some(need => need.child === child && /\bhides\b/.test(need.worry))
}

/** The sentence in which a child is heard. */
export function voiceWithout(plan: SeededPlan, child: string): string {
  return plan.voice
    .split(/(?<=[.”]) (?=[A-Z])/)
    .filter(sentence => !sentence.startsWith(child))
    .join(' ')
}

type Need = SeededPlan['needs'][number]

/** The plan with other words in one need. */
export function replaceNeed(plan: SeededPlan, index: number, change: Partial<Need>): SeededPlan {
  return {...plan, needs: plan.needs.map((need, at) => (at === index ? {...need, ...change} : need))}
}

/** The plan with another action in place of one. */
export function replaceAction(plan: SeededPlan, index: number, at: number, action: Need['actions'][number]): SeededPlan {
  const actions = plan.needs[index]?.actions.map((each, place) => (place === at ? action : each)) ?? []
  return replaceNeed(plan, index, {actions})
}

/** A day before 4 March 2026. */
export function pastDate(luck: Chance): string {
  return luck.pick(['9 January 2026', '14/12/2025', 'Friday 30 January 2026', '20 November 2025'])
}
