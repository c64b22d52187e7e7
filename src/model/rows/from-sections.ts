/** Rows from headings, lists, labelled lines and running text: a plan that is not in a table. */
import {timesIn} from '../../text/dates.ts'
import type {Block, Owner, People, Section, Span} from '../plan.ts'
import {textOf, trimmed, wholeBlock} from '../spans.ts'
import {type ColumnRole, columnRole} from '../vocabulary.ts'
import {grammarOf} from './action-words.ts'
import {type DraftAction, type DraftRow, draftAction, emptyRow, isAction, isBlank, takeLabel} from './draft.ts'
import {mark} from './from-tables.ts'
import {crowdKind} from './owners.ts'

type Mode = ColumnRole | null

const planRoles = new Set(['plan', 'expectations'])
const actionModes: ReadonlySet<ColumnRole> = new Set(['action', 'parent-action', 'professional-action'])
/** Headings of these belong to the need before them only while it has no actions yet. */
const startsNeed: ReadonlySet<ColumnRole> = new Set([...actionModes, 'outcome'])

/** One row for each section that holds actions; sections of worries and outcomes are joined to them later. */
export function rowsFromSections(sections: readonly Section[], people: People, letter: boolean, tabled: ReadonlySet<Section> = new Set()): DraftRow[] {
  const rows: DraftRow[] = []
  for (const section of sections) {
    const blocks = section.blocks.filter(block => !block.table && !block.margin && block !== section.heading && !isBlank(block.text))
    if (!isPlanSection(section, blocks, letter) && !(tabled.has(section) && (blocks.some(isStatement) || isStated(section)))) continue
    const title = section.title.replace(/^[\d.\s]+/, '').replace(/[:\s]+$/, '')
    const mode = columnRole(title)
    const before = rows.at(-1)
    if (mode && mode !== 'worry' && before && sameNeed(before.section, section) && (!startsNeed.has(mode) || before.actions.length === 0)) {
      let next = 0
      const reader: Reader = {mode, times: null}
      for (; next < blocks.length && !beginsNeed(blocks[next] as Block, before); next++) {
        readBlock(before, blocks[next] as Block, reader, people, letter)
      }
      // Under “Actions”, a labelled worry after the list is the next need.
      if (next < blocks.length) rows.push(...needsOf(section, blocks.slice(next), {mode: null, times: null}, people, letter, emptyRow(section, 'headings', 0.8)))
      continue
    }
    const holder = heldByHeading(section, people)
    for (const row of needsOf(section, blocks, {mode: !letter && mode && actionModes.has(mode) ? mode : null, times: null}, people, letter)) {
      if (holder) for (const action of row.actions) action.heldBy.push(holder)
      if (row.actions.length > 0 || row.outcomes.length > 0 || row.worries.some(isLabelled)) rows.push(row)
    }
  }
  return rows
}

function isLabelled({block, start}: Span): boolean {
  return block.labelEnd > 0 && start >= block.labelEnd
}

interface Reader {
  mode: Mode
  /** `By 13 March:` over the items that follow. */
  times: Span | null
  /** The mode holds for the next paragraph only. */
  once?: boolean
  /** A labelled worry or outcome whose next lines, in the same item or paragraph, go on with it. */
  open?: {role: ColumnRole; block: Block}
}

/** The needs of one section: mostly one; a labelled worry or outcome after actions begins the next. */
function needsOf(section: Section, blocks: readonly Block[], reader: Reader, people: People, letter: boolean, first = startRow(section, letter)): DraftRow[] {
  const rows = [first]
  for (const [index, block] of blocks.entries()) {
    if (!letter && beginsNeed(block, rows.at(-1) as DraftRow)) {
      rows.push(startRow(section, letter))
      reader.mode = null
    }
    const row = rows.at(-1) as DraftRow
    const before = row.actions.length
    if (isHeadOfLabels(block, blocks[index + 1])) row.actions.push(draftAction(wholeBlock(block)))
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
  return time !== undefined && time.kind !== 'event' && /^\W*(?:by|on|before|from)?\W*$/i.test(block.text.slice(0, time.start)) && /^\W*$/.test(block.text.slice(time.end))
}

const mayHoldPlan = new Set(['other', 'worries', 'outcomes', 'background', 'support'])
const planLabels: ReadonlySet<ColumnRole> = new Set([...actionModes, 'outcome', 'owner', 'timescale'])

function isPlanSection(section: Section, blocks: readonly Block[], letter: boolean): boolean {
  if (letter) return section.role === 'expectations'
  if (planRoles.has(section.role)) return true
  const named = columnRole(section.title)
  if (named && actionModes.has(named) && mayHoldPlan.has(section.role)) return true
  if (!mayHoldPlan.has(section.role)) return false
  // A heading no vocabulary knows, or one that names a worry: its labels and items tell whether it is part of the plan.
  const roles = blocks.map(block => labelRole(block))
  if (roles.includes('outcome')) return true
  const labels = roles.filter(role => role !== null && planLabels.has(role)).length
  const items = blocks.filter(block => block.kind === 'item' && block.label !== null)
  const doing = items.filter(item => isAction(item.text)).length
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

/** `Outcome: Maya is safe at home` as the heading of a table. */
function isStated(section: Section): boolean {
  return startRow(section, false).outcomes.length > 0
}

function labelRole(block: Block): ColumnRole | null {
  return block.labelEnd > 0 ? columnRole(block.text.slice(0, block.labelEnd).replace(/[\s:.?–—-]+$/, '').replace(/\s*\d+$/, '')) : null
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
  if (block.kind !== 'paragraph' || block.labelEnd > 0 || block.table || block.text.split(/\s+/).length > 8 || /[.!]\s*$/.test(block.text)) return null
  return columnRole(block.text.replace(/[\s:?]+$/, ''))
}

const inLine = /(?:^|\s)(\p{Lu}\p{Ll}+(?:\s\p{Ll}+){0,3}):\s/gu

/** Several labels in one line (`Assigned: Ruth Due: 4 May Status: Open`) speak for the action above it. */
function takeLabels(row: DraftRow, block: Block): boolean {
  const labels = [...block.text.matchAll(inLine)].map(match => ({
    role: columnRole(match[1] as string), from: match.index, to: match.index + match[0].length
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
  const match = /^\s*(?:[\d.]+\s*)?([\p{L} ]{3,30}?)\s*(?:\d+|[A-Z])?\s*[:–—-]\s*/u.exec(heading.text)
  const role = match?.[1] ? columnRole(match[1]) : null
  const rest = match ? trimmed({block: heading, start: match[0].length, end: heading.text.length}) : null
  // “Outcome 1: Maya is safe at home” states one; “Objective A – Health” only names a need.
  if (role === 'outcome' && rest && (textOf(rest).split(/\s+/).length >= 5 || /[.!]$/.test(textOf(rest)))) row.outcomes.push(rest)
  else row.worries.push(rest && role ? rest : wholeBlock(heading))
  return row
}

/** `What Mum will do`, `Mum`, `Social worker to:` give the actions below to that person. */
function heldByHeading({heading}: Section, people: People): Owner | null {
  if (!heading) return null
  const text = heading.text.replace(/[:\s]+$/, '')
  const mentions = people.mentionsIn(text)
  const doing = /\b(?:will|to|must|should|needs? to|agrees?|do|actions?|tasks?)\b/i.test(text)
  const [first] = mentions
  if (first && (doing || first.end - first.start >= text.length - 2) && first.person.kind !== 'child') {
    return {kind: 'named', text, people: mentions.map(({person}) => person), at: wholeBlock(heading)}
  }
  return doing && /^\s*what (?:we|i)(?:\b|['’])/i.test(text) ? {kind: 'named', text, people: [], at: wholeBlock(heading)} : null
}

function goesOn({open}: Reader, block: Block): boolean {
  if (!open || block.labelEnd > 0) return false
  const {block: first} = open
  return block.paragraph === first.paragraph || (block.kind === 'item' && block.label === null && block.list === first.list)
}

function readBlock(row: DraftRow, block: Block, reader: Reader, people: People, letter: boolean): void {
  const label = block.labelEnd > 0 ? block.text.slice(0, block.labelEnd).replace(/[\s:.?–—-]+$/, '').trim() : ''
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
  addBlock(row, block, reader.mode, people, letter)
  if (reader.once) {
    reader.mode = null
    reader.once = false
  }
}

function addBlock(row: DraftRow, block: Block, mode: Mode, people: People, letter = false): void {
  if (mode && !actionModes.has(mode)) {
    addSpan(row, wholeBlock(block), mode)
    return
  }
  if (block.kind === 'item') {
    const {subject} = grammarOf(block.text)
    if (letter && subject && isCouncil(subject, people)) return
    const continues = block.label === null && row.actions.at(-1)?.at.block.list === block.list
    if (!continues) row.actions.push(draftAction(wholeBlock(block)))
    return
  }
  if (mode) {
    row.actions.push(draftAction(wholeBlock(block)))
    return
  }
  addProse(row, block, people, letter)
}

/** `We want Ezinne to go between her two homes without …`: an outcome in running words. */
const hope = /^\s*(?:what\s+)?(?:we|everyone|everybody|her family|his family|the family)\s+(?:all\s+|both\s+)?(?:wants?|hopes?|would like)\b|^\s*(?:the|our|my)\s+(?:aim|goal|hope|outcome)\s+is\b/i

/** Running text: sentences that say what is to be done are actions; what comes before the first is the worry, or covers the list with a date. */
function addProse(row: DraftRow, block: Block, people: People, letter: boolean): void {
  const wholeIsAction = !covers(block.text) && !/:\s*$/.test(block.text) && !hope.test(block.text) && block.sentences.length <= 3 && block.sentences[0] !== undefined && actionSentence(block, block.sentences[0], people, letter)
  const label = /^\s*\(?\d+(?:\.\d+)*[.)]\s/.test(block.text)
  if (wholeIsAction && (label || block.sentences.length === 1)) {
    row.actions.push(draftAction(wholeBlock(block)))
    return
  }
  for (const range of block.sentences) {
    const span = trimmed({block, ...range})
    const text = textOf(span)
    if (covers(text)) row.times.push(span)
    else if (!letter && hope.test(text)) row.outcomes.push(span)
    else if (!/[:?]\s*$/.test(text) && actionSentence(block, range, people, letter)) row.actions.push(draftAction(span))
    else if (row.actions.length === 0 && !letter) row.worries.push(span)
  }
}

const asks = /(?<!\bwhat\s)\b(?:we|I)\s+(?:would|also|now|do|must|therefore|will)?\s*(?:also\s+)?(?:like|want|need|expect|ask|are asking|require)\s+(?:for\s+)?you\s+(?:both\s+|each\s+)?to\b/i

/** In a letter, what the council or a worker will do is help, not something asked of the reader. */
function isCouncil(subject: string, people: People): boolean {
  if (/^(?:we|I|us|it|this|that|(?:the )?(?:council|local authority|social worker|department|team|school|meeting|court|judge))\b/i.test(subject)) return true
  const mentions = people.mentionsIn(subject)
  return mentions.length > 0 && mentions.every(({person}) => person.kind === 'professional')
}

function actionSentence(block: Block, {start, end}: {start: number; end: number}, people: People, letter: boolean): boolean {
  const text = block.text.slice(start, end)
  if (letter && asks.test(text)) return true
  if (!isAction(text)) return false
  const {subject} = grammarOf(text)
  if (letter && subject && isCouncil(subject, people)) return false
  if (!subject) return letter || !/^(?:We|I|They|He|She|This|That|There|It)\b/.test(text)
  if (/^(?:this|that|it|there|these|those|if|when|unless|should|in order|because|as|although|while|what|which|he|she|they)\b/i.test(subject)) return false
  const kind = crowdKind(subject)
  return letter || people.mentionsIn(subject).length > 0 || kind === 'crowd' || kind === 'agency' || subject.split(/\s+/).length <= 6
}

/** A sentence that gives one date for all below it. */
function covers(text: string): boolean {
  return /\b(?:these|all of|everything|each of|the following|below|unless|by the time|all actions)\b/i.test(text) &&
    timesIn(text, null).some(({kind}) => kind === 'date' || kind === 'month' || kind === 'deadline' || kind === 'frequency')
}

function addSpan(row: DraftRow, span: Span, role: ColumnRole): void {
  const last = row.actions.at(-1)
  if (role === 'worry') row.worries.push(span)
  else if (role === 'outcome') row.outcomes.push(span)
  else if (role === 'measure') row.measures.push(span)
  else if (actionModes.has(role)) row.actions.push(draftAction(span))
  else if (role === 'progress' && span.block.kind !== 'item') {
    row.progress.push(span)
    for (const action of row.actions) action.progress.push(span)
  } else if (last && span.block.kind === 'item' && span.block.list === last.at.block.list) takeLabel(last, role, span)
  else if (last) {
    const since = role === 'owner' || role === 'timescale' ? unlabelled(row.actions, role) : [last]
    const keyed = since.length > 1 ? keyedValues(span) : null
    for (const action of since) takeLabel(action, role, keyed ? (keyed.get(keyOf(action)) ?? {...span, end: span.start}) : span)
  } else if (role === 'timescale') row.times.push(span)
}

const key = /\(([a-k]|\d{1,2})\)|(?<=^|[.;,]\s)([a-k]|\d{1,2})[.)](?=\s)/g

/** `(a) Dad. (b) Mr Feeney. (c) and (d) Neil`: a value for each lettered or numbered action; null if the text is not of that form. */
function keyedValues(span: Span): Map<string, Span> | null {
  const text = textOf(span)
  const keys = [...text.matchAll(key)]
  if (keys.length < 2 || (keys[0]?.index ?? 9) > 2) return null
  const values = new Map<string, Span>()
  let waiting: string[] = []
  for (const [index, match] of keys.entries()) {
    waiting.push((match[1] ?? match[2]) as string)
    const from = match.index + match[0].length
    const to = keys[index + 1]?.index ?? text.length
    if (/^\s*(?:and|,|&|to|-)?\s*$/.test(text.slice(from, to))) continue
    const value = trimmed({block: span.block, start: span.start + from, end: span.start + to})
    for (const each of waiting) values.set(each, value)
    waiting = []
  }
  return values
}

function keyOf({label, at}: DraftAction): string {
  return /[a-z\d]+/i.exec(label ?? /^\s*\(?([a-k]|\d{1,2})[.)]/.exec(textOf(at))?.[0] ?? '')?.[0].toLowerCase() ?? ''
}

/** `Who:` and `When:` after several plain actions speak for all of them. */
function unlabelled(actions: readonly DraftAction[], role: 'owner' | 'timescale'): DraftAction[] {
  const last = actions.at(-1)
  if (!last) return []
  const since: DraftAction[] = []
  for (const action of [...actions].reverse()) {
    if ((role === 'owner' ? action.owners : action.times) !== null) break
    since.push(action)
  }
  return since.length > 0 ? since : [last]
}

function labelOwner(label: string, people: People): Owner | null {
  if (label.split(/\s+/).length > 5) return null
  const mentions = people.mentionsIn(label)
  const first = mentions[0]
  if (!first || first.start > 4 || /^['’]s?\b/.test(label.slice(first.end))) return null
  return {kind: 'named', text: label, people: mentions.map(({person}) => person), at: null}
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
    mark(row.worries.filter(({block}) => block.kind !== 'heading'), 'worry')
    mark(row.outcomes, 'outcome')
    mark(row.measures, 'measure')
    mark(row.progress, 'progress')
  }
}
