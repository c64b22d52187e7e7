/** Builds the plan of a document: the only file that knows the order in which its parts are found. */
import type {DocumentType} from '../report.ts'
import type {Document} from '../tree.ts'
import {blocksOf} from './blocks.ts'
import {contingencyOf} from './contingency.ts'
import {documentDateOf} from './document-date.ts'
import {doubtsOf} from './doubts.ts'
import {documentTypeOf} from './document-type.ts'
import {fieldsOf} from './fields.ts'
import {letterOf} from './letter.ts'
import {peopleOf} from './people.ts'
import type {Block, People, Plan, Section} from './plan.ts'
import {proseOf} from './prose.ts'
import {reviewOf} from './review.ts'
import {rowsOf} from './rows.ts'
import {sectionsOf} from './sections.ts'
import {classifyTables} from './tables.ts'
import {visitsOf} from './visits.ts'
import {voicesOf} from './voices.ts'

export interface PlanSettings {
  /** What the user says the document is. */
  type?: DocumentType
  /** What it is taken for where it does not say; its type is then not sure at all. */
  assumed?: DocumentType
  /** The date to judge by instead of the document's own, ISO. */
  asOf?: string
}

/** Reads a tree as a plan or letter. Never throws on a tree of `read()`; what is not there is null or empty. */
export function planOf({format, tree, text}: Document, settings: PlanSettings = {}): Plan {
  const {blocks, grids} = blocksOf(tree)
  const {type, confidence} = settings.type ? {type: settings.type, confidence: 1} : typeOf(blocks, settings)
  const sections = sectionsOf(blocks, type)
  const tables = classifyTables(grids, type)
  const fields = fieldsOf(blocks, tables)
  const {date, started} = documentDateOf(blocks, fields)
  const people = peopleOf({blocks, sections, fields, tables, type, date})
  settleViews(sections, people)
  const draft = {
    format,
    type,
    typeConfidence: confidence,
    date: settings.asOf ?? date,
    ownDate: date,
    started,
    blocks,
    sections,
    people,
    children: people.children,
    text
  }
  const rows = rowsOf(draft, tables)
  const actions = rows.flatMap(row => row.actions)
  const withRows = {...draft, rows, actions, doubts: doubtsOf({...draft, rows, actions}, tree)}
  return {
    ...withRows,
    contingency: contingencyOf(withRows, tables),
    voices: voicesOf(withRows),
    visits: visitsOf(withRows),
    review: reviewOf(withRows, fields),
    letter: type === 'letter-before-proceedings' ? letterOf(withRows, tables) : null,
    // Last: the parts before settle what each block is for.
    prose: proseOf(withRows)
  }
}

/** `Ella and Sam` over paragraphs alone tells how they are; over a list, a table or labels it may be their part of the plan. */
function isAboutChildren({title, heading, blocks}: Section, mentionsIn: People['mentionsIn']): boolean {
  const named = mentionsIn(title)
  const between = named.reduceRight((rest, {start, end}) => rest.slice(0, start) + rest.slice(end), title)
  return (
    named.length > 0 &&
    named.every(({person}) => person.kind === 'child') &&
    /^(?:[\s\d,.&:]|\band\b)*$/i.test(between) &&
    blocks.length > 1 &&
    blocks.every(block => block === heading || (block.kind === 'paragraph' && !block.table && block.labelEnd === 0))
  )
}

function typeOf(blocks: readonly Block[], {assumed}: PlanSettings): {type: DocumentType; confidence: number} {
  const found = documentTypeOf(blocks)
  return found.type === 'unknown' && assumed ? {type: assumed, confidence: 0} : found
}

/** “What Neil says” is a parent's view: only the people tell. */
function settleViews(sections: readonly Section[], {mentionsIn}: People): void {
  for (const section of sections) {
    if (section.role === 'other' && isAboutChildren(section, mentionsIn)) section.role = 'child-views'
    if (section.role !== 'child-views') continue
    const kinds = mentionsIn(section.title).map(({person}) => person.kind)
    if (kinds.length > 0 && !kinds.includes('child')) section.role = 'parent-views'
  }
}

/** What is known of a plan before its rows are read. */
export type PlanDraft = Omit<Plan, 'doubts' | 'rows' | 'actions' | 'contingency' | 'voices' | 'visits' | 'review' | 'letter' | 'prose'>
/** What is known once its rows are. */
export type PlanWithRows = Omit<Plan, 'contingency' | 'voices' | 'visits' | 'review' | 'letter' | 'prose'>
