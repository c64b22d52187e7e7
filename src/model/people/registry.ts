/** People as they become known: each new fact joins the person it belongs to, or makes a new one. */
import givenNames from '../../../rules/vocabulary/given-names.json' with {type: 'json'}
import {sexOfTitle} from '../../text/names.ts'
import type {Child, Person, PersonKind, Span} from '../plan.ts'

/** What is known of a grown-up so far. */
export interface Known {
  kind: PersonKind
  title: string | null
  given: string | null
  surname: string | null
  nickname: string | null
  /** Groups of relation words this person answers to: `mother`, `aunt`. */
  groups: Set<string>
  /** Relation words used of this very person, lower case. */
  words: Set<string>
  /** Post as the vocabulary calls it, to compare. */
  post: string | null
  /** Post or relation as written. */
  said: string | null
  sex: 'female' | 'male' | null
  at: Span | null
}

export type Fact = Pick<Known, 'title' | 'given' | 'surname' | 'nickname'> &
  Partial<Omit<Known, 'groups' | 'words'>> & {group?: string; word?: string}

export interface Registry {
  people: Known[]
  children: readonly Child[]
}

const sexes = new Map(givenNames.entries.map(({name, sex}) => [name, sex]))

/** The sex a first name suggests; only good enough to tell Mum from Dad. */
export function likelySex(given: string | null): 'female' | 'male' | null {
  const sex = given ? sexes.get(given.toLowerCase()) : undefined
  return sex === 'female' || sex === 'male' ? sex : null
}

/** Adds what is known to the person it is about. Facts about one of the children are left out. */
export function learn(registry: Registry, fact: Fact): Known | null {
  if (!fact.title && isChild(fact, registry.children)) return null
  const sex = fact.sex ?? sexOfTitle(fact.title)
  let known = registry.people.find(person => isSame(person, fact, sex))
  if (!known) {
    known = {
      kind: fact.kind ?? 'other',
      title: null,
      given: null,
      surname: null,
      nickname: null,
      groups: new Set(),
      words: new Set(),
      post: null,
      said: null,
      sex,
      at: null
    }
    registry.people.push(known)
  }
  known.title ??= fact.title
  if (!known.given || (known.given.length <= 2 && (fact.given?.length ?? 0) > 2)) known.given = fact.given ?? known.given
  known.surname ??= fact.surname
  known.nickname ??= fact.nickname
  known.post ??= fact.post ?? null
  known.said ??= fact.said ?? null
  known.sex ??= sex
  known.at ??= fact.at ?? null
  if (known.kind === 'other' && fact.kind) known.kind = fact.kind
  if (fact.group) known.groups.add(fact.group)
  if (fact.word) known.words.add(fact.word.toLowerCase())
  return known
}

function isChild({given, surname}: Fact, children: readonly Child[]): boolean {
  return children.some(
    child => same(child.given, given) && (!surname || !child.name.includes(' ') || same(lastWord(child.name), lastWord(surname)))
  )
}

function isSame(person: Known, fact: Fact, sex: 'female' | 'male' | null): boolean {
  const surnamesAgree = !person.surname || !fact.surname || same(lastWord(person.surname), lastWord(fact.surname))
  if (person.given && fact.given) {
    const initials = person.given.replace('.', '').length === 1 || fact.given.replace('.', '').length === 1
    if (initials)
      return surnamesAgree && person.surname !== null && fact.surname !== null && same(person.given[0] as string, fact.given[0] as string)
    return surnamesAgree && (same(person.given, fact.given) || same(person.nickname, fact.given) || same(person.given, fact.nickname))
  }
  if (person.surname && fact.surname && surnamesAgree) return !sex || !sexOf(person) || sex === sexOf(person)
  return false
}

/** Sex known, or suggested by the first name. */
export function sexOf({sex, given}: Pick<Known, 'sex' | 'given'>): 'female' | 'male' | null {
  return sex ?? likelySex(given)
}

function same(a: string | null | undefined, b: string | null | undefined): boolean {
  return !!a && !!b && a.toLowerCase() === b.toLowerCase()
}

function lastWord(name: string): string {
  return name.split(/\s+/).at(-1) ?? name
}

/** The person for the plan, with every way to name them. */
export function personOf(known: Known): Person {
  const {kind, title, given, surname, nickname, said, post, sex, at} = known
  const full = [given, surname].filter(Boolean).join(' ')
  const name = given ? full : title && surname ? `${title} ${surname}` : (surname ?? said ?? post ?? '')
  const aliases = new Set<string>()
  for (const alias of [name, given && given.replace('.', '').length > 1 ? given : null, nickname, ...titled(known)])
    if (alias) aliases.add(alias.toLowerCase())
  for (const word of known.words) aliases.add(word)
  const told = sex ?? (known.groups.has('mother') ? 'female' : known.groups.has('father') ? 'male' : null)
  return {kind, name, aliases: [...aliases], post: said ?? post, sex: told, at}
}

/** `Ms Lowe` where the text says Mrs; relatives only by a title they are given, for they share the parents' names. */
function titled({kind, title, surname, sex, given}: Known): string[] {
  if (!surname) return []
  const titles = new Set(title ? [title] : [])
  const fixed = title !== null && !/^m(?:r|rs|s|iss)$/i.test(title)
  if (fixed || kind === 'relative') return [...titles].map(one => `${one} ${surname}`)
  const guess = sexOf({sex, given})
  if (guess !== 'male') for (const one of ['ms', 'mrs', 'miss']) titles.add(one)
  if (guess !== 'female') titles.add('mr')
  return [...titles].map(one => `${one} ${surname}`)
}
