/** Days of conferences and core groups that the versions of a child protection plan give. */
import type {Block, Plan} from '../model/plan.ts'
import {addDays, addMonths} from '../text/dates/calendar.ts'
import {datesIn} from '../text/dates.ts'

export interface MeetingDates {
  initial: string | null
  coreGroup: string | null
  /** Review conferences held, and the next one booked. */
  reviews: string[]
  /** No review can have been held before the first of them. */
  firstReviewKnown: boolean
  /** The last review that the newest version does not call the next one. */
  lastHeld: string | null
  /** A version speaks of an initial conference, which only a child protection plan has. */
  hasConference: boolean
  /** What the newest version tells, in the order of days: its core groups, its reviews, its own day. */
  coreGroups: Pick<Held, 'day' | 'isFirst' | 'isNext'>[]
  newestReviews: Pick<Held, 'day'>[]
  newestDay: string | null
}

/** `conference`: one of which the text does not say which. */
type Meeting = 'initial' | 'review' | 'core-group' | 'conference'

interface Held {
  kind: Meeting
  day: string
  isNext: boolean
  /** The text calls it the first one. */
  isFirst: boolean
}

/** What a version tells, and its day. */
interface Found {
  today: string | null
  meetings: Held[]
}

const named = String.raw`(?:child protection|CP)?\s*(?:case\s+)?conf(?:erence)?s?\b`
const cues: readonly [Meeting, RegExp][] = [
  ['core-group', /\bcore groups?\b/gi],
  ['initial', new RegExp(String.raw`\b(?:initial|first|pre-birth)\s+${named}|\bICPC{1,2}\b`, 'gi')],
  [
    'review',
    new RegExp(
      String.raw`\breview\s+${named}|\bRCPC{1,2}\b|\bnext (?:review|conf(?:erence)?)\b|\b(?:first|second|third|fourth|1st|2nd|3rd|4th|this|last|earlier|previous|latest|current|following) review\b|\breviews?(?=\s*(?:held\b|was\b|were\b|on\b|took place\b|due\b|booked\b|dates?\b|:))`,
      'gi'
    )
  ],
  [
    'conference',
    /(?<!review |initial |first |next |family group |pre-birth )\b(?:child protection|CP|case) conference(?! agreed)\b|(?<!review |initial |first |next |family group |pre-birth )(?:\bthis conference\b|\bconference(?= (?:held|took place)\b))/gi
  ]
]
const anyConference = /\bconference\b/gi
const afterDate = /^[\s,.]*\(?\s*(?:an?\s+)?(?<which>initial|review)\b/i

export function meetingDatesOf(plans: readonly Plan[]): MeetingDates {
  const found: Found[] = plans.map(plan => ({
    today: plan.ownDate ?? plan.date,
    meetings: plan.blocks.flatMap(block => meetingsIn(block, plan))
  }))
  const days = (kind: Meeting): string[] =>
    found.flatMap(({meetings}) => meetings.filter(meeting => meeting.kind === kind).map(({day}) => day)).sort()
  const initial = days('initial')[0] ?? initialFrom(plans, days('conference'), days('review'))
  const coreGroup = initial ? firstCoreGroup(found, initial) : null
  const earliest = found.map(({today}) => today).find(today => today !== null) ?? null
  const told = found.map(version => withOwnReview(version, initial))
  const reviews = reviewsHeld(told).filter(day => !initial || day > initial)
  const newest = told.at(-1)
  const inNewest = (kind: Meeting): Held[] =>
    (newest?.meetings ?? []).filter(meeting => meeting.kind === kind).sort((a, b) => (a.day < b.day ? -1 : 1))
  const lastHeld =
    inNewest('review')
      .filter(({isNext}) => !isNext)
      .at(-1)?.day ?? null
  return {
    initial,
    coreGroup,
    reviews,
    firstReviewKnown: initial !== null && earliest !== null && earliest <= addMonths(initial, 3),
    lastHeld,
    hasConference: days('initial').length > 0,
    coreGroups: inNewest('core-group'),
    newestReviews: inNewest('review'),
    newestDay: newest?.today ?? null
  }
}

/** “This conference”, on the day of a version that follows the initial conference, is a review. */
function withOwnReview({today, meetings}: Found, initial: string | null): Found {
  const own = meetings.map(
    (meeting): Held =>
      meeting.kind === 'conference' && meeting.day === today && initial !== null && today > initial ? {...meeting, kind: 'review'} : meeting
  )
  return {today, meetings: own}
}

/** Two core groups are further apart: a day so soon after the one booked is the one it was moved to. */
const movedWithin = 21

/** What was booked counts until a later version gives another day for it. */
function firstCoreGroup(found: readonly Found[], initial: string): string | null {
  let first: string | null = null
  let isBooked = false
  for (const {today, meetings} of found) {
    const groups = meetings.filter(({kind, day}) => kind === 'core-group' && day >= initial).sort((a, b) => (a.day < b.day ? -1 : 1))
    const named = groups.find(({isFirst}) => isFirst)?.day ?? null
    const earliest = groups[0]?.day ?? null
    const isMoved =
      isBooked && first !== null && earliest !== null && earliest > first && (named !== null || earliest <= addDays(first, movedWithin))
    if (isMoved) first = named ?? earliest
    else if (earliest !== null && (first === null || earliest < first)) first = earliest
    isBooked = first !== null && (today === null || first > today)
  }
  return first
}

/** A plan begins with the initial conference; it is the first conference that a text names, where it says nothing more of it. */
function initialFrom(plans: readonly Plan[], conferences: readonly string[], reviews: readonly string[]): string | null {
  const started = plans.flatMap(plan => (plan.started ? [plan.started] : [])).sort()[0]
  const [first] = conferences
  const day = started ?? first ?? null
  return day && (!reviews[0] || day < reviews[0]) ? day : null
}

/** What a version booked counts until a later version tells when it was held. */
function reviewsHeld(found: readonly {today: string | null; meetings: readonly {kind: Meeting; day: string}[]}[]): string[] {
  let days: string[] = []
  for (const {today, meetings} of found) {
    const reviews = meetings.filter(({kind}) => kind === 'review').map(({day}) => day)
    const told = today ? reviews.filter(day => day <= today) : []
    const lastHeld = days.filter(day => today !== null && day <= today)
    // A booked day that this version replaces by the day it was held, or books again.
    if (told.length > 0) days = days.filter(day => !isBooked(day, found) || told.includes(day))
    else if (reviews.length > 0) days = lastHeld
    days = [...new Set([...days, ...reviews])].sort()
  }
  return days
}

/** No version yet says of the day that it has passed. */
function isBooked(day: string, found: readonly {today: string | null; meetings: readonly {kind: Meeting; day: string}[]}[]): boolean {
  return !found.some(
    ({today, meetings}) => today !== null && day <= today && meetings.some(meeting => meeting.kind === 'review' && meeting.day === day)
  )
}

/** Each date of a block with the meeting named last before it. */
function meetingsIn(block: Block, {date, blocks}: Plan): Held[] {
  if (block.role === 'action' || block.role === 'timescale' || block.section.role === 'contingency') return []
  const text = `${labelBeside(block, blocks)} ${block.text}`
  const found: Held[] = []
  let from = 0
  let last: Meeting | null = null
  for (const {start, end, iso: nearest, day, year} of datesIn(text, date)) {
    const between = text.slice(from, start)
    const after = text.slice(end, end + 60)
    const isFirst = /^[\W\d]*$/.test(between) && from === 0
    const named = isFirst
      ? meetingBefore(text.slice(end, nextFrom(text, end)), '', '')
      : meetingBefore(between, after, text.slice(0, start))
    // “Reviews: 3 June and 16 December”, “put back from 3 June; held on 24 June”
    const kind: Meeting | null = named ?? (listed.test(between) || heldAfter.test(between) ? last : null)
    const isPast = year === null && date !== null && nearest !== null && nearest > date && tellsPast(text, from, end)
    const iso = isPast ? addMonths(nearest, -12) : nearest
    if (kind && iso && day !== null && !isOff(between, after))
      found.push({
        kind,
        day: iso,
        isNext: /\b(?:next|following|again|due|booked)\b/i.test(between),
        isFirst: /\bfirst\b/i.test(between) && !/\bsince (?:the )?first\b/i.test(between)
      })
    last = kind
    from = end
  }
  return found
}

/** “It met on 28 May”: last May, not the next one. */
function tellsPast(text: string, from: number, end: number): boolean {
  const lead = /[^.:;]*$/.exec(text.slice(0, end))?.[0] ?? ''
  const isNext = /\b(?:next|will|booked|due|following|to be held)\b/i.test(text.slice(from, end))
  return (
    !isNext &&
    /\b(?:held|met|took place|happened|so far|since|was|were|had)\b/i.test(lead + (/^[^.;]{0,40}/.exec(text.slice(end))?.[0] ?? ''))
  )
}

/** `3 June 2025: initial conference`: the day comes first. Up to the next figure. */
function nextFrom(text: string, from: number): number {
  const next = text.slice(from).search(/[.;\n]|\s\d{1,2}[\s/.]/)
  return next < 0 ? text.length : from + next
}

/** Between two days of one meeting stand only marks, or that it was held. */
const listed =
  /^[^.:]{0,6}$|^[\s,;&(]*(?:(?:and|then|on|again)\s+)*$|^[^.:]{0,120}[;,(]\s*(?:it (?:was )?)?(?:was |then )?(?:held|took place|moved to|met|now|next(?: one)?)\b[^.:]{0,30}$|^[^.]{0,60}\bnext (?:one|time)\b[^.]{0,20}$/i
/** “the one for 4 May had to be put off. It met on 11 May”, “moved from 20 May because of snow and held on 29 May” */
const heldAfter =
  /^[^:;]{0,120}\.\s+(?:it|they|this|that|the (?:group|conference|review|meeting))\s(?:then |instead |finally |in the end )?(?:was |were )?(?:held|met|took place|went ahead)\b[^.:;]{0,25}$|^[^.:;]{0,80}\s(?:and|but|so|then)\s(?:(?:it )?was |were |it )?(?:then |instead |finally )?(?:held|took place|met|went ahead|moved to|rebooked for|rearranged for)\b[^.:;]{0,25}$/i
const putOff =
  /\b(?:put back|put off|moved|postponed|brought forward|rearranged|re-arranged|rebooked|changed|delayed|adjourned)\b[^.;:]{0,25}\bfrom\s+(?:the\s+)?(?:\p{L}+\s+)?$|\b(?:instead of|rather than|not on|originally(?: on| for| booked for)?|(?:was|were|had been) (?:due|planned|booked|meant|to)(?: (?:be|have been|take place|meet))?(?: held)?(?: on| for)?|(?:should|ought to|was to) have (?:been|taken place|met|happened)(?: held)?(?: on)?)\s+(?:the\s+)?$/iu
const planned = /[,(]\s*(?:first |originally |once )?(?:planned|due|booked|arranged|set|scheduled|fixed)(?:\s(?:for|on|to be on))?\s+$/i
const calledOff =
  /^\s*(?:\w+\s){0,2}?(?:was|were|had to be|has been|could not|did not|couldn['’]t|didn['’]t|fell)\b(?:\s\w+){0,2}?\s?(?:lost|called off|cancelled|postponed|put off|put back|go ahead|moved|rearranged|abandoned|adjourned|changed|happen|take place|through|off)\b/i

/** A day on which a meeting was meant to be, and was not. */
function isOff(before: string, after: string): boolean {
  return (
    putOff.test(before) ||
    calledOff.test(after) ||
    (planned.test(before) &&
      /^\s*[,)]?\s*(?:then |but )?(?:took place|was held|happened|met|went ahead|was moved|in the end)\b/i.test(after))
  )
}

/** The label right beside, in a table of labels and values; else the first cell of the row, and the name of the column. What it says in brackets it says of another day. */
function labelBeside({table}: Block, blocks: readonly Block[]): string {
  if (!table || table.column === 0) return ''
  const row = blocks.filter(
    other => other.table?.table === table.table && other.table.row === table.row && other.table.column < table.column
  )
  const label = row.findLast(other => other.table?.header)
  if (label && label.text === table.heading) return `${withoutBrackets(label.text)}:`
  return `${table.header ? '' : (table.heading ?? '')} ${withoutBrackets(row[0]?.text ?? '')}:`
}

function withoutBrackets(text: string): string {
  return text.replace(/\([^()]*\)/g, ' ')
}

function meetingBefore(before: string, after: string, lead: string): Meeting | null {
  let best: {kind: Meeting; at: number} | null = null
  const found: {kind: Meeting; at: number}[] = []
  for (const [kind, cue] of cues) {
    for (const {index} of before.matchAll(cue)) found.push({kind, at: index})
  }
  // “Core groups since the first review: 22 May …” are core groups.
  const own = found.filter(({at}) => !/\b(?:since|after|before|until)\s+(?:the\s+|our\s+)?$/i.test(before.slice(0, at)))
  for (const one of own.length > 0 ? own : found) if (!best || one.at >= best.at) best = one
  if (best) return best.kind
  const which = anyConference.test(lead) ? afterDate.exec(after)?.groups?.which?.toLowerCase() : undefined
  anyConference.lastIndex = 0
  return which === 'initial' ? 'initial' : which === 'review' ? 'review' : null
}
