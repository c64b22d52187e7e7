/** The part of a letter that says what the council is worried about, cut into what is one concern. */
import type {PlanWithRows} from '../build.ts'
import type {Block, Section} from '../plan.ts'
import type {TableInfo} from '../tables.ts'
import {titleType} from '../document-type.ts'
import {sectionRole} from '../vocabulary.ts'
import {isOpen, openText} from './open-text.ts'

/**
 * - `item`: a list item with what belongs to it, or a table row: one concern
 * - `headed`: the paragraphs under a heading of their own: one concern, or several where only some have their effect stated
 * - `prose`: a paragraph of running text: as many concerns as there are acts
 */
export interface Unit {
  kind: 'item' | 'headed' | 'prose'
  blocks: Block[]
  /** It stands where the letter tells its concerns; else only what it says can show that it is one. */
  sure: boolean
}

/** Units in reading order. */
export function unitsOf(plan: PlanWithRows, tables: readonly TableInfo[]): Unit[] {
  const inTables = tables.flatMap(table => rowUnits(table, plan.blocks))
  const sections = concernSections(plan.sections)
  const inText = sections.length > 0 ? sections.flatMap(sectionUnits) : plan.sections.filter(isOpen).flatMap(openUnits)
  return [...inTables, ...inText].sort((a, b) => (a.blocks[0]?.index ?? 0) - (b.blocks[0]?.index ?? 0))
}

function concernSections(sections: readonly Section[]): Section[] {
  return sections.filter(({role}) => role === 'concerns')
}

/** Rows of a table of concerns: one under a concerns heading, or one whose columns say so. */
function rowUnits({grid, shape, firstRow, roles, spanning}: TableInfo, blocks: readonly Block[]): Unit[] {
  const first = blocks[grid.firstBlock]
  if (!first || (shape === 'labels' && grid.columns > 2)) return []
  const isConcerns =
    first.section.role === 'concerns' || (shape === 'columns' && roles.includes('worry') && first.section.role !== 'chronology')
  if (!isConcerns) return []
  const units: Unit[] = []
  for (let row = firstRow; row < grid.rows; row++) {
    if (spanning.has(row)) continue
    const cells = grid.cells.filter(cell => cell.row <= row && row < cell.row + cell.rowSpan && cell.column + cell.colSpan > 0)
    const own = cells.flatMap(cell => cell.blocks).filter(block => block.text.trim() && block.role !== 'label')
    if (own.length > 0) units.push({kind: 'item', blocks: own, sure: true})
  }
  return units
}

/** Text under no heading of its own; a heading over a paragraph or two names one concern, over more it is the whole letter's. */
function openUnits(section: Section): Unit[] {
  const text = openText(section)
  const headed = section.role === 'other' && text.length <= 2
  return [
    ...cut(
      text.filter(({sure}) => sure).map(({block}) => block),
      false,
      true
    ),
    ...cut(
      text.filter(({sure}) => !sure).map(({block}) => block),
      headed,
      false
    )
  ]
}

const numbered = /^\s*(?:\(?\d{1,2}(?:\.\d{1,2})*[.)]|\d{1,2}(?:\.\d{1,2})+|\(?[a-z][.)]|[•·*–-])\s+\S/i
const closing = /^\s*(?:yours (?:sincerely|faithfully|truly)|kind regards)/i

function sectionUnits(section: Section): Unit[] {
  const blocks = section.blocks.filter(
    block => block.kind !== 'heading' && !block.table && !block.margin && block.text.trim() && block.role !== 'label'
  )
  return cut(blocks, namesOneConcern(section), true)
}

/** `Drinking`, `Worry 2. Cannabis`: not the heading over all the concerns. */
function namesOneConcern({heading, title, parent}: Section): boolean {
  if (!heading) return false
  return sectionRole(title, 'letter') !== 'concerns' || parent?.role === 'concerns' || /\b(?:worry|concern)\s+\d/i.test(title)
}

/** Cuts a run of blocks; `headed` where its heading names one concern. */
function cut(blocks: readonly Block[], headed: boolean, sure: boolean): Unit[] {
  const units: Unit[] = []
  let under: Unit | null = headed ? {kind: 'headed', blocks: [], sure} : null
  if (under) units.push(under)
  for (const block of blocks) {
    const last = units.at(-1)
    if (closing.test(block.text)) break
    if (isMiniHeading(block)) {
      under = {kind: 'headed', blocks: [], sure}
      units.push(under)
    } else if (block.kind === 'item') {
      const follows =
        last?.kind === 'item' && last.blocks[0]?.list === block.list && (block.label === null || block.depth > (last.blocks[0]?.depth ?? 0))
      if (follows) last.blocks.push(block)
      else units.push({kind: 'item', blocks: [block], sure})
    } else if (/:\s*$/.test(block.text) && block.sentences.length === 1) continue
    else if (numbered.test(block.text)) units.push({kind: 'item', blocks: [block], sure})
    else if (isLine(block, blocks) && last?.kind === 'item' && last.blocks.at(-1)?.paragraph === block.paragraph) last.blocks.push(block)
    else if (under && last === under) under.blocks.push(block)
    else units.push({kind: block.labelEnd > 0 && block.labelEnd < block.text.length ? 'headed' : 'prose', blocks: [block], sure})
  }
  return units.filter(unit => unit.blocks.length > 0).flatMap(apart)
}

/** Many paragraphs under one short line are running text: the line is the subject of the letter, say. */
function apart(unit: Unit): Unit[] {
  const {kind, blocks, sure} = unit
  return kind === 'headed' && blocks.length > 3 ? blocks.map(block => ({kind: 'prose', blocks: [block], sure})) : [unit]
}

function isLine(block: Block, blocks: readonly Block[]): boolean {
  return blocks.some(other => other !== block && other.paragraph === block.paragraph)
}

/** A short bold line, or one in capitals, over paragraphs. */
function isMiniHeading(block: Block): boolean {
  if (block.kind !== 'paragraph' || block.text.length > 70 || /[.;,]\s*$/.test(block.text) || titleType(block.text)) return false
  return block.strong || (/\p{Lu}{3}/u.test(block.text) && block.text === block.text.toUpperCase())
}
