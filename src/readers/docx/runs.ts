/** Reads the text of runs: letters, tabs, breaks, symbols, field results; field codes, hidden and deleted text stay out. */
import type {TextData} from 'mdast'
import {addLetters, type Look, type Piece} from '../inline.ts'
import type {Styles} from './styles.ts'
import {symbol} from './symbols.ts'
import {branch, type CheckBox, legacyCheckBox} from './visit.ts'
import {child, flag, val, type XmlElement} from './xml.ts'

/** What runs share within a part, and what is collected for later. */
export interface RunContext {
  /** Path of the part in the package. */
  path: string
  styles: Styles
  /** Fields under way, innermost last: `code` until the result begins. A field may span paragraphs. */
  fields: {code: boolean}[]
  /** Contents of text boxes anchored in the paragraph under way. */
  boxes: XmlElement[]
  /** Notes referred to, in order. */
  notes: {kind: 'footnotes' | 'endnotes'; id: string}[]
  pictures: number
}

interface RunPlace {
  paragraph: number
  /** Look that the paragraph's style gives. */
  base: RunLook
  box: CheckBox | undefined
}

interface RunLook {
  bold?: boolean | undefined
  italic?: boolean | undefined
  hidden?: boolean | undefined
  capitals?: boolean | undefined
}

/** Adds what a reader sees of a run to `pieces`. Offsets count every letter, tab, break, hyphen and symbol of the run as one. */
export function addRun(pieces: Piece[], run: XmlElement, place: RunPlace, context: RunContext): void {
  const {look, hidden, font} = lookOf(run, place.base, context.styles)
  const writer: RunWriter = {pieces, run, place, context, look, hidden, font, offset: 0}
  if (place.box) {
    if (!place.box.shown) add(writer, place.box.checked ? '☒' : '☐', {checked: place.box.checked})
    place.box.shown = true
    return
  }
  for (const node of run.children) addNode(writer, node)
}

interface RunWriter {
  pieces: Piece[]
  run: XmlElement
  place: RunPlace
  context: RunContext
  look: Look
  hidden: boolean
  font: string
  offset: number
}

function lookOf(run: XmlElement, base: RunLook, styles: Styles): {look: Look; hidden: boolean; font: string} {
  const own = child(run, 'w:rPr')
  if (!own) return {look: {...(marked(base) && {bold: true}), ...(base.italic && {italic: true})}, hidden: base.hidden === true, font: ''}
  const style = styles.run(val(own, 'w:rStyle'))
  const set = {
    bold: flag(own, 'w:b') ?? style.bold ?? base.bold,
    italic: flag(own, 'w:i') ?? style.italic ?? base.italic,
    hidden: flag(own, 'w:vanish') ?? style.hidden ?? base.hidden,
    capitals: flag(own, 'w:caps') ?? style.capitals ?? base.capitals
  }
  const look = {...((marked(set) || flag(own, 'w:u')) && {bold: true}), ...(set.italic && {italic: true})}
  return {look, hidden: set.hidden === true, font: child(own, 'w:rFonts')?.attributes['w:ascii'] ?? ''}
}

/** Letters shown as capitals, like underlined ones, stand out as bold ones do. */
const marked = (look: RunLook) => look.bold === true || look.capitals === true

/** Elements that stand for one letter. */
const letters: Record<string, string> = {'w:tab': '\t', 'w:ptab': '\t', 'w:noBreakHyphen': '\u2011'}

function addNode(writer: RunWriter, node: XmlElement): void {
  const {context} = writer
  const {name} = node
  const letter = letters[name]
  if (name === 'w:t') addText(writer, node)
  else if (letter) add(writer, letter)
  else if (name === 'w:br' || name === 'w:cr') addBreak(writer)
  else if (name === 'w:softHyphen') writer.offset++
  else if (name === 'w:sym') addSymbol(writer, node)
  else if (name === 'w:fldChar') addField(writer, node)
  else if (name === 'w:footnoteReference' || name === 'w:endnoteReference') {
    const kind = name === 'w:footnoteReference' ? 'footnotes' : 'endnotes'
    if (!isUnseen(writer)) context.notes.push({kind, id: node.attributes['w:id'] ?? ''})
  } else if (name === 'w:drawing' || name === 'w:pict' || name === 'w:object') {
    context.pictures++
    context.boxes.push(...boxesIn(node))
  } else if (name === 'mc:AlternateContent') {
    for (const inner of branch(node).children) addNode(writer, inner)
  }
}

/** Text boxes in a drawing; of alternatives only one branch, and none inside another. */
function boxesIn(node: XmlElement): XmlElement[] {
  if (node.name === 'w:txbxContent') return [node]
  const inner = node.name === 'mc:AlternateContent' ? branch(node) : node
  return inner.children.flatMap(boxesIn)
}

function isUnseen({hidden, context}: RunWriter): boolean {
  return hidden || context.fields.some(field => field.code)
}

function dataAt({context, place, run}: RunWriter, offset: number): TextData {
  return {place: {part: context.path, paragraph: place.paragraph, run: run.index, offset}}
}

function addText(writer: RunWriter, node: XmlElement): void {
  const symbols = /^(wingdings|webdings|symbol)/i.test(writer.font)
  const raw = node.text.replace(/[\r\n]/g, ' ')
  const kept = node.attributes['xml:space'] === 'preserve'
  const start = kept ? 0 : raw.length - raw.trimStart().length
  const end = kept ? raw.length : Math.max(start, raw.trimEnd().length)
  const base = writer.offset
  writer.offset += raw.length
  if (isUnseen(writer)) return
  const found: Piece[] = []
  if (symbols)
    for (let at = start; at < end; at++)
      found.push({value: symbol(writer.font, raw.charCodeAt(at)), start: at, end: at + 1, ...writer.look})
  else addLetters(found, raw, start, end, writer.look)
  for (const piece of found) if (piece.value !== '') writer.pieces.push({...piece, data: dataAt(writer, base + piece.start)})
}

function add(writer: RunWriter, value: string, data: TextData = {}): void {
  const offset = writer.offset++
  if (isUnseen(writer) || value === '') return
  writer.pieces.push({...writer.look, value, start: offset, end: offset + value.length, data: {...data, ...dataAt(writer, offset)}})
}

function addBreak(writer: RunWriter): void {
  const offset = writer.offset++
  if (!isUnseen(writer)) writer.pieces.push({...writer.look, value: '\n', line: true, start: offset, end: offset + 1})
}

function addSymbol(writer: RunWriter, node: XmlElement): void {
  const value = symbol(node.attributes['w:font'] ?? '', Number.parseInt(node.attributes['w:char'] ?? '', 16) || 0)
  add(writer, value, value === '☒' || value === '☐' ? {checked: value === '☒'} : {})
}

function addField(writer: RunWriter, node: XmlElement): void {
  const {fields} = writer.context
  const kind = node.attributes['w:fldCharType']
  if (kind === 'separate') {
    const field = fields.at(-1)
    if (field) field.code = false
  } else if (kind === 'end') fields.pop()
  else if (kind === 'begin') {
    const checked = legacyCheckBox(node)
    if (checked !== undefined) {
      add(writer, checked ? '☒' : '☐', {checked})
      writer.offset--
    }
    fields.push({code: true})
  }
}
