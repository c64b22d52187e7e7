/** Where the comment on a finding goes: on its very words where Word allows that, else as near as can be, and then the comment says so. */
import {child, type XmlElement} from '../../readers/docx/xml.ts'
import type {Message} from '../../report.ts'
import {type Document, titleOf} from '../../tree.ts'
import {extentOf, type Part} from './part.ts'
import {fieldsIn, keyOf, type Letter, type Located, type Places, placesIn, runsIn} from './places.ts'
import {type Gap, gapAfter, gapBefore, outside} from './runs.ts'

/** Why a comment does not stand on the words it is about; names a sentence of the wording. */
export type Reason = 'whole' | 'text-box' | 'footnote' | 'margin' | 'elsewhere'

export interface Anchor {
  start: Gap
  end: Gap
  /** Where the sign goes that leads to the comment. */
  sign: Gap
  reason: Reason | null
  /** Runs that are cut. */
  runs: readonly XmlElement[]
}

export interface AnchorFinder {
  of(message: Pick<Message, 'place'>): Anchor | null
}

/** `notes` are the parts of footnotes and endnotes. */
export function anchorsIn(main: Part, notes: readonly Part[], document: Document): AnchorFinder {
  const places = placesIn(document.tree)
  const runs = runsIn(main.root)
  const fields = fieldsIn([...runs.values()].map(({run}) => run))
  const finder: Finder = {main, runs, places, fields, title: null}
  const title = titleOf(document.tree)?.position
  if (title) finder.title = anchorOf(finder, title.start.offset ?? 0, title.end.offset ?? 0)
  const whole = finder.title ?? firstThing(finder)
  const because = (anchor: Anchor | null, reason: Reason) => anchor && {...anchor, reason}
  return {
    of({place}) {
      if (!place) return because(whole, 'whole')
      const {start, end} = {start: place.start.offset, end: place.end.offset}
      const letter = places.first(start)
      if (letter?.part === main.path) return anchorOf(finder, start, end) ?? because(whole, 'elsewhere')
      const note = letter && notes.find(({path}) => path === letter.part)
      const sign = note && letter && signOfNote(finder, note, letter)
      return sign ? because(sign, 'footnote') : because(whole, 'margin')
    }
  }
}

interface Finder {
  main: Part
  runs: ReadonlyMap<string, Located>
  places: Places
  fields: ReadonlyMap<XmlElement, XmlElement>
  title: Anchor | null
}

function anchorOf({main, runs, places, fields}: Finder, start: number, end: number): Anchor | null {
  const [first, last] = [places.first(start), places.last(end - 1)]
  const [from, to] = [first && located(runs, first, main), last && located(runs, last, main)]
  if (!first || !last || !from || !to) return null
  const hidden = hiddenIn(from) ?? hiddenIn(to)
  if (hidden) return hidden.carrier ? {...roundAbout(hidden.carrier), reason: hidden.box ? 'text-box' : 'elsewhere'} : null
  const opening = outOfHolder(from, gapBefore(main, from.run, first.offset), 'start')
  const closing = outOfHolder(to, gapAfter(main, to.run, last.offset + 1), 'end')
  return {start: opening, end: closing, sign: signGap(to, fields) ?? closing, reason: null, runs: [from.run, to.run]}
}

/** Where the sign has to go if not right behind the words. */
function signGap(place: Located, fields: Finder['fields']): Gap | null {
  const later = isFirstInControl(place.around) ? paragraphAfterControl(place) : null
  if (later) {
    const properties = child(later, 'w:pPr')
    return outside(properties ? extentOf(properties).end : extentOf(later).open)
  }
  const holder = holderOf(place) ?? fieldEnd(place, fields)
  return holder ? outside(extentOf(holder).end) : null
}

/** Whether the paragraph is the first one in a content control around paragraphs, rows or cells. */
function isFirstInControl(around: readonly XmlElement[]): boolean {
  const at = around.findLastIndex(({name}) => name === 'w:p')
  const paragraph = around[at]
  return at > 0 && around.slice(0, at).some(element => element.name === 'w:sdtContent' && firstParagraphIn(element) === paragraph)
}

/** Far enough for a sign that no one looks for. */
const near = 30

/**
 * The next paragraph that is not the first one of a content control. LibreOffice 7.4 loses all words before a sign in such a first
 * paragraph, and 25.2 does not open a file where one begins with a sign; so the sign goes on, while the range alone says what is meant.
 * Null where there is none near: then it stands behind the words, as Word itself would have it.
 */
function paragraphAfterControl({around}: Located): XmlElement | null {
  let left = near
  for (let depth = around.findLastIndex(({name}) => name === 'w:p'); depth > 0; depth--) {
    const {children} = around[depth - 1] as XmlElement
    for (const sibling of children.slice(children.indexOf(around[depth] as XmlElement) + 1)) {
      for (const path of paragraphsIn(sibling, around.slice(0, depth))) {
        if (!isFirstInControl(path)) return path.at(-1) as XmlElement
        if (--left === 0) return null
      }
    }
  }
  return null
}

/** Each paragraph with all it stands in, outermost first. */
function* paragraphsIn(element: XmlElement, around: readonly XmlElement[]): Generator<readonly XmlElement[]> {
  const path = [...around, element]
  if (element.name === 'w:p') yield path
  else if (element.name !== 'w:sectPr') for (const inner of element.children) yield* paragraphsIn(inner, path)
}

function firstParagraphIn(element: XmlElement): XmlElement | undefined {
  for (const inner of element.children) {
    const found = inner.name === 'w:p' ? inner : firstParagraphIn(inner)
    if (found) return found
  }
  return undefined
}

function located(runs: Finder['runs'], {part, paragraph, run}: Letter, main: Part): Located | undefined {
  return part === main.path ? runs.get(keyOf(paragraph, run)) : undefined
}

/** What a comment cannot be put into: a text box, and what a program may show something else for. */
interface Hidden {
  /** The element to put the comment around; null where none stands in a paragraph. */
  carrier: XmlElement | null
  box: boolean
}

function hiddenIn({around}: Located): Hidden | null {
  const at = around.findIndex(({name}) => name === 'w:txbxContent' || name === 'mc:AlternateContent')
  if (at < 0) return null
  const box = around.some(({name}) => name === 'w:txbxContent')
  const outer = around.slice(0, at)
  const run = outer.findLast(({name}) => name === 'w:r')
  const inParagraph = outer.some(({name}) => name === 'w:p')
  return {carrier: run ?? (inParagraph ? (around[at] as XmlElement) : null), box}
}

function roundAbout(carrier: XmlElement): Omit<Anchor, 'reason'> {
  const {start, end} = extentOf(carrier)
  return {start: outside(start), end: outside(end), sign: outside(end), runs: []}
}

/** Controls that hold one text and nothing else: dates, choices, plain text. */
const plainKinds = ['w:text', 'w:date', 'w:dropDownList', 'w:comboBox', 'w14:checkbox']

/** What should hold nothing but its text, so that the sign of a comment stays out of it: such a control, or a field. */
function holderOf({around}: Located): XmlElement | null {
  const inside = around.slice(around.findLastIndex(({name}) => name === 'w:p') + 1)
  return inside.find(element => element.name === 'w:fldSimple' || isPlainControl(element)) ?? null
}

/** The end of the field around a run, where that is in the same paragraph. */
function fieldEnd({run, around}: Located, fields: Finder['fields']): XmlElement | null {
  const end = fields.get(run)
  return end && around.findLast(({name}) => name === 'w:p')?.children.includes(end) ? end : null
}

function isPlainControl(element: XmlElement): boolean {
  const properties = element.name === 'w:sdt' ? child(element, 'w:sdtPr') : undefined
  return plainKinds.some(kind => child(properties, kind))
}

/** A comment on all that a holder holds goes around the holder. */
function outOfHolder(place: Located, gap: Gap, edge: 'start' | 'end'): Gap {
  const holder = holderOf(place)
  if (!holder || gap.at !== extentOf(place.run)[edge]) return gap
  const runs = runsOf(holder)
  return (edge === 'start' ? runs[0] : runs.at(-1)) === place.run ? outside(extentOf(holder)[edge]) : gap
}

function runsOf(element: XmlElement): XmlElement[] {
  return element.children.flatMap(node => (node.name === 'w:r' ? [node] : runsOf(node)))
}

/** The sign in the text that leads to the note in which the letter stands. */
function signOfNote({runs}: Finder, notes: Part, {paragraph}: Letter): Anchor | null {
  const holds = (element: XmlElement): boolean => (element.name === 'w:p' && element.index === paragraph) || element.children.some(holds)
  const note = notes.root.children.find(holds)
  const id = note?.attributes['w:id']
  for (const {run, around} of runs.values()) {
    const isSign = run.children.some(node => node.name === `${note?.name}Reference` && node.attributes['w:id'] === id)
    const carrier = carrierOf({run, around})
    if (isSign && carrier) return {...roundAbout(carrier), reason: null}
  }
  return null
}

/** What to put a comment around that is about a whole run. */
function carrierOf(place: Located): XmlElement | null {
  const hidden = hiddenIn(place)
  return hidden ? hidden.carrier : place.run
}

/** For a document without a line of its own: the first thing in it that a comment can stand on. */
function firstThing({runs}: Finder): Anchor | null {
  for (const place of runs.values()) {
    const carrier = carrierOf(place)
    if (carrier) return {...roundAbout(carrier), reason: null}
  }
  return null
}
