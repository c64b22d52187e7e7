/** What was understood of a plan or letter, and how easy it is to read. */
import type {Element, ElementContent} from 'hast'
import {h} from 'hastscript'
import type {DocumentReadability, DocumentReport, HardSentence, PlanSummary, SectionReadability} from '../../report.ts'
import {visible} from '../visible.ts'
import {fill, roundedAge} from './fill.ts'
import wording from './wording.json' with {type: 'json'}

type Row = [name: string, value: string]

export function summaryElement(document: DocumentReport, level: number): Element {
  const {plan, readability, type} = document
  const cards: Element[] = []
  if (plan) {
    const title = type === 'letter-before-proceedings' ? wording.summary.letter : wording.summary.plan
    cards.push(card(title, planRows(plan, document), level))
  }
  if (readability) {
    cards.push(
      card(wording.reading.heading, readingRows(readability), level, readability.readingAge === null ? [] : [more(readability, level)])
    )
  }
  return h('div', {className: ['summary']}, cards)
}

function card(title: string, rows: readonly Row[], level: number, rest: readonly ElementContent[] = []): Element {
  const list = h(
    'dl',
    rows.map(([name, value]) => h('div', [h('dt', name), h('dd', value)]))
  )
  return h('section', {className: ['card']}, [h(`h${level}`, title), list, ...rest])
}

function planRows(plan: PlanSummary, {children}: DocumentReport): Row[] {
  const words = wording.summary
  const share = (count: number): string => fill(words.of, {count, all: plan.actions})
  const voices = children.map(({name}) => fill(plan.childrenHeard.includes(name) ? words.heard : words.notHeard, {child: name}))
  const rows: Row[] = [
    [words.rows, String(plan.rows)],
    [words.actions, String(plan.actions)]
  ]
  if (plan.actions > 0) {
    rows.push([words.withOwner, share(plan.actionsWithOwner)])
    rows.push([words.withTimescale, share(plan.actionsWithTimescale)])
    rows.push([words.forParents, share(plan.actionsForParents)])
  }
  if (plan.contingency !== 'not-applicable') rows.push([words.contingency, words.contingencyStates[plan.contingency]])
  rows.push([words.children, voices.join('; ') || words.nobody])
  return rows
}

function readingRows(readability: DocumentReadability): Row[] {
  const words = wording.reading
  const {readingAge, target, sections} = readability
  const age = readingAge === null ? words.tooLittle : fill(words.aim, {age: roundedAge(readingAge), target})
  const rows: Row[] = [
    [words.age, age],
    [words.length, fill(words.lengths, {words: readability.words, sentences: readability.sentences})]
  ]
  const [hardest] = sections.filter(section => (section.readingAge ?? 0) > target).sort((a, b) => (b.readingAge ?? 0) - (a.readingAge ?? 0))
  if (hardest && sections.length > 1) {
    rows.push([words.hardest, fill(words.hardestPart, {section: sectionName(hardest), age: roundedAge(hardest.readingAge)})])
  }
  return rows
}

function sectionName({section}: SectionReadability): string {
  return visible(section) || wording.reading.top
}

function more({sections, worst}: DocumentReadability, level: number): Element {
  const words = wording.reading
  const head = words.sectionTable.map((text, column) => h('th', {scope: 'col', ...(column > 0 && {className: ['figure']})}, text))
  const rows = sections.map(section =>
    h('tr', [
      h('th', {scope: 'row'}, sectionName(section)),
      h('td', {className: ['figure']}, String(section.words)),
      h('td', {className: ['figure']}, roundedAge(section.readingAge))
    ])
  )
  return h('details', [
    h('summary', words.more),
    h('table', {className: ['figures']}, [h('thead', h('tr', head)), h('tbody', rows)]),
    ...(worst.length > 0 ? [h(`h${level + 1}`, words.sentences), h('ul', {className: ['hard']}, worst.map(sentence))] : [])
  ])
}

function sentence({text, words, readingAge, location}: HardSentence): Element {
  const about = fill(wording.reading.sentence, {age: roundedAge(readingAge), words, location})
  return h('li', [h('p', visible(text)), h('p', {className: ['where']}, about)])
}
