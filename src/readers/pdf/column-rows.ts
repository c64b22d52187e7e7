/** The rows of a table without lines, from the white space between them or from where its columns begin again. */
import {isEnded, type Setting} from './paragraphs.ts'
import type {Line} from './words.ts'

/** White space, in letter sizes, that is more than there is between lines of a cell. */
const extra = 0.14
const looser = 1.18

/** Parts the lines of each column into rows: `rows[row][column]` are the lines of a cell. */
export function rowsIn(columns: readonly Line[][], rights: readonly number[], {pitch: usual, spaced, slack}: Setting): Line[][][] {
  const pitch = Math.min(usual, leastStep(columns))
  const all = columns.flat().sort((a, b) => a.top - b.top)
  const cuts: number[] = []
  const maybe: number[] = []
  let reach = Number.NEGATIVE_INFINITY
  for (const line of all) {
    // Boxes of lines are a little higher than the letters in them.
    const white = line.top - reach
    if (reach > Number.NEGATIVE_INFINITY && white > -0.05 * line.size && !runsAcross(columns, rights, line.top, {pitch, spaced, slack})) {
      if (white / line.size > pitch - 1 + extra) cuts.push(line.top)
      else if (beginsAgain(columns, line.top, pitch)) maybe.push(line.top)
    }
    reach = Math.max(reach, line.bottom)
  }
  const bounds = cuts.length > 1 || maybe.length === 0 ? cuts : [...cuts, ...maybe].sort((a, b) => a - b)
  const rowOf = (line: Line) => bounds.filter(bound => bound <= line.top + 0.5).length
  const rows = Array.from({length: bounds.length + 1}, (_, row) => columns.map(lines => lines.filter(line => rowOf(line) === row)))
  return withoutScraps(rows)
}

/** Joins rows that have words in few columns, and none in the first, to the row above: those are further paragraphs of its cells. */
function withoutScraps(rows: readonly Line[][][]): Line[][][] {
  const whole: Line[][][] = []
  for (const row of rows) {
    const above = whole.at(-1)
    const filled = row.filter(lines => lines.length > 0).length
    if (above && row[0]?.length === 0 && filled < 0.5 * row.length)
      whole[whole.length - 1] = above.map((lines, column) => [...lines, ...(row[column] as Line[])])
    else whole.push(row)
  }
  return whole
}

/** The least step from line to line in a column, in letter sizes: tables are often set more tightly than the text around them. */
function leastStep(columns: readonly Line[][]): number {
  const steps = columns.flatMap(lines => lines.slice(1).map((line, index) => (line.base - (lines[index] as Line).base) / line.size))
  return Math.min(...steps.filter(step => step > 1), Number.POSITIVE_INFINITY)
}

/** The lines of a column next to a height. */
function beside(lines: readonly Line[], at: number): {above: Line | undefined; below: Line | undefined} {
  const index = lines.findIndex(line => line.top >= at - 0.5)
  return index < 0 ? {above: lines.at(-1), below: undefined} : {above: lines[index - 1], below: lines[index]}
}

/** Whether some column has a sentence that goes on from above a height to below it. */
function runsAcross(
  columns: readonly Line[][],
  rights: readonly number[],
  at: number,
  {pitch, ...setting}: Pick<Setting, 'pitch' | 'spaced' | 'slack'>
): boolean {
  return columns.some((lines, column) => {
    const {above, below} = beside(lines, at)
    if (!above || !below || (below.base - above.base) / above.size > pitch + extra) return false
    return !isEnded(above, below, {...setting, right: rights[column] as number}) && !mayBeEnded(above, below, setting.spaced)
  })
}

/** Whether a sentence ends with a line, and no space after it says that more follows. */
function mayBeEnded(above: Line, below: Line, spaced: boolean): boolean {
  const last = above.words.at(-1)
  const isSentence = /[.?!][”’"')]*$/.test(last?.text ?? '') && /^[\p{Lu}\d“‘"(☐☒•]/u.test(below.words[0]?.text ?? '')
  return isSentence && !(spaced && last?.spaced)
}

/** Whether the first column has text below, and so has every column that had any directly above. */
function beginsAgain(columns: readonly Line[][], at: number, pitch: number): boolean {
  const near = columns.map(lines => {
    const {above, below} = beside(lines, at)
    const isNear = (line: Line | undefined) => line !== undefined && Math.abs(line.base - at) / line.size < pitch * looser
    return {above: isNear(above), below: isNear(below)}
  })
  return near[0]?.below === true && near.filter(({below}) => below).length > 1 && near.every(({above, below}) => below || !above)
}
