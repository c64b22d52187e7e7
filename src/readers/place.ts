/** Lines and columns of offsets in a source text. */
import type {Point, Position} from 'unist'

/** Gives the position between two offsets (UTF-16 code units from 0; lines and columns from 1). */
export type Places = (start: number, end: number) => Position

/** Reads the line ends of `text` (LF, CRLF, CR) once; each look-up afterwards is a binary search. */
export function placesIn(text: string): Places {
  const starts = lineStarts(text)
  return (start, end) => ({start: pointAt(starts, start), end: pointAt(starts, end)})
}

function lineStarts(text: string): number[] {
  const starts = [0]
  for (let index = 0; index < text.length; index++) {
    const code = text.charCodeAt(index)
    if (code === 10 || (code === 13 && text.charCodeAt(index + 1) !== 10)) starts.push(index + 1)
  }
  return starts
}

function pointAt(starts: number[], offset: number): Point {
  let low = 0
  let high = starts.length - 1
  while (low < high) {
    const middle = (low + high + 1) >> 1
    if ((starts[middle] ?? 0) <= offset) low = middle
    else high = middle - 1
  }
  return {line: low + 1, column: offset - (starts[low] ?? 0) + 1, offset}
}

/** The position that spans a list of nodes, or `otherwise` if there are none. */
export function spanOf(nodes: {position?: Position | undefined}[], otherwise: Position): Position {
  const first = nodes[0]?.position
  const last = nodes.at(-1)?.position
  return first && last ? {start: first.start, end: last.end} : otherwise
}
