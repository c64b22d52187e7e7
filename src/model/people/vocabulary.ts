/** Words for who somebody is: relations and posts. */
import posts from '../../../rules/vocabulary/posts.json' with {type: 'json'}
import relatives from '../../../rules/vocabulary/relatives.json' with {type: 'json'}
import {createMatcher, type PhraseEntry} from '../../text/phrases.ts'

export interface Relation extends PhraseEntry {
  kind: 'parent' | 'relative' | 'child' | 'other'
  /** Words of one group can mean one person: `nan`, `gran`, `MGM`. */
  group: string
  sex: 'female' | 'male' | null
}

export interface Post extends PhraseEntry {
  post: string
}

const matcher = createMatcher({relations: possessive(relatives.entries as Relation[]), posts: possessive(posts.entries as Post[])})

/** Every entry twice: as it is, and as an owner (`nan's`). */
function possessive<Entry extends PhraseEntry>(entries: readonly Entry[]): Entry[] {
  return entries.flatMap(entry => {
    const owner = entry.phrase.replace(/~$/, '').replace(/([^\s|()[\]]+)(?=[^\s()[\]]*[)\]]?$)/g, "$1's")
    return [entry, {...entry, phrase: owner, owner: true}]
  })
}

export interface Role {
  start: number
  end: number
  /** As written. */
  text: string
  relation: Relation | null
  post: string | null
}

/** Relations and posts in a text, longest first where they overlap, in order of place. */
export function rolesIn(text: string): Role[] {
  const roles: Role[] = []
  const matches = matcher.match(text).toSorted((a, b) => a.start - b.start || b.end - a.end)
  for (const {list, entry, start, end: last} of matches) {
    const end = entry.owner === true ? last - 2 : last
    if (entry.capitals === true && !/\p{Lu}{2}/u.test(text.slice(start, end))) continue
    if (roles.some(other => start < other.end && other.start < end)) continue
    const isPost = list === 'posts'
    roles.push({
      start,
      end,
      text: text.slice(start, end),
      relation: isPost ? null : (entry as Relation),
      post: isPost ? (entry as Post).post : null
    })
  }
  return roles
}
