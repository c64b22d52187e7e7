/** Whether a hyphen at the end of a line belongs to the word or only parts it. */
import type {Word} from './words.ts'

/** All words of the document, in small letters. */
export type Hyphens = ReadonlySet<string>

/** Beginnings that keep their hyphen in British English. */
const keeps = new Set(['co', 'ex', 'non', 'self', 'well', 'half', 'one', 'two', 'three', 'four', 'five', 'six', 'follow', 'drop', 'check', 'long', 'short'])

export function hyphensOf(words: readonly Word[]): Hyphens {
  const found = new Set<string>()
  for (const {text} of words) {
    const word = bare(text)
    found.add(word)
    for (const part of word.split('-')) found.add(part)
  }
  return found
}

/** Whether `end` (which ends in a hyphen) and `start` are one word that the line's end has parted. */
export function isHyphenated(end: string, start: string, words: Hyphens): boolean {
  const first = bare(/\S+$/.exec(end)?.[0] ?? '').replace(/-$/, '')
  const second = bare(start)
  if (!/^\p{Ll}/u.test(start) || first.includes('-') || words.has(`${first}-${second}`)) return false
  if (words.has(first + second)) return true
  return !keeps.has(first) && !(words.has(first) && words.has(second) && first.length > 2 && second.length > 3)
}

const bare = (text: string) => text.toLowerCase().replace(/^[^\p{L}]+|[^\p{L}-]+$/gu, '')
