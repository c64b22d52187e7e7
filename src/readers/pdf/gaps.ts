/** White space that runs down through the rows of a table. */
import {isMarker} from './markers.ts'
import type {Word} from './words.ts'

/** A gap narrower than this, in letter sizes, may be one between words. */
const narrowest = 0.7

/** White space from top to bottom. */
export interface Gap {
  from: number
  to: number
}

/** The gaps between columns, given the words of each row: white space that hardly any row has words in. */
export function gapsIn(rows: readonly (readonly Word[])[]): Gap[] {
  const words = rows.flat()
  if (words.length === 0) return []
  const size = words.map(word => word.size).sort((a, b) => a - b)[Math.floor(words.length / 2)] as number
  const left = Math.floor(words.reduce((least, word) => Math.min(least, word.left), Number.POSITIVE_INFINITY))
  const covered = coverage(rows, left, Math.ceil(words.reduce((most, word) => Math.max(most, word.right), left)))
  const most = Math.floor(0.15 * rows.length)
  const gaps: Gap[] = []
  let open = 0
  for (const [index, count] of covered.entries()) {
    if (count <= most) open++
    else {
      const x = left + index
      if (open >= narrowest * size && isColumn(rows, x)) gaps.push({from: x - open, to: x})
      open = 0
    }
  }
  return gaps
}

/** In how many rows there is a word over each point from left to right. */
function coverage(rows: readonly (readonly Word[])[], left: number, right: number): number[] {
  const covered = new Array<number>(right - left + 1).fill(0)
  for (const words of rows) {
    const own = new Set<number>()
    for (const word of words) for (let x = Math.floor(word.left); x < word.right; x++) own.add(x - left)
    for (const x of own) covered[x] = (covered[x] ?? 0) + 1
  }
  return covered
}

/** Whether several rows have words on both sides, and those before are more than bullets and numbers of lists. */
function isColumn(rows: readonly (readonly Word[])[], x: number): boolean {
  const both = rows.filter(words => words.some(({left}) => left >= x - 1) && words.some(({right}) => right <= x + 1))
  const before = rows.flat().filter(word => word.right <= x + 1 && x - word.right < 3 * word.size)
  return both.length > 1 && (before.length === 0 || before.filter(({text}) => isMarker(text)).length < 0.6 * before.length)
}
