/** What to teach first: the rules that most documents would gain by, each with an invented example and how often it was right. */
import type {Element} from 'hast'
import {h} from 'hastscript'
import {least} from '../small-groups.ts'
import type {AuditSummary, RuleSummary} from '../summary.ts'
import type {TaughtExample} from '../teaching.ts'
import wording from '../wording.json' with {type: 'json'}
import {barElement} from './bar.ts'
import {sectionElement} from './sections.ts'
import {fill} from './words.ts'

const {dashboard: words} = wording
/** More would not be taught. */
const most = 10

export function rulesSection({rules}: AuditSummary): Element {
  const items = rules.slice(0, most).map(rule => h('li', ruleParts(rule)))
  return sectionElement('rules', words.rules, words.rulesNote, [h('ol', {className: ['rules']}, items)])
}

function ruleParts(rule: RuleSummary): Element[] {
  const {id, description, why, share, poor, good} = rule
  return [
    h('h3', [description, ' ', h('code', id)]),
    h('p', {className: ['share']}, [...(typeof share === 'number' ? [barElement(share, null)] : []), countOf(rule)]),
    ...(why ? [h('p', why)] : []),
    h('div', {className: ['examples']}, [...exampleParts(words.poor, 'poor', poor), ...exampleParts(words.good, 'good', good)]),
    h('p', {className: ['precision']}, precisionOf(rule))
  ]
}

function countOf({documents, findings, share}: RuleSummary): string {
  if (documents === 'hidden' || findings === 'hidden' || typeof share !== 'number') return fill(words.few, {least})
  return fill(words.documents, {documents, findings, share})
}

function exampleParts(title: string, kind: string, example: TaughtExample | null): Element[] {
  if (!example) return []
  const {caption, lines} = example
  if (lines.length === 0 && !caption) return []
  return [
    h('div', {className: ['example', kind]}, [
      h('h4', title),
      ...(caption ? [h('p', {className: ['caption']}, caption)] : []),
      ...(lines.length > 0
        ? [
            h(
              'blockquote',
              lines.map(line => h('p', line))
            )
          ]
        : [])
    ])
  ]
}

function precisionOf({precision}: RuleSummary): string {
  if (!precision) return words.noPrecision
  const {value, findings, unseen} = precision
  return fill(words.precision, {percent: Math.round(value * 100), of: findings, where: unseen ? words.unseen : words.seen})
}
