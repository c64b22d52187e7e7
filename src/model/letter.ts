/** What a letter before proceedings says, part by part. */
import type {PlanWithRows} from './build.ts'
import {concernsOf} from './letter/concerns.ts'
import {consequenceOf, familyOf, freeAdviceOf, solicitorOf, supportOf} from './letter/evidence.ts'
import {headingsOf, linesOf} from './letter/lines.ts'
import {meetingOf} from './letter/meeting.ts'
import type {Letter} from './plan.ts'
import type {TableInfo} from './tables.ts'

/** Parts are looked for in the whole letter: a heading nobody foresaw, or none at all, must not hide them. */
export function letterOf(plan: PlanWithRows, tables: readonly TableInfo[]): Letter {
  const lines = linesOf(plan.blocks)
  const meeting = meetingOf(lines, plan.blocks, plan.date)
  return {
    concerns: concernsOf(plan, tables),
    expectations: plan.actions,
    support: supportOf(lines),
    solicitor: solicitorOf([...lines, ...headingsOf(plan.blocks)]),
    freeAdvice: freeAdviceOf(lines),
    meetingDate: meeting.date,
    meetingTime: meeting.time,
    meetingPlace: meeting.place,
    consequence: consequenceOf(lines),
    family: familyOf(lines)
  }
}
