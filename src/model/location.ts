/** Where a person would look for some words: `Table 2, row 4, By whom`. */
import type {Block, Plan, Span} from './plan.ts'

export function locationOf(span: Span | null, {blocks}: Plan): string {
  if (!span) return 'Whole document'
  const {block} = span
  const section = block.section.title ? shorten(block.section.title) : 'Top of the document'
  if (block.margin === 'page-header') return 'Page header'
  if (block.margin === 'page-footer') return 'Page footer'
  if (block.table) {
    const {table, row, column, heading} = block.table
    return `Table ${table + 1}, row ${row + 1}, ${heading ? shorten(heading) : `column ${column + 1}`}`
  }
  if (block.kind === 'heading') return `Heading “${section}”`
  if (block.kind === 'item') return `${section}, item ${itemNumber(block)}`
  return `${section}, paragraph ${paragraphNumber(block, blocks)}`
}

function itemNumber(block: Block): string {
  const number = /[\dA-Za-z]+(?:\.\d+)*/.exec(block.label ?? '')?.[0]
  if (number) return number
  const items = block.section.blocks.filter(other => other.list === block.list && other.label !== null)
  return String(Math.max(1, items.filter(other => other.index <= block.index).length))
}

function paragraphNumber(block: Block, blocks: readonly Block[]): number {
  const paragraphs = new Set<number>()
  for (let index = block.section.blocks[0]?.index ?? block.index; index <= block.index; index++) {
    const other = blocks[index]
    if (other?.section === block.section && other.kind === 'paragraph' && !other.table) paragraphs.add(other.paragraph)
  }
  return paragraphs.size
}

function shorten(text: string): string {
  const line = text
    .replace(/\s+/g, ' ')
    .replace(/[:\s]+$/, '')
    .trim()
  return line.length > 60 ? `${line.slice(0, 57).trimEnd()}…` : line
}
