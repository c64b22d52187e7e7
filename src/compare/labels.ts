/** Labels inside a line: `Worry: … What we want for Jude: …`, or a question and its answer. */
import {labelText, textOf, trimmed} from '../model/spans.ts'
import type {Block, Span} from '../model/plan.ts'
import {columnRole} from '../model/vocabulary.ts'
import {isAimHeading, isNewsHeading, isTaskHeading} from './headings.ts'

export interface Part {
  role: string | null
  label: string
  span: Span
}

const inlineLabel = /(?<=^|[.!?]\s+|\n)(?<label>\p{Lu}[^.:!?\n]{2,60})[:?](?:\s|$)/gu

/** A line that holds several labels (`Worry: … What we want for Jude: …`), cut at them. */
export function labelledParts(span: Span): Part[] {
  const {block} = span
  const text = textOf(span)
  const known = [...text.matchAll(inlineLabel)]
    .map(match => ({label: match.groups?.label ?? '', start: match.index, end: match.index + match[0].length}))
    .filter(({label}) => columnRole(label) !== null || isAimHeading(label) || isTaskHeading(label))
  if (known.length === 0) return [{role: null, label: '', span: withoutLabel(span)}]
  const first = known[0]?.start ?? 0
  const lead = first > 0 ? [{role: null, label: '', span: trimmed({block, start: span.start, end: span.start + first})}] : []
  const parts = known.map(({label, end}, index) => ({
    role: columnRole(label),
    label,
    span: trimmed({block, start: span.start + end, end: span.start + (known[index + 1]?.start ?? text.length)})
  }))
  return [...lead, ...parts]
}

export function withoutLabel(span: Span): Span {
  const {block, start, end} = span
  return block.labelEnd > start && block.labelEnd < end ? trimmed({block, start: block.labelEnd, end}) : span
}

/** The label a block begins with, by what its column would be. */
export function roleOfLabel(block: Block): string | null {
  return block.labelEnd > 0 ? columnRole(labelText(block)) : null
}

/** `Where things are now: …`: news with a label of its own. */
export function isNewsLabel(block: Block): boolean {
  return block.labelEnd > 0 && isNewsHeading(labelText(block))
}
