/** Collects the blocks of one container (the page, a cell, an item) while its elements are walked. */
import type {Heading, Paragraph, ParagraphData, RootContent} from 'mdast'
import {type Look, type Piece, phrasing, trimmed} from '../inline.ts'
import {type Entry, nestLists} from '../lists.ts'
import {type Places, spanOf} from '../place.ts'
import type {HtmlNode} from './hidden.ts'

/** What all containers of one page share. */
export interface Page {
  text: string
  places: Places
  /** Added to the parser's offsets: where the parsed part begins in `text`. */
  base: number
  hidden: Set<string>
  pictures: number
  /** Adds what a reader sees of the children of an element to a flow. */
  walk(parent: HtmlNode, flow: Flow, look: Look): void
}

export class Flow {
  readonly page: Page
  /** Set while walking a page header or footer. */
  margin: ParagraphData['margin']
  pieces: Piece[] = []
  /** Set while walking a paragraph that Word saved as a list item. */
  item: {level: number; label: string} | undefined
  private entries: Entry[] = []

  private readonly inCell: boolean

  constructor(page: Page, margin?: ParagraphData['margin'], inCell = false) {
    this.page = page
    this.margin = margin
    this.inCell = inCell
  }

  /** Ends the paragraph under way: text that stood directly in a container becomes a paragraph too. */
  endParagraph(data: ParagraphData = {}): void {
    const children = this.takePieces()
    const list = this.item
    this.item = undefined
    if (children.length === 0) return
    const block: Paragraph = {type: 'paragraph', children, position: spanOf(children, this.page.places(0, 0))}
    if (this.margin || data.caption) block.data = {...data, ...(this.margin && {margin: this.margin})}
    this.entries.push({block, ...(list && {list})})
  }

  /** Ends a heading. */
  endHeading(depth: Heading['depth']): void {
    const children = this.takePieces()
    if (children.length === 0) return
    const position = spanOf(children, this.page.places(0, 0))
    this.entries.push({block: {type: 'heading', depth, children, data: {origin: 'style'}, position}})
  }

  add(...blocks: RootContent[]): void {
    this.endParagraph()
    this.entries.push(...blocks.map(block => ({block})))
  }

  /** The finished blocks. */
  blocks(): RootContent[] {
    this.endParagraph()
    return nestLists(this.entries)
  }

  private takePieces() {
    const pieces = trimmed(collapsed(this.pieces), this.inCell)
    // A last line break shows no line of its own.
    if (pieces.at(-1)?.line) pieces.pop()
    this.pieces = []
    return phrasing(pieces, piece => this.page.places(piece.start, piece.end))
  }
}

/** A space after a space or at the start of a line is not seen. */
function collapsed(pieces: Piece[]): Piece[] {
  const kept: Piece[] = []
  for (const piece of pieces) {
    const before = kept.at(-1)
    const bare = before === undefined || before.line || before.value.endsWith(' ')
    if (piece.value === ' ' && bare) continue
    if (piece.line && before?.value === ' ') kept.pop()
    kept.push(bare && piece.value.startsWith(' ') ? {...piece, value: piece.value.slice(1), start: piece.start + 1} : piece)
  }
  return kept
}
