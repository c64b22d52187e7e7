/** Headings, paragraphs, lists and what stands in the margin. */
import type {Element, ElementContent} from 'hast'
import {h} from 'hastscript'
import type {Heading, List, ListItem, Paragraph, RootContent} from 'mdast'
import wording from '../wording.json' with {type: 'json'}
import {hasWords, inlineElements, type Marking} from './inline.ts'
import {tableElement} from './table.ts'

/** What is known while a document is laid out. */
export interface Sheet extends Marking {
  level: number
  /** Whether to say where each block stands in the text. */
  places: boolean
  /** Depths of the headings that the next block stands under. */
  depths: number[]
  /** Tables so far. */
  tables: number
}

type Margin = NonNullable<NonNullable<Paragraph['data']>['margin']>

export function blockElements(nodes: readonly RootContent[], sheet: Sheet): ElementContent[] {
  const elements: ElementContent[] = []
  for (let index = 0; index < nodes.length; index++) {
    const node = nodes[index] as RootContent
    const margin = marginOf(node)
    if (!margin) {
      elements.push(...blockElement(node, sheet))
      continue
    }
    const together = [node as Paragraph]
    while (marginOf(nodes[index + 1]) === margin) together.push(nodes[++index] as Paragraph)
    elements.push(marginElement(margin, together, sheet))
  }
  return elements
}

function marginOf(node: RootContent | undefined): Margin | undefined {
  return node?.type === 'paragraph' ? node.data?.margin : undefined
}

function marginElement(margin: Margin, paragraphs: readonly Paragraph[], sheet: Sheet): Element {
  const label = h('p', {className: ['margin-label']}, wording.sheet.margins[margin])
  return h('div', {className: ['margin', margin]}, [label, ...paragraphs.map(paragraph => paragraphElement(paragraph, sheet))])
}

function blockElement(node: RootContent, sheet: Sheet): ElementContent[] {
  switch (node.type) {
    case 'heading':
      return [headingElement(node, sheet)]
    case 'paragraph':
      return [paragraphElement(node, sheet)]
    case 'list':
      return [listElement(node, sheet)]
    case 'table': {
      const name = wording.sheet.table.replace('{number}', String(++sheet.tables))
      return [tableElement(node, name, content => blockElements(content, sheet))]
    }
    case 'blockquote':
      return [h('blockquote', blockElements(node.children, sheet))]
    case 'thematicBreak':
      return [h('hr')]
    default:
      return []
  }
}

function paragraphElement(node: Paragraph, sheet: Sheet): Element {
  return h('p', placeOf(node, sheet), inlineElements(node.children, sheet))
}

function placeOf({position}: Heading | Paragraph, {places}: Sheet): Record<string, string> {
  return places && position ? {dataFrom: String(position.start.offset), dataTo: String(position.end.offset)} : {}
}

/** Levels follow one another without a gap, whatever those of the document do; the look keeps to the document. */
function headingElement(node: Heading, sheet: Sheet): Element {
  const {depth, children} = node
  const inner = inlineElements(children, sheet)
  if (!hasWords(children)) return h('p', inner)
  while ((sheet.depths.at(-1) ?? 0) >= depth) sheet.depths.pop()
  sheet.depths.push(depth)
  return h(
    `h${Math.min(6, sheet.level + sheet.depths.length - 1)}`,
    {className: ['heading', `depth-${depth}`], ...placeOf(node, sheet)},
    inner
  )
}

function listElement({ordered, start, children}: List, sheet: Sheet): Element {
  const items = children.map((item, index) => itemElement(item, ordered ? `${(start ?? 1) + index}.` : '•', sheet))
  return h(ordered ? 'ol' : 'ul', {className: ['list'], role: 'list'}, items)
}

/** Bullets of Markdown (`-`, `*`, `+`) are shown as a reader of the printed page would see them. */
function itemElement({data, children}: ListItem, usual: string, sheet: Sheet): Element {
  const label = data?.label && !/^[-*+]$/.test(data.label) ? data.label : usual
  return h('li', [h('span', {className: ['label']}, label), h('div', blockElements(children, sheet))])
}
