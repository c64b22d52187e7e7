/** Where in the text of a part the letters of a run stand, and how to cut a run in two there without changing how it looks. */
import {branch} from '../../readers/docx/visit.ts'
import {child, type XmlElement} from '../../readers/docx/xml.ts'
import {extentOf, newNumber, type Part} from './part.ts'

/** A place where something can go in between runs: `close` ends the run before it, `open` begins its other half. */
export interface Gap {
  at: number
  close: string
  open: string
}

/** Elements that the reader counts as one letter. */
const letters = new Set(['w:tab', 'w:ptab', 'w:noBreakHyphen', 'w:br', 'w:cr', 'w:softHyphen', 'w:sym'])

/** How many letters the reader counts in an element of a run. */
export function lettersIn(node: XmlElement): number {
  if (node.name === 'w:t') return node.text.length
  if (node.name === 'mc:AlternateContent') return branch(node).children.reduce((sum, inner) => sum + lettersIn(inner), 0)
  return letters.has(node.name) ? 1 : 0
}

/** The gap before the letter at `offset` of a run. What cannot be cut is left whole. */
export function gapBefore(part: Part, run: XmlElement, offset: number): Gap {
  let from = 0
  for (const [index, node] of contentOf(run).entries()) {
    const to = from + lettersIn(node)
    if (offset < to) {
      if (offset > from && node.name === 'w:t') return insideText(part, run, node, offset - from)
      return index === 0 ? outside(extentOf(run).start) : between(part, run, extentOf(node).start)
    }
    from = to
  }
  return outside(extentOf(run).start)
}

/** The gap behind the letter before `offset`. */
export function gapAfter(part: Part, run: XmlElement, offset: number): Gap {
  const content = contentOf(run)
  let from = 0
  for (const [index, node] of content.entries()) {
    const to = from + lettersIn(node)
    if (offset <= to && to > from) {
      if (offset < to && node.name === 'w:t') return insideText(part, run, node, offset - from)
      return index === content.length - 1 ? outside(extentOf(run).end) : between(part, run, extentOf(node).end)
    }
    from = to
  }
  return outside(extentOf(run).end)
}

export function outside(at: number): Gap {
  return {at, close: '', open: ''}
}

function contentOf(run: XmlElement): XmlElement[] {
  return run.children.filter(({name}) => name !== 'w:rPr')
}

function between(part: Part, run: XmlElement, at: number): Gap {
  return {at, close: endTag(part, run), open: runStart(part, run)}
}

function insideText(part: Part, run: XmlElement, text: XmlElement, offset: number): Gap {
  const tag = rawName(part, text)
  return {
    at: rawOffset(part.xml, extentOf(text).open, offset),
    close: `</${tag}>${endTag(part, run)}`,
    open: `${runStart(part, run)}<${tag} xml:space="preserve">`
  }
}

/** The start tag of a run and its properties again. */
export function runStart(part: Part, run: XmlElement): string {
  const {start, open} = extentOf(run)
  const properties = child(run, 'w:rPr')
  return part.xml.slice(start, open) + (properties ? renumbered(part, rawXml(part, properties)) : '')
}

/** A change of formatting that somebody tracked has a number of its own. */
function renumbered(part: Part, properties: string): string {
  return properties.replace(/(<[\w:]*rPrChange\b[^>]*?\bid=["'])\d+/g, (_, before: string) => `${before}${newNumber(part)}`)
}

export function rawXml(part: Part, element: XmlElement): string {
  const {start, end} = extentOf(element)
  return part.xml.slice(start, end)
}

function endTag(part: Part, element: XmlElement): string {
  return `</${rawName(part, element)}>`
}

/** The name as the file writes it. */
export function rawName(part: Part, element: XmlElement): string {
  const {start, open} = extentOf(element)
  return /^<([^\s/>]+)/.exec(part.xml.slice(start, open))?.[1] ?? element.name
}

/** One letter as XML may write it: a line end of two characters, a reference, or what is no letter (a comment, CDATA, an instruction). */
const written = /\r\n|&#[xX]([0-9a-fA-F]+);|&#(\d+);|&\w+;|<!--[\s\S]*?-->|<!\[CDATA\[[\s\S]*?\]\]>|<\?[\s\S]*?\?>|[\s\S]/y

/** The place in the text of a part of the letter at `offset` in an element's text that begins at `from`. */
function rawOffset(xml: string, from: number, offset: number): number {
  written.lastIndex = from
  for (let seen = 0; seen < offset; ) {
    const [found, hex, decimal] = written.exec(xml) ?? []
    if (!found) break
    if (hex || decimal) seen += Number.parseInt(hex ?? decimal ?? '', hex ? 16 : 10) > 0xffff ? 2 : 1
    else if (!/^<[!?]/.test(found)) seen++
  }
  return written.lastIndex
}

/**
 * White space at the ends of a text counts only where the text says so. Once cut, all of it must count: so the text says so, and loses what
 * did not count before. `isGone` tells which places are taken out.
 */
export function keepSpaces(part: Part, run: XmlElement, gaps: readonly Gap[], isGone: (at: number) => boolean): void {
  for (const text of contentOf(run)) {
    if (text.name !== 'w:t' || text.attributes['xml:space'] === 'preserve') continue
    const {start, open, close} = extentOf(text)
    if (!gaps.some(({at}) => at > open && at < close)) continue
    const raw = part.xml.slice(open, close)
    const lead = /^[ \t\r\n]*/.exec(raw)?.[0].length ?? 0
    const trail = /[ \t\r\n]*$/.exec(raw)?.[0].length ?? 0
    const tag = start + 1 + rawName(part, text).length
    if (!isGone(tag)) part.changes.push({at: tag, remove: 0, insert: ' xml:space="preserve"'}, {at: open, remove: lead, insert: ''})
    if (!isGone(close)) part.changes.push({at: close - trail, remove: trail, insert: ''})
  }
}
