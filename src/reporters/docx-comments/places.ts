/** From offsets in the document's text to runs in the parts of the package. */
import type {Root} from 'mdast'
import type {XmlElement} from '../../readers/docx/xml.ts'
import type {WordPlace} from '../../tree.ts'

/** A letter of a run. */
export interface Letter {
  part: string
  paragraph: number
  run: number
  offset: number
}

interface Piece {
  start: number
  end: number
  place: WordPlace
}

interface Node {
  children?: Node[]
  position?: {start: {offset?: number}; end: {offset?: number}}
  data?: {place?: WordPlace}
}

/** Tells where the letter at an offset of the text stands; of a line break, the next (or the last) letter beside it. */
export interface Places {
  first(offset: number): Letter | null
  last(offset: number): Letter | null
}

export function placesIn(tree: Root): Places {
  const pieces: Piece[] = []
  const walk = (node: Node): void => {
    const {start, end} = node.position ?? {}
    const place = node.data?.place
    if (place && start && end) pieces.push({start: start.offset ?? 0, end: end.offset ?? 0, place})
    for (const child of node.children ?? []) walk(child)
  }
  walk(tree as Node)
  const letter = (piece: Piece | undefined, offset: number): Letter | null =>
    piece ? {...piece.place, offset: piece.place.offset + Math.min(Math.max(offset, piece.start), piece.end - 1) - piece.start} : null
  return {
    first: offset =>
      letter(
        pieces.find(({end}) => offset < end),
        offset
      ),
    last: offset =>
      letter(
        pieces.findLast(({start}) => offset >= start),
        offset
      )
  }
}

/** A run with the elements around it, the root first. */
export interface Located {
  run: XmlElement
  around: readonly XmlElement[]
}

/** The runs of a part by paragraph and run. */
export function runsIn(root: XmlElement): Map<string, Located> {
  const runs = new Map<string, Located>()
  const walk = (element: XmlElement, around: readonly XmlElement[], paragraph: number): void => {
    if (element.name === 'w:r' && element.index >= 0) runs.set(keyOf(paragraph, element.index), {run: element, around})
    const inside = [...around, element]
    for (const child of element.children) walk(child, inside, element.name === 'w:p' ? element.index : paragraph)
  }
  walk(root, [], -1)
  return runs
}

export function keyOf(paragraph: number, run: number): string {
  return `${paragraph} ${run}`
}

/** The runs between the marks of a field, code and result, each with the run that ends the outermost field around it. */
export function fieldsIn(runs: Iterable<XmlElement>): Map<XmlElement, XmlElement> {
  const ends = new Map<XmlElement, XmlElement>()
  let inside: XmlElement[] = []
  let depth = 0
  for (const run of runs) {
    if (depth > 0) inside.push(run)
    for (const {name, attributes} of run.children) {
      if (name !== 'w:fldChar') continue
      if (attributes['w:fldCharType'] === 'begin') depth++
      else if (attributes['w:fldCharType'] === 'end') depth--
    }
    if (depth > 0) continue
    for (const one of inside) ends.set(one, run)
    inside = []
    depth = 0
  }
  return ends
}
