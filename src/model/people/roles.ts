/** Who answers to `Mum`, `Nan`, `SW`: the person of that relation or post, or, where nobody is named, somebody known only by it. */
import type {Block, Person} from '../plan.ts'
import type {Known} from './registry.ts'
import {rolesIn} from './vocabulary.ts'

export interface RoleIndex {
  groups: Map<string, Person[]>
  posts: Map<string, Person[]>
  /** Relation and post words among the aliases: found by the role matcher, not by name. */
  words: Set<string>
  nameless: Person[]
}

/** Reads every relation and post of the document once. Adds the words each person goes by to their aliases. */
export function addRoles(people: readonly {known: Known; person: Person}[], blocks: readonly Block[]): RoleIndex {
  const index: RoleIndex = {groups: new Map(), posts: new Map(), words: new Set(), nameless: []}
  for (const {known, person} of people) {
    for (const group of known.groups) if (group !== 'parents') add(index.groups, group, person)
    if (known.post) add(index.posts, known.post, person)
    for (const word of known.words) index.words.add(word)
  }
  const seen = new Map<string, Set<string>>()
  for (const {text} of blocks) {
    for (const role of rolesIn(text)) {
      const kind = role.relation?.kind
      if (kind === 'child' || role.relation?.group === 'parents' || role.relation?.group === 'carers') continue
      const key = role.post ? `post ${role.post}` : `group ${role.relation?.group}`
      const words = seen.get(key)
      if (words) words.add(role.text)
      else seen.set(key, new Set([role.text]))
      if (role.post && !index.posts.has(role.post)) addNameless(index.posts, role.post, nameless('professional', role.text, null), index)
      else if (role.relation && kind && !index.groups.has(role.relation.group)) {
        addNameless(index.groups, role.relation.group, nameless(kind, role.text, role.relation.sex), index)
      }
    }
  }
  for (const [key, words] of seen) addWords(key, words, index)
  return index
}

function add(map: Map<string, Person[]>, key: string, person: Person): void {
  const people = map.get(key)
  if (people) people.push(person)
  else map.set(key, [person])
}

function addNameless(map: Map<string, Person[]>, key: string, person: Person, index: RoleIndex): void {
  add(map, key, person)
  index.nameless.push(person)
}

function nameless(kind: Person['kind'], text: string, sex: Person['sex']): Person {
  return {kind, name: text.charAt(0).toUpperCase() + text.slice(1), aliases: [], post: text, sex, at: null}
}

/** A word that only one person can mean becomes one of their aliases. */
function addWords(key: string, words: ReadonlySet<string>, index: RoleIndex): void {
  const people = key.startsWith('post ') ? index.posts.get(key.slice(5)) : index.groups.get(key.slice(6))
  const [only, second] = people ?? []
  for (const text of words) {
    const word = text.toLowerCase().replace(/[’‘]/g, "'").replace(/'s$/, '')
    index.words.add(word)
    if (only && !second && !only.aliases.includes(word)) only.aliases.push(word)
  }
}
