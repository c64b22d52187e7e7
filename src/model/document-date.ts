import type {Field} from './fields.ts'
import type {Block} from './plan.ts'

export function documentDateOf(_blocks: readonly Block[], _fields: readonly Field[]): {date: string | null; started: string | null} {
  return {date: null, started: null}
}
