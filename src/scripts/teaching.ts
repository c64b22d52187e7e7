/** `src/audit/teaching.json`: made of the rules' own pages and of the scores, so that the audit says what they say. */
import {readFileSync} from 'node:fs'
import {fileURLToPath} from 'node:url'
import type {TaughtExample, Teaching} from '../audit/teaching.ts'
import {rules} from '../index.ts'

const root = fileURLToPath(new URL('../..', import.meta.url))

interface Score {
  hits: number
  falseAlarms: number
}
type Scores = Readonly<Record<string, {rules: Readonly<Record<string, Score>>}>>

/** Fewer say little. */
const fewest = 10

export function teachingData(): string {
  const scores: Scores = JSON.parse(readFileSync(`${root}corpus/scores.json`, 'utf8'))
  const all = rules.map(({meta}): Teaching => {
    const page = readFileSync(`${root}rules/${meta.id}/README.md`, 'utf8')
    const {id, description, note} = meta
    return {
      id,
      description,
      why: note,
      precision: precisionOf(id, scores),
      poor: exampleIn(page, 'reported'),
      good: exampleIn(page, 'clean')
    }
  })
  return `[\n${all.map(rule => `  ${JSON.stringify(rule)}`).join(',\n')}\n]\n`
}

/** From documents set aside, where there are enough: on the others the rule was made. */
function precisionOf(id: string, scores: Scores): Teaching['precision'] {
  for (const [name, unseen] of [
    ['set aside', true],
    ['all', false]
  ] as const) {
    const score = scores[name]?.rules[id]
    const findings = (score?.hits ?? 0) + (score?.falseAlarms ?? 0)
    if (score && findings >= fewest) return {value: Math.round((score.hits / findings) * 1000) / 1000, findings, unseen}
  }
  return null
}

/** The first example of its kind that shows words: what the page says of it, and the lines that matter. */
function exampleIn(page: string, kind: 'reported' | 'clean'): TaughtExample | null {
  const examples = [...page.matchAll(/([^\n]+)\n\n(`{3,})(reported|clean)[^\n]*\n([\s\S]*?)^\2\s*$/gm)].filter(([, , , of]) => of === kind)
  const marked = examples.find(([, , , , text]) => text?.includes('«')) ?? examples[0]
  if (!marked) return null
  const [, caption = '', , , text = ''] = marked
  const lines = text.split('\n').filter(line => line.trim() !== '')
  // A heading over all examples says nothing of this one.
  const said = /^(?:#|Examples|Reported|Clean)/.test(caption) ? '' : plain(caption)
  const at = kind === 'reported' ? lines.findIndex(line => line.includes('«')) : lines.length - 1
  return {caption: said, lines: shown(lines, at)}
}

function shown(lines: readonly string[], at: number): string[] {
  const line = lines[at]
  if (line === undefined) return []
  if (!line.startsWith('|')) return [plain(line)]
  const rule = lines.findLastIndex((other, index) => index <= at && /^\|[-|: ]+$/.test(other))
  const heads = cells(lines[rule - 1] ?? '')
  return cells(line).map((cell, index) => `${heads[index] ?? ''}: ${cell || '(blank)'}`)
}

function cells(line: string): string[] {
  return line.slice(1, -1).split('|').map(plain)
}

function plain(text: string): string {
  return text
    .replace(/<br>/g, '; ')
    .replace(/&nbsp;/g, '(blank)')
    .replace(/^\s*(?:[-*]|#+)\s+/, '')
    .replace(/[*`«»]/g, '')
    .trim()
}
