/** The rows of a plan: each worry with its outcome and actions, whatever the layout; who is to do each action and by when. */
import {datesIn, timesIn} from '../text/dates.ts'
import type {PlanDraft} from './build.ts'
import type {Action, Owner, Person, Row, Section, Span, Timescale} from './plan.ts'
import {beginsWithVerb, grammarOf} from './rows/action-words.ts'
import {type DraftAction, type DraftRow, isBlank, labelRole} from './rows/draft.ts'
import {markStatements, outcomeInHeading, rowsFromSections, statementsIn} from './rows/from-sections.ts'
import {needFromLabels, needsFromTable, rowsFromTable} from './rows/from-tables.ts'
import {linkNeeds, type StatedNeed} from './rows/linked-tables.ts'
import {withNumberedStatements} from './rows/numbered-statements.ts'
import {numberedWorries} from './rows/numbered-worries.ts'
import {ownersIn, ownersInAction} from './rows/owners.ts'
import {pairInOrder} from './rows/worries-in-order.ts'
import {textOf, trimmed, wholeBlock} from './spans.ts'
import type {TableInfo} from './tables.ts'

/** Rows in reading order. For a letter: the expectations, a row for each section of them. */
export function rowsOf(plan: PlanDraft, tables: readonly TableInfo[]): Row[] {
  if (plan.type === 'unknown') return []
  const letter = plan.type === 'letter-before-proceedings'
  const tabled = rowsFromTables(tables, plan, letter)
  const sections = new Set(tabled.map(({section}) => section))
  const stated = underStatements(tabled, rowsFromSections(plan.sections, plan.people, letter, sections))
  const drafts = letter ? stated : withNumberedStatements(stated, plan.sections)
  const joined = letter ? drafts : joinStatements(drafts, plan.sections)
  markStatements(joined)
  return joined.sort((a, b) => startOf(a) - startOf(b)).map((draft, index) => finish(draft, index, plan, letter))
}

/** A table of actions alone belongs to the worry and the outcome that are stated right above it. */
function underStatements(tabled: readonly DraftRow[], stated: readonly DraftRow[]): DraftRow[] {
  const folded = new Set<DraftRow>()
  for (const row of stated) {
    const bare = tabled.filter(({section, worries, outcomes}) => section === row.section && worries.length === 0 && outcomes.length === 0)
    if (row.actions.length > 0 || bare.length === 0 || stated.filter(({section}) => section === row.section).length > 1) continue
    row.actions.push(...bare.flatMap(({actions}) => actions))
    for (const each of bare) folded.add(each)
  }
  const alone = stated.filter(({actions, outcomes}) => actions.length > 0 || outcomes.length > 0)
  return [...tabled.filter(row => !folded.has(row)), ...alone]
}

/** Rows of all tables; what a table inside a cell says belongs to the row of that cell. */
function rowsFromTables(tables: readonly TableInfo[], {people}: PlanDraft, letter: boolean): DraftRow[] {
  const drafts: DraftRow[] = []
  const needs: StatedNeed[] = []
  let above: DraftRow | null = null
  for (const table of tables) {
    const rows = rowsFromTable(table, people, letter)
    if (above) takeNeed(rows, above)
    above = rows.length === 0 && !letter ? needFromLabels(table) : null
    const {parent} = table.grid
    const outer = parent && tables.find(other => other.grid.cells.includes(parent))
    const home = outer && parent && drafts.find(draft => isAt(draft, outer.grid.index, parent.row))
    if (home) home.actions.push(...rows.flatMap(row => row.actions))
    else drafts.push(...rows)
    if (rows.length === 0 && !letter) needs.push(...needsFromTable(table, people))
  }
  return needs.length > 0 ? linkNeeds(needs, drafts) : drafts
}

/** A table of tasks alone belongs to the need that a table of labels states right above it. */
function takeNeed(rows: readonly DraftRow[], need: DraftRow): void {
  const [row] = rows
  if (!row || rows.length > 1 || row.section !== need.section || row.worries.length > 0 || row.outcomes.length > 0) return
  row.worries.push(...need.worries)
  row.outcomes.push(...need.outcomes)
}

function isAt({worries, outcomes, actions}: DraftRow, table: number, row: number): boolean {
  return [...worries, ...outcomes, ...actions.map(({at}) => at)].some(({block}) => {
    const place = block.table
    return place !== null && place.table === table && place.row <= row && row < place.row + place.rowSpan
  })
}

function startOf(row: DraftRow): number {
  return (row.actions[0]?.at ?? row.outcomes[0] ?? row.worries[0])?.block.index ?? row.section.heading?.index ?? 0
}

/**
 * Worries and outcomes stated in sections of their own belong to the actions of the same part of the document. Where one set serves the
 * actions of several sections, they are one row.
 */
function joinStatements(rows: readonly DraftRow[], all: readonly Section[]): DraftRow[] {
  // A section that has become a row of its own states nothing for others.
  const own = new Set(rows.filter(row => row.layout === 'headings' || isAllTable(row)).map(({section}) => section))
  const sections = all.filter(section => !own.has(section))
  const joined: DraftRow[] = []
  const shared = new Map<Section, DraftRow>()
  const addNumbered = numberedWorries(all)
  pairInOrder(rows, all)
  for (const row of rows) {
    if (row.layout === 'table' && row.outcomes.length === 0 && row.worries.length === 0) takeSectionWords(row)
    addNumbered(row)
    if (row.outcomes.length > 0) {
      joined.push(row)
      continue
    }
    const own = betweenActions(row, rows, sections, 'outcomes')
    if (own.length > 0) {
      row.outcomes.push(...own)
      row.worries.push(...betweenActions(row, rows, sections, 'worries'))
      joined.push(row)
      continue
    }
    const scope = scopeOf(row.section, 'outcomes', sections)
    if (!scope) {
      joinWorries(row, sections)
      joined.push(row)
      continue
    }
    const whole = shared.get(scope)
    if (whole && whole.layout === row.layout && row.layout !== 'table') {
      whole.actions.push(...row.actions)
      whole.worries.push(...row.worries)
      continue
    }
    row.outcomes.push(...within(scope, 'outcomes', sections))
    joinWorries(row, sections)
    shared.set(scope, row)
    joined.push(row)
  }
  return joined
}

/** Whether a section is nothing but the tables that its rows came from: “What worries us, what we want and what happens next”. */
function isAllTable({layout, section}: DraftRow): boolean {
  return (
    layout === 'table' &&
    section.blocks.every(block => block.table !== null || block === section.heading || block.margin || isBlank(block.text))
  )
}

/**
 * Where worries, goals and actions follow one another under headings of the same level, time after time, a list of actions belongs to
 * what has been stated since the list before it.
 */
function betweenActions(
  {section}: DraftRow,
  rows: readonly DraftRow[],
  sections: readonly Section[],
  role: 'outcomes' | 'worries'
): Span[] {
  const siblings = rows.map(row => row.section).filter(other => other.parent === section.parent && other !== section)
  const before = Math.max(0, ...siblings.filter(other => other.index < section.index).map(other => other.index))
  const stated = sections.filter(other => other.role === role && other.parent === section.parent && statementsIn(other).length > 0)
  const since = stated.filter(other => other.index > before && other.index < section.index)
  return siblings.length > 0 && stated.length > since.length ? since.flatMap(statementsIn) : []
}

/** A table of tasks alone, under a heading that names the need, with its worry and goal in the paragraphs above it. */
function takeSectionWords(row: DraftRow): void {
  const {section} = row
  if (section.role === 'header' || section.role === 'title') return
  for (const block of section.blocks) {
    if (block.table || block === section.heading || block.margin || isBlank(block.text)) continue
    if (block.index > (row.actions[0]?.at.block.index ?? 0)) break
    const role = labelRole(block)
    const span = trimmed({block, start: role ? block.labelEnd : 0, end: block.text.length})
    if (role === 'outcome') row.outcomes.push(span)
    else if (role === null || role === 'worry') row.worries.push(span)
  }
  const stated = outcomeInHeading(section)
  if (stated && row.outcomes.length === 0) row.outcomes.push(stated)
  else if (section.heading && (row.worries.length > 0 || row.outcomes.length > 0)) row.worries.push(wholeBlock(section.heading))
}

/** A need that states no worry of its own takes the worries of its part of the document; a table's need speaks for itself. */
function joinWorries(row: DraftRow, sections: readonly Section[]): void {
  if (row.layout === 'table' || row.worries.some(({block}) => block.kind !== 'heading')) return
  row.worries.push(...within(scopeOf(row.section, 'worries', sections), 'worries', sections))
}

/** The smallest part of the document around a section that also holds a section of the wanted kind. */
function scopeOf(section: Section, role: 'outcomes' | 'worries', sections: readonly Section[]): Section | null {
  for (let around: Section | null = section; around; around = around.parent) {
    const scope = around
    if (sections.some(other => other.role === role && isInside(other, scope) && statementsIn(other).length > 0)) return scope
  }
  return null
}

function within(scope: Section | null, role: 'outcomes' | 'worries', sections: readonly Section[]): Span[] {
  if (!scope) return []
  return sections.filter(other => other.role === role && isInside(other, scope)).flatMap(statementsIn)
}

function isInside(section: Section, around: Section): boolean {
  for (let each: Section | null = section; each; each = each.parent) if (each === around) return true
  return false
}

function finish(draft: DraftRow, index: number, plan: PlanDraft, letter: boolean): Row {
  const {worries, outcomes, measures, progress, section, layout, confidence} = draft
  const row: Row = {index, worries, outcomes, measures, progress, actions: [], text: '', section, layout, confidence}
  // A row may hold the actions of several sections, each under a time of its own.
  row.actions = draft.actions.map(action =>
    finishAction(action, row, [...draft.times, ...headingTimes(action.at.block.section)], plan, letter)
  )
  row.text = [...worries, ...outcomes, ...measures, ...row.actions.map(({at}) => at)].map(textOf).join('\n')
  return row
}

/** “Other things agreed at the meeting”, “The plan from 4 May”: the time of the agreement, not of what was agreed. */
const agreedThen =
  /\b(?:agreed|discussed|decided|set|made)\s+(?:at|on|by|in)\b|\bplan\b\W*(?:from|of|dated|for|as of|at|on)\b|\bplan\b\W+\d/i

function headingTimes(section: Section): Span[] {
  const spans: Span[] = []
  for (let around: Section | null = section; around && around.role !== 'title'; around = around.parent) {
    if (around.heading && around.role !== 'header' && !agreedThen.test(around.title)) spans.push(wholeBlock(around.heading))
  }
  return spans
}

function finishAction(draft: DraftAction, row: Row, covering: readonly Span[], plan: PlanDraft, letter: boolean): Action {
  const {at, owners: ownerSpans, times, blankOwner, blankTime, heldBy} = draft
  const text = textOf(at)
  const {block} = at
  if (block.role === 'other') block.role = letter ? 'expectation' : 'action'
  for (const span of ownerSpans ?? []) if (span.block.role === 'other') span.block.role = 'owner'
  for (const span of times ?? []) if (span.block.role === 'other') span.block.role = 'timescale'
  const written = ownersInAction(at, plan.people)
  const entered = [...(ownerSpans ?? []).flatMap(span => ownersIn(span, plan.people)), ...written]
  // Under “What parents will do”, “Dad will …” is Dad’s alone.
  const owners = entered.some(({people}) => people.length > 0) ? entered : [...entered, ...heldBy]
  const own = [...timescalesIn(at, plan.date), ...(times ?? []).flatMap(span => cellTimes(span, plan.date))]
  const covered = blankTime ? [] : covering.flatMap(span => timescalesIn(span, plan.date)).filter(covers)
  return {
    at,
    text,
    row,
    owners,
    timescales: own.some(isTime) ? own : [...own, ...covered],
    blankTimescale: blankTime,
    blankOwner,
    doer: doerOf(text, owners, heldBy, plan, letter),
    progress: draft.progress.map(textOf).join('\n'),
    expectation: letter
  }
}

function isTime({kind}: Timescale): boolean {
  return kind !== 'vague' && kind !== 'blank'
}

/** A heading such as “Mornings” is no date; “By 30 June” and “Every day” are. */
function covers({kind, text, at}: Timescale): boolean {
  if (kind === 'vague' || kind === 'blank' || kind === 'event') return false
  return kind !== 'frequency' || at?.block.kind !== 'heading' || /\b(?:every|each|daily|weekly|fortnightly|monthly)\b/i.test(text)
}

function timescalesIn(span: Span, today: string | null): Timescale[] {
  const {block, start} = span
  const text = textOf(span)
  // “31 June” was meant as a date: impossible-date speaks of it.
  const impossible = datesIn(text, today).flatMap(date =>
    date.possible ? [] : [{start: date.start, end: date.end, kind: 'date' as const, due: null, gap: undefined}]
  )
  return [...timesIn(text, today), ...impossible].map(({start: from, end, kind, due, gap}) => ({
    kind,
    due,
    ...(gap && {gap}),
    text: text.slice(from, end),
    at: {block, start: start + from, end: start + end}
  }))
}

/** What stands in a date cell is a time even where we cannot read it. */
function cellTimes(span: Span, today: string | null): Timescale[] {
  const found = timescalesIn(span, today)
  if (found.length > 0 || isBlank(textOf(span))) return found
  return [{kind: 'event', due: null, text: textOf(span), at: span}]
}

/** Whose action it is: its subject's if it names one, else its owners'. */
function doerOf(text: string, owners: readonly Owner[], heldBy: readonly Owner[], plan: PlanDraft, letter: boolean): Action['doer'] {
  const {subject, passive} = grammarOf(text)
  const {people} = plan
  if (passive) return 'unknown'
  if (subject && /^(?:they |you )?both(?: parents)?$/i.test(subject)) return 'parent'
  if (letter) {
    const named = subject ? people.mentionsIn(subject).map(({person}) => person) : []
    return named.length > 0 ? kindOf(named) : 'parent'
  }
  if (subject) {
    const named = people.mentionsIn(subject).map(({person}) => person)
    if (named.length > 0) return kindOf(named)
  }
  const holders = subject || beginsWithVerb(text) || heldBy.length === 0 ? owners : heldBy
  const persons = holders.flatMap(owner => owner.people)
  return persons.length > 0 && !holders.some(owner => owner.people.length === 0 && owner.kind !== 'crowd') ? kindOf(persons) : 'unknown'
}

function kindOf(persons: readonly Person[]): Action['doer'] {
  const kinds = new Set(persons.map(({kind}) => kind))
  if (kinds.size === 1) {
    const [kind] = kinds
    return kind === 'other' ? 'unknown' : (kind as Action['doer'])
  }
  return kinds.has('professional') ? 'professional' : 'unknown'
}
