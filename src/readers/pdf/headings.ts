/** Headings by the size of their letters. */
import {isTitleText} from '../text/headings.ts'
import type {Draft} from './paragraphs.ts'
import type {Line, Word} from './words.ts'

const mostWords = 20

/** Gives the depth (1 to 3) of a paragraph's lines if they are larger than the text around them, else 0. */
export function depthsOf(flow: readonly Line[], all: readonly Word[]): (lines: readonly Line[]) => number {
  const words = flow.flatMap(line => line.words)
  // Where nearly everything stands in tables, what stands between them may be headings only.
  const body = usualSize(words.length > 40 && flow.some(isSentence) ? words : all)
  const larger = (lines: readonly Line[]) => lines.length > 0 && lines.every(({size}) => size > body + 0.7)
  const sizes = [...new Set(flow.filter(line => larger([line]) && !isSentence(line)).map(rounded))].sort((a, b) => b - a)
  return lines => {
    const count = lines.reduce((sum, line) => sum + line.words.length, 0)
    const first = lines[0]
    if (!first || !larger(lines) || count > mostWords || lines.some(isSentence)) return 0
    return Math.min(3, sizes.indexOf(rounded(first)) + 1)
  }
}

const rounded = ({size}: Line) => Math.round(size * 2) / 2

/** The size that most letters have. */
function usualSize(words: readonly Word[]): number {
  const letters = new Map<number, number>()
  for (const {size, text} of words) letters.set(Math.round(size * 2) / 2, (letters.get(Math.round(size * 2) / 2) ?? 0) + text.length)
  return [...letters].sort((a, b) => b[1] - a[1])[0]?.[0] ?? 0
}

/** A line that ends like a sentence, or begins like a label with its value. */
function isSentence({words}: Line): boolean {
  return words.length > 4 && /[.;,]["”’)]*$/.test(words.at(-1)?.text ?? '')
}

/**
 * Whether a line that looks like all others is a heading: a few words on their own between sentences, or between a sentence and a table.
 * Bold ones are found by their look, unless they would pass for a label. `null` stands for a table.
 */
export function isPlainHeading(before: Draft | null | undefined, own: Draft, next: Draft | null | undefined): boolean {
  const [line] = own.lines
  if (!line || own.label !== '' || own.lines.length > 1 || next === undefined) return false
  const text = textOf(own)
  const isBold = line.words.every(({bold}) => bold)
  const isOver = next === null || isRunningText(next)
  return isOver && (!before || isRunningText(before)) && isBold === /:(?:\s|$)/.test(text) && isTitleText(text)
}

/** A paragraph of more than one line, a sentence, or an item of a list. */
function isRunningText(draft: Draft): boolean {
  return draft.lines.length > 1 || draft.label !== '' || ((draft.lines[0]?.words.length ?? 0) > 3 && /[.!?]["”’)]*$/.test(textOf(draft)))
}

const textOf = ({lines}: Draft) => lines.flatMap(({words}) => words.map(({text}) => text)).join(' ')
