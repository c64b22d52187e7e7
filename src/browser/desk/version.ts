/** One state of the document and what was found in it. Findings keep their number of record from state to state. */
import {check, type Document, type DocumentReport, type Message, rules, type Rewritten, settingsOf, type Source} from '../../index.ts'
import type {Correction} from './reading.ts'

export interface Version {
  document: Document
  report: DocumentReport
  source: Source
  /** One for each message, in the same order. */
  ids: number[]
}

export type NextId = () => number

/** All rules as they come, made ready once a worker. */
export function checker(): (document: Document, path: string, correction: Correction) => Omit<Version, 'ids'> {
  const settings = settingsOf({}, rules)
  return (document, path, correction) => ({document, ...check(document, path, {...settings, ...correction, keepTree: true})})
}

/** A finding is the same one where rule and words are, at the place where the change has moved it. */
export function identify(messages: readonly Message[], before: Version | null, change: Rewritten | null, next: NextId): number[] {
  const known = new Map<string, number[]>()
  before?.report.messages.forEach((message, index) => {
    const key = keyOf(message, start => moved(start, change))
    known.set(key, [...(known.get(key) ?? []), before.ids[index] as number])
  })
  return messages.map(message => known.get(keyOf(message, start => start))?.shift() ?? next())
}

function keyOf({ruleId, actual, child, reason, place}: Message, where: (start: number) => number): string {
  return JSON.stringify(place ? [ruleId, actual, child, where(place.start.offset)] : [ruleId, child, reason])
}

function moved(start: number, change: Rewritten | null): number {
  return change && start >= change.end ? start + change.length - (change.end - change.start) : start
}
