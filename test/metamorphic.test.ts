/** The same plan, whatever its clothes: rows, owners, dates and findings of seeded plans in all layouts. */
import {expect, it} from 'vitest'
import {allLayouts} from './helpers/all-layouts.ts'
import {withFaults} from './helpers/mutations.ts'
import {seededPlan} from './helpers/plans.ts'
import {compare, compareFindings, type Finding, keyOf, partsOf, readPlan, type Tally, tally} from './helpers/same.ts'

const seeds = Array.from({length: 24}, (_, index) => index + 1)
const canonical = allLayouts.find(({file}) => file === 'e.docx')
const measures = ['rows', 'owners', 'dates', 'findings'] as const
type Measured = Record<(typeof measures)[number], Tally>

/** Rules about a row, which a layout without rows cannot ask. */
const aboutRows = new Set(['missing-child-outcome', 'parent-only-focus', 'visit-without-purpose'])

const keysOf = (findings: readonly Finding[], parts: readonly string[], oneRow: boolean): string[] =>
  findings.filter(({ruleId}) => !(oneRow && aboutRows.has(ruleId))).map(finding => keyOf(finding, parts))

const share = ({same, all}: Tally): number => (all === 0 ? 1 : same / all)
const percent = (value: number): string => `${(value * 100).toFixed(1)} %`

/** Half of the plans carry faults, so that there are findings to lose. */
function measure(): Map<string, Measured> {
  const byLayout = new Map<string, Measured>()
  for (const seed of seeds) {
    const plan = seed % 2 === 0 ? seededPlan(seed) : withFaults(seededPlan(seed))
    const parts = partsOf(plan)
    const expected = canonical ? readPlan(canonical.bytes(plan), canonical.file).findings : []
    for (const {name, file, bytes, oneRow = false} of allLayouts) {
      const tallies = byLayout.get(name) ?? {rows: tally(), owners: tally(), dates: tally(), findings: tally()}
      byLayout.set(name, tallies)
      const {model, findings} = readPlan(bytes(plan, seed), file)
      compare(plan, model, tallies, oneRow)
      compareFindings(keysOf(expected, parts, oneRow), keysOf(findings, parts, oneRow), tallies.findings)
    }
  }
  return byLayout
}

it('reads at least 95 % of rows, owners, dates and findings alike in every layout', () => {
  const byLayout = measure()
  const failures: string[] = []
  for (const [name, tallies] of byLayout) {
    const low = measures.filter(part => share(tallies[part]) < 1)
    if (low.length === 0) continue
    failures.push(`${name}: ${low.map(part => `${part} ${percent(share(tallies[part]))}`).join(', ')}`)
    failures.push(...low.flatMap(part => tallies[part].differences.slice(0, 4).map(difference => `    ${difference}`)))
  }
  const overall = measures.map(part => {
    const all = [...byLayout.values()].map(tallies => tallies[part])
    return {part, share: share({same: sum(all, 'same'), all: sum(all, 'all'), differences: []})}
  })
  const report = `${overall.map(({part, share: value}) => `${part} ${percent(value)}`).join(', ')}\n${failures.join('\n')}`
  if (failures.length > 0) console.info(report)
  for (const {part, share: value} of overall) expect(value, `${part}\n${report}`).toBeGreaterThanOrEqual(0.95)
}, 60_000)

function sum(tallies: readonly Tally[], key: 'same' | 'all'): number {
  return tallies.reduce((total, each) => total + each[key], 0)
}
