/** Tables that no lines are drawn around: words that begin below one another, line after line, with white space in front of them. */
import {rowsIn} from './column-rows.ts'
import {isMarker} from './markers.ts'
import type {Setting} from './paragraphs.ts'
import type {DraftCell, DraftTable} from './tables.ts'
import {type Line, linesOf, type Word} from './words.ts'

export type Item = {kind: 'lines'; lines: Line[]} | {kind: 'table'; table: DraftTable}

/** How far words of one column may begin from each other, in points. */
const drift = 1.5

/** Beginnings of columns on the pages before and after: a table may go on from there or there. */
export interface Known {
  before: readonly number[]
  after: readonly number[]
}

/** Parts lines of one page into tables and what stands between them. */
export function columnsIn(lines: readonly Line[], setting: Setting, known: Known): Item[] {
  const items: Item[] = []
  let open: Line[] = []
  for (let index = 0; index < lines.length; ) {
    const band = bestBand(lines, index, setting.pitch, known, items.length === 0)
    const isRest = band !== null && items.length === 0 && isRestOfRow(open, lines[index] as Line, known.before, band.columns)
    const above = isRest ? open.length : band ? headingLines(open, lines[index] as Line, band.columns) : 0
    const table = band && tableIn(lines.slice(index - above, band.to), band.columns, setting)
    if (!band || !table) {
      open.push(lines[index] as Line)
      index++
      continue
    }
    open = open.slice(0, open.length - above)
    if (open.length > 0) items.push({kind: 'lines', lines: open})
    open = []
    items.push({kind: 'table', table})
    index = band.to
  }
  if (open.length > 0) items.push({kind: 'lines', lines: open})
  return items
}

function bestBand(lines: readonly Line[], from: number, pitch: number, {before, after}: Known, isFirst: boolean): Band | null {
  const band = bandAt(lines, from, pitch, isFirst ? before : [])
  if (band?.to !== lines.length || after.length < band.columns.length) return band
  const longer = bandAt(lines, from, pitch, after)
  return longer?.to === lines.length ? longer : band
}

interface Band {
  /** Index of the line after the last. */
  to: number
  /** Where the columns begin, the first one included. */
  columns: number[]
}

/** The table that begins with a line, if one does. */
function bandAt(lines: readonly Line[], from: number, pitch: number, known: readonly number[]): Band | null {
  const runs = runsFrom(lines, from, known)
  // Many columns that hold together for long make a table; one gap that chance keeps open a little longer does not.
  const score = (to: number) => runs.filter(run => run.to >= to).reduce((sum, {begins}) => sum + begins.filter(at => at < to).length, 0)
  const ends = runs.map(({to}) => to).sort((a, b) => score(b) - score(a) || a - b)
  const [last] = ends
  if (last === undefined) return null
  const starts = runs.filter(({to}) => to >= last).map(({start}) => start)
  const band = lines.slice(from, last)
  const first = Math.min(...band.map(({left}) => left))
  const columns = withoutMarkers(band, first < (starts[0] as number) - 8 ? [first, ...starts] : starts)
  if (columns.length < 2 || !isRowLine(lines[from] as Line, columns)) return null
  let to = from + trimmedLength(band, columns, pitch)
  if (lines.slice(from, to).filter(line => isParted(line, columns)).length < 2) return null
  for (let next = goesOnAt(lines, to, columns, pitch); next > to; next = goesOnAt(lines, to, columns, pitch)) to = next
  while (to < lines.length && isLastRow(lines, to, columns, pitch)) to++
  return {to, columns}
}

/** Whether a line that runs across the columns below them is set in like their words, and not as the text around the table is. */
function isLastRow(lines: readonly Line[], at: number, [left = 0]: readonly number[], pitch: number): boolean {
  const [line, before] = [lines[at] as Line, lines[at - 1] as Line]
  const isSetIn = Math.abs(line.left - left) < 0.5 && left - Math.min(...lines.map(other => other.left)) > 1
  return isSetIn && isNextRow(line, before, pitch)
}

interface Run {
  start: number
  /** Index of the first line with a word across. */
  to: number
  /** Indexes of the lines that have a word that begins there. */
  begins: number[]
  /** How many of these words have a gap before them that is no gap between words. */
  wide: number
}

/** Places where several lines from here on have a word that begins there, until a word stands across. */
function runsFrom(lines: readonly Line[], from: number, known: readonly number[]): Run[] {
  const runs = known.map(start => runFrom(lines, from, start)).filter(({begins}) => begins.length > 0)
  for (const {left} of lines.slice(from, from + 20).flatMap(({words}) => words)) {
    if (runs.some(({start}) => Math.abs(start - left) <= drift)) continue
    const run = runFrom(lines, from, left)
    if (run.begins.length > 2 && run.wide > 1) runs.push(run)
  }
  return runs.sort((a, b) => a.start - b.start)
}

/** Without support where most gaps before the words are those of running words. */
function runFrom(lines: readonly Line[], from: number, start: number): Run {
  const begins: number[] = []
  let [beside, wide] = [0, 0]
  let to = from
  for (; to < lines.length; to++) {
    const line = lines[to] as Line
    if (crosses(line, start) || line.size > 1.2 * (lines[from] as Line).size) break
    const at = line.words.findIndex(word => Math.abs(word.left - start) <= drift)
    if (at < 0) continue
    begins.push(to)
    const before = line.words[at - 1] ?? wordBeside(lines, to, start)
    if (before) beside++
    if (before && start - before.right > line.size) wide++
  }
  return {start, to, wide, begins: wide >= 0.4 * beside ? begins : []}
}

/** The last word before a place in a line that stands half a line higher or lower: cells may be set in the middle of their row. */
function wordBeside(lines: readonly Line[], index: number, start: number): Word | undefined {
  const line = lines[index] as Line
  return [lines[index - 1], lines[index + 1]]
    .filter(other => other !== undefined && isHalfAway(line, other))
    .flatMap(other => other?.words.filter(word => word.right < start) ?? [])
    .sort((a, b) => b.right - a.right)[0]
}

/** Whether two lines stand so close that they cannot be lines of one text. */
function isHalfAway(line: Line, other: Line): boolean {
  return Math.abs(line.base - other.base) < 0.9 * Math.min(line.size, other.size)
}

/** Where a table ends that goes on below one or two lines that run across its columns; `to` if it does not. */
function goesOnAt(lines: readonly Line[], to: number, columns: readonly number[], pitch: number): number {
  for (let next = to + 1; next < Math.min(to + 4, lines.length); next++) {
    const line = lines[next] as Line
    if (!isNextRow(line, lines[next - 1], pitch)) return to
    if (columns.some(start => crosses(line, start)) || !isParted(line, columns)) continue
    let end = next
    while (end < lines.length && !columns.some(start => crosses(lines[end] as Line, start))) end++
    const band = lines.slice(next, end)
    const length = trimmedLength(band, columns, pitch)
    const full = band.slice(0, length).filter(some => isParted(some, columns) && columnsOf(some, columns) > columns.length / 2)
    return full.length > 1 ? next + length : to
  }
  return to
}

/** Whether a line is as large as the line before and no further below it than a row is. */
function isNextRow(line: Line, before: Line | undefined, pitch: number): boolean {
  return before !== undefined && Math.abs(line.size - before.size) < 0.3 && (line.base - before.base) / line.size < pitch * 1.6
}

/** Whether the lines at the top of a page go on with a row of the table at the end of the page before: they stand in its columns. */
function isRestOfRow(above: readonly Line[], first: Line, before: readonly number[], columns: readonly number[]): boolean {
  if (above.length === 0 || above.length > 8 || !before.every(start => columns.some(other => Math.abs(other - start) <= drift)))
    return false
  return above.every((line, index) => {
    const below = above[index + 1] ?? first
    const isNear = (below.base - line.base) / line.size < 1.6 && Math.abs(line.size - first.size) < 0.3
    return isNear && before.length > 0 && line.left > (columns[0] as number) - drift && !columns.some(start => crosses(line, start))
  })
}

/** How many of the lines above a table are headings of its columns, set in the middle of them. */
function headingLines(above: readonly Line[], first: Line, columns: readonly number[]): number {
  let count = 0
  for (let below = first; count < Math.min(4, above.length); count++) {
    const line = above[above.length - 1 - count] as Line
    const isClose = (below.base - line.base) / line.size < 1.9 && line.size < 1.1 * first.size
    const isRow = isHalfAway(line, below) || (isSpread(line) && columnsOf(line, columns) > 1)
    if (!isClose || !isRow || columns.some(start => crosses(line, start))) break
    below = line
  }
  return count
}

/** Whether there is a gap in a line that is wider than those between words. */
function isSpread({words, size}: Line): boolean {
  return words.some((word, index) => index > 0 && word.left - (words[index - 1] as Word).right > 0.8 * size)
}

function crosses(line: Line, start: number): boolean {
  return line.words.some(word => word.left < start - drift && word.right > start + 0.5)
}

/** Whether a line has a gap before a column, or only words behind the first. */
function isRowLine(line: Line, columns: readonly number[]): boolean {
  return isParted(line, columns) || (beginsIn(line.words[0] as Word, columns) && columnOf(line.words[0] as Word, columns) > 0)
}

function beginsIn(word: Word, columns: readonly number[]): boolean {
  return columns.some((start, column) => column > 0 && Math.abs(word.left - start) <= drift)
}

/** In how many columns a line has a word. */
function columnsOf(line: Line, columns: readonly number[]): number {
  return new Set(line.words.map(word => columnOf(word, columns))).size
}

function columnOf(word: Word, columns: readonly number[]): number {
  let column = 0
  while (column + 1 < columns.length && word.left >= (columns[column + 1] as number) - drift) column++
  return column
}

/** Bullets and numbers of a list are no column. */
function withoutMarkers(band: readonly Line[], columns: readonly number[]): number[] {
  const kept = [columns[0] as number]
  for (const start of columns.slice(1)) {
    const before = band.flatMap(({words}) => {
      const at = words.findIndex(word => Math.abs(word.left - start) <= drift)
      return at > 0 ? (words[at - 1]?.text ?? []) : []
    })
    if (before.filter(isMarker).length < 0.6 * before.length || before.length === 0) kept.push(start)
  }
  return kept
}

/** How many lines are left without those at the end that only stand below the first column, as a heading or a sentence would. */
function trimmedLength(band: readonly Line[], columns: readonly number[], pitch: number): number {
  let length = band.findLastIndex(line => isRowLine(line, columns)) + 1
  while (length < band.length && goesWith(band[length] as Line, band[length - 1] as Line | undefined, columns, pitch)) length++
  return length
}

/** Whether a line that only has words in the first column goes on with a cell there. */
function goesWith(line: Line, before: Line | undefined, columns: readonly number[], pitch: number): boolean {
  if (!before || columnsOf(line, columns) > 1 || Math.abs(line.size - before.size) > 0.5) return false
  return line.left >= (columns[0] as number) - 0.5 && (line.base - before.base) / line.size <= pitch * 1.18
}

/** Whether a gap wider than those between words stands before a column. */
function isParted(line: Line, columns: readonly number[]): boolean {
  return line.words.some(
    (word, index) => index > 0 && beginsIn(word, columns) && word.left - (line.words[index - 1] as Word).right > 0.6 * line.size
  )
}

/** Where the last column ends: nothing stands behind it, but lines that go on may show it. */
function lastRight(lines: readonly Line[], columns: readonly number[], {right, spaced}: Setting): number {
  const ends = lines.map(({words}) => words.at(-1) as Word).filter(word => columnOf(word, columns) === columns.length - 1 && word.spaced)
  return spaced && ends.length > 0 ? Math.max(...ends.map(word => word.right + 0.35 * word.size)) : right
}

function tableIn(lines: readonly Line[], columns: readonly number[], setting: Setting): DraftTable | null {
  const most = setting.right
  const inner = lines.filter(line => !columns.some(start => crosses(line, start)))
  const gaps = inner.flatMap(({words}) => words.map(word => (columns[columnOf(word, columns) + 1] ?? Infinity) - word.right))
  const gap = Math.max(2, Math.min(...gaps.filter(space => space > 0)))
  const rights = columns.map((_, column) => (columns[column + 1] ?? lastRight(inner, columns, setting) + gap) - gap)
  const rows: Line[][][] = []
  let open: Line[] = []
  const close = () => {
    const words = open.flatMap(line => line.words)
    if (words.length > 0)
      rows.push(
        ...rowsIn(
          columns.map((_, column) => linesOf(words.filter(word => columnOf(word, columns) === column))),
          rights,
          setting
        )
      )
    open = []
  }
  for (const line of lines) {
    if (inner.includes(line)) {
      open.push(line)
      continue
    }
    close()
    rows.push([[line]])
  }
  close()
  if (rows.length < 2) return null
  const cells = rows.flatMap((row, index) =>
    row.map((some, column) => cellOf(some, index, column, rights, row.length === 1 ? columns.length : 1))
  )
  const [left = 0] = columns
  const {top = 0, bottom = 0, words = []} = {...lines.at(-1), top: lines[0]?.top}
  return {page: words[0]?.page ?? 0, borders: [...columns, most], rows: rows.length, cells, left, top, right: most, bottom, guessed: true}
}

function cellOf(lines: Line[], row: number, column: number, rights: readonly number[], colSpan: number): DraftCell {
  return {place: {row, column, rowSpan: 1, colSpan}, lines, right: rights[column + colSpan - 1] as number, tables: []}
}
