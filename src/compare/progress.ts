/** What the note beside an action says of it: whether it is done, or goes on. */
import notes from '../../rules/compare/progress.json' with {type: 'json'}
import {isDone} from '../model/overdue.ts'
import {createMatcher} from '../text/phrases.ts'
import {tellsHandover} from './handover.ts'
import {isNegative, speaksOfPast} from './news.ts'
import type {Time} from './times.ts'

const matcher = createMatcher({over: notes.over, goesOn: notes.goesOn, again: notes.again})

function says(list: 'over' | 'goesOn' | 'again', text: string): boolean {
  return matcher.match(text).some(found => found.list === list)
}

/** `The new appointment is 3 June`: what is booked again was not done. */
export function isBookedAgain(text: string): boolean {
  return says('again', text)
}

/** `New`, `New this time`. */
const onlyNew = /^\s*new\b\W*(?:\w+\W*){0,2}$/i

/** A sentence that is nothing but `Done`, `Completed 3 May`, `Closed`. */
const bare =
  /(?:^|[.;!\n]\s*)(?:all\s+|now\s+|action\s+)?(?:done|completed?|closed|achieved|finished|ended|attended|held|happened|went ahead|took place)(?:\s+(?:on|in|by|at|since)?\s*[\w\s/]{0,25})?\s*(?=[.;,!\n]|\s[-–—]\s|$)/i

const state = /\b(?:in place|up to date)\b/i

/**
 * Whether an action is done, by the note beside it. What is to be done again and again is not done by having been done so far, nor is what
 * has a day still to come by a first step.
 */
export function isFinished(note: string, time: Time, today: string | null): boolean {
  if (!note.trim()) return false
  if (says('over', note)) return true
  if (time.isFrequency) return false
  if (says('goesOn', note) || onlyNew.test(note)) return false
  if (bare.test(note)) return true
  // “In place” ends what had a day, not what is to be so from now on.
  if (time.day === null && time.text !== null && state.test(note)) return false
  if (time.day !== null && today !== null && time.day > today) return false
  if (isDone(note)) return !tellsHandover(note)
  // A row that has lost its date tells how the action ended.
  return time.text === null && speaksOfPast(note) && !isNegative(note) && !tellsHandover(note)
}
