/** Labels with their values set in below them, as browsers show lists of definitions: tables of two columns. */
import type {Item} from './columns.ts'
import type {DraftTable} from './tables.ts'
import type {Line} from './words.ts'

/** A value is set in by no less and no more, in letter sizes. */
const [least, most] = [1.6, 5]
const fewest = 3
const mostWords = 8

interface Pair {
  label: Line
  value: Line[]
}

/** Finds such lists in the lines between tables. `right` is where lines must end. */
export function withDefinitions(items: readonly Item[], right: number): Item[] {
  return items.flatMap(item => (item.kind === 'lines' ? partsOf(item.lines, right) : [item]))
}

function partsOf(lines: readonly Line[], right: number): Item[] {
  const items: Item[] = []
  let open: Line[] = []
  for (let at = 0; at < lines.length; ) {
    const pairs = pairsFrom(lines, at)
    if (pairs.length < fewest) {
      open.push(lines[at] as Line)
      at++
      continue
    }
    if (open.length > 0) items.push({kind: 'lines', lines: open})
    open = []
    items.push({kind: 'table', table: tableOf(pairs, right)})
    at += pairs.reduce((sum, {value}) => sum + 1 + value.length, 0)
  }
  if (open.length > 0) items.push({kind: 'lines', lines: open})
  return items
}

/** The pairs that stand directly below one another from a line on, all set in alike. */
function pairsFrom(lines: readonly Line[], from: number): Pair[] {
  const pairs: Pair[] = []
  const [first, second] = [lines[from], lines[from + 1]]
  if (!first || !second) return pairs
  const indent = second.left - first.left
  if (indent < least * first.size || indent > most * first.size) return pairs
  for (let at = from; ; ) {
    const label = lines[at]
    if (!label || !isLabel(label, lines[at - 1], first, pairs.length > 0)) return pairs
    let end = at + 1
    while (isValueLine(lines[end], lines[end - 1] as Line, first.left + indent)) end++
    const value = lines.slice(at + 1, end)
    if (value.length === 0) return pairs
    pairs.push({label, value})
    at = end
  }
}

function isLabel(line: Line, before: Line | undefined, first: Line, isNext: boolean): boolean {
  const text = line.words.at(-1)?.text ?? ''
  const isShort = line.words.length <= mostWords && !/[.,;]$/.test(text)
  return isShort && Math.abs(line.left - first.left) < 1 && Math.abs(line.size - first.size) < 0.3 && (!isNext || isBelow(line, before))
}

function isValueLine(line: Line | undefined, before: Line, left: number): boolean {
  return line !== undefined && line.left > left - 1 && Math.abs(line.size - before.size) < 0.3 && isBelow(line, before)
}

/** Directly below, without the space between paragraphs; a page may end between them. */
function isBelow(line: Line, before: Line | undefined): boolean {
  const step = before ? (line.base - before.base) / line.size : 0
  return before?.words[0]?.page !== line.words[0]?.page || (step > 0 && step < 1.45)
}

function tableOf(pairs: readonly Pair[], right: number): DraftTable {
  const [first, last] = [pairs[0] as Pair, pairs.at(-1) as Pair]
  const [left, inner] = [first.label.left, (first.value[0] as Line).left]
  const place = (row: number, column: number) => ({row, column, rowSpan: 1, colSpan: 1})
  const cells = pairs.flatMap(({label, value}, row) => [
    {place: place(row, 0), lines: [label], right, tables: []},
    {place: place(row, 1), lines: value, right, tables: []}
  ])
  const bottom = (last.value.at(-1) as Line).bottom
  const page = (last.value.at(-1) as Line).words[0]?.page ?? 0
  return {page, borders: [left, inner, right], rows: pairs.length, cells, left, top: first.label.top, right, bottom}
}
