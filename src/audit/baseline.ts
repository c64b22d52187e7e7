/**
 * What was there when planlint was adopted, so that later runs can report what is new. A baseline holds a code for each finding, made with
 * a key that is kept elsewhere: whoever has the baseline alone can neither read nor guess a word of a document.
 *
 * A finding is known again by its rule, its words and its logical place: the heading of its section or column, without numbers, so that
 * rows may be added and moved. The same words twice under one heading count as two.
 */
import {comparable} from '../comparable.ts'
import {keyedCode} from '../keyed-code.ts'
import type {DocumentReport, Message} from '../report.ts'

/** How often each finding is there, by rule and code: `missing-owner 4QK7…`. */
export type Fingerprints = Record<string, number>

export interface Baseline {
  planlint: string
  /** Known again, so that the wrong key is no silent “all is new”. */
  keyCheck: string
  /** By a code for the document's path. */
  documents: Record<string, Fingerprints>
}

/** A hundred bits. */
const letters = 20

export function emptyBaseline(key: Uint8Array, version: string): Baseline {
  return {planlint: version, keyCheck: checkOf(key), documents: {}}
}

export function isKeyOf(baseline: Baseline, key: Uint8Array): boolean {
  return baseline.keyCheck === checkOf(key)
}

function checkOf(key: Uint8Array): string {
  return keyedCode(key, ['key'], letters)
}

/** What a document that was there before has lost and gained. */
export interface Change {
  /** Whether the baseline has the document. */
  known: boolean
  /** Indexes of the messages that are new. */
  added: Set<number>
  /** Findings that were there and are no longer, by rule. */
  gone: Map<string, number>
  /** How many are there still. */
  kept: number
}

export function record(baseline: Baseline, path: string, {messages}: DocumentReport, key: Uint8Array): void {
  const prints: Fingerprints = {}
  for (const message of messages) {
    const print = fingerprint(message, key)
    prints[print] = (prints[print] ?? 0) + 1
  }
  baseline.documents[documentCode(path, key)] = prints
}

export function changeSince(baseline: Baseline, path: string, {messages}: DocumentReport, key: Uint8Array): Change {
  const before = baseline.documents[documentCode(path, key)]
  const left = new Map(Object.entries(before ?? {}))
  const added = new Set<number>()
  for (const [index, message] of messages.entries()) {
    const print = fingerprint(message, key)
    const count = left.get(print) ?? 0
    if (count > 0) left.set(print, count - 1)
    else added.add(index)
  }
  const gone = new Map<string, number>()
  for (const [print, count] of left) {
    const rule = print.slice(0, print.indexOf(' '))
    if (count > 0) gone.set(rule, (gone.get(rule) ?? 0) + count)
  }
  return {known: before !== undefined, added, gone, kept: messages.length - added.size}
}

function documentCode(path: string, key: Uint8Array): string {
  return keyedCode(key, ['document', path], letters)
}

function fingerprint({ruleId, actual, reason, location}: Message, key: Uint8Array): string {
  return `${ruleId} ${keyedCode(key, ['finding', ruleId, comparable(actual ?? reason), logicalPlace(location)], letters)}`
}

/** `By whom` of `Table 2, row 4, By whom`; `If things go wrong` of `If things go wrong, paragraph 1`. */
function logicalPlace(location: string): string {
  return comparable(location.replace(/^Table \d+, row \d+, /, '').replace(/, (?:paragraph|item) \S+$/, ''))
}
