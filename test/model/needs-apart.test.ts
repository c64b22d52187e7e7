/** Needs whose worry, goal and tasks stand apart: goals in headings, tasks counted in codes, a table of labels above the tasks. */
import {expect, it} from 'vitest'
import {planOf, read} from '../../src/index.ts'

const text = ({block, start, end}: {block: {text: string}; start: number; end: number}): string => block.text.slice(start, end)

function rowsOf(source: string, name: string) {
  return planOf(read(new TextEncoder().encode(source), name)).rows.map(({worries, outcomes, actions}) => ({
    worries: worries.filter(({block}) => block.kind !== 'heading').map(text),
    outcomes: outcomes.map(text),
    actions: actions.map(action => `${action.text} | ${action.owners.map(owner => owner.text).join(', ')}`)
  }))
}

it('items under a goal are its tasks, whoever they begin with, and the worries stand in the order of the goals', () => {
  const plan = `# Child protection plan

Child: Ada Moss, born 4 May 2017. Mother: Tess Moss. Social worker: Ruth Lane.

## What we are still worried about

- That Ada is left with nobody awake.
- That Ada misses school.

## Goal: Ada has a grown-up awake with her every night

- Tess – keeps the rota on the fridge, every week.
- Ms Ivy Brook, Elm Lane nursery – rings Ruth by 4 June 2026.

## Goal: Ada can say she likes going to school each day

- Tess and Ruth – meet the teacher on 9 June 2026.
`
  expect(rowsOf(plan, 'plan.md')).toEqual([
    {
      worries: ['That Ada is left with nobody awake.'],
      outcomes: ['Ada has a grown-up awake with her every night'],
      actions: [
        'keeps the rota on the fridge, every week. | Tess',
        expect.stringMatching(/^rings Ruth by 4 June 2026\. \| Ms Ivy Brook, Elm Lane nursery/)
      ]
    },
    {
      worries: ['That Ada misses school.'],
      outcomes: ['Ada can say she likes going to school each day'],
      actions: ['meet the teacher on 9 June 2026. | Tess and Ruth']
    }
  ])
})

it('a task with a code of its own begins at its line', () => {
  const plan = `CHILD PROTECTION PLAN

Child: Ada Moss, born 4 May 2017
Mother: Tess Moss

CONCERN A - NIGHTS
Ada was alone on two nights.

What we want: an adult sleeps at home every night.

A1  Tess writes a rota for the nights.
    By whom: Tess      By when: 4 June 2026
A2  Knock at the door in the evening.
    By whom: Ruth Lane      By when: twice a month
`
  expect(rowsOf(plan, 'plan.txt').flatMap(({actions}) => actions)).toEqual([
    expect.stringMatching(/^Tess writes a rota for the nights\. \| Tess/),
    expect.stringMatching(/^Knock at the door in the evening\. \| Ruth Lane/)
  ])
})

it('a table of labels states the need of the tasks right below it', () => {
  const plan = `<h1>Child protection plan</h1><p>Child: Ada Moss, born 4 May 2017</p><h2>Need 1</h2>
<table><tr><th>What we are worried about</th><td>Ada has no bed.</td></tr><tr><th>What we want for Ada</th><td>Ada sleeps well.</td></tr></table>
<table><tr><th>Action</th><th>Who</th><th>By when</th></tr><tr><td>Buy a bed</td><td>Tess</td><td>4 June 2026</td></tr></table>`
  expect(rowsOf(plan, 'plan.html')).toEqual([{worries: ['Ada has no bed.'], outcomes: ['Ada sleeps well.'], actions: ['Buy a bed | Tess']}])
})

it('what became of the paper, and when the plan may end, is nothing to be done', () => {
  const plan = `# Child protection plan

Child: Ada Moss, born 4 May 2017

## The plan

- Tess to ring the dentist by 4 June 2026.

## When can the plan end?

When Ada has slept well for three months.

Plan distributed 9 April 2026. Written up by the chair and sent to everybody on 10 April 2026.
`
  expect(rowsOf(plan, 'plan.md').flatMap(({actions}) => actions)).toEqual(['Tess to ring the dentist by 4 June 2026. | Tess'])
})
