/** Plain text -> tree. */
import type {RootContent} from 'mdast'
import type {Document} from '../tree.ts'
import {hasDelimiterRow} from './detect.ts'
import {markdownTree} from './markdown.ts'
import {placesIn} from './place.ts'
import {textBlocks} from './text/blocks.ts'

/** Reads decoded plain text. Pipe tables are read as Markdown reads them, and so is all the rest where it has signs of Markdown. */
export function readText(text: string): Document {
  const places = placesIn(text)
  const root = (children: RootContent[]): Document => ({
    format: 'text',
    text,
    tree: {type: 'root', children, position: places(0, text.length)}
  })
  if (!hasDelimiterRow(text)) return root(textBlocks(text, places))
  const tree = markdownTree(text)
  if (/^ {0,3}#{1,6} +\S|\*\*\S/m.test(text)) return {format: 'text', text, tree}
  const tables = tree.children.filter(node => node.type === 'table')
  const rest = tables.reduce((whole, {position}) => blanked(whole, position?.start.offset ?? 0, position?.end.offset ?? 0), text)
  return root([...textBlocks(rest, places), ...tables].sort((a, b) => startOf(a) - startOf(b)))
}

/** The text with a stretch of it made blank, all else in its place. */
function blanked(text: string, start: number, end: number): string {
  return text.slice(0, start) + text.slice(start, end).replace(/[^\n]/g, ' ') + text.slice(end)
}

function startOf({position}: RootContent): number {
  return position?.start.offset ?? 0
}
