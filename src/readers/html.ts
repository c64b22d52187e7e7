/** HTML -> tree, with exact offsets: parse5 says where each text stands, and entities and white space are laid beside the source. */
import type {RootContent} from 'mdast'
import {parse, parseFragment} from 'parse5'
import type {Document} from '../tree.ts'
import {refusal} from './errors.ts'
import {Flow, type Page} from './html/flow.ts'
import {hiddenClasses, titleOf} from './html/hidden.ts'
import {isPlanlintComment, walkChildren} from './html/walk.ts'
import {promoteHeadings} from './look.ts'
import {type Places, placesIn} from './place.ts'

export {isPlanlintComment}

/** Reads a decoded page. Throws a ReadError if it shows only pictures. */
export function readHtml(text: string): Document {
  const root = parse(text, {sourceCodeLocationInfo: true})
  const page: Page = {text, places: placesIn(text), base: 0, hidden: hiddenClasses(root), pictures: 0, walk: walkChildren}
  const flow = new Flow(page)
  walkChildren(root, flow, {})
  const children = promoteHeadings(flow.blocks())
  if (children.length === 0 && page.pictures > 0) throw refusal('imageOnly')
  const title = titleOf(root)
  return {format: 'html', text, tree: {type: 'root', children, ...(title && {data: {title}}), position: page.places(0, text.length)}}
}

/** The blocks of a piece of HTML that stands at `start..end` in a Markdown file. */
export function fragmentBlocks(text: string, start: number, end: number, places: Places): RootContent[] {
  const root = parseFragment(text.slice(start, end), {sourceCodeLocationInfo: true})
  const flow = new Flow({text, places, base: start, hidden: new Set(), pictures: 0, walk: walkChildren})
  walkChildren(root, flow, {})
  return flow.blocks()
}
