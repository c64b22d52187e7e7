/** Whether a plan says what its vague wording looks like: in the same sentence, the next one, the cell or the row. */
import {timesIn} from '../text/dates.ts'
import {objectOf} from '../text/objects.ts'
import {wordsOf} from '../text/phrases.ts'
import {sentenceAt} from '../text/reported.ts'
import {isExplained, isMeasured, isSpecific, rowSpeaksOf, saysHowOften} from '../text/specifics.ts'
import type {Plan, Span} from './plan.ts'
import {besides, type PlanText} from './plan-text.ts'
import {beginsWithVerb} from './rows/action-words.ts'
import {crowdKind} from './rows/owners.ts'

/** Subjects on which a time or amount alone says nothing of what is meant. */
const unmeasured = new Set(['home', 'emotional', 'needs'])

/** `isVague` tells whether a range of the block holds more vague wording. */
export function isMadeClear(
  at: Span,
  subject: string,
  text: PlanText,
  plan: Plan,
  isVague: (start: number, end: number) => boolean
): boolean {
  const {block, start, end} = at
  const sentence = sentenceAt(block, start)
  const limit = text.at.start + withoutOwner(block.text.slice(text.at.start, text.at.end), plan).length
  const rest = `${block.text.slice(sentence.start, start)} … ${block.text.slice(end, Math.min(sentence.end, limit))}`
  if (subject === 'monitor') return isMonitoredPlainly(block.text.slice(end, sentence.end), rest, text)
  if (isSpecific(rest, subject) || (!unmeasured.has(subject) && isMeasured(rest))) return true
  const after = block.text.slice(end, limit)
  const holdsVague = (stretch: string): boolean => {
    const from = end + after.indexOf(stretch)
    return isVague(from, from + stretch.length)
  }
  if (isExplained(after, subject, holdsVague)) return true
  const following = block.sentences.find(range => range.start >= sentence.end)
  const next = following ? block.text.slice(following.start, following.end) : ''
  if (isSpecific(next, subject) && !isSomebodyElse(next, block.text.slice(sentence.start, sentence.end), plan)) return true
  return (
    rowSpeaksOf(subject) &&
    besides(text)
      .flatMap(line => line.split(/(?<=[.!?;])\s/))
      .some(line => isSpecific(line, subject))
  )
}

/** `… (Mum, 4 March)` at the end of an action says who and when, not what is meant. */
function withoutOwner(text: string, {people}: Plan): string {
  const bracket = /\s*[([]([^()[\]]{2,70})[)\]][\s.]*$/.exec(text)
  const parts = bracket?.[1]?.split(/[,;]/) ?? []
  const isOwner = (part: string): boolean => wordsOf(part).length <= 6 && (people.mentionsIn(part).length > 0 || crowdKind(part) !== null)
  const isTime = (part: string): boolean => timesIn(part, null).length > 0
  // “left with safe adults (Nan or Aunt Bev)” says who is meant.
  const isTask = beginsWithVerb(text) || parts.some(isTime)
  return bracket && isTask && parts.every(part => isOwner(part) || isTime(part)) ? text.slice(0, bracket.index) : text
}

/** A sentence that begins with a person the one before does not name is about that person's task. */
function isSomebodyElse(next: string, sentence: string, plan: Plan): boolean {
  const first = plan.people.mentionsIn(next).find(({start}) => start === 0)
  return first !== undefined && plan.people.mentionsIn(sentence).every(({person}) => person !== first.person)
}

/** Monitoring is plain where it is said both what is looked at and how often. */
function isMonitoredPlainly(after: string, sentence: string, {action}: PlanText): boolean {
  const object = objectOf(after).trim()
  const often = saysHowOften(sentence) || (action?.timescales.some(({kind}) => kind === 'frequency') ?? false)
  return often && wordsOf(object).length > 0 && !/\b(?:progress|situation|plan|concerns|compliance|family|wellbeing)\b/i.test(object)
}
