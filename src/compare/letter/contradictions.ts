/** Asks that cannot both be done: two places at one time, or contact with somebody asked for and forbidden. */
import vocabulary from '../../../rules/compare/letter.json' with {type: 'json'}
import type {People} from '../../model/plan.ts'
import {createMatcher, type Match} from '../../text/phrases.ts'
import type {Action} from '../things.ts'
import {likeness, type Weigh} from '../words.ts'
import {isAgainst, isForbiddenPlace} from './against.ts'
import {overlaps, type Slot, slotOf} from './slots.ts'

export interface Contradiction {
  first: Action
  second: Action
  part: 'contact' | 'away' | 'places'
  /** Whom the contact is with. */
  name: string | null
}

const matcher = createMatcher({
  forbid: vocabulary.forbid,
  contact: vocabulary.contact,
  unless: vocabulary.unless,
  matters: vocabulary.matters,
  later: vocabulary.later,
  remote: vocabulary.remote,
  keepOut: vocabulary.keepOut,
  keepApart: vocabulary.keepApart,
  bringIn: vocabulary.bringIn,
  goes: vocabulary.goes,
  routine: vocabulary.routine,
  forbidAlone: vocabulary.forbidAlone,
  caresAlone: vocabulary.caresAlone
})

export function contradictionsIn(asks: readonly Action[], letter: People, weigh: Weigh): Contradiction[] {
  const found: Contradiction[] = []
  for (const [index, first] of asks.entries()) {
    for (const second of asks.slice(index + 1)) {
      const name =
        keptOut(first, second, letter) ??
        keptApart(first, second, letter) ??
        (isOneDoer(first, second) ? contactOf(first, second, letter) : null)
      if (name) found.push({first, second, part: 'contact', name})
      else if (!isOneDoer(first, second)) continue
      else if (isForbiddenPlace(first.text, second.text)) found.push({first, second, part: 'away', name: null})
      else if (isAtOneTime(first, second, weigh)) found.push({first, second, part: 'places', name: null})
    }
  }
  return found
}

/** Two places at hours that cannot both be kept. What can be done from anywhere, or must be left undone, has no place. */
function isAtOneTime(first: Action, second: Action, weigh: Weigh): boolean {
  const [a, b] = [homeSlot(first) ?? slotOf(first), homeSlot(second) ?? slotOf(second)]
  if (!overlaps(a, b) || likeness(first.stems, second.stems, weigh) >= 0.8) return false
  const isSomewhere = (ask: Action): boolean =>
    homeSlot(ask) !== null || !(isAgainst(ask.text) || startsWith(ask.text, 'remote') || !goesSomewhere(ask.text))
  if (!isSomewhere(first) || !isSomewhere(second)) return false
  return a.from === b.from || !placesOf(first).some(place => placesOf(second).includes(place))
}

const staysIn =
  /\b(?:be|stay|remain)\s(?:at home|in|indoors|home)\b.*\b(?:from|after)\s\S*\d|\bnot (?:to )?(?:go out|be out|leave (?:the|your) (?:house|home|flat))\b.*\b(?:after|from)\s\S*\d/i

/** `Be at home from 6pm`, `do not go out after 8pm`: to the end of the day; every day if none is named. */
function homeSlot(ask: Action): Slot | null {
  const slot = slotOf(ask)
  if (slot.from === null || slot.to !== null || !staysIn.test(ask.text)) return null
  return {...slot, days: slot.days.length > 0 ? slot.days : [0, 1, 2, 3, 4, 5, 6], to: 24 * 60, isLimit: false}
}

/** What is done at home as part of the day can be done elsewhere that day. */
function goesSomewhere(text: string): boolean {
  const found = matcher.match(text)
  return found.some(({list}) => list === 'goes')
    ? !(isGiven.test(text) && found.some(({list}) => list === 'routine'))
    : /\bat (?:home|the)\b/i.test(text)
}

const isGiven = /^\s*(?:[^:]{1,30}:\s*)?(?:give|take|have|do|brush|wash|get)\b/i

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
function contactOf(first: Action, second: Action, letter: People): string | null {
  for (const [no, yes] of [
    [first, second],
    [second, first]
  ] as const) {
    const forbidden = forbiddenIn(no.text, yes.text)
    if (!forbidden || isForbidding(yes.text) || isBetweenOthers(no.text, letter)) continue
    const contact = contactIn(yes.text)
    const met = [...(contact ? namesIn(yes.text, contact.end, letter) : []), ...(hasException(yes.text) ? [] : metIn(yes.text, letter))]
    const named = namesIn(no.text, forbidden.start, letter)
    // `Block Neil’s number and do not contact him.`
    const meant = named.length > 0 || !/\b(?:him|her|them)\b/.test(no.text.slice(forbidden.start)) ? named : everybodyIn(no.text)
    const name = meant.find(other => met.includes(other))
    if (name) return name
  }
  return null
}

function everybodyIn(text: string): string[] {
  return [...text.matchAll(capital)].filter(({index, 0: word}) => index > 0 && !ordinary.test(word)).map(([word]) => word)
}

function isForbidding(text: string): boolean {
  return isAgainst(text) || matcher.match(text).some(({list}) => list === 'forbid')
}

/** The words that forbid contact for good. Contact at a certain place or with somebody there is no contradiction. */
function forbiddenIn(text: string, other: string): Match | null {
  const found = matcher.match(text)
  const forbid = found.find(({list}) => list === 'forbid')
  const exception = found.find(({list, entry, start}) => list === 'unless' && forbid && start > forbid.start && !isTerm(entry, other))
  // `Do not talk to Mia about the court` forbids a matter, not Mia.
  const matter = found.some(({list, start}) => list === 'matters' && forbid && start > forbid.start)
  return exception || matter || !forbid ? null : forbid
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
  return !contact || hasException(text) ? null : contact
}

function hasException(text: string): boolean {
  return matcher.match(text).some(({list, entry}) => list === 'unless' && entry.until !== true)
}

/** Who is asked to do something, who comes along, and at whose home it is: `Let Neil …`, `with Neil`, `at Neil's`. */
const metBy =
  /(?:^(?:[^:]{1,30}:\s*)?(?:Let|Ask|Have|Invite|Get)|\b(?:with|and))\s+(?:your \p{L}+ )?(?<name>\p{Lu}\p{Ll}+)(?!['’]|\p{L})|\b(?:at|to|round)\s+(?<host>\p{Lu}\p{Ll}+)['’]s?(?:\s(?:house|home|flat|place)\b|(?=\s*[.,;]|\s*$|\s(?:on|at|every|each|in|for)\b))/gu

function metIn(text: string, letter: People): string[] {
  return [...text.matchAll(metBy)].flatMap(({groups}) => namesIn(`- ${groups?.name ?? groups?.host}`, 1, letter))
}

/** Whom the parent is to let or ask to do something. */
const letDo = /^(?:[^:]{1,30}:\s*)?(?:let|ask|have|invite|get|allow)\s+(?:your \p{L}+ )?(?<name>\p{Lu}\p{Ll}+)\b(?!['’])/iu

function askedIn(text: string, letter: People): string[] {
  const name = letDo.exec(text)?.groups?.name
  return name && /^\p{Lu}/u.test(name) ? namesIn(`- ${name}`, 1, letter) : []
}

function adultsIn(text: string, letter: People): string[] {
  const children = new Set(letter.children.flatMap(({name, given}) => [name, given]))
  return namesIn(`- ${text}`, 1, letter).filter(name => !children.has(name))
}

/** Somebody is to be kept out of the home and to be asked in, or never to be alone with the children and to mind them. */
function keptOut(first: Action, second: Action, letter: People): string | null {
  for (const [no, yes] of [
    [first, second],
    [second, first]
  ] as const) {
    const isOut = listed(no.text, 'keepOut') && listed(yes.text, 'bringIn')
    const isAlone = listed(no.text, 'forbidAlone') && listed(yes.text, 'caresAlone')
    if ((!isOut && !isAlone) || isAgainst(yes.text) || hasException(no.text) || hasException(yes.text)) continue
    const asked = askedIn(yes.text, letter)
    const name = adultsIn(no.text, letter).find(other => asked.includes(other))
    if (name) return name
  }
  return null
}

/** The children are to be kept from somebody, and to be brought to that person: wherever that is, and whoever watches. */
function keptApart(first: Action, second: Action, letter: People): string | null {
  for (const [no, yes] of [
    [first, second],
    [second, first]
  ] as const) {
    if (!isBetweenOthers(no.text, letter) || isForbidding(yes.text) || forbiddenTerm(no.text, yes.text)) continue
    const [kept, brought] = [childrenNamed(no.text, letter), childrenNamed(yes.text, letter)]
    if (!kept.some(child => brought.includes(child))) continue
    const others = namesIn(no.text, listed(no.text, 'keepApart')?.start ?? 0, letter).filter(name => !isChild(name, letter))
    const met = [
      ...[...yes.text.matchAll(metWith)].flatMap(({groups}) => whoIs(groups?.name ?? '', others, letter)),
      ...(hasException(yes.text) ? [] : askedIn(yes.text, letter))
    ]
    const name = others.find(other => met.includes(other))
    if (name) return name
  }
  return null
}

/** `Except at the contact centre`, and `until …` where the other ask waits too. */
function forbiddenTerm(text: string, other: string): boolean {
  return matcher.match(text).some(({list, entry}) => list === 'unless' && !isTerm(entry, other))
}

/** Forbids what children and somebody else do, not what the parent does: `Make sure that the children do not see Neil`. */
function isBetweenOthers(text: string, letter: People): boolean {
  const match = listed(text, 'keepApart')
  if (!match || childrenNamed(text, letter).length === 0) return false
  return (
    letsOther.test(text) || noChild.test(text) || childrenNamed(text.slice(0, match.start), letter).length > 0 || match.entry.apart === true
  )
}

const letsOther =
  /\b(?:let|allow|permit)\s+(?:\p{Lu}\p{Ll}+|(?:the|your|either|any of the|his|her|their|my)\s(?:\p{Ll}+\s)?(?:children|child|boys|girls|twins|baby))\b/u
const anyChild = /\b(?:neither|no|each|either|any|the|none of (?:the|your)) (?:child|children|boy|girl|boys|girls|twins|twin)\b/i
const noChild = /\b(?:neither|no|none of (?:the|your)) (?:child|children|boy|girl|boys|girls|twins|twin)\b/i
const metWith =
  /\b(?:see|sees|seeing|meet|meets|meeting|with|to|visit|visits|visiting|ring|rings|phone|phones|call|calls|and)\s+(?:(?:his|her|their|your|the)\s+)?(?<name>\p{Lu}\p{Ll}+|dad|daddy|father|mum|mummy|mother)\b(?!['’])/gu

function childrenNamed(text: string, {children, mentionsIn}: People): string[] {
  if (allChildren.test(text) || anyChild.test(text)) return children.map(({name}) => name)
  return mentionsIn(text).flatMap(({person}) => (person.kind === 'child' ? [person.name] : []))
}

function isChild(name: string, {children}: People): boolean {
  return children.some(child => child.name === name || child.given === name)
}

/** `Her dad` is the father of the documents, or the man who has the family name of the mother they are written to. */
function whoIs(word: string, banned: readonly string[], letter: People): string[] {
  if (/^\p{Lu}/u.test(word)) return namesIn(`- ${word}`, 1, letter)
  const isMan = /^(?:dad|daddy|father)$/.test(word)
  const parents = letter.parents
    .filter(({sex}) => sex === (isMan ? 'male' : 'female'))
    .flatMap(({name}) => [name, name.split(' ')[0] as string])
  const title = isMan ? /^mr\s/i : /^(?:mrs|ms|miss)\s/i
  const families = new Set(letter.parents.map(({name}) => name.split(' ').at(-1)))
  const spouses = letter.others.filter(({name}) => title.test(name)).map(({name}) => name.split(' ').at(-1) as string)
  return [...parents, ...(spouses.some(family => families.has(family) && banned.some(name => name.endsWith(family))) ? banned : [])]
}

function listed(text: string, wanted: string): Match | undefined {
  return matcher.match(text).find(({list}) => list === wanted)
}

const capital = /\b\p{Lu}\p{Ll}+\b/gu
const ordinary =
  /^(?:sun|mon|tues|wednes|thurs|fri|satur)days?$|^(?:january|february|march|april|may|june|july|august|september|october|november|december)$/i
const allChildren = /\b(?:the|your|both|any of the|all (?:the|your)|all (?:three|four) of the) (?:children|kids|boys|girls|twins)\b/i
const owned = /^['’]/

/** People, as the model knows them or by their capital letters, after an offset. Nobody is met by what is theirs: `Wayne's key`. */
function namesIn(text: string, from: number, people: People): string[] {
  const known = people
    .mentionsIn(text)
    .filter(({start, end}) => start >= from && !owned.test(text.slice(end)))
    .map(({person}) => person.name)
  const group = allChildren.test(text.slice(from)) ? people.children.map(({name}) => name) : []
  const strangers = [...text.matchAll(capital)]
    .filter(({index, 0: word}) => index >= from && index > 0 && !ordinary.test(word) && !owned.test(text.slice(index + word.length)))
    .map(([word]) => word)
  return [...known, ...group, ...strangers]
}
