/** Which chunks of a plain text are headings. */
import {isAddressed, isCapitalLine} from '../look.ts'
import {type Chunk, isRule, type Line} from './lines.ts'

const mostWords = 12
const dateOnly = /^(?:\p{L}+,? )?\d{1,2}(?:st|nd|rd|th)?[ ./-](?:\p{L}{3,9}|\d{1,2})[ ./-]\d{2,4}$/u
const postcode = /\b[A-Z]{1,2}\d[A-Z\d]? ?\d[A-Z]{2}$/
const closing =
  /^(?:yours (?:sincerely|faithfully|truly)\b|(?:with )?(?:kind |best |warm )?(?:regards|wishes)[,.]?$|(?:with )?(?:many )?thanks\b|thank you\b|signed\b)/i

/** How many lines at the start of a chunk are a heading (with its underline): 0 for none. */
type HeadingLines = (index: number) => number

/** Judges all chunks, last first: a heading needs text after it, or another heading that has. */
export function findHeadings(chunks: Chunk[], width: number | undefined): HeadingLines {
  const counts: number[] = new Array(chunks.length).fill(0)
  for (let index = chunks.length - 1; index >= 0; index--) {
    const next = chunks[index + 1]
    // A line in capitals stands over anything that is not one: a bare date, say.
    const loud = isCapitalLine(chunks[index]?.[0]?.text ?? '') && !isCapitalLine(next?.[0]?.text ?? '')
    const followed = next !== undefined && ((counts[index + 1] ?? 0) > 0 || isText(next) || loud)
    counts[index] = headingLines(chunks[index] as Chunk, followed, width)
  }
  markNumbered(chunks, counts)
  markOpeners(chunks, counts)
  return index => counts[index] ?? 0
}

function headingLines(chunk: Chunk, followed: boolean, width: number | undefined): number {
  const [first, second] = chunk as [Line, Line | undefined]
  const more = chunk.length > 1
  if (isRule(second) && words(first) <= mostWords && !isRule(first) && (chunk.length > 2 || followed)) return 2
  if (first.marker?.kind === 'number' && isCapitalLine(first.text) && words(first) <= mostWords && !isCapitalLine(second?.text ?? '')) {
    return more || followed ? 1 : 0
  }
  if (first.marker || first.fields || isRule(first)) return 0
  if (!more) return followed && isTitle(first) ? 1 : 0
  if (isCapitalLine(first.text) && isTitle(first) && !isCapitalLine(second?.text ?? '')) return 1
  return isTitleOverProse(chunk, width) ? 1 : 0
}

/** A short line right above its text, with no blank line between them. */
function isTitleOverProse([first, second]: Chunk, width: number | undefined): boolean {
  if (!first || !second || !isTitle(first) || second.marker || second.label === 'filled' || words(first) > 8) return false
  const isProse = words(second) > 8 && /[.!?]/.test(second.text)
  return isProse && /^\p{Lu}/u.test(second.text) && first.text.length < (width ?? 80) * 0.7
}

/** Could be a heading if text follows: short, no final punctuation, not a date, an address or a farewell. */
function isTitle({text, label}: Line): boolean {
  return label !== 'filled' && isTitleText(text)
}

/** The same for the words of a line. */
export function isTitleText(text: string): boolean {
  if (!/^[\p{Lu}\p{N}"'“‘(]/u.test(text) || !/\p{L}{2}/u.test(text)) return false
  if (/[.!?;,]["'”’)]*$/.test(text) && !isCapitalLine(text)) return false
  if (isAddressed(text) || dateOnly.test(text) || postcode.test(text) || closing.test(text)) return false
  return text.split(/\s+/).length <= (text.endsWith(':') ? 5 : mostWords)
}

/** What a heading may stand over: an item, a label, a table row, more than one line, or a sentence. */
function isText(chunk: Chunk): boolean {
  const first = chunk[0] as Line
  if (first.marker || first.label === 'filled' || first.fields || chunk.length > 1) return true
  return words(first) > mostWords || /[.!?]["'”’)]*$/.test(first.text)
}

/**
 * `1. You hit the children.` alone, with a paragraph at the margin after it, is a heading; a later number is one only if the number
 * before it was, so that the last item of a list is not taken for a heading of what follows the list. Once they have begun, a number
 * with a title without final punctuation is one even over a list.
 */
function markNumbered(chunks: Chunk[], counts: number[]): void {
  let last = 0
  chunks.forEach((chunk, index) => {
    const first = chunk[0] as Line
    const {marker} = first
    if (marker?.kind !== 'number' || marker.depth > 0) return
    const goesOn = marker.count === last + 1
    if ((counts[index] ?? 0) === 0 && (marker.count === 1 || goesOn)) {
      const next = chunks[index + 1]
      const alone = chunk.length === 1 && words(first) <= mostWords && next !== undefined
      const overParagraph =
        alone && !next[0]?.marker && (next[0]?.indent ?? 0) <= first.indent && (counts[index + 1] ?? 0) === 0 && isText(next)
      const overList =
        alone && goesOn && last > 0 && next[0]?.marker !== undefined && next[0].marker.kind !== 'number' && !/[.!?;,]$/.test(first.text)
      if (overParagraph || overList) counts[index] = 1
    }
    if ((counts[index] ?? 0) > 0) last = marker.count
    else if (marker.count === 1) last = 0
  })
}

/**
 * `1. Somewhere to live`, a line about it, then bullets, with blank lines only before each number: the numbers are headings. At least two,
 * counted from 1, so that a task with its own points is not taken for one.
 */
function markOpeners(chunks: Chunk[], counts: number[]): void {
  const openers = chunks.flatMap((chunk, index) => (isOpener(chunk) ? [index] : []))
  const follow = openers.every((index, at) => chunks[index]?.[0]?.marker?.count === at + 1)
  if (openers.length >= 2 && follow) for (const index of openers) counts[index] = 1
}

function isOpener([first, second, ...rest]: Chunk): boolean {
  if (first?.marker?.kind !== 'number' || first.marker.depth > 0 || !second || second.marker || words(first) > 8) return false
  return rest.some(({marker, indent}) => marker?.kind === 'bullet' && indent <= first.indent + 1) && isTitle(first)
}

function words(line: Line): number {
  return line.text.split(/\s+/).length
}
