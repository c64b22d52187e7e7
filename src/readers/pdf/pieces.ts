/** The words of a paragraph as pieces of text, each with its place on the page. */
import type {Piece} from '../inline.ts'
import type {Draft} from './paragraphs.ts'
import {isHyphenated, type WordCounts} from './parted.ts'
import {touch, type Word} from './words.ts'

/** A gap this wide, in letter sizes, was made with a tab. */
const tabGap = 2

/** The text of a paragraph: one piece for each stretch of a line that looks the same. */
export function piecesOf({lines, breaks, parted}: Draft, counts: WordCounts): Piece[] {
  const pieces: Piece[] = []
  for (const [index, {words}] of lines.entries()) {
    const last = pieces.at(-1)
    const first = words[0]
    if (breaks.has(index)) pieces.push({value: '\n', start: 0, end: 1, line: true})
    else if (last && first && !parted.has(index)) {
      if (!/\p{L}-$/u.test(last.value) || !/^\p{L}/u.test(first.text)) last.value += ' '
      else if (isHyphenated(last.value, first.text, counts)) last.value = last.value.slice(0, -1)
    }
    addWords(pieces, words)
  }
  for (const piece of pieces) piece.end = piece.value.length
  return pieces
}

/** One piece for each stretch of a line that looks the same. */
function addWords(pieces: Piece[], words: readonly Word[]): void {
  let before: Word | undefined
  let open: Piece | undefined
  for (const word of words) {
    const {left, top, right, bottom, bold, italic, page} = word
    if (before && open && !touch(before, word)) open.value += word.left - before.right > tabGap * word.size ? '\t' : ' '
    if (open && before?.bold === bold && before.italic === italic) {
      open.value += word.text
      const box = open.data?.onPage?.box
      if (box) Object.assign(box, {right, top: Math.min(box.top, top), bottom: Math.max(box.bottom, bottom)})
    } else {
      open = {value: word.text, start: 0, end: 0, ...(bold && {bold}), ...(italic && {italic})}
      open.data = {onPage: {page: page + 1, box: {left, top, right, bottom}}}
      pieces.push(open)
    }
    before = word
  }
}
