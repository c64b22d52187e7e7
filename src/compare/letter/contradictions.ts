/** Asks that cannot both be done: two places at one time, or contact with somebody asked for and forbidden. */
import vocabulary from '../../../rules/compare/letter.json' with {type: 'json'}
import type {Person, Plan} from '../../model/plan.ts'
import {isoDatesIn, weekdayOf} from '../../text/dates.ts'
import {createMatcher} from '../../text/phrases.ts'
import type {Action} from '../things.ts'
import {isNegative} from '../news.ts'
import {likeness, type Weigh} from '../words.ts'

export interface Contradiction {
  first: Action
  second: Action
  /** Whom the contact is with; null where two places are asked for. */
  name: string | null
}

const matcher = createMatcher({contact: vocabulary.contact, unless: vocabulary.unless})

export function contradictionsIn(asks: readonly Action[], letter: Plan, weigh: Weigh): Contradiction[] {
  const found: Contradiction[] = []
  for (const [index, first] of asks.entries()) {
    for (const second of asks.slice(index + 1)) {
      const name = contactOf(first, second, letter)
      if (name) found.push({first, second, name})
      else if (isAtOneTime(first, second) && isOneDoer(first, second) && likeness(first.stems, second.stems, weigh) < 0.8)
        found.push({first, second, name: null})
    }
  }
  return found
}

interface Slot {
  /** ISO day, or number of the weekday. */
  days: (string | number)[]
  clock: number | null
}

const clockTime = /\b(?<hour>\d{1,2})(?:[.:](?<minute>\d{2}))?\s?(?<half>am|pm)\b|\b(?<noon>noon|midday)\b/i
const weekdays = 'sunday monday tuesday wednesday thursday friday saturday'.split(' ')

function slotOf({text, time}: Action): Slot {
  const words = `${text} ${time.text ?? ''}`
  const groups = clockTime.exec(words)?.groups
  const hour = groups?.noon ? 12 : (Number(groups?.hour) % 12) + (groups?.half?.toLowerCase() === 'pm' ? 12 : 0)
  const named = weekdays.flatMap((day, index) => (new RegExp(`\\b${day}s?\\b`, 'i').test(words) ? [index] : []))
  const dates = isoDatesIn(words).map(({iso}) => iso)
  const starts = /\b(?:from|starting|until)\b/i.test(words)
  return {
    days: named.length > 0 && starts ? named : dates.length > 0 ? dates : named,
    clock: groups ? hour * 60 + Number(groups.minute ?? 0) : null
  }
}

/** The same time of day on a day that can be the same. */
function isAtOneTime(first: Action, second: Action): boolean {
  const [a, b] = [slotOf(first), slotOf(second)]
  if (a.clock === null || a.clock !== b.clock) return false
  return a.days.some(day => b.days.some(other => isSameDay(day, other)))
}

function isSameDay(a: string | number, b: string | number): boolean {
  if (typeof a === typeof b) return a === b
  const [iso, weekday] = typeof a === 'string' ? [a, b] : [b, a]
  return weekdayOf(String(iso)) === weekday
}

/** Where each names its doer and they are different people, each can be somewhere else. */
function isOneDoer({ownerStems: a}: Action, {ownerStems: b}: Action): boolean {
  return a.size === 0 || b.size === 0 || [...a].some(stem => b.has(stem))
}

/** Whom one ask forbids and the other asks to meet, ring or see. */
function contactOf(first: Action, second: Action, letter: Plan): string | null {
  if (isNegative(first.text) === isNegative(second.text) || !isOneDoer(first, second)) return null
  const [a, b] = [peopleMet(first, letter), peopleMet(second, letter)]
  return a.find(person => b.includes(person))?.name ?? firstShared(first, second)
}

/** People named after a word for contact. Contact at a certain place or with somebody there is no contradiction. */
function peopleMet({text}: Action, {people}: Plan): Person[] {
  const found = matcher.match(text)
  const contact = found.find(({list}) => list === 'contact')
  if (!contact || found.some(({list, start}) => list === 'unless' && start > contact.end)) return []
  return people
    .mentionsIn(text)
    .filter(({start, end}) => start >= contact.end && (text[end] ?? ' ') !== "'" && (text[end] ?? ' ') !== '’')
    .map(({person}) => person)
}

const namedAfter = /\b\p{Lu}\p{Ll}+\b/gu

/** Somebody the model does not know, by the same capital letters in both. */
function firstShared(first: Action, second: Action): string | null {
  const [a, b] = [strangers(first), strangers(second)]
  return a.find(name => b.includes(name)) ?? null
}

function strangers({text}: Action): string[] {
  const found = matcher.match(text)
  const contact = found.find(({list}) => list === 'contact')
  if (!contact || found.some(({list, start}) => list === 'unless' && start > contact.end)) return []
  return [...text.slice(contact.end).matchAll(namedAfter)]
    .map(([name]) => name)
    .filter(name => !weekdays.includes(name.toLowerCase().replace(/s$/, '')))
}
