import type {TimeExpression} from '../model/plan.ts'

export function timesIn(_text: string, _today: string | null): TimeExpression[] {
  return []
}
