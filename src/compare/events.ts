/** Whether a sentence of the newer document tells, in whatever words, that what a trigger waits for has happened. */
import rules from '../../rules/compare/triggers.json' with {type: 'json'}
import type {Person, Plan, Span} from '../model/plan.ts'
import {textOf, trimmed} from '../model/spans.ts'
import {addMonths} from '../text/dates/calendar.ts'
import {datesIn} from '../text/dates.ts'
import {remembering} from '../text/memo.ts'
import {createMatcher, type PhraseEntry, wordsOf} from '../text/phrases.ts'
import {hasReached, isMeasured, leastOf, lengthOf, meets, minutesIn, missedOf, nightHoursIn, weightLostIn, withoutDates} from './counts.ts'
import {housed, type Streets} from './homes.ts'
import {type Line, properIn, speaksOfFuture, speaksOfPast} from './news.ts'
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
  insteadInTrigger?: string[]
  ordered?: boolean
  state?: boolean
  full?: boolean
  weak?: boolean
  place?: boolean
  notBefore?: string
  notWithin?: string
  notAfter?: string
  unless?: string
  anywhere?: boolean
  anyone?: boolean
  subjectOnly?: boolean
  ofChildren?: boolean
  ofParents?: boolean
  means?: string[]
  unnamed?: boolean
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
const kept = new Set(rules.kept)
const keptStems = canonical(stemsOf(rules.kept.join(' ')))
const filler = new Set(rules.filler.flatMap(word => [...stemsOf(word)]))

/** Expressions of the rules are asked of every sentence: each is made once. */
const compiled = remembering(pattern => new RegExp(pattern, 'i'))

function isFollowed(words: string | undefined, text: string): boolean {
  return words !== undefined && compiled(`^['’]?s?\\s+(?:${words})\\b`).test(text)
}

/** It was a mistake, or was meant to be so. */
const excused =
  /\b(?:turned out|false alarm|(?:was|is) (?:not true|untrue|unfounded|a mistake|mistaken)|malicious|(?:was|were|seemed) (?:quite |completely )?sober|as (?:agreed|planned|arranged)|by arrangement|with (?:the )?(?:\S+ ){0,3}(?:agreement|permission|consent))\b/i
const childrenAway =
  /\b(?:children|kids|they|both|all (?:three|four)|he|she|\p{Lu}\p{L}+)\s(?:were|was)\s(?:(?:all|both|then|already|safe|safely|still|asleep|staying)\s)?(?:(?:at|with|staying (?:at|with))\s(?:(?:their|his|her)\s)?(?:\p{Lu}\p{L}+(?:['’]s)?|dad|mum|gran|nan|grandma|grandad|aunt|auntie|uncle|father|mother|school|nursery)|away\b|out\b|elsewhere\b|in bed at\b)|\b(?:no children|children were not|without the children|none of the children)\b/iu

export function isExcused({withChildren}: Awaited, {line: {text, at}}: Told): boolean {
  return excused.test(text) || (withChildren && childrenAway.test(text)) || isTakenBack(at)
}

/** “A neighbour rang the police. Officers found nothing wrong.” */
const takenBack =
  /\b(?:nothing (?:further|more|else|wrong|to worry about|to do|for them to do)|no (?:further action|cause for concern|truth in|concerns? (?:was|were)|sign of (?:this|that|it))|turned out|false alarm|(?:was|were|proved) (?:not true|untrue|unfounded|mistaken|a mistake)|belonged to (?:a|an|the|another|somebody|someone))\b/i

function isTakenBack({block, end}: Span): boolean {
  const next = block.sentences.find(({start}) => start >= end)
  return next !== undefined && takenBack.test(block.text.slice(next.start, next.end))
}

/** Told of the time before the plan. */
const history =
  /\b(?:before the (?:plan|first|initial|conference)|when the plan (?:began|was made|started)|(?:came|went|put|placed) on (?:a|the) plan|last year|years ago|as a (?:child|boy|girl)|used to|at the time of)\b/i

/** Eleven at night, and nine in the evening. */
const late = 23
const early = 21

/** What figures tell: “been to two of five”, “weighed 7.9 kg … and 7.6 kg”. */
function figuresIn(text: string): Found[] {
  const missed = missedOf(text)
  const lost = weightLostIn(text)
  const isLate = returned.test(text) && nightHoursIn(text).some(hour => hour > late)
  return [
    ...(isLate ? [{id: 'late-home', start: text.length, end: text.length}] : []),
    ...(missed && missed.count > 0 ? [{id: 'missed', ...missed}] : []),
    ...(lost ? [{id: 'weight', ...lost}] : [])
  ]
}

/** “has found no new marks”: what a gap took in denies it, unless the phrase itself does. */
function hasDenial(text: string): boolean {
  return /\b(?:no|not|never|nobody|none|nothing|without|cannot|unable|n['’]t)\b|n['’]t\b/i.test(text)
}

function conceptsIn(text: string, matcher: typeof waiting, mentions: Told['mentions']): Found[] {
  const isTelling = matcher === telling
  const found = [...new Set([text, pronounced(text, mentions), ...(isTelling ? withoutDays(text) : [])])]
    .flatMap(words => matcher.match(words))
    // “Miss Dunn” misses nothing, and “two in a row” is no quarrel.
    .filter(({start, end}) => !/^Miss\s\p{Lu}/u.test(text.slice(start)) && !/\bin a row$/i.test(text.slice(0, end)))
    .filter(({list, end}) => !isFollowed(concepts.get(list)?.notBefore, text.slice(end)))
    .filter(({list, start}) => !isAfter(concepts.get(list)?.notAfter, text.slice(0, start)))
    .filter(({list, start, end}) => !isWithin(concepts.get(list)?.notWithin, text.slice(start, end)))
    .filter(({entry, start, end}) => hasDenial(entry.phrase) || !hasDenial(text.slice(start, end)))
    .map(({list, start, end}): Found => ({id: list, start, end}))
    .concat(isTelling ? figuresIn(text) : [])
    .filter(once(({id, start, end}) => `${id} ${start} ${end}`))
  const insteadOf = (id: string): readonly string[] => [
    ...(concepts.get(id)?.instead ?? []),
    ...(isTelling ? [] : (concepts.get(id)?.insteadInTrigger ?? []))
  ]
  const isMinding = ({id, start}: Found): boolean => id === 'alone' && minding.test(text.slice(start))
  return found.filter(
    one => isMinding(one) || !found.some(other => insteadOf(other.id).includes(one.id) && other.start < one.end && one.start < other.end)
  )
}

function once<T>(keyOf: (one: T) => string): (one: T) => boolean {
  const seen = new Set<string>()
  return one => seen.size < seen.add(keyOf(one)).size
}

function isAfter(words: string | undefined, lead: string): boolean {
  return words !== undefined && compiled(`\\b(?:${words})\\s$`).test(lead)
}

function isWithin(words: string | undefined, text: string): boolean {
  return words !== undefined && compiled(`\\b(?:${words})\\b`).test(text)
}

/** “The tests of 4 and 11 May showed …”: days are no part of the wording. The offsets stay. */
function withoutDays(text: string): string[] {
  const plain = withoutDates(text)
  return plain === text ? [] : [plain]
}

/** “Dana let Lee into the house” as “let him into the house”, “Ella’s thighs” as “her thighs”: for phrases all names are pronouns. The offsets stay. */
function pronounced(text: string, mentions: Told['mentions']): string {
  let plain = text
  const put = (start: number, end: number, word: string): void => {
    if (end - start >= word.length) plain = plain.slice(0, start) + word.padEnd(end - start) + plain.slice(end)
  }
  for (const {start, end} of mentions) {
    const owns = /^['’]s?(?![\p{L}])/u.exec(text.slice(end))?.[0].length ?? 0
    const isOwner = owns > 0 || /['’]s?$/.test(text.slice(start, end))
    put(start, end + owns, isOwner ? 'his' : 'him')
  }
  for (const {index, 0: all} of text.matchAll(/\b(?:the|both|all three|all four) (?:children|kids|twins|boys|girls)\b(?!['’])/gi))
    put(index, index + all.length, 'them')
  return plain
}

/** Whom a trigger speaks of. */
type Required = {kind: 'person'; people: Person[]; start: number} | {kind: 'child' | 'parent'} | {kind: 'word'; word: string}

export interface Awaited {
  text: string
  concepts: Found[]
  required: Required[]
  /** What is left beside the concepts, the people and the words that go with anything. */
  left: Stems
  /** Of the words within a concept those that matter: which drug, which appointment. */
  kept: Stems
  /** How often it must have happened. */
  least: number
  /** How long they must have been away, in hours, where it is more than a night. */
  hours: number | null
  /** How long it must have gone on, where it is no absence. */
  minutes: number | null
  /** By when they must be in, see `nightHoursIn`. */
  curfew: number | null
  /** It matters only while the children are there. */
  withChildren: boolean
}

/** One night away is told in words; of a longer time the news must give the length. */
const oneNight = 12

/** `streets`: other places than home that must be named. `older`: a plan that may introduce somebody whom this one only names. */
export function awaitedOf(text: string, {people, blocks}: Plan, nameIn: Namer, streets: readonly string[] = [], older?: Plan): Awaited {
  const own = people.mentionsIn(text)
  const others = older?.people.mentionsIn(text).filter(({start}) => !own.some(mention => mention.start === start)) ?? []
  const mentions = [...own, ...others].sort((a, b) => a.start - b.start)
  const found = conceptsIn(text, waiting, mentions)
  // “Either parent”: each of those named at one place.
  const places = [...new Set(mentions.map(({start}) => start))]
  const required: Required[] = places.map(place => ({
    kind: 'person',
    people: mentions.filter(({start}) => start === place).map(({person}) => person),
    start: place
  }))
  const isMentioned = (at: number): boolean => mentions.some(({start, end}) => start <= at && at < end)
  const kinds = signs.match(text).filter(({list, start}) => (list === 'children' || list === 'parents') && !isMentioned(start))
  for (const list of new Set(kinds.map(kind => kind.list))) required.push({kind: list === 'children' ? 'child' : 'parent'})
  const strangers = wordsOf(text).filter(({start, end}) => !isMentioned(start) && isName(text.slice(start, end), start === 0, blocks))
  for (const {text: word} of strangers) required.push({kind: 'word', word: word.replace(/'s$/, '')})
  for (const {text: word} of streets.flatMap(street => wordsOf(street))) required.push({kind: 'word', word: word.replace(/'s$/, '')})
  const hours = found.some(({id}) => isAbsence(id)) ? lengthOf(text) : null
  const told = withoutImplied(found).filter(({id}) => !concepts.get(id)?.weak || required.length > 1)
  if (required.length === 0 && told.some(({id}) => concepts.get(id)?.ofParents)) required.push({kind: 'parent'})
  return {
    text,
    concepts: told,
    required,
    left: without(leftOf(text, [...found, ...kinds, ...strangers], mentions, nameIn), told),
    kept: without(keptIn(text), told),
    least: leastOf(text),
    curfew: found.some(({id}) => isAbsence(id)) && /\b(?:by|before|after|past)\b/i.test(text) ? (nightHoursIn(text)[0] ?? null) : null,
    hours: hours !== null && hours > oneNight ? hours : null,
    minutes: !found.some(({id}) => isAbsence(id)) && /\b(?:more|longer|over|at least)\b/i.test(text) ? minutesIn(text) : null,
    withChildren: false
  }
}

function isAbsence(id: string): boolean {
  return id === 'missing' || id === 'overnight'
}

/** The same event, of the same people, with nothing more to it. */
export function isSameAwaited(a: Awaited, b: Awaited, weigh: Weigh): boolean {
  const [own, other] = [idsBeside(a, b), idsBeside(b, a)]
  if (own.size === 0 || own.size !== other.size || [...own].some(id => !other.has(id)) || a.least !== b.least || a.hours !== b.hours)
    return false
  if (a.kept.size !== b.kept.size || [...a.kept].some(word => !b.kept.has(word))) return false
  const isIn = (one: Required, {required}: Awaited): boolean => required.some(two => isSameRequired(one, two))
  if (!a.required.every(one => isIn(one, b)) || !b.required.every(one => isIn(one, a))) return false
  const [left, right] = [leftBeside(a), leftBeside(b)]
  return (left.size === 0 || coverage(left, right, weigh) >= 0.5) && (right.size === 0 || coverage(right, left, weigh) >= 0.5)
}

/** Words that are kept are compared by themselves. */
function leftBeside({left, kept: words}: Awaited): Stems {
  return new Set([...left].filter(stem => !words.has(stem)))
}

/** Both name people, and none of them is the same. */
export function isOfOthers({required: a}: Awaited, {required: b}: Awaited): boolean {
  const [own, other] = [a, b].map(all => all.filter(one => one.kind === 'person')) as [Required[], Required[]]
  // “Mum” may be anybody's name.
  const isUnnamed = (one: Required): boolean =>
    one.kind === 'person' && one.people.some(({name}) => /^(?:mum|dad|mother|father|parents?)$/i.test(name))
  if (own.length === 0 || other.length === 0 || [...own, ...other].some(isUnnamed)) return false
  return !own.some(one => other.some(two => isSameRequired(one, two)))
}

/** “Is too ill to get out of bed” beside “is unwell”: without what stands in the same words as one that both hold. */
function idsBeside({concepts: found}: Awaited, {concepts: others}: Awaited): ReadonlySet<string> {
  const isShared = ({id}: Found): boolean => others.some(other => other.id === id)
  const shared = found.filter(isShared)
  const left = found.filter(one => isShared(one) || !shared.some(other => other.start <= one.end && one.start <= other.end))
  return new Set(left.map(({id}) => id))
}

function isSameRequired(a: Required, b: Required): boolean {
  if (a.kind === 'person' && b.kind === 'person') {
    // “Either parent” are “mum or dad”.
    const isAnyParent = (one: typeof a, other: typeof b): boolean =>
      one.people.length > 1 && other.people.some(({kind}) => kind === 'parent')
    return a.people.some(person => isOneOf(person, b.people)) || isAnyParent(a, b) || isAnyParent(b, a)
  }
  return a.kind === 'word' && b.kind === 'word' ? a.word === b.word : a.kind === b.kind
}

/** A word with a capital; the first one has it anyway in a table, so it must have it elsewhere too. */
function isName(word: string, isFirst: boolean, blocks: Plan['blocks']): boolean {
  if (!/^\p{Lu}\p{Ll}/u.test(word)) return false
  if (!isFirst) return true
  const plain = word.replace(/['’]s$/, '')
  return /^\p{L}+$/u.test(plain) && blocks.some(({text}) => new RegExp(`\\p{Ll},?\\s${plain}\\b`, 'u').test(text))
}

function withoutImplied(found: readonly Found[]): Found[] {
  const implied = new Set(found.flatMap(({id}) => concepts.get(id)?.implies ?? []))
  return found.filter(({id}) => !implied.has(id))
}

function leftOf(
  text: string,
  taken: readonly {start: number; end: number}[],
  people: readonly {start: number; end: number}[],
  nameIn: Namer
): Stems {
  const spans = [...taken, ...people].sort((a, b) => a.start - b.start)
  let rest = ''
  let last = 0
  for (const {start, end} of spans) {
    if (start > last) rest += ` ${text.slice(last, start)} `
    last = Math.max(last, end)
  }
  rest += text.slice(last)
  return new Set([...canonical(stemsOf(nameIn(rest)))].filter(stem => stem.length > 1 && !filler.has(stem) && !/^\d/.test(stem)))
}

/** “Under the influence of alcohol”: that somebody was drunk tells it all. */
function without(stems: Stems, told: readonly Found[]): Stems {
  const meant = canonical(stemsOf(told.flatMap(({id}) => concepts.get(id)?.means ?? []).join(' ')))
  return new Set([...stems].filter(stem => !meant.has(stem)))
}

function keptIn(text: string): Stems {
  const words = wordsOf(text).filter(({text: word}) => kept.has(word))
  return canonical(stemsOf(words.map(({text: word}) => word).join(' ')))
}

function canonical(stems: Stems): Stems {
  return new Set([...stems].map(stem => heads.get(stem) ?? stem))
}

/** A sentence of news with what stands around it. */
export interface Told {
  /** With the addresses of homes called “the house”. */
  line: Line
  /** As it stands. */
  source: Line
  concepts: readonly Found[]
  mentions: {person: Person; start: number; end: number}[]
  /** Whom “he” or “she” can mean, or whose row it is. */
  around: Person[]
  aroundStems: Stems
  /** The sentences before, as a name in them may be meant that is not known as a person's. */
  aroundText: string
  /** Where nobody of the family is named: who alone has to do with the service that is. */
  implied: readonly Person[]
  isDated: boolean
}

/** The sentences that tell something that has happened since the older document. */
export function toldIn(lines: readonly Line[], {plan, nameIn, actions}: Version, older: Version, streets: Streets): Told[] {
  const {blocks, date} = plan
  const first = older.plan.ownDate ?? older.plan.date
  // A day read wrongly must hide nothing.
  const isInOrder = first !== null && date !== null && first < date
  const since = isInOrder ? first : null
  const today = isInOrder ? date : null
  // Somebody whom only the older document introduces may be named in the newer one.
  const mentionsIn = (text: string): Told['mentions'] =>
    [...plan.people.mentionsIn(text), ...older.plan.people.mentionsIn(text)].filter(({end}) => !kin.test(text.slice(end)))
  // Whose row it is tells the cell of its owner, where there is one.
  const rows = new Map<string, {text: string; owner: string}>()
  for (const {table, text, role} of blocks) {
    if (!table) continue
    const key = `${table.table}:${table.row}`
    const row = rows.get(key) ?? {text: '', owner: ''}
    rows.set(key, {text: `${row.text} ${text}.`, owner: role === 'owner' ? `${row.owner} ${text}` : row.owner})
  }
  const services = clientsOf([...actions, ...older.actions], mentionsIn)
  return lines.flatMap(source => {
    const text = housed(source.text, streets)
    const line = text === source.text ? source : {...source, text, stems: new Set([...source.stems, ...stemsOf(nameIn(text))])}
    const days = pastDaysIn(line.text, today)
    if (since && days.length > 0 && days.every(day => day < since)) return []
    if (since && today && days.length === 0 && isBeforeFeast(line.text, since, today)) return []
    if (since && yearsIn(line.text, days.length > 0).some(year => year < since.slice(0, 4))) return []
    const {table} = line.at.block
    const row = table && rows.get(`${table.table}:${table.row}`)
    const around = row ? row.text : before(line.at)
    const named = mentionsIn(row ? row.owner || row.text : around)
    const mentions = mentionsIn(line.text)
    const isOfFamily = mentions.some(({person}) => person.kind === 'child' || person.kind === 'parent')
    return [
      {
        line,
        source,
        concepts: conceptsIn(line.text, telling, mentions),
        mentions,
        aroundText: row ? '' : around,
        implied: isOfFamily ? [] : capitalsIn(line.text).flatMap(word => services.get(word) ?? []),
        around: (table ? named : firstOfLast(around, named)).map(({person}) => person),
        aroundStems:
          row || lacksSubject(line.text)
            ? canonical(stemsOf(nameIn(row ? around : around.slice(around.lastIndexOf('\n') + 1))))
            : new Set(),
        isDated: days.length > 0 || recently.test(line.text)
      }
    ]
  })
}

/** Words with a capital, the first one too. */
function capitalsIn(text: string): string[] {
  return wordsOf(text).flatMap(({text: word, start}) =>
    /\p{Lu}/u.test(text[start] ?? '') && word.length > 3 ? [word.replace(/'s$/, '')] : []
  )
}

/** Of each service that actions name, the one person who is to go there. */
function clientsOf(
  actions: readonly {text: string; owner: string}[],
  mentionsIn: (text: string) => Told['mentions']
): ReadonlyMap<string, readonly Person[]> {
  const clients = new Map<string, Person[]>()
  for (const {text, owner} of actions) {
    const people = mentionsIn(owner || text).map(({person}) => person)
    for (const {text: word, start} of wordsOf(text)) {
      if (start === 0 || !/\p{Lu}/u.test(text[start] ?? '') || word.length < 4) continue
      const plain = word.replace(/'s$/, '')
      clients.set(plain, [...(clients.get(plain) ?? []), ...people])
    }
  }
  for (const [word, [first, ...others]] of clients) if (!first || others.some(other => !isSamePerson(first, other))) clients.delete(word)
  return clients
}

/** What has happened lies before the document's own day, where the year is left out. */
function pastDaysIn(text: string, today: string | null): string[] {
  return datesIn(text, today).flatMap(({iso, year}) =>
    !iso ? [] : year === null && today && iso.slice(0, 7) > today.slice(0, 7) ? [addMonths(iso, -12)] : [iso]
  )
}

/** “In 2023”; where a day is told too, not “since 2023”. */
function yearsIn(text: string, hasDay: boolean): string[] {
  const found = text.matchAll(/\b(?<lead>in|since|during|of|from)\s(?<year>(?:19|20)\d\d)\b/gi)
  return [...found].flatMap(({groups}) => (hasDay && !/^(?:in|during)$/i.test(groups?.lead ?? '') ? [] : [groups?.year ?? '']))
}

const feasts: readonly [RegExp, string][] = [
  [/\b(?:before|over|at|on|until) christmas\b/i, '12-25'],
  [/\bboxing day\b/i, '12-26'],
  [/\b(?:before|over|at|on) (?:the )?new year\b/i, '01-01'],
  [/\b(?:before|at|on) bonfire night\b/i, '11-05'],
  [/\b(?:before|at|on) halloween\b/i, '10-31']
]

/** “Over several nights before Christmas”, and there has been no Christmas since the older document. */
function isBeforeFeast(text: string, since: string, today: string): boolean {
  return feasts.some(([name, day]) => {
    const year = Number(today.slice(0, 4))
    const last = [year, year - 1].map(number => `${number}-${day}`).find(date => date <= today)
    return name.test(text) && last !== undefined && last <= since
  })
}

const recently =
  /\b(?:last (?:week|weekend|month|night|term)|yesterday|since the (?:last|first|initial)|(?:before|after|over|at|since|on) (?:christmas|easter|half[- ]term|boxing day|new year|bonfire night|halloween)|(?:in|over|during) the (?:summer|easter|christmas|half[- ]term) holidays?)\b/i

/** The two sentences before one in its block. */
function before({block, start}: Span): string {
  return block.sentences
    .filter(({end}) => end <= start)
    .slice(-2)
    .map(range => textOf(trimmed({block, ...range})))
    .join('\n')
}

/** “Kieran did better until Christmas. He was gone …”: he is whom the sentence before names first; “Ann: Kieran …” is told by Ann. */
function firstOfLast(text: string, all: Told['mentions']): {person: Person}[] {
  const from = text.lastIndexOf('\n') + 1
  const named = all.filter(({end}) => !/^(?:\s\([^)]*\))?:/.test(text.slice(end)))
  const first = named.find(({start}) => start >= from) ?? named[0]
  return first ? [first] : []
}

const pronoun = /\b(?:he|she|they|him|her|them|his|their|it)\b/i

/** How well a sentence tells that it has happened; 0 if it does not. */
export function tellingOf(awaited: Awaited, told: Told, weigh: Weigh): number {
  if (isMeasured(awaited.text)) return tellsMeasure(awaited, told, weigh) ? 2.5 : 0
  if (awaited.concepts.length === 0) return 0
  const {text} = told.line
  if (!speaksOfPast(text) || (!told.isDated && history.test(text))) return 0
  const ids = [...new Set(awaited.concepts.map(({id}) => id))]
  if (isTooShort(awaited, text)) return 0
  // Of how long somebody was away the length tells.
  const isLate = awaited.curfew !== null
  if (isLate && returned.test(text) && nightHoursIn(text).length > 0)
    return awaited.required.every(one => isThere(one, told)) && !isExcused(awaited, told) ? 2.5 : 0
  const isTold = (match: Found, id: string): boolean => tells(match, id) || (awaited.hours !== null && isAbsence(id) && isAbsence(match.id))
  const matches = ids.map(id => told.concepts.find(match => isTold(match, id) && isReal(text, match) && fits(id, match, awaited, told)))
  const found = matches.filter(match => match !== undefined)
  // “is drunk or under the influence at home”: one word may be read as two things, of which one is told.
  if (found.length === 0 || (found.length < ids.length && !sharesWords(awaited.concepts, ids, matches))) return 0
  if (!requiredOf(awaited).every(one => isThere(one, told)) || !covers(awaited, told, found, weigh)) return 0
  if (awaited.least > 1 && awaited.hours === null && !hasReached(text, awaited.least)) return 0
  if (isExcused(awaited, told)) return 0
  const isNamed = awaited.required.every(one => one.kind !== 'person' || told.mentions.some(({person}) => isOneOf(person, one.people)))
  return 2 + (told.isDated ? 0.5 : 0) + (isNamed ? 0.3 : 0)
}

const returned = /\b(?:came|got|back|home|in|brought|returned|turned up|out)\b/i

/** Not away so long, or home in time. */
export function isTooShort({hours, curfew, minutes}: Awaited, text: string): boolean {
  if (minutes !== null && (minutesIn(text) ?? 0) < minutes) return true
  if (hours !== null && (lengthOf(text) ?? 0) < hours) return true
  const told = curfew === null ? [] : nightHoursIn(text)
  return curfew !== null && told.length > 0 && told.every(hour => hour <= curfew)
}

/** Who must be named. */
function requiredOf({required, concepts: own}: Awaited): readonly Required[] {
  const wanted = own.map(({id}) => concepts.get(id))
  if (wanted.every(concept => concept?.anyone)) return []
  // “Dana leaves the children alone” is told by who was alone.
  if (wanted.some(concept => concept?.ofChildren))
    return required.filter(one => one.kind !== 'person' || one.people.every(({kind}) => kind === 'child'))
  return wanted.some(concept => concept?.subjectOnly) ? required.slice(0, 1) : required
}

/** Whether any of what is awaited is told at all, of those whom the trigger names. */
export function hasSomeOf(awaited: Awaited, told: Told): boolean {
  const isTold = awaited.concepts.some(({id}) =>
    told.concepts.some(match => tells(match, id) && isReal(told.line.text, match) && fits(id, match, awaited, told))
  )
  return isTold && namesAll(awaited, told)
}

export function namesAll(awaited: Awaited, told: Told): boolean {
  return requiredOf(awaited).every(one => isThere(one, told))
}

/** Whether the concepts not found stand in the same words of the trigger as one that was. */
function sharesWords(all: readonly Found[], ids: readonly string[], matches: readonly (Found | undefined)[]): boolean {
  const isFound = (id: string): boolean => matches[ids.indexOf(id)] !== undefined
  return all
    .filter(({id}) => !isFound(id))
    .every(missing => all.some(other => isFound(other.id) && other.start < missing.end && missing.start < other.end))
}

function tells({id}: Found, awaited: string): boolean {
  return id === awaited || (concepts.get(id)?.implies?.includes(awaited) ?? false)
}

const occasion = heads.get('appoint') ?? 'appoint'

function covers(
  {left: all, kept: words, concepts: own, required}: Awaited,
  {line, aroundStems}: Told,
  found: readonly Found[],
  weigh: Weigh
): boolean {
  const whole = new Set([...canonical(line.stems), ...aroundStems])
  const isAnywhere = own.every(({id}) => concepts.get(id)?.anywhere)
  // At a service that is named, an appointment is what was missed.
  const left = required.some(({kind}) => kind === 'word') ? new Set([...all].filter(stem => stem !== occasion)) : all
  const isUnnamed = own.every(({id}) => concepts.get(id)?.unnamed) && ![...keptStems].some(stem => whole.has(stem))
  if (words.size > 0 && !isAnywhere && !isUnnamed && ![...words].some(stem => whole.has(stem))) return false
  if (isAnywhere || weightOf(left, weigh) < 0.05) return true
  const wanted = own.map(({id}) => concepts.get(id))
  if (wanted.some(concept => concept?.full)) return true
  const least = wanted.every(concept => concept?.weak) ? 0.8 : 0.5
  if (found.length === 0) return false
  // Of “hair strand tests” the tests are enough.
  const share = [...left].filter(stem => whole.has(stem)).length / left.size
  return Math.max(share, coverage(left, whole, weigh)) >= least
}

const away =
  /\b(?:his|their)\s+(?:\S+\s+)?(?:house|home|flat|cottage|bungalow|caravan|address|property)\b|\bown\b|\b(?:brother|sister|friend|cousin)['’]s\b|\b(?:left|leave|out of|(?:at|went|go|goes|stayed|was|were|came|come|been|to) home$)\b/i

/** Who did it to whom, and where, is as awaited. */
function fits(id: string, match: Found, awaited: Awaited, told: Told): boolean {
  const concept = concepts.get(id)
  const {text} = told.line
  const words = text.slice(match.start, match.end)
  if (
    concept?.place &&
    !away.test(awaited.text) &&
    (away.test(words) || /\s\p{Lu}\p{Ll}+$/u.test(words) || isOwnPlace(awaited, match, told))
  )
    return false
  if (id === 'alone' && minding.test(words)) {
    // Looked after by another child.
    const [by] = told.mentions.filter(({start}) => start < match.start).sort((a, b) => b.start - a.start)
    if (by?.person.kind !== 'child') return false
  }
  if (concept?.place && isKeptOut(awaited, text)) return false
  if (id === 'alone-with' && isWithAnother(awaited, match, told)) return false
  if ([concept, concepts.get(match.id)].some(one => one?.unless && new RegExp(`\\b(?:${one.unless})\\b`, 'iu').test(text))) return false
  // “Came home at 8 pm”
  if (isAbsence(match.id) && /\bat$/i.test(words) && nightHoursIn(text).some(hour => hour < early)) return false
  if (concept?.state && someoneElse.test(text.slice(0, match.start))) return false
  if (id === 'injury' && /\bexplain|\bunexplained\b/i.test(awaited.text) && isExplained.test(text)) return false
  const [subject] = awaited.required
  const own = awaited.concepts.find(other => other.id === id)
  // “Ella is hit”: the subject does nothing.
  if (concept?.ordered && !concept.state && own && passive.test(awaited.text.slice(0, own.start))) return true
  if (concept?.state && subject?.kind === 'person' && isWithinOf(subject.people, match, told)) return true
  if (!concept?.ordered || subject?.kind !== 'person' || subject.start > (awaited.concepts[0]?.start ?? 0)) return true
  return isDoer(subject.people, match, told, concept.state === true)
}

/** “Dana left the children with Pat while Lee was out”: of Lee the trigger speaks, and it was not he who had them. */
function isWithAnother({required}: Awaited, {start, end}: Found, {line: {text}, mentions}: Told): boolean {
  const keepers = mentions.filter(
    mention => mention.start >= start && mention.start <= end + 1 && /\bwith\s$/i.test(text.slice(0, mention.start))
  )
  const isAwaited = (person: Person): boolean => required.some(one => one.kind === 'person' && isOneOf(person, one.people))
  return keepers.length > 0 && !keepers.some(({person}) => isAwaited(person))
}

const minding = /^left to\b/i
/** “Josh saw his friend being arrested” */
const someoneElse =
  /\b(?:his|her|their|a|an)\s(?:\p{L}+\s)?(?:friend|mate|cousin|neighbour|uncle|aunt|boyfriend|girlfriend|brother|sister|partner|colleague)\s(?:being|was|is|getting|got|were)?\s*$/iu
const isExplained =
  /\b(?:(?:was|is|came|comes) from (?:a|an|his|her|the)|fits? (?:with )?(?:a|an|the|what)|explained (?:by|as)|which (?:staff|\p{L}+) saw|in front of (?:staff|us))\b/iu
const passive = /\b(?:is|are|be|been|being|gets?|was|were)\s(?:not\s)?(?:\p{L}+ly\s)?$/iu

function isWithinOf(people: readonly Person[], {start, end}: Found, {mentions}: Told): boolean {
  return mentions.some(mention => mention.start >= start && mention.end <= end && isOneOf(mention.person, people))
}

/** “He stood across the road from the house”; where somebody must get in, “he banged on the door and was not let in” too. */
function isKeptOut({text: awaited}: Awaited, text: string): boolean {
  const isNear = /\b(?:near(?:er)?|outside|approach\p{L}*|street|road|close(?:r)? (?:to|than)|within \d+)\b/iu.test(awaited)
  if (!isNear && faraway.test(text) && !within.test(text)) return true
  return mustEnter.test(awaited) && outdoors.test(text) && !within.test(text)
}

const faraway =
  /\b(?:across the (?:road|street|way)|over the road|opposite|(?:at|to|from) the (?:end|top|bottom|corner) of|other side of the (?:road|street)|(?:walked|drove|went|driven|gone|walking|driving|came) past|in (?:his|a) (?:car|van) outside)\b/i
const mustEnter =
  /\b(?:inside|into|let in|gets in|got in|enters?|indoors|in the (?:house|home|flat|property)|stay\p{L}*|sleep\p{L}*|liv(?:es|ing))\b/iu
const outdoors =
  /\b(?:outside|doorstep|(?:at|to|on) the (?:front |back )?(?:gate|door|window|step)|in the (?:front |back )?(?:garden|street|road|yard)|letter ?box|(?:not|n['’]t|never|nobody|no one) (?:\p{L}+ )?(?:let (?:him|her|them) in|get in|got in|open(?:ed)? the door))\b/iu
const within =
  /\b(?:kitchen|bedroom|bathroom|living room|front room|sitting room|lounge|hall(?:way)?|landing|stairs|upstairs|sofa|settee|asleep|slept|indoors|inside|let (?:himself|herself|him in|her in|them in)|got in|climbed in|stayed)\b/i

/** “… has been sleeping at Lee's flat”: of Lee no sign that he came to another one. */
function isOwnPlace({required}: Awaited, {start, end}: Found, {line: {text}, mentions}: Told): boolean {
  return mentions.some(
    mention =>
      mention.end > start &&
      mention.start <= end + 1 &&
      /^(?:['’]s)?\s(?:\p{Ll}+\s)?(?:flat|house|home|place|room|address|property)\b/u.test(text.slice(mention.end)) &&
      /['’]s?$/.test(text.slice(mention.start, mention.end) + (/^['’]s/.exec(text.slice(mention.end))?.[0] ?? '')) &&
      required.some(one => one.kind === 'person' && isOneOf(mention.person, one.people))
  )
}

/** Named first in the clause or last before the deed, or after “by”. */
function isDoer(people: readonly Person[], match: Found, {line: {text}, mentions}: Told, isState: boolean): boolean {
  const own = mentions.filter(mention => isOneOf(mention.person, people))
  if (own.length === 0) return true
  if (own.some(({start}) => start > match.start && /\b(?:by|from|with|on)\s+$/i.test(text.slice(0, start)))) return true
  // “… and said that Lee did it”
  if (
    own.some(
      ({end}) =>
        end > match.start &&
        /^\s(?:(?:had |has )?(?:did|done) (?:it|this|that)|(?:said|says|admitted|told us) (?:it|they|this) (?:was|were|is|are) (?:his|hers|theirs))\b/i.test(
          text.slice(end)
        )
    )
  )
    return true
  const lead = text.slice(0, match.start)
  const from = Math.max(0, ...[...lead.matchAll(subclause)].map(({index, 0: mark}) => index + mark.length))
  const before = mentions.filter(({start}) => start >= from && start < match.start).sort((a, b) => a.start - b.start)
  // “One missing episode, when Josh was found in Leeds”
  if (isState && from === 0 && before.length === 0 && !pronoun.test(lead)) {
    const [first] = mentions.filter(({start}) => start > match.start).sort((a, b) => a.start - b.start)
    if (/\sand\s/i.test(text.slice(match.end, first?.start))) return false
    return first !== undefined && isOneOf(first.person, people)
  }
  if (before.length === 0) {
    const earlier = mentions.filter(({start}) => start < from).sort((a, b) => a.start - b.start)
    // “Dana had Ella with her, drank, and fell”: whom the sentence begins with, or whom it named last.
    const isNamed = [earlier[0], earlier.at(-1)].some(mention => mention && isOneOf(mention.person, people))
    const isHe = pronoun.test(text.slice(from, match.start)) && own.some(({start}) => start < from)
    return isHe || isNamed
  }
  return [before[0], before.at(-1)].some(mention => mention && isOneOf(mention.person, people))
}

const subclause = /[;:,]\s|\s(?:when|while|because|after|before|that|but)\s/gi

const clauseEnd =
  /[;:]\s|,\s|\sbut\s|\sand\s(?=(?:he|she|they|it|nobody|no one|none|never|not)\b|\p{Lu}\p{Ll}+\s(?:was|were|has|had|is|did)\b)/giu

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
  if (speaksOfFuture(`${text.slice(from, start)} `) || /^\s*(?:if|whenever|unless)\b/i.test(clause)) return false
  if (/^\s*when\b/i.test(clause) && datesIn(clause, null).length === 0) return false
  const isOutside = (sign: {start: number; end: number}): boolean => sign.start < start - from || sign.start >= end - from
  const around = signs.match(clause).filter(isOutside)
  if (around.some(sign => sign.list === 'denied' && sign.start < start - from)) return false
  if (/\bno\s(?:\S+\s){0,2}$/i.test(text.slice(from, start))) return false
  // “had drunk nothing”
  if (/^\s+(?:nothing|none)\b(?!\s(?:but|except|other)\b)/i.test(text.slice(end))) return false
  if (/^\W*(?:has|have|had|did|does|was|were)(?:n['’]t|\s(?:not|never|stopped))\b/i.test(text.slice(end))) return false
  return !around.some(({list}) => list === 'habit') || datesIn(clause, null).length > 0
}

function isThere(required: Required, {line, source, mentions, around, aroundText, implied}: Told): boolean {
  const {text} = line
  if (required.kind === 'word') {
    const isNamed = (words: string): boolean => wordsOf(words).some(word => word.text.replace(/'s$/, '') === required.word)
    // “Karl rang twice. On 3 May he came round”: he is whom the sentence before begins with.
    const [subject = ''] = aroundText.slice(aroundText.lastIndexOf('\n') + 1).split(/\s/)
    const lastNamed = aroundText.split('\n').findLast(sentence => !pronounFirst.test(sentence)) ?? ''
    const isOnlyName = properIn(lastNamed).size === 1 && isNamed(lastNamed) && around.every(({kind}) => kind !== 'child')
    return isNamed(source.text) || (lacksSubject(text) && (isOnlyName || isNamed(subject) || isNamed(lastNamed.split(/\s/)[0] ?? '')))
  }
  const fits = (person: Person): boolean =>
    required.kind === 'person' ? isOneOf(person, required.people) : person.kind === (required.kind === 'child' ? 'child' : 'parent')
  if (mentions.some(({person}) => fits(person))) return true
  if (required.kind === 'child' && signs.match(text).some(({list}) => list === 'children')) return true
  if (
    required.kind === 'person' &&
    required.people[0]?.kind === 'child' &&
    /\b(?:the|both|all three|all four) (?:children|kids|twins|boys|girls)\b/i.test(text)
  )
    return true
  if (isAnyParent(required) && hasUnknownAdult(text, mentions)) return true
  return (refersBack(text, mentions) && around.some(fits)) || implied.some(fits)
}

/** “Either parent”, whichever it is. */
function isAnyParent(required: Required): boolean {
  return required.kind === 'parent' || (required.kind === 'person' && required.people.length > 1 && required.people.every(isUnnamedParent))
}

function isUnnamedParent({kind, name}: Person): boolean {
  return kind === 'parent' && /^(?:mum|dad|mother|father)$/i.test(name)
}

/** Whom the plan does not introduce is no child of it and no worker. */
function hasUnknownAdult(text: string, mentions: Told['mentions']): boolean {
  const [first] = wordsOf(text)
  return (
    first !== undefined &&
    /^\p{Lu}\p{Ll}+(?:['’]s)?$/u.test(text.slice(first.start, first.end)) &&
    !mentions.some(({start}) => start === first.start)
  )
}

/** Whom it speaks of has been named before: nobody of the family stands before the first “he” or “she”. */
function refersBack(text: string, mentions: Told['mentions']): boolean {
  if (lacksSubject(text)) return true
  const first = /\b(?:he|she|him|her)\b/i.exec(text)?.index
  return first !== undefined && !mentions.some(({person, start}) => (person.kind === 'child' || person.kind === 'parent') && start < first)
}

const pronounFirst = /^\W*(?:he|she|they|his|her|their)\b/i

/** “She was …”, “On 3 May he was …”, “Missed two”: whoever it was has been named before. */
function lacksSubject(text: string): boolean {
  const [date] = datesIn(text, null)
  const lead =
    /^\W*(?:(?:then|but|and|so|yet|also|again|since|in|on|at|by|during|that|the|early|late|night|week|of|morning|evening|autumn|summer|spring|winter|holidays|then)\s+)*/i.exec(
      text
    )?.[0].length ?? 0
  const rest = (date && date.start <= lead + 3 ? text.slice(date.end) : text.slice(lead)).replace(/^[\s,]+/, '')
  return bare.test(rest)
}

const bare =
  /^(?:he|she|they|it|his|her|their|not|no|never|only|did|has|had|was|were|been|seen|brought|kept|gone|went|came|away|slept|got|left|took|drank|both|twice|once|\d|one|two|three|four|[a-z]+ed)\b/i

/** “Karim's brother came” */
const kin =
  /^['’]s?\s+(?:\p{L}+\s)?(?:brother|sister|mum|mother|dad|father|friend|mate|partner|cousin|ex|boyfriend|girlfriend|son|daughter|uncle|aunt|auntie|nan|gran|worker|solicitor|dog|landlord|boss|family|parents|lawyer)s?\b/iu

const titles = new Set(['mr', 'mrs', 'ms', 'miss', 'mx', 'dr', 'pc', 'dc'])

function isOneOf(person: Person, people: readonly Person[]): boolean {
  return people.some(other => isSamePerson(person, other))
}

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
