/** What is said of a document, one entry a finding: about the whole document first, then from its top to its end. */
import type {Element, ElementContent} from 'hast'
import {h} from 'hastscript'
import type {Message, Source} from '../../report.ts'
import {visible} from '../visible.ts'
import {fill} from './fill.ts'
import wording from './wording.json' with {type: 'json'}

export interface Entry {
  /** From 1, as shown. */
  number: number
  message: Message
  /** The words meant, as a reader sees them. */
  words: string
}

/** Longest quotation of words that stand beside the document anyway. */
const mostWords = 24

export function entriesOf(messages: readonly Message[], source: Source | undefined): Entry[] {
  return messages
    .map((message, index) => ({message, words: visible(source?.contexts[index]?.words ?? message.actual ?? '').trim()}))
    .sort((a, b) => startOf(a.message) - startOf(b.message) || endOf(b.message) - endOf(a.message))
    .map((entry, index) => ({...entry, number: index + 1}))
}

function startOf({place}: Message): number {
  return place?.start.offset ?? -1
}

function endOf({place}: Message): number {
  return place?.end.offset ?? -1
}

export function findingList(entries: readonly Entry[], marked: ReadonlySet<number>, prefix: string, level: number): Element {
  const whole = entries.filter(({message}) => message.place === null)
  const inPlace = entries.filter(({message}) => message.place !== null)
  const part = (title: string, some: readonly Entry[]): ElementContent[] =>
    some.length === 0
      ? []
      : [
          h('div', {className: ['part']}, [
            h(`h${level}`, title),
            h(
              'ol',
              {role: 'list'},
              some.map(entry => findingElement(entry, marked.has(entry.number), prefix))
            )
          ])
        ]
  const parts = [...part(wording.findings.whole, whole), ...part(wording.findings.inPlace, inPlace)]
  return h('div', {className: ['findings']}, parts)
}

function findingElement({number, message, words}: Entry, isMarked: boolean, prefix: string): Element {
  const {ruleId, severity, reason, location, expected, note} = message
  const head = [
    h('span', {className: ['number', severity]}, [
      h('span', {className: ['unseen']}, fill(wording.findings.number, {number})),
      numeral(number)
    ]),
    h('span', {className: ['severity']}, wording.severity[severity]),
    h('span', {className: ['reason']}, visible(reason))
  ].flatMap(element => [element, {type: 'text', value: ' '} as const])
  const title = isMarked
    ? h('a', {className: ['title'], href: `#${prefix}-m${number}`}, head)
    : h('span', {className: ['title'], tabIndex: -1}, head)
  const id = `${prefix}-n${number}`
  return h('li', {id, className: ['finding', severity], dataNote: String(number), dataRule: ruleId, dataSeverity: severity}, [
    title,
    ...(message.place ? [h('p', {className: ['where']}, visible(location))] : []),
    ...(words ? [h('p', {className: ['words']}, `“${shortened(words)}”`)] : []),
    ...answers(expected),
    h('details', {className: ['why']}, [
      h('summary', wording.findings.why),
      h('p', visible(note)),
      h('p', {className: ['rule']}, fill(wording.findings.rule, {rule: ruleId}))
    ])
  ])
}

/** The number as the eye sees it; a screen reader hears it in words. */
function numeral(number: number): Element {
  return h('span', {ariaHidden: 'true'}, String(number))
}

function answers(expected: readonly string[]): Element[] {
  if (expected.length === 0) return []
  const texts = expected.filter(Boolean).map(answer => h('li', visible(answer)))
  return [h('div', {className: ['instead']}, [h('p', wording.findings.instead), h('ul', {role: 'list'}, texts)])]
}

function shortened(words: string): string {
  const all = words.split(' ')
  return all.length > mostWords ? `${all.slice(0, mostWords - 6).join(' ')} … ${all.slice(-5).join(' ')}` : words
}

/** On paper, where nothing opens: why it matters, once for each rule. */
export function reasonsElement(entries: readonly Entry[], level: number): Element {
  const notes = new Map(entries.map(({message}) => [message.ruleId, message.note]))
  const rows = [...notes].sort().map(([rule, note]) => h('div', [h('dt', rule), h('dd', visible(note))]))
  return h('section', {className: ['reasons']}, rows.length > 0 ? [h(`h${level}`, wording.findings.reasons), h('dl', rows)] : [])
}
