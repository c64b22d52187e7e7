/** The comments in the margin of a Word file: who says what about which words, in answer to whom. */
import type {Root} from 'mdast'
import type {Comment} from '../../tree.ts'
import {visit} from './visit.ts'
import type {XmlElement} from './xml.ts'

export interface CommentParts {
  /** The part with the text that is commented on, and its path. */
  main: XmlElement
  path: string
  comments: XmlElement
  /** Says which comment answers which, and what is resolved; files of old programs have none. */
  extended: XmlElement | undefined
}

/** A point between runs: before that run of that paragraph. */
interface Mark {
  paragraph: number
  run: number
}

/** Comments in the order of their part. Answers stand with the comment they answer. */
export function commentsOf({main, path, comments, extended}: CommentParts, tree: Root): Comment[] {
  const marks = marksIn(main)
  const letters = lettersIn(tree, path)
  const threads = threadsIn(extended)
  const byParagraph = new Map<string, Comment>()
  const found: {comment: Comment; parent: string | undefined}[] = []
  for (const element of comments.children[0]?.children ?? []) {
    if (element.name !== 'w:comment') continue
    const {comment, paraId} = commentOf(element)
    const thread = threads.get(paraId ?? '')
    comment.resolved = thread?.done ?? false
    comment.range = rangeOf(marks.get(comment.id), letters)
    if (paraId !== undefined) byParagraph.set(paraId, comment)
    found.push({comment, parent: thread?.parent})
  }
  for (const {comment, parent} of found) {
    const asked = byParagraph.get(parent ?? '')
    asked?.replies.push({author: comment.author, text: comment.lines.join('\n').trim()})
  }
  return found.filter(({parent}) => !byParagraph.has(parent ?? '')).map(({comment}) => comment)
}

/** Word knows a comment's place in its thread by its last paragraph. */
function commentOf(element: XmlElement): {comment: Comment; paraId: string | undefined} {
  const paragraphs = element.children.filter(({name}) => name === 'w:p')
  const {attributes} = element
  const comment: Comment = {
    id: attributes['w:id'] ?? '',
    author: attributes['w:author'] ?? '',
    lines: paragraphs.map(lineOf),
    range: null,
    replies: [],
    resolved: false
  }
  return {comment, paraId: paragraphs.at(-1)?.attributes['w14:paraId']}
}

function lineOf(paragraph: XmlElement): string {
  let line = ''
  visit(paragraph, undefined, run => {
    if (run.name !== 'w:r') return
    for (const {name, text} of run.children) line += name === 'w:t' ? text : name === 'w:tab' || name === 'w:br' ? ' ' : ''
  })
  return line.replace(/\s+/g, ' ').trim()
}

function threadsIn(extended: XmlElement | undefined): Map<string, {parent: string | undefined; done: boolean}> {
  const threads = new Map<string, {parent: string | undefined; done: boolean}>()
  for (const {name, attributes} of extended?.children[0]?.children ?? []) {
    if (name !== 'w15:commentEx') continue
    const done = /^(1|true|on)$/.test(attributes['w15:done'] ?? '')
    threads.set(attributes['w15:paraId'] ?? '', {parent: attributes['w15:paraIdParent'], done})
  }
  return threads
}

/** Where each comment begins and ends. One without a range is about its paragraph. */
function marksIn(main: XmlElement): Map<string, {start: Mark; end: Mark}> {
  const marks = new Map<string, {start: Mark; end: Mark}>()
  let paragraphs = 0
  const walk = (element: XmlElement, around: Mark | null): void => {
    let inside = around
    if (element.name === 'w:p') {
      inside = {paragraph: element.index, run: 0}
      paragraphs = element.index + 1
    }
    if (element.name === 'w:r' && around) around.run = element.index + 1
    const id = element.attributes['w:id'] ?? ''
    const here = () => ({...(around ?? {paragraph: paragraphs, run: 0})})
    if (element.name === 'w:commentRangeStart') marks.set(id, {start: here(), end: here()})
    else if (element.name === 'w:commentRangeEnd') marks.set(id, {start: marks.get(id)?.start ?? here(), end: here()})
    else if (element.name === 'w:commentReference' && !marks.has(id)) marks.set(id, wholeParagraph(here()))
    for (const node of element.children) walk(node, inside)
  }
  walk(main, null)
  return marks
}

function wholeParagraph({paragraph}: Mark): {start: Mark; end: Mark} {
  return {start: {paragraph, run: 0}, end: {paragraph, run: Number.POSITIVE_INFINITY}}
}

interface Letters extends Mark {
  start: number
  end: number
}

/** All text of a part, piece by piece. */
function lettersIn(tree: Root, path: string): Letters[] {
  const found: Letters[] = []
  const walk = (node: Node): void => {
    const place = node.data?.place
    const {start, end} = node.position ?? {}
    if (place?.part === path && start && end) {
      found.push({paragraph: place.paragraph, run: place.run, start: start.offset ?? 0, end: end.offset ?? 0})
    }
    for (const child of node.children ?? []) walk(child)
  }
  walk(tree as Node)
  // Text boxes stand after their paragraph in the text, but inside it in the part.
  return found.sort((a, b) => a.paragraph - b.paragraph || a.run - b.run || a.start - b.start)
}

interface Node {
  children?: Node[]
  position?: {start: {offset?: number}; end: {offset?: number}}
  data?: {place?: {part: string; paragraph: number; run: number}}
}

/** `letters` stand in the order of paragraphs and runs. */
function rangeOf(marks: {start: Mark; end: Mark} | undefined, letters: readonly Letters[]): Comment['range'] {
  if (!marks) return null
  const first = letters[countBefore(letters, marks.start)]
  const last = letters[countBefore(letters, marks.end) - 1]
  return first && last && !isBefore(last, first) ? {start: first.start, end: Math.max(first.end, last.end)} : null
}

/** How many pieces stand before a mark. */
function countBefore(letters: readonly Letters[], mark: Mark): number {
  let low = 0
  let high = letters.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (isBefore(letters[middle] as Letters, mark)) low = middle + 1
    else high = middle
  }
  return low
}

function isBefore(a: Mark, b: Mark): boolean {
  return a.paragraph < b.paragraph || (a.paragraph === b.paragraph && a.run < b.run)
}
