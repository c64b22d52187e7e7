/** The part of a letter that says why it was written, cut into one worry each, however it is laid out. */
import type {Block, Plan, Section} from '../../model/plan.ts'
import {isWorryHeading} from '../headings.ts'
import {kindsIn} from './kinds.ts'

export interface Unit {
  /** A heading that names this worry and no other. */
  title: string
  blocks: Block[]
  /** Running text, without a number, label or heading of its own. */
  isProse: boolean
}

/** List items, rows, headed paragraphs and paragraphs. */
export function unitsOf(plan: Plan): Unit[] {
  const places = placesIn(plan)
  const blocks = plan.blocks.filter(block => isText(block) && (block.role === 'concern' || places.has(block.section)))
  const units: Unit[] = []
  const rows = new Map<string, Unit>()
  let title = ''
  let under: Section | null = null
  for (const [index, block] of blocks.entries()) {
    const last = units.at(-1)
    const before = last?.blocks.at(-1)
    const isSameSection = before?.section === block.section
    if (!isSameSection) title = ''
    const isOne = places.get(block.section) === 'one worry'
    if (block.table) {
      const key = `${block.table.table}:${block.table.row}`
      const row = rows.get(key)
      if (row) row.blocks.push(block)
      else units.push(remember(rows, key, {title: '', blocks: [block], isProse: false}))
    } else if (isOne && last && under === block.section) last.blocks.push(block)
    else if (isOne) {
      under = block.section
      units.push({title: block.section.title, blocks: [block], isProse: false})
    } else if (isTitle(block, blocks[index + 1])) title = block.text
    else if (title) {
      units.push({title, blocks: [block], isProse: false})
      title = ''
    } else if (last && isSameSection && belongsTo(block, last)) last.blocks.push(block)
    else units.push({title: '', blocks: [block], isProse: block.kind !== 'item' && !isMarked(block)})
  }
  return units.filter((unit, index) => !isSummary(unit, units[index + 1]))
}

/** Where else a letter may tell what happened: its opening, or the history of the case. */
export function tellingBlocks(plan: Plan): Block[] {
  const places = placesIn(plan)
  return plan.blocks.filter(
    block =>
      isText(block) &&
      !places.has(block.section) &&
      (block.role === 'other' || block.role === 'history') &&
      ['title', 'header', 'background', 'chronology', 'other'].includes(block.section.role)
  )
}

function remember(rows: Map<string, Unit>, key: string, unit: Unit): Unit {
  rows.set(key, unit)
  return unit
}

function isText({kind, table, margin, text}: Block): boolean {
  return kind !== 'heading' && !table?.header && !margin && text.trim() !== ''
}

type Place = 'worries' | 'one worry'

/** Sections that tell worries. Those under such a heading, or after one that stands empty, tell one each. */
function placesIn({sections, blocks}: Plan): Map<Section, Place> {
  const places = new Map<Section, Place>()
  let isEmpty = false
  for (const section of sections) {
    const {parent, role, title} = section
    const isPlain = role === 'other' || role === 'worries' || role === 'concerns'
    const isUnder = isPlain && parent !== null && places.has(parent)
    if (isUnder && !isWorryHeading(title)) places.set(section, 'one worry')
    else if (role === 'concerns' || role === 'worries' || (role === 'other' && isWorryHeading(title))) {
      places.set(section, 'worries')
      isEmpty = !section.blocks.some(isText)
    } else if (isEmpty && role === 'other') places.set(section, 'one worry')
    else isEmpty = false
  }
  if (places.size > 0 || blocks.some(({role}) => role === 'concern')) return places
  // A letter that has no such heading tells its worries as what has happened.
  for (const section of sections) {
    const isTold = section.role === 'background' || section.role === 'chronology' || section.role === 'other'
    if (isTold && section.blocks.some(block => isText(block) && kindsIn(block.text).size > 0)) places.set(section, 'worries')
  }
  return places
}

/** A short line over a paragraph: `Drinking`, `1. Drinking`. Of a list of such lines each is a worry. */
function isTitle({text, kind, strong}: Block, next: Block | undefined): boolean {
  if (!next || text.length > 60 || /[.;,!?]\s*$/.test(text)) return false
  const isCapital = /\p{Lu}{3}/u.test(text) && text === text.toUpperCase()
  return strong || isCapital || (text.trim().split(/\s+/).length <= 8 && next.kind !== 'item' && (kind !== 'item' || next.text.length > 60))
}

const number = /^\s*(?:\(?\d{1,2}[.)]|\d\.\d+\.?|\(?[a-z][.)]|[•·*–-])\s+\S/i

function isMarked(block: Block): boolean {
  return number.test(block.text) || block.labelEnd > 0 || isLabelled(block)
}

/** `Skye's teeth. She …`, not `You use heroin. You …`. */
function isLabelled({text}: Block): boolean {
  const [label] = /^[^.!?]{2,40}\.\s/.exec(text) ?? []
  return label !== undefined && !/^(?:you|he|she|they|we|i|it|there|this)\b|\b(?:is|are|was|were|has|have|had|do|does|did)\b/i.test(label)
}

const goesOn =
  /^\s*(?:this|that|these|those|it|because|as a result|so|when|if|on (?:those|these|that)|without|he|she|they|his|her|their|a|any|next time|the next)\b/i

/**
 * What follows a marked worry without a mark of its own belongs to it, as does what stands deeper in the list; in running text a paragraph
 * that goes on: `This means that …`.
 */
function belongsTo(block: Block, {blocks, isProse}: Unit): boolean {
  const [first] = blocks as [Block]
  if (block.kind === 'item') return first.kind === 'item' && first.list === block.list && block.depth > first.depth
  if (first.table || isMarked(block)) return false
  return !isProse || (goesOn.test(block.text) && kindsIn(block.text).size === 0)
}

/** One sentence that says what all the worries are about: `We are worried that Mia is being harmed by drink and violence.` */
function isSummary({blocks, isProse}: Unit, next: Unit | undefined): boolean {
  const [block] = blocks as [Block]
  return (
    isProse &&
    next !== undefined &&
    blocks.length === 1 &&
    block.sentences.length === 1 &&
    (/:\s*$/.test(block.text) || /^(?:we|i|these|this|our|the|below|there)\b/i.test(block.text)) &&
    (/:\s*$/.test(block.text) || /\b(?:worr\w+|concern\w*|afraid|reasons?|harm\w*)\b/i.test(block.text))
  )
}
