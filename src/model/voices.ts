import type {PlanWithRows} from './build.ts'
import type {Voice} from './plan.ts'

export function voicesOf(plan: PlanWithRows): Voice[] {
  return plan.children.map(child => ({child, heard: false, evidence: []}))
}
