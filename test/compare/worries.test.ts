import {describe, expect, it} from 'vitest'
import {compareVersions} from '../../src/compare/compare.ts'
import {asksNothing} from '../../src/compare/idle.ts'
import {planOf, read} from '../../src/index.ts'

type Version = Parameters<typeof compareVersions>[0][number]

const plan = (date: string, body: string): Version => {
  const head = `# Child protection plan\n\nChildren: Ella Marsh, born 3 May 2018; Leo Marsh, born 9 June 2014\n\nMother: Dana Marsh\n\nSocial worker: Jo Reed\n\nDate of plan: ${date}`
  return {path: 'plan.md', plan: planOf(read(new TextEncoder().encode(`${head}\n\n${body}\n`), 'plan.md'))}
}

const table = (...rows: string[]): string =>
  `## Plan\n\n| Worry | Outcome | Action | Who | By when |\n|---|---|---|---|---|\n${rows.map(row => `| ${row} |`).join('\n')}`

const teeth = 'Ella has toothache and cries when she eats | Ella eats without pain by May | Take Ella to the dentist | Dana | 20 March 2026'
const teethStill = teeth.replace('Ella has toothache and cries', 'Ella still has toothache and still cries')

const worries = (older: string, newer: string): string[] =>
  compareVersions([plan('4 March 2026', older), plan('3 June 2026', newer)], () => false).changes.flatMap(({kind, after}) =>
    kind === 'new-worry-without-action' ? [after?.text ?? ''] : []
  )
const told = (text: string, ...rows: string[]): string[] =>
  worries(table(teeth), `## What the review heard\n\n${text}\n\n${table(teethStill, ...rows)}`)

describe('a worry told in running text', () => {
  it.each([
    'School told us that Leo has been seen on the railway line.',
    'Leo carries a screwdriver in his sock.',
    'Leo came home with a kitchen knife under his coat.',
    'Leo is awake on his phone until two in the morning.',
    'Ella has not had her MMR.',
    'Dana owes £900 to a loan shark.',
    'Leo has scratched both his arms with a pin.',
    'School told us that Ella came in hungry and hid bread in her bag.',
    'Nursery say that Ella has started to bite other children.',
    'Mr Hale has noticed that Leo has begun to hide in the toilets before PE.'
  ])('is new: %s', text => {
    expect(told(`Dana has been to every meeting. ${text}`)).toEqual([text])
  })

  it.each([
    'Leo has stopped hitting other children.',
    'Ella has never been bitten by a dog.',
    'Ella has started to read to her nan and loves it.',
    'Leo has scratched the arms of both chairs.',
    'Leo had no tea or coffee at all.',
    'The dog died in May so there is no need for a new home.',
    'School told us that Leo is doing well and has three friends.',
    'Ella still has toothache and was awake with it on 3 May.',
    'The social worker has moved to another team.',
    'If Leo carries a knife again, the police will be told.'
  ])('is none where it is good, known or not yet so: %s', text => {
    expect(told(text)).toEqual([])
  })

  it('is not new where an action takes it up, or where the older plan told it', () => {
    const text = 'Leo has been excluded for two days for throwing chairs.'
    expect(told(text)).toEqual([text])
    expect(told(text, 'School | Leo is in class every day | Plan for Leo’s temper | Mr Hale | 10 June 2026')).toEqual([])
    const older = `## What the conference heard\n\nLeo was excluded for a day for hitting a boy.\n\n${table(teeth)}`
    expect(worries(older, `## What the review heard\n\n${text}\n\n${table(teethStill)}`)).toEqual([])
  })

  it('is quoted with the next sentence on it, and with no other', () => {
    const both = 'School told us that Leo came in smelling of beer. Leo has been drinking lager in the garage.'
    expect(told(`${both} Dana has been to every meeting.`)).toEqual([both])
    expect(told('School told us that Leo came in smelling of beer. Dana has been to every meeting.')).toEqual([
      'School told us that Leo came in smelling of beer.'
    ])
  })

  it('is another child’s where the older plan knew it of one', () => {
    const wet = 'Leo wets the bed | Leo has five dry nights a week | See the nurse with Leo | Dana | 20 March 2026'
    const update = (name: string): string => `## Summary\n\n${name} has begun to wet the bed.\n\n${table(teethStill, wet)}`
    expect(worries(table(teeth, wet), update('Ella'))).toEqual(['Ella has begun to wet the bed.'])
    expect(worries(table(teeth, wet), update('Leo'))).toEqual([])
  })

  it('stands under any heading that sums up, before the plan or after it, and is not read as an action', () => {
    for (const heading of [
      'How are things now?',
      'Background',
      'Since we last met',
      'Also raised',
      'Looking back over the last three months'
    ]) {
      const text = `## ${heading}\n\nDana took Ella to see her nan on 3 May. A man Leo met online has been sending him money.`
      for (const body of [`${text}\n\n${table(teethStill)}`, `${table(teethStill)}\n\n${text}`])
        expect([heading, worries(table(teeth), body)]).toEqual([heading, ['A man Leo met online has been sending him money.']])
    }
  })
})

describe('a need without actions', () => {
  const needs = (...parts: string[]): string => parts.join('\n\n')
  const tooth =
    '## Need A: teeth\n\nWorry: Ella has toothache and cries when she eats.\n\nOutcome: Ella eats without pain.\n\nAction: Take Ella to the dentist\n\nWho: Dana\n\nBy when: 20 June 2026'
  const arms = 'Worry: Leo has scratched both his arms with a pin.\n\nOutcome: Leo does not hurt himself.'
  const smoke =
    'Worry: Leo smokes cannabis every day.\n\nOutcome: Leo is free of cannabis.\n\nAction: Leo sees the drugs worker\n\nWho: Zoe Hart\n\nBy when: every week'

  it('does not take the actions of the next one', () => {
    expect(worries(tooth, needs(tooth, `NEED B: ARMS\n\n${arms}`, `NEED C: CANNABIS\n\n${smoke}`)).join()).toContain(
      'scratched both his arms'
    )
    expect(worries(tooth, needs(tooth, `NEED C: CANNABIS\n\n${smoke}`))).toEqual([])
  })

  it('is one under a heading that sounds like the child’s views, if its worry and aim are labelled', () => {
    expect(worries(tooth, needs(tooth, `## Need B: how Leo is feeling\n\n${arms}`)).join()).toContain('scratched both his arms')
    expect(worries(tooth, needs(tooth, '## How Leo is feeling\n\nLeo: "I am all right."'))).toEqual([])
  })

  it('that says all is well, or only what a child said, names no worry', () => {
    const bare = (text: string): string[] => worries(table(teeth), table(teethStill, `${text} | Both sleep well every night | | | `))
    expect(bare('Both children have what they need now.')).toEqual([])
    expect(bare('Leo’s words "I can sleep now and I like my room"')).toEqual([])
    expect(bare('Both children have what they need but Leo has begun to steal.')).toHaveLength(1)
    expect(bare('Leo told his teacher that Dana "hits me"')).toHaveLength(1)
  })
})

describe('an action that asks nothing', () => {
  it('leaves a new worry without one', () => {
    for (const cell of ['None yet', 'To be agreed at the next core group', '–', 'TBC', 'No action identified'])
      expect(worries(table(teeth), table(teethStill, `Leo sleeps in the car | | ${cell} | | `))).toEqual(['Leo sleeps in the car'])
    expect(worries(table(teeth), table(teethStill, 'Leo sleeps in the car | | Find Leo a bed | Jo Reed | 10 June 2026'))).toEqual([])
  })

  it('is watching, unless somebody is named who does it', () => {
    expect(asksNothing('Monitor', '', false)).toBe(true)
    expect(asksNothing('Keep under review', 'All', true)).toBe(true)
    expect(asksNothing('Monitor Leo’s weight', 'Bev Shaw, nurse', false)).toBe(false)
    expect(asksNothing('None of the doors is to be locked', 'Dana', false)).toBe(false)
    expect(asksNothing('Nothing hot is left in reach of Ella', 'Dana', false)).toBe(false)
  })
})

it('lines across a table that say worry and aim belong to the rows below them', () => {
  const across = (worry: string, aim: string, action: string): string =>
    `<tr><td colspan="3">We worry that ${worry}</td></tr><tr><td colspan="3">What we aim for: ${aim}</td></tr><tr><th>Action</th><th>Who</th><th>When</th></tr><tr>${action}</tr>`
  const body = `<table>${across('Ella is often alone until midnight.', 'an adult is with Ella every evening.', '<td>Sit with Ella in the evenings</td><td>Nan</td><td>every evening</td>')}${across('Leo has toothache.', 'Leo eats without pain.', '<td>Take Leo to the dentist</td><td>Dana</td><td>20 June 2026</td>')}</table>`
  const html = (day: string): Version => ({
    path: 'plan.html',
    plan: planOf(
      read(
        new TextEncoder().encode(
          `<html><body><h1>Child protection plan</h1><p>Children: Ella Marsh, born 3 May 2018; Leo Marsh, born 9 June 2014</p><p>Date of plan: ${day}</p><h2>Plan</h2>${body}</body></html>`
        ),
        'plan.html'
      )
    )
  })
  const {changes} = compareVersions([html('4 March 2026'), html('3 June 2026')], () => false)
  expect(changes.map(({kind, need}) => `${kind}: ${need}`)).toEqual([
    'unchanged: We worry that Ella is often alone until midnight.',
    'unchanged: We worry that Leo has toothache.'
  ])
})

describe('worries in a list of their own', () => {
  const listed = (...items: string[]): string => `## What we are worried about today\n\n${items.map(item => `1. ${item}`).join('\n')}\n`
  const named = (need: string): string => teethStill.replace(/^[^|]*/, `${need} `)
  const noise = 'Drinking: Dana has been drunk at three in the afternoon.'

  it('are those of the needs further on, by their names', () => {
    const health = 'Ella’s health: her toothache has not been seen to.'
    expect(worries(table(teeth), `${listed(health, noise)}\n${table(named('Ella’s toothache'))}`)).toEqual([noise])
  })

  it('are answered by a table of tasks alone that speaks of them', () => {
    const tasks = '## Agreed actions\n\n| Who | Agreed | When |\n|---|---|---|\n| Dana | Dentist for Ella | 20 June 2026 |\n'
    expect(worries(table(teeth), `${listed('Dentist. Ella was not taken in May.', noise)}\n${tasks}`)).toEqual([noise])
  })
})

it('what stands under a later heading is no worry, nor is the heading', () => {
  const decision = '## What was decided\n\nEverybody agreed that the plan goes on. Mr Hale will write to Dana this week.'
  const goes = '## Child protection plan from 3 June 2026\n\n'
  const still = '## What we are worried about today\n\n1. Ella still has toothache and still cries when she eats.'
  expect(worries(table(teeth), `${still}\n\n${goes}${table(teethStill).replace('## Plan\n\n', '')}\n\n${decision}`)).toEqual([])
})

it('who and why at the head of a plan are no need', () => {
  const front = '<dl><dt>Reason</dt><dd>Neglect. Everyone voted for it.</dd><dt>Chair</dt><dd>Aled Rix</dd></dl>'
  const rows = `<table><tr><th>Worry</th><th>Outcome</th><th>Action</th><th>Who</th><th>By when</th></tr><tr>${teethStill
    .split(' | ')
    .map(cell => `<td>${cell}</td>`)
    .join('')}</tr></table>`
  const newer = `<h1>Child protection plan</h1>${front}<p>Date of plan: 3 June 2026</p><h2>Plan</h2>${rows}`
  const {rows: needs} = planOf(read(new TextEncoder().encode(newer), 'plan.html'))
  expect(needs).toHaveLength(1)
})

describe('worries in a list of their own', () => {
  const actions = '| Action | Who | By when |\n|---|---|---|\n| Take Ella to the dentist | Dana | 20 June 2026 |'
  const listed = (title: string): string =>
    `## What we are worried about now\n\n1. Ella still has toothache.\n2. Leo has been seen on the railway line.\n3. Dana owes £900 to a loan shark.\n\n## The plan\n\n### ${title}\n\n${actions}`

  it('are answered where the plan bears their numbers', () => {
    expect(worries(table(teeth), listed('A safe summer (worries 1 and 3)'))).toEqual(['Leo has been seen on the railway line.'])
    expect(worries(table(teeth), listed('A safe summer (worries 1 to 3)'))).toEqual([])
  })

  it('each count where they share their actions', () => {
    const shared = (...lines: string[]): string =>
      `### Ella\n\n**What we are worried about**\n\n${lines.join('\n\n')}\n\n**What we want**\n\nElla eats without pain by May.\n\n**Actions**\n\n1. Take Ella to the dentist. (Dana; 20 June 2026)`
    const first = '(a) Ella still has toothache and cries when she eats.'
    const second = '(b) Ella has been seen on the railway line.'
    expect(worries(shared('(a) Ella has toothache and cries when she eats.'), shared(first, second))).toEqual([second])
    expect(worries(shared('(a) Ella has toothache.', second), shared(first, second))).toEqual([])
  })
})

it('what became of a stranger is no worry', () => {
  const warned = 'PC Ward gave Karl Stubbs a warning in May.'
  expect(told(`${warned} He was arrested for stealing on 1 June.`)).toEqual([])
  expect(told('PC Ward gave Leo a warning in May. He was arrested for stealing a bike on 1 June.')).toHaveLength(1)
})

it('a slight sign of a worry that is known is not new', () => {
  const low = 'Dana has low mood and does not get up | Dana is up with Ella each morning | See Dana weekly | Bev Shaw | weekly'
  expect(told('Dana told the GP that she feels very low and is tearful in front of Ella.', low)).toEqual([])
})
