/** What a letter says it is worried about, one worry at a time, and whether it says what that does to the child. */
import type {Block, People, Section, Span} from '../../model/plan.ts'
import {textOf, trimmed} from '../../model/spans.ts'
import {isWorryHeading} from '../headings.ts'
import {withoutDates, type Worded} from '../things.ts'
import type {Version} from '../version.ts'
import {stemsOf} from '../words.ts'
import {EffectReader} from './effects.ts'
import {kindsIn} from './kinds.ts'

export interface Concern extends Worded {
  /** Ways in which it is grave. */
  kinds: ReadonlySet<string>
  effect: boolean
}

interface Unit {
  /** A heading that names this worry and no other. */
  title: string
  blocks: Block[]
  /** Running text, which may tell of several worries one after another. */
  isProse: boolean
}

/** `people` are those of the plan. */
export function concernsOf(version: Version, people: People): Concern[] {
  return unitsOf(version).flatMap(unit => partsOf(unit).map(part => concernOf(unit, part, version, people)))
}

function concernOf({title, blocks}: Unit, spans: readonly Span[], {plan, nameIn}: Version, people: People): Concern {
  const reader = new EffectReader(plan.people, people)
  reader.note(title)
  // Every sentence is read, for the people it names.
  const effect = spans.map(span => reader.tells(textOf(span))).includes(true)
  const texts = spans.map(textOf)
  const whole = [title, ...texts].join(' ')
  const [first, last] = [spans[0] as Span, spans.at(-1) as Span]
  // Quoted is what stands in the first block: a passage is of one block.
  const end = first.block === last.block ? last.end : (spans.filter(({block}) => block === first.block).at(-1) as Span).end
  const at = {block: first.block, start: first.start, end}
  return {
    text: blocks.length > 1 ? textOf(at) : texts.join(' '),
    at,
    stems: stemsOf(nameIn(withoutDates(whole))),
    kinds: kindsIn(whole),
    effect
  }
}

/** Running text is cut where a sentence begins a grave worry of another kind. */
function partsOf({blocks, isProse}: Unit): Span[][] {
  const spans = blocks.flatMap(block => block.sentences.map(range => trimmed({block, ...range})))
  if (!isProse) return spans.length > 0 ? [spans] : []
  const parts: {spans: Span[]; kinds: Set<string>}[] = []
  for (const span of spans) {
    const text = textOf(span)
    const kinds = kindsIn(text)
    const last = parts.at(-1)
    const isOther = last && last.kinds.size > 0 && kinds.size > 0 && ![...kinds].some(kind => last.kinds.has(kind)) && !goesOn.test(text)
    if (!last || isOther) parts.push({spans: [span], kinds: new Set(kinds)})
    else {
      last.spans.push(span)
      for (const kind of kinds) last.kinds.add(kind)
    }
  }
  return parts.map(part => part.spans)
}

const goesOn = /^\s*(?:this|that|these|those|it|because|as a result|so|when|if|on (?:those|these|that)|without|he|she|they|his|her|their|a|any|next time|the next)\b/i

/** List items, rows, headed paragraphs and paragraphs of the part that says why the letter was written. */
function unitsOf({plan}: Version): Unit[] {
  const units: Unit[] = []
  const byRow = new Map<string, Unit>()
  let under: {section: Section; unit: Unit} | null = null
  for (const block of plan.blocks.filter(isConcern)) {
    const last = units.at(-1)
    const before = last?.blocks.at(-1)
    if (block.table) {
      const key = `${block.table.table}:${block.table.row}`
      const unit = byRow.get(key)
      if (unit) unit.blocks.push(block)
      else {
        const row = {title: '', blocks: [block], isProse: false}
        byRow.set(key, row)
        units.push(row)
      }
    } else if (block.kind === 'item') {
      const isPart = before?.kind === 'item' && before.list === block.list && block.depth > (last?.blocks[0]?.depth ?? 0)
      if (isPart) last?.blocks.push(block)
      else if (under?.section === block.section) under.unit.blocks.push(block)
      else units.push({title: '', blocks: [block], isProse: false})
    } else if (isOneWorry(block.section)) {
      if (under?.section === block.section) under.unit.blocks.push(block)
      else {
        under = {section: block.section, unit: {title: block.section.title, blocks: [block], isProse: false}}
        units.push(under.unit)
      }
    } else if (isTitle(block)) under = null
    else {
      const titled = before && isTitleOf(plan.blocks, block)
      const isNumbered = number.test(block.text) || block.labelEnd > 0 || /^[^.!?]{2,40}\.\s/.test(block.text)
      // A paragraph that goes on from the one before: `This means that …`.
      if (!titled && !isNumbered && last && before?.section === block.section && goesOn.test(block.text) && kindsIn(block.text).size === 0)
        last.blocks.push(block)
      else units.push({title: titled ? titled.text : '', blocks: [block], isProse: !isNumbered && !titled})
    }
  }
  return units
}

const number = /^\s*(?:\(?\d{1,2}[.)]|\(?[a-z][.)]|[•·*–-])\s+\S/i

/** A short line in bold or capitals, over a paragraph. */
function isTitle(block: Block): boolean {
  return block.text.length < 60 && !/[.;,]\s*$/.test(block.text) && (block.strong || block.text === block.text.toUpperCase())
}

function isTitleOf(blocks: readonly Block[], block: Block): Block | null {
  const before = blocks[block.index - 1]
  return before && before.section === block.section && before.kind === 'paragraph' && isTitle(before) ? before : null
}

/** `Drinking`, under the heading over all the worries. */
function isOneWorry({heading, parent, title}: Section): boolean {
  return heading !== null && parent !== null && isWorrySection(parent) && !isWorryHeading(title)
}

function isWorrySection({role, title}: Section): boolean {
  return role === 'concerns' || role === 'worries' || (role === 'other' && isWorryHeading(title))
}

function isConcern({role, section, kind, table, margin, text}: Block): boolean {
  if (kind === 'heading' || table?.header || margin || text.trim() === '') return false
  return role === 'concern' || isWorrySection(section) || isOneWorry(section)
}
