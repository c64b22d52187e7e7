/** Words put in place of others as a tracked change, which the worker accepts or rejects with Word's own buttons. */
import {ownAuthor} from '../../comment-form.ts'
import {child, type XmlElement} from '../../readers/docx/xml.ts'
import type {Message} from '../../report.ts'
import type {Anchor} from './anchors.ts'
import {escaped} from './comment-xml.ts'
import type {Cuts} from './cuts.ts'
import {protectionOf, type WordFile} from './package.ts'
import {extentOf, newNumber, type Part} from './part.ts'
import {fieldsIn, type Located, runsIn} from './places.ts'
import {rawName, runStart} from './runs.ts'

export interface Suggester {
  /** Marks the change, if that is safe where the words stand. */
  suggest(message: Pick<Message, 'replacement'>, anchor: Anchor): boolean
}

/** Nothing is suggested in a file whose text nobody may change. */
export function suggesterIn(file: WordFile, cuts: Cuts, date: string): Suggester {
  const {main, declared} = file
  const places = new Map([...runsIn(main.root).values()].map(place => [place.run, place]))
  // A field would undo the change when it is brought up to date.
  const fields = fieldsIn(places.keys())
  const isFree = (run: XmlElement) => !fields.has(run) && isPlain(places.get(run))
  const isShut = protectionOf(file) !== 'none'
  return {
    suggest({replacement}, {start, end, runs, reason}) {
      const [first, last] = runs
      if (isShut || replacement === null || reason || !first || !last) return false
      const between = siblingsFrom(first, last, places.get(first))
      if (!between?.every(node => node.name === 'w:proofErr' || isFree(node))) return false
      const whole = between.filter(({name}) => name === 'w:r')
      const change = ` w:author="${ownAuthor}" w:date="${date}"`
      const gone = whole.map(run => deletedXml(main, run, start.at, end.at)).join('')
      const come = `${runStart(main, first)}<w:t xml:space="preserve">${escaped(replacement)}</w:t></${rawName(main, first)}>`
      const [del, ins] = [newNumber(main), newNumber(main)]
      const xml = `<w:del${declared} w:id="${del}"${change}>${gone}</w:del><w:ins${declared} w:id="${ins}"${change}>${come.replace('<w:t ', `<w:t${declared} `)}</w:ins>`
      return cuts.swap(start, end, xml)
    }
  }
}

/** The part of a run's text that stands between two places, as deleted text. */
function deletedXml(main: Part, run: XmlElement, from: number, to: number): string {
  const text = child(run, 'w:t')
  if (!text) return ''
  const {open, close} = extentOf(text)
  const raw = main.xml.slice(Math.max(open, from), Math.min(close, to))
  const kept = text.attributes['xml:space'] === 'preserve' ? raw : raw.replace(/^[ \t\r\n]+|[ \t\r\n]+$/g, '')
  const name = rawName(main, text).replace(/t$/, 'delText')
  return `${runStart(main, run)}<${name} xml:space="preserve">${kept}</${name}></${rawName(main, run)}>`
}

/** A run of one text and nothing else, straight in its paragraph, and in no control that is locked. */
function isPlain(place: Located | undefined): boolean {
  if (place?.around.at(-1)?.name !== 'w:p') return false
  const content = place.run.children.filter(({name}) => name !== 'w:rPr')
  if (content.length !== 1 || content[0]?.name !== 'w:t') return false
  return !place.around.some(({name, children}) => {
    const lock =
      name === 'w:sdt'
        ? child(
            children.find(node => node.name === 'w:sdtPr'),
            'w:lock'
          )
        : undefined
    return /contentLocked$/i.test(lock?.attributes['w:val'] ?? '')
  })
}

function siblingsFrom(first: XmlElement, last: XmlElement, place: Located | undefined): XmlElement[] | undefined {
  const all = place?.around.at(-1)?.children ?? []
  const [from, to] = [all.indexOf(first), all.indexOf(last)]
  return from < 0 || to < from ? undefined : all.slice(from, to + 1)
}

/** Numbers of the comments that stand on a change of planlint's that nobody has accepted or rejected yet. */
export function waitingSuggestions(main: XmlElement): Set<string> {
  const open = new Set<string>()
  const waiting = new Set<string>()
  const walk = ({name, attributes, children}: XmlElement): void => {
    const id = attributes['w:id'] ?? ''
    if (name === 'w:commentRangeStart') open.add(id)
    else if (name === 'w:commentRangeEnd') open.delete(id)
    else if (name === 'w:ins' && attributes['w:author'] === ownAuthor) for (const one of open) waiting.add(one)
    children.forEach(walk)
  }
  walk(main)
  return waiting
}
