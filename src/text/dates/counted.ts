/** Times with a number or a day name in them, which no word list can hold: “within 10 working days”, “every other Tuesday”, “6 sessions”. */
import {after, coming} from './relative.ts'
import type {TimeExpression} from './time-expression.ts'
import {weekdayName} from './written.ts'

const words = ['zero', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten', 'eleven', 'twelve']
const number = `(?:\\d{1,3}|an?|${words.slice(1).join('|')})`
const count = `(${number})(?:\\s?(?:-|–|to|or)\\s?(${number}))?`
const period = '(?:working|school|calendar)?\\s?(?:hours?|days?|weeks?|fortnights?|months?|years?|terms?)'
const day = `(?:${weekdayName}s?|(?:school\\s|working\\s|week\\s?)?(?:day|morning|afternoon|evening|night)s?|weekends?)`
const recurring = 'time|visit|session|meeting|core\\sgroup|review|contact|appointment|feed|meal|mealtime|sleep|nap|bedtime|bath|dose|lesson|half[\\s-]term|shift'
const occasion = `(?:${day}|weeks?|fortnights?|months?|quarters?|terms?|years?|hours?|minutes?|(?:${recurring})s?)`

interface Reading {
  pattern: RegExp
  kind: TimeExpression['kind']
  due?(match: RegExpExecArray, today: string): string | null
}

const readings: readonly Reading[] = [
  {
    // within 10 working days; in the next two weeks; in 2 weeks' time
    pattern: new RegExp(`\\b(?:(?:within|in|inside)\\s(?:the\\s)?(?:(?:next|first|following)\\s)?|(?:over|during|for)\\sthe\\snext\\s)${count}\\s(${period})\\b(?!\\s(?:old|ago|running|late|behind))['’]?(?:\\stime)?`, 'giu'),
    kind: 'deadline',
    due: dueAfter
  },
  {pattern: new RegExp(`\\bno later than ${count}\\s(${period})\\b|\\b${count}\\s(${period})\\s(?:of|from|before|after)\\b`, 'giu'), kind: 'deadline'},
  {
    // every other Tuesday, each school morning, every 10 working days, on every SW visit
    pattern: new RegExp(`\\b(?:every|each)\\s(?!other\\b(?!\\s(?:${day}|week|month)))(?:[\\w’'-]+\\s){0,2}?${occasion}\\b`, 'giu'),
    kind: 'frequency'
  },
  {pattern: new RegExp(`\\b(?:once|twice|${count}\\s?(?:x|times?|sessions?|visits?|hours?|days?|nights?|mornings?)?)\\s?(?:an?|per|each|every|\\/)\\s?(?:school\\s)?(?:day|week|fortnight|month|term|half-term|year|night|session|hour)\\b`, 'giu'), kind: 'frequency'},
  {pattern: new RegExp(`\\b${count}[\\s-](?:hour|day|week|month)ly\\b|\\b${count}\\s(?:x|times?)\\s(?:daily|weekly|monthly|nightly)\\b`, 'giu'), kind: 'frequency'},
  {pattern: new RegExp(`\\b${count}\\s(?:days?|nights?|mornings?|times?|weeks?)\\s(?:out\\s)?of\\s(?:every\\s)?(?:${number})\\b`, 'giu'), kind: 'frequency'},
  {
    pattern: new RegExp(`\\b(?:by|on|before|until|till|this|next|coming)\\s(?:the\\s|this\\s|next\\s|coming\\s)?(${weekdayName})\\b`, 'giu'),
    kind: 'deadline',
    due: (match, today) => coming(today, weekdayIndex(match[1] as string))
  },
  {
    pattern: new RegExp(`(?:^|[(,;:]\\s?)(${weekdayName})\\b(?=[\\s,]{0,2}(?:$|[).,;]|at\\s|\\d|from\\s|am\\b|pm\\b|morning|afternoon|evening))`, 'giu'),
    kind: 'deadline',
    due: (match, today) => coming(today, weekdayIndex(match[1] as string))
  },
  {
    pattern: new RegExp(`\\b(?:for\\s|up\\sto\\s|over\\s|lasting\\s|x\\s?)?${count}\\s(?:more\\s|further\\s|home\\s|weekly\\s)?(?:days|weeks|fortnights|months|terms|sessions?|visits|appointments|lessons|occasions|times|meetings)\\b(?!\\s(?:old|ago|running|in\\sa\\srow|late|behind|pregnant|of\\sage))`, 'giu'),
    kind: 'duration',
    due: dueAfter
  }
]
const notATime = /\b(?:aged?|last|past|previous|born at|previous|after|than|under|over the last)\s$/i

/** What the readings find, overlaps and all. */
export function* countedTimes(text: string, today: string | null): Generator<TimeExpression> {
  for (const {pattern, kind, due} of readings) {
    for (const match of text.matchAll(pattern)) {
      const lead = /^[(,;:]\s?/.exec(match[0])?.[0].length ?? 0
      const start = match.index + lead
      if (kind === 'duration' && notATime.test(text.slice(Math.max(0, start - 20), start))) continue
      yield {start, end: match.index + match[0].length, kind, due: (today && due?.(match, today)) || null}
    }
  }
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
