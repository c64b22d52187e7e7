/** One state of the document and what was found in it. Findings keep their number of record from state to state. */
import {check, type Document, type DocumentReport, type Message, rules, type Rewritten, settingsOf, type Source} from '../../index.ts'
import type {Correction} from './reading.ts'

export interface Version {
  document: Document
  report: DocumentReport
  source: Source
  /** What made it out of the version before. */
  change: Rewritten | null
  /** One for each message, in the same order. */
  ids: number[]
}

/** Where findings may be known from: an earlier state, and what has changed since. */
export type Origin = readonly [version: Version | undefined, change: Rewritten | null]

/** All rules as they come, made ready once a worker. */
export function checker(): (document: Document, path: string, correction: Correction) => Pick<Version, 'document' | 'report' | 'source'> {
  const settings = settingsOf({}, rules)
  return (document, path, correction) => {
    const {report, source} = check(document, path, {...settings, ...correction, keepTree: true})
    return {document, report, source}
  }
}

/** A finding is the same one where rule and words are, at the place where the change has moved it. */
export function identify(messages: readonly Message[], origins: readonly Origin[], next: () => number): number[] {
  const known = new Map<string, number>()
  for (const [version, change] of origins) {
    version?.report.messages.forEach((message, index) => {
      const key = keyOf(message, moved(message.place?.start.offset, change))
      if (!known.has(key)) known.set(key, version.ids[index] as number)
    })
  }
  return messages.map(message => {
    const key = keyOf(message, message.place?.start.offset)
    const id = known.get(key)
    known.delete(key)
    return id ?? next()
  })
}

function keyOf({ruleId, actual, child, reason}: Message, start: number | undefined): string {
  return JSON.stringify(start === undefined ? [ruleId, child, reason] : [ruleId, actual, child, start])
}

function moved(start: number | undefined, change: Rewritten | null): number | undefined {
  return start !== undefined && change && start >= change.end ? start + change.length - (change.end - change.start) : start
}
