/** Labelled facts of a document: `Date of plan: 3/11/25`, a header table, a definition list. */
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

const labelled = /(?:^|\t|\s{2,}|\s\|\s)\s*([\p{Lu}\d][^:\t.?!|]{1,50}?)\s*:(?:\s|$)/gu

function inLine(block: Block, blocks: readonly Block[]): Field[] {
  const found = [...block.text.matchAll(labelled)]
  return found.map((match, index) => {
    const start = match.index + match[0].length
    const end = found[index + 1]?.index ?? block.text.length
    const value = trimmed({block, start, end})
    const values = value.end > value.start ? [value] : followingLines(block, blocks)
    return {label: (match[1] as string).replace(/\s+/g, ' '), values, block}
  })
}

/** A label alone on its line: the value is the next line of the same paragraph. */
function followingLines(block: Block, blocks: readonly Block[]): Span[] {
  const next = blocks[block.index + 1]
  if (!next || next.paragraph !== block.paragraph || next.labelEnd > 0) return []
  return [trimmed({block: next, start: 0, end: next.text.length})]
}
