/** Rows while they are being read: cells and labels gathered, owners and times not yet shared out. */
import type {Block, Owner, Row, Section, Span} from '../plan.ts'
import {labelText, textOf, trimmed, wholeBlock} from '../spans.ts'
import type {ColumnRole} from '../vocabulary.ts'
import {columnRole} from '../vocabulary.ts'
import {beginsWithVerb, grammarOf} from './action-words.ts'

/** What an action is given by its cell, its labels and its surroundings. */
export interface DraftAction {
  at: Span
  /** Number or letter in front of it. */
  label: string | null
  /** Lines of an owner cell or label that speak for it; null where there is no such cell. */
  owners: Span[] | null
  times: Span[] | null
  blankOwner: boolean
  blankTime: boolean
  /** Owner that a heading or a column gives (`What Mum will do`). */
  heldBy: Owner[]
  progress: Span[]
}

export interface DraftRow {
  worries: Span[]
  outcomes: Span[]
  measures: Span[]
  progress: Span[]
  actions: DraftAction[]
  section: Section
  layout: Row['layout']
  confidence: number
  /** Times that cover every action: a heading, an introduction. */
  times: Span[]
  /** What stands in the table's column of numbers. */
  reference: string | null
}

export function emptyRow(section: Section, layout: Row['layout'], confidence = 1): DraftRow {
  return {worries: [], outcomes: [], measures: [], progress: [], actions: [], section, layout, confidence, times: [], reference: null}
}

const blankLine = /^[\s\-–—_.…*/\u00a0]*$|^\s*\(?\d{1,2}[.)]\s*$/
const nothing =
  /^\s*(?:n\/?a|none(?: (?:needed|required|identified|at (?:this time|present)|currently|recorded))?|nil|not (?:applicable|needed|required)|-+|no (?:records?|data|entries|actions?|items)\b.{0,30})\.?\s*$/i

export function isBlank(text: string): boolean {
  return blankLine.test(text)
}

/** Lines with words in them, list marks and blank lines left out. */
export function spansOf(blocks: readonly Block[]): Span[] {
  return blocks.filter(block => !isBlank(block.text)).map(wholeBlock)
}

/** What the label of a block says comes after it; null if there is no label, or one that is no column's name. */
export function labelRole(block: Block): ColumnRole | null {
  return block.labelEnd > 0 ? columnRole(labelText(block)) : null
}

/**
 * The actions of one cell or value: a line each, or a sentence each where every sentence names its own doer and the owners' cell has as
 * many lines. Labels inside the cell (`Who: Mum`) go to the action before them.
 */
export function actionsIn(blocks: readonly Block[], partners: number[]): DraftAction[] {
  const actions: DraftAction[] = []
  for (const block of blocks) {
    if (isBlank(block.text) || nothing.test(block.text)) continue
    const role = labelRole(block)
    const last = actions.at(-1)
    if (role && last && takeLabel(last, role, trimmed({block, start: block.labelEnd, end: block.text.length}))) continue
    const isWrapped = last && last.at.block.paragraph === block.paragraph && block.label === null && /^[a-z(]/.test(block.text.trim())
    if (isWrapped) continue
    actions.push(draftAction(wholeBlock(block)))
  }
  const only = actions[0]
  if (actions.length === 1 && only) {
    const split = sentenceActions(only.at)
    if (split.length > 1 && (partners.includes(split.length) || split.every(action => grammarOf(textOf(action.at)).subject))) return split
  }
  return actions
}

export function sentenceActions({block, start, end}: Span): DraftAction[] {
  return block.sentences.filter(range => range.start >= start && range.end <= end).map(range => draftAction(trimmed({block, ...range})))
}

/** Gives a labelled value to the action it stands under. False if the label is none of its business. */
export function takeLabel(action: DraftAction, role: ColumnRole, value: Span): boolean {
  const blank = value.end <= value.start || isBlank(textOf(value))
  if (role === 'owner') {
    action.owners = [...(action.owners ?? []), ...(blank ? [] : [value])]
    action.blankOwner ||= blank
  } else if (role === 'timescale') {
    action.times = [...(action.times ?? []), ...(blank ? [] : [value])]
    action.blankTime ||= blank
  } else if (role === 'progress') action.progress.push(value)
  else return role === 'measure' || role === 'strength'
  return true
}

const inlineLabel = /(?:^|[\s(.;*_–—-])((?:By\s+)?[A-Z][a-z]+(?:\s+[a-z]+){0,3}|RAG)\s*(?::|\s[–—]\s)\s*/g

/**
 * One action from a stretch of a block. A label and value inside it (`Responsible: CSC. Timescale: May 2025`) are cut off and given to
 * it; what follows the last value is progress.
 */
export function draftAction(whole: Span): DraftAction {
  const at = withoutNumber(whole)
  const action: DraftAction = {
    at,
    label: at.block.label ?? number.exec(textOf(whole))?.[0].trim() ?? null,
    owners: null,
    times: null,
    blankOwner: false,
    blankTime: false,
    heldBy: [],
    progress: []
  }
  const {block} = at
  const text = textOf(at)
  if (takeSlashed(action)) return action
  const labels = [...text.matchAll(inlineLabel)]
    .map(match => ({role: columnRole(match[1] as string), from: match.index, to: match.index + match[0].length}))
    .filter(({role, from}) => from > 3 && (role === 'owner' || role === 'timescale' || role === 'progress'))
  for (const [index, {role, to}] of labels.entries()) {
    const next = labels[index + 1]?.from ?? text.length
    const value = text.slice(to, next)
    // A value ends with its sentence; more than that is news of how it went.
    const stop = role === 'progress' ? -1 : value.search(/[.;](?:\s|$)|\s[–—]\s/)
    const valueEnd = stop >= 0 && role === 'owner' ? stop : stop >= 0 && !/^\s*$/.test(value.slice(stop + 1)) ? stop + 1 : value.length
    const span = trimEnds({block, start: at.start + to, end: at.start + to + valueEnd})
    takeLabel(action, role as ColumnRole, span)
    const rest = trimmed({block, start: at.start + to + valueEnd, end: at.start + next})
    if (rest.end - rest.start > 3) action.progress.push(rest)
  }
  const first = labels[0]
  if (first) action.at = trimmed({block, start: at.start, end: at.start + first.from})
  return action
}

/** `Weigh Indie / HV / Tuesdays to 28 April`: the task, who, when; what follows the time after a dash is news. */
function takeSlashed(action: DraftAction): boolean {
  const {at} = action
  const {block} = at
  const parts = [...textOf(at).matchAll(/(?:^|\s[/|]\s*)((?:(?!\s[/|](?:\s|$))[\s\S])*)/g)].map(match => {
    const start = at.start + match.index + match[0].length - (match[1] as string).length
    return trimmed({block, start, end: at.start + match.index + match[0].length})
  })
  const [task, who, when] = parts
  if (!task || !who || !when || parts.length !== 3 || textOf(task).length < 4 || textOf(who).split(/\s+/).length > 8) return false
  const news = textOf(when).search(/\s[–—-]\s/)
  action.at = task
  takeLabel(action, 'owner', who)
  takeLabel(action, 'timescale', news > 0 ? trimmed({...when, end: when.start + news}) : when)
  if (news > 0) action.progress.push(trimmed({...when, start: when.start + news + 2}))
  return true
}

function trimEnds(span: Span): Span {
  const inner = trimmed(span)
  while (inner.end > inner.start && /[.;,*_\s]/.test(inner.block.text[inner.end - 1] as string)) inner.end--
  return inner
}

/**
 * Shares the lines of an owner or date cell among the actions beside it: one each where the numbers of lines agree (blank lines count),
 * by number where both are numbered, else every line for every action.
 */
export function shareOut(actions: readonly DraftAction[], cells: readonly (readonly Block[])[], kind: 'owners' | 'times'): void {
  const lines = cells.flat()
  const filled = spansOf(lines)
  const pairs = pairLines(actions, lines, filled)
  for (const [index, action] of actions.entries()) {
    const mine = pairs ? [pairs[index] ?? null] : filled
    const spans = mine.filter(span => span !== null)
    if (kind === 'owners') {
      action.owners = [...(action.owners ?? []), ...spans]
      action.blankOwner ||= pairs !== null && spans.length === 0
    } else {
      action.times = [...(action.times ?? []), ...spans]
      action.blankTime ||= pairs !== null && spans.length === 0
    }
  }
}

function pairLines(actions: readonly DraftAction[], lines: readonly Block[], filled: readonly Span[]): (Span | null)[] | null {
  if (actions.length < 2) return null
  const numbers = lines.map(line => numberOf(line.label, line.text))
  if (filled.length > 1 && numbers.filter(Boolean).length === filled.length) {
    return actions.map((action, index) => {
      const line = lines[numbers.indexOf(numberOf(action.label, '') ?? String(index + 1))]
      return line ? afterNumber(line) : null
    })
  }
  // One entry with a stray blank line after it speaks for all, unless the blank was put there on purpose.
  const stray =
    filled.length === 1 && filled[0]?.block === lines[0] && !lines.some(line => /[\u00a0–—-]/.test(line.text) && isBlank(line.text))
  if (stray) return null
  if (lines.length === actions.length && lines.length > 1) return lines.map(line => (isBlank(line.text) ? null : wholeBlock(line)))
  if (filled.length === actions.length) return [...filled]
  return null
}

const number = /^\s*\(?(\d{1,2}|[a-h])[.):](?:\s|$)/

/** The number of an item, whether the list gives it or the text begins with it. */
function numberOf(label: string | null, text: string): string | null {
  return number.exec(text)?.[1] ?? (label ? (/[a-z\d]+/i.exec(label)?.[0] ?? null) : null)
}

/** The words after a number typed in front of them. */
export function withoutNumber({block, start, end}: Span): Span {
  const prefix = /^\(?(?:\d{1,2}(?:[.)]\s+|\s{2,})|[a-h]\)\s+)(?=\p{L})/u.exec(block.text.slice(start, end))
  return {block, start: start + (prefix?.[0].length ?? 0), end}
}

function afterNumber(block: Block): Span | null {
  const start = number.exec(block.text)?.[0].length ?? 0
  const span = trimmed({block, start, end: block.text.length})
  return span.end > span.start ? span : null
}

const actionShape = /\b(?:to|will|['’]ll|must|should|needs? to|going to)\s+(?:\w+ly\s+|not\s+|also\s+|be\s+)*[a-z]+/i

/** “Mum failed to ring”, “Dad used to drink”: what happened. */
const pastAttempt =
  /\b(?:failed|declined|refused|tried|struggled|threatened|used|wanted|continued|seemed|appeared|started|began|came|went)$/i

/** “Alek is on track to fail”: what is likely, or how somebody feels. */
const likely =
  /\b(?:is|are|was|were|seems?)\s+(?:not\s+)?(?:on track|on course|(?:un)?likely|bound|un?able|ready|keen|happy|afraid|scared|reluctant|too \w+|old enough)$/i

/** Whether a sentence of running text says that something is to be done. */
export function isAction(text: string): boolean {
  const {subject, verb} = grammarOf(text)
  if (subject && (pastAttempt.test(subject) || likely.test(subject))) return false
  if (subject && verb) return !/\b(?:worried|worry|concerned|risk|could|may|might|would|can)\b/i.test(subject) && actionShape.test(text)
  return beginsWithVerb(text)
}
