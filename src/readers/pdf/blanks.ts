/** Blank lines in the cells of a row: one may be the blank entry of one action in a list of owners or dates. */
import type {Draft} from './paragraphs.ts'
import type {Line} from './words.ts'

/** Where the lines of a row begin and end, all its cells taken together. */
export interface Extent {
  page: number
  first: number
  last: number
}

export function extentOf(cells: readonly (readonly Line[])[]): Extent | null {
  const lines = cells.flat()
  const page = Math.min(...lines.map(pageOf))
  const bases = lines.filter(line => pageOf(line) === page).map(({base}) => base)
  return bases.length === 0 ? null : {page, first: Math.min(...bases), last: Math.max(...bases)}
}

const pageOf = (line: Line) => line.words[0]?.page ?? 0
const blank: Draft = {lines: [], breaks: new Set(), parted: new Set(), label: '', labelLeft: 0, textLeft: 0}

/** The usual step, in letter sizes, from a paragraph to the next in the cells of a table: `pitch` where there is no space between them. */
export function stepOf(cells: readonly (readonly Draft[])[], pitch: number): number {
  const steps = cells.flatMap(drafts =>
    drafts.slice(1).flatMap((draft, index) => {
      const [before, line] = [drafts[index]?.lines.at(-1) as Line, draft.lines[0] as Line]
      return pageOf(before) === pageOf(line) ? (line.base - before.base) / before.size : []
    })
  )
  return steps.length < 3 ? pitch : Math.max(pitch, Math.min(...steps))
}

/** The step from paragraph to paragraph in letter sizes, and by how much of it a blank line may be higher or lower than a line. */
export interface Step {
  pitch: number
  margin: number
}

/** Puts blank paragraphs where lines are missing in a cell. */
export function withBlanks(drafts: readonly Draft[], row: Extent | null, step: Step): Draft[] {
  if (drafts.some(({label}) => label !== '')) return [...drafts]
  return drafts.flatMap((draft, index) => {
    const line = draft.lines[0] as Line
    const before = drafts[index - 1]?.lines.at(-1)
    const missing = before ? between(before, line, step) : above(drafts, line, row, step)
    return [...Array.from({length: missing}, () => blank), draft]
  })
}

function between(before: Line, line: Line, {pitch, margin}: Step): number {
  return pageOf(before) === pageOf(line) ? missingIn((line.base - before.base) / (pitch * before.size), margin) : 0
}

/** Lines missing at the top of a cell; none where its text stands in the middle or at the foot of the row. */
function above(drafts: readonly Draft[], line: Line, row: Extent | null, {pitch, margin}: Step): number {
  const last = drafts.at(-1)?.lines.at(-1)
  if (!row || !last || pageOf(line) !== row.page || pageOf(last) !== row.page) return 0
  const step = pitch * line.size
  const [top, bottom] = [(line.base - row.first) / step, (row.last - last.base) / step]
  return bottom < 0.6 || Math.abs(top - bottom) < 0.6 ? 0 : missingIn(top + 1, margin)
}

/** How many whole lines have room in some steps; a paragraph's spacing is no whole line. */
function missingIn(steps: number, margin: number): number {
  const whole = Math.round(steps)
  return whole > 1 && whole < 8 && Math.abs(steps - whole) < margin ? whole - 1 : 0
}
