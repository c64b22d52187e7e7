/** The labelled pairs of corpus/pairs/, compared as they are. */
import {readdirSync, readFileSync} from 'node:fs'
import {join} from 'node:path'
import {type Plan, planOf, type PlanSettings, readOnDemand} from '../index.ts'
import {compareVersions} from '../compare/compare.ts'
import {englishHolidays} from '../compare/holidays.ts'
import {compareWithLetter} from '../compare/letter.ts'
import type {Change, ChangeKind, Comparison, LetterComparison, LetterKind} from '../comparison.ts'
import {corpusFolder} from './corpus.ts'

export const pairsFolder = join(corpusFolder, 'pairs')

export interface Label<Kind extends string = ChangeKind> {
  kind: Kind
  before?: string
  after?: string
  times?: number
  months?: number
  date?: string
}

/** What should be found. */
export interface Labelled<Kind extends string> {
  name: string
  setAside?: boolean
  changes: Label<Kind>[]
}

export interface Pair extends Labelled<ChangeKind> {
  documents: string[]
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
  for (const path of documents) versions.push({path, plan: await planAt(path)})
  return compareVersions(versions, isHoliday)
}

/** As `compare()` reads it. */
async function planAt(path: string, settings: PlanSettings = {}): Promise<Plan> {
  return planOf(await readOnDemand(readFileSync(join(pairsFolder, path)), path), {assumed: 'child-protection-plan', ...settings})
}

export interface Tallied {
  labels: number
  hits: number
  misses: string[]
  falseAlarms: string[]
}

/** Counts by kind. What is done is known by the action alone: it may be told in several places. A finding fits a label of its kind whose words it quotes; each label fits one finding. */
export function tallyOf<Kind extends string>(
  pairs: readonly {pair: Labelled<Kind>; comparison: {changes: Change<Kind>[]}}[]
): Map<Kind, Tallied> {
  const tallies = new Map<Kind, Tallied>()
  const of = (kind: Kind): Tallied => {
    const tally = tallies.get(kind) ?? {labels: 0, hits: 0, misses: [], falseAlarms: []}
    tallies.set(kind, tally)
    return tally
  }
  for (const {pair, comparison} of pairs) {
    const left = [...pair.changes]
    for (const found of comparison.changes) {
      const index = left.findIndex(label => fits(label, found))
      if (index >= 0) left.splice(index, 1)
      else
        of(found.kind).falseAlarms.push(
          `${pair.name}: ${found.before?.text ?? found.date ?? ''} → ${found.after?.text ?? found.months ?? ''}`
        )
      if (index >= 0) of(found.kind).hits++
    }
    for (const {kind} of pair.changes) of(kind).labels++
    for (const label of left)
      of(label.kind).misses.push(`${pair.name}: ${label.before ?? label.date ?? ''} → ${label.after ?? label.months ?? ''}`)
  }
  return tallies
}

function fits<Kind extends string>(label: Label<Kind>, found: Change<Kind>): boolean {
  const [before, after] = [found.before?.text, found.after?.text]
  const isQuoted = (one?: string, other?: string): boolean =>
    holds(one, label.before) && (label.kind === 'done' || holds(other, label.after))
  return (
    label.kind === found.kind &&
    // Of two asks that contradict each other neither comes first.
    (isQuoted(before, after) || (found.kind === 'asks-contradict' && isQuoted(after, before))) &&
    (label.times === undefined || label.times === found.times) &&
    (label.months === undefined || label.months === found.months) &&
    (label.date === undefined || label.date === found.date)
  )
}

/** The words of the label stand in what is quoted, or the other way round. */
function holds(quoted: string | undefined, words: string | undefined): boolean {
  if (words === undefined) return true
  if (quoted === undefined) return false
  // A contingency is quoted without its “if”.
  const [a, b] = [plain(quoted), plain(words).replace(/^(?:if|should|when) /, '')]
  return a.includes(b) || (b.includes(a) && a.length > 8)
}

function plain(text: string): string {
  return text.replace(/[’‘]/g, "'").replace(/\s+/g, ' ').toLowerCase()
}

export interface LetterLabel {
  kind: LetterKind
  letter?: string
  plan?: string
  other?: string
}

export interface LetterPair {
  name: string
  letter: string
  plan: string
  setAside?: boolean
  findings: LetterLabel[]
}

export function labelledLetters(): LetterPair[] {
  return readdirSync(pairsFolder)
    .filter(name => name.endsWith('.letter.json'))
    .sort()
    .map(name => ({name: name.replace('.letter.json', ''), ...JSON.parse(readFileSync(join(pairsFolder, name), 'utf8'))}))
}

export async function letterComparisonOf({letter, plan}: LetterPair): Promise<LetterComparison> {
  const written = await planAt(letter, {type: 'letter-before-proceedings'})
  return compareWithLetter({path: letter, plan: written}, {path: plan, plan: await planAt(plan)})
}

/** Labels of letters in the form of the others: `before` stands in the letter, `after` in the plan or in the other ask. */
export function asLabelled({name, setAside, findings}: LetterPair): Labelled<LetterKind> {
  return {
    name,
    setAside,
    changes: findings.map(({kind, letter, plan, other}) => ({kind, before: letter, after: other ?? plan}))
  }
}
