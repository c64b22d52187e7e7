/** Sentences of one block of text. */
import type {Range} from './quotations.ts'
import {sentenceEnds} from './sentence-ends.ts'
import abbreviations from '../../rules/vocabulary/abbreviations.json' with {type: 'json'}

const shortened = abbreviations.entries.map(({text}) => text.slice(0, -1).replace(/\./g, '\\.')).join('|')
const unfinished = new RegExp(`(?:^|[\\s(])(?:(?:${shortened}|[a-z])\\.|nos?\\.)\\s*$`, 'iu')
const numberOf = /(?:^|\s)nos?\.\s*$/i
const numberedOnly = /^\s*\(?(?:\d+(?:\.\d+)*|[a-z])[.)]\s*$/i

/**
 * The sentences of a block: ranges without surrounding white space. Abbreviations of the field (`Dr.`, `approx.`, `no. 3`), initials and
 * item numbers do not end a sentence.
 */
export function sentencesIn(text: string): Range[] {
  const ranges: Range[] = []
  let start = 0
  for (const end of sentenceEnds(text)) {
    const soFar = text.slice(start, end)
    const next = text.slice(end).trimStart()
    if (next && numberOf.test(soFar) && !/^\d/.test(next)) {
      push(ranges, text, start, end)
      start = end
      continue
    }
    if (next && (unfinished.test(soFar) || numberedOnly.test(soFar) || /^[a-z,;]/.test(next))) continue
    push(ranges, text, start, end)
    start = end
  }
  if (start < text.length) push(ranges, text, start, text.length)
  return ranges
}

function push(ranges: Range[], text: string, start: number, end: number): void {
  while (start < end && /\s/.test(text[start] as string)) start++
  while (end > start && /\s/.test(text[end - 1] as string)) end--
  if (end > start) ranges.push({start, end})
}
