/** A part of a Word package under change: its text is cut open where something goes in, and every other letter stays. */
import {decode} from '../../readers/decode.ts'
import {type Extent, parseXml, type XmlElement} from '../../readers/docx/xml.ts'
import {packable} from './zip.ts'
import {refusal} from './wording.ts'

interface Change {
  at: number
  /** How many letters go. */
  remove: number
  insert: string
}

export interface Part {
  path: string
  xml: string
  root: XmlElement
  changes: Change[]
  /** It began with a byte order mark. */
  marked: boolean
  /** The highest number that anything in it has, where one was asked for. */
  last?: number
}

/** Takes a part apart. Throws a ReadError if it is not UTF-8, as every program writes it: what cannot be put back is left alone. */
export function openPart(path: string, bytes: Uint8Array): Part {
  const xml = decode(bytes)
  const marked = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf
  const again = packable(xml)
  const from = marked ? 3 : 0
  if (again.length !== bytes.length - from || again.some((byte, index) => byte !== bytes[index + from])) throw refusal('encoding')
  const root = parseXml(xml, {extents: true}).children[0]
  if (!root) throw refusal('encoding')
  return {path, xml, root, changes: [], marked}
}

/** A part that is not there yet. */
export function newPart(path: string, xml: string): Part {
  return openPart(path, packable(`<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n${xml}`))
}

/** A number that nothing in the part has, for what must differ from all others. */
export function newNumber(part: Part): number {
  let last = part.last ?? 0
  if (part.last === undefined) for (const [, id] of part.xml.matchAll(/\bid=["'](\d{1,9})["']/g)) last = Math.max(last, Number(id))
  part.last = last + 1
  return part.last
}

/** What goes in at one place stands there in the order in which it was asked for. */
export function insert(part: Part, at: number, xml: string): void {
  if (xml !== '') part.changes.push({at, remove: 0, insert: xml})
}

export function remove(part: Part, {start, end}: Pick<Extent, 'start' | 'end'>): void {
  part.changes.push({at: start, remove: end - start, insert: ''})
}

/** Adds at the end of an element's content, opening it if it was empty. */
export function append(part: Part, element: XmlElement, xml: string): void {
  const {start, open, close, end} = extentOf(element)
  if (end > open) {
    insert(part, close, xml)
    return
  }
  const endTag = `</${/^<([^\s/>]+)/.exec(part.xml.slice(start, open))?.[1]}>`
  const opening = part.changes.find(({at, remove: gone}) => at === open - 2 && gone === 2)
  if (opening) opening.insert = opening.insert.slice(0, -endTag.length) + xml + endTag
  else part.changes.push({at: open - 2, remove: 2, insert: `>${xml}${endTag}`})
}

/** The part's bytes with all changes made. */
export function bytesOf({xml, changes, marked}: Part): Uint8Array {
  let text = marked ? '\ufeff' : ''
  let from = 0
  for (const {at, remove: gone, insert: added} of [...changes].sort((a, b) => a.at - b.at)) {
    if (at > from) text += xml.slice(from, at)
    text += added
    from = Math.max(from, at + gone)
  }
  return packable(text + xml.slice(from))
}

export function extentOf(element: XmlElement): Extent {
  if (!element.extent) throw new Error(`${element.name} was read without its place`)
  return element.extent
}
