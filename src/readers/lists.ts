/** Makes lists of paragraphs that carry a number or bullet and a level, as Word and plain text give them. */
import type {List, ListItem, Paragraph, RootContent} from 'mdast'

/** A block in reading order; with `list` it is an item, and `more` are further paragraphs of that item. */
export interface Entry {
  block: RootContent
  list?: {level: number; label: string; more?: Paragraph[]}
}

/** Joins neighbouring items into lists, nested by level. */
export function nestLists(entries: Entry[]): RootContent[] {
  const blocks: RootContent[] = []
  let open: OpenList[] = []
  for (const {block, list} of entries) {
    if (!list || block.type !== 'paragraph') {
      open = []
      blocks.push(block)
      continue
    }
    if (open.length === 0) {
      open = [{level: list.level, list: newList(list.label)}]
      blocks.push((open[0] as OpenList).list)
    }
    addItem(open, block, list)
  }
  for (const block of blocks) if (block.type === 'list') setSpan(block)
  return blocks
}

interface OpenList {
  level: number
  list: List
}

function addItem(open: OpenList[], paragraph: Paragraph, {level, label, more = []}: NonNullable<Entry['list']>): void {
  while (open.length > 1 && (open.at(-1) as OpenList).level > level) open.pop()
  const top = open.at(-1) as OpenList
  const parent = top.list.children.at(-1)
  if (top.level < level && parent) {
    const list = newList(label)
    parent.children.push(list)
    open.push({level, list})
  } else top.level = Math.min(top.level, level)
  const item: ListItem = {type: 'listItem', children: [paragraph, ...more], ...(label && {data: {label}})}
  ;(open.at(-1) as OpenList).list.children.push(item)
}

function newList(label: string): List {
  return {type: 'list', ordered: /[\p{L}\p{N}]/u.test(label) && label !== 'o', children: []}
}

function setSpan(node: List | ListItem): void {
  for (const child of node.children) if (child.type === 'list' || child.type === 'listItem') setSpan(child)
  const start = node.children[0]?.position?.start
  const end = node.children.at(-1)?.position?.end
  if (start && end) node.position = {start, end}
}
