/** Numbers that a trigger waits for, and whether the news has reached them: “misses two” and “missed three of four”, “under 90 per cent” and “84%”. */
import rules from '../../rules/compare/triggers.json' with {type: 'json'}
import {datesIn} from '../text/dates.ts'
import {numberWords} from '../text/number-words.ts'
import {createMatcher} from '../text/phrases.ts'

const figures: Readonly<Record<string, number>> = {
  ...numberWords,
  once: 1,
  twice: 2,
  both: 2,
  thrice: 3
}
const words = Object.keys(figures).join('|')
const many = createMatcher({many: rules.many.map(phrase => ({phrase}))})

/** A length of time is no count of what happened in it. */
const duration = /(?:working |school )?(?:days?|nights?|weeks?|months?|hours?|minutes?|years?|terms?|am|pm)\b/
const counted = new RegExp(
  `(?<more>more than |over |at least )?(?<![\\w.,£:/-])(?<count>\\d{1,2}(?![\\w.:%/]|,\\d)|(?:${words})\\b)(?<unit>\\s+\\S+)?`,
  'gi'
)

/** What can be counted in a text: dates, lengths of time and names of years left out. */
export function countsIn(text: string): {count: number; more: boolean; word: string; unit: string}[] {
  return [...withoutDates(text).matchAll(counted)].flatMap(({groups}) => {
    const word = groups?.count?.toLowerCase() ?? ''
    const count = figures[word] ?? Number(word)
    return {count, word, more: /^(?:more|over)/i.test(groups?.more ?? ''), unit: (groups?.unit ?? '').trim().toLowerCase()}
  })
}

/** With dates blanked, so that all else stays where it is. */
export function withoutDates(text: string): string {
  let plain = text
  for (const {start, end} of datesIn(text, null)) plain = plain.slice(0, start) + ' '.repeat(end - start) + plain.slice(end)
  return plain
}

/** How often it must have happened: 1 unless the trigger says more. */
export function leastOf(text: string): number {
  const found = [...withoutDates(text).matchAll(counted)].filter(({groups}) => !isLength((groups?.unit ?? '').trim()) || isOff(text))
  const first = found[0]?.groups
  if (!first) return 1
  const word = (first.count ?? '').toLowerCase()
  return (figures[word] ?? Number(word)) + (/^(?:more|over)/i.test(first.more ?? '') ? 1 : 0)
}

const run = new RegExp(`\\b(?<count>\\d{1,2}|${words})\\s+(?:\\S+\\s+)?(?:running|in a row|on the trot|together|consecutive)\\b`, 'i')

/** “on two visits running”, “twice in a month”: so often, or so long, must it have been. */
export function runOf(text: string): number {
  const count = run.exec(text)?.groups?.count ?? /\b(?<count>twice|three times|four times)\b/i.exec(text)?.groups?.count?.split(' ')[0]
  return numberOf(count) ?? 1
}

/** “misses three days of school”: here days are counted. */
function isOff(text: string): boolean {
  return /\b(?:miss(?:es|ed)?|off|absent)\b/i.test(text)
}

/** A length of time or of a way: no count. */
function isLength(unit: string): boolean {
  return duration.test(unit) || measured.test(unit)
}

/** “90 grams”, “20 minutes”: not how often. */
const measured =
  /^(?:grams?|g|kgs?|kilos?|pounds?|lbs?|oz|ounces?|stone|cm|per|percent|units?|minutes?|mins?|hours?|am|pm|o['’]clock|miles?|met(?:re|er)s?|yards?|feet|years?|months?|weeks?)\b/i

/** Whether a sentence tells of so many times. */
export function hasReached(text: string, least: number): boolean {
  const missed = missedOf(text)
  if (missed) return missed.count >= least
  const counts = countsIn(text)
    .filter(({unit}) => !measured.test(unit))
    .map(({count}) => count)
  const days = new Set(datesIn(text, null).map(({month, day}) => `${day} ${month}`)).size
  return (
    days >= least ||
    counts.some(count => count >= least) ||
    (counts.length === 0 &&
      many.match(text.replace(/\bat all\b|\b(?:all|each|every|most|none|half)\s(?:of\s)?(?:the\s|his\s|her\s)?(?:others?|rest)\b/gi, ''))
        .length > 0)
  )
}

const attended = `(?:gave|given|been (?:to|at)|went to|gone to|got to|made it to|attended|kept|came to|come to|provided|turned up (?:for|to)|done)`
const ofThem = [
  new RegExp(
    String.raw`\b${attended}\s(?:only |just )?(?<part>\d{1,2}|none|${words})\s(?:out )?of\s(?:the |his |her |their |our )?(?:last |past |first )?(?<all>\d{1,2}|${words})\b`,
    'i'
  ),
  new RegExp(
    String.raw`\bof\s(?:the |his |her |their )?(?:last |past |first )?(?<all>\d{1,2}|${words})\b[^.;:]{0,50}?\b${attended}\s(?:only |just )?(?<part>\d{1,2}|none|${words})\b`,
    'i'
  )
]

/** “has been to one of five”: four were missed. */
export function missedOf(text: string): {start: number; end: number; count: number} | null {
  for (const pattern of ofThem) {
    const match = pattern.exec(text)
    const [part, all] = [numberOf(match?.groups?.part), numberOf(match?.groups?.all)]
    if (match && part !== null && all !== null) {
      const end = match.index + match[0].length
      return {start: end - 1, end, count: all - part}
    }
  }
  return null
}

function numberOf(word: string | undefined): number | null {
  if (!word) return null
  const plain = word.toLowerCase()
  return plain === 'none' ? 0 : (figures[plain] ?? Number(plain))
}

const lighter =
  /\b\d+(?:\.\d+)?\s?(?:g|grams?|kgs?|kilos?|oz|ounces?|lbs?|pounds?)\s(?:less\b|lighter|down\b|below|under)|\b(?:lost|down(?: by)?|dropped|shed|lighter by|fallen(?: by)?|fell by)\s\d+(?:\.\d+)?\s?(?:g|grams?|kgs?|kilos?|oz|ounces?|lbs?|pounds?)\b/i

/** Two weights, of which the later is less; or how much less it is. */
export function weightLostIn(text: string): {start: number; end: number} | null {
  const less = lighter.exec(text)
  if (less) return {start: less.index, end: less.index + less[0].length}
  const weights = [...text.matchAll(/(?<value>\d+(?:\.\d+)?)\s?(?:kg|kilos?)\b/gi)]
  const [first, last] = [weights[0], weights.at(-1)]
  if (
    !first ||
    !last ||
    first === last ||
    !/\b(?:weigh|was|is|from)/i.test(text) ||
    /\b(?:target|aim|goal|should|needs? to|ought)\b/i.test(text)
  )
    return null
  return Number(last.groups?.value) < Number(first.groups?.value) ? {start: first.index, end: last.index + last[0].length} : null
}

interface Measure {
  value: number
  unit: string
}

const units = String.raw`%|per\s?cent|percent|kg|kilos?|grams?|g|centile|units?|degrees|°C?`
const measure = new RegExp(String.raw`(?<![\w.])(?<value>\d+(?:\.\d+)?)(?:st|nd|rd|th)?\s?(?<unit>${units})(?![\w])`, 'gi')
const fewer = /\b(?:below|under|less than|lower than|drops?|dropped|falls?|fell|fewer than|down to|beneath|short of|does not reach)\b/i
const more = /\b(?:above|over|more than|at least|higher than|or more|reaches|rises|up to)\b/i

function measuresIn(text: string): Measure[] {
  return [...text.matchAll(measure)].map(({groups}) => ({value: Number(groups?.value), unit: unitOf(groups?.unit ?? '')}))
}

function unitOf(text: string): string {
  const unit = text.toLowerCase().replace(/\s/g, '')
  return /^(?:%|percent)$/.test(unit) ? '%' : /^k/.test(unit) ? 'kg' : /^g/.test(unit) ? 'g' : unit.replace(/s$/, '')
}

/** The trigger waits for a measure to fall below, or rise above, a figure. */
export function isMeasured(text: string): boolean {
  return measuresIn(text).length > 0 && (fewer.test(text) || more.test(text))
}

/** Whether the last figure that the news gives in the same unit has passed the one of the trigger. */
export function meets(trigger: string, news: string): boolean {
  const [limit] = measuresIn(trigger)
  if (!limit) return false
  const last = measuresIn(news)
    .filter(({unit}) => unit === limit.unit)
    .at(-1)
  if (!last) return false
  return fewer.test(trigger) ? last.value < limit.value : last.value > limit.value
}

const dayNames = ['sunday', 'monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday']
const weekday = dayNames.join('|')
const span = new RegExp(
  String.raw`\b(?<from>${weekday})\b[^.;]{0,120}?\b(?:until|till|to|back|home|found|returned|turned up)\b[^.;]{0,30}?\b(?<to>${weekday})\b`,
  'i'
)
const lasting = new RegExp(
  String.raw`\b(?<lead>for|gone|away|missing)\s(?:\p{L}+\s){0,2}?(?<count>an?|\d{1,3}|${words})\s(?<unit>hours?|nights?|days?|weeks?)\b(?<run>\s(?:in a row|running|on end|together))?`,
  'giu'
)
/** A night is at least so long, and two of them a day longer. */
const night = 12

/** How long somebody was away, or must be, in hours: “for longer than 24 hours”, “two nights in a row”, “from Friday night until Sunday”. */
export function lengthOf(text: string): number | null {
  const days = span.exec(text)?.groups
  if (days) {
    const [from, to] = [days.from, days.to].map(day => dayNames.indexOf((day ?? '').toLowerCase())) as [number, number]
    const nights = (to - from + 7) % 7
    if (nights > 0) return nights * 24 - night
  }
  for (const {groups, 0: all} of text.matchAll(lasting)) {
    const unit = (groups?.unit ?? '').toLowerCase()
    // “Missing four nights since May”: not one after the other.
    if (!/\bfor\b/i.test(all) && !groups?.run && !/^hour/.test(unit)) continue
    const count = /^an?$/i.test(groups?.count ?? '') ? 1 : (numberOf(groups?.count) ?? 0)
    return /^h/.test(unit) ? count : /^n/.test(unit) ? count * 24 - night : /^d/.test(unit) ? count * 24 : count * 168
  }
  return null
}

const lengths = new RegExp(`\\b(?<count>half an|an?|\\d{1,3}|${words})\\s(?<unit>minutes?|mins?|hours?)\\b`, 'gi')

/** The longest time told in minutes or hours, in minutes. */
export function minutesIn(text: string): number | null {
  const found = [...text.matchAll(lengths)].map(({groups}) => {
    const word = (groups?.count ?? '').toLowerCase()
    const count = word === 'half an' ? 0.5 : /^an?$/.test(word) ? 1 : (numberOf(word) ?? 0)
    return /^h/i.test(groups?.unit ?? '') ? count * 60 : count
  })
  return found.length > 0 ? Math.max(...found) : null
}

const clock = new RegExp(
  String.raw`\b(?:(?<midnight>midnight)|(?:(?<past>half past|quarter past|quarter to)\s)?(?<hour>\d{1,2}|${words})(?:[.:](?<minutes>\d\d))?\s?(?<half>am|pm|in the (?:early )?morning|at night|in the evening)\b)`,
  'gi'
)

/** Times of day as hours, those before noon counted on from the evening before: 2am is 26. */
export function nightHoursIn(text: string): number[] {
  return [...text.matchAll(clock)].flatMap(({groups}) => {
    if (groups?.midnight) return [24]
    const hour = numberOf(groups?.hour)
    if (hour === null || hour > 12) return []
    const isMorning = /^(?:am|in the (?:early )?morning)$/i.test(groups?.half ?? '')
    const past = /^half/i.test(groups?.past ?? '') ? 0.5 : /past$/i.test(groups?.past ?? '') ? 0.25 : groups?.past ? -0.25 : 0
    return [(hour % 12) + (isMorning ? 24 : 12) + Number(groups?.minutes ?? 0) / 60 + past]
  })
}
