/** A PDF with text -> tree: words to lines, lines to columns, tables and paragraphs, all by where they stand on the page. */
import type {Document} from '../tree.ts'
import type {WordBlock, WordParagraph} from './docx/blocks.ts'
import {Composer} from './docx/compose.ts'
import {holdsLetters} from './detect.ts'
import {refusal} from './errors.ts'
import {promoteHeadings, rareLooks} from './look.ts'
import {acrossTables} from './pdf/across.ts'
import {withBullets} from './pdf/dots.ts'
import {flowOf} from './pdf/flow.ts'
import type {Drawing} from './pdf/drawing.ts'
import {type RuledTable, ruledTables} from './pdf/grid.ts'
import {countWords, type WordCounts} from './pdf/parted.ts'
import {marginsOf} from './pdf/margins.ts'
import {draftsOf, paragraphsOf, usualPitch} from './pdf/paragraphs.ts'
import {pagesOf} from './pdf/source.ts'
import {type Line, type Word, wordsOf} from './pdf/words.ts'

/** Reads the bytes of a PDF. Rejects with a ReadError if it has a password, is damaged or hostile, or has only pictures of text. */
export async function readPdf(bytes: Uint8Array): Promise<Document> {
  if (!isWhole(bytes)) throw refusal('damagedPdf')
  const pages = await pagesOf(bytes)
  const words = pages.map((page, index) => withBullets(wordsOf(page, index), page.shapes))
  if (words.flat().length === 0) throw refusal(hasPictures(bytes) ? 'scannedPdf' : 'empty')
  const counts = countWords(words.flat())
  const tables = tablesOf(pages, words)
  const {headers, footers, bodies} = marginsOf(pages, words, tables)
  const composer = new Composer()
  const at = {start: {line: 1, column: 1, offset: 0}}
  const margin = (lines: readonly Line[], kind: WordParagraph['margin']) => composer.blocks(inMargin(lines, kind, counts))
  const top = margin(headers, 'page-header')
  const {blocks, guessed} = flowOf(bodies, tables, counts)
  const flow = composer.blocks(blocks)
  // What stands between tables may be nothing but headings: whether bold is rare is asked of all words.
  const looks = {...rareLooks(flow), bold: bodies.flat().filter(({bold}) => bold).length < bodies.flat().length / 3}
  const children = [...top, ...promoteHeadings(flow, looks), ...margin(footers, 'page-footer')]
  const end = children.at(-1)?.position?.end ?? at.start
  const data = guessed ? {data: {guessed}} : {}
  return {format: 'pdf', text: composer.text(), tree: {type: 'root', children, position: {...at, end}, ...data}}
}

/** The tables of all pages whose cells are drawn, if only in part. */
function tablesOf(pages: readonly Drawing[], words: readonly Word[][]): RuledTable[][] {
  const ruled = pages.map(ruledTables)
  const tablesOn = (page: number, known: readonly RuledTable[]) =>
    acrossTables(pages[page] as Drawing, words[page] ?? [], ruled[page] ?? [], known)
  const found = pages.map((_, page) => tablesOn(page, []))
  // A few rows at the end or at the top of a page may not show their columns.
  return pages.map((_, page) => tablesOn(page, [...(found[page - 1] ?? []), ...(found[page + 1] ?? [])]))
}

function inMargin(lines: readonly Line[], margin: WordParagraph['margin'], counts: WordCounts): WordBlock[] {
  return lines.flatMap(line =>
    paragraphsOf(draftsOf([line], {right: line.right, pitch: usualPitch, spaced: false, slack: 0, counts}), counts).map(
      ({kind, pieces}) => ({
        kind,
        pieces,
        depth: 0,
        margin
      })
    )
  )
}

/** A file that was cut off has no end mark; a parser that mends such files would read only a part of the plan. */
function isWhole(bytes: Uint8Array): boolean {
  return holdsLetters(bytes.subarray(-4096), '%%EOF')
}

/** Pictures are described in plain letters even where all else is packed. */
function hasPictures(bytes: Uint8Array): boolean {
  return holdsLetters(bytes, '/Image')
}
