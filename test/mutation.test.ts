/** One fault put into a good plan or letter: its finding appears, goes away on repair, and nothing else changes. */
import {describe, expect, it} from 'vitest'
import {lettersWithFaults} from './helpers/letter-mutations.ts'
import {mutations} from './helpers/mutations.ts'
import {allLayouts} from './helpers/more-layouts.ts'
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

const seeds = Array.from({length: 8}, (_, index) => index + 101)
const layoutsEach = 3

/** Every fault in some seeded plans, each in some layouts. */
function planCases(): Case[] {
  const cases: Case[] = []
  for (const seed of seeds) {
    const plan = seededPlan(seed)
    const luck = chance(seed)
    for (const {name, rule, apply, also = {}, ofRow} of mutations) {
      const mutated = apply(plan, luck)
      if (!mutated) continue
      const {broken, repaired, about} = mutated
      for (const layout of luck.shuffled(allLayouts.filter(({oneRow}) => !(ofRow && oneRow))).slice(0, layoutsEach)) {
        const find = (document: typeof plan): Finding[] => findingsOf(layout.bytes(document, seed), layout.file)
        cases.push({name: `${name}${about === null ? '' : `, “${about}”`} (${layout.file} ${layout.name}, plan ${seed})`, rule, about, also, parts: partsOf(broken), good: find(plan), broken: find(broken), repaired: find(repaired)})
      }
    }
  }
  return cases
}

const matches = ({rule, about, also}: Case, finding: Finding): boolean => (finding.ruleId === rule && isAbout(finding, about)) || finding.ruleId in also

/** What the fault added beside its own finding. */
function otherwise(each: Case): string[] {
  const before = new Set(each.good.map(finding => keyOf(finding, each.parts)))
  return each.broken.filter(finding => !matches(each, finding)).map(finding => keyOf(finding, each.parts)).filter(key => !before.has(key))
}

function expectShare(cases: readonly Case[], least: number, what: string, fault: (each: Case) => string | null): void {
  const faults = cases.flatMap(each => fault(each) ?? [])
  const share = 1 - faults.length / cases.length
  const report = `${what}: ${(share * 100).toFixed(1)} % of ${cases.length}\n${faults.join('\n')}`
  if (faults.length > 0) console.info(report)
  expect(share, report).toBeGreaterThanOrEqual(least)
}

const sets: readonly (readonly [name: string, cases: () => Case[]])[] = [['plans', planCases], ['letters', lettersWithFaults]]

for (const [name, make] of sets) {
  describe(`faults in ${name}`, () => {
    const cases = make()
    const has = (findings: readonly Finding[], {rule, about}: Case): boolean => findings.some(finding => finding.ruleId === rule && isAbout(finding, about))

    it('are hundreds', () => expect(cases.length).toBeGreaterThan(200))

    it('are found in at least 95 %', () => {
      expectShare(cases, 0.95, 'found', each => (has(each.good, each) || has(each.broken, each) ? (has(each.good, each) ? `${each.name}: there before` : null) : `${each.name}: not found`))
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
