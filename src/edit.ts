/** Changing words of a document that has been read: tree and text stay in step, so that it can be checked again at once. */
import type {Break, InlineCode, Nodes, Root, Text} from 'mdast'
import {placesIn} from './readers/place.ts'
import type {Document} from './tree.ts'

/** Every runtime has it, but it belongs to none of the libraries that the core may count on. */
declare function structuredClone<Value>(value: Value): Value

/** A document after a change; `start` and `end` count in the old text, `length` is that of what now stands between them. */
export interface Rewritten {
  document: Document
  start: number
  end: number
  length: number
}

/** The words of the paragraph or heading from `from` to `to`; a line break is a line feed. */
export function wordsAt({tree}: Document, from: number, to: number): string {
  return leavesIn(tree, from, to)
    .map(({value}) => value)
    .join('')
}

/**
 * Puts words in place of those of a paragraph or heading. Only what differs is changed, so that bold words elsewhere in it stay bold. The
 * document given stays as it is. Null if nothing differs.
 */
export function replaceWords(document: Document, from: number, to: number, words: string): Rewritten | null {
  const tree = structuredClone(document.tree)
  const leaves = leavesIn(tree, from, to)
  const change = difference(leaves.map(({value}) => value).join(''), words)
  const touched = change ? touchedBy(leaves, change) : []
  const [home, last] = [touched[0], touched.at(-1)]
  if (!change || !home || !last) return null
  const head = home.value.slice(0, change.start - home.at)
  const tail = last.value.slice(change.end - last.at)
  // What is no letter for letter copy of its source (an entity) is written anew whole.
  const start = isCopy(home) ? home.from + head.length : home.from
  const end = isCopy(last) ? last.to - tail.length : last.to
  const put = (isCopy(home) ? '' : head) + change.words + (isCopy(last) ? '' : tail)
  const text = document.text.slice(0, start) + put + document.text.slice(end)
  const delta = put.length - (end - start)
  const values = new Map<Nodes, string>(touched.map(({node}) => [node, '']))
  values.set(last.node, tail)
  values.set(home.node, head + change.words + (home === last ? tail : ''))
  move(tree, {home: home.node, values, from: home.from, end, delta}, text)
  return {document: {...document, tree, text}, start, end, length: put.length}
}

/** What differs between a document and what became of it by changes of words, in places of the first. */
export function changesBetween(before: Document, after: Document): {start: number; end: number; words: string}[] {
  const now = blocksIn(after.tree)
  return blocksIn(before.tree).flatMap((block, index) => {
    const leaves = leavesIn(before.tree, block.from, block.to)
    const then = now[index]
    const change = then ? difference(leaves.map(({value}) => value).join(''), wordsAt(after, then.from, then.to)) : null
    const touched = change ? touchedBy(leaves, change) : []
    const [first, last] = [touched[0], touched.at(-1)]
    if (!change || !first || !last) return []
    return [{start: first.from + change.start - first.at, end: last.from + change.end - last.at, words: change.words}]
  })
}

function blocksIn(node: Nodes): {from: number; to: number}[] {
  if (node.type === 'paragraph' || node.type === 'heading') {
    return [{from: node.position?.start.offset ?? 0, to: node.position?.end.offset ?? 0}]
  }
  return 'children' in node ? (node.children as Nodes[]).flatMap(blocksIn) : []
}

/** Puts words in place of those at a place in the text, as far as they stand in one paragraph or heading. */
export function replaceAt(document: Document, {start, end}: {start: number; end: number}, words: string): Rewritten | null {
  const block = blockAround(document.tree, start, end)
  if (!block) return null
  const [from, to] = [block.position?.start.offset ?? 0, block.position?.end.offset ?? 0]
  const leaves = leavesIn(document.tree, from, to)
  const inWords = (offset: number): number => {
    const leaf = leaves.find(leaf => offset >= leaf.from && offset <= leaf.to)
    return leaf ? leaf.at + (isCopy(leaf) ? offset - leaf.from : offset > leaf.from ? leaf.value.length : 0) : 0
  }
  const before = wordsAt(document, from, to)
  return replaceWords(document, from, to, before.slice(0, inWords(start)) + words + before.slice(inWords(end)))
}

function blockAround(node: Nodes, start: number, end: number): Nodes | null {
  if ((node.position?.start.offset ?? 0) > start || (node.position?.end.offset ?? 0) < end) return null
  if (node.type === 'paragraph' || node.type === 'heading') return node
  if (!('children' in node)) return null
  for (const child of node.children) {
    const found = blockAround(child, start, end)
    if (found) return found
  }
  return null
}

interface Leaf {
  node: Text | InlineCode | Break
  value: string
  /** Where it begins among the words of its block. */
  at: number
  /** Where it stands in the text. */
  from: number
  to: number
}

function leavesIn(tree: Root, from: number, to: number): Leaf[] {
  const leaves: Leaf[] = []
  let at = 0
  const walk = (node: Nodes): void => {
    const [start, end] = [node.position?.start.offset ?? 0, node.position?.end.offset ?? 0]
    if (end < from || start > to) return
    if (node.type === 'text' || node.type === 'inlineCode' || node.type === 'break') {
      if (start < from || end > to) return
      const value = node.type === 'break' ? '\n' : node.value
      leaves.push({node, value, at, from: start, to: end})
      at += value.length
    } else if ('children' in node) for (const child of node.children) walk(child)
  }
  walk(tree)
  return leaves
}

function isCopy({node, value, from, to}: Leaf): boolean {
  return node.type === 'text' && value.length === to - from
}

interface Change {
  start: number
  end: number
  words: string
}

/** The one stretch in which two texts differ. New line breaks become spaces: a block stays one block. */
function difference(before: string, after: string): Change | null {
  if (before === after) return null
  const shorter = Math.min(before.length, after.length)
  let start = 0
  while (start < shorter && before[start] === after[start]) start++
  let same = 0
  while (same < shorter - start && before.at(-1 - same) === after.at(-1 - same)) same++
  return {start, end: before.length - same, words: after.slice(start, after.length - same).replace(/\s*\n\s*/g, ' ')}
}

/** The pieces that a change takes letters from, or the one that it adds letters to. */
function touchedBy(leaves: readonly Leaf[], {start, end}: Change): Leaf[] {
  const isWithin = ({at, value}: Leaf): boolean => at < end && at + value.length > start
  const inside = leaves.filter(isWithin)
  const before = leaves.findLast(leaf => leaf.node.type !== 'break' && leaf.at <= start && leaf.at + leaf.value.length >= start)
  // New words go where words are, never into a line break.
  if (before && !inside.includes(before)) inside.unshift(before)
  const [first] = inside
  if (first?.node.type !== 'break') return inside
  const words = inside.find(({node}) => node.type !== 'break')
  return words ? inside.slice(inside.indexOf(words)) : []
}

interface Move {
  home: Nodes
  values: ReadonlyMap<Nodes, string>
  /** Where the first changed piece begins, and where the change ends, in the old text. */
  from: number
  end: number
  delta: number
}

/** Gives every node its place in the new text: what stands before the change stays, what stands behind it moves. */
function move(tree: Root, {home, values, from, end, delta}: Move, text: string): void {
  const places = placesIn(text)
  const homeEnd = from + (values.get(home)?.length ?? 0)
  let isBehind = false
  const moved = (offset: number): number => Math.max(homeEnd, offset >= end ? offset + delta : homeEnd)
  const walk = (node: Nodes): void => {
    const wasBehind = isBehind
    if (node === home) isBehind = true
    const value = values.get(node)
    if (value !== undefined && 'value' in node) node.value = value
    if ('children' in node) {
      for (const child of node.children) walk(child)
      const gone = (child: Nodes): boolean => child !== home && values.get(child) === ''
      node.children = (node.children as Nodes[]).filter(child => !gone(child)) as typeof node.children
    }
    if (!node.position) return
    const [start, stop] = [node.position.start.offset ?? 0, node.position.end.offset ?? 0]
    if (node === home) node.position = places(from, homeEnd)
    else if (wasBehind) node.position = places(moved(start), value === undefined ? moved(stop) : moved(start) + value.length)
    else node.position = places(start, isBehind ? moved(stop) : stop)
  }
  walk(tree)
}
