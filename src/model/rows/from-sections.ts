/** Rows from headings, lists, labelled lines and running text: a plan that is not in a table. */
import {timesIn} from '../../text/dates.ts'
import {headerLabel} from '../header-labels.ts'
import type {Block, People, Section, Span} from '../plan.ts'
import {labelText, textOf, trimmed, wholeBlock} from '../spans.ts'
import {type ColumnRole, columnRole} from '../vocabulary.ts'
import {grammarOf} from './action-words.ts'
import {type DraftRow, draftAction, emptyRow, isAction, isBlank, labelRole, sentenceActions, takeLabel} from './draft.ts'
import {mark} from './from-tables.ts'
import {goalParagraphs} from './goal-paragraphs.ts'
import {keyedValues, keyOf, unlabelled} from './keyed-values.ts'
import {heldByHeading, labelOwner, leadingOwner} from './owners.ts'
import {addProse, offersHelp, speaksOfPage} from './running-text.ts'

type Mode = ColumnRole | null

const planRoles = new Set(['plan', 'expectations'])
const actionModes: ReadonlySet<ColumnRole> = new Set(['action', 'parent-action', 'professional-action'])
/** Headings of these belong to the need before them only while it has no actions yet. */
const startsNeed: ReadonlySet<ColumnRole> = new Set([...actionModes, 'outcome'])

/** One row for each section that holds actions; sections of worries and outcomes are joined to them later. */
export function rowsFromSections(
  sections: readonly Section[],
  people: People,
  letter: boolean,
  tabled: ReadonlySet<Section> = new Set()
): DraftRow[] {
  const rows: DraftRow[] = []
  const goals = letter ? new Set<Block>() : goalParagraphs(sections, people)
  for (const section of sections) {
    const blocks = section.blocks.filter(block => !block.table && !block.margin && block !== section.heading && !isBlank(block.text))
    if (
      !isPlanSection(section, blocks, people, letter) &&
      !(tabled.has(section) && (blocks.some(isStatement) || outcomeInHeading(section)))
    )
      continue
    const title = section.title.replace(/^[\d.\s]+/, '').replace(/[:\s]+$/, '')
    const mode = columnRole(title)
    const before = rows.at(-1)
    const goesOn = mode && (!startsNeed.has(mode) || before?.actions.length === 0 || isNextOf(section, mode, before))
    if (goesOn && mode !== 'worry' && before && sameNeed(before.section, section)) {
      let next = 0
      const reader: Reader = {mode, times: null}
      for (; next < blocks.length && !beginsNeed(blocks[next] as Block, before); next++) {
        readBlock(before, blocks[next] as Block, reader, people, letter)
      }
      // Under “Actions”, a labelled worry after the list is the next need.
      if (next < blocks.length)
        rows.push(...needsOf(section, blocks.slice(next), {mode: null, times: null}, people, letter, emptyRow(section, 'headings', 0.8)))
      continue
    }
    const holder = heldByHeading(section, people)
    for (const row of needsOf(
      section,
      blocks,
      {mode: !letter && mode && actionModes.has(mode) ? mode : null, times: null, goals},
      people,
      letter
    )) {
      if (holder) for (const action of row.actions) action.heldBy.push(holder)
      if (row.actions.length > 0 || row.outcomes.length > 0 || row.worries.some(isLabelled)) rows.push(row)
    }
  }
  return rows
}

/** `TASK 1.2` after `TASK 1.1`, both under the need. */
function isNextOf({title, parent}: Section, mode: ColumnRole, before: DraftRow | undefined): boolean {
  return actionModes.has(mode) && /\d/.test(title) && parent !== null && parent === before?.section
}

function isLabelled({block, start}: Span): boolean {
  return block.labelEnd > 0 && start >= block.labelEnd
}

interface Reader {
  mode: Mode
  /** Paragraphs that state the outcome of their need without saying so. */
  goals?: ReadonlySet<Block>
  /** `By 13 March:` over the items that follow. */
  times: Span | null
  /** The mode holds for the next paragraph only. */
  once?: boolean
  /** A labelled worry or outcome whose next lines, in the same item or paragraph, go on with it. */
  open?: {role: ColumnRole; block: Block}
}

/** The needs of one section: mostly one; a labelled worry or outcome after actions begins the next. */
function needsOf(
  section: Section,
  blocks: readonly Block[],
  reader: Reader,
  people: People,
  letter: boolean,
  first = startRow(section, letter)
): DraftRow[] {
  const rows = [first]
  for (const [index, block] of blocks.entries()) {
    if (!letter && beginsNeed(block, rows.at(-1) as DraftRow)) {
      rows.push(startRow(section, letter))
      reader.mode = null
    }
    const row = rows.at(-1) as DraftRow
    const before = row.actions.length
    if (reader.goals?.has(block)) row.outcomes.push(wholeBlock(block))
    else if (isHeadOfLabels(block, blocks[index + 1])) row.actions.push(draftAction(wholeBlock(block)))
    else if (leadsList(block, blocks[index + 1])) reader.times = wholeBlock(block)
    else {
      if (block.kind !== 'item') reader.times = null
      readBlock(row, block, reader, people, letter)
    }
    if (reader.times) for (const action of row.actions.slice(before)) takeLabel(action, 'timescale', reader.times)
  }
  return rows
}

function beginsNeed(block: Block, {actions, worries, outcomes}: DraftRow): boolean {
  // A label inside an item is the item's own; an item that begins with one is a numbered need.
  const role = block.kind === 'item' && block.label === null ? null : labelRole(block)
  if (actions.length === 0 || (role !== 'worry' && role !== 'outcome')) return false
  return role === 'worry' || outcomes.length > 0 || worries.length === 0
}

/** `By 13 March 2026:` or `Every day:` and nothing else, right before a list. */
function leadsList(block: Block, next: Block | undefined): boolean {
  if (block.kind === 'item' || next?.kind !== 'item' || !/:\s*$/.test(block.text)) return false
  const [time] = timesIn(block.text, null)
  return (
    time !== undefined &&
    time.kind !== 'event' &&
    /^\W*(?:by|on|before|from)?\W*$/i.test(block.text.slice(0, time.start)) &&
    /^\W*$/.test(block.text.slice(time.end))
  )
}

const mayHoldPlan = new Set(['other', 'worries', 'outcomes', 'background', 'support'])
const planLabels: ReadonlySet<ColumnRole> = new Set([...actionModes, 'outcome', 'owner', 'timescale'])

function isPlanSection(section: Section, blocks: readonly Block[], people: People, letter: boolean): boolean {
  if (letter) return section.role === 'expectations'
  if (planRoles.has(section.role)) return true
  const named = columnRole(section.title)
  if (named && actionModes.has(named) && mayHoldPlan.has(section.role)) return true
  if (!mayHoldPlan.has(section.role)) return false
  // A heading no vocabulary knows, or one that names a worry: its labels and items tell whether it is part of the plan.
  const roles = blocks.map(block => labelRole(block))
  if (roles.includes('outcome')) return true
  const labels = roles.filter(role => role !== null && planLabels.has(role)).length
  // The details of a child or a case, a fact a line.
  const facts = blocks.filter(block => block.labelEnd > 0 && headerLabel(labelText(block))).length
  if (facts >= 2 && facts >= labels / 2) return false
  const items = blocks.filter(block => block.kind === 'item' && block.label !== null)
  const doing = items.filter(item => isAction(item.text)).length
  // Under “Goal: …” stand its tasks, whoever they begin with.
  const shared = items.filter(item => isAction(item.text) || leadingOwner(item.text, people)).length
  if (items.length > 0 && shared * 2 >= items.length && outcomeInHeading(section)) return true
  if (labels >= 2 || (labels === 1 && items.length > 0)) return true
  // Under “Worry 1” a list of who will do what is its plan.
  if (section.role === 'worries') return items.length > 0 && doing === items.length
  if (section.role !== 'other' || items.length === 0 || doing / items.length < 0.6) return false
  return items.length >= 2 || /\sto\s+[a-z]/.test(items[0]?.text ?? '')
}

/** `Worry: …` or `Outcome: …` above a table of actions. */
function isStatement(block: Block): boolean {
  const role = labelRole(block)
  return (role === 'worry' || role === 'outcome') && !isBlank(block.text.slice(block.labelEnd))
}

/** A line with `Whose job: …` or `By when: …` right under it in its paragraph is what is to be done. */
function isHeadOfLabels(block: Block, next: Block | undefined): boolean {
  if (!next || block.labelEnd > 0 || block.kind === 'item') return false
  // In a paragraph of its own the label must have its value beside it: `Assigned: Ruth  Due: 4 May`.
  if (next.paragraph !== block.paragraph && (isBlank(next.text.slice(next.labelEnd)) || bareLabel(block) !== null)) return false
  const role = labelRole(next)
  return role === 'owner' || role === 'timescale'
}

/** A paragraph that is nothing but the name of what follows: `What is the need?`, `Difference we want to see`. */
function bareLabel(block: Block): ColumnRole | null {
  if (block.kind !== 'paragraph' || block.labelEnd > 0 || block.table || block.text.split(/\s+/).length > 8 || /[.!]\s*$/.test(block.text))
    return null
  return columnRole(block.text.replace(/[\s:?]+$/, ''))
}

const inLine = /(?:^|\s)(\p{Lu}\p{Ll}+(?:\s\p{Ll}+){0,3}):\s/gu

/** Several labels in one line (`Assigned: Ruth Due: 4 May Status: Open`) speak for the action above it. */
function takeLabels(row: DraftRow, block: Block): boolean {
  const labels = [...block.text.matchAll(inLine)].map(match => ({
    role: columnRole(match[1] as string),
    from: match.index,
    to: match.index + match[0].length
  }))
  const last = row.actions.at(-1)
  if (!last || labels.length < 2 || labels.some(({role}) => role !== 'owner' && role !== 'timescale' && role !== 'progress')) return false
  for (const [index, {role, to}] of labels.entries()) {
    takeLabel(last, role as ColumnRole, trimmed({block, start: to, end: labels[index + 1]?.from ?? block.text.length}))
  }
  return true
}

function sameNeed(earlier: Section, section: Section): boolean {
  return section.parent !== null && (section.parent === earlier || section.parent === earlier.parent)
}

function startRow(section: Section, letter: boolean): DraftRow {
  const row = emptyRow(section, 'headings', 0.8)
  const {heading} = section
  if (!heading || letter) return row
  const stated = outcomeInHeading(section)
  const {role, rest} = statedIn(heading)
  if (stated) row.outcomes.push(stated)
  else row.worries.push(rest && role ? rest : wholeBlock(heading))
  return row
}

const headingLabel = /^\s*(?:[\d.]+\s*)?([\p{L} ]{3,30}?)\s*(?:(?:\d+|[A-Z])?\s*[:–—-]|\d+\.)\s*/u

/** What a heading names before its colon or number, and what it says after it. */
function statedIn(heading: Block): {role: ColumnRole | null; rest: Span | null} {
  const match = headingLabel.exec(heading.text)
  return {
    role: match?.[1] ? columnRole(match[1]) : null,
    rest: match ? trimmed({block: heading, start: match[0].length, end: heading.text.length}) : null
  }
}

/** The outcome that the heading of a section states: “Outcome 1: Maya is safe at home” does; “Objective A – Health” only names a need. */
export function outcomeInHeading({heading}: Section): Span | null {
  if (!heading) return null
  const {role, rest} = statedIn(heading)
  const states = rest && (textOf(rest).split(/\s+/).length >= 5 || /[.!]$/.test(textOf(rest)))
  return role === 'outcome' && states ? rest : null
}

function goesOn({open}: Reader, block: Block): boolean {
  if (!open || block.labelEnd > 0) return false
  const {block: first} = open
  return block.paragraph === first.paragraph || (block.kind === 'item' && block.label === null && block.list === first.list)
}

function readBlock(row: DraftRow, block: Block, reader: Reader, people: People, letter: boolean): void {
  const label = labelText(block)
  const role = labelRole(block)
  const bare = role || letter ? null : bareLabel(block)
  if (bare) {
    reader.mode = bare
    reader.once = !actionModes.has(bare)
    return
  }
  if (role && row.actions.length > 0 && takeLabels(row, block)) return
  if (role) {
    const value = trimmed({block, start: block.labelEnd, end: block.text.length})
    const inline = value.end > value.start
    const last = row.actions.at(-1)
    if (!inline && last && block.paragraph === last.at.block.paragraph) {
      // `Finish by:` under an action, and nothing after it.
      takeLabel(last, role, value)
      return
    }
    if (!inline) {
      reader.mode = role
      return
    }
    // A labelled line inside a list item belongs to the item; a new labelled paragraph ends an earlier label's list.
    if (block.kind !== 'item') reader.mode = null
    reader.open = role === 'worry' || role === 'outcome' ? {role, block} : undefined
    addSpan(row, value, role)
    return
  }
  if (reader.open && goesOn(reader, block)) {
    addSpan(row, wholeBlock(block), reader.open.role)
    return
  }
  reader.open = undefined
  const holder = label ? labelOwner(label, people) : null
  if (holder && !letter) {
    const action = draftAction(trimmed({block, start: block.labelEnd, end: block.text.length}))
    action.heldBy.push(holder)
    if (action.at.end > action.at.start) row.actions.push(action)
    return
  }
  const lead = letter || block.kind !== 'item' || block.label === null ? null : leadingOwner(block.text, people)
  if (lead && (!reader.mode || actionModes.has(reader.mode))) {
    const action = draftAction(trimmed({block, start: lead.from, end: block.text.length}))
    takeLabel(action, 'owner', trimmed({block, start: 0, end: lead.end}))
    row.actions.push(action)
    return
  }
  if (reader.mode && actionModes.has(reader.mode) && label && plainly.test(label)) {
    row.actions.push(draftAction(trimmed({block, start: block.labelEnd, end: block.text.length})))
    return
  }
  addBlock(row, block, reader.mode, people, letter)
  if (reader.once) {
    reader.mode = null
    reader.once = false
  }
}

/** Labels that only say that the words of the task follow. */
const plainly = /^(?:description|details?|summary)$/i

function addBlock(row: DraftRow, block: Block, mode: Mode, people: People, letter = false): void {
  const [first] = block.sentences
  if (first && block.sentences.length <= 2 && speaksOfPage(block.text.slice(first.start, first.end))) return
  if (mode && !actionModes.has(mode)) {
    addSpan(row, wholeBlock(block), mode)
    return
  }
  if (block.kind === 'item') {
    // “15. The council expects that you will:” only opens the list under it.
    if (letter && /:\s*$/.test(block.text)) return
    const {subject} = grammarOf(block.text)
    if (letter && subject && offersHelp(subject, block.text, people)) return
    const continues = block.label === null && row.actions.at(-1)?.at.block.list === block.list
    if (!continues) row.actions.push(draftAction(wholeBlock(block)))
    return
  }
  if (mode) {
    // “Dana, you will ring the dentist. I will visit every Monday.”: a task a sentence.
    const each = letter ? [] : sentenceActions(wholeBlock(block))
    const areTasks = each.length > 1 && each.every(({at}) => grammarOf(textOf(at)).subject !== null && isAction(textOf(at)))
    row.actions.push(...(areTasks ? each : [draftAction(wholeBlock(block))]))
    return
  }
  addProse(row, block, people, letter)
}

function addSpan(row: DraftRow, span: Span, role: ColumnRole): void {
  const last = row.actions.at(-1)
  if (role === 'worry') row.worries.push(span)
  else if (role === 'outcome') row.outcomes.push(span)
  else if (role === 'measure') row.measures.push(span)
  else if (actionModes.has(role)) row.actions.push(draftAction(span))
  else if (role === 'progress' && span.block.kind !== 'item') {
    row.progress.push(span)
    // Under a heading of its own (`TASK 1.2`) it is that task’s.
    const own = row.actions.filter(({at}) => at.block.section === span.block.section)
    for (const action of own.length > 0 ? own : row.actions) action.progress.push(span)
  } else if (last && span.block.kind === 'item' && span.block.list === last.at.block.list) takeLabel(last, role, span)
  else if (last) {
    const since = role === 'owner' || role === 'timescale' ? unlabelled(row.actions, role) : [last]
    const keyed = since.length > 1 ? keyedValues(span) : null
    for (const action of since) takeLabel(action, role, keyed ? (keyed.get(keyOf(action)) ?? {...span, end: span.start}) : span)
  } else if (role === 'timescale') row.times.push(span)
}

/** Words of the sections that state worries and outcomes once for many actions. */
export function statementsIn(section: Section): Span[] {
  return section.blocks
    .filter(block => block !== section.heading && !block.margin && !isBlank(block.text) && !block.table?.header)
    .map(block => trimmed({block, start: block.labelEnd, end: block.text.length}))
    .filter(span => span.end > span.start)
}

export function markStatements(rows: readonly DraftRow[]): void {
  for (const row of rows) {
    mark(
      row.worries.filter(({block}) => block.kind !== 'heading'),
      'worry'
    )
    mark(row.outcomes, 'outcome')
    mark(row.measures, 'measure')
    mark(row.progress, 'progress')
  }
}
