/** Plain text -> tree. */
import type {Document} from '../tree.ts'
import {hasDelimiterRow} from './detect.ts'
import {markdownTree} from './markdown.ts'
import {placesIn} from './place.ts'
import {textBlocks} from './text/blocks.ts'

/** Reads decoded plain text; a pipe table with its delimiter row is read as Markdown reads it. */
export function readText(text: string): Document {
  if (hasDelimiterRow(text)) return {format: 'text', text, tree: markdownTree(text)}
  const places = placesIn(text)
  return {format: 'text', text, tree: {type: 'root', children: textBlocks(text, places), position: places(0, text.length)}}
}
