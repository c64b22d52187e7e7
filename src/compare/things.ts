/** What is compared: needs, aims and actions, each with its words and where they stand. */
import type {Span} from '../model/plan.ts'
import {textOf} from '../model/spans.ts'
import {datesIn} from '../text/dates.ts'
import type {Namer} from './people.ts'
import type {Time} from './times.ts'
import {type Stems, stemsOf} from './words.ts'

/** Words of the plan and the stems they are compared by. */
export interface Worded {
  text: string
  at: Span
  stems: Stems
}

export interface Action extends Worded {
  need: Need
  /** Who is to do it, as written; empty if nobody is named. */
  owner: string
  ownerStems: Stems
  /** Nobody in particular: all, the family. */
  isCrowd: boolean
  /** Told by a cell, a label or a bracket, not only by the words of the action. */
  isOwnerGiven: boolean
  time: Time
  /** The plan that asks for it says itself that it was done. */
  done: boolean
  progress: string
}

/** Its text is the worry; empty where the plan only lists actions. */
export interface Need extends Worded {
  outcomes: Worded[]
  actions: Action[]
}

export function worded(span: Span, nameIn: Namer): Worded {
  const text = textOf(span)
  return {text, at: span, stems: stemsOf(nameIn(withoutDates(text)))}
}

/** A date tells when, not what. */
export function withoutDates(text: string): string {
  let left = text
  for (const {start, end} of [...datesIn(text, null)].reverse()) left = left.slice(0, start) + left.slice(end)
  return left
}
