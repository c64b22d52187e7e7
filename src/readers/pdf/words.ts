/** Letters -> words -> lines. */
import {symbol} from '../docx/symbols.ts'
import {seen} from '../inline.ts'
import type {Drawing, Glyph} from './drawing.ts'

export interface Box {
  left: number
  top: number
  right: number
  bottom: number
}

export interface Word extends Box {
  text: string
  base: number
  size: number
  bold: boolean
  italic: boolean
  artifact: boolean
  /** A space is written behind it. */
  spaced: boolean
  /** Index of the page, from 0. */
  page: number
}

/** Words side by side on one line, from left to right. */
export interface Line extends Box {
  words: Word[]
  base: number
  size: number
}

/** A gap wider than this part of the letter size parts two words where no space is written. */
const wordGap = 0.2
/** A smaller one joins letters of different fonts into one word. */
const joinGap = 0.12

/** Letters that are not struck out: a reader takes those as deleted. */
function standing({glyphs, across}: Drawing): Glyph[] {
  return glyphs.filter(({left, right, base, size}) => {
    const middle = (left + right) / 2
    return !across.some(({at, from, to}) => at < base - 0.15 * size && at > base - 0.5 * size && from < middle && to > middle)
  })
}

/** The words of a page, in the order they were drawn. */
export function wordsOf(drawing: Drawing, page: number): Word[] {
  const words: Word[] = []
  let open: Word | null = null
  const drawn = new Map<string, {word: Word; left: number}>()
  for (const glyph of standing(drawing)) {
    const text = lettersOf(glyph)
    if (text.trim() === '') {
      if (text !== '' && open) open.spaced = true
      if (text !== '') open = null
      continue
    }
    // Some programs make letters bold by drawing them twice.
    const twin = [-1, 0, 1].map(step => drawn.get(keyOf(glyph, step))).find(other => other && Math.abs(other.left - glyph.left) < 1)
    if (twin) {
      twin.word.bold = true
      continue
    }
    if (open && isNext(open, glyph)) {
      open.text += text
      open.right = Math.max(open.right, glyph.right)
    } else words.push((open = wordFrom(glyph, text, page)))
    drawn.set(keyOf(glyph, 0), {word: open, left: glyph.left})
  }
  return words
}

const keyOf = ({text, left, base}: Glyph, step: number) => `${text} ${Math.round(left) + step} ${Math.round(base)}`

function isNext(word: Word, {left, base, size, bold, italic}: Glyph): boolean {
  const gap = left - word.right
  const sameLook = Math.abs(size - word.size) < 0.1 * size && bold === word.bold && italic === word.italic
  return sameLook && Math.abs(base - word.base) < 0.1 * size && gap < wordGap * size && gap > -0.5 * size
}

function wordFrom({left, right, base, size, bold, italic, artifact}: Glyph, text: string, page: number): Word {
  return {text, left, right, base, size, bold, italic, artifact, spaced: false, page, top: base - 0.8 * size, bottom: base + 0.2 * size}
}

const ligatures: Record<string, string> = {
  '\ufb00': 'ff',
  '\ufb01': 'fi',
  '\ufb02': 'fl',
  '\ufb03': 'ffi',
  '\ufb04': 'ffl',
  '\ufb05': 'st',
  '\ufb06': 'st'
}

/** The letters of a glyph as a reader sees them: ligatures apart, signs of symbol fonts by their look, what nobody sees left out. */
function lettersOf({text, font}: Glyph): string {
  const code = text.charCodeAt(0)
  if (/wingdings/i.test(font) || (code >= 0xe000 && code <= 0xf8ff)) return symbol(font, code)
  if (code >= 0x2610 && code <= 0x2612) return symbol(font, code)
  if (/symbol/i.test(font) && code === 0xb7) return '•'
  // What is drawn is no longer a hyphen that may be needed.
  if (text === '\u00ad') return '-'
  return seen(text).replace(/[\ufb00-\ufb06]/g, letter => ligatures[letter] ?? letter)
}

/** Lays words out in lines, from top to bottom. Raised and lowered letters belong to the line they stand in. */
export function linesOf(words: readonly Word[]): Line[] {
  const lines: Line[] = []
  for (const word of [...words].sort((a, b) => a.page - b.page || a.base - b.base)) {
    const line = lines.at(-1)
    if (line && line.words[0]?.page === word.page && overlaps(line, word)) addWord(line, word)
    else lines.push({words: [word], ...boxOf(word), base: word.base, size: word.size})
  }
  for (const line of lines) line.words = joined(line.words.sort((a, b) => a.left - b.left))
  return lines
}

function overlaps(line: Line, word: Word): boolean {
  const shared = Math.min(line.bottom, word.bottom) - Math.max(line.top, word.top)
  return shared > 0.5 * Math.min(line.bottom - line.top, word.bottom - word.top)
}

function addWord(line: Line, word: Word): void {
  line.words.push(word)
  if (word.size > line.size) {
    line.base = word.base
    line.size = word.size
  }
  Object.assign(line, boxAround([line, word]))
}

/** Raised endings, as in 1st, and words whose look changes in the middle come in parts that touch. */
function joined(words: readonly Word[]): Word[] {
  const whole: Word[] = []
  for (const word of words) {
    const before = whole.at(-1)
    const touches = before && Math.abs(word.left - before.right) < joinGap * before.size
    if (before && touches && before.bold === word.bold && before.italic === word.italic) {
      whole[whole.length - 1] = {...before, ...boxAround([before, word]), text: before.text + word.text, spaced: word.spaced}
    } else whole.push(word)
  }
  return whole
}

function boxOf({left, top, right, bottom}: Box): Box {
  return {left, top, right, bottom}
}

/** The smallest box around some boxes. */
export function boxAround(boxes: readonly Box[]): Box {
  const first = boxes[0] ?? {left: 0, top: 0, right: 0, bottom: 0}
  return boxes.reduce<Box>(
    (whole, box) => ({
      left: Math.min(whole.left, box.left),
      top: Math.min(whole.top, box.top),
      right: Math.max(whole.right, box.right),
      bottom: Math.max(whole.bottom, box.bottom)
    }),
    boxOf(first)
  )
}

/** Whether two neighbours on a line are written without a space between them. */
export function touch(before: Word, after: Word): boolean {
  return after.left - before.right < joinGap * Math.max(before.size, after.size)
}
