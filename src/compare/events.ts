/** Whether a sentence of the newer document tells, in whatever words, that what a trigger waits for has happened. */
import rules from '../../rules/compare/triggers.json' with {type: 'json'}
import type {Person, Plan, Span} from '../model/plan.ts'
import {textOf, trimmed} from '../model/spans.ts'
import {datesIn} from '../text/dates.ts'
import {createMatcher, type PhraseEntry, wordsOf} from '../text/phrases.ts'
import {countsIn, hasReached, isMeasured, leastOf, meets} from './counts.ts'
import {type Line, speaksOfFuture, speaksOfPast} from './news.ts'
import type {Namer} from './people.ts'
import type {Version} from './version.ts'
import {coverage, type Stems, stemsOf, weightOf, type Weigh} from './words.ts'

interface Concept {
  id: string
  both?: string[]
  waits?: string[]
  tells?: string[]
  implies?: string[]
  instead?: string[]
  ordered?: boolean
  full?: boolean
  weak?: boolean
  place?: boolean
}

interface Found {
  id: string
  start: number
  end: number
}

interface Phrase extends PhraseEntry {
  id: string
}

const concepts = new Map((rules.concepts as Concept[]).map(concept => [concept.id, concept]))

/** A list for each concept: of two that match at one place both count. */
function listsOf(kinds: readonly ('both' | 'waits' | 'tells')[]): Record<string, Phrase[]> {
  return Object.fromEntries(
    [...concepts.values()].map(concept => [
      concept.id,
      kinds.flatMap(kind => (concept[kind] ?? []).map(phrase => ({phrase, id: concept.id})))
    ])
  )
}

const waiting = createMatcher(listsOf(['both', 'waits']))
const telling = createMatcher(listsOf(['both', 'tells']))
const phrasesOf = (lines: readonly string[]): PhraseEntry[] => lines.map(phrase => ({phrase}))
const signs = createMatcher({
  denied: phrasesOf(rules.denied),
  habit: phrasesOf(rules.habit),
  children: phrasesOf(rules.children),
  parents: phrasesOf(rules.parents)
})
const heads = new Map(
  rules.same.flatMap(line => {
    const words = [...stemsOf(line)]
    return words.map(word => [word, words[0] as string] as const)
  })
)
const filler = new Set(rules.filler.flatMap(word => [...stemsOf(word)]))

/** “has found no new marks”: what a gap took in denies it, unless the phrase itself does. */
function hasDenial(text: string): boolean {
  return /\b(?:no|not|never|nobody|none|nothing|without|cannot|unable|n['’]t)\b|n['’]t\b/i.test(text)
}

function conceptsIn(text: string, matcher: typeof waiting): Found[] {
  const found = matcher
    .match(text)
    .filter(({entry, start, end}) => hasDenial(entry.phrase) || !hasDenial(text.slice(start, end)))
    .map(({list, start, end}) => ({id: list, start, end}))
  return found.filter(
    one =>
      !found.some(
        other => concepts.get(other.id)?.instead?.includes(one.id) && other.start <= one.start && other.end >= one.end && other !== one
      )
  )
}

/** Whom a trigger speaks of. */
type Required = {kind: 'person'; person: Person; start: number} | {kind: 'child' | 'parent'} | {kind: 'word'; word: string}

export interface Awaited {
  text: string
  concepts: Found[]
  required: Required[]
  /** What is left beside the concepts, the people and the words that go with anything. */
  left: Stems
}

export function awaitedOf(text: string, {people}: Plan, nameIn: Namer): Awaited {
  const found = conceptsIn(text, waiting)
  const mentions = people.mentionsIn(text)
  const required: Required[] = mentions.map(({person, start}) => ({kind: 'person', person, start}))
  const words = signs.match(text)
  const isMentioned = (at: number): boolean => mentions.some(({start, end}) => start <= at && at < end)
  if (words.some(({list, start}) => list === 'children' && !isMentioned(start))) required.push({kind: 'child'})
  if (words.some(({list, start}) => list === 'parents' && !isMentioned(start))) required.push({kind: 'parent'})
  for (const word of wordsOf(text)) {
    const isName = word.start > 0 && /^\p{Lu}\p{Ll}/u.test(text.slice(word.start, word.end))
    if (isName && !isMentioned(word.start)) required.push({kind: 'word', word: word.text.replace(/'s$/, '')})
  }
  return {text, concepts: withoutImplied(found), required, left: leftOf(text, found, mentions, nameIn)}
}

function withoutImplied(found: readonly Found[]): Found[] {
  const implied = new Set(found.flatMap(({id}) => concepts.get(id)?.implies ?? []))
  return found.filter(({id}) => !implied.has(id))
}

function leftOf(text: string, taken: readonly {start: number; end: number}[], people: readonly {start: number; end: number}[], nameIn: Namer): Stems {
  const spans = [...taken, ...people].sort((a, b) => a.start - b.start)
  let rest = ''
  let last = 0
  for (const {start, end} of spans) {
    if (start > last) rest += ` ${text.slice(last, start)} `
    last = Math.max(last, end)
  }
  return new Set([...canonical(stemsOf(nameIn(rest + text.slice(last))))].filter(stem => !filler.has(stem) && !/^\d/.test(stem)))
}

function canonical(stems: Stems): Stems {
  return new Set([...stems].map(stem => heads.get(stem) ?? stem))
}

/** A sentence of news with what stands around it. */
export interface Told {
  line: Line
  concepts: readonly Found[]
  mentions: {person: Person; start: number; end: number}[]
  /** Whom “he” or “she” can mean, or whose row it is. */
  around: Person[]
  aroundStems: Stems
  isDated: boolean
}

/** The sentences that tell something that has happened since the older document. */
export function toldIn(lines: readonly Line[], {plan, nameIn}: Version, older: Version): Told[] {
  const {blocks, date} = plan
  const since = older.plan.ownDate ?? older.plan.date
  // Somebody whom only the older document introduces may be named in the newer one.
  const mentionsIn = (text: string): Told['mentions'] => [...plan.people.mentionsIn(text), ...older.plan.people.mentionsIn(text)]
  const rows = new Map<string, string>()
  for (const {table, text} of blocks) {
    if (!table) continue
    const key = `${table.table}:${table.row}`
    rows.set(key, `${rows.get(key) ?? ''} ${text}.`)
  }
  return lines.flatMap(line => {
    const days = datesIn(line.text, date).flatMap(({iso}) => (iso ? [iso] : []))
    if (since && days.length > 0 && days.every(day => day < since)) return []
    const {table} = line.at.block
    const around = table ? (rows.get(`${table.table}:${table.row}`) ?? '') : before(line.at)
    const named = mentionsIn(around)
    return [
      {
        line,
        concepts: conceptsIn(line.text, telling),
        mentions: mentionsIn(line.text),
        around: (table ? named : firstOfLast(around, named)).map(({person}) => person),
        aroundStems: canonical(stemsOf(nameIn(around))),
        isDated: days.length > 0
      }
    ]
  })
}

/** The two sentences before one in its block. */
function before({block, start}: Span): string {
  return block.sentences
    .filter(({end}) => end <= start)
    .slice(-2)
    .map(range => textOf(trimmed({block, ...range})))
    .join('\n')
}

/** “Kieran did better until Christmas. He was gone …”: he is whom the sentence before names first. */
function firstOfLast(text: string, named: readonly {person: Person; start: number}[]): {person: Person}[] {
  const from = text.lastIndexOf('\n') + 1
  const first = named.find(({start}) => start >= from) ?? named[0]
  return first ? [first] : []
}

const pronoun = /\b(?:he|she|they|him|her|them|his|their|it)\b/i

/** How well a sentence tells that it has happened; 0 if it does not. */
export function tellingOf(awaited: Awaited, told: Told, weigh: Weigh): number {
  if (isMeasured(awaited.text)) return tellsMeasure(awaited, told, weigh) ? 2.5 : 0
  if (awaited.concepts.length === 0) return 0
  const {text} = told.line
  if (!speaksOfPast(text)) return 0
  const ids = [...new Set(awaited.concepts.map(({id}) => id))]
  const matches = ids.map(id => told.concepts.find(match => tells(match, id) && isReal(text, match) && fits(id, match, awaited, told)))
  const found = matches.filter(match => match !== undefined)
  // “is drunk or under the influence at home”: one word may be read as two things, of which one is told.
  if (found.length === 0 || (found.length < ids.length && !sharesWords(awaited.concepts, found, ids, matches))) return 0
  if (!awaited.required.every(one => isThere(one, told)) || !covers(awaited, told, found, weigh)) return 0
  const least = leastOf(awaited.text)
  if (least > 1 && !hasReached(text, least)) return 0
  const isNamed = awaited.required.every(one => one.kind !== 'person' || told.mentions.some(({person}) => isSamePerson(person, one.person)))
  return 2 + (told.isDated ? 0.5 : 0) + (isNamed ? 0.3 : 0)
}

/** Whether any of what is awaited is told at all. */
export function hasSomeOf(awaited: Awaited, told: Told): boolean {
  return awaited.concepts.some(({id}) => told.concepts.some(match => tells(match, id) && isReal(told.line.text, match)))
}

/** Whether the concepts not found stand in the same words of the trigger as one that was. */
function sharesWords(all: readonly Found[], _: readonly Found[], ids: readonly string[], matches: readonly (Found | undefined)[]): boolean {
  const isFound = (id: string): boolean => matches[ids.indexOf(id)] !== undefined
  return all
    .filter(({id}) => !isFound(id))
    .every(missing => all.some(other => isFound(other.id) && other.start < missing.end && missing.start < other.end))
}

function tells({id}: Found, awaited: string): boolean {
  return id === awaited || (concepts.get(id)?.implies?.includes(awaited) ?? false)
}

function covers({left, concepts: own}: Awaited, {line, aroundStems}: Told, found: readonly Found[], weigh: Weigh): boolean {
  if (weightOf(left, weigh) < 0.05) return true
  const wanted = own.map(({id}) => concepts.get(id))
  if (wanted.some(concept => concept?.full)) return true
  const least = wanted.every(concept => concept?.weak) ? 0.8 : 0.5
  return found.length > 0 && coverage(left, new Set([...canonical(line.stems), ...aroundStems]), weigh) >= least
}

const away = /\b(?:his|their)\s+(?:\S+\s+)?(?:house|home|flat|address|property)\b|\bown\b|\b(?:brother|sister|friend|cousin)['’]s\b|\b(?:left|leave|out of)\b/i

/** Who did it to whom, and where, is as awaited. */
function fits(id: string, match: Found, awaited: Awaited, told: Told): boolean {
  const concept = concepts.get(id)
  const {text} = told.line
  if (concept?.place && away.test(text.slice(match.start, match.end)) && !away.test(awaited.text)) return false
  const [subject] = awaited.required
  if (!concept?.ordered || subject?.kind !== 'person' || subject.start > (awaited.concepts[0]?.start ?? 0)) return true
  const places = told.mentions.filter(({person}) => isSamePerson(person, subject.person))
  if (places.length === 0) return true
  return places.some(({start}) => start < match.start || /\b(?:by|from|with)\s+$/i.test(text.slice(0, start)) || start < match.end)
}

const clauseEnd = /[;:]\s|,\s|\sbut\s|\sand\s(?=(?:he|she|they|it|nobody|no one|none|never|not)\b|\p{Lu}\p{Ll}+\s(?:was|were|has|had|is|did)\b)/giu

/** Stated as something that happened: not denied, feared, foreseen, or a habit. */
function isReal(text: string, {start, end}: Found): boolean {
  let from = 0
  let to = text.length
  for (const {index, 0: mark} of text.matchAll(clauseEnd)) {
    if (index + mark.length <= start) from = index + mark.length
    else if (index >= end) {
      to = index
      break
    }
  }
  const clause = text.slice(from, to)
  if (speaksOfFuture(`${text.slice(from, start)} `) || /^\s*(?:if|when(?:ever)?|unless)\b/i.test(clause)) return false
  const isOutside = (sign: {start: number; end: number}): boolean => sign.start < start - from || sign.start >= end - from
  const around = signs.match(clause).filter(isOutside)
  if (around.some(sign => sign.list === 'denied' && sign.start < start - from)) return false
  if (/\bno\s(?:\S+\s){0,2}$/i.test(text.slice(from, start))) return false
  if (/^\W*(?:has|have|had|did|does|was|were)(?:n['’]t|\s(?:not|never|stopped))\b/i.test(text.slice(end))) return false
  return !around.some(({list}) => list === 'habit') || datesIn(clause, null).length > 0
}

function isThere(required: Required, {line, mentions, around}: Told): boolean {
  const {text} = line
  if (required.kind === 'word') {
    return wordsOf(text).some(word => word.text.replace(/'s$/, '') === required.word)
  }
  const fits = (person: Person): boolean =>
    required.kind === 'person' ? isSamePerson(person, required.person) : person.kind === (required.kind === 'child' ? 'child' : 'parent')
  if (mentions.some(({person}) => fits(person))) return true
  if (required.kind === 'child' && signs.match(text).some(({list}) => list === 'children')) return true
  if (required.kind === 'person' && required.person.kind === 'child' && /\b(?:the|both|all three|all four) (?:children|kids|twins|boys|girls)\b/i.test(text))
    return true
  return (pronoun.test(text) || mentions.length === 0) && around.some(fits)
}

const titles = new Set(['mr', 'mrs', 'ms', 'miss', 'mx', 'dr', 'pc', 'dc'])

/** They share a name or what they are called. */
export function isSamePerson(a: Person, b: Person): boolean {
  const called = new Set([a.name.toLowerCase(), ...a.aliases].filter(word => !titles.has(word)))
  return [b.name.toLowerCase(), ...b.aliases].some(word => called.has(word))
}

function tellsMeasure({text, required, left}: Awaited, told: Told, weigh: Weigh): boolean {
  const stems = new Set([...canonical(told.line.stems), ...told.aroundStems])
  if (!meets(text, told.line.text) || !required.every(one => isThere(one, told))) return false
  return !speaksOfFuture(told.line.text) && (weightOf(left, weigh) < 0.05 || coverage(left, stems, weigh) >= 0.4)
}

export {countsIn}
