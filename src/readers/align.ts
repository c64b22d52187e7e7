/** Lays the value a parser gives for a piece of text beside its source, so that every letter of the value knows its place. */
import {decodeHTML, decodeHTMLStrict} from 'entities/decode'
import {addLetters, type Look, type Piece} from './inline.ts'

interface Alignment {
  source: string
  start: number
  end: number
  /** The parser's value of `source[start..end)`. */
  value: string
  look: Look
  /** Markdown: backslash escapes, entities only with their semicolon, line joins with indentation and up to `quotes` markers. */
  markdown?: {quotes: number}
}

const entity = /&(?:#[xX][0-9a-fA-F]+|#\d+|[a-zA-Z][a-zA-Z0-9]*);?/y
/** `&CounterClockwiseContourIntegral;` and the like. */
const longestEntity = 40
const escapable = /[!-/:-@[-`{-~]/
const space = /[ \t\n\f\r]/

/**
 * Adds the pieces of one text to `pieces`. Plain letters are copied; an entity, an escape and a run of white space become one
 * indivisible piece each (a run of white space reads as one space). Where source and value cannot be laid side by side, the rest becomes
 * one indivisible piece.
 */
export function addAligned(pieces: Piece[], text: Alignment): void {
  const {source, end, value, look} = text
  let at = text.start
  let letters = at
  let read = 0
  const flush = (next: number) => {
    if (at > letters) addLetters(pieces, source, letters, at, look)
    letters = next
    at = next
  }
  while (at < end && read < value.length) {
    const special = specialAt(text, at, read)
    if (special) {
      flush(at)
      if (special.value !== '') addIndivisible(pieces, {...look, value: special.value, start: at, end: special.end})
      at = special.end
      letters = at
      read += special.read
    } else if (source[at] === value[read] || source[at] === '\0') {
      at++
      read++
    } else {
      flush(at)
      addIndivisible(pieces, {...look, value: value.slice(read).replace(/\s+/g, ' '), start: at, end})
      return
    }
  }
  flush(at)
}

/**
 * parse5 puts the start of a text behind its first entity if it has dropped white space before it: gives the start of the entity that
 * stands across `start`, or `start`.
 */
export function textStart(source: string, start: number): number {
  const before = source.slice(Math.max(0, start - longestEntity), start)
  const from = start - before.length + before.lastIndexOf('&')
  if (!before.includes('&')) return start
  entity.lastIndex = from
  return from + (entity.exec(source)?.[0].length ?? 0) > start ? from : start
}

function addIndivisible(pieces: Piece[], piece: Piece): void {
  if (piece.value !== '\u00AD' && piece.value !== '\u200B') pieces.push(piece)
}

interface Special {
  value: string
  /** Where it ends in the source. */
  end: number
  /** How many characters of the parser's value it stands for. */
  read: number
}

function specialAt(text: Alignment, at: number, read: number): Special | undefined {
  const letter = text.source[at] ?? ''
  if (letter === '&') return entityAt(text, at, read)
  if (letter === '\\' && text.markdown) return escapeAt(text, at, read)
  if (space.test(letter)) return spaceAt(text, at, read)
  return undefined
}

function entityAt({source, end, value, markdown}: Alignment, at: number, read: number): Special | undefined {
  entity.lastIndex = at
  const found = entity.exec(source)?.[0]
  if (!found || at + found.length > end) return undefined
  const decoded = markdown ? decodeHTMLStrict(found) : decodeHTML(found)
  if (decoded === found) return undefined
  // Old entities work without a semicolon: what follows them was not part of the entity.
  let length = found.length
  let shown = decoded
  while (length > 2 && shown.length > 1 && shown.at(-1) === found[length - 1]) {
    shown = shown.slice(0, -1)
    length--
  }
  return value.startsWith(shown, read) ? {value: shown, end: at + length, read: shown.length} : undefined
}

function escapeAt({source, value}: Alignment, at: number, read: number): Special | undefined {
  const next = source[at + 1] ?? ''
  return escapable.test(next) && value[read] === next ? {value: next, end: at + 2, read: 1} : undefined
}

function spaceAt(text: Alignment, at: number, read: number): Special | undefined {
  const {source, end, value, markdown} = text
  let to = at
  while (to < end && space.test(source[to] ?? '')) to++
  let shown = read
  while (shown < value.length && space.test(value[shown] ?? '')) shown++
  if (markdown && /[\n\r]/.test(source.slice(at, to))) to = afterQuoteMarks(source, to, end, markdown.quotes)
  if (shown === read) return {value: '', end: to, read: 0}
  if (to === at + 1 && source[at] === ' ') return undefined
  return {value: ' ', end: to, read: shown - read}
}

function afterQuoteMarks(source: string, from: number, end: number, quotes: number): number {
  let at = from
  for (let left = quotes; left > 0 && source[at] === '>'; left--) {
    at++
    while (at < end && (source[at] === ' ' || source[at] === '\t')) at++
  }
  return at
}
