/** The pre-proceedings meeting: its day, its time and its place. */
import {timesIn} from '../../text/dates.ts'
import type {Block, Span} from '../plan.ts'
import {textOf, trimmed} from '../spans.ts'
import type {Line} from './lines.ts'

export interface Meeting {
  date: Span | null
  time: Span | null
  place: Span | null
}

const invites = /\b(?:meeting|meet (?:with )?(?:us|you|me)|come (?:and|to) (?:meet|see) (?:us|me)|invit\w+)\b/i
/** Other meetings, and what is to be done before this one. */
const otherMeeting =
  /\b(?:meet (?:with you )?again|again|next review|reviewed?|reviewing|core groups?|conference|legal planning|family (?:group|network)|strategy meeting|was held|were held|took place|last meeting|did not (?:come|attend)|didn['’]t (?:come|attend)|missed|after the meeting|look at (?:the|this) (?:plan|list))\b/i
const label =
  /^\s*(?:day|date|when|time|where|place|venue|location|address|start(?:s|ing)?(?: time)?|date and time|time and date|date and place|room|link)\b[^:.?!]{0,20}:/i
/** Labels that nothing but a meeting has; `Date:` may be the letter's own. */
const ownLabel = /^\s*(?:time|where|place|venue|location)\b/i
const placeLabel = /^\s*(?:where|place|venue|location|address|room|link)\b/i
const placeholder =
  /\b(?:x{2,}|tbc|tba|to be (?:confirmed|arranged|advised|agreed)|t\.b\.c|insert|enter|dd.?mm)\b|_{3,}|\.{4,}|…{2,}|\[[^\]]*\]|<[^>]*>/i
const clock =
  /\b(?:\d{1,2}\s?[:.]\s?[0-5]\d\s?(?:[ap]\.?m\b\.?|hrs|hours)?|\d{1,2}\s?[ap]\.?m\b|\d{1,2}\s?noon|\d{4}\s?(?:hrs|hours)|(?:\w+|\d{1,2})\s+o['’]?\s?clock|(?:half|quarter) (?:past|to)\s+\w+|(?:12\s)?noon|midday)/i
const dateLike = /\b\d{1,2}[./-]\d{1,2}[./-]\d{2,4}\b|\b\d{1,2}[.]\d{1,2}[.]\d{2}\b/g
/** Times that belong to a telephone or a desk. */
const notStart = /\b(?:ring|phone|call|text|telephone|office hours|open(?:s|ing)?|between|up to|until)\b/i

export function meetingOf(lines: readonly Line[], blocks: readonly Block[], today: string | null): Meeting {
  const near = aboutMeeting(lines)
  const date = firstOf(near, line => dateIn(line, today))
  const time = firstOf(near, line => timeIn(line, date))
  return {date, time, place: firstOf(near, line => placeIn(line, blocks))}
}

function firstOf(lines: readonly Line[], find: (line: Line) => Span | null): Span | null {
  for (const line of lines) {
    const found = find(line)
    if (found) return found
  }
  return null
}

/** Lines of the meeting's section, lines that invite, and labelled lines and table cells close below them. */
function aboutMeeting(lines: readonly Line[]): Line[] {
  let reach = 0
  return lines.filter(line => {
    const {block, text} = line
    const speaks = invites.test(text) && !otherMeeting.test(text)
    const name = block.table?.heading ? `${block.table.heading}:` : text
    const isLabelled = label.test(name) && (reach > 0 || ownLabel.test(name))
    if (speaks) reach = 6
    else reach--
    if (otherMeeting.test(text)) return false
    return (
      speaks ||
      isMeetingSection(block) ||
      isLabelled ||
      (reach > 0 && /^\s*(?:It|This|The meeting|We will meet|On|At)\b/.test(text)) ||
      (reach > 0 && isBare(text))
    )
  })
}

/** A heading that speaks of meeting, whatever role it has, and of no later meeting. */
function isMeetingSection({section}: Block): boolean {
  return (
    section.role === 'meeting' || (section.role !== 'title' && /\bmeet(?:ing)?\b/i.test(section.title) && !otherMeeting.test(section.title))
  )
}

/** A line that holds little but a day, a time or an address: `Tuesday 4 June 2026, 10am`. */
function isBare(text: string): boolean {
  return text.length < 100 && (clock.test(text) || /\b20\d\d\b/.test(text) || postcode.test(text))
}

function dateIn({at, text}: Line, today: string | null): Span | null {
  for (const time of timesIn(text, today)) {
    if (time.kind !== 'date' || !time.due) continue
    const before = text.slice(Math.max(0, time.start - 14), time.start)
    if (/\b(?:by|before|until|since|dated|of)\s+(?:\w+\s+)?$/i.test(before)) continue
    if (today && time.due < today) continue
    return {block: at.block, start: at.start + time.start, end: at.start + time.end}
  }
  return null
}

function timeIn({at, text, block}: Line, date: Span | null): Span | null {
  const masked = text.replace(dateLike, date =>
    /[./-]\d{1,2}[./-]\d{4}|\d[/-]\d/.test(date) || date.split('.').length === 3 ? ' '.repeat(date.length) : date
  )
  const match = clock.exec(masked)
  if (!match) return null
  const sameDate = date?.block === block && date.start >= at.start && date.end <= at.end
  if (!sameDate && notStart.test(text) && !label.test(text)) return null
  return {block: at.block, start: at.start + match.index, end: at.start + match.index + match[0].length}
}

const postcode = /\b[A-Z]{1,2}\d[A-Z\d]?\s?\d[A-Z]{2}\b/
const byLink =
  /\b(?:video (?:link|call|meeting|conference)|by video|teams|zoom|online|by (?:tele)?phone|telephone (?:call|meeting)|virtual\w*|at (?:your|her|his) (?:home|house|flat|school))\b/i
const building =
  '(?:centre|center|house|hall|offices?|library|hub|room|street|road|lane|avenue|court|building|school|annexe|floor|suite|place|square|park|row|guildhall|mill|chambers|clinic|hospital|surgery|church|town)'
const namedUpper = /\bat\s+(?:our\s+|the\s+)?\p{Lu}[\p{L}’']+(?:\s+(?:\p{Lu}[\p{L}’']*|of|and|the|\d+))*/u
const namedBuilding = new RegExp(`\\b\\p{Lu}[\\p{L}’']+\\s+(?:\\p{L}+\\s+){0,2}${building}\\b`, 'iu')
const month =
  /\b(?:january|february|march|april|may|june|july|august|september|october|november|december|(?:mon|tues|wednes|thurs|fri|satur|sun)day|court)\b/i

function placeIn(line: Line, blocks: readonly Block[]): Span | null {
  const {at, text, block} = line
  const heading = block.table?.heading ?? ''
  if (block.role === 'label') return null
  if (placeLabel.test(heading) || (placeLabel.test(text) && label.test(text))) {
    const start = label.exec(text)?.[0].length ?? 0
    const value = trimmed({block, start: at.start + (label.test(text) ? start : 0), end: at.end})
    const next = value.end > value.start ? value : nextLine(block, blocks)
    return next && /\p{L}{3}/u.test(textOf(next)) && !placeholder.test(textOf(next)) ? next : null
  }
  if (placeholder.test(text)) {
    const link = byLink.exec(text)
    return link ? at : null
  }
  const match = byLink.exec(text) ?? postcode.exec(text) ?? placeName(text)
  return match ? {block, start: at.start + match.index, end: at.start + match.index + match[0].length} : null
}

function placeName(text: string): RegExpExecArray | null {
  const upper = namedUpper.exec(text)
  if (upper && !month.test(upper[0])) return upper
  const match = namedBuilding.exec(text)
  return match && /^\p{Lu}/u.test(match[0]) ? match : null
}

function nextLine(block: Block, blocks: readonly Block[]): Span | null {
  const next = blocks[block.index + 1]
  return next && next.kind !== 'heading' && next.text.trim() ? {block: next, start: 0, end: next.text.length} : null
}
