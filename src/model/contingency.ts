/** What the plan says will happen otherwise: each statement with its trigger and its step, and whether a parent could act on them. */
import vocabulary from '../../rules/vocabulary/contingency.json' with {type: 'json'}
import {createMatcher, wordsOf} from '../text/phrases.ts'
import type {PlanWithRows} from './build.ts'
import type {Block, Contingency, ContingencyStatement, People, Span} from './plan.ts'
import {isBlank} from './rows/draft.ts'
import {speaksOfPaper} from './rows/running-text.ts'
import {labelText, textOf, trimmed, wholeBlock} from './spans.ts'
import {isIfThen, type TableInfo} from './tables.ts'
import {columnRole, sectionRole} from './vocabulary.ts'

const matcher = createMatcher({vague: vocabulary.vagueTriggers, real: vocabulary.realSteps, process: vocabulary.processSteps})
const placeholders = new Set(vocabulary.placeholders)

const openers = /\b(?:if|should|unless|in the event (?:of|that)|in case|where|when(?:ever)?|as soon as|were)\b/i
/** Running text outside a contingency section counts only where it pairs a condition with what follows. */
const conditional =
  /(?:^|[.;:]\s+|,\s+)(?:if|should|unless|in the event (?:of|that))\s[^.]{8,200}?(?:,|\bthen\b|\bwill\b|\bwould\b|\bmay\b)/i

/** Roles of sections in which a condition is not a contingency plan. */
const elsewhere = new Set([
  'background',
  'chronology',
  'reports',
  'people',
  'child-views',
  'parent-views',
  'strengths',
  'glossary',
  'agreement',
  'progress',
  'title',
  'header',
  'reading-help',
  'worries',
  'visits'
])

const signature =
  /^\s*(?:signed|signature|name|date|print name|agreed by|copies? (?:to|given)|copied to|distribution|circulation|cc|shared with|sent to|written by|completed by)\b.{0,60}:|^\s*_{4,}/i

interface Unit {
  blocks: Block[]
  /** The trigger stands in a cell or a line of its own, without “if”. */
  trigger: Span | null
}

export function contingencyOf(plan: PlanWithRows, tables: readonly TableInfo[]): Contingency {
  const {units, heading} = ownUnits(plan, tables)
  const stated = units.filter(unit => !isPlaceholder(unit.blocks.map(block => block.text).join(' ')))
  const found = stated.length > 0 ? stated : looseUnits(plan)
  const statements = found.map(unit => statementOf(unit, plan.people))
  if (statements.length === 0) return {state: heading ? 'empty' : 'none', heading, statements}
  const clear = statements.some(({clearTrigger, clearStep}) => clearTrigger && clearStep)
  return {state: clear ? 'clear' : 'unclear', heading, statements}
}

/** What stands under a contingency heading, label or column. */
function ownUnits({sections, blocks}: PlanWithRows, tables: readonly TableInfo[]): {units: Unit[]; heading: Block | null} {
  const units: Unit[] = []
  let heading: Block | null = null
  for (const section of sections) {
    if (section.role !== 'contingency') continue
    heading ??= section.heading
    units.push(...unitsOf(section.blocks.filter(block => block !== section.heading && !block.table && !block.margin)))
  }
  for (const table of tables) units.push(...unitsOfTable(table))
  for (const block of blocks) {
    if (block.labelEnd === 0 || block.section.role === 'contingency') continue
    const label = labelText(block)
    if (columnRole(label) !== 'contingency' && sectionRole(label, 'plan') !== 'contingency') continue
    heading ??= block
    units.push({blocks: [block, ...following(block, blocks)], trigger: null})
  }
  return {units: units.filter(unit => unit.blocks.some(hasText)), heading}
}

function hasText(block: Block): boolean {
  return !isBlank(block.text.slice(block.labelEnd))
}

/** A label alone: its text is in the paragraphs that follow, up to the next label or heading. */
function following(block: Block, blocks: readonly Block[]): Block[] {
  if (hasText(block)) return []
  const after: Block[] = []
  for (let index = block.index + 1; index < blocks.length && after.length < 6; index++) {
    const next = blocks[index] as Block
    if (next.kind === 'heading' || next.labelEnd > 0 || (next.table === null) !== (block.table === null)) break
    after.push(next)
  }
  return after
}

const regards =
  /^\s*(?:best wishes|(?:kind|best|warm) regards|regards|many thanks|thanks|thank you|yours (?:sincerely|faithfully)|all the best)\b(?:[\s,.!]+[\p{L}'’-]+){0,4}[\s,.!]*$/iu

/** A paragraph each; a list with its introduction is one, unless each of its items has a condition of its own. The end of a letter ends it. */
function unitsOf(blocks: readonly Block[]): Unit[] {
  const units: Unit[] = []
  const areTriggers = blocks.filter(({text}) => aheadOf(text) !== null).length >= 2
  for (const block of blocks) {
    if (isBlank(block.text) || signature.test(block.text) || speaksOfPaper(block.text)) continue
    if (regards.test(block.text)) break
    const last = units.at(-1)
    const before = last?.blocks.at(-1)
    const introduces = before && /[:…]\s*$/.test(before.text)
    const goesOn = before && block.kind === 'item' && before.kind === 'item' && (last?.blocks.length ?? 0) > 1
    const trigger = conditionAhead(block, areTriggers)
    const begins = trigger !== null || startsCondition.test(block.text)
    if (last && introduces && begins && block.kind === 'item' && !condition.test(before.text))
      units[units.length - 1] = {blocks: [block], trigger}
    else if (last && (introduces || goesOn)) last.blocks.push(block)
    else units.push({blocks: [block], trigger})
  }
  return units
}

const condition = /\b(?:if|should|unless|in case|when(?:ever)?|as soon as)\b/i
const startsCondition = new RegExp(`^\\W*${condition.source}`, 'i')

/** What stands before the colon, or before a dash with spaces, of a line. */
function aheadOf(text: string): string | null {
  return /^([^.:;]{8,140}?)(?::|\s[–—-])\s+\S/.exec(text)?.[1] ?? null
}

/** `Dean at the flat while Isaac is there: 999 from whoever sees him`: the condition without its “if”. Where several lines are so made, short ones and paragraphs count. */
function conditionAhead(block: Block, areTriggers: boolean): Span | null {
  const ahead = aheadOf(block.text) ?? ''
  const isLine = areTriggers || (block.kind === 'item' && block.text.startsWith(`${ahead}:`))
  const isCondition = isLine && wordsOf(ahead).length >= (areTriggers ? 2 : 4) && !startsCondition.test(ahead) && !isName(ahead)
  return isCondition ? trimmed({block, start: 0, end: ahead.length}) : null
}

/** The name of a part of the plan (`What we will do about it`). */
function isName(label: string): boolean {
  return columnRole(label) !== null || sectionRole(label, 'plan') !== null
}

/** Rows of an “if … then” table or of a contingency column. */
function unitsOfTable(info: TableInfo): Unit[] {
  const {grid, shape, firstRow, roles} = info
  const section = grid.cells.find(cell => cell.blocks.length > 0)?.blocks[0]?.section
  const column = roles.indexOf('contingency')
  const inSection = section?.role === 'contingency' || isIfThen(info)
  if (shape === 'columns' && column >= 0 && !inSection) {
    return grid.cells
      .filter(cell => cell.column === column && cell.row >= firstRow && cell.text)
      .map(cell => ({blocks: cell.blocks, trigger: null}))
  }
  if (shape === 'labels' || shape === 'transposed') {
    if (!inSection) {
      return grid.cells
        .filter(cell => cell.column > 0 && roles[cell.row] === 'contingency' && cell.text)
        .map(cell => ({blocks: cell.blocks, trigger: null}))
    }
  }
  if (!inSection) return []
  const units: Unit[] = []
  for (let row = shape === 'columns' ? firstRow : 0; row < grid.rows; row++) {
    const cells = grid.cells.filter(cell => cell.row === row && cell.text)
    const [first] = cells
    if (!first?.blocks[0]) continue
    const trigger = cells.length > 1 ? wholeBlock(first.blocks[0]) : null
    units.push({blocks: cells.flatMap(cell => cell.blocks).filter(block => !isBlank(block.text)), trigger})
  }
  return units
}

function looseUnits({blocks, people}: PlanWithRows): Unit[] {
  const units: Unit[] = []
  for (const block of blocks) {
    if (block.margin || block.kind === 'heading' || elsewhere.has(block.section.role) || block.table?.header) continue
    if (block.table && block.role !== 'action' && block.role !== 'other') continue
    if (!conditional.test(block.text)) continue
    const {clearStep} = judge(block.text, null, people)
    const named = matcher.match(block.text).some(({list}) => list === 'process' || list === 'vague')
    if (clearStep || named) units.push({blocks: [block], trigger: null})
  }
  return units
}

function isPlaceholder(text: string): boolean {
  const plain = wordsOf(text.replace(/^[^:]{0,40}:\s*/, ''))
    .map(word => word.text)
    .join(' ')
  const whole = wordsOf(text)
    .map(word => word.text)
    .join(' ')
  if (whole === '') return true
  for (const form of [plain, whole]) {
    if (placeholders.has(form)) return true
    const start = [...placeholders].find(placeholder => form.startsWith(`${placeholder} `))
    if (start && form.split(' ').length <= start.split(' ').length + 9 && !openers.test(form)) return true
  }
  return /^\s*[[<{(].{0,60}[\]>})]\s*$/.test(text)
}

function statementOf({blocks, trigger}: Unit, people: People): ContingencyStatement {
  const text = blocks.map(block => block.text).join(' ')
  const judged = judge(text, trigger ? textOf(trigger) : null, people)
  return {at: tellingSentence(blocks), ...judged}
}

/** The sentence that says what sets it off or what is done: the one to quote. */
function tellingSentence(blocks: readonly Block[]): Span {
  for (const block of blocks) {
    for (const range of block.sentences) {
      const span = trimmed({block, ...range})
      if (openers.test(textOf(span)) || matcher.match(textOf(span)).some(({list}) => list === 'process')) return afterLabel(span)
    }
  }
  const [first] = blocks
  return afterLabel(wholeBlock(blocks.find(hasText) ?? (first as Block)))
}

/** A label that is the condition itself (**If she is late:**) stays. */
function afterLabel(span: Span): Span {
  const {block} = span
  if (startsCondition.test(labelText(block))) return span
  return block.labelEnd > span.start && block.labelEnd < span.end ? trimmed({block, start: block.labelEnd, end: span.end}) : span
}

function judge(text: string, triggerText: string | null, people: People): Omit<ContingencyStatement, 'at'> {
  const {trigger, step} = triggerText === null ? splitCondition(text) : {trigger: triggerText, step: text.replace(triggerText, '')}
  return {trigger, step, clearTrigger: isClearTrigger(trigger), clearStep: isClearStep(step, people)}
}

/** “If Ann, Ben and Cara are late”: the commas of a list that begins the clause do not end it; “if so, Mum and Dad …” has none. */
const clauses =
  /\b(?:if|should|unless|in the event (?:of|that)|in case|where|when(?:ever)?|as soon as)\b\s+(?:(?!(?:so|not|needed|necessary|possible),)(?:[\p{L}’'-]+,\s+)+[\p{L}’'-]+,?\s+(?:and|or)\s)?(?:[^,.;:]|,(?=\s*(?:or|and)\s))+/giu

/** The clauses after “if” and the like, and the rest. */
export function splitCondition(text: string): {trigger: string; step: string} {
  const triggers: string[] = []
  const step = text.replace(clauses, match => {
    // “If he is late, Mum rings Nan” ends at the comma; “Should the risks escalate the council will …” just before who acts.
    const modal = /\s(?:then|will|would|may|shall|is to|are to)\s/i.exec(match.slice(12))
    const before = modal ? match.slice(0, modal.index + 12) : match
    const end = modal ? before.replace(/(?:\s(?:the|a|an|his|her|their|our|your))?\s\S+$/i, '').length : match.length
    triggers.push(match.slice(0, end))
    return match.slice(end)
  })
  return {trigger: triggers.join(' / '), step}
}

/** Something a parent could see happen: words are left once the vague ones are taken out. */
function isClearTrigger(trigger: string): boolean {
  return trigger.split(' / ').some(clause => {
    if (!clause) return false
    const vague = matcher.match(clause).filter(({list}) => list === 'vague')
    const words = wordsOf(clause)
    const left = words.filter(word => !vague.some(({start, end}) => word.start >= start && word.end <= end) && !filler.has(word.text))
    return vague.length === 0 ? left.length >= 2 : left.length >= 4
  })
}

const filler = new Set(
  `if should unless in the event of that case where when whenever as soon there is are was be been a an any and or to for by at on with this these those we they he she it
  child children children's parent parents mother father mum dad family plan then not no do does have has had will would may further more again still some
  current identified agreed above within made`.split(/\s+/)
)

/** Somebody does something that is more than a process. */
function isClearStep(step: string, people: People): boolean {
  const actor =
    people.mentionsIn(step).length > 0 || /\b(?:I|we|you|he|she|they|who(?:ever)?|manager|worker|nurse|court|judge|police)\b/i.test(step)
  return actor && matcher.match(step).some(({list}) => list === 'real')
}
