/** One fault put into a good plan or letter: its finding appears, goes away on repair, and nothing else changes. */
import {describe, expect, it} from 'vitest'
import {letterLayouts} from './helpers/letter-layouts.ts'
import {letterMutations} from './helpers/letter-mutations.ts'
import {partsOfLetter, seededLetter} from './helpers/letters.ts'
import type {Mutation} from './helpers/mutated.ts'
import {mutations} from './helpers/mutations.ts'
import {allLayouts} from './helpers/all-layouts.ts'
import {seededPlan} from './helpers/plans.ts'
import {type Finding, findingsOf, isAbout, keyOf, partsOf} from './helpers/same.ts'
import {chance} from './helpers/seeded.ts'

interface Case {
  name: string
  rule: string
  about: string | null
  also: Readonly<Record<string, string>>
  parts: readonly string[]
  good: Finding[]
  broken: Finding[]
  repaired: Finding[]
}

const layoutsEach = 3

interface Subject<T> {
  make(seed: number): T
  mutations: readonly Mutation<T>[]
  layouts: readonly {name: string; file: string; oneRow?: true; bytes(data: T, variant?: number): Uint8Array}[]
  partsOf(data: T): string[]
  seeds: readonly number[]
}

/** Every fault in some seeded documents, each in some layouts. */
function casesOf<T>({make, mutations: all, layouts, partsOf: parts, seeds}: Subject<T>): Case[] {
  const cases: Case[] = []
  for (const seed of seeds) {
    const data = make(seed)
    const luck = chance(seed)
    const goods = new Map<string, Finding[]>()
    for (const {name, rule, apply, also = {}, ofRow} of all) {
      const mutated = apply(data, luck)
      if (!mutated) continue
      const {broken, repaired, about} = mutated
      for (const layout of luck.shuffled(layouts.filter(({oneRow}) => !(ofRow && oneRow))).slice(0, layoutsEach)) {
        const find = (document: T): Finding[] => findingsOf(layout.bytes(document, seed), layout.file)
        const good = goods.get(layout.file) ?? find(data)
        goods.set(layout.file, good)
        const title = `${name}${about === null ? '' : `, “${about}”`} (${layout.file} ${layout.name}, seed ${seed})`
        cases.push({name: title, rule, about, also, parts: parts(broken), good, broken: find(broken), repaired: find(repaired)})
      }
    }
  }
  return cases
}

const from = (first: number, count: number): number[] => Array.from({length: count}, (_, index) => first + index)
const planCases = (): Case[] => casesOf({make: seededPlan, mutations, layouts: allLayouts, partsOf, seeds: from(101, 8)})
const letterCases = (): Case[] =>
  casesOf({make: seededLetter, mutations: letterMutations, layouts: letterLayouts, partsOf: partsOfLetter, seeds: from(201, 8)})

const matches = ({rule, about, also}: Case, finding: Finding): boolean =>
  (finding.ruleId === rule && isAbout(finding, about)) || finding.ruleId in also

/** What the fault added beside its own finding. */
function otherwise(each: Case): string[] {
  const before = new Set(each.good.map(finding => keyOf(finding, each.parts)))
  return each.broken
    .filter(finding => !matches(each, finding))
    .map(finding => keyOf(finding, each.parts))
    .filter(key => !before.has(key))
}

function expectShare(cases: readonly Case[], least: number, what: string, fault: (each: Case) => string | null): void {
  const faults = cases.flatMap(each => fault(each) ?? [])
  const share = 1 - faults.length / cases.length
  const report = `${what}: ${(share * 100).toFixed(1)} % of ${cases.length}\n${faults.join('\n')}`
  if (faults.length > 0) console.info(report)
  expect(share, report).toBeGreaterThanOrEqual(least)
}

const sets: readonly (readonly [name: string, cases: () => Case[]])[] = [
  ['plans', planCases],
  ['letters', letterCases]
]

for (const [name, make] of sets) {
  describe(`faults in ${name}`, () => {
    const cases = make()
    const has = (findings: readonly Finding[], {rule, about}: Case): boolean =>
      findings.some(finding => finding.ruleId === rule && isAbout(finding, about))

    it('are hundreds', () => expect(cases.length).toBeGreaterThan(200))

    it('are found in at least 95 %', () => {
      expectShare(cases, 0.95, 'found', each =>
        has(each.good, each) || has(each.broken, each)
          ? has(each.good, each)
            ? `${each.name}: there before`
            : null
          : `${each.name}: not found`
      )
    })

    it('are gone in at least 95 % once put right', () => {
      expectShare(cases, 0.95, 'gone', each => (has(each.repaired, each) ? `${each.name}: still there` : null))
    })

    it('change nothing else in at least 97 %', () => {
      expectShare(cases, 0.97, 'nothing else', each => {
        const others = otherwise(each)
        return others.length > 0 ? `${each.name}: ${others.join('; ')}` : null
      })
    })
  })
}
