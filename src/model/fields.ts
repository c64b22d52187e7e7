/** Labelled facts of a document: `Date of plan: 3/11/25`, a header table, a definition list. */
import {headerLabel} from './header-labels.ts'
import type {Block, Span} from './plan.ts'
import {trimmed} from './spans.ts'
import {labelBeside, type TableInfo} from './tables.ts'

export interface Field {
  /** As written, without the colon. */
  label: string
  /** One span for each line of the value; none if it is blank. */
  values: Span[]
  block: Block
}

/** Every label with its value, in reading order. A line may hold several, set apart by tabs or wide gaps. */
export function fieldsOf(blocks: readonly Block[], tables: readonly TableInfo[]): Field[] {
  const fields: Field[] = []
  for (const block of blocks) if (!block.table || block.labelEnd > 0) fields.push(...inLine(block, blocks))
  fields.push(...tabbedFields(blocks))
  for (const {grid, shape} of tables) {
    if (shape !== 'labels') continue
    for (const cell of grid.cells) {
      const label = labelBeside(cell, grid)
      const block = label?.blocks[0] ?? cell.blocks[0]
      if (!label || !block) continue
      const values = cell.blocks.filter(line => line.text.trim()).map(line => trimmed({block: line, start: 0, end: line.text.length}))
      fields.push({label: label.text.replace(/:\s*$/, '').replace(/\s+/g, ' '), values, block})
    }
  }
  return fields.sort((a, b) => a.block.index - b.block.index)
}

/** How many blocks a front page takes at most. */
const frontPage = 40
const tabbedLine = /^([\p{Lu}][^\t:.!?]{1,40}?)\t+(?=\S)/u

/** `Mum⇥Agnieszka Wojtas, 18 Quarry Street`: lines of a front page that set labels apart by a tab alone, once two of them are sure. */
function tabbedFields(blocks: readonly Block[]): Field[] {
  const fields = blocks.slice(0, frontPage).flatMap((block): Field[] => {
    const match = block.table || block.labelEnd > 0 ? null : tabbedLine.exec(block.text)
    return match ? [{label: match[1] as string, values: [trimmed({block, start: match[0].length, end: block.text.length})], block}] : []
  })
  return fields.filter(({label}) => headerLabel(label)).length >= 2 ? fields : []
}

const labelled = /(?:^|\t|\s{2,}|\s\|\s)\s*([\p{Lu}\d][^:\t.?!|]{1,50}?)\s*:(?:\s|$)/gu

interface Label {
  label: string
  /** Where the label begins, and where its value does. */
  start: number
  end: number
}

function labelsIn(text: string): Label[] {
  const found = [...text.matchAll(labelled)].map(match => ({
    label: match[1] as string,
    start: match.index,
    end: match.index + match[0].length
  }))
  if (found.length === 0) return found
  for (const {index} of text.matchAll(/:\s/g)) {
    const label = found.some(({start, end}) => index >= start && index < end) ? null : labelBefore(text, index)
    if (label) found.push(label)
  }
  return found.sort((a, b) => a.start - b.start)
}

/** A label one space after the value before it, where two lines became one: told by its words alone. */
function labelBefore(text: string, colon: number): Label | null {
  for (const match of text.slice(Math.max(0, colon - 40), colon).matchAll(/(?<=\s)(?=\p{Lu})/gu)) {
    const start = Math.max(0, colon - 40) + match.index
    const label = text.slice(start, colon)
    if (headerLabel(label)) return {label, start, end: colon + 2}
  }
  return null
}

function inLine(block: Block, blocks: readonly Block[]): Field[] {
  const found = labelsIn(block.text)
  return found.map(({label, end: start}, index) => {
    const value = trimmed({block, start, end: found[index + 1]?.start ?? block.text.length})
    const own = value.end > value.start ? [value] : followingLines(block, blocks)
    // `Children:   Romeo, 2` over an indented `Indie, 11 weeks`: the value goes on where the labels are set apart from their values.
    const more =
      index === found.length - 1 && own.length > 0 && /\s{3,}|\t/.test(block.text.slice(0, value.start))
        ? unlabelledLines(block, blocks)
        : []
    const values = [...own, ...more]
    return {label: label.replace(/\s+/g, ' '), values, block}
  })
}

/** The lines of the same paragraph up to the next label. */
function unlabelledLines(block: Block, blocks: readonly Block[]): Span[] {
  const lines: Span[] = []
  for (let index = block.index + 1; index < blocks.length; index++) {
    const next = blocks[index] as Block
    if (next.paragraph !== block.paragraph || next.labelEnd > 0 || labelsIn(next.text).length > 0) break
    lines.push(trimmed({block: next, start: 0, end: next.text.length}))
  }
  return lines
}

/** A label alone on its line: the value is the next line of the same paragraph. */
function followingLines(block: Block, blocks: readonly Block[]): Span[] {
  const next = blocks[block.index + 1]
  if (!next || next.paragraph !== block.paragraph || next.labelEnd > 0) return []
  return [trimmed({block: next, start: 0, end: next.text.length})]
}
