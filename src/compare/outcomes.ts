/** Whether what a plan aims for in the child's life became weaker: gone, a task, without a number, or in words nobody could check. */
import words from '../../rules/compare/weaker.json' with {type: 'json'}
import vagueWording from '../../plugins/vague-wording.ts'
import {prepareRules, runRules} from '../engine/run-rule.ts'
import {outcomeKind} from '../model/child-link.ts'
import type {Plan} from '../model/plan.ts'
import {datesIn, timesIn} from '../text/dates.ts'
import {createMatcher, wordsOf} from '../text/phrases.ts'
import type {Worded} from './things.ts'
import {coverage, type Weigh} from './words.ts'

export type Weakness = 'gone' | 'task' | 'uncounted' | 'vague'

const matcher = createMatcher({vague: words.vague})
const ruleSet = prepareRules([vagueWording])

/** How many vague phrases a text of the plan holds, by the rule `vague-wording` and by the words above. */
export function vaguenessOf(plan: Plan): (outcome: Worded) => number {
  const spans = runRules(plan, ruleSet).flatMap(({span}) => (span ? [span] : []))
  return ({at, text}) => {
    const found = spans.filter(({block, start, end}) => block === at.block && start >= at.start && end <= at.end).length
    return found + matcher.match(text).length
  }
}

/** Numbers, amounts, days and how often: what can be counted or looked up. */
function measures(text: string): number {
  const times = timesIn(text, null).filter(({kind}) => kind !== 'vague' && kind !== 'blank')
  const covered = [...times, ...datesIn(text, null)]
  const numbers = wordsOf(text).filter(
    ({text: word, start, end}) =>
      (/\d/.test(word) || numberWords.has(word)) && !covered.some(time => start >= time.start && end <= time.end)
  )
  return times.length + numbers.length
}

const numberWords = new Set(
  'two three four five six seven eight nine ten once twice half nobody nothing none every each whole always never'.split(' ')
)

/** A text that keeps this much of the older one says the same. */
const same = 0.75

export interface Settings {
  before: Plan
  after: Plan
  vagueBefore: (outcome: Worded) => number
  vagueAfter: (outcome: Worded) => number
  weigh: Weigh
}

/** Null unless the newer outcomes ask for less. */
export function weaknessOf(before: readonly Worded[], after: readonly Worded[], settings: Settings): Weakness | null {
  if (before.length === 0) return null
  if (after.length === 0) return 'gone'
  const [older, newer] = [joined(before), joined(after)]
  const wasChild = outcomeKind(older.text, settings.before) === 'child'
  if (wasChild && outcomeKind(newer.text, settings.after) !== 'child') return 'task'
  if (coverage(older.stems, newer.stems, settings.weigh) >= same && measures(newer.text) > 0) return null
  const [vagueBefore, vagueAfter] = [sum(before, settings.vagueBefore), sum(after, settings.vagueAfter)]
  if (coverage(older.stems, newer.stems, settings.weigh) >= same && vagueAfter <= vagueBefore) return null
  if (measures(older.text) > 0 && measures(newer.text) === 0) return 'uncounted'
  return vagueAfter > vagueBefore ? 'vague' : null
}

function joined(parts: readonly Worded[]): {text: string; stems: ReadonlySet<string>} {
  return {text: parts.map(({text}) => text).join(' '), stems: new Set(parts.flatMap(({stems}) => [...stems]))}
}

function sum(parts: readonly Worded[], of: (part: Worded) => number): number {
  return parts.reduce((total, part) => total + of(part), 0)
}
