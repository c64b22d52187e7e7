/** The day a document was written, and the day its plan began. */
import {isoDatesIn} from '../text/dates.ts'
import {namesIn} from '../text/names.ts'
import type {Field} from './fields.ts'
import {headerLabel} from './header-labels.ts'
import type {Block} from './plan.ts'
import {textOf} from './spans.ts'

/** Both ISO, null where the document does not say. Dates of birth, meetings to come and earlier plans are not the document's own. */
export function documentDateOf(blocks: readonly Block[], fields: readonly Field[]): {date: string | null; started: string | null} {
  const labelled = datedFields(fields, blocks)
  const started = labelled.started ?? startedInText(blocks)
  const date =
    labelled.sure ??
    letterDate(blocks) ??
    titleDate(blocks) ??
    sentenceDate(blocks) ??
    inlineDate(blocks) ??
    marginDate(blocks) ??
    labelled.likely ??
    signatureDate(blocks) ??
    reviewHeld(blocks) ??
    titleMeeting(blocks) ??
    labelled.conference
  return {date, started: started ?? (labelled.conference && labelled.conference !== date ? labelled.conference : null)}
}

interface Labelled {
  sure: string | null
  likely: string | null
  started: string | null
  conference: string | null
}

/** A bare `Date:` counts as the document's own near its head; further down it belongs to a signature or a row. */
function datedFields(fields: readonly Field[], blocks: readonly Block[]): Labelled {
  const found: Labelled = {sure: null, likely: null, started: null, conference: null}
  let best = 0
  for (const {label, values, block} of fields) {
    const role = headerLabel(label)
    if (role?.role !== 'date' && role?.role !== 'started' && role?.role !== 'conference') continue
    const day = values.map(value => firstDay(textOf(value))).find(iso => iso !== null) ?? null
    if (!day) continue
    if (role.role === 'date') {
      const near = block.index < 40 && block.index < blocks.length * 0.6
      const weight = role.weight >= 5 || near ? role.weight : 0
      if (weight > 2 && weight > best) {
        best = weight
        found.sure = day
      } else if (weight > 0) found.likely ??= day
    } else if (role.role === 'started') found.started ??= day
    else found.conference ??= day
  }
  return found
}

function firstDay(text: string): string | null {
  return isoDatesIn(text)[0]?.iso ?? null
}

const lineAround =
  /^\s*(?:today is|(?:last |this )?(?:dated?|issued|written|sent|plan|version|review|made|agreed|updated|completed|reviewed)(?: on)?)?\s*[:–-]?\s*$/i

/** A line near the top that is a date and little more: `16.12.25`, `18 Sept 2026 · ref EH/5527`, or an address line that ends in one. */
function letterDate(blocks: readonly Block[]): string | null {
  for (const block of headOf(blocks)) {
    if (block.table && (block.table.row > 3 || block.table.heading !== null)) continue
    const [date, second] = isoDatesIn(block.text)
    if (!date || second || block.labelEnd > 0) continue
    const before = block.text.slice(0, date.start)
    const after = block.text.slice(date.end)
    if (lineAround.test(before) && /^[\s.,]*(?:$|[·|•–—-]|\t|\s{2,}|\(?(?:our|your|ref)\b)/i.test(after)) return date.iso
    // The line before a date that a reader joined to it: “Ravensby Council, Family Support 9 March 2026”.
    if (
      block.kind !== 'item' &&
      /^\s*$/.test(after) &&
      !(/[,(]\s*$/.test(before) && namesIn(before).some(({surname}) => surname)) &&
      before.length < 90 &&
      !otherDay.test(before) &&
      !/[.!?]\s/.test(before) &&
      !block.table
    )
      return date.iso
  }
  return null
}

const otherDay =
  /\b(?:born|d\.?o\.?b\.?|birth|due|edd|conference|meeting|review|next|core group|hearing|since|started|held|aged?|from|until|by|on|before|court)\b/i

function headOf(blocks: readonly Block[]): readonly Block[] {
  const flow = blocks.filter(({margin}) => margin !== 'page-footer' && margin !== 'page-header')
  return flow.slice(0, 26)
}

/** `Child in Need Plan – 12 March 2026`, `Plan (updated 4/5/26)`. */
function titleDate(blocks: readonly Block[]): string | null {
  for (const block of headOf(blocks).slice(0, 10)) {
    const [date] = isoDatesIn(block.text)
    if (!date || block.text.length > 140) continue
    const before = block.text.slice(0, date.start)
    if (
      /\b(?:plan|review|letter|update)\b/i.test(before) &&
      !/\b(?:born|d\.?o\.?b|birth|conference|next|last|previous|earlier|began|begun|start\w*|since|in place)\b/i.test(before)
    )
      return date.iso
  }
  return null
}

/** `Ada Lunt: review conference, 14 January 2026`, as a title: the record of that meeting. */
function titleMeeting(blocks: readonly Block[]): string | null {
  for (const {kind, strong, text} of headOf(blocks).slice(0, 6)) {
    const [date, second] = kind === 'heading' || strong ? isoDatesIn(text) : []
    if (date && !second && text.length <= 140 && meeting.test(text) && !/\b(?:born|next|last|previous|since|from|until)\b/i.test(text))
      return date.iso
  }
  return null
}

const meeting = /\b(?:conference|review|meeting|core group)\b/i

const writing =
  /\b(?:wr[oi]te|written|writing|made|agreed|drawn up|drew up|put together|filled in|updated|reviewed|completed|finalised|dated|prepared|looked at)\b/i

/** `I wrote it with my social worker on 2 June 2026`, in the first sentences. */
function sentenceDate(blocks: readonly Block[]): string | null {
  for (const [index, {text, sentences}] of headOf(blocks).entries()) {
    for (const {start, end} of sentences) {
      const sentence = text.slice(start, end)
      if (!writing.test(sentence)) continue
      // “Review conference: 20 January. Plan completed the same day”
      const before = sameDay.test(sentence) ? isoDatesIn(text.slice(0, start))[0] : undefined
      if (before) return before.iso
      if (index >= 14) continue
      // “… by Tom Ash, social worker from 3 November”
      const date = isoDatesIn(sentence).find(one => !/\b(?:from|since|until|born|until the|to)\s+$/i.test(sentence.slice(0, one.start)))
      if (!date) continue
      if (/\b(?:this|my|our|your|the|it)\b/i.test(sentence) && !/\b(?:last|previous|first|old) (?:plan|review)\b/i.test(sentence))
        return date.iso
    }
  }
  return null
}

const sameDay =
  /\b(?:the|that) (?:same|very) day\b|\b(?:at|in) (?:that|this) (?:meeting|core group|conference|review)\b|\bthere and then\b/i
const ownDay =
  /\b(?:date of (?:[^:.;|·]{0,40}\s)?(?:this |the )?plan(?:\s(?:and|&)\s[^:.;|·]{0,40})?|of this plan|(?:plan|version|document|report) (?:is )?(?:dated|completed|updated)(?: on)?|this (?:version|plan|document|update)(?: is dated)?)[\s:–-]*$/i
const ofAnother = /\b(?:last|previous|next|old|older|earlier|began|begun|start(?:ed|s)?|ends?|until|since|replaces|before)\b/i

/** “Initial conference, 9 May. Plan dated 12 May.”, “plan began 16 January · this version 20 October”, a cell beside `Date of this plan and conference`. */
function inlineDate(blocks: readonly Block[]): string | null {
  const head = headOf(blocks)
  for (const [index, block] of head.entries()) {
    const {text} = block
    const label = labelBeside(block, head[index - 1])
    for (const {start, iso} of isoDatesIn(text)) {
      const lead = (/[^.;|·]*$/u.exec(`${label}${text.slice(0, start)}`)?.[0] ?? '').trim()
      if (ownDay.test(lead) && !ofAnother.test(lead)) return iso
    }
  }
  return null
}

const held =
  /^\W*(?:(?:meeting|conference|review) )?(?:was )?held(?: on)?[\s:–-]*$|^\W*this (?:review|conference|meeting)[\s:–-]*$|^\W*(?:this |date of |the )*(?:(?:first|second|third|fourth|this) )?(?:child protection )?review (?:child protection )?conference(?: was)?(?: held)?(?: on)?[\s:–-]*$/i

/** A plan that calls itself a review, and gives no other day, was made at the conference it names. */
function reviewHeld(blocks: readonly Block[]): string | null {
  const head = headOf(blocks).slice(0, 14)
  if (!head.slice(0, 4).some(({text}) => text.length < 120 && /\breview(?:ed)?\b/i.test(text) && /\bplan\b/i.test(text))) return null
  for (const [index, block] of head.entries()) {
    const {text, sentences} = block
    const label = labelBeside(block, head[index - 1])
    for (const {start, end} of sentences) {
      const [date] = isoDatesIn(text.slice(start, end))
      if (date && held.test(`${start === 0 ? label : ''}${text.slice(start, start + date.start)}`)) return date.iso
    }
  }
  return null
}

/** The words of the cell to the left, which say what this one holds. */
function labelBeside({table}: Block, before: Block | undefined): string {
  const isBeside = table && table.column > 0 && before?.table?.row === table.row && before.table.table === table.table
  return isBeside ? `${before.text}: ` : ''
}

function marginDate(blocks: readonly Block[]): string | null {
  for (const {margin, text} of blocks) {
    if (margin !== 'page-header' && margin !== 'page-footer') continue
    if (/\b(?:template|form|version|v\d|policy|revised)\b/i.test(text)) continue
    const day = firstDay(text)
    if (day) return day
  }
  return null
}

/** “Up to date” and “a date for the check” sign nothing. */
const signing = /\bsign(?:ed|ature)\b|(?:^|[\t\n|.;,:)]\s*|\s{2,})dated?(?:\s+(?:signed|of signature))?\s*(?:[:_.–-]|$|\d)/i

/** The date beside the last signature. */
function signatureDate(blocks: readonly Block[]): string | null {
  const days: string[] = []
  for (const [index, {text}] of blocks.entries()) {
    if (index < blocks.length * 0.6) continue
    const near = signing.test(text) || signing.test(blocks[index - 1]?.text ?? '')
    const day = near ? firstDay(text) : null
    if (day) days.push(day)
  }
  return days.sort()[0] ?? null
}

const onPlan =
  '(?:subject (?:of|to)|on|had) (?:a|the|this) (?:child protection |child in need |CP |CIN )?plan (?:since|from)|made (?:the )?subject (?:of|to) a (?:child protection )?plan|start of (?:the |this )?plan'
const planBegan = 'plan (?:was )?(?:started|began|was made|start(?:ed)? on)|plan (?:has been )?in place since'
const began = new RegExp(`\\b(?:${planBegan}|${onPlan})\\b`, 'i')

function startedInText(blocks: readonly Block[]): string | null {
  for (const {text, sentences} of blocks) {
    if (!began.test(text)) continue
    for (const {start, end} of sentences) {
      const sentence = text.slice(start, end)
      const match = began.exec(sentence)
      const day = match && firstDay(sentence.slice(match.index, match.index + 90))
      if (day) return day
    }
  }
  return null
}
