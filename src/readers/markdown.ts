/** Markdown with GFM tables -> tree. */
import type {
  BlockContent,
  DefinitionContent,
  List,
  ListItem,
  Nodes,
  Paragraph,
  Parents,
  PhrasingContent,
  Root,
  RootContent,
  Table,
  TableCell
} from 'mdast'
import remarkGfm from 'remark-gfm'
import remarkParse from 'remark-parse'
import {unified} from 'unified'
import type {Document} from '../tree.ts'
import {addAligned} from './align.ts'
import {cellChildren} from './cells.ts'
import {refusal} from './errors.ts'
import {fragmentBlocks, isPlanlintComment} from './html.ts'
import {addLetters, type Look, type Piece, phrasing, trimmed} from './inline.ts'
import {promoteHeadings} from './look.ts'
import {type Places, placesIn, spanOf} from './place.ts'

/** Settings of a note program at the top of a file, which nobody reads; as Markdown they would be a heading. */
const frontMatter = /^---[ \t]*\r?\n(?:[\w-]+:.*\r?\n|[ \t]+.*\r?\n)+---[ \t]*(?=\r?\n|$)/
const blanked = (text: string) => text.replace(/[^\r\n]/g, ' ')

const parser = unified().use(remarkParse).use(remarkGfm)

/** Reads decoded Markdown. Throws a ReadError if it shows only pictures. */
export function readMarkdown(text: string): Document {
  const tree = markdownTree(text)
  if (tree.children.length === 0 && /!\[|<img\b/.test(text)) throw refusal('imageOnly')
  return {format: 'markdown', text, tree}
}

/** The tree of Markdown text; also used for pipe tables in plain text. */
export function markdownTree(text: string): Root {
  const context: Context = {text, places: placesIn(text), quotes: 0, footnotes: []}
  // remark takes a byte order mark off without counting it; the caller has already taken it off.
  const root = parser.parse(text.replace(frontMatter, blanked)) as Root
  const children = blocks(root, context)
  const notes = context.footnotes
  return {type: 'root', children: [...promoteHeadings(children), ...notes], position: context.places(0, text.length)}
}

interface Context {
  text: string
  places: Places
  /** How many block quotes the block stands in. */
  quotes: number
  footnotes: Paragraph[]
}

function blocks(parent: Parents, context: Context): RootContent[] {
  return parent.children.flatMap(node => block(node, context))
}

function block(node: Nodes, context: Context): RootContent[] {
  switch (node.type) {
    case 'heading': {
      const children = inline(node, context)
      return children.length === 0 ? [] : [{...node, children, data: {origin: 'style'}}]
    }
    case 'paragraph':
      return paragraph(node, context)
    case 'list':
      return [list(node, context)]
    case 'table':
      return table(node, context)
    case 'blockquote': {
      const children = blocks(node, {...context, quotes: context.quotes + 1}) as (BlockContent | DefinitionContent)[]
      return children.length === 0 ? [] : [{...node, children}]
    }
    case 'html':
      return html(node, context)
    case 'code':
      return code(node, context)
    case 'footnoteDefinition':
      for (const child of blocks(node, context)) {
        if (child.type === 'paragraph') context.footnotes.push({...child, data: {...child.data, margin: 'footnote'}})
      }
      return []
    default:
      return []
  }
}

function paragraph(node: Parents, context: Context, inCell = false): RootContent[] {
  const children = inline(node, context, inCell)
  const position = children.length > 0 && node.position ? spanOf(children, node.position) : node.position
  return children.length === 0 ? [] : [{type: 'paragraph', children, position}]
}

function html(node: Nodes & {type: 'html'}, {text, places}: Context): RootContent[] {
  const start = node.position?.start.offset ?? 0
  if (isPlanlintComment(node.value)) return [node]
  return fragmentBlocks(text, start, node.position?.end.offset ?? start, places)
}

/** Indented text counts as code in Markdown; in a plan it is only indented text, so its lines are kept. */
function code(node: Nodes & {type: 'code'}, {text, places}: Context): RootContent[] {
  const pieces: Piece[] = []
  const end = node.position?.end.offset ?? 0
  const start = node.position?.start.offset ?? 0
  let at = /[`~]/.test(text[start] ?? '') ? Math.max(start, text.indexOf('\n', start)) : start
  for (const line of node.value.split('\n')) {
    // The parser turns part of a tab into spaces, so that only the letters are the source's.
    const letters = line.trim()
    const found = letters === '' ? -1 : text.slice(0, end).indexOf(letters, at)
    if (found < 0) continue
    if (pieces.length > 0) pieces.push({value: '\n', start: at, end: found, line: true})
    addLetters(pieces, text, found, found + letters.length)
    at = found + letters.length
  }
  const children = phrasing(trimmed(pieces), piece => places(piece.start, piece.end))
  return children.length === 0 ? [] : [{type: 'paragraph', children, position: node.position}]
}

function list(node: List, context: Context): List {
  const children = node.children.map((item): ListItem => {
    const start = item.position?.start.offset ?? 0
    const label = /^(?:[-*+]|\d+[.)])/.exec(context.text.slice(start, start + 12))?.[0]
    const content = blocks(item, context) as ListItem['children']
    const box = typeof item.checked === 'boolean' ? checkBox(item, context) : []
    const first = content[0]
    if (box.length > 0 && first?.type === 'paragraph') content[0] = {...first, children: [...box, ...first.children]}
    return {...item, children: content, data: {...(label && {label})}}
  })
  return {...node, children}
}

/** The box of a task list item, which remark takes out of the text. */
function checkBox(item: ListItem, {text, places}: Context): PhrasingContent[] {
  const start = text.indexOf('[', item.position?.start.offset ?? 0)
  if (start < 0) return []
  const checked = item.checked === true
  return [
    {type: 'text', value: checked ? '☒' : '☐', data: {checked}, position: places(start, start + 3)},
    {type: 'text', value: ' ', position: places(start + 3, start + 4)}
  ]
}

/** A two-column form often has an empty heading row, because Markdown demands one: that row is left out. */
function table(node: Table, context: Context): RootContent[] {
  const rows = node.children.map(row => row.children.map(cell => paragraph(cell, context, true)))
  const headed = rows[0]?.some(content => content.length > 0) ?? false
  const kept = headed ? node.children : node.children.slice(1)
  const texts = headed ? rows : rows.slice(1)
  if (kept.length === 0) return []
  const children = kept.map((row, index) => {
    const cells = row.children.map((cell, column): TableCell => {
      const place = {row: index, column, rowSpan: 1, colSpan: 1, ...(headed && index === 0 && {header: true})}
      return {type: 'tableCell', children: cellChildren(texts[index]?.[column] ?? []), data: {cell: place}, position: cell.position}
    })
    return {...row, children: cells}
  })
  return [{...node, children, data: {kind: 'grid'}}]
}

function inline(node: Parents, context: Context, inCell = false): PhrasingContent[] {
  const pieces: Piece[] = []
  for (const child of node.children) addInline(pieces, child, {}, context)
  breakBeforeLabels(pieces, context.text)
  return phrasing(trimmed(pieces, inCell), piece => context.places(piece.start, piece.end))
}

/** Lines that begin with a label (`Dad: …`) are lines of their own, though Markdown would run them together. */
function breakBeforeLabels(pieces: Piece[], source: string): void {
  for (const [index, piece] of pieces.entries()) {
    if (piece.value !== ' ' || !source.slice(piece.start, piece.end).includes('\n')) continue
    const next = pieces
      .slice(index + 1, index + 4)
      .map(({value}) => value)
      .join('')
    if (/^(?:\p{Lu}|\d)[^.!?:\n]{1,40}:(?:\s|$)/u.test(next)) pieces[index] = {...piece, value: '\n', line: true}
  }
}

function addInline(pieces: Piece[], node: Nodes, look: Look, context: Context): void {
  const start = node.position?.start.offset ?? 0
  const end = node.position?.end.offset ?? start
  if (node.type === 'text') {
    addAligned(pieces, {source: context.text, start, end, value: node.value, look, markdown: {quotes: context.quotes}})
  } else if (node.type === 'inlineCode') {
    addCode(pieces, node.value, start, end, look, context)
  } else if (node.type === 'break' || (node.type === 'html' && /^<br\s*\/?>$/i.test(node.value))) {
    pieces.push({...look, value: '\n', start, end, line: true})
  } else if (node.type !== 'delete' && 'children' in node) {
    const inner = {...look, ...(node.type === 'strong' && {bold: true}), ...(node.type === 'emphasis' && {italic: true})}
    for (const child of node.children) addInline(pieces, child, inner, context)
  }
}

function addCode(pieces: Piece[], value: string, start: number, end: number, look: Look, {text}: Context): void {
  const found = text.slice(0, end).indexOf(value, start)
  if (found >= 0) addLetters(pieces, text, found, found + value.length, look)
  else pieces.push({...look, value, start, end})
}
