/** The findings of a version in the order of the document, and the document with them marked. */
import type {Element} from 'hast'
import {toHtml} from 'hast-util-to-html'
import {layOut, type Passage, visible} from '../../index.ts'
import wording from '../wording.json' with {type: 'json'}
import {say} from '../wording.ts'
import type {Block, Finding} from './reading.ts'
import type {Version} from './version.ts'

export function findingsOf({report, source, ids}: Version): Finding[] {
  return report.messages
    .map((message, index) => ({
      ...message,
      id: ids[index] as number,
      number: 0,
      words: visible(source.contexts[index]?.words ?? message.actual ?? '').trim(),
      isMarked: false
    }))
    .sort((a, b) => startOf(a) - startOf(b) || endOf(b) - endOf(a))
    .map((finding, index) => ({...finding, number: index + 1}))
}

function startOf({place}: Finding): number {
  return place?.start.offset ?? -1
}

function endOf({place}: Finding): number {
  return place?.end.offset ?? -1
}

/** Headings of the document stand below those of the page around it. */
const level = 3

export function blocksOf({source}: Version, findings: readonly Finding[]): {blocks: Block[]; marked: ReadonlySet<number>} {
  if (!source.tree) return {blocks: [], marked: new Set()}
  const {element, marked} = layOut(source.tree, findings.flatMap(passageOf), {level, places: true})
  return {blocks: element.children.flatMap(child => (child.type === 'element' ? [blockOf(child)] : [])), marked}
}

function blockOf(element: Element): Block {
  const start = firstPlace(element) ?? 0
  countFrom(element, start)
  return {html: toHtml(element), start}
}

function firstPlace({properties, children}: Element): number | null {
  if (properties.dataFrom !== undefined) return Number(properties.dataFrom)
  for (const child of children) {
    const place = child.type === 'element' ? firstPlace(child) : null
    if (place !== null) return place
  }
  return null
}

function countFrom({properties, children}: Element, start: number): void {
  if (properties.dataFrom !== undefined) {
    properties.dataFrom = String(Number(properties.dataFrom) - start)
    properties.dataTo = String(Number(properties.dataTo) - start)
  }
  for (const child of children) if (child.type === 'element') countFrom(child, start)
}

function passageOf({number, severity, place}: Finding): Passage[] {
  const label = say(wording.findings.reference, {number, severity: wording.severity[severity].toLowerCase()})
  return place ? [{number, severity, label, start: place.start.offset, end: place.end.offset}] : []
}
