/** Tables that stand on one another without a space between them, as browsers set them: their columns have nothing in common. */
import type {Rule} from './drawing.ts'

interface Row {
  top: number
  bottom: number
  /** Where its cells meet. */
  walls: readonly number[]
}

/** Fewer rows alike may be those of one form. */
const fewest = 2

/** Heights at which a table of these rows is really another. A row without walls is the title of what follows. */
export function seamsOf(rows: readonly Row[]): number[] {
  const seams: number[] = []
  let above: Row[] = []
  for (const [index, row] of rows.entries()) {
    if (row.walls.length === 0) continue
    const last = above.at(-1)
    if (last && !sharesWalls(last, row)) {
      const next = rows
        .slice(index)
        .filter(({walls}) => walls.length > 0)
        .slice(0, fewest)
      const isSettled = next.length === fewest && next.every(other => sharesWalls(row, other))
      if (!isSettled || above.length < fewest) return seams
      const title = rows.slice(0, index).findLastIndex(({walls}) => walls.length > 0) + 1
      seams.push((rows[title] as Row).top)
      above = []
    }
    above.push(row)
  }
  return seams
}

function sharesWalls(one: Row, other: Row): boolean {
  return one.walls.some(wall => other.walls.includes(wall))
}

/** The parts of lines down that stand between two heights. */
export function clipped(down: readonly Rule[], top: number, bottom: number): Rule[] {
  return down.flatMap(rule => {
    const [from, to] = [Math.max(rule.from, top), Math.min(rule.to, bottom)]
    return to - from > 1 ? [{...rule, from, to}] : []
  })
}
