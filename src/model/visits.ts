import type {PlanWithRows} from './build.ts'
import type {Plan} from './plan.ts'

export function visitsOf(_plan: PlanWithRows): Plan['visits'] {
  return {frequency: null, mentions: []}
}
