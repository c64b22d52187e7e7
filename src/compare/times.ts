/** By when an action is to be done, version by version. */
import type {Action} from '../model/plan.ts'
import {isoDatesIn, timesIn} from '../text/dates.ts'

export interface Time {
  /** As written; null if nothing is. */
  text: string | null
  /** The last day, or the first day of what is repeated; ISO. */
  day: string | null
  /** Says how often, or until when: there is nothing to be late with. */
  repeats: boolean
}

/** A cell, label or bracket of its own tells before the words of the action do. */
export function timeOf({timescales, at}: Action, rest: {time: string | null}, today: string | null): Time {
  const beside = timescales.filter(time => time.at && time.at.block !== at.block)
  const texts =
    beside.length > 0
      ? [
          ...new Set(
            beside.map(({at: place, text}) =>
              place ? place.block.text.slice(place.block.labelEnd).trim() || place.block.text.trim() : text
            )
          )
        ]
      : rest.time
        ? [rest.time]
        : []
  if (texts.length > 0) return readTime(texts.join('; '), today)
  const own = timescales.filter(({kind}) => kind !== 'blank')
  if (own.length === 0) return {text: null, day: null, repeats: false}
  const day = own.map(({due}) => due).find(due => due !== null) ?? isoDatesIn(at.block.text.slice(at.start, at.end), today)[0]?.iso ?? null
  return {text: own.map(({text}) => text).join(', '), day, repeats: own.some(repeatsIn)}
}

/** The time that a text of its own gives. */
export function readTime(text: string, today: string | null): Time {
  const times = timesIn(text, today)
  const written = isoDatesIn(text, today)[0]?.iso ?? null
  const day = times.map(({due}) => due).find(due => due !== null) ?? written
  const isBlank = times.length > 0 && times.every(({kind}) => kind === 'blank')
  return {text: isBlank || !text.trim() ? null : text.trim().replace(/\.$/, ''), day, repeats: times.some(repeatsIn)}
}

function repeatsIn({kind, due}: {kind: string; due: string | null}): boolean {
  return kind === 'frequency' || kind === 'always' || ((kind === 'deadline' || kind === 'event' || kind === 'duration') && due === null)
}

/** Whether the time is later than before, or gone. */
export function hasSlipped(before: Time, after: Time): boolean {
  if (before.day && after.day) return after.day > before.day
  if (after.day || after.repeats) return false
  return before.day !== null || before.repeats
}
