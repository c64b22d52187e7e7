/** Wording that stands where a time should be, for something still to be done: “ongoing” in a date cell, “will visit regularly”. */
import {timesIn, type TimeExpression} from '../text/dates.ts'
import type {Range} from '../text/quotations.ts'
import type {Action, Block, BlockRole, Plan, SectionRole, Span} from './plan.ts'
import {beginsWithVerb} from './rows/action-words.ts'
import {isQuoted} from './spans.ts'
import {columnRole} from './vocabulary.ts'

export interface OpenTime {
  at: Span
  gap: NonNullable<TimeExpression['gap']>
}

type Vague = TimeExpression & {gap: OpenTime['gap']}

/** Phrases closer than this are one: “ongoing, as and when required”. */
const joinedWithin = 12
/** A date or interval this close settles any gap. */
const besideWithin = 30

/** In order of place. Quotations, the past, descriptions and contingency statements are left out. */
export function openTimesOf(plan: Plan): OpenTime[] {
  const actions = new Map<Block, Action[]>()
  for (const action of plan.actions) actions.set(action.at.block, [...(actions.get(action.at.block) ?? []), action])
  const found = plan.blocks.flatMap(block => openTimesIn(block, plan, actions.get(block) ?? []))
  return [...found, ...sharedOut(plan, found)]
}

/** Times that the row builder has given to one action out of a text for several: “(a) 12 July. (b) Ongoing.” */
function sharedOut({actions}: Plan, found: readonly OpenTime[]): OpenTime[] {
  const open: OpenTime[] = []
  for (const {timescales, at: action} of actions) {
    if (timescales.some(({kind}) => kind !== 'vague' && kind !== 'blank')) continue
    for (const {at, kind, gap} of timescales) {
      if (!at || kind !== 'vague' || !gap || (at.block === action.block && openSections.has(at.block.section.role))) continue
      const known = [...found, ...open].some(other => other.at.block === at.block && other.at.start < at.end && at.start < other.at.end)
      if (!known && !isQuoted(at.block, at.start, at.end)) open.push({at, gap})
    }
  }
  return open
}

function openTimesIn(block: Block, plan: Plan, actions: readonly Action[]): OpenTime[] {
  if (block.margin || block.kind === 'heading' || block.role === 'heading' || block.role === 'label' || block.table?.header) return []
  const times = timesIn(block.text, plan.date)
  const vague = times.filter((time): time is Vague => time.kind === 'vague' && time.gap !== undefined)
  if (vague.length === 0) return []
  const open: OpenTime[] = []
  for (const time of vague) {
    if (time.start < block.labelEnd || isQuoted(block, time.start, time.end)) continue
    const cell = isTimeCell(block, time, plan) || followsTimeLabel(block, time)
    const sentence = sentenceOf(block, time)
    const inAction = actions.some(({at}) => time.start >= at.start && time.start < at.end)
    if (!cell && !isToBeDone(block, sentence, time, plan, inAction)) continue
    const others = [...times, ...laterLines(block, plan, cell)].filter(({kind}) => kind !== 'vague' && kind !== 'blank')
    if (others.some(other => settles(time, other, block, cell ? {start: 0, end: block.text.length} : sentence))) continue
    if (cell ? settledByActions(time, block, plan) : isAnswered(time, sentence, block, others) || settledByRow(time, actions)) continue
    const last = open.at(-1)
    if (last && time.start - last.at.end <= joinedWithin) last.at.end = time.end
    else open.push({at: {block, start: time.start, end: time.end}, gap: time.gap})
  }
  return open
}

const timeName = /\b(?:start\w*|finish\w*|end\w*|until|dates?|when|time\w*|how (?:often|long)|frequency|done by|by)\b/i

/** A cell or value under a name such as `By when`, or one that holds nothing but such words where an owner or a date is asked for. */
function isTimeCell({role, table, section, text}: Block, {start, end}: Range, {type}: Plan): boolean {
  if (role === 'timescale') return true
  if (!table?.heading || (role !== 'other' && role !== 'owner')) return false
  if (role === 'other' && columnRole(table.heading) === 'timescale') return type === 'unknown' || section.role === 'plan'
  return text.trim().replace(/\W+$/, '').length === end - start && (role === 'owner' || timeName.test(table.heading))
}

const timeLabels = 'time ?scales?|time ?frame|by when|when(?: by)?|due(?: date)?|target date|deadline|frequency|how often|date'
const timeLabel = new RegExp(`(?:^|[\\s(;.,])(?:${timeLabels})\\s?[:–-]\\s*$`, 'i')

function followsTimeLabel({text}: Block, {start}: Range): boolean {
  return timeLabel.test(text.slice(Math.max(0, start - 30), start))
}

function sentenceOf({sentences, text}: Block, {start}: Range): Range {
  return sentences.find(range => start >= range.start && start < range.end) ?? {start: 0, end: text.length}
}

const planRoles: ReadonlySet<BlockRole> = new Set(['action', 'expectation', 'outcome', 'visit', 'review'])
const neverRoles: ReadonlySet<BlockRole> = new Set([
  'address',
  'header-field',
  'worry',
  'owner',
  'progress',
  'contingency',
  'voice',
  'strength',
  'history',
  'people',
  'instruction',
  'concern'
])
/** Parts of a document that may say what is to be done. */
const openSections: ReadonlySet<SectionRole> = new Set([
  'plan',
  'outcomes',
  'visits',
  'review',
  'expectations',
  'support',
  'other',
  'title',
  'header'
])
/** Parts of a letter that also hold promises. */
const letterSections: ReadonlySet<SectionRole> = new Set(['meeting', 'legal-advice', 'family', 'consequence', 'reading-help'])
const modals = /\b(?:will|shall|must|should|needs? to|(?:is|are|am) (?:going )?to|to be|please|agree[sd]? to|plans? to)\b|['’]ll\b/giu
/** “Mum to ring”, “Health visitor to weigh”; not “goes to Cubs”. */
const posts = 'worker|visitor|nurse|practitioner|manager|parents?|school|team|officer|midwife'
const named = new RegExp(`(?<!\\p{L})(?:\\p{Lu}[\\p{L}.’']*|${posts})\\s+to\\s+\\p{Ll}`, 'gu')
const pastWords = "was|were|had|did|didn['’]t|used to|(?:has|have|having) (?:\\w+ )?(?:been|had|\\w+ed)|(?:has|have) not|since|last"
const past = new RegExp(`\\b(?:${pastWords}|said|says|told|felt|feels|thought|thinks)\\b(?! to\\b)`, 'giu')
const reasons = 'because|who|which|whose|due to|despite|although|whilst|(?:as|since) (?:he|she|they|it)|reports? that|hopes?|hoping'
const because = new RegExp(`\\b(?:${reasons})\\b[^,;.]*$`, 'i')

/** Whether the sentence speaks of something to be done, and the words before the phrase have not turned to what was or why. */
function isToBeDone(block: Block, sentence: Range, {start}: Range, plan: Plan, inAction: boolean): boolean {
  // A paragraph of prose may tell a worry and then what is to be done.
  if (!inAction && neverRoles.has(block.role)) return false
  const isPlanText = inAction || planRoles.has(block.role)
  const promises = plan.type === 'letter-before-proceedings' && letterSections.has(block.section.role)
  if (!isPlanText && !promises && !openSections.has(block.section.role)) return false
  const before = block.text.slice(sentence.start, start)
  if (because.test(before)) return false
  const lastFuture = Math.max(lastOf(modals, before), lastOf(named, before))
  if (lastOf(past, before) > lastFuture) return false
  if (isPlanText || lastFuture >= 0) return true
  if (promises || plan.type === 'unknown') return false
  const whole = block.text.slice(sentence.start, sentence.end)
  return block.section.role === 'visits' ? lastOf(past, whole) < 0 : block.section.role !== 'support' && beginsWithVerb(whole)
}

function lastOf(pattern: RegExp, text: string): number {
  let last = -1
  for (const match of text.matchAll(pattern)) last = match.index
  return last
}

/** Times in the next lines of the cell that go on about this one: “(checked at each core group)”. */
function laterLines(block: Block, {blocks}: Plan, cell: boolean): TimeExpression[] {
  const next = blocks[block.index + 1]
  if (!cell || !block.table || !next?.table || next.table.table !== block.table.table) return []
  if (next.table.row !== block.table.row || next.table.column !== block.table.column) return []
  if (!/^\s*(?:\(|\p{Ll}|Review|Next|Check)/u.test(next.text)) return []
  const offset = block.text.length
  return timesIn(next.text, null).map(time => ({...time, start: time.start + offset, end: offset}))
}

const settling: Readonly<Record<OpenTime['gap'], readonly TimeExpression['kind'][]>> = {
  'by when': ['date', 'month', 'deadline', 'event'],
  'how often': ['date', 'frequency'],
  'until when': ['date', 'month', 'deadline', 'duration', 'frequency', 'event'],
  'on what sign': ['date', 'month', 'deadline', 'frequency', 'event']
}
const opensOnly = /\b(?:until|till|from|by|before|starting|since|after)\s(?:the\s)?$/i

function settles(time: Vague, other: TimeExpression, {text}: Block, scope: Range): boolean {
  if (other.start < scope.start || other.start > scope.end) return false
  const distance = Math.max(other.start - time.end, time.start - other.end)
  const near = distance <= besideWithin && !['always', 'event', 'duration'].includes(other.kind)
  return (near || settling[time.gap].includes(other.kind)) && !startsOnly(time, other, text)
}

/** “Regular visits until 4 May” still does not say how often. */
function startsOnly(time: Vague, other: TimeExpression, text: string): boolean {
  return time.gap === 'how often' && other.kind !== 'frequency' && opensOnly.test(text.slice(Math.max(0, other.start - 16), other.start))
}

const condition = /\b(?:if|unless|should (?:he|she|they|you|mum|dad|there|any\w*)|in case|in the event|any)\b/i
/** Seeing a solicitor cannot be too soon, and when a court is asked is not the reader's to plan. */
const seeing = 'see|take|show|contact|ring|call|speak|talk|instruct|find|get|go|seek|obtain|advised?'
const law = new RegExp(`\\b(?:${seeing})\\b.*\\b(?:solicitor|lawyer|legal (?:advice|help|aid))|\\bcourt\\b`, 'i')
const medicine = /\b(?:medicines?|medication|inhalers?|tablets?|dose[sd]?|paracetamol|insulin|painkillers?|cream|pump|prescri\w+)\b/i

/** The sentence itself, or a short one right after it, says what the phrase leaves open. */
function isAnswered({gap, end}: Vague, sentence: Range, {text, sentences}: Block, others: readonly TimeExpression[]): boolean {
  const words = text.slice(sentence.start, sentence.end)
  if (gap === 'by when') return condition.test(words) || law.test(words)
  if (gap === 'on what sign') return medicine.test(words) || /\b(?:if|unless)\b/i.test(words)
  if (gap !== 'how often') return false
  const next = sentences.find(({start}) => start > end)
  if (!next || text.slice(next.start, next.end).split(/\s+/).length > 12) return false
  return others.some(({kind, start}) => kind === 'frequency' && start >= next.start && start < next.end)
}

/** Every action this cell stands beside has a time of its own: “Dad reads with Sam every night | ongoing”. */
function settledByActions({gap}: Vague, block: Block, {actions, date}: Plan): boolean {
  const beside = actions.filter(action => action.at.block !== block && action.timescales.some(({at}) => at?.block === block))
  const answers = ({kind}: TimeExpression): boolean => kind !== 'event' && settling[gap].includes(kind)
  return beside.length > 0 && beside.every(({text}) => timesIn(text, date).some(answers))
}

function settledByRow({gap, start}: Vague, actions: readonly Action[]): boolean {
  const action = actions.find(({at}) => start >= at.start && start < at.end)
  // One date for a list answers neither how often nor on what sign.
  const byDate = gap !== 'how often' && gap !== 'on what sign'
  return action?.timescales.some(({kind}) => (kind === 'date' ? byDate : kind !== 'event' && settling[gap].includes(kind))) ?? false
}
