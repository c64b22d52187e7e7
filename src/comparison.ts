/** What `compare()` and `compareLetter()` return and `compare --format json` prints: one plain JSON value. Reporters decide nothing. */
import type {DocumentType} from './report.ts'

/** What can have become of a plan between two versions. The ids stay as they are: output, labels and `--fail-on` use them. */
export const changeKinds = [
  'contingency-unchanged-though-triggered',
  'new-worry-without-action',
  'vanished',
  'date-slipped',
  'outcome-weaker',
  'owner-changed',
  'new-social-worker',
  'late-core-group',
  'late-review',
  'unchanged',
  'done',
  'time-on-plan'
] as const

/** What can be wrong between a letter before proceedings and the plan it stands on. */
export const letterKinds = [
  'asks-contradict',
  'ask-not-in-plan',
  'ask-too-late',
  'grave-worry-missing',
  'grave-worry-without-effect'
] as const

export type ChangeKind = (typeof changeKinds)[number]
export type LetterKind = (typeof letterKinds)[number]

/** Words of one of the documents, and where they stand. */
export interface Passage {
  text: string
  /** Where a person would look: `Table 2, row 4, By whom`. */
  location: string
  /** Which document, counted from 0 in the order given. */
  document: number
}

export interface Change<Kind extends string = ChangeKind> {
  kind: Kind
  /** What all changes of this kind are called, as a heading. */
  title: string
  /** One sentence of plain English. */
  reason: string
  /** What the meeting could ask; empty where there is nothing to ask. */
  ask: string
  /** The worry that the thing belongs to, in a few words. */
  need: string | null
  before: Passage | null
  after: Passage | null
  /** When it was to be done, version by version, as written; null where a version gives no date. Only of dates that slipped. */
  dates?: (string | null)[]
  /** How often the date slipped. */
  times?: number
  /** Whole months on the plan. */
  months?: number
  /** The day of a meeting, and the last day in time, ISO. */
  date?: string
  latest?: string
}

export interface ComparedDocument {
  path: string
  type: DocumentType
  date: string | null
}

/** What a meeting wants to know first. */
export interface Tally {
  /** Actions of the last version but one, leaving out what was done even then. */
  actionsBefore: number
  actionsAfter: number
  done: number
  carriedOver: number
  added: number
}

export interface Comparison {
  planlint: string
  kind: 'versions'
  documents: ComparedDocument[]
  /** Children of the newest version. `before` is the name an unborn child had. */
  children: {name: string; before: string | null}[]
  /** Sentences about how far the comparison can be trusted. */
  notes: string[]
  tally: Tally
  changes: Change[]
}

export interface LetterComparison {
  planlint: string
  kind: 'letter'
  /** The letter, then the plan. */
  documents: ComparedDocument[]
  children: {name: string; before: string | null}[]
  notes: string[]
  changes: Change<LetterKind>[]
}
