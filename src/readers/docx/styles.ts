/** What the styles of a Word file say: headings, bold, hidden text, list numbers. Every question follows the chain of `basedOn`. */
import {child, flag, val, type XmlElement} from './xml.ts'

interface Style {
  /** 1 to 9 for a heading, 0 for anything else. */
  depth: number
  bold?: boolean
  italic?: boolean
  hidden?: boolean
  /** A switch on a style may come as capitals that are only shown. */
  capitals?: boolean
  numId?: string
  level?: string
}

export interface Styles {
  /** The style of that id, or the default paragraph style. */
  paragraph(id: string | undefined): Style
  /** The style of that id; nothing special without an id. */
  run(id: string | undefined): Partial<Style>
}

/** Reads the styles part, which may be missing. */
export function readStyles(part: XmlElement | undefined): Styles {
  const sources = new Map<string, XmlElement>()
  let byDefault: string | undefined
  for (const style of part?.children[0]?.children ?? []) {
    const id = style.attributes['w:styleId']
    if (style.name !== 'w:style' || id === undefined) continue
    sources.set(id, style)
    if (style.attributes['w:type'] === 'paragraph' && /^(1|true|on)$/.test(style.attributes['w:default'] ?? '')) byDefault = id
  }
  const known = new Map<string, Style>()
  const styleOf = (id: string, seen: Set<string>): Style => {
    const ready = known.get(id)
    if (ready) return ready
    const source = sources.get(id)
    const base = source && val(source, 'w:basedOn')
    const parent = base !== undefined && !seen.has(base) ? styleOf(base, seen.add(base)) : {depth: 0}
    const style = {...parent, ...ownStyle(id, source)}
    known.set(id, style)
    return style
  }
  return {
    paragraph: id => {
      const used = id ?? byDefault
      return used === undefined ? {depth: 0} : styleOf(used, new Set([used]))
    },
    run: id => (id === undefined ? {} : styleOf(id, new Set([id])))
  }
}

function ownStyle(id: string, source: XmlElement | undefined): Partial<Style> {
  const looks = child(source, 'w:rPr')
  const layout = child(source, 'w:pPr')
  const numbers = child(layout, 'w:numPr')
  const depth = namedDepth(id, source && val(source, 'w:name')) ?? outlineDepth(layout)
  const own = {
    depth,
    bold: flag(looks, 'w:b'),
    italic: flag(looks, 'w:i'),
    hidden: flag(looks, 'w:vanish'),
    capitals: flag(looks, 'w:caps'),
    numId: val(numbers, 'w:numId'),
    level: val(numbers, 'w:ilvl')
  }
  return Object.fromEntries(Object.entries(own).filter(([, value]) => value !== undefined))
}

/** Word keeps the English name of a built-in style in every language; other programs may give only the id. */
function namedDepth(id: string, name: string | undefined): number | undefined {
  const number = /^heading ([1-9])$/i.exec(name ?? '')?.[1] ?? /^Heading([1-9])$/i.exec(name === undefined ? id : '')?.[1]
  if (number) return Number(number)
  return /^title$/i.test(name ?? id) ? 1 : undefined
}

/** `w:outlineLvl` 0 to 8 are headings; 9 is body text. */
export function outlineDepth(layout: XmlElement | undefined): number | undefined {
  const level = val(layout, 'w:outlineLvl')
  if (level === undefined) return undefined
  const number = Number(level)
  return number >= 0 && number <= 8 ? number + 1 : 0
}
