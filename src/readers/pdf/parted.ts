/** Words that the end of a line has parted: with a hyphen that may or may not be their own, or in the middle because a cell is too narrow. */
import type {Word} from './words.ts'

/** How often each word of the document occurs, in small letters. */
export type WordCounts = ReadonlyMap<string, number>

/** Ends of words that are no words themselves: before them, a hyphen only parts a word. */
const tails =
  /^(?:a[bn]ce|able|age|als?|ally|ation|ations|bility|ble|cal|cally|cial|cies|cy|ded|ding|dren|e[nr]ce|e[dnr]|ers|ful|fully|ible|ical|ics|ing|ings|ity|ities|ive|less|ling|ly|ments?|mental|ness|ning|ous|pe[dr]|ping|ring|sions?|sional|sionals|ship|ted|ter|ters|tial|ties|ting|tional?|tions?|tive|tives|ture|ty|ure|ures|vices?)$/

export function countWords(words: readonly Word[]): WordCounts {
  const counts = new Map<string, number>()
  for (const {text} of words) {
    const word = bare(text)
    for (const part of new Set([word, ...word.split('-')])) counts.set(part, (counts.get(part) ?? 0) + 1)
  }
  return counts
}

/**
 * Whether `end` (which ends in a hyphen) and `start` are one word without a hyphen. Few programs part words unless asked to: it must be
 * found whole elsewhere, or its second part must be no word.
 */
export function isHyphenated(end: string, start: string, counts: WordCounts): boolean {
  const first = bare(/\S+$/.exec(end)?.[0] ?? '').replace(/-$/, '')
  const second = bare(start)
  if (!/^\p{Ll}/u.test(start) || first.includes('-') || counts.has(`${first}-${second}`)) return false
  return counts.has(first + second) || tails.test(second)
}

/** Whether two parts, at the end and at the beginning of a line without room for one letter more, are one word. */
export function isOneWord(end: string, start: string, counts: WordCounts): boolean {
  if (!/\p{L}$/u.test(end) || !/^\p{Ll}/u.test(start)) return false
  const [first, second] = [bare(end), bare(start)]
  return counts.has(first + second) || (counts.get(first) ?? 0) < 2 || (counts.get(second) ?? 0) < 2
}

const bare = (text: string) => text.toLowerCase().replace(/^[^\p{L}]+|[^\p{L}-]+$/gu, '')
