/** Copies of a plan with one thing changed. */
import type {SeededPlan} from './plans.ts'
import type {Chance} from './seeded.ts'

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
