/** What `lint()` returns and `--format json` prints: one plain JSON value. Reporters turn it into text or bytes and decide nothing. */

import type {Root} from 'mdast'
import {version} from './version.ts'

/** How much a finding matters. `info` is a hint: shown last, never counted in exit codes or scores. */
export type Severity = 'error' | 'warning' | 'info'

export type DocumentType = 'child-in-need-plan' | 'child-protection-plan' | 'letter-before-proceedings' | 'unknown'

/** A point in the text a reader returned: line and column from 1, offset in UTF-16 code units from 0. */
export interface Point {
  line: number
  column: number
  offset: number
}

export interface Place {
  start: Point
  end: Point
}

export interface Message {
  ruleId: string
  severity: Severity
  /** One line of plain English: what the reader of the document would be left unsure of. */
  reason: string
  /** Exactly the text at `place`; null for a finding about the whole document. */
  actual: string | null
  /** What to write or ask instead; empty if nothing can be suggested. */
  expected: string[]
  /** Words that can stand in place of `actual` as they are, the sentence staying right; null where a person has to write. */
  replacement: string | null
  /** The child's name where the rule names one. */
  child: string | null
  place: Place | null
  /** Where a person would look: `Table 2, row 4, By whom`. */
  location: string
  /** Why it matters, in a sentence or two. */
  note: string
  /** The rule's page. */
  url: string
}

/** A finding that somebody has answered: in a comment of a Word file, or in that of an earlier version. */
export interface Accepted {
  ruleId: string
  /** As in a message. */
  actual: string | null
  location: string
  /** What the person said; empty if nothing. */
  reason: string
  /** `reply`: to planlint's comment; `resolved`: planlint's comment; `ignored`: by a comment that says `planlint: ignore <rule-id>`. */
  how: 'reply' | 'resolved' | 'ignored'
}

/** Scores of a stretch of prose. Grades are US school grades; `readingAge` is in years. Null where there is too little prose to judge. */
export interface Readability {
  words: number
  sentences: number
  readingAge: number | null
  fleschReadingEase: number | null
  fleschKincaidGrade: number | null
  smog: number | null
  gunningFog: number | null
  daleChall: number | null
  colemanLiau: number | null
  automatedReadability: number | null
}

export interface SectionReadability extends Readability {
  section: string
}

export interface HardSentence {
  text: string
  words: number
  readingAge: number
  place: Place
  location: string
}

export interface DocumentReadability extends Readability {
  target: number
  sections: SectionReadability[]
  worst: HardSentence[]
}

/** Counts of what was understood of a plan or letter. */
export interface PlanSummary {
  rows: number
  actions: number
  actionsWithOwner: number
  actionsWithTimescale: number
  actionsForParents: number
  contingency: 'none' | 'empty' | 'unclear' | 'clear' | 'not-applicable'
  childrenHeard: string[]
}

export interface DocumentReport {
  path: string
  type: DocumentType
  /** From 0 to 1. */
  typeConfidence: number
  /** What planlint is not sure of in its reading of the document, a sentence each; the findings that depend on it are hints. */
  notices: string[]
  /** The document's own date, ISO, or null. */
  date: string | null
  children: {name: string; born: string | null}[]
  readability: DocumentReadability | null
  plan: PlanSummary | null
  messages: Message[]
  /** Findings that are not among the messages because they are answered. */
  accepted: Accepted[]
  error: {code: string; message: string} | null
}

export interface AuditedChild {
  /** The whole name, as far as the document has it. */
  name: string
  born: string | null
  worry: boolean
  /** Null where the kind of document has none. */
  outcome: boolean | null
  action: boolean
  voice: boolean
}

export interface AuditedAction {
  text: string
  /** Without a word of the document. */
  place: string
  doer: 'parent' | 'professional' | 'child' | 'relative' | 'unknown'
  owner: 'named' | 'crowd' | 'agency' | 'none'
  /** Kind of the time given; `none` where there is none. */
  when: string
  due: string | null
}

/** What an audit counts of one document beside its report. */
export interface Facts {
  children: AuditedChild[]
  actions: AuditedAction[]
  concerns: {effect: boolean}[]
  /** Of the children and their family. */
  names: string[]
}

/** A plan at a glance, for a summary page. */
export interface Overview {
  type: DocumentType
  /** What there is for each child; `outcome` is null where the kind of document has none. */
  children: {name: string; worry: boolean; outcome: boolean | null; action: boolean; voice: boolean}[]
  /** As written; null where nothing is. */
  actions: {text: string; owner: string | null; due: string | null}[]
}

export interface Report {
  planlint: string
  documents: DocumentReport[]
  summary: {documents: number; errors: number; warnings: number; info: number; failed: number}
}

/** The sentence around a finding's words, as a reader of the document sees it. */
export interface Context {
  before: string
  words: string
  after: string
}

/** What a reporter may know of a document beside its report. */
export interface Source {
  /** One for each message, in the same order; null where the message is about the whole document. */
  contexts: readonly (Context | null)[]
  /** The document itself, for reporters that show it as it was laid out; `place` of each message counts in its positions. */
  tree?: Root
}

/** Sources by the path in the report. */
export type Sources = ReadonlyMap<string, Source>

/** Puts documents into one report. */
export function reportOf(documents: DocumentReport[]): Report {
  return {planlint: version, documents, summary: summarise(documents)}
}

/** Adds up the findings of all documents. */
export function summarise(documents: readonly DocumentReport[]): Report['summary'] {
  const summary = {documents: documents.length, errors: 0, warnings: 0, info: 0, failed: 0}
  for (const {messages, error} of documents) {
    if (error) summary.failed++
    for (const {severity} of messages) {
      if (severity === 'error') summary.errors++
      else if (severity === 'warning') summary.warnings++
      else summary.info++
    }
  }
  return summary
}

/** Where to look, without a word of the document: headings of sections and columns may hold a name. */
export function placeWithoutWords({location, place}: Pick<Message, 'location' | 'place'>): string {
  const [cell] = /^Table \d+, row \d+/.exec(location) ?? []
  return cell ?? (place ? `Line ${place.start.line}` : 'Whole document')
}
