/** Reads the paragraphs and tables of one part. */
import type {ParagraphData} from 'mdast'
import {type Piece, trimmed} from '../inline.ts'
import {paragraphsIn, type WordBlock, type WordCell, type WordParagraph, type WordTable} from './blocks.ts'
import type {Labels} from './numbering.ts'
import {addRun, type RunContext} from './runs.ts'
import {outlineDepth, type Styles} from './styles.ts'
import {type CheckBox, isMarkedGone, visit} from './visit.ts'
import {child, flag, val, type XmlElement} from './xml.ts'

/** What reading a part needs and what it collects on the way. */
export interface PartReader extends RunContext {
  labels: Labels
  /** Text of paragraphs whose end mark is deleted: it belongs to the next paragraph. */
  carried: Piece[]
  /** Set while reading a cell: its blank paragraphs may be the blank entry of one action in a list of owners or dates. */
  inCell: boolean
}

/** A reader for the part at that path. */
export function partReader(path: string, styles: Styles, labels: Labels): PartReader {
  return {path, styles, labels, fields: [], boxes: [], notes: [], pictures: 0, carried: [], inCell: false}
}

/** The blocks of a container: the body, a cell, a note, a text box. */
export function readBlocks(container: XmlElement, reader: PartReader, within?: CheckBox): WordBlock[] {
  const blocks: WordBlock[] = []
  const outer = reader.carried
  reader.carried = []
  const addCarried = () => {
    if (reader.carried.length > 0) blocks.push({kind: 'paragraph', pieces: reader.carried, depth: 0})
    reader.carried = []
  }
  visit(container, within, (node, box) => {
    if (node.name === 'w:p') blocks.push(...readParagraph(node, reader, box))
    else if (node.name === 'w:tbl') {
      addCarried()
      blocks.push(readTable(node, reader, box))
    }
  })
  addCarried()
  reader.carried = outer
  return blocks
}

function readParagraph(node: XmlElement, reader: PartReader, within: CheckBox | undefined): WordBlock[] {
  const layout = child(node, 'w:pPr')
  const style = reader.styles.paragraph(val(layout, 'w:pStyle'))
  const depth = Math.min(6, outlineDepth(layout) ?? style.depth)
  const own: Piece[] = []
  // The bold of a heading's style says nothing more than that it is a heading.
  const base = depth > 0 ? {hidden: style.hidden} : style
  visit(node, within, (run, box) => {
    if (run.name === 'w:r') addRun(own, run, {paragraph: node.index, base, box}, reader)
  })
  const pieces = [...reader.carried, ...own]
  const joins = isMarkedGone(child(layout, 'w:rPr'))
  reader.carried = joins ? pieces : []
  const list = joins ? undefined : listOf(layout, style, reader)
  const shown = joins ? [] : trimmed(pieces)
  const blank = shown.length === 0 && (joins || !reader.inCell)
  const blocks: WordBlock[] = blank ? [] : [{kind: 'paragraph', pieces: shown, depth, ...(list && depth === 0 && {list})}]
  return [...blocks, ...readBoxes(reader)]
}

/** Asks for the label even of headings and empty paragraphs: they count too. */
function listOf(layout: XmlElement | undefined, style: {numId?: string; level?: string}, reader: PartReader): WordParagraph['list'] {
  const numbers = child(layout, 'w:numPr')
  const numId = val(numbers, 'w:numId') ?? style.numId
  if (numId === undefined || numId === '0') return undefined
  const level = Math.min(8, Math.max(0, Number(val(numbers, 'w:ilvl') ?? style.level ?? 0) || 0))
  const label = reader.labels(numId, level)
  return label === '' ? undefined : {level, label}
}

/** Text boxes stand after the paragraph that holds their anchor. */
function readBoxes(reader: PartReader): WordBlock[] {
  const boxes = reader.boxes
  const fields = reader.fields
  reader.boxes = []
  const blocks = boxes.flatMap(box => {
    reader.fields = []
    return readBlocks(box, reader)
  })
  reader.fields = fields
  return inMargin(blocks, 'text-box')
}

/** Paragraphs outside the flow: marked as such, no headings, tables flattened. */
export function inMargin(blocks: WordBlock[], margin: ParagraphData['margin']): WordParagraph[] {
  return paragraphsIn(blocks).map(paragraph => ({...paragraph, depth: 0, margin}))
}

function readTable(node: XmlElement, reader: PartReader, within: CheckBox | undefined): WordTable {
  const rows: WordCell[][] = []
  const open = new Map<number, WordCell>()
  visit(node, within, (row, box) => {
    if (row.name !== 'w:tr') return
    const layout = child(row, 'w:trPr')
    if (isMarkedGone(layout) || flag(layout, 'w:hidden')) return
    rows.push(readRow(row, rows.length, open, reader, box))
  })
  return {kind: 'table', rows}
}

/** The blocks of a cell; none if all are blank. */
function readCell(cell: XmlElement, reader: PartReader, within: CheckBox | undefined): WordBlock[] {
  const outer = reader.inCell
  reader.inCell = true
  const blocks = readBlocks(cell, reader, within)
  reader.inCell = outer
  const filled = (block: WordBlock) => block.kind === 'table' || block.pieces.length > 0
  return blocks.some(filled) ? blocks : []
}

/** `open` holds the cells that may go on downward, by their first column. */
function readRow(node: XmlElement, row: number, open: Map<number, WordCell>, reader: PartReader, within: CheckBox | undefined): WordCell[] {
  const layout = child(node, 'w:trPr')
  const header = flag(layout, 'w:tblHeader') === true
  const cells: WordCell[] = []
  let column = Number(val(layout, 'w:gridBefore') ?? 0) || 0
  visit(node, within, (cell, box) => {
    if (cell.name !== 'w:tc') return
    const shape = child(cell, 'w:tcPr')
    const colSpan = Math.min(Math.max(Number(val(shape, 'w:gridSpan') ?? 1) || 1, 1), 100)
    const at = column
    column += colSpan
    const above = open.get(at)
    const before = cells.at(-1)
    if (val(shape, 'w:hMerge') === 'continue' && before) {
      before.place.colSpan += colSpan
      return
    }
    const merge = child(shape, 'w:vMerge')
    if (merge && merge.attributes['w:val'] !== 'restart' && above) {
      above.place.rowSpan = row - above.place.row + 1
      return
    }
    const place = {row, column: at, rowSpan: 1, colSpan, ...(header && {header})}
    const fresh = {place, blocks: child(shape, 'w:cellDel') ? [] : readCell(cell, reader, box)}
    if (merge) open.set(at, fresh)
    else open.delete(at)
    cells.push(fresh)
  })
  return cells
}
