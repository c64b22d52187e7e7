/** One document: what it is, its figures, its findings, and the document itself with the findings marked. */
import type {Element, ElementContent} from 'hast'
import {h} from 'hastscript'
import type {DocumentReport, Severity, Source} from '../../report.ts'
import {longDate} from '../../wording.ts'
import {typeNames} from '../names.ts'
import {acceptedElements} from './accepted.ts'
import {fill} from './fill.ts'
import {filtersElement} from './filters.ts'
import {type Entry, entriesOf, findingList, reasonsElement} from './findings.ts'
import {type Layout, layOut, type Passage} from './layout.ts'
import {titleElement} from './name.ts'
import {summaryElement} from './summary.ts'
import wording from './wording.json' with {type: 'json'}

export interface Standing {
  /** Begins all ids of this document. */
  prefix: string
  /** Level of its own heading. */
  level: number
  /** The page shows nothing else, so that its heading is that of the page. */
  isOnly: boolean
}

const severities: readonly Severity[] = ['error', 'warning', 'info']

export function documentElement(document: DocumentReport, source: Source | undefined, standing: Standing): Element {
  const {prefix, level, isOnly} = standing
  const title = isOnly ? [] : [titleElement(document.path, level, `${prefix}-name`)]
  if (document.error) {
    const said = [h('strong', wording.failed.heading), h('p', fill('{said}', {said: document.error.message}))]
    return h('article', {id: prefix, className: ['document']}, [...title, h('div', {className: ['failed']}, said)])
  }
  const entries = entriesOf(document.messages, source)
  const layout = source?.tree
    ? layOut(source.tree, entries.flatMap(passageOf), {prefix: `${prefix}-`, level: level + 2})
    : {element: h('p', wording.sheet.none), marked: new Set<number>()}
  return h('article', {id: prefix, className: ['document']}, [
    ...title,
    ...(document.type === 'unknown' ? [] : [h('p', {className: ['lead']}, aboutText(document))]),
    ...document.notices.map(notice => h('p', {className: ['lead', 'notice']}, notice)),
    tally(entries),
    summaryElement(document, level + 1),
    h('div', {className: ['beside']}, [panel(entries, layout, standing), paper(layout, standing)]),
    ...acceptedElements(document.accepted, level + 1),
    reasonsElement(entries, level + 1)
  ])
}

function passageOf({number, message}: Entry): Passage[] {
  const {place, severity} = message
  const label = fill(wording.findings.reference, {number, severity: wording.severity[severity].toLowerCase()})
  return place ? [{number, severity, label, start: place.start.offset, end: place.end.offset}] : []
}

function aboutText({type, children, date}: DocumentReport): string {
  const names = children.map(({name}) => name).join(', ')
  const about = names ? fill(wording.about.for, {type: typeNames[type], children: names}) : typeNames[type]
  return about + (date ? fill(wording.about.dated, {date: longDate(date)}) : '')
}

/** How many of each severity, which is the key to the marks too. */
function tally(entries: readonly Entry[]): Element {
  const items = severities.map(severity => {
    const count = entries.filter(({message}) => message.severity === severity).length
    const [one, many] = wording.counts[severity]
    const noun = fill((count === 1 ? one : many) ?? '', {count: ''}).trim()
    return h('li', {className: [severity]}, [
      h('strong', String(count)),
      ' ',
      h('span', {className: ['key']}, noun),
      ' ',
      h('span', {className: ['meaning']}, wording.meaning[severity])
    ])
  })
  return h('ul', {className: ['tally'], role: 'list'}, items)
}

function panel(entries: readonly Entry[], {marked}: Layout, standing: Standing): Element {
  const {prefix, level} = standing
  const id = `${prefix}-findings`
  const toPaper = h('p', {className: ['to-paper']}, h('a', {href: `#${prefix}-paper`}, wording.findings.toDocument))
  const content: ElementContent[] = [h(`h${level + 1}`, {id, tabIndex: -1}, wording.findings.heading), toPaper]
  if (entries.length === 0) content.push(h('p', wording.findings.none))
  else content.push(filtersElement(entries, prefix), findingList(entries, marked, prefix, level + 2))
  return h('section', {className: ['panel'], ariaLabelledBy: labels(id, standing)}, content)
}

/** Where there are several documents, parts of the page are told apart by the name of theirs. */
function labels(id: string, {prefix, isOnly}: Standing): string[] {
  return isOnly ? [id] : [`${prefix}-name`, id]
}

function paper({element}: Layout, standing: Standing): Element {
  const {prefix, level} = standing
  const id = `${prefix}-paper`
  return h('section', {className: ['paper'], ariaLabelledBy: labels(id, standing)}, [
    h(`h${level + 1}`, {id}, wording.sheet.heading),
    element
  ])
}
