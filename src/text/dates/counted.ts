/** Times with a number or a day name in them, which no word list holds: “within 10 working days”, “every other Tuesday”. */
import {after, coming} from './relative.ts'
import type {TimeExpression} from './time-expression.ts'
import {weekdayName} from './written.ts'

const words = ['zero', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten', 'eleven', 'twelve']

// Pieces of the patterns below; each pattern is compiled once.
const number = `(?:\\d{1,3}|an?|${words.slice(1).join('|')})`
const count = `(${number})(?:\\s?(?:-|–|to|or)\\s?(${number}))?`
const period = '(?:working|school|calendar)?\\s?(?:hours?|days?|weeks?|fortnights?|months?|years?|terms?)'
const partOfDay = '(?:school\\s|working\\s|week\\s?)?(?:day|morning|afternoon|evening|night)s?'
const day = `(?:${weekdayName}s?|${partOfDay}|weekends?)`
const occasions = 'visit|session|meeting|core\\sgroup|review|contact|appointment|feed|meal|mealtime|sleep|nap|bath|dose|lesson|shift'
const calendar = 'weeks?|fortnights?|months?|quarters?|terms?|half[\\s-]terms?|years?|hours?|minutes?|times?'
const occasion = `(?:${day}|${calendar}|(?:${occasions})s?)`
const within = '(?:(?:within|in|inside)\\s(?:the\\s)?(?:(?:next|first|following)\\s)?|(?:over|during|for)\\sthe\\snext\\s)'
const notElapsed = '(?!\\s(?:old|ago|running|late|behind|pregnant|in\\sa\\srow|of\\sage))'
const rated = '(?:x|times?|sessions?|visits?|hours?|days?|nights?|mornings?)?'
const unitOfRate = '(?:school\\s)?(?:day|week|fortnight|month|term|half-term|year|night|session|hour)'
const nearby = 'this|next|coming'
const several = '(?:for\\s|up\\sto\\s|over\\s|lasting\\s|x\\s?)?'
const counted = '(?:days|weeks|fortnights|months|terms|sessions?|visits|appointments|lessons|occasions|times|meetings)'
const beforeTime = '(?=[\\s,]{0,2}(?:$|[).,;]|at\\s|\\d|from\\s|am\\b|pm\\b|morning|afternoon|evening))'

interface Reading {
  pattern: RegExp
  /** Every match holds one of these: told much faster. */
  holds: RegExp
  kind: TimeExpression['kind']
  due?(match: RegExpExecArray, today: string): string | null
}

const reading = (kind: Reading['kind'], holds: RegExp, pattern: string, due?: Reading['due']): Reading => ({
  kind,
  holds,
  pattern: new RegExp(pattern, 'gi'),
  ...(due && {due})
})
const byWeekday: Reading['due'] = (match, today) => coming(today, weekdayIndex(match[1] as string))

const aNumber = new RegExp(`\\d|\\b${number}\\b`, 'i')
const aWeekday = /mon|tue|wed|thu|fri|sat|sun/i
const aRate = new RegExp(unitOfRate, 'i')
const readings: readonly Reading[] = [
  // within 10 working days; in the next two weeks; in 2 weeks' time; no later than 3 days before; two weeks after
  reading('deadline', aNumber, `\\b${within}${count}\\s(${period})\\b${notElapsed}['’]?(?:\\stime)?`, dueAfter),
  reading('deadline', /no later than/i, `\\bno later than ${count}\\s(${period})\\b`),
  reading('deadline', aNumber, `\\b${count}\\s(${period})\\s(?:of|from|before|after)\\b`),
  // every other Tuesday; each school morning; every 10 working days; on every SW visit
  reading('frequency', /every|each/i, `\\b(?:every|each)\\s(?!other\\b(?!\\s(?:${day}|week|month)))(?:[\\w’'-]+\\s){0,2}?${occasion}\\b`),
  // twice a week; 3 x per day; once each half-term
  reading('frequency', aRate, `\\b(?:once|twice|${count}\\s?${rated})\\s?(?:an?|per|each|every|\\/)\\s?${unitOfRate}\\b`),
  // 7 or 8 bottles a day; three meals and two snacks a day
  reading(
    'frequency',
    aRate,
    `\\b${count}\\s(?:(?!(?:in|of|for|on|to|at|over|than|within)\\b)[a-z]+\\s){1,2}(?:an?|per|each|every)\\s${unitOfRate}\\b`
  ),
  // 3 weekly; six-monthly; three times weekly; five nights out of seven
  reading('frequency', /(?:hour|day|week|month)ly/i, `\\b${count}[\\s-](?:hour|day|week|month)ly\\b`),
  reading('frequency', /(?:dai|week|month|night)ly/i, `\\b${count}\\s(?:x|times?)\\s(?:daily|weekly|monthly|nightly)\\b`),
  reading('frequency', /of/i, `\\b${count}\\s(?:days?|nights?|mornings?|times?|weeks?)\\s(?:out\\s)?of\\s(?:every\\s)?${number}\\b`),
  // 10-working-day cycle; ten-day visits
  reading(
    'frequency',
    /-(?:day|week)/i,
    `\\b${count}-(?:working[-\\s])?(?:day|week)\\s(?:cycles?|intervals?|rota|rhythm|visits?|pattern)\\b`
  ),
  // Tuesday and Friday; at the centre, Mon to Thu
  reading('frequency', aWeekday, `(?:^|[(,;:]\\s?)${weekdayName}(?:\\s?[,&/]\\s?|\\s(?:and|to)\\s)${weekdayName}\\b`),
  // by Friday; Friday, 3pm
  reading('deadline', aWeekday, `\\b(?:by|on|before|until|till|${nearby})\\s(?:(?:the|${nearby})\\s)?(${weekdayName})\\b`, byWeekday),
  reading('deadline', aWeekday, `(?:^|[(,;:]\\s?)(${weekdayName})\\b${beforeTime}`, byWeekday),
  // for 8 weeks; 6 sessions; up to 3 more visits
  reading('duration', aNumber, `\\b${several}${count}\\s(?:more\\s|further\\s|home\\s|weekly\\s)?${counted}\\b${notElapsed}`, dueAfter)
]
/** Every reading holds one of these; most texts hold none. */
const anyUnit = new RegExp(
  `day|night|morning|afternoon|evening|weekend|${calendar}|${occasions}|occasions?|mon|tue|wed|thu|fri|sat|sun`,
  'i'
)
const notATime = /\b(?:aged?|last|past|previous|born at|previous|after|than|under|over the last)\s$/i

/** What the readings find, overlaps and all. */
export function countedTimes(text: string, today: string | null): TimeExpression[] {
  const found: TimeExpression[] = []
  if (!anyUnit.test(text)) return found
  for (const {pattern, holds, kind, due} of readings) {
    if (!holds.test(text)) continue
    pattern.lastIndex = 0
    for (let match = pattern.exec(text); match; match = pattern.exec(text)) {
      const lead = /^[(,;:]\s?/.exec(match[0])?.[0].length ?? 0
      const start = match.index + lead
      if (kind === 'duration' && notATime.test(text.slice(Math.max(0, start - 20), start))) continue
      found.push({start, end: match.index + match[0].length, kind, due: (today && due?.(match, today)) || null})
    }
  }
  return found
}

function dueAfter(match: RegExpExecArray, today: string): string | null {
  const unit = /(working\s|school\s)?(day|week|fortnight|month|hour)s?\b['’]?(?:\stime)?$/i.exec(match[0])
  const many = numberOf(match[2] ?? match[1] ?? '')
  if (!unit || many === null || unit[1]?.toLowerCase().startsWith('school')) return null
  return after(today, many, unit[1] ? 'working days' : (unit[2] as string).toLowerCase())
}

function numberOf(text: string): number | null {
  if (/^\d+$/.test(text)) return Number(text)
  if (/^an?$/i.test(text)) return 1
  const index = words.indexOf(text.toLowerCase())
  return index < 0 ? null : index
}

function weekdayIndex(name: string): number {
  return ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat'].indexOf(name.slice(0, 3).toLowerCase())
}
