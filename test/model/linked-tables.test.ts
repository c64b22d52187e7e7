/** Needs in one table, their tasks in another. */
import {expect, it} from 'vitest'
import {planOf, read} from '../../src/index.ts'

const planFrom = (needs: string, tasks: string) =>
  planOf(
    read(
      new TextEncoder().encode(
        `# Child protection plan\n\n**Children:** Amber Tolland (9) and Kofi Tolland (2)\n\n**Mother:** Leanne Tolland\n\n## Needs\n\n${needs}\n\n## Actions\n\n${tasks}\n`
      ),
      'plan.md'
    )
  )

const needs = (first: string, second: string, name = 'No.') =>
  `| ${name} | What are we worried about? | What needs to be different? |\n|---|---|---|\n| ${first} | Amber was alone all night. | Amber has a grown-up with her every night. |\n| ${second} | Kofi lost weight. | Kofi eats three meals a day. |`
const tasks = (name: string, ...rows: string[]) =>
  `| ${name} | Action | By whom | By when |\n|---|---|---|---|\n${rows.map(row => `| ${row} |`).join('\n')}`

const said = ({rows}: ReturnType<typeof planFrom>) =>
  rows.map(({outcomes, actions}) => [outcomes[0]?.block.text ?? null, ...actions.map(({text}) => text)])

const nights = 'Amber has a grown-up with her every night.'
const food = 'Kofi eats three meals a day.'

it.each([
  {by: 'numbers', column: 'No.', names: ['1', '2'], calls: ['1', '2'], wanted: [nights, food]},
  {by: 'numbers with a word before them', column: 'No.', names: ['1', '2'], calls: ['Need 1', 'Need 2'], wanted: [nights, food]},
  {by: 'names', column: 'Area', names: ['Nights', 'Food'], calls: ['Food', 'Nights'], wanted: [food, nights]}
] as const)('are joined by $by', ({column, names: [first, second], calls: [one, other], wanted}) => {
  const plan = planFrom(
    needs(first, second, column),
    tasks(
      'Need',
      `${one} | Ring Nan | Leanne | 4 May 2026`,
      `${other} | Weigh Kofi | Leanne | Every week`,
      `${one} | See Nan | Leanne | 9 May 2026`
    )
  )
  expect(said(plan)).toEqual([
    [wanted[0], 'Ring Nan', 'See Nan'],
    [wanted[1], 'Weigh Kofi']
  ])
})

it('are left alone where the tasks only have numbers of their own', () => {
  const plan = planFrom(
    needs('1', '2'),
    tasks('No.', '1 | Ring Nan | Leanne | 4 May 2026', '2 | See Nan | Leanne | 9 May 2026', '3 | Weigh Kofi | Leanne | Every week')
  )
  expect(said(plan).some(([, ...actions]) => actions.includes('Weigh Kofi') && actions.length === 1)).toBe(true)
})

it('a task for all needs belongs to none of them', () => {
  const plan = planFrom(
    needs('1', '2'),
    tasks('Need', '1 | Ring Nan | Leanne | 4 May 2026', 'All | Visit the children | Leanne | Every week')
  )
  expect(plan.rows.find(({actions}) => actions.some(({text}) => text === 'Visit the children'))?.layout).toBe('list')
})

const list = (heading: string, label: string): string =>
  `## ${heading}\n\n1. ${label}Amber was alone all night.\n2. ${label}Kofi lost weight.\n`

it.each([
  ['goals', '## What are we aiming for?\n\n- Goal 1: Amber is never alone.\n- Goal 2: Kofi grows.\n', 'Goal', ['1', '2']],
  ['outcomes in a list', '## Outcomes\n\n1. Amber is never alone.\n2. Kofi grows.\n', 'Outcome', ['Outcome 1', 'Outcome 2']],
  ['worries', '', 'Worry', ['1', '2']]
] as const)('%s that a list states are called by their number in the table of tasks', (_, goals, column, [one, two]) => {
  const {rows} = planFrom(
    `${list('What are we worried about?', '')}\n${goals}`,
    tasks(
      column,
      `${one} | Ring Nan | Leanne | 4 May 2026`,
      `${two} | Weigh Kofi | Leanne | Every week`,
      `${one} | See Nan | Leanne | 9 May 2026`
    )
  )
  const words = rows.map(({worries, outcomes, actions}) => [
    ...worries.map(({block}) => block.text),
    ...outcomes.map(({block, start}) => block.text.slice(start)),
    ...actions.map(({text}) => text)
  ])
  const aims = goals ? ['Amber is never alone.', 'Kofi grows.'] : []
  expect(words).toEqual([
    ['Amber was alone all night.', ...aims.slice(0, 1), 'Ring Nan', 'See Nan'],
    ['Kofi lost weight.', ...aims.slice(1), 'Weigh Kofi']
  ])
})

it('a number in a table that no list states stays as it is', () => {
  const {rows} = planFrom('## What are we worried about?\n\nAmber was alone.\n', tasks('Goal', '7 | Ring Nan | Leanne | 4 May 2026'))
  expect(rows.map(({outcomes}) => outcomes.map(({block}) => block.text))).toEqual([['7']])
})
