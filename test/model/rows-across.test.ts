/** Rows across the whole of a table: what they say, and for which rows below. */
import {expect, it} from 'vitest'
import {planOf, read} from '../../src/index.ts'

function rowsOf(
  ...rows: readonly (string | readonly [string, string, string])[]
): {worries: string[]; outcomes: string[]; actions: string[]}[] {
  const line = (row: string | readonly [string, string, string]): string =>
    typeof row === 'string' ? `<tr><td colspan="3">${row}</td></tr>` : `<tr>${row.map(cell => `<td>${cell}</td>`).join('')}</tr>`
  const html = `<h1>Child protection plan</h1><p>Child: Ella Marsh, born 3 May 2018</p><h2>Plan</h2><table><tr><th>Action</th><th>Who</th><th>By when</th></tr>${rows.map(line).join('')}</table>`
  const text = ({block, start, end}: {block: {text: string}; start: number; end: number}): string => block.text.slice(start, end)
  return planOf(read(new TextEncoder().encode(html), 'plan.html')).rows.map(({worries, outcomes, actions}) => ({
    worries: worries.map(text),
    outcomes: outcomes.map(text),
    actions: actions.map(action => action.text)
  }))
}

const brush = ['Brush teeth with Ella', 'Dana', 'every night'] as const
const visit = ['Visit the dentist', 'Dana', '3 June 2026'] as const

it('a long worry and its outcome head the rows below, up to the next worry', () => {
  const worry = 'A. Ella’s teeth. Ella has had toothache since Easter, wakes at night with it and has stopped eating anything hard.'
  const outcome = 'Outcome: Ella eats without pain and sleeps through the night by July.'
  const other = 'B. Bedtime. Ella is often still up at eleven and has been too tired for school on four days in the last two weeks.'
  expect(rowsOf(`<p>${worry}</p><p>${outcome}</p>`, brush, visit, other, ['Bed by eight', 'Dana', 'every school night'])).toEqual([
    {worries: [worry], outcomes: [outcome], actions: [brush[0], visit[0]]},
    {worries: [other], outcomes: [], actions: ['Bed by eight']}
  ])
})

it('a label alone speaks of the row below it', () => {
  expect(rowsOf('Worry', 'Ella has toothache.', 'Where we want to get to', 'Ella eats without pain.', brush)).toEqual([
    {worries: ['Ella has toothache.'], outcomes: ['Ella eats without pain.'], actions: [brush[0]]}
  ])
})

it('what somebody is to do stays an action', () => {
  const [first] = rowsOf(
    'Ella',
    brush,
    'Dana will take Ella to the dentist at Castle Street by 3 June 2026 and tell the school what the dentist said.'
  )
    .flatMap(({actions}) => actions)
    .filter(action => action.startsWith('Dana'))
  expect(first).toMatch(/^Dana will take Ella to the dentist/)
})
