/** The documents of a report in one table, with links to each. */
import type {Element} from 'hast'
import {h} from 'hastscript'
import type {DocumentReport} from '../../report.ts'
import {typeNames} from '../names.ts'
import {roundedAge} from './fill.ts'
import {nameOf} from './name.ts'
import wording from './wording.json' with {type: 'json'}

export function contentsElement(documents: readonly DocumentReport[]): Element {
  const head = h(
    'tr',
    wording.contents.map((text, column) => h('th', {scope: 'col', ...(column > 1 && {className: ['figure']})}, text))
  )
  const frame = {className: ['table'], role: 'group', ariaLabel: wording.heading.contents, tabIndex: 0}
  return h('div', frame, h('table', {className: ['figures']}, [h('thead', head), h('tbody', documents.map(row))]))
}

function row({path, type, messages, readability, error}: DocumentReport, index: number): Element {
  const {folder, file} = nameOf(path)
  const link = h('a', {href: `#d${index + 1}`}, [h('span', {className: ['folder']}, folder), file])
  const head = h('th', {scope: 'row'}, link)
  if (error) return h('tr', [head, h('td', {colSpan: 5}, wording.failed.cell)])
  const figures = (['error', 'warning', 'info'] as const).map(severity => messages.filter(message => message.severity === severity).length)
  const cells = [...figures, roundedAge(readability?.readingAge ?? null)].map(value => h('td', {className: ['figure']}, String(value)))
  return h('tr', [head, h('td', typeNames[type]), ...cells])
}
