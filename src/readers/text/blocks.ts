/** Makes blocks of the chunks of a plain text: headings, paragraphs, lists, tables. */
import type {Heading, Paragraph, RootContent, Table, TableCell} from 'mdast'
import {addLetters, type Piece, phrasing, trimmed} from '../inline.ts'
import {type Entry, nestLists} from '../lists.ts'
import {isCapitalLine} from '../look.ts'
import {type Places, spanOf} from '../place.ts'
import {findHeadings} from './headings.ts'
import {type Chunk, chunksOf, isRule, isWrapped, type Line, type Marker, wrapWidth} from './lines.ts'

/** All blocks of the text, in order. */
export function textBlocks(text: string, places: Places): RootContent[] {
  const chunks = chunksOf(text)
  const width = wrapWidth(chunks)
  const headings = findHeadings(chunks, width)
  const builder = new Builder(text, places, width)
  chunks.forEach((chunk, index) => {
    const lines = headings(index)
    if (lines > 0) builder.heading(chunk.slice(0, lines))
    builder.chunk(chunk.slice(lines))
  })
  return nestLists(builder.entries)
}

class Builder {
  readonly entries: Entry[] = []
  private readonly text: string
  private readonly places: Places
  private readonly width: number | undefined
  /** The items under way, outermost first; empty outside a list. */
  private items: {line: Line; indent: number; rank: number}[] = []
  /** Numbers seen, so that a wrapped line that happens to begin with a number is not taken for an item. */
  private last = 0

  constructor(text: string, places: Places, width: number | undefined) {
    this.text = text
    this.places = places
    this.width = width
  }

  heading([line, rule]: Chunk): void {
    if (!line) return
    const marked = rule !== undefined || isCapitalLine(line.text)
    const depth: Heading['depth'] = rule?.text.startsWith('=') ? 1 : marked ? 2 : line.marker ? 4 : 3
    const block = this.paragraph([line])
    if (line.marker) this.last = line.marker.count
    this.items = []
    if (block)
      this.entries.push({block: {type: 'heading', depth, children: block.children, data: {origin: 'look'}, position: block.position}})
  }

  /** Adds a chunk: runs of table lines, items with the lines that belong to them, and what is left as paragraphs. */
  chunk(chunk: Chunk): void {
    let open: Line[] = []
    const close = () => {
      this.close(open)
      open = []
    }
    if (chunk[0] && !chunk[0].marker && !this.continues(chunk[0])) this.items = []
    for (let index = 0; index < chunk.length; index++) {
      const line = chunk[index] as Line
      const rows = this.tableRows(chunk, index)
      if (isRule(line)) close()
      else if (rows > 0) {
        close()
        this.table(chunk.slice(index, index + rows))
        index += rows - 1
      } else {
        const before = open.at(-1)
        if (this.startsItem(line, before, open[0]) || (before && this.endsItem(open, chunk.slice(index), before))) close()
        open.push(line)
      }
    }
    close()
  }

  /** Whether a paragraph after a blank line still belongs to the item: it is indented as the item's text is. */
  private continues(line: Line): boolean {
    const item = this.items.at(-1)
    return item !== undefined && line.indent > item.line.indent + 1
  }

  private startsItem(line: Line, before: Line | undefined, first: Line | undefined): boolean {
    const {marker} = line
    if (!marker) return false
    if (!before) return true
    if (/^[–—]$/.test(marker.label)) return before.marker !== undefined || /[.:;!?]$/.test(before.text)
    return (
      marker.kind !== 'number' ||
      marker.count <= 1 ||
      marker.count === (first?.marker?.count ?? this.last) + 1 ||
      before.marker !== undefined
    )
  }

  /** A line at the margin after a finished item line is no longer the item's, unless labels such as `Responsible:` still follow. */
  private endsItem([first]: Line[], rest: Line[], before: Line): boolean {
    const line = rest[0] as Line
    const next = rest.findIndex(({marker}) => marker)
    const labelled = rest.slice(0, next < 0 ? undefined : next).some(({label}) => label)
    return first?.marker !== undefined && !labelled && line.indent <= first.indent && !isWrapped(before, line, this.width)
  }

  private close(lines: Line[]): void {
    const [first] = lines
    if (!first) return
    const paragraph = this.paragraph(lines, first.marker?.content)
    if (!paragraph) return
    if (first.marker) this.addItem(first, first.marker, paragraph)
    else if (this.continues(first)) this.entries.at(-1)?.list?.more?.push(paragraph)
    else {
      this.items = []
      this.entries.push({block: paragraph})
    }
  }

  private addItem(line: Line, marker: Marker, block: Paragraph): void {
    const indent = line.indent + marker.depth * 2
    // Letters or bullets under a number, at the same indentation, divide that number's item.
    const rank = ['number', 'letter', 'bullet'].indexOf(marker.kind)
    const isUnder = (outer: {indent: number; rank: number}) => indent > outer.indent + 1 || (indent > outer.indent - 2 && rank > outer.rank)
    while (this.items.length > 0 && !isUnder(this.items.at(-1) as Builder['items'][number])) this.items.pop()
    const level = this.items.length
    if (marker.kind === 'number') this.last = marker.count
    this.items.push({line, indent, rank})
    this.entries.push({block, list: {level, label: marker.label, more: []}})
  }

  /** How many lines from `index` are rows of one table: at least two with the same number of tabs. */
  private tableRows(chunk: Chunk, index: number): number {
    const count = chunk[index]?.fields?.length
    if (count === undefined) return 0
    let to = index + 1
    while (chunk[to]?.fields?.length === count) to++
    return to - index >= 2 ? to - index : 0
  }

  private table(lines: Line[]): void {
    const children = lines.map((line, row) => {
      const cells = (line.fields ?? []).map(([start, end], column): TableCell => {
        const pieces: Piece[] = []
        addLetters(pieces, this.text, start, end)
        const paragraph = this.finished(pieces)
        const cell = {row, column, rowSpan: 1, colSpan: 1}
        const children = (paragraph ? [paragraph] : []) as unknown as TableCell['children']
        return {type: 'tableCell', children, data: {cell}, position: this.places(start, end)}
      })
      return {type: 'tableRow' as const, children: cells, position: this.places(line.start, line.end)}
    })
    const table: Table = {type: 'table', children, data: {kind: 'grid'}, position: spanOf(children, this.places(0, 0))}
    this.items = []
    this.entries.push({block: table})
  }

  /** Joins wrapped lines with one space; other line ends stay as breaks. */
  private paragraph(lines: Line[], from = lines[0]?.start ?? 0): Paragraph | undefined {
    const pieces: Piece[] = []
    lines.forEach((line, index) => {
      const before = lines[index - 1]
      if (before) this.join(pieces, before, line)
      addLetters(pieces, this.text, index === 0 ? from : line.start, line.end)
    })
    return this.finished(pieces)
  }

  private join(pieces: Piece[], before: Line, line: Line): void {
    const span = {start: before.end, end: line.start}
    if (!isWrapped(before, line, this.width)) pieces.push({value: '\n', line: true, ...span})
    else if (!/\p{L}-$/u.test(before.text) || !/^\p{Ll}/u.test(line.text)) pieces.push({value: ' ', ...span})
  }

  private finished(pieces: Piece[]): Paragraph | undefined {
    const children = phrasing(trimmed(pieces), piece => this.places(piece.start, piece.end))
    return children.length === 0 ? undefined : {type: 'paragraph', children, position: spanOf(children, this.places(0, 0))}
  }
}
