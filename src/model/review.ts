import type {PlanWithRows} from './build.ts'
import type {Field} from './fields.ts'
import type {Plan} from './plan.ts'

export function reviewOf(_plan: PlanWithRows, _fields: readonly Field[]): Plan['review'] {
  return {at: null, due: null}
}
