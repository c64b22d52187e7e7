/** What is read from a Word file before it is written out as plain text: blocks whose pieces know their run but not yet their offset. */
import type {ParagraphData} from 'mdast'
import type {CellPlace} from '../../tree.ts'
import type {Piece} from '../inline.ts'

export interface WordParagraph {
  kind: 'paragraph'
  /** `start` and `end` count in the run's text. */
  pieces: Piece[]
  /** 1 to 6 for a heading by style, 0 for anything else. */
  depth: number
  list?: {level: number; label: string}
  margin?: ParagraphData['margin']
}

export interface WordCell {
  place: CellPlace
  blocks: WordBlock[]
}

export interface WordTable {
  kind: 'table'
  rows: WordCell[][]
}

export type WordBlock = WordParagraph | WordTable

/** All paragraphs in the blocks, in reading order, tables flattened. */
export function paragraphsIn(blocks: WordBlock[]): WordParagraph[] {
  return blocks.flatMap(block => (block.kind === 'paragraph' ? [block] : block.rows.flat().flatMap(cell => paragraphsIn(cell.blocks))))
}
