/**
 * `npm run score:compare`: precision and recall of each kind of finding on the labelled pairs. `--verbose` lists what went wrong, but
 * never for pairs set aside; `--write` stores the figures.
 */
import {readFileSync, writeFileSync} from 'node:fs'
import {join} from 'node:path'
import {changeKinds, letterKinds} from '../comparison.ts'
import {asLabelled, comparisonOf, labelledLetters, labelledPairs, letterComparisonOf, pairsFolder, type Tallied, tallyOf} from './pairs.ts'

export interface KindFigures {
  labels: number
  found: number
  hits: number
  precision: number
  recall: number
}

export type CompareScores = Record<'all' | 'written with' | 'set aside', Record<string, KindFigures>>

const scoresPath = join(pairsFolder, 'scores.json')

interface Scored {
  scores: CompareScores
  /** What went wrong on the pairs that the code was written with. */
  faults: string[]
}

export async function scorePairs(): Promise<Scored> {
  const versions = await Promise.all(labelledPairs().map(async pair => ({pair, comparison: await comparisonOf(pair)})))
  const letters = await Promise.all(
    labelledLetters().map(async pair => ({pair: asLabelled(pair), comparison: await letterComparisonOf(pair)}))
  )
  const part = (isIn: (setAside: boolean) => boolean): Map<string, Tallied> =>
    new Map<string, Tallied>([
      ...tallyOf(versions.filter(({pair}) => isIn(pair.setAside === true))),
      ...tallyOf(letters.filter(({pair}) => isIn(pair.setAside === true)))
    ])
  const own = part(setAside => !setAside)
  const scores = {all: figuresOf(part(() => true)), 'written with': figuresOf(own), 'set aside': figuresOf(part(setAside => setAside))}
  const faults = [...own].flatMap(([kind, {misses, falseAlarms}]) => [
    ...misses.map(miss => `${kind}: missed ${miss}`),
    ...falseAlarms.map(alarm => `${kind}: wrong ${alarm}`)
  ])
  return {scores, faults}
}

function figuresOf(tallies: ReadonlyMap<string, Tallied>): Record<string, KindFigures> {
  const round = (share: number): number => Math.round(share * 1000) / 1000
  return Object.fromEntries(
    [...changeKinds, ...letterKinds].map(kind => {
      const {labels, hits, falseAlarms} = tallies.get(kind) ?? {labels: 0, hits: 0, falseAlarms: []}
      const found = hits + falseAlarms.length
      return [kind, {labels, found, hits, precision: round(found ? hits / found : 1), recall: round(labels ? hits / labels : 1)}]
    })
  )
}

export function storedCompareScores(): CompareScores {
  return JSON.parse(readFileSync(scoresPath, 'utf8'))
}

export function scoreTable(scores: CompareScores): string {
  const hasUnseen = Object.values(scores['set aside']).some(({labels}) => labels > 0)
  const parts = hasUnseen ? (['all', 'set aside'] as const) : (['all'] as const)
  const cells = ({labels, precision, recall}: KindFigures): string[] => [String(labels), precision.toFixed(2), recall.toFixed(2)]
  const line = (texts: readonly string[]): string => `| ${texts.join(' | ')} |`
  const head = ['kind', ...parts.flatMap(part => [part === 'all' ? 'labels' : 'labels set aside', 'precision', 'recall'])]
  const rows = Object.keys(scores.all).map(kind =>
    line([`\`${kind}\``, ...parts.flatMap(part => cells(scores[part][kind] as KindFigures))])
  )
  return [line(head), `|---|${'---:|'.repeat(head.length - 1)}`, ...rows].join('\n')
}

async function main(args: readonly string[]): Promise<void> {
  const {scores, faults} = await scorePairs()
  console.log(scoreTable(scores))
  if (args.includes('--verbose')) console.log(faults.join('\n'))
  if (!args.includes('--write')) return
  writeFileSync(scoresPath, `${JSON.stringify(scores, null, 2)}\n`)
  const page = join(pairsFolder, 'README.md')
  const marks = /(<!-- scores: npm run score:compare -- --write -->\n)[\s\S]*?(<!-- \/scores -->)/
  writeFileSync(
    page,
    readFileSync(page, 'utf8').replace(marks, (_, open: string, close: string) => `${open}\n${scoreTable(scores)}\n\n${close}`)
  )
}

if (process.argv[1]?.endsWith('score-compare.ts')) await main(process.argv.slice(2))
