/** Questions to ask of a page of HTML, read as a browser reads it. */
import {type DefaultTreeAdapterMap, parse} from 'parse5'

export type Element = DefaultTreeAdapterMap['element']
type Node = DefaultTreeAdapterMap['node']

/** All elements of a page, in its order. */
export function elementsOf(page: string): Element[] {
  return within(parse(page))
}

/** All elements inside a node, in order, itself left out. */
export function within(node: Node): Element[] {
  const children = 'childNodes' in node ? node.childNodes : []
  return children.flatMap(child => ('tagName' in child ? [child, ...within(child)] : within(child)))
}

export function attribute(element: Element, name: string): string | undefined {
  return element.attrs.find(attr => attr.name === name)?.value
}

export function hasClass(element: Element, name: string): boolean {
  return (attribute(element, 'class') ?? '').split(' ').includes(name)
}

export function byId(elements: readonly Element[], id: string): Element | undefined {
  return elements.find(element => attribute(element, 'id') === id)
}

/** The letters of a node; a line break is a line feed. Elements for which `leaves` holds are left out. */
export function textOf(node: Node, leaves: (element: Element) => boolean = () => false): string {
  if ('value' in node && node.nodeName === '#text') return node.value
  if ('tagName' in node && node.tagName === 'br') return '\n'
  if (!('childNodes' in node)) return ''
  return node.childNodes.map(child => ('tagName' in child && leaves(child) ? '' : textOf(child, leaves))).join('')
}

/** The words of each passage that is marked, by its number. */
export function markedWords(elements: readonly Element[]): Map<number, string> {
  const words = new Map<number, string>()
  for (const element of elements) {
    if (element.tagName !== 'mark') continue
    const number = Number(attribute(element, 'data-passage'))
    words.set(number, (words.get(number) ?? '') + textOf(element))
  }
  return words
}
