/** Each measure month by month: a small chart for each, and one table with all figures. */
import type {Element, ElementContent} from 'hast'
import {h, s} from 'hastscript'
import {least} from '../small-groups.ts'
import type {AuditSummary, GroupSummary, MeasureSummary} from '../summary.ts'
import wording from '../wording.json' with {type: 'json'}
import {figureCell, sectionElement, tableElement} from './sections.ts'
import {fill, saidCount, saidMonth} from './words.ts'

const {dashboard: words, columns} = wording
const [width, height, edge] = [260, 110, 8]

interface Point {
  month: string
  figure: number
}

export function monthsSection({months, measures}: AuditSummary): Element {
  const dated = months.filter(({name}) => /^\d{4}-\d{2}$/.test(name))
  const charts = measures.map(measure => chartOf(measure, dated)).filter(chart => chart !== null)
  const rows = months.map(({name, documents, figures}) =>
    h('tr', [
      h('th', {scope: 'row'}, saidMonth(name)),
      h('td', {className: ['figure']}, saidCount(documents)),
      ...measures.map(({id, target}) => figureCell(figures.get(id), target))
    ])
  )
  const heads = [columns.month, columns.documents, ...measures.map(({name, target}) => `${name} (${target})`)]
  return sectionElement('months', words.months, fill(words.monthsNote, {least}), [
    ...(charts.length > 0 ? [h('div', {className: ['charts']}, charts)] : []),
    tableElement(words.months, heads, rows)
  ])
}

/** Null where there is no way from one point to another. */
function chartOf(measure: MeasureSummary, months: readonly GroupSummary[]): Element | null {
  const points = months.flatMap(({name, figures}): Point[] => {
    const figure = figures.get(measure.id)
    return typeof figure === 'number' ? [{month: name, figure}] : []
  })
  const [first, last] = [points[0], points.at(-1)]
  if (!first || !last || points.length < 2) return null
  const {name, target} = measure
  const figures = points.map(({figure}) => figure)
  const said = fill(words.monthsChart, {
    name,
    first: first.figure,
    from: saidMonth(first.month),
    last: last.figure,
    to: saidMonth(last.month),
    lowest: Math.min(...figures),
    highest: Math.max(...figures),
    target
  })
  return h('figure', [
    h('figcaption', name),
    lineElement(points, target, said),
    h('p', {className: ['ends']}, [endOf(first), ' → ', endOf(last)])
  ])
}

function endOf({month, figure}: Point): ElementContent {
  return h('span', `${saidMonth(month)}: ${figure} %`)
}

function lineElement(points: readonly Point[], target: number, said: string): Element {
  const x = (index: number): number => edge + (index / (points.length - 1)) * (width - 2 * edge)
  const y = (percent: number): number => height - edge - (percent / 100) * (height - 2 * edge)
  const path = points.map(({figure}, index) => `${round(x(index))},${round(y(figure))}`).join(' ')
  return s('svg', {className: ['line'], viewBox: `0 0 ${width} ${height}`, role: 'img', ariaLabel: said}, [
    ...[0, 50, 100].map(percent => s('line', {className: ['grid'], x1: edge, x2: width - edge, y1: y(percent), y2: y(percent)})),
    s('line', {className: ['aim'], x1: edge, x2: width - edge, y1: round(y(target)), y2: round(y(target))}),
    s('polyline', {className: ['way'], points: path, fill: 'none'}),
    ...points.map(({figure}, index) => s('circle', {className: ['dot'], cx: round(x(index)), cy: round(y(figure)), r: 3}))
  ])
}

function round(value: number): number {
  return Math.round(value * 10) / 10
}
