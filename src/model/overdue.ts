/** Whether an action's time had run out on the day the plan was written. */
import words from '../../rules/vocabulary/progress.json' with {type: 'json'}
import {timesIn} from '../text/dates.ts'
import {createMatcher, wordsOf} from '../text/phrases.ts'
import type {Action} from './plan.ts'

const matcher = createMatcher({done: words.done.map(phrase => ({phrase})), notDone: words.notDone.map(phrase => ({phrase}))})

/** The date the action fell due, as written, if that was before `today` and nothing says it was done or booked again; else null. */
export function overdueSince({at, text, timescales, progress}: Action, today: string | null): string | null {
  if (!today) return null
  const dated = timescales.filter(({kind, due}) => (kind === 'date' || kind === 'month' || kind === 'deadline') && due !== null)
  const passed = dated.filter(({due}) => (due as string) < today)
  const first = passed[0]
  if (!first || passed.length < dated.length) return null
  // “Weekly, starting 20 March” and “every time, from 9 June” go on: the date is when they began.
  const by = new RegExp(`\\bby\\s+(?:the\\s+)?${first.text.replace(/[^\p{L}\d]+/gu, '\\W+')}`, 'iu').test(text)
  if (!by && timescales.some(({kind}) => kind === 'frequency' || kind === 'always' || kind === 'vague')) return null
  if (/\b(?:start\w*|from|since|began|beginning)\b[^.]{0,20}$/i.test(text.slice(0, Math.max(0, text.indexOf(first.text))))) return null
  const news = newsOf(text, progress)
  const cells = timescales.map(time => (time.at && time.at.block !== at.block ? time.at.block.text : '')).join('\n')
  if (isDone(text) || isDone(news) || isDone(cells)) return null
  const rebooked = timesIn(news, today).some(({kind, due}) => kind === 'date' && due !== null && due >= today)
  return rebooked ? null : first.text
}

/** The sentences of the progress notes that speak of this action; all of them where none names it. */
function newsOf(action: string, progress: string): string {
  const stems = new Set(
    wordsOf(action)
      .filter(({text}) => text.length > 3)
      .map(({text}) => text.slice(0, 5))
  )
  const sentences = progress.split(/(?<=[.;!?])\s+|\n/).filter(Boolean)
  const names = sentences.map(sentence => wordsOf(sentence).some(({text}) => text.length > 3 && stems.has(text.slice(0, 5))))
  // “Done 9/7/26. Orla has used it twice.”: a bare word of news goes with the sentence beside it.
  const own = sentences.filter((sentence, at) => names[at] || (sentence.split(/\s+/).length <= 3 && (names[at + 1] || names[at - 1])))
  return (own.length > 0 ? own : sentences).join(' ')
}

/** Whether words say that something was done. */
export function isDone(text: string): boolean {
  const found = matcher.match(text)
  const not = found.filter(({list}) => list === 'notDone')
  return (
    found.some(({list, start, end}) => list === 'done' && !not.some(other => other.start <= start && other.end >= end)) ||
    /[✓✔☑☒]/u.test(text)
  )
}
