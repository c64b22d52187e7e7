/** From words in a block to a place in the user's file, and back to the text that stands there. */
import type {Block, Span} from './plan.ts'

/** Offsets in the source of a span: the pieces it touches, indivisible ones whole. */
export function sourceRange({block, start, end}: Span): {start: number; end: number} {
  return {start: toSource(block, start, false), end: toSource(block, end, true)}
}

function toSource({pieces}: Block, offset: number, isEnd: boolean): number {
  for (const piece of pieces) {
    const inside = isEnd ? offset > piece.start && offset <= piece.end : offset >= piece.start && offset < piece.end
    if (!inside) continue
    const exact = piece.end - piece.start === piece.sourceEnd - piece.sourceStart
    if (exact) return piece.sourceStart + (offset - piece.start)
    return isEnd ? piece.sourceEnd : piece.sourceStart
  }
  const last = pieces.at(-1)
  return last ? (isEnd || offset > 0 ? last.sourceEnd : (pieces[0]?.sourceStart ?? 0)) : 0
}

/** The visible words of a span. */
export function textOf({block, start, end}: Span): string {
  return block.text.slice(start, end)
}

/** The label a block begins with, without the mark that ends it: `By whom` of `By whom: Ms Lowe`. Empty if there is none. */
export function labelText(block: Block): string {
  return block.text
    .slice(0, block.labelEnd)
    .replace(/[\s:.?–—-]+$/, '')
    .trim()
}

/** The whole of a block, without white space or a list mark at its ends. */
export function wholeBlock(block: Block): Span {
  return trimmed({block, start: 0, end: block.text.length})
}

export function trimmed({block, start, end}: Span): Span {
  while (start < end && /\s/.test(block.text[start] as string)) start++
  while (end > start && /\s/.test(block.text[end - 1] as string)) end--
  return {block, start, end}
}

/** Whether a stretch of a block lies in somebody's quoted words. */
export function isQuoted(block: Block, start: number, end: number): boolean {
  return block.quotations.some(range => start >= range.start && end <= range.end)
}
