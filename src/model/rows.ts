import type {PlanDraft} from './build.ts'
import type {Row} from './plan.ts'
import type {TableInfo} from './tables.ts'

export function rowsOf(_plan: PlanDraft, _tables: readonly TableInfo[]): Row[] {
  return []
}
