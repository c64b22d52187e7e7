/** The model of a document: what a rule asks its question of. Built once a file; every part can be pointed at. */
import type {TimeExpression} from '../text/dates.ts'
import type {Range} from '../text/quotations.ts'
import type {Counts} from '../text/readability.ts'
import type {DocumentType} from '../report.ts'
import type {Format, WordPlace} from '../tree.ts'

export type {TimeExpression}

/** Words in one block: offsets in `block.text`. */
export interface Span {
  block: Block
  start: number
  end: number
}

/** A piece of a block's text and the place it came from. Where the two lengths differ, the piece is indivisible (an entity, say). */
export interface Piece {
  start: number
  end: number
  sourceStart: number
  sourceEnd: number
  strong: boolean
  place?: WordPlace
}

export type BlockKind = 'heading' | 'paragraph' | 'item'

/** Where a block stands in a table. All indexes from 0; `column` and `row` in the grid after merging. */
export interface InTable {
  table: number
  row: number
  column: number
  rowSpan: number
  colSpan: number
  /** A heading cell of the table (first row or `th`), or a label cell of a label-value table. */
  header: boolean
  /** Text of the heading or label above or beside this cell, if there is one. */
  heading: string | null
}

/** What a stretch of the document is for. `plan` is the part with needs, outcomes and actions. */
export type SectionRole =
  | 'title'
  | 'header'
  | 'people'
  | 'background'
  | 'worries'
  | 'strengths'
  | 'views'
  | 'child-views'
  | 'parent-views'
  | 'plan'
  | 'outcomes'
  | 'visits'
  | 'contingency'
  | 'review'
  | 'progress'
  | 'agreement'
  | 'glossary'
  | 'reports'
  | 'chronology'
  | 'concerns'
  | 'expectations'
  | 'support'
  | 'meeting'
  | 'legal-advice'
  | 'family'
  | 'consequence'
  | 'reading-help'
  | 'other'

export interface Section {
  index: number
  heading: Block | null
  /** Text of the heading, or '' for what stands before the first one. */
  title: string
  depth: number
  role: SectionRole
  parent: Section | null
  blocks: Block[]
}

/** One paragraph, list item, heading, or line of a cell: the unit every span stays inside. */
export interface Block {
  index: number
  text: string
  pieces: Piece[]
  kind: BlockKind
  /** 1 to 6 for headings, nesting level from 1 for list items, else 0. */
  depth: number
  /** The number or bullet in front of a list item. */
  label: string | null
  /** Which list (running number) the item belongs to, else -1. */
  list: number
  table: InTable | null
  section: Section
  margin: 'page-header' | 'page-footer' | 'footnote' | 'text-box' | null
  /** Index of the paragraph this line was cut from; lines of one paragraph share it. */
  paragraph: number
  /** Whole block is bold. */
  strong: boolean
  /** Length of a leading label that ends in a colon (`Who: `), white space included, else 0. */
  labelEnd: number
  sentences: Range[]
  /** Somebody's own words, quotation marks included. */
  quotations: Range[]
  /** Filled in by the row builder and the section builder. */
  role: BlockRole
}

/** What one block is, for rules that look only at some text. */
export type BlockRole =
  | 'heading'
  | 'label'
  | 'address'
  | 'header-field'
  | 'worry'
  | 'outcome'
  | 'action'
  | 'owner'
  | 'timescale'
  | 'progress'
  | 'measure'
  | 'contingency'
  | 'visit'
  | 'review'
  | 'voice'
  | 'strength'
  | 'history'
  | 'people'
  | 'instruction'
  | 'expectation'
  | 'concern'
  | 'support'
  | 'other'

export type PersonKind = 'child' | 'parent' | 'relative' | 'professional' | 'other'

export interface Person {
  kind: PersonKind
  /** Name to show: `Kelly Briggs`, or the post or relation if there is no name. */
  name: string
  /** Every way the document refers to this person, lower case: `kelly`, `kelly briggs`, `ms briggs`, `mum`. */
  aliases: string[]
  /** Post or relation as written: `Health visitor`, `Nan`. */
  post: string | null
  sex: 'female' | 'male' | null
  at: Span | null
}

export interface Child extends Person {
  kind: 'child'
  /** First name as the document uses it, or `Baby`. */
  given: string
  /** Date of birth, ISO. */
  born: string | null
  /** Age in years at the document's date, if stated or worked out. */
  age: number | null
  unborn: boolean
}

export interface People {
  children: Child[]
  parents: Person[]
  others: Person[]
  /** Everybody a stretch of text names or points to (`Mum`, `Ms Lowe`, `SW`), without pronouns, in order of appearance. */
  mentionsIn(text: string): {person: Person; start: number; end: number}[]
}

/** Who is to do something. */
export interface Owner {
  /** `named`: a person, a post or a named team; `crowd`: everybody and so nobody; `agency`: school, police, health with nobody named. */
  kind: 'named' | 'crowd' | 'agency'
  text: string
  people: Person[]
  at: Span | null
}

export interface Timescale {
  kind: TimeExpression['kind']
  /** What a vague time leaves open. */
  gap?: TimeExpression['gap']
  text: string
  due: string | null
  at: Span | null
}

/** One thing to be done: a cell paragraph, list item or sentence. */
export interface Action {
  at: Span
  /** The text without a leading number or label. */
  text: string
  row: Row
  owners: Owner[]
  timescales: Timescale[]
  /** The date cell has a line for each action and this action's is blank. */
  blankTimescale: boolean
  blankOwner: boolean
  /** Who the action is for, seen from its owner or its subject. */
  doer: 'parent' | 'professional' | 'child' | 'relative' | 'unknown'
  /** Progress noted beside this action. */
  progress: string
  /** A letter's expectation. */
  expectation: boolean
}

/** A worry with its outcome, actions, owners and timescales, whatever the layout. */
export interface Row {
  index: number
  /** The text that says what the worry is; several blocks where it runs on. */
  worries: Span[]
  outcomes: Span[]
  measures: Span[]
  actions: Action[]
  progress: Span[]
  /** All words of the row, for questions such as “does it name Ella?”. */
  text: string
  section: Section
  /** Where the row came from, for messages and for confidence. */
  layout: 'table' | 'labels' | 'cards' | 'headings' | 'list' | 'prose'
  /** 0 to 1: how sure the builder is of this reading. */
  confidence: number
}

export interface ContingencyStatement {
  at: Span
  trigger: string
  step: string
  /** The trigger is something a parent could recognise. */
  clearTrigger: boolean
  /** Somebody does something real, not only a process. */
  clearStep: boolean
}

export interface Contingency {
  state: 'none' | 'empty' | 'unclear' | 'clear'
  heading: Block | null
  statements: ContingencyStatement[]
}

/** What is recorded of one child's voice. */
export interface Voice {
  child: Child
  heard: boolean
  evidence: Span[]
}

/** One worry of a letter. */
export interface Concern {
  at: Span
  /** The blocks of the concern, and of the next one where it continues it. */
  text: string
  /** A parent's act or omission is described. */
  act: boolean
  /** What it does, or could do, to the child is said. */
  effect: boolean
}

export interface Letter {
  concerns: Concern[]
  expectations: Action[]
  /** Each null when the letter does not say it. */
  support: Span | null
  solicitor: Span | null
  freeAdvice: Span | null
  meetingDate: Span | null
  meetingTime: Span | null
  meetingPlace: Span | null
  consequence: Span | null
  family: Span | null
}

/** A sentence of prose, with its counts for the readability formulas; `own` leaves out what it quotes. */
export interface ProseSentence {
  at: Span
  counts: Counts
  own: Counts
}

/** Something about the reading of a document that is not sure. */
export type Doubt = {kind: 'unknown-type' | 'type' | 'actions' | 'lines'} | {kind: 'columns' /** From 1. */; tables: number[]}

export interface Plan {
  format: Format
  type: DocumentType
  typeConfidence: number
  /** What of the reading is not sure; empty for most documents. */
  doubts: Doubt[]
  /** The date to judge by, ISO: the document's own, unless the user gave another. */
  date: string | null
  /** The document's own date, ISO. */
  ownDate: string | null
  /** When the plan itself began, ISO, where stated. */
  started: string | null
  blocks: Block[]
  sections: Section[]
  people: People
  children: Child[]
  rows: Row[]
  actions: Action[]
  contingency: Contingency
  voices: Voice[]
  visits: {frequency: Span | null; mentions: Span[]}
  review: {at: Span | null; due: string | null}
  letter: Letter | null
  prose: ProseSentence[]
  /** The text offsets count in. */
  text: string
}
