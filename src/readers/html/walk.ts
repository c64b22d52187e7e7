/** Walks the elements of a page and fills flows with blocks. */
import type {Heading} from 'mdast'
import {addAligned, textStart} from '../align.ts'
import type {Look} from '../inline.ts'
import type {Flow} from './flow.ts'
import {attribute, type Element, elementsNamed, type HtmlNode, isHidden, rawText} from './hidden.ts'
import {addDefinitions, addList, addTable} from './structures.ts'

const inlineNames = new Set(
  'a abbr acronym b bdi bdo big cite code data dfn em font i ins kbd label mark q rp rt ruby s samp small span strike strong sub sup time tt u var'.split(
    ' '
  )
)
const margins = {header: 'page-header', nav: 'page-header', footer: 'page-footer'} as const

/** Whether a comment switches planlint's rules. */
export function isPlanlintComment(comment: string): boolean {
  return /^(?:<!--)?\s*planlint-/.test(comment)
}

/** Adds what a reader sees of the children of `parent` to `flow`. */
export function walkChildren(parent: HtmlNode, flow: Flow, look: Look): void {
  if (!('childNodes' in parent)) return
  for (const node of parent.childNodes) walk(node, flow, look)
}

function walk(node: HtmlNode, flow: Flow, look: Look): void {
  const {base, hidden, text, places} = flow.page
  if ('tagName' in node) {
    if (!isHidden(node, hidden)) element(node, flow, look)
    return
  }
  const at = node.sourceCodeLocation
  if (!at) return
  const start = base + at.startOffset
  const end = base + at.endOffset
  if (node.nodeName === '#text' && 'value' in node)
    addAligned(flow.pieces, {source: text, start: textStart(text, start), end, value: node.value, look})
  else if (node.nodeName === '#comment' && 'data' in node && isPlanlintComment(node.data)) {
    flow.add({type: 'html', value: text.slice(start, end), position: places(start, end)})
  }
}

function element(node: Element, flow: Flow, look: Look): void {
  const name = node.tagName
  const depth = /^h([1-6])$/.exec(name)?.[1]
  if (name === 'br') lineBreak(node, flow, look)
  else if (name === 'img' || name === 'svg' || name === 'canvas') flow.page.pictures++
  else if (name === 'input') checkBox(node, flow, look)
  else if (name === 'select') chosenOption(node, flow, look)
  else if (name === 'del' || name === 'wbr') return
  else if (inlineNames.has(name) || /[:-]/.test(name)) inlineElement(node, flow, look)
  else if (depth) {
    flow.endParagraph()
    walkChildren(node, flow, look)
    flow.endHeading(Number(depth) as Heading['depth'])
  } else if (name === 'ul' || name === 'ol' || name === 'menu' || name === 'dir') addList(node, flow)
  else if (name === 'table') addTable(node, flow)
  else if (name === 'dl') addDefinitions(node, flow)
  else if (name === 'pre') preformatted(node, flow, look)
  else blockElement(node, flow, look)
}

function inlineElement(node: Element, flow: Flow, look: Look): void {
  const style = attribute(node, 'style') ?? ''
  if (/mso-list\s*:\s*ignore/i.test(style)) {
    // Word writes the number of an item as text in the paragraph.
    const label = rawText(node)
      .replace(/[\s\u00A0]+/g, ' ')
      .trim()
    if (flow.item) flow.item.label = /^[·§¨Øü]$/.test(label) ? '•' : label
    return
  }
  const bold = node.tagName === 'b' || node.tagName === 'strong' || /font-weight\s*:\s*(bold|[6-9]00)/i.test(style)
  const italic = node.tagName === 'i' || node.tagName === 'em' || /font-style\s*:\s*italic/i.test(style)
  walkChildren(node, flow, {...look, ...(bold && {bold}), ...(italic && {italic})})
}

function blockElement(node: Element, flow: Flow, look: Look): void {
  const outer = flow.margin
  const margin = margins[node.tagName as keyof typeof margins]
  flow.endParagraph()
  if (margin && !isInSection(node)) flow.margin = margin
  const level = /mso-list\s*:[^;]*\blevel(\d)/i.exec(attribute(node, 'style') ?? '')?.[1]
  if (level && node.tagName === 'p') flow.item = {level: Number(level), label: '•'}
  walkChildren(node, flow, look)
  flow.endParagraph()
  flow.margin = outer
}

/** The header of an article or section is its title, not the top of the page. */
function isInSection(node: Element): boolean {
  for (let parent = node.parentNode; parent && 'tagName' in parent; parent = parent.parentNode) {
    if (/^(article|section|main|aside)$/.test(parent.tagName)) return true
  }
  return false
}

function tagSpan(node: Element, flow: Flow): {start: number; end: number} | undefined {
  const at = node.sourceCodeLocation
  return at ? {start: flow.page.base + at.startOffset, end: flow.page.base + (at.startTag?.endOffset ?? at.endOffset)} : undefined
}

function lineBreak(node: Element, flow: Flow, look: Look): void {
  const span = tagSpan(node, flow)
  if (span) flow.pieces.push({...look, value: '\n', line: true, ...span})
}

function checkBox(node: Element, flow: Flow, look: Look): void {
  const span = tagSpan(node, flow)
  if (!span || !/^(checkbox|radio)$/i.test(attribute(node, 'type') ?? '')) return
  const checked = attribute(node, 'checked') !== undefined
  flow.pieces.push({...look, value: checked ? '☒' : '☐', data: {checked}, ...span})
}

function chosenOption(node: Element, flow: Flow, look: Look): void {
  const options = elementsNamed(node, 'option')
  const chosen = options.find(option => attribute(option, 'selected') !== undefined) ?? options[0]
  if (chosen) walkChildren(chosen, flow, look)
}

/** In `pre` the lines stand as they are. */
function preformatted(node: Element, flow: Flow, look: Look): void {
  flow.endParagraph()
  walkChildren(node, flow, look)
  const {text} = flow.page
  flow.pieces = flow.pieces.map(piece => {
    const source = text.slice(piece.start, piece.end)
    return piece.value === ' ' && /[\n\r]/.test(source) ? {...piece, value: '\n', line: true} : piece
  })
  flow.endParagraph()
}
