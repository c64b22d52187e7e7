/** Page headers and footers: what stands at the same height at the edge of several pages, or is marked as not part of the text. */
import type {Drawing} from './drawing.ts'
import type {RuledTable} from './grid.ts'
import {type Line, linesOf, type Word} from './words.ts'

export interface Margins {
  headers: Line[]
  footers: Line[]
  /** The words left on each page. */
  bodies: Word[][]
}

/** Headers and footers stand in this part of the page at its top and bottom. */
const zone = 0.18
/** How far the same line may move from page to page, in points. */
const drift = 3

/** Takes headers and footers off the pages; each distinct line is given once. */
export function marginsOf(pages: readonly Drawing[], words: readonly Word[][], tables: readonly RuledTable[][]): Margins {
  const lines = words.map(linesOf)
  const margins: Margins = {headers: [], footers: [], bodies: []}
  const seen = new Set<string>()
  for (const [page, {height}] of pages.entries()) {
    const own = lines[page] ?? []
    const taken = new Set<Word>()
    const inTable = (line: Line) =>
      (tables[page] ?? []).some(table => isIn(table, line) && table.bottom > zone * height && table.top < (1 - zone) * height)
    const take = (from: readonly Line[], into: Line[], isEdge: (line: Line) => boolean) => {
      for (const line of from) {
        if (!isEdge(line) || inTable(line) || !(isMarked(line) || isRepeated(line, page, lines) || isPageNumber(line, height))) break
        for (const word of line.words) taken.add(word)
        const key = keyOf(line)
        if (!seen.has(key)) into.push(line)
        seen.add(key)
      }
    }
    take(own, margins.headers, line => line.bottom < zone * height)
    const footers: Line[] = []
    take([...own].reverse(), footers, line => line.top > (1 - zone) * height)
    margins.footers.push(...footers.reverse())
    margins.bodies.push(taken.size === 0 ? [...(words[page] ?? [])] : own.flatMap(line => line.words.filter(word => !taken.has(word))))
  }
  return margins
}

const isMarked = (line: Line) => line.words.every(({artifact}) => artifact)

/** The text of a line, whatever the numbers in it. */
const keyOf = (line: Line) =>
  line.words
    .map(({text}) => text)
    .join(' ')
    .replace(/\d+/g, '#')

function isIn(table: RuledTable, line: Line): boolean {
  return line.base > table.top && line.base < table.bottom + 1 && line.left > table.left - 1 && line.left < table.right
}

function isRepeated(line: Line, page: number, pages: readonly Line[][]): boolean {
  const key = keyOf(line)
  return pages.some((lines, other) => other !== page && lines.some(twin => Math.abs(twin.base - line.base) < drift && keyOf(twin) === key))
}

/** A page number alone at the very bottom. */
function isPageNumber(line: Line, height: number): boolean {
  return line.top > 0.9 * height && /^(?:page )?#(?: ?(?:of|\/) ?#)?$/i.test(keyOf(line))
}
