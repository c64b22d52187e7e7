/** Which letters of a document belong to which passages. Passages may overlap, hold one another, and run over several texts. */
import type {InlineCode, Nodes, Root, Text} from 'mdast'
import type {Severity} from '../../../report.ts'

/** Words to mark. Offsets count as the positions of the tree do. */
export interface Passage {
  number: number
  start: number
  end: number
  severity: Severity
  /** What a screen reader says of the link that follows the words. */
  label: string
}

/** Part of a text that belongs to the same passages throughout. */
export interface Piece {
  value: string
  /** Light ones first, so that the heaviest lies on top. */
  passages: Passage[]
  begins: ReadonlySet<Passage>
  /** Passages that end with this piece, by number. */
  ends: Passage[]
}

export type Letters = Text | InlineCode

export interface Pieces {
  pieces: ReadonlyMap<Letters, Piece[]>
  /** Numbers of the passages that have words in the document. */
  marked: ReadonlySet<number>
}

const weight: Readonly<Record<Severity, number>> = {info: 0, warning: 1, error: 2}

export function piecesOf(tree: Root, passages: readonly Passage[]): Pieces {
  const near = neighbours(passages)
  const pieces = new Map<Letters, Piece[]>()
  const last = new Map<Passage, Piece>()
  for (const text of lettersIn(tree)) {
    const cut = cutAtPassages(text, near)
    for (const piece of cut) {
      piece.begins = new Set(piece.passages.filter(passage => !last.has(passage)))
      for (const passage of piece.passages) last.set(passage, piece)
    }
    pieces.set(text, cut)
  }
  for (const [passage, piece] of [...last].sort(([a], [b]) => a.number - b.number)) piece.ends.push(passage)
  return {pieces, marked: new Set([...last.keys()].map(({number}) => number))}
}

function* lettersIn(node: Nodes): Generator<Letters> {
  if (node.type === 'text' || node.type === 'inlineCode') yield node
  else if ('children' in node) for (const child of node.children) yield* lettersIn(child)
}

/** Finds the passages that touch a stretch without looking at all of them. */
function neighbours(passages: readonly Passage[]): (start: number, end: number) => Passage[] {
  const byStart = passages.filter(({start, end}) => end > start).sort((a, b) => a.start - b.start)
  const reach: number[] = []
  for (const {end} of byStart) reach.push(Math.max(end, reach.at(-1) ?? 0))
  return (start, end) => {
    const found: Passage[] = []
    for (let index = countBefore(byStart, end) - 1; index >= 0 && (reach[index] as number) > start; index--) {
      const passage = byStart[index] as Passage
      if (passage.end > start) found.push(passage)
    }
    return found
  }
}

/** How many passages start before an offset. */
function countBefore(byStart: readonly Passage[], offset: number): number {
  let low = 0
  let high = byStart.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((byStart[middle] as Passage).start < offset) low = middle + 1
    else high = middle
  }
  return low
}

function cutAtPassages({value, position}: Letters, near: (start: number, end: number) => Passage[]): Piece[] {
  const from = position?.start.offset ?? 0
  const to = position?.end.offset ?? from
  const touching = near(from, to).sort((a, b) => weight[a.severity] - weight[b.severity] || a.number - b.number)
  // A text that is no letter for letter copy of its source belongs to a passage whole or not at all.
  const isCopy = value.length === to - from
  // A letter of two code units stays whole.
  const isHalf = (offset: number): boolean => /[\udc00-\udfff]/.test(value[offset - from] ?? '')
  const edges = touching.flatMap(({start, end}) => [isHalf(start) ? start - 1 : start, isHalf(end) ? end + 1 : end])
  const inside = isCopy ? edges.filter(offset => offset > from && offset < to) : []
  const cuts = [...new Set([from, ...inside, to])].sort((a, b) => a - b)
  return cuts.slice(1).map((end, index): Piece => {
    const start = cuts[index] as number
    const passages = touching.filter(passage => passage.start < end && passage.end > start)
    return {value: isCopy ? value.slice(start - from, end - from) : value, passages, begins: new Set(), ends: []}
  })
}
