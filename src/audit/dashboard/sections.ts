/** The parts of the dashboard that are plain tables. */
import type {Element, ElementContent} from 'hast'
import {h} from 'hastscript'
import {least} from '../small-groups.ts'
import type {AuditSummary, Figure, MeasureSummary} from '../summary.ts'
import wording from '../wording.json' with {type: 'json'}
import {barElement} from './bar.ts'
import {fill, saidCount, saidFigure} from './words.ts'

const {dashboard: words, columns} = wording

export function sectionElement(id: string, title: string, note: string, content: readonly ElementContent[]): Element {
  return h('section', {ariaLabelledBy: id}, [h('h2', {id}, title), h('p', {className: ['note']}, note), ...content])
}

/** A table that a narrow screen can scroll, by keyboard too. */
export function tableElement(label: string, heads: readonly string[], rows: readonly Element[]): Element {
  return h('div', {className: ['scroll'], tabIndex: 0, role: 'region', ariaLabel: fill(words.table, {title: label})}, [
    h('table', [
      h(
        'thead',
        h(
          'tr',
          heads.map(text => h('th', {scope: 'col'}, text))
        )
      ),
      h('tbody', [...rows])
    ])
  ])
}

export function measuresSection({measures}: AuditSummary): Element {
  const rows = measures.map(measure => {
    const {name, figure, target, hits, of} = measure
    return h('tr', [
      h('th', {scope: 'row'}, name),
      h('td', {className: ['figure']}, saidFigure(figure)),
      h('td', {className: ['chart']}, typeof figure === 'number' ? [barElement(figure, target)] : []),
      h('td', {className: ['figure']}, `${target} %`),
      h('td', stateOf(measure)),
      h('td', {className: ['figure']}, hits === null || of === null ? '' : fill(words.hitsOf, {hits, of}))
    ])
  })
  const heads = [columns.measure, columns.figure, words.bar, columns.target, words.state, words.count]
  return sectionElement('measures', words.measures, words.measuresNote, [tableElement(words.measures, heads, rows)])
}

function stateOf({figure, target}: MeasureSummary): Element {
  if (typeof figure !== 'number') return h('span', {className: ['state']}, words.unknown)
  const isMet = figure >= target
  return h('span', {className: ['state', isMet ? 'met' : 'missed']}, `${isMet ? '✓' : '▼'} ${isMet ? words.met : words.missed}`)
}

export function teamsSection({teams, measures}: AuditSummary): Element {
  const rows = teams.map(({name, documents, figures}) =>
    h('tr', [
      h('th', {scope: 'row'}, name),
      h('td', {className: ['figure']}, saidCount(documents)),
      ...measures.map(({id, target}) => figureCell(figures.get(id), target))
    ])
  )
  const heads = [columns.team, columns.documents, ...measures.map(({name, target}) => `${name} (${target})`)]
  return sectionElement('teams', words.teams, fill(words.teamsNote, {least}), [tableElement(words.teams, heads, rows)])
}

/** Colour is never all that says it. */
export function figureCell(figure: Figure | undefined, target: number): Element {
  if (typeof figure !== 'number') return h('td', {className: ['figure', 'none']}, saidFigure(figure))
  const isBelow = figure < target
  const mark = isBelow ? [' ', h('span', {ariaHidden: 'true'}, '▼'), h('span', {className: ['unseen']}, words.missed)] : []
  return h('td', {className: ['figure', isBelow ? 'missed' : 'met']}, [String(figure), ...mark])
}

export function failuresSection({failures}: AuditSummary): Element | null {
  if (failures.length === 0) return null
  const rows = failures.map(({message, documents}) =>
    h('tr', [h('th', {scope: 'row'}, message), h('td', {className: ['figure']}, String(documents))])
  )
  const table = tableElement(words.failures, [words.reason, columns.documents], rows)
  return sectionElement('failures', words.failures, words.failuresNote, [table])
}
