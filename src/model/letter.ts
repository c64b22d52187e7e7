import type {PlanWithRows} from './build.ts'
import type {Letter} from './plan.ts'
import type {TableInfo} from './tables.ts'

export function letterOf(_plan: PlanWithRows, _tables: readonly TableInfo[]): Letter {
  return {
    concerns: [], expectations: [], support: null, solicitor: null, freeAdvice: null, meetingDate: null, meetingTime: null, meetingPlace: null,
    consequence: null, family: null
  }
}
