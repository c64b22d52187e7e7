/** Writes the blocks of a Word file out as one plain text and makes the tree beside it. */
import type {Heading, RootContent, Table, TableCell} from 'mdast'
import type {Point, Position} from 'unist'
import {cellChildren} from '../cells.ts'
import {type Piece, phrasing} from '../inline.ts'
import {type Entry, nestLists} from '../lists.ts'
import {spanOf} from '../place.ts'
import type {WordBlock, WordParagraph, WordTable} from './blocks.ts'

export class Composer {
  private parts: string[] = []
  private line = 1
  private column = 1
  private offset = 0

  /** All that was written. */
  text(): string {
    return this.parts.join('')
  }

  /** Writes blocks, one paragraph a line, and gives their nodes. */
  blocks(blocks: WordBlock[]): RootContent[] {
    const entries = blocks.map((block): Entry => {
      if (block.kind === 'table') return {block: this.table(block)}
      return {block: this.paragraph(block), ...(block.list && {list: block.list})}
    })
    return nestLists(entries)
  }

  private paragraph({pieces, depth, margin}: WordParagraph): RootContent {
    if (this.offset > 0) this.write('\n')
    const start = this.point()
    const children = phrasing(pieces, piece => this.piece(piece))
    const position = {start, end: this.point()}
    if (depth > 0) return {type: 'heading', depth: depth as Heading['depth'], children, data: {origin: 'style'}, position}
    return {type: 'paragraph', children, ...(margin && {data: {margin}}), position}
  }

  private table({rows}: WordTable): Table {
    const children = rows.map(row => {
      const cells = row.map(({place, blocks}): TableCell => {
        const content = this.blocks(blocks)
        return {type: 'tableCell', children: cellChildren(content), data: {cell: place}, position: spanOf(content, this.here())}
      })
      return {type: 'tableRow' as const, children: cells, position: spanOf(cells, this.here())}
    })
    return {type: 'table', children, data: {kind: 'grid'}, position: spanOf(children, this.here())}
  }

  private piece(piece: Piece): Position {
    const start = this.point()
    this.write(piece.value)
    return {start, end: this.point()}
  }

  private here(): Position {
    return {start: this.point(), end: this.point()}
  }

  private point(): Point {
    return {line: this.line, column: this.column, offset: this.offset}
  }

  private write(text: string): void {
    this.parts.push(text)
    this.offset += text.length
    if (text === '\n') {
      this.line++
      this.column = 1
    } else this.column += text.length
  }
}
