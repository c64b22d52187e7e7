/**
 * Scores findings against labels. A message settles a label when the rule is the same, the quoted texts overlap, and the child, where
 * one is named, is the same. One message settles one label and the other way round, save that several messages inside one quoted label
 * are one hit. Hints neither help nor harm; `optional` labels absorb a message without counting; a `clean` label that is hit is a near-miss error.
 */
import type {DocumentReport, Message} from '../index.ts'

export interface Label {
  rule?: string
  /** Met by any of these rules. */
  any_of?: string[]
  quote?: string
  child?: string
}

/** A `*.gold.json` file. */
export interface Gold {
  document: string
  type: string
  children?: string[]
  findings: Label[]
  optional?: Label[]
  clean?: Label[]
  /** Kept aside until the rules were written. */
  setAside?: boolean
}

export interface Count {
  labels: number
  hits: number
  misses: number
  falseAlarms: number
}

export interface Score {
  documents: number
  typesRight: number
  childrenRight: number
  rules: Record<string, Count>
  nearMisses: {hit: number; of: number}
  /** What went wrong, a line each. */
  faults: string[]
}

/** Rules that are not labelled. */
export const unlabelled: ReadonlySet<string> = new Set(['complex-wording', 'hard-to-read', 'long-sentence'])

/** Adds up the score of documents and their labels. */
export function score(pairs: readonly {gold: Gold; report: DocumentReport}[]): Score {
  const total: Score = {documents: 0, typesRight: 0, childrenRight: 0, rules: {}, nearMisses: {hit: 0, of: 0}, faults: []}
  for (const {gold, report} of pairs) {
    total.documents++
    if (report.type === gold.type) total.typesRight++
    else total.faults.push(`TYPE  ${gold.document} ${report.type}, not ${gold.type}`)
    if (gold.type !== 'unknown') {
      if (sameChildren(gold.children ?? [], report.children)) total.childrenRight++
      else
        total.faults.push(
          `CHILDREN ${gold.document} ${report.children.map(({name}) => name).join(', ')}, not ${(gold.children ?? []).join(', ')}`
        )
    }
    scoreFindings(gold, report, total)
  }
  return total
}

function scoreFindings(gold: Gold, report: DocumentReport, total: Score): void {
  const messages = report.messages.filter(({ruleId, severity}) => severity !== 'info' && !unlabelled.has(ruleId))
  const labels = gold.findings.filter(label => !unlabelled.has(ruleOf(label)))
  const used = new Set<Message>()
  const settled: Label[] = []
  for (const label of labels) {
    const count = countOf(total, ruleOf(label))
    count.labels++
    const fitting = messages.filter(message => fits(message, label))
    const free = fitting.find(message => !used.has(message))
    if (free) used.add(free)
    // A long quotation may hold two labels that one message speaks about.
    if (free || (fitting.length > 0 && label.quote && wordsOf(label.quote).length > 6)) {
      count.hits++
      settled.push(label)
    } else {
      count.misses++
      total.faults.push(`MISS  ${gold.document} ${ruleOf(label)} ${JSON.stringify(label.quote ?? label.child ?? '')}`)
    }
  }
  for (const message of messages) {
    const count = countOf(total, message.ruleId)
    if (used.has(message) || settled.some(label => holds(label, message)) || gold.optional?.some(label => fits(message, label))) continue
    count.falseAlarms++
    total.faults.push(`FALSE ${gold.document} ${message.ruleId} ${JSON.stringify((message.actual ?? message.reason).slice(0, 120))}`)
  }
  for (const label of gold.clean ?? []) {
    total.nearMisses.of++
    const hit = messages.some(message => fits(message, label) && !settled.some(other => fits(message, other)))
    if (!hit) continue
    total.nearMisses.hit++
    total.faults.push(`NEAR  ${gold.document} ${ruleOf(label)} ${JSON.stringify(label.quote ?? label.child ?? '')}`)
  }
}

function countOf({rules}: Score, rule: string): Count {
  rules[rule] ??= {labels: 0, hits: 0, misses: 0, falseAlarms: 0}
  return rules[rule]
}

function ruleOf({rule, any_of}: Label): string {
  return rule ?? any_of?.[0] ?? ''
}

function fits(message: Message, {rule, any_of, quote, child}: Label): boolean {
  if (!(any_of ?? [rule]).includes(message.ruleId)) return false
  return (!quote || overlap(message.actual ?? '', quote)) && (!child || names(message, child))
}

/** A second message about words inside a label that is settled already. */
function holds(label: Label, message: Message): boolean {
  return label.quote !== undefined && fits(message, label) && plain(label.quote).includes(plain(message.actual ?? ''))
}

function names({child, reason, actual}: Message, wanted: string): boolean {
  const said = [child, reason, actual].map(text => plain(text ?? '')).join(' | ')
  const name = plain(wanted)
  return said.includes(name) || name.split(' ').some(part => part.length > 2 && said.includes(part))
}

function sameChildren(wanted: readonly string[], found: DocumentReport['children']): boolean {
  const first = (name: string): string => plain(name).split(' ')[0] ?? ''
  return found.length === wanted.length && wanted.every(name => found.some(child => first(child.name) === first(name)))
}

/** One text inside the other, or half of the shorter one's words shared in a row. */
export function overlap(said: string, quote: string): boolean {
  const a = plain(said)
  const b = plain(quote)
  if (!a || !b) return false
  if (a.includes(b)) return wordsOf(a).length <= Math.max(60, 2 * wordsOf(b).length)
  if (b.includes(a)) return true
  const first = wordsOf(a)
  const second = wordsOf(b)
  return longestShared(first, second) >= Math.max(2, Math.ceil(Math.min(first.length, second.length) / 2))
}

function longestShared(first: readonly string[], second: readonly string[]): number {
  let longest = 0
  let above: number[] = []
  for (const word of first) {
    const row = second.map((other, index) => (word === other ? (index > 0 ? (above[index - 1] ?? 0) : 0) + 1 : 0))
    longest = Math.max(longest, ...row)
    above = row
  }
  return longest
}

function plain(text: string): string {
  return text
    .normalize('NFKC')
    .replace(/[‘’`´]/g, "'")
    .replace(/[“”]/g, '"')
    .replace(/[\u2010-\u2015]/g, '-')
    .replace(/\s+/g, ' ')
    .trim()
    .toLowerCase()
}

function wordsOf(text: string): string[] {
  return plain(text).match(/[\p{L}\p{N}']+/gu) ?? []
}

export interface Figures {
  precision: number
  recall: number
  f1: number
}

/** Shares from 0 to 1; 1 where nothing was to be found and nothing was. */
export function figuresOf({hits, misses, falseAlarms}: Count): Figures {
  const share = (part: number, whole: number): number => (whole === 0 ? 1 : part / whole)
  return {
    precision: share(hits, hits + falseAlarms),
    recall: share(hits, hits + misses),
    f1: share(2 * hits, 2 * hits + falseAlarms + misses)
  }
}

/** All rules as one. */
export function sumOf(score: Score): Count {
  const sum = {labels: 0, hits: 0, misses: 0, falseAlarms: 0}
  for (const count of Object.values(score.rules)) {
    sum.labels += count.labels
    sum.hits += count.hits
    sum.misses += count.misses
    sum.falseAlarms += count.falseAlarms
  }
  return sum
}
