/** A part of a Word package as a light tree of elements, with paragraphs and runs numbered as they stand in the file. */
import {SaxesParser} from 'saxes'
import {refusal} from '../errors.ts'

export interface XmlElement {
  /** Name with the usual prefix (`w:p`), whatever prefix the file uses. */
  name: string
  attributes: Record<string, string>
  children: XmlElement[]
  /** All the text directly in it. */
  text: string
  /** For `w:p` its index in the part; for `w:r` its index in the nearest paragraph. -1 for everything else. */
  index: number
  /** Where it stands in the text of the part; only where asked for. */
  extent?: Extent
}

/** Offsets of an element's tags. An empty-element tag ends where it opens: `open`, `close` and `end` are one. */
export interface Extent {
  start: number
  /** Behind the start tag. */
  open: number
  /** Before the end tag. */
  close: number
  end: number
}

const deepest = 500

/** The usual prefixes by the last words of a namespace, the same for transitional and strict files. */
const prefixes: [RegExp, string][] = [
  [/\/wordprocessingml(\/2006)?\/main$/, 'w'],
  [/\/office\/word\/2010\/wordml$/, 'w14'],
  [/\/office\/word\/2012\/wordml$/, 'w15'],
  [/\/markup-compatibility\/2006$/, 'mc'],
  [/\/officeDocument\/(2006\/)?relationships$/, 'r']
]

/** Parses one part. Throws a ReadError: hostile for a document type or extreme depth, damaged for malformed XML. */
export function parseXml(xml: string, {extents = false} = {}): XmlElement {
  const parser = new SaxesParser({position: false})
  const root: XmlElement = {name: '', attributes: {}, children: [], text: '', index: -1}
  const open = [root]
  const renamed = new Map<string, string>()
  const count = numbering()
  parser.on('error', () => {
    throw refusal('damaged')
  })
  // Word never writes one; it is only good for entities that blow up.
  parser.on('doctype', () => {
    throw refusal('hostile')
  })
  parser.on('opentag', tag => {
    if (open.length > deepest) throw refusal('hostile')
    const attributes = tag.attributes as Record<string, string>
    // Prefixes are declared on the root; looking at every element would cost a tenth of the reading.
    if (open.length === 1) notePrefixes(attributes, renamed)
    const name = usualName(tag.name, renamed)
    const element: XmlElement = {name, attributes: usualNames(attributes, renamed), children: [], text: '', index: count.open(name)}
    if (extents) element.extent = opened(xml, parser.position)
    open.at(-1)?.children.push(element)
    open.push(element)
  })
  parser.on('closetag', () => {
    const element = open.pop()
    count.close(element?.name)
    if (element?.extent) close(element.extent, xml, parser.position)
  })
  parser.on('text', text => {
    const element = open.at(-1)
    if (element) element.text += text
  })
  parser.write(xml).close()
  return root
}

/** No `<` stands inside a tag of well-formed XML, so the last one begins it. */
function opened(xml: string, position: number): Extent {
  return {start: xml.lastIndexOf('<', position - 1), open: position, close: position, end: position}
}

function close(extent: Extent, xml: string, position: number): void {
  if (position === extent.open) return
  extent.close = xml.lastIndexOf('<', position - 1)
  extent.end = position
}

function numbering() {
  let paragraphs = 0
  const runs: number[] = []
  return {
    open(name: string): number {
      if (name === 'w:p') {
        runs.push(0)
        return paragraphs++
      }
      if (name !== 'w:r' || runs.length === 0) return -1
      const index = runs.at(-1) ?? 0
      runs[runs.length - 1] = index + 1
      return index
    },
    close(name: string | undefined): void {
      if (name === 'w:p') runs.pop()
    }
  }
}

function notePrefixes(attributes: Record<string, string>, renamed: Map<string, string>): void {
  for (const name in attributes) {
    if (!name.startsWith('xmlns')) continue
    const own = name.slice(6)
    const usual = prefixes.find(([pattern]) => pattern.test(attributes[name] ?? ''))?.[1]
    if (usual && usual !== own) renamed.set(own, usual)
  }
}

function usualName(name: string, renamed: Map<string, string>): string {
  if (renamed.size === 0) return name
  const colon = name.indexOf(':')
  const usual = renamed.get(colon < 0 ? '' : name.slice(0, colon))
  return usual === undefined ? name : `${usual}:${name.slice(colon + 1)}`
}

function usualNames(attributes: Record<string, string>, renamed: Map<string, string>): Record<string, string> {
  if (renamed.size === 0) return attributes
  return Object.fromEntries(
    Object.entries(attributes).map(([name, value]) => [name.includes(':') ? usualName(name, renamed) : name, value])
  )
}

/** The first child of that name. */
export function child(element: XmlElement | undefined, name: string): XmlElement | undefined {
  return element?.children.find(node => node.name === name)
}

/** `w:val` of the child of that name. */
export function val(element: XmlElement | undefined, name: string): string | undefined {
  return child(element, name)?.attributes['w:val']
}

/** A switch such as `w:b`: true if it is there and not switched off, undefined if it is not there. */
export function flag(element: XmlElement | undefined, name: string): boolean | undefined {
  const node = child(element, name)
  return node && !/^(0|false|off|none)$/.test(node.attributes['w:val'] ?? '1')
}
