/** Lines -> paragraphs and list items, by where lines end and begin and how far apart they stand. */
import type {WordParagraph} from '../docx/blocks.ts'
import {bullets, numbers, withLoneLabels} from './markers.ts'
import {isOneWord, type WordCounts} from './parted.ts'
import {piecesOf} from './pieces.ts'
import {type Line, touch} from './words.ts'

/** How the text of one stretch or cell is set. */
export interface Setting {
  /** Where its lines must end at the latest, in points from the left of the page. */
  right: number
  /** From line to line within a paragraph, in letter sizes. */
  pitch: number
  /** A space is written at the end of a line that goes on in the next, as Word and LibreOffice do. */
  spaced: boolean
  /** What would have fitted into a line by no more than this, in letter sizes, did not: browsers measure words otherwise than they draw them. */
  slack: number
  counts: WordCounts
}

/** A paragraph before it is written out. */
export interface Draft {
  lines: Line[]
  /** Before these lines (by index) stands a line break that a reader sees. */
  breaks: Set<number>
  /** These lines go on with the word that the line before began. */
  parted: Set<number>
  label: string
  /** Where the label stands, and where the text after it begins. */
  labelLeft: number
  textLeft: number
}

/** More than the pitch by this factor is a space between paragraphs. */
const looser = 1.18
/** Usual pitch of a font, in letter sizes. */
export const usualPitch = 1.2

/** Cuts lines, in reading order, into paragraphs and list items. */
export function draftsOf(all: readonly Line[], setting: Setting): Draft[] {
  const lines = withLoneLabels(all)
  const pitch = pitchOf([{lines, right: setting.right}], setting.spaced) ?? setting.pitch
  const drafts: Draft[] = []
  for (const [index, line] of lines.entries()) {
    const before = lines[index - 1]
    const open = drafts.at(-1)
    const marker = markerOf(line, open)
    if (!before || !open) drafts.push(newDraft(line, marker))
    else {
      const parted = isParted(before, line, setting)
      const soft = !isEnded(before, line, setting)
      if (parted || goesOn(before, line, {soft, pitch, marker, open, spaced: setting.spaced})) {
        if (parted) open.parted.add(open.lines.length)
        open.lines.push(line)
      } else if (!marker && (isInItem(open, before, line, pitch) || isMidSentence(before, line, pitch))) {
        open.breaks.add(open.lines.length)
        open.lines.push(line)
      } else drafts.push(newDraft(line, marker))
    }
  }
  return drafts
}

/** The usual step, in letter sizes, from a full line to the next; null if there are too few to tell. */
export function pitchOf(stretches: readonly Stretch[], spaced: boolean): number | null {
  const steps: number[] = []
  for (const {lines, right} of stretches) {
    for (const [index, line] of lines.slice(1).entries()) {
      const before = lines[index] as Line
      if (pageOf(before) === pageOf(line) && !isEnded(before, line, {right, spaced})) steps.push((line.base - before.base) / before.size)
    }
  }
  steps.sort((a, b) => a - b)
  return steps.length < 3 ? null : (steps[Math.floor((steps.length - 1) / 2)] ?? null)
}

/** Lines that stand below one another, and where they must end at the latest. */
export interface Stretch {
  lines: readonly Line[]
  right: number
}

const pageOf = (line: Line) => line.words[0]?.page ?? 0

/**
 * Whether a line was ended on purpose, not for want of room. Where lines that go on end in a space, it is missing only if there was no room
 * even for the space; the next line must look like a beginning all the same.
 */
export function isEnded(
  before: Line,
  next: Line,
  {right, spaced, slack = exact}: Pick<Setting, 'right' | 'spaced'> & {slack?: number}
): boolean {
  const last = before.words.at(-1)
  if (!last || fits(before, next, right, slack) || (/[.?!]["”’)]*$/.test(last.text) && isLabel(next))) return true
  return (
    spaced &&
    !last.spaced &&
    before.right + 0.3 * before.size < right &&
    !/[-–—/,]$/.test(last.text) &&
    /^[\p{Lu}\d“‘"☐☒]/u.test(next.words[0]?.text ?? '')
  )
}

/** Whether a line begins with a label, such as `Wanted:`. */
function isLabel({words}: Line): boolean {
  return words.length > 1 && /^\p{Lu}[\p{L}’']+:$/u.test(words[0]?.text ?? '')
}

/** Whether a word too long for its cell goes on in the next line. */
function isParted(before: Line, next: Line, {right, slack, counts}: Setting): boolean {
  const [end, other] = before.words
  const start = next.words[0]
  if (!end || other || !start || end.spaced || pageOf(before) !== pageOf(next)) return false
  // 20/02/20 and 26 below it
  if (/^\d{1,2}([./-])\d{1,2}\1\d{4}[.,;)]?$/.test(end.text + start.text) && /\d$/.test(end.text)) return true
  const letter = (start.right - start.left) / start.text.length
  // Browsers make columns as narrow as their longest word, and part none.
  return slack < inexact && right - end.right < letter + 0.5 && isOneWord(end.text, start.text, counts)
}

/** Whether a space is written at the end of lines that have no room for more, and not at the end of others; and how exact lines are. */
export function spacingOf(stretches: readonly Stretch[]): Pick<Setting, 'spaced' | 'slack'> {
  const full = {all: 0, written: 0}
  const ended = {all: 0, written: 0}
  for (const {lines, right} of stretches) {
    for (const [index, line] of lines.slice(1).entries()) {
      const before = lines[index] as Line
      const kind = fits(before, line, right, exact) ? ended : full
      kind.all++
      if (before.words.at(-1)?.spaced) kind.written++
    }
  }
  const spaced = full.all > 5 && full.written > 0.4 * full.all && ended.written < 0.3 * ended.all
  return {spaced, slack: full.all > 5 && full.written < 0.05 * full.all ? inexact : exact}
}

const [exact, inexact] = [0.05, 0.15] as const

/** Whether the first word of the next line had room at the end of the line before: then the line was ended on purpose. */
function fits(before: Line, next: Line, right: number, slack: number): boolean {
  const first = next.words[0]
  if (!first) return true
  const part = /^.*?\p{L}{2}-(?=\p{L}{2})/u.exec(first.text)?.[0]
  const width = (first.right - first.left) * (part ? part.length / first.text.length : 1)
  const space = isBrokenWord(before) ? 0 : 0.25 * before.size
  return before.right + space + width <= right - slack * before.size
}

const isBrokenWord = (line: Line) => /\p{L}-$/u.test(line.words.at(-1)?.text ?? '')

interface Step {
  soft: boolean
  pitch: number
  marker: Marker | null
  open: Draft
  spaced: boolean
}

function goesOn(before: Line, line: Line, {soft, pitch, marker, open, spaced}: Step): boolean {
  if (marker && (marker.bullet || !soft || isNextLabel(open.label, marker.label))) return false
  if (!soft || (open.label !== '' && line.left < open.labelLeft - 2)) return false
  if (Math.abs(line.size - before.size) > 0.15 * before.size) return false
  const end = before.words.at(-1)?.text ?? ''
  if (pageOf(before) !== pageOf(line))
    return (spaced && before.words.at(-1)?.spaced) || !/[.?!:;]["”’)]*$/.test(end) || /^\p{Ll}/u.test(line.words[0]?.text ?? '')
  return (line.base - before.base) / before.size <= pitch * looser && line.base > before.base
}

/** A line of its own that belongs to the list item above: it begins where the item's text begins, directly below it. */
function isInItem(open: Draft, before: Line, line: Line, pitch: number): boolean {
  if (open.label === '' || pageOf(before) !== pageOf(line)) return false
  const near = (line.base - before.base) / before.size <= pitch * looser
  return near && Math.abs(line.left - open.textLeft) < 2 && open.textLeft - open.labelLeft > 0.8 * line.size
}

/** A line that ends early, in the middle of a sentence. */
function isMidSentence(before: Line, line: Line, pitch: number): boolean {
  const isNear = pageOf(before) === pageOf(line) && (line.base - before.base) / before.size <= pitch * looser
  return (
    isNear &&
    before.words.length > 3 &&
    !/[.?!:;]["”’)]*$/.test(before.words.at(-1)?.text ?? '') &&
    /^\p{Ll}/u.test(line.words[0]?.text ?? '')
  )
}

interface Marker {
  label: string
  bullet: boolean
}

/** The bullet or number a line begins with, if something follows it. A wide number may touch the text: then it must be the next one. */
function markerOf(line: Line, open: Draft | undefined): Marker | null {
  partLabel(line, open)
  const [first, second] = line.words
  if (!first || !second || touch(first, second)) return null
  const wide = second.left - first.right > 0.5 * first.size
  if (bullets.test(first.text) || (first.text === 'o' && wide)) return {label: first.text, bullet: true}
  return numbers.test(first.text) && (wide || /^\(?[\da-z]/.test(first.text)) ? {label: first.text, bullet: false} : null
}

function partLabel(line: Line, open: Draft | undefined): void {
  const word = line.words[0]
  const label = /^\d{1,2}[.)](?=\p{L})/u.exec(word?.text ?? '')?.[0]
  if (!word || !label || !open || !isNextLabel(open.label, label)) return
  const edge = word.left + ((word.right - word.left) * label.length) / word.text.length
  const rest = {...word, text: word.text.slice(label.length), left: edge}
  line.words.splice(0, 1, {...word, text: label, right: edge - 0.2 * word.size}, rest)
}

/** Whether a number or letter follows another, as 4. follows 3. */
function isNextLabel(before: string, label: string): boolean {
  return counts(label).some(count => counts(before).includes(count - 1))
}

const romans = ['i', 'ii', 'iii', 'iv', 'v', 'vi', 'vii', 'viii', 'ix', 'x', 'xi', 'xii', 'xiii', 'xiv', 'xv']

/** What a label may count: `i` is the ninth letter and the first Roman number. */
function counts(label: string): number[] {
  const last = /([a-z]+|\d+)[.)]*$/i.exec(label)?.[1]?.toLowerCase() ?? ''
  if (/^\d/.test(last)) return [Number(last)]
  return [...(last.length === 1 ? [last.charCodeAt(0) - 96] : []), ...(romans.includes(last) ? [romans.indexOf(last) + 1] : [])]
}

function newDraft(line: Line, marker: Marker | null): Draft {
  const [first, ...others] = line.words
  if (!marker || !first) return {lines: [line], breaks: new Set(), parted: new Set(), label: '', labelLeft: line.left, textLeft: line.left}
  const rest: Line = {...line, words: others, left: others[0]?.left ?? line.left}
  return {lines: [rest], breaks: new Set(), parted: new Set(), label: marker.label, labelLeft: line.left, textLeft: rest.left}
}

/** The paragraphs of drafts, as the writer of blocks wants them: list items of one list are on the same level if their labels are. */
export function paragraphsOf(drafts: readonly Draft[], counts: WordCounts): WordParagraph[] {
  const levels: number[] = []
  return drafts.map((draft, index) => {
    const pieces = piecesOf(draft, counts)
    if (draft.label === '' || isLoneNumber(drafts, index)) {
      levels.length = 0
      const first = pieces[0]
      if (draft.label !== '' && first) first.value = `${draft.label} ${first.value}`
      return {kind: 'paragraph', pieces, depth: 0}
    }
    while (levels.length > 1 && (levels.at(-1) as number) > draft.labelLeft + 4) levels.pop()
    if (levels.length === 0 || draft.labelLeft > (levels.at(-1) as number) + 4) levels.push(draft.labelLeft)
    return {kind: 'paragraph', pieces, depth: 0, list: {level: levels.length - 1, label: draft.label}}
  })
}

/** Whether a numbered line is a heading: short, and with a paragraph at the margin below it, or (where it is the last line) a table. */
export function isNumberedHeading(drafts: readonly Draft[], index: number, isAboveTable: boolean): boolean {
  const [own, next] = [drafts[index], drafts[index + 1]]
  if (!own || (next ? next.label !== '' : !isAboveTable) || own.lines.length > 1 || !/^\d/.test(own.label)) return false
  const words = own.lines[0]?.words ?? []
  const isShort = words.length <= mostHeadingWords && !/[.,;:]$/.test(words.at(-1)?.text ?? '')
  return isShort && (!next || next.textLeft < own.labelLeft + 2) && /^\p{Lu}/u.test(words[0]?.text ?? '')
}

const mostHeadingWords = 12

/** The number of a heading, or one that no other number of a list comes before or after, is part of the text. */
function isLoneNumber(drafts: readonly Draft[], index: number): boolean {
  const own = drafts[index] as Draft
  if (bullets.test(own.label) || own.label === 'o') return false
  if (own.lines.every(({words}) => words.every(({bold}) => bold))) return true
  const isNear = (other: Draft) => other.label !== '' && Math.abs(other.labelLeft - own.labelLeft) < 4
  const before = drafts.slice(0, index).reverse().find(isNear)
  const after = drafts.slice(index + 1).find(isNear)
  return !(before && isNextLabel(before.label, own.label)) && !(after && isNextLabel(own.label, after.label))
}
