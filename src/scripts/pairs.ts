/** The labelled pairs of corpus/pairs/, compared as they are. */
import {readdirSync, readFileSync} from 'node:fs'
import {join} from 'node:path'
import {planOf, readOnDemand} from '../index.ts'
import {compareVersions} from '../compare/compare.ts'
import {englishHolidays} from '../compare/holidays.ts'
import type {Change, ChangeKind, Comparison} from '../comparison.ts'
import {corpusFolder} from './corpus.ts'

export const pairsFolder = join(corpusFolder, 'pairs')

export interface Label {
  kind: ChangeKind
  before?: string
  after?: string
  times?: number
  months?: number
  date?: string
}

export interface Pair {
  name: string
  documents: string[]
  setAside?: boolean
  changes: Label[]
}

export function labelledPairs(): Pair[] {
  return readdirSync(pairsFolder)
    .filter(name => name.endsWith('.changes.json'))
    .sort()
    .map(name => ({name: name.replace('.changes.json', ''), ...JSON.parse(readFileSync(join(pairsFolder, name), 'utf8'))}))
}

export async function comparisonOf({documents}: Pair): Promise<Comparison> {
  const isHoliday = await englishHolidays()
  const versions = []
  for (const path of documents) versions.push({path, plan: planOf(await readOnDemand(readFileSync(join(pairsFolder, path)), path))})
  return compareVersions(versions, isHoliday)
}

export interface Tallied {
  labels: number
  hits: number
  misses: string[]
  falseAlarms: string[]
}

/** Counts by kind. A finding fits a label of its kind whose words it quotes; each label fits one finding. */
export function tallyOf(pairs: readonly {pair: Pair; comparison: Comparison}[]): Map<ChangeKind, Tallied> {
  const tallies = new Map<ChangeKind, Tallied>()
  const of = (kind: ChangeKind): Tallied => {
    const tally = tallies.get(kind) ?? {labels: 0, hits: 0, misses: [], falseAlarms: []}
    tallies.set(kind, tally)
    return tally
  }
  for (const {pair, comparison} of pairs) {
    const left = [...pair.changes]
    for (const found of comparison.changes) {
      const index = left.findIndex(label => fits(label, found))
      if (index >= 0) left.splice(index, 1)
      else of(found.kind).falseAlarms.push(`${pair.name}: ${found.before?.text ?? found.date ?? ''} → ${found.after?.text ?? found.months ?? ''}`)
      if (index >= 0) of(found.kind).hits++
    }
    for (const {kind} of pair.changes) of(kind).labels++
    for (const label of left) of(label.kind).misses.push(`${pair.name}: ${label.before ?? label.date ?? ''} → ${label.after ?? label.months ?? ''}`)
  }
  return tallies
}

function fits(label: Label, found: Change): boolean {
  return (
    label.kind === found.kind &&
    holds(found.before?.text, label.before) &&
    holds(found.after?.text, label.after) &&
    (label.times === undefined || label.times === found.times) &&
    (label.months === undefined || label.months === found.months) &&
    (label.date === undefined || label.date === found.date)
  )
}

/** The words of the label stand in what is quoted, or the other way round. */
function holds(quoted: string | undefined, words: string | undefined): boolean {
  if (words === undefined) return true
  if (quoted === undefined) return false
  const [a, b] = [plain(quoted), plain(words)]
  return a.includes(b) || (b.includes(a) && a.length > 8)
}

function plain(text: string): string {
  return text.replace(/[’‘]/g, "'").replace(/\s+/g, ' ').toLowerCase()
}
