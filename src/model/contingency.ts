import type {PlanWithRows} from './build.ts'
import type {Contingency} from './plan.ts'
import type {TableInfo} from './tables.ts'

export function contingencyOf(_plan: PlanWithRows, _tables: readonly TableInfo[]): Contingency {
  return {state: 'none', heading: null, statements: []}
}
