/** Rows from tables: a need a row, a need a table of labels, a need a column. */
import type {Grid, GridCell} from '../blocks.ts'
import type {Block, Owner, People, Section, Span} from '../plan.ts'

import {isFrontPage, isIfThen, isLabelRow, type TableInfo} from '../tables.ts'
import {type ColumnRole, columnRole} from '../vocabulary.ts'
import {actionsIn, type DraftAction, type DraftRow, emptyRow, isBlank, labelRole, shareOut, spansOf, takeLabel} from './draft.ts'
import {beginsWithVerb, grammarOf} from './action-words.ts'
import {inferRoles} from './column-content.ts'
import {crowdKind} from './owners.ts'
import {periodsOf} from './periods.ts'
import {keysIn, type StatedNeed} from './linked-tables.ts'
import {labelHeading, nextHeading, sameHeading, type TableHeading} from './table-headings.ts'

/** Sections whose tables hold no plan, whatever their columns are called. */
const noPlan = new Set([
  'people',
  'chronology',
  'reports',
  'agreement',
  'glossary',
  'support',
  'meeting',
  'contingency',
  'review',
  'legal-advice',
  'concerns'
])

const actionRoles: readonly (ColumnRole | null)[] = ['action', 'parent-action', 'professional-action']

/** Rows of one table; none if it is no part of the plan. */
export function rowsFromTable(info: TableInfo, people: People, letter: boolean): DraftRow[] {
  const section = sectionOf(info.grid)
  if (!section || (!letter && isIfThen(info))) return []
  // “You need to | By when | How we will help” asks something of the parents under whatever heading a letter puts it.
  const asks = letter && section.role !== 'concerns' && info.roles.includes('parent-action')
  if (!asks && (noPlan.has(section.role) || (letter && section.role !== 'expectations'))) return []
  if (info.shape === 'columns') return fromColumns(info, section, people, letter)
  if (info.shape === 'transposed') return fromTransposed(info, section, people)
  if (info.shape === 'labels') return fromLabels(info, section, people)
  return []
}

/** The needs of a table that states them without a task; its column of numbers, or of short names, is what tables of tasks call them by. */
export function needsFromTable(info: TableInfo, people: People): StatedNeed[] {
  const section = sectionOf(info.grid)
  if (!section || info.shape !== 'columns' || noPlan.has(section.role)) return []
  const {roles, sure} = inferRoles(info, people)
  const {grid, firstRow, spanning} = info
  if (!roles.includes('outcome') || !(roles.includes('worry') || roles.includes('reference'))) return []
  if (roles.some(role => actionRoles.includes(role) || role === 'owner')) return []
  const needs: StatedNeed[] = []
  for (let at = firstRow; at < grid.rows; at++) {
    const cells = grid.cells.filter(cell => cell.row === at)
    if (spanning.has(at) || cells.every(cell => isBlank(cell.text))) continue
    const row = newRow(cells, roles, section, sure, {worries: [], outcomes: []}, [])
    const names = cells
      .filter(cell => roles[cell.column] === 'reference' || roles[cell.column] === 'worry' || isNumber(cell.text))
      .map(cell => cell.text)
    if (row.worries.length > 0 || row.outcomes.length > 0) needs.push({keys: names.flatMap(keysIn), row})
  }
  return needs
}

/** In a column without a name, beside the worry. */
function isNumber(text: string): boolean {
  return /^\W*\d{1,2}\W*$/.test(text)
}

/** `What worries us | …` and `What we want | …`: a need in a table of its own, without its tasks. */
export function needFromLabels({grid, shape, roles}: TableInfo): DraftRow | null {
  const section = sectionOf(grid)
  if (!section || shape !== 'labels' || noPlan.has(section.role) || !roles.includes('outcome')) return null
  const row = emptyRow(section, 'labels', 0.9)
  for (const cell of grid.cells) {
    if (cell.column === 0) continue
    if (roles[cell.row] === 'worry') row.worries.push(...spansOf(cell.blocks))
    else if (roles[cell.row] === 'outcome') row.outcomes.push(...spansOf(cell.blocks))
  }
  mark(row.worries, 'worry')
  mark(row.outcomes, 'outcome')
  return row
}

function sectionOf(grid: Grid): Section | null {
  return grid.cells.find(cell => cell.blocks.length > 0)?.blocks[0]?.section ?? null
}

function fromColumns(info: TableInfo, section: Section, people: People, letter: boolean): DraftRow[] {
  const {roles, sure} = inferRoles(info, people)
  if (letter && !roles.some(role => actionRoles.includes(role))) {
    // In the part of a letter that says what is asked, the first column without another meaning says it.
    const first = roles.findIndex(role => role === null || role === 'worry' || role === 'outcome')
    if (first >= 0) roles[first] = 'action'
  }
  const hasAction = roles.some(role => actionRoles.includes(role))
  const others = new Set(roles.filter(role => role && !actionRoles.includes(role) && role !== 'reference' && role !== 'child')).size
  const split = roles.includes('parent-action') && roles.includes('professional-action')
  if (!hasAction || (others === 0 && !split && !letter)) return []
  if (!letter && !roles.some(role => role === 'worry' || role === 'outcome' || role === 'owner' || role === 'timescale') && !split)
    return []
  const {grid, firstRow, spanning} = info
  mixedColumns(info, roles)
  const periods = periodsOf(info, roles)
  const rows: DraftRow[] = []
  let heading: TableHeading = {worries: [], outcomes: []}
  let sinceHeading = false
  /** What a label alone in a row across the table says of the row below it. */
  let said: 'worry' | 'outcome' | null = null
  for (let row = 0; row < grid.rows; row++) {
    const cells = grid.cells.filter(cell => cell.row <= row && row < cell.row + cell.rowSpan)
    const own = cells.filter(cell => cell.row === row)
    const isLabel = isLabelRow(own, grid)
    const labelled = isLabel ? labelHeading(own) : null
    if (labelled || spanning.has(row)) sinceHeading = true
    if (labelled) heading = nextHeading(heading, labelled, rows)
    // “We’ll know because …” under the rows of a need.
    if (isLabel && !labelled) rows.at(-1)?.measures.push(...spansOf(own[1]?.blocks ?? []))
    if (isLabel || (row < firstRow && !spanning.has(row))) continue
    if (spanning.has(row)) {
      const read = readSpanning(own, section, said)
      said = read.label ?? null
      for (const part of read.headings ?? []) heading = nextHeading(heading, part, rows)
      if (read.row) rows.push(read.row)
      continue
    }
    if (own.every(cell => isBlank(cell.text)) || isRepeatedHeader(own, info)) continue
    const before = rows.at(-1)
    const goesOn =
      before &&
      !sinceHeading &&
      (continues(cells, row, roles, before) ||
        (!roles.includes('worry') &&
          !roles.includes('outcome') &&
          !roles.includes('child') &&
          !roles.includes('reference') &&
          sameHeading(before, heading)))
    const target: DraftRow = goesOn ? before : newRow(cells, roles, section, sure, heading, rows)
    if (target !== before) rows.push(target)
    sinceHeading = false
    addRowCells(target, own, cells, roles, people, rows, periods)
  }
  return rows
}

/** A column of aims whose cells say the worry first, and the aim after it under a label (`What we want: …`): its cells are read like those of worries. */
function mixedColumns({grid, firstRow, spanning}: TableInfo, roles: (ColumnRole | null)[]): void {
  if (roles.includes('worry')) return
  const column = roles.indexOf('outcome')
  const cells = grid.cells.filter(cell => cell.column === column && cell.row >= firstRow && !spanning.has(cell.row))
  const isMixed = ({blocks}: GridCell): boolean =>
    blocks.length > 1 && labelRole(blocks[0] as Block) === null && blocks.slice(1).some(block => labelRole(block) === 'outcome')
  if (cells.filter(isMixed).length * 2 > cells.filter(({text}) => !isBlank(text)).length) roles[column] = 'worry'
}

/** `Home conditions`, on a line of its own over the aim. */
function isName({text, labelEnd}: Block): boolean {
  return (
    labelEnd === 0 && text.split(/\s+/).length <= 6 && !/[.!?:;,]\s*$/.test(text) && grammarOf(text).verb === null && !states.test(text)
  )
}

function isRepeatedHeader(cells: readonly GridCell[], {names}: TableInfo): boolean {
  return cells.every(cell => cell.text === (names[cell.column] ?? '')) && cells.some(cell => cell.text)
}

/** A row of the table goes on with the need above where it shares a merged cell, or leaves the need and the outcome blank without a number of its own. */
function continues(cells: readonly GridCell[], row: number, roles: readonly (ColumnRole | null)[], before: DraftRow): boolean {
  const at = (role: ColumnRole): GridCell[] => cells.filter(cell => roles[cell.column] === role)
  const needs = [...at('worry'), ...at('outcome')]
  if (needs.some(cell => cell.row < row)) return needs.every(cell => cell.row < row || isBlank(cell.text))
  if (at('reference').some(cell => cell.row === row && !isBlank(cell.text))) return false
  return before.actions.length > 0 && at('worry').length > 0 && needs.length > 0 && needs.every(cell => isBlank(cell.text))
}

function newRow(
  cells: readonly GridCell[],
  roles: readonly (ColumnRole | null)[],
  section: Section,
  sure: number,
  heading: TableHeading,
  rows: readonly DraftRow[]
): DraftRow {
  const row = emptyRow(section, 'table', sure)
  row.worries.push(...heading.worries)
  row.outcomes.push(...heading.outcomes)
  for (const cell of cells) {
    const role = roles[cell.column]
    if (role === 'worry' || role === 'child') addWorries(row, resolved(cell, rows, 'worries'))
    else if (role === 'outcome') {
      const spans = resolved(cell, rows, 'outcomes')
      const [first, second] = spans
      // Where no column says the worry, a name over the aim says which need it is.
      const isNamed =
        first && second && !roles.includes('worry') && first.block.kind !== 'item' && isName(first.block) && !isName(second.block)
      if (isNamed) row.worries.push(first)
      row.outcomes.push(...(isNamed ? spans.slice(1) : spans))
    } else if (role === 'measure') row.measures.push(...spansOf(cell.blocks))
    else if (role === 'reference') row.reference = cell.text
  }
  mark(row.worries, 'worry')
  mark(row.outcomes, 'outcome')
  mark(row.measures, 'measure')
  return row
}

/** A worry's cell may hold its outcome too, under a label (`Wanted: …`). */
function addWorries(row: DraftRow, spans: readonly Span[]): void {
  for (const span of spans) {
    const {block} = span
    const label = labelRole(block)
    if (label === 'outcome') row.outcomes.push({block, start: block.labelEnd, end: span.end})
    else row.worries.push(span)
  }
}

const asBefore =
  /^\s*(?:as (?:above|before|row|no\.?|number|point|need|per row|for row|for need|[a-h](?=[\s,.;]|$)|(?=\d))|see (?:above|row)\b|same as\b|ditto\b|["“”″]\s*$|(?:-\s*)?do\.?\s*$)\s*(\d+)?/i

/** The words of a cell, with what `as above` or `as row 1` points to put first. */
function resolved(cell: GridCell, rows: readonly DraftRow[], part: 'worries' | 'outcomes'): Span[] {
  const own = spansOf(cell.blocks)
  const match = asBefore.exec(cell.text)
  if (!match) return own
  const number = match[1] ? Number(match[1]) - 1 : rows.length - 1
  const pointed = rows[number]?.[part] ?? []
  const more = cell.text.slice(match[0].length).replace(/^[\s.,;:–-]*(?:and\s+)?/, '')
  return more.length > 8 ? [...pointed, ...own] : [...pointed]
}

function addRowCells(
  row: DraftRow,
  own: readonly GridCell[],
  cells: readonly GridCell[],
  roles: readonly (ColumnRole | null)[],
  people: People,
  rows: readonly DraftRow[],
  periods: ReadonlyMap<number, Span>
): void {
  const before = row.actions.at(-1) ?? rows.findLast(other => other !== row && other.actions.length > 0)?.actions.at(-1)
  const progress = cells.filter(cell => roles[cell.column] === 'progress').flatMap(cell => spansOf(cell.blocks))
  const added: DraftAction[] = []
  for (const columns of partsOf(roles)) {
    const lines = (role: ColumnRole): Block[][] =>
      cells.filter(cell => columns.has(cell.column) && roles[cell.column] === role).map(cell => cell.blocks)
    const owners = lines('owner')
    const times = lines('timescale')
    const partners = [...owners, ...times].map(blocks => blocks.length)
    const part: DraftAction[] = []
    for (const cell of own) {
      const role = roles[cell.column]
      if (!columns.has(cell.column) || !actionRoles.includes(role ?? null)) continue
      const actions = actionsIn(
        cell.blocks.filter(block => block.table?.table === cell.blocks[0]?.table?.table),
        partners
      )
      if (role === 'parent-action') for (const action of actions) action.heldBy = parentsOf(people, action.at)
      const period = periods.get(cell.column)
      if (period) for (const action of actions) takeLabel(action, 'timescale', period)
      part.push(...actions)
    }
    if (owners.length > 0)
      shareOut(
        part,
        owners.map(blocks => asBeforeLines(blocks, before?.owners)),
        'owners'
      )
    if (times.length > 0)
      shareOut(
        part,
        times.map(blocks => asBeforeLines(blocks, before?.times)),
        'times'
      )
    added.push(...part)
  }
  for (const action of added) action.progress.push(...progress)
  row.actions.push(...added)
  row.progress.push(...progress)
  mark(progress, 'progress')
}

/**
 * Columns that go together: where parents and professionals have an action column and a date column each, an owner or date belongs to
 * the action column before it; else every column goes with every other.
 */
function partsOf(roles: readonly (ColumnRole | null)[]): Set<number>[] {
  const actions = roles.flatMap((role, column) => (actionRoles.includes(role) ? [column] : []))
  const times = roles.filter(role => role === 'timescale').length
  const owners = roles.filter(role => role === 'owner').length
  const all = new Set(roles.keys())
  if (actions.length < 2 || (times < 2 && owners < 2)) return [all]
  return actions.map((from, index) => new Set([...all].filter(column => column >= from && column < (actions[index + 1] ?? roles.length))))
}

/** `As above` in an owner or date cell takes the lines of the action before. */
function asBeforeLines(blocks: readonly Block[], before: readonly Span[] | null | undefined): Block[] {
  const points = asBefore.test(blocks.map(block => block.text).join(' '))
  return points && before ? before.map(span => span.block) : [...blocks]
}

function parentsOf({parents}: People, at: Span): Owner[] {
  return [{kind: 'named', text: 'parents', people: parents, at}]
}

/** That something is so, not that somebody is to do something. */
const states = /\b(?:is|are|was|were|has|have|had|does|do|did|cannot|can't|could|still|keeps?)\b|^\W*we(?:\s+are|['’]re)?\s+worr/iu

/** A row across the whole table: headings for the rows below, or one more thing agreed. */
function readSpanning(
  cells: readonly GridCell[],
  section: Section,
  said: 'worry' | 'outcome' | null
): {label?: 'worry' | 'outcome'; headings?: {role: 'worry' | 'outcome'; spans: Span[]}[]; row?: DraftRow} {
  const blocks = cells.flatMap(cell => cell.blocks).filter(block => !isBlank(block.text))
  const first = blocks[0]
  if (!first) return {}
  if (said) return {headings: [{role: said, spans: spansOf(blocks)}]}
  const text = blocks.map(block => block.text).join(' ')
  const alone = blocks.length === 1 && text.split(/\s+/).length <= 6 ? columnRole(text.replace(/[:?\s]+$/, '')) : null
  if (alone === 'worry' || alone === 'outcome') return {label: alone}
  const labels = blocks.map(labelOfSpanning)
  const isTask = /\b(?:to|will|must)\s+[a-z]+/.test(text)
  const short = text.split(/\s+/).length <= 14 && !isTask
  const stated = states.test(first.text) && !grammarOf(first.text).subject && !beginsWithVerb(first.text)
  if (labels.some(label => label !== null) || short || first.strong || stated) {
    // What has no label goes with what stands before it; at the start it is the worry.
    let role: 'worry' | 'outcome' = 'worry'
    const roles = labels.map(label => {
      role = label ?? role
      return role
    })
    const of = (wanted: string): Block[] => blocks.filter((_, at) => roles[at] === wanted)
    return {
      headings: (['worry', 'outcome'] as const).flatMap(wanted =>
        of(wanted).length > 0 ? [{role: wanted, spans: spansOf(of(wanted))}] : []
      )
    }
  }
  const row = emptyRow(section, 'list', 0.6)
  row.actions = actionsIn(blocks, [])
  return {row}
}

/** `Goal 1. Ada is free to be ten.` */
const numberedLead = /^\s*\p{Lu}[\p{L} ]{2,25}?\s(?:\d{1,2}|[A-H])[.:)]?\s+(?=[“"]?\p{Lu})/u

function labelOfSpanning(block: Block): 'worry' | 'outcome' | null {
  const end = block.labelEnd || (numberedLead.exec(block.text)?.[0].length ?? 0)
  if (end === 0) return null
  const role = columnRole(
    block.text
      .slice(0, end)
      .trim()
      .replace(/[.)]$/, '')
      .replace(/:\s*$/, '')
      .replace(/\s*\d+$/, '')
  )
  return role === 'outcome' || role === 'worry' ? role : null
}

function fromTransposed({grid, roles}: TableInfo, section: Section, people: People): DraftRow[] {
  const rows: DraftRow[] = []
  for (let column = 1; column < grid.columns; column++) {
    // A need that spans the columns of all children is one need.
    const goesAcross = grid.cells.filter(cell => cell.column > 0 && cell.column < column && column < cell.column + cell.colSpan).length
    if (goesAcross * 2 > grid.rows) continue
    const pairs: LabelledCell[] = []
    for (let row = 0; row < grid.rows; row++) {
      const cell = grid.cells.find(
        other => other.column <= column && column < other.column + other.colSpan && other.row <= row && row < other.row + other.rowSpan
      )
      if (cell && cell.column > 0) pairs.push({role: roles[row] ?? null, label: '', blocks: cell.blocks})
    }
    rows.push(...fromPairs(pairs, section, people, 'labels'))
  }
  return rows
}

interface LabelledCell {
  role: ColumnRole | null
  label: string
  blocks: Block[]
}

function fromLabels({grid, names, roles}: TableInfo, section: Section, people: People): DraftRow[] {
  const pairs: LabelledCell[] = []
  for (let row = 0; row < grid.rows; row++) {
    const blocks = grid.cells.filter(cell => cell.row === row && cell.column > 0).flatMap(cell => cell.blocks)
    const only = grid.cells.find(cell => cell.row === row && cell.column === 0)
    // A label across the table, or beside a blank, names a need; one that asks for an owner or a date has a blank answer.
    if (blocks.length === 0 && only && !roles[row]) pairs.push({role: 'worry', label: only.text, blocks: only.blocks})
    else pairs.push({role: roles[row] ?? null, label: names[row] ?? '', blocks})
  }
  // Nothing in it is called a worry, an outcome or a task: the front of a form, whatever stands across it.
  if (!roles.some(role => role === 'worry' || role === 'outcome' || actionRoles.includes(role)) && grid.columns > 2) return []
  // “Chair” and “Reason” at the head of a document: who and why, but nothing to be done or aimed for.
  const isFront = section.role === 'title' || section.role === 'header'
  if (isFront && !roles.some(role => role === 'outcome' || actionRoles.includes(role))) return []
  if (isFrontPage(grid)) return []
  return fromPairs(pairs, section, people, grid.kind === 'definitions' ? 'cards' : 'labels')
}

/**
 * Needs from labels and their values, one after the other. A label that names a person (`Mum`, `PC Tom Reyes`) gives that person's
 * actions. A worry or outcome after actions begins the next need.
 */
export function fromPairs(pairs: readonly LabelledCell[], section: Section, people: People, layout: 'labels' | 'cards'): DraftRow[] {
  const roles = pairs.map(pair => pair.role)
  const anchored = roles.some(role => role === 'outcome' || role === 'worry' || actionRoles.includes(role))
  const withActions =
    roles.some(role => actionRoles.includes(role)) || (anchored && pairs.some(pair => !pair.role && ownerLabel(pair.label, people)))
  if (!anchored || !withActions) return []
  const rows: DraftRow[] = []
  let row = emptyRow(section, layout, 0.9)
  let group: DraftAction[] = []
  const waiting: {kind: 'owners' | 'times'; blocks: Block[]}[] = []
  for (const {role, label, blocks} of pairs) {
    const startsNext =
      (role === 'worry' || (role === 'outcome' && (row.outcomes.length > 0 || row.worries.length === 0))) && row.actions.length > 0
    if (startsNext) {
      rows.push(row)
      row = emptyRow(section, layout, 0.9)
      group = []
    }
    const owner = role ? null : ownerLabel(label, people)
    if (role === 'worry') row.worries.push(...spansOf(blocks))
    else if (role === 'outcome') row.outcomes.push(...spansOf(blocks))
    else if (role === 'measure') row.measures.push(...spansOf(blocks))
    else if (role === 'progress') for (const action of group.length > 0 ? group : row.actions) action.progress.push(...spansOf(blocks))
    else if (actionRoles.includes(role) || owner) {
      group = actionsIn(blocks, [])
      if (owner) for (const action of group) action.heldBy = [owner]
      if (role === 'parent-action') for (const action of group) action.heldBy = parentsOf(people, action.at)
      for (const {kind, blocks: lines} of waiting.splice(0)) shareOut(group, [lines], kind)
      row.actions.push(...group)
    } else if (role === 'owner' || role === 'timescale') {
      const kind = role === 'owner' ? 'owners' : 'times'
      if (group.length > 0) shareOut(group, [blocks], kind)
      else waiting.push({kind, blocks})
    }
  }
  if (row.actions.length > 0 || row.outcomes.length > 0 || row.worries.length > 0) rows.push(row)
  for (const each of rows) {
    mark(each.worries, 'worry')
    mark(each.outcomes, 'outcome')
    mark(each.measures, 'measure')
  }
  return rows
}

function ownerLabel(label: string, people: People): Owner | null {
  const text = label.trim()
  if (!text || text.split(/\s+/).length > 6 || crowdKind(text) === 'blank') return null
  if (/\b(?:views?|said|says?|comments?|opinion|wishes|feelings|thinks?|voice|details|name|address|contact)\b/i.test(text)) return null
  const mentions = people.mentionsIn(text)
  const own = /^(?:me|i|us|we)(?:\s+and\s+[\p{L}]+)?$/iu.test(text)
  const [first] = mentions
  // “Juno’s weight” names a need, not who acts.
  if (
    !own &&
    (!first || first.start > 4 || /^['’]s?\s/.test(text.slice(first.end)) || mentions.every(({person}) => person.kind === 'child'))
  )
    return null
  return {kind: 'named', text, people: mentions.map(({person}) => person), at: null}
}

export function mark(spans: readonly Span[], role: Block['role']): void {
  for (const {block} of spans) if (block.role === 'other') block.role = role
}
