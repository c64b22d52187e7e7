/** The inside of a paragraph, the same for every format: a flat run of pieces, each with its place and look, made into mdast. */
import type {Break, PhrasingContent, Text, TextData} from 'mdast'
import type {Position} from 'unist'

/** A piece of the text of a paragraph: letters, one indivisible piece, or (with `value` a line feed and `line` set) a line break. */
export interface Piece {
  value: string
  start: number
  end: number
  bold?: boolean
  italic?: boolean
  /** A line break that a reader sees. */
  line?: boolean
  data?: TextData
}

export type Look = Pick<Piece, 'bold' | 'italic'>

/** Characters that nobody sees: soft hyphen, zero-width space, word joiner, byte order mark, and controls other than tab and line ends. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are the characters to leave out
const unseen = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F\u00AD\u200B\u2060\uFEFF]+/
const allUnseen = new RegExp(unseen, 'g')

/** Text without the characters that nobody sees. */
export function seen(text: string): string {
  return text.replace(allUnseen, '')
}

/** Adds the letters `source[start..end)` to `pieces`, leaving out characters that nobody sees. */
export function addLetters(pieces: Piece[], source: string, start: number, end: number, look: Look = {}): void {
  const value = source.slice(start, end)
  let from = 0
  for (const match of unseen.test(value) ? value.matchAll(allUnseen) : []) {
    if (match.index > from) pieces.push({...look, value: value.slice(from, match.index), start: start + from, end: start + match.index})
    from = match.index + match[0].length
  }
  if (from < value.length) pieces.push({...look, value: value.slice(from), start: start + from, end})
}

/**
 * Takes white space and line breaks off both ends of a paragraph. In a cell, breaks and non-breaking spaces stay: a blank line there may be
 * the blank entry of one action in a list of owners or dates.
 */
export function trimmed(pieces: Piece[], inCell = false): Piece[] {
  let from = 0
  let to = pieces.length
  const strips = inCell ? isPlainSpace : isSpace
  while (from < to && strips(pieces[from])) from++
  while (to > from && strips(pieces[to - 1])) to--
  if (inCell && pieces.every(isSpace)) return []
  const kept = pieces.slice(from, to)
  const first = kept[0]
  if (first && isLetters(first)) kept[0] = cutStart(first)
  const last = kept.at(-1)
  if (last && isLetters(last)) kept[kept.length - 1] = cutEnd(last)
  return kept
}

const isSpace = (piece: Piece | undefined) => piece !== undefined && (piece.line === true || piece.value.trim() === '')
const isPlainSpace = (piece: Piece | undefined) => piece !== undefined && piece.line !== true && /^[^\S\u00a0]*$/.test(piece.value)
const isLetters = (piece: Piece) => piece.value.length === piece.end - piece.start

function cutStart(piece: Piece): Piece {
  const value = piece.value.trimStart()
  const cut = piece.value.length - value.length
  if (cut === 0) return piece
  const place = piece.data?.place
  const data = place ? {...piece.data, place: {...place, offset: place.offset + cut}} : piece.data
  return {...piece, value, start: piece.start + cut, ...(data && {data})}
}

function cutEnd(piece: Piece): Piece {
  const value = piece.value.trimEnd()
  return {...piece, value, end: piece.start + value.length}
}

/** What a reader sees of the pieces, with a line feed for each line break. */
export function textOf(pieces: Piece[]): string {
  return pieces.map(piece => piece.value).join('')
}

/** Makes mdast of pieces: neighbours that look the same share one `strong` or `emphasis`. */
export function phrasing(pieces: Piece[], places: (piece: Piece) => Position): PhrasingContent[] {
  return grouped(pieces, 'bold', some => grouped(some, 'italic', same => same.map(piece => leaf(piece, places(piece)))))
}

function grouped(pieces: Piece[], look: 'bold' | 'italic', inner: (pieces: Piece[]) => PhrasingContent[]): PhrasingContent[] {
  const nodes: PhrasingContent[] = []
  let from = 0
  for (let to = 1; to <= pieces.length; to++) {
    if (to < pieces.length && Boolean(pieces[to]?.[look]) === Boolean(pieces[from]?.[look])) continue
    const children = inner(pieces.slice(from, to))
    const start = children[0]?.position?.start
    const end = children.at(-1)?.position?.end
    if (pieces[from]?.[look] && start && end) nodes.push({type: look === 'bold' ? 'strong' : 'emphasis', children, position: {start, end}})
    else nodes.push(...children)
    from = to
  }
  return nodes
}

function leaf(piece: Piece, position: Position): Text | Break {
  if (piece.line) return {type: 'break', position}
  return {type: 'text', value: piece.value, ...(piece.data && {data: piece.data}), position}
}
