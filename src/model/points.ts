/** Offsets to lines and columns. */
import type {Point} from '../report.ts'

/** Offsets at which lines begin. */
export type LineIndex = readonly number[]

export function lineIndexOf(text: string): LineIndex {
  const starts = [0]
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) starts.push(at + 1)
  return starts
}

export function pointAt(lines: LineIndex, offset: number): Point {
  let low = 0
  let high = lines.length - 1
  while (low < high) {
    const middle = (low + high + 1) >> 1
    if ((lines[middle] as number) <= offset) low = middle
    else high = middle - 1
  }
  return {line: low + 1, column: offset - (lines[low] as number) + 1, offset}
}
