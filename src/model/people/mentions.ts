/** Everybody a stretch of text names or points to. */
import {wordsOf} from '../../text/phrases.ts'
import type {Child, People, Person} from '../plan.ts'
import {rolesIn, type Role} from './vocabulary.ts'

export type Mention = ReturnType<People['mentionsIn']>[number]

/** Who answers to what. Names are keyed by their first word. */
export interface Index {
  names: Map<string, {words: string[]; person: Person}[]>
  groups: Map<string, Person[]>
  posts: Map<string, Person[]>
  children: readonly Child[]
  parents: readonly Person[]
}

export function indexNames(people: readonly Person[], roleWords: ReadonlySet<string>): Index['names'] {
  const names: Index['names'] = new Map()
  for (const person of people) {
    for (const alias of person.aliases) {
      if (roleWords.has(alias)) continue
      const words = wordsOf(alias).map(({text}) => text)
      const [first] = words
      if (!first) continue
      const entries = names.get(first)
      if (entries) entries.push({words, person})
      else names.set(first, [{words, person}])
    }
  }
  for (const entries of names.values()) entries.sort((a, b) => b.words.length - a.words.length)
  return names
}

/** Names, titles with surnames, relations and posts, in order of place. */
export function mentionsIn(text: string, index: Index): Mention[] {
  const named = namesOf(text, index)
  const mentions = [...named]
  for (const role of rolesIn(text)) {
    if (named.some(({start, end}) => start < role.end && role.start < end)) continue
    for (const person of peopleOfRole(role, text, index)) mentions.push({person, start: role.start, end: role.end})
  }
  return mentions.sort((a, b) => a.start - b.start || b.end - a.end)
}

function namesOf(text: string, {names}: Index): Mention[] {
  const found: Mention[] = []
  const words = wordsOf(text)
  for (let at = 0; at < words.length; at++) {
    const word = words[at] as (typeof words)[number]
    const bare = word.text.replace(/'s$/, '')
    const entries = names.get(word.text) ?? names.get(bare)
    if (!entries || !/^\p{Lu}/u.test(text.slice(word.start))) continue
    for (const entry of entries) {
      const last = words[at + entry.words.length - 1]
      if (
        !last ||
        !entry.words.every(
          (part, offset) =>
            part === words[at + offset]?.text || (offset === entry.words.length - 1 && `${part}'s` === words[at + offset]?.text)
        )
      )
        continue
      const end = last.end - (last.text.endsWith("'s") && !(entry.words.at(-1) as string).endsWith("'s") ? 2 : 0)
      if (entry.words.length === 1 && isOtherWord(text, word.start, end)) continue
      found.push({person: entry.person, start: word.start, end})
      at += entry.words.length - 1
      break
    }
  }
  return found
}

/** “4 May”, “Will you come?”: a month or a verb, though a child may be called so. */
function isOtherWord(text: string, start: number, end: number): boolean {
  const word = text.slice(start, end)
  if (/^(?:May|June|April|August)$/.test(word))
    return /\d(?:st|nd|rd|th)?\s*$/.test(text.slice(0, start)) || /^\s*(?:\d|20\d\d)/.test(text.slice(end))
  return /^Will$/.test(word) && /^\s+(?:you|the|it|they|there|he|she|we|this)\b/.test(text.slice(end))
}

function peopleOfRole(role: Role, text: string, {groups, posts, children, parents}: Index): readonly Person[] {
  if (role.post) return posts.get(role.post) ?? []
  const {relation} = role
  if (!relation) return []
  if (isSomebodyElses(role, text)) return []
  if (relation.group === 'parents') return parents
  if (relation.kind === 'child') {
    const babies = children.filter(({unborn, given}) => unborn || /^baby$/i.test(given))
    return /\b(?:baby|unborn)\b/i.test(role.text) && babies.length === 1 ? babies : []
  }
  const group = groups.get(relation.group) ?? []
  const exact = group.filter(({aliases}) => aliases.includes(role.text.toLowerCase().replace(/[’‘]/g, "'")))
  return exact.length > 0 ? exact : group
}

/** “somebody’s mum”, “her friend’s dad”. */
function isSomebodyElses({start}: Role, text: string): boolean {
  return /\b(?:somebody|someone|anybody|everybody|friend|teacher|neighbour|boy|girl|child)['’]s\s+$/i.test(
    text.slice(Math.max(0, start - 20), start)
  )
}
