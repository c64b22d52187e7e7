/** Faults put into good plans, one of each kind, and put right again in other words than before. */
import {actionMutations} from './action-mutations.ts'
import type {Mutation} from './mutated.ts'
import {planMutations} from './plan-mutations.ts'
import type {SeededPlan} from './plans.ts'
import {chance} from './seeded.ts'

export const mutations: readonly Mutation[] = [...actionMutations, ...planMutations]

/** A plan with one to three faults. */
export function withFaults(plan: SeededPlan): SeededPlan {
  const luck = chance(plan.seed + 1000)
  let faulty = plan
  for (const mutation of luck.shuffled(mutations).slice(0, luck.between(1, 3))) faulty = mutation.apply(faulty, luck)?.broken ?? faulty
  return faulty
}
