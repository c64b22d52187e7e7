/** What a version holds, however its author has laid it out: needs with their actions, aims, and what is none of them. */
import {describe, expect, it} from 'vitest'
import {compare} from '../../src/compare.ts'
import {versionOf, type Version} from '../../src/compare/version.ts'
import {planOf, read} from '../../src/index.ts'

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text)
const version = (text: string, name = 'plan.md'): Version => versionOf(planOf(read(bytes(text), name)), 0)

const table = `| Worry | Outcome | Action | Who | By when |
|---|---|---|---|---|
| Ella has toothache. | Ella eats without pain. | Take Ella to the dentist | Dana | 20 March 2026 |
`
const plan = (rest: string): string =>
  `# Child protection plan\n\nChild: Ella Marsh, born 3 May 2018\n\nDate of plan: 4 March 2026\n\n${rest}`
const worriesOf = ({needs}: Version): string[] => needs.map(({text}) => text.trim()).filter(Boolean)

describe('a document that does not say that it is a plan', () => {
  const minutes = `# Minutes\n\nChild: Ella Marsh, born 3 May 2018\n\n## What we agreed\n\n${table}`

  it('is read as one where plans are compared, and the comparison says so', async () => {
    const documents = [minutes, minutes].map((text, index) => ({path: `${index}.md`, document: read(bytes(text), 'plan.md')}))
    const {tally, notes} = await compare(documents)
    expect(tally.actionsBefore).toBe(1)
    expect(notes.join(' ')).toContain('not recognised as a plan')
  })
})

describe('what happens otherwise', () => {
  it.each([
    '## Part 5. Contingency\n\n| If this happens | We will do this |\n|---|---|\n| Ella is left alone | Nan rings 999 |',
    '## Section C: If things go wrong\n\n| Trigger | Response |\n|---|---|\n| Ella is left alone | Nan rings 999 |',
    '## Keeping an eye out\n\n| If we see this | Who does what |\n|---|---|\n| Ella is left alone | Nan rings 999 |',
    '## Other\n\n| If … | Then … | Who |\n|---|---|---|\n| Ella is left alone | Nan rings 999 | Nan |'
  ])('may be a table: %s', text => {
    const {plan: read, actions} = version(plan(`## The plan\n\n${table}\n${text}`))
    expect(read.contingency.statements.map(({trigger}) => trigger)).toEqual(['Ella is left alone'])
    expect(actions.map(action => action.text)).toEqual(['Take Ella to the dentist'])
  })

  const list = (intro: string): string =>
    `## If things go wrong\n\n${intro}\n\n* Ella’s dad at the flat while she is there: Nan rings 999.\n* Dana drinks when she has Ella: Nan has Ella overnight.\n\nBest wishes\n\nTom\n`

  it('may be a list without a single “if”, an item each', () => {
    const {statements} = version(plan(`## The plan\n\n${table}\n${list('These stay as they were:')}`)).plan.contingency
    expect(statements.map(({trigger}) => trigger)).toEqual(['Ella’s dad at the flat while she is there', 'Dana drinks when she has Ella'])
  })

  it('is one where the list says what is done', () => {
    const {statements} = version(plan(`## The plan\n\n${table}\n${list('If Ella is left alone:')}`)).plan.contingency
    expect(statements).toHaveLength(1)
  })

  it('may name what sets it off as a label', () => {
    const {statements} = version(plan(`## If things go wrong\n\n**If Ella is left alone:** Nan rings 999.`)).plan.contingency
    expect(statements.map(({at: {block, start, end}}) => block.text.slice(start, end))).toEqual(['If Ella is left alone: Nan rings 999.'])
  })
})

describe('worries with numbers', () => {
  const worries = '## What we are worried about\n\n1. Ella has toothache.\n2. Ella is alone at night.\n3. The rent is not paid.\n'
  const tasks = (cell: string): string =>
    `| Worry | Action | Who | By when |\n|---|---|---|---|\n| ${cell} | Take Ella to the dentist | Dana | 20 March 2026 |\n`
  const bare = '| Action | Who | By when |\n|---|---|---|\n| Take Ella to the dentist | Dana | 20 March 2026 |\n'

  it.each([
    `## The plan\n\n### Teeth and nights (worries 1 and 2)\n\n*What we want:* Ella eats and sleeps well.\n\n${bare}`,
    `## The plan\n\n### Teeth and nights – concerns 1, 2\n\n${bare}`,
    `## The plan\n\n### Teeth and nights (see needs 1 to 2)\n\n- Dana to take Ella to the dentist by 20 March 2026\n- Nan to sleep over every night\n`,
    `## The plan\n\n${tasks('1 and 2')}`,
    `## The plan\n\n${tasks('Worries 1, 2')}`
  ])('go with the tasks that call them by number: %s', text => {
    const {needs} = version(plan(`${worries}\n${text}`))
    expect(needs.map(need => [need.text, need.actions.length > 0])).toEqual([
      ['Ella has toothache. Ella is alone at night.', true],
      ['The rent is not paid.', false]
    ])
  })

  it('a number of something else calls no worry', () => {
    const {needs} = version(
      plan(
        `${worries}\n## The plan\n\n### Teeth (2 visits)\n\n- Dana to take Ella to the dentist by 20 March 2026\n- Nan to come too on 20 March 2026\n`
      )
    )
    expect(needs.map(({text}) => text).join(' ')).toContain('The rent is not paid.')
  })
})

describe('who and when in a list of what was agreed', () => {
  const actions = (...items: string[]): string[][] =>
    version(
      plan(`## Teeth\n\nWorry: Ella has toothache.\n\nGoal: Ella eats without pain.\n\n${items.map(item => `- ${item}`).join('\n')}\n`)
    ).actions.map(({text, owner, time}) => [text, owner, time.text ?? ''])

  it.each([
    ['Ngozi: weekly weighing at home', ['Ngozi: weekly weighing at home', 'Ngozi', 'weekly']],
    [
      'Shanice and Leah, Wednesdays, every other week',
      ['Shanice and Leah, Wednesdays, every other week', 'Shanice and Leah', 'Wednesdays, every other week']
    ],
    [
      'Family meeting: not held yet. I will set it up. Date to be fixed.',
      ['Family meeting: not held yet. I will set it up. Date to be fixed.', 'I', '']
    ],
    [
      'Dana to be with Ella at the centre, Tuesday and Friday, 1.30pm',
      ['Dana to be with Ella at the centre, Tuesday and Friday, 1.30pm', 'Dana', 'Tuesday and Friday']
    ]
  ])('%s', (item, read) => {
    expect(actions(item, 'Dana to take Ella to the dentist by 20 March 2026')[0]).toEqual(read)
  })

  it('a service before a colon is nobody', () => {
    expect(actions('Turning Corners: Dana to begin the next group by 4 March 2026')[0]?.[1]).toBe('Dana')
  })

  it('a topic before a colon is nobody', () => {
    expect(actions('School: attendance is looked at every week', 'Dana to ring the dentist by 4 March 2026')[0]?.[1]).not.toBe('School')
  })
})

describe('the front page', () => {
  it('is no need, though it speaks of a plan and names people', () => {
    const front =
      '| Date of this conference and plan | 4 March 2026 |\n|---|---|\n| Children | Ella Marsh |\n| Social worker | Tom Reed, East Team (from 1 March) |\n| Chair | Linda Poole |\n| Next review conference | 29 August 2026 |\n'
    const {actions} = version(`# Midshire\n\nReview child protection conference – plan for Ella Marsh\n\n${front}\n## The plan\n\n${table}`)
    expect(actions.map(({text}) => text)).toEqual(['Take Ella to the dentist'])
  })
})

describe('what is no part of the plan', () => {
  it.each([
    '## Scaling today\n\nDana 4, Nan 7, school 5. The conference agreed that Ella stays on a plan.',
    '## Part 2. Progress against outcomes\n\nElla. She has been to the dentist twice and is still in pain at night.',
    '## What has happened since January\n\nElla has been to the dentist twice. It still hurts at night.',
    '## Ella\n\nElla told Tom that her tooth hurts at night and that she is scared of the drill.'
  ])('neither need nor aim: %s', text => {
    const read = version(plan(`${text}\n\n## The plan\n\n${table}`))
    expect(worriesOf(read)).toEqual(['Ella has toothache.'])
    expect(read.aims).toEqual([])
  })

  it('the name of the document, though it speaks of outcomes', () => {
    const {aims} = version(
      `# Midshire\n\n## Child protection plan: outcomes\n\n**Core group:** Dana Marsh; Mr Hill (teacher)\n\n## The plan\n\n${table}`
    )
    expect(aims).toEqual([])
  })

  it('but needs under a heading that tells what happened, labelled as such, are', () => {
    const {needs} = version(
      plan(
        '## What has happened since March\n\nElla has been well.\n\n### 1. Teeth\n\nThe worry: Ella has toothache.\n\nOutcome: Ella eats without pain.\n\n#### Who will do what\n\n- Take Ella to the dentist (Dana, by 20 March 2026)\n'
      )
    )
    expect(needs.map(({text, outcomes, actions}) => [text, outcomes.length, actions.length])).toEqual([['Ella has toothache.', 1, 1]])
  })

  it('the day of a plan in its heading is no deadline', () => {
    const text = table.replace('20 March 2026', 'To be advised')
    expect(version(plan(`## Part 4. Plan from 4 March 2026\n\n${text}`)).actions[0]?.time.text).toBe(null)
  })
})

describe('needs and their words, wherever they stand', () => {
  it('takes the worry beside its label above the heading row of a table', () => {
    const cells = (row: string): string => `<tr>${row}</tr>`
    const html = `<h1>Child protection plan</h1><p>Child: Ella Marsh, born 3 May 2018</p><table>${cells(
      '<th>What we are worried about</th><td colspan="2">Ella has toothache and cries at night.</td>'
    )}${cells('<th>What needs to happen</th><th>Who</th><th>When</th>')}${cells(
      '<td>Take Ella to the dentist</td><td>Dana</td><td>20 March 2026</td>'
    )}</table>`
    expect(worriesOf(version(html, 'plan.html'))).toEqual(['Ella has toothache and cries at night.'])
  })

  it('tells the worry from the aim in one cell of a table', () => {
    const {needs} = version(
      plan(
        '## The plan\n\n| What needs to change | What will be done | By whom | By when |\n|---|---|---|---|\n' +
          '| Ella has toothache.<br>What we want for her: Ella eats without pain every day. | Take Ella to the dentist | Dana | 20 March 2026 |\n'
      )
    )
    expect(needs.map(({text, outcomes}) => [text, outcomes.map(aim => aim.text)])).toEqual([
      ['Ella has toothache.', ['Ella eats without pain every day.']]
    ])
  })

  it('gives a task to the worry that it calls by number first', () => {
    const {needs} = version(
      plan(
        '## Worries\n\n| | Worry | What we want |\n|---|---|---|\n| 1 | Ella has toothache and cries at night. | Ella eats without pain. |\n| 2 | Ella is late for school most days. | Ella is in class at nine each day. |\n\n' +
          '## Who is doing what\n\n| Who | What | When |\n|---|---|---|\n| Dana | Worry 1: take Ella to the dentist | 20 March 2026 |\n| Nan | Worry 2: walk Ella to school | Every day |\n'
      )
    )
    expect(needs.map(({text, actions}) => [text, actions.map(action => action.text)])).toEqual([
      ['Ella has toothache and cries at night.', ['take Ella to the dentist']],
      ['Ella is late for school most days.', ['walk Ella to school']]
    ])
  })

  it('finds the worry of a need by the name they share', () => {
    const {needs} = version(
      plan(
        '## What we are all worried about\n\n- **Teeth.** Ella has toothache and cries at night.\n- **School.** She is late most days.\n\n' +
          '## The plan\n\n### Teeth\n\nAim: Ella eats without pain.\n\n1. Take Ella to the dentist (Dana, by 20 March 2026)\n\n### School\n\nAim: Ella is in class at nine.\n\n1. Walk Ella to school (Nan, every day)\n'
      )
    )
    expect(needs.map(({text}) => text)).toEqual(['Ella has toothache and cries at night.', 'She is late most days.'])
  })

  it('reads who and when in brackets before a remark', () => {
    const {actions} = version(
      plan('## The plan\n\nAim: Ella is safe.\n\n1. Fit the stair gate (Sam Reed, by 15 May 2026). It came in April without its screws.\n')
    )
    expect(actions.map(({text, owner, time}) => [text, owner, time.text])).toEqual([['Fit the stair gate', 'Sam Reed', 'by 15 May 2026']])
  })
})

describe('tasks told in other ways', () => {
  const tasks = (text: string): string[][] =>
    version(plan(text)).actions.map(({text: words, owner, time}) => [words, owner, time.text ?? ''])

  it('a name, a task and a time between dashes', () => {
    const text =
      '## What needs to be different\n\n### Teeth\n\nWe worry that Ella has toothache.\n\nWe want Ella to eat without pain.\n\n' +
      '* Dana and Nan — dentist at Mill Lane — 20 March 2026\n* Mr Okafor (school) — brushing chart for Ella — each day\n* Brushing chart — Mr Okafor — each day\n'
    expect(tasks(text)).toEqual([
      ['dentist at Mill Lane', 'Dana and Nan', '20 March 2026'],
      ['brushing chart for Ella', 'Mr Okafor (school)', 'each day'],
      ['Brushing chart', 'Mr Okafor', 'each day']
    ])
  })

  it('a sentence each to those who are spoken to', () => {
    const text =
      '## What each of us will do\n\nDana, you will ring the dentist by 20 March 2026. You will brush Ella’s teeth each night. Miss Lee at school will give Ella breakfast on Tuesdays.\n'
    expect(tasks(text).map(([, owner]) => owner)).toEqual(['Dana', 'Dana', 'Miss Lee at school'])
  })

  it('a task that says it was done, and one that is to be', () => {
    const list =
      '## Teeth\n\nGoal: Ella eats without pain.\n\n- Nan to buy a brush. Done 12 February.\n- Dana to ring the dentist. Completed by 20 March 2026.\n'
    expect(version(plan(list)).actions.map(({done}) => done)).toEqual([true, false])
  })

  it('triggers before a colon or a dash, where every line has one', () => {
    const lines = ['Ella alone at night: Nan fetches her and rings 999.', 'No heating for two days – Ella sleeps at Nan’s.']
    const {statements} = version(plan(`## Fallback\n\n${lines.join('\n\n')}\n`)).plan.contingency
    expect(statements.map(({trigger}) => trigger)).toEqual(['Ella alone at night', 'No heating for two days'])
  })
})
