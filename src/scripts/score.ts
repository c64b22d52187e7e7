/**
 * `npm run score`: precision, recall and F1 of every rule on the labelled documents.
 * `--verbose` lists what went wrong (never for documents set aside), `--rule ID` shows one rule, `--write` stores the figures.
 */
import {readFileSync, writeFileSync} from 'node:fs'
import {join} from 'node:path'
import {fileURLToPath} from 'node:url'
import {checkAll, corpusFolder, labelledDocuments, type Part} from './corpus.ts'
import {type Count, type Figures, figuresOf, type Score, score, sumOf} from './scoring.ts'

/** Figures of one part of the corpus, as stored in corpus/scores.json. Shares are rounded to four places. */
export interface StoredScore extends Figures {
  documents: number
  typesRight: number
  childrenRight: number
  nearMisses: Score['nearMisses']
  rules: Record<string, Count & Figures>
}

export type StoredScores = Record<Part | 'all', StoredScore>

const scoresPath = join(corpusFolder, 'scores.json')

/** Scores the whole corpus and its parts. */
export function scoreCorpus(): Record<Part | 'all', Score> {
  const checked = checkAll(labelledDocuments()).map(({document, report}) => ({part: document.part, gold: document.gold, report}))
  const part = (name: Part): Score => score(checked.filter(pair => pair.part === name))
  return {all: score(checked), gold: part('gold'), own: part('own'), 'set aside': part('set aside')}
}

export function storedScores(): StoredScores {
  return JSON.parse(readFileSync(scoresPath, 'utf8'))
}

/** The figures to store. */
export function toStore(parts: Record<Part | 'all', Score>): StoredScores {
  return Object.fromEntries(Object.entries(parts).map(([name, part]) => [name, stored(part)])) as StoredScores
}

function stored(part: Score): StoredScore {
  const {documents, typesRight, childrenRight, nearMisses} = part
  const ids = Object.keys(part.rules).sort()
  return {
    documents,
    typesRight,
    childrenRight,
    nearMisses,
    ...rounded(figuresOf(sumOf(part))),
    rules: Object.fromEntries(ids.map(id => [id, {...(part.rules[id] as Count), ...rounded(figuresOf(part.rules[id] as Count))}]))
  }
}

function rounded({precision, recall, f1}: Figures): Figures {
  const round = (share: number): number => Math.round(share * 10000) / 10000
  return {precision: round(precision), recall: round(recall), f1: round(f1)}
}

function table({rules, ...sum}: StoredScore, onlyRule?: string): string {
  const line = (name: string, {labels, hits, misses, falseAlarms, ...figures}: Count & Figures): string =>
    `| ${[name, labels, hits, misses, falseAlarms, ...[figures.precision, figures.recall, figures.f1].map(share => share.toFixed(2))].join(' | ')} |`
  const rows = Object.entries(rules)
    .filter(([id]) => !onlyRule || id === onlyRule)
    .map(([id, count]) => line(id, count))
  const total = Object.values(rules).reduce(
    (all, {labels, hits, misses, falseAlarms}) => ({
      labels: all.labels + labels,
      hits: all.hits + hits,
      misses: all.misses + misses,
      falseAlarms: all.falseAlarms + falseAlarms
    }),
    {labels: 0, hits: 0, misses: 0, falseAlarms: 0}
  )
  return [
    '| rule | labels | found | missed | false alarms | precision | recall | F1 |',
    '|---|---:|---:|---:|---:|---:|---:|---:|',
    ...rows,
    ...(onlyRule ? [] : [line('**all rules**', {...total, precision: sum.precision, recall: sum.recall, f1: sum.f1})])
  ].join('\n')
}

const titles: Record<Part | 'all', string> = {
  all: 'All documents',
  gold: 'The thirteen given documents',
  own: 'Our own documents',
  'set aside': 'Our own documents, set aside while the rules were written'
}

function page(scores: StoredScores, onlyRule?: string): string {
  return (Object.keys(titles) as (Part | 'all')[])
    .map(name => {
      const part = scores[name]
      const facts = `${part.documents} documents; type right in ${part.typesRight}; children right in ${part.childrenRight}; near-misses wrongly reported: ${part.nearMisses.hit} of ${part.nearMisses.of}.`
      return `### ${titles[name]}\n\n${facts}\n\n${table(part, onlyRule)}\n`
    })
    .join('\n')
}

/** Replaces what stands between the marks in corpus/README.md. */
function writePage(scores: StoredScores): void {
  const path = join(corpusFolder, 'README.md')
  const before = readFileSync(path, 'utf8')
  const after = before.replace(
    /(<!-- scores: npm run score -- --write -->\n)[\s\S]*?(<!-- \/scores -->)/,
    (_, open: string, close: string) => `${open}\n${page(scores)}\n${close}`
  )
  writeFileSync(path, after)
}

function main(args: readonly string[]): void {
  const rule = args.includes('--rule') ? args[args.indexOf('--rule') + 1] : undefined
  const parts = scoreCorpus()
  const scores = toStore(parts)
  console.log(page(scores, rule))
  if (args.includes('--verbose')) {
    const faults = [...parts.gold.faults, ...parts.own.faults]
    for (const fault of faults.filter(line => !rule || line.includes(` ${rule} `))) console.log(fault)
  }
  if (!args.includes('--write')) return
  writeFileSync(scoresPath, `${JSON.stringify(scores, null, 2)}\n`)
  writePage(scores)
}

if (process.argv[1] === fileURLToPath(import.meta.url)) main(process.argv.slice(2))
