/** Asks that cannot both be done: two places at one time, or contact with somebody asked for and forbidden. */
import vocabulary from '../../../rules/compare/letter.json' with {type: 'json'}
import type {Plan} from '../../model/plan.ts'
import {createMatcher, type Match} from '../../text/phrases.ts'
import type {Action} from '../things.ts'
import {likeness, type Weigh} from '../words.ts'
import {isAgainst} from './alike.ts'
import {overlaps, slotOf} from './slots.ts'

export interface Contradiction {
  first: Action
  second: Action
  /** Whom the contact is with; null where two places are asked for. */
  name: string | null
}

const matcher = createMatcher({
  forbid: vocabulary.forbid,
  contact: vocabulary.contact,
  unless: vocabulary.unless,
  later: vocabulary.later,
  remote: vocabulary.remote
})

export function contradictionsIn(asks: readonly Action[], letter: Plan, weigh: Weigh): Contradiction[] {
  const found: Contradiction[] = []
  for (const [index, first] of asks.entries()) {
    for (const second of asks.slice(index + 1)) {
      if (!isOneDoer(first, second)) continue
      const name = contactOf(first, second, letter)
      if (name) found.push({first, second, name})
      else if (isAtOneTime(first, second, weigh)) found.push({first, second, name: null})
    }
  }
  return found
}

/** Two places at hours that cannot both be kept. What can be done from anywhere, or must be left undone, has no place. */
function isAtOneTime(first: Action, second: Action, weigh: Weigh): boolean {
  const [a, b] = [slotOf(first), slotOf(second)]
  if (!overlaps(a, b) || likeness(first.stems, second.stems, weigh) >= 0.8) return false
  if ([first, second].some(({text}) => isAgainst(text) || startsWith(text, 'remote'))) return false
  return a.from === b.from || !placesOf(first).some(place => placesOf(second).includes(place))
}

function startsWith(text: string, wanted: string): boolean {
  const body = text.replace(/^[^:]{1,30}:\s*/, '')
  return matcher.match(body).some(({list, start}) => list === wanted && start <= 3)
}

const place = /\b(?:at|in|to)\s+(?:the\s+)?(?<name>\p{Lu}\p{L}+(?:\s\p{Lu}\p{L}+)*)/gu

function placesOf({text}: Action): string[] {
  return [...text.matchAll(place)].map(({groups}) => groups?.name as string)
}

/** Where each names its doer and they are different people, each can be somewhere else. */
function isOneDoer({ownerStems: a}: Action, {ownerStems: b}: Action): boolean {
  return a.size === 0 || b.size === 0 || [...a].some(stem => b.has(stem))
}

/** Whom one ask forbids and the other asks to meet, ring, fetch or care for. */
function contactOf(first: Action, second: Action, letter: Plan): string | null {
  for (const [no, yes] of [
    [first, second],
    [second, first]
  ] as const) {
    const forbidden = forbiddenIn(no.text, yes.text)
    if (!forbidden || isForbidding(yes.text)) continue
    const contact = contactIn(yes.text)
    if (!contact) continue
    const met = namesIn(yes.text, contact.end, letter)
    const name = namesIn(no.text, forbidden.start, letter).find(other => met.includes(other))
    if (name) return name
  }
  return null
}

function isForbidding(text: string): boolean {
  return isAgainst(text) || matcher.match(text).some(({list}) => list === 'forbid')
}

/** The words that forbid contact for good. Contact at a certain place or with somebody there is no contradiction. */
function forbiddenIn(text: string, other: string): Match | null {
  const found = matcher.match(text)
  const forbid = found.find(({list}) => list === 'forbid')
  const exception = found.find(({list, entry, start}) => list === 'unless' && forbid && start > forbid.start && !isTerm(entry, other))
  return exception || !forbid ? null : forbid
}

/** `Until the assessment is finished` leaves nothing open for an ask that does not wait for anything. */
function isTerm(entry: Match['entry'], other: string): boolean {
  return entry.until === true && !matcher.match(other).some(({list}) => list === 'later')
}

/** Who is let or asked to do something meets the others, not the parent. */
const another = /^\s*(?:[^:]{1,30}:\s*)?(?:please\s+)?(?:let|ask|allow)\s/i

function contactIn(text: string): Match | null {
  if (another.test(text)) return null
  const found = matcher.match(text)
  const contact = found.find(({list}) => list === 'contact')
  return !contact || found.some(({list, start, entry}) => list === 'unless' && entry.until !== true && start > contact.end) ? null : contact
}

const capital = /\b\p{Lu}\p{Ll}+\b/gu
const ordinary = /^(?:sun|mon|tues|wednes|thurs|fri|satur)days?$|^(?:january|february|march|april|may|june|july|august|september|october|november|december)$/i
const allChildren = /\b(?:the|your|both|any of the|all (?:the|your)|all (?:three|four) of the) (?:children|kids|boys|girls|twins)\b/i
const owned = /^['’]/

/** People, as the model knows them or by their capital letters, after an offset. Nobody is met by what is theirs: `Wayne's key`. */
function namesIn(text: string, from: number, {people, children}: Plan): string[] {
  const known = people
    .mentionsIn(text)
    .filter(({start, end}) => start >= from && !owned.test(text.slice(end)))
    .map(({person}) => person.name)
  const group = allChildren.test(text.slice(from)) ? children.map(({name}) => name) : []
  const strangers = [...text.matchAll(capital)]
    .filter(({index, 0: word}) => index >= from && index > 0 && !ordinary.test(word) && !owned.test(text.slice(index + word.length)))
    .map(([word]) => word)
  return [...known, ...group, ...strangers]
}
