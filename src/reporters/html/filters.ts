/** Choosing findings by severity, by rule and by their words. Shown only where the script runs that does it. */
import type {Element} from 'hast'
import {h} from 'hastscript'
import type {Severity} from '../../report.ts'
import {fill} from './fill.ts'
import type {Entry} from './findings.ts'
import {keyboardElement} from './keyboard.ts'
import wording from './wording.json' with {type: 'json'}

const severities: readonly Severity[] = ['error', 'warning', 'info']

export function filtersElement(entries: readonly Entry[], prefix: string): Element {
  const status = fill(wording.filters.status, {shown: entries.length, all: entries.length})
  return h('div', {className: ['filters'], role: 'group', ariaLabel: wording.filters.name, hidden: true, dataScript: ''}, [
    h('fieldset', [
      h('legend', {className: ['unseen']}, wording.filters.show),
      ...severities.flatMap(severity => severityChoice(entries, severity))
    ]),
    h('div', {className: ['walk']}, [
      h('button', {type: 'button', dataStep: '-1'}, wording.filters.previous),
      h('button', {type: 'button', dataStep: '1'}, wording.filters.next),
      h('p', {role: 'status', dataTemplate: wording.filters.status}, status)
    ]),
    h('div', {className: ['more']}, [
      h('details', [h('summary', wording.filters.more), h('div', {className: ['fields']}, fields(entries, prefix))]),
      keyboardElement()
    ])
  ])
}

function fields(entries: readonly Entry[], prefix: string): Element[] {
  return [
    h('label', {htmlFor: `${prefix}-rule`}, wording.filters.rule),
    ruleChoice(entries, `${prefix}-rule`),
    h('label', {htmlFor: `${prefix}-search`}, wording.filters.search),
    h('input', {id: `${prefix}-search`, type: 'search', autoComplete: 'off', spellCheck: false, dataSearch: ''})
  ]
}

function severityChoice(entries: readonly Entry[], severity: Severity): Element[] {
  const count = entries.filter(({message}) => message.severity === severity).length
  if (count === 0) return []
  const name = fill(wording.filters.choice, {name: wording.plural[severity], count})
  return [
    h('label', {className: ['choice']}, [
      h('input', {type: 'checkbox', checked: true, autoComplete: 'off', value: severity}),
      h('span', name)
    ])
  ]
}

function ruleChoice(entries: readonly Entry[], id: string): Element {
  const counts = new Map<string, number>()
  for (const {message} of entries) counts.set(message.ruleId, (counts.get(message.ruleId) ?? 0) + 1)
  const options = [...counts]
    .sort()
    .map(([rule, count]) => h('option', {value: rule}, fill(wording.filters.choice, {name: plain(rule), count})))
  const all = h('option', {value: ''}, fill(wording.filters.allRules, {count: entries.length}))
  return h('select', {id, autoComplete: 'off'}, [all, ...options])
}

/** `Missing owner` of `missing-owner`. */
function plain(rule: string): string {
  const words = rule.replaceAll('-', ' ')
  return words.charAt(0).toUpperCase() + words.slice(1)
}
