/** The same plan in other clothes has not moved; a plan of which one thing was changed has moved in that one thing. */
import {expect, it} from 'vitest'
import {compareVersions} from '../../src/compare/compare.ts'
import type {Change, ChangeKind} from '../../src/comparison.ts'
import {planOf, read} from '../../src/index.ts'
import {allLayouts} from '../helpers/all-layouts.ts'
import type {PlanData} from '../helpers/layout-frames.ts'
import {seededPlan} from '../helpers/plans.ts'

const first = allLayouts.find(({file}) => file === 'e.docx') as (typeof allLayouts)[number]
const seeds = [1, 2, 3]

type Layout = (typeof allLayouts)[number]

function changesBetween(older: PlanData, newer: PlanData, layout: Layout, seed: number): Change[] {
  const before = {path: 'before', plan: planOf(read(first.bytes(older, seed), first.file))}
  const after = {path: 'after', plan: planOf(read(layout.bytes(newer, seed), layout.file))}
  return compareVersions([before, after], () => false).changes
}

const counted = (changes: readonly Change[]): Partial<Record<ChangeKind, number>> => {
  const counts: Partial<Record<ChangeKind, number>> = {}
  for (const {kind} of changes) if (kind !== 'time-on-plan') counts[kind] = (counts[kind] ?? 0) + 1
  return counts
}

/** The social worker's visits have a section of their own. */
const visits = 1
const actionsOf = (plan: PlanData): number => plan.needs.flatMap(({actions}) => actions).length + visits

it('finds every action of a plan unchanged in every layout, and nothing else', () => {
  for (const seed of seeds) {
    const plan = seededPlan(seed)
    for (const layout of allLayouts) {
      expect([layout.name, seed, counted(changesBetween(plan, plan, layout, seed))]).toEqual([
        layout.name,
        seed,
        {unchanged: actionsOf(plan)}
      ])
    }
  }
}, 60_000)

type Action = PlanData['needs'][number]['actions'][number]

/** The last action of the first need has a day, so that it can be put off. */
function dated(plan: PlanData): PlanData {
  const copy = structuredClone(plan)
  const last = copy.needs[0]?.actions.at(-1)
  if (last) last.when = '30 September 2027'
  return copy
}

/** That action changed, and needs and actions in the other order. */
function changed(plan: PlanData, change: (actions: Action[]) => void): PlanData {
  const copy = structuredClone(plan)
  change(copy.needs[0]?.actions ?? [])
  for (const need of copy.needs) need.actions.reverse()
  copy.needs.reverse()
  return copy
}

const putOff = (actions: Action[]): void => {
  const last = actions.at(-1)
  if (last) last.when = '30 November 2027'
}

it.each([
  ['an action is gone', (actions: Action[]) => void actions.pop(), 'vanished'],
  ['a date is later', putOff, 'date-slipped']
])(
  'sees in nineteen of twenty layouts that %s, and nothing else',
  (_, change, kind) => {
    const wrong: string[] = []
    for (const seed of seeds) {
      const older = dated(seededPlan(seed))
      for (const layout of allLayouts) {
        const found = counted(changesBetween(older, changed(older, change), layout, seed))
        const isRight = found.unchanged === actionsOf(older) - 1 && found[kind as ChangeKind] === 1 && Object.keys(found).length === 2
        if (!isRight) wrong.push(`${layout.name}, ${seed}: ${JSON.stringify(found)}`)
      }
    }
    const all = seeds.length * allLayouts.length
    expect((all - wrong.length) / all, wrong.join('\n')).toBeGreaterThanOrEqual(0.95)
  },
  120_000
)
