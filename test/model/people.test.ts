import {describe, expect, it} from 'vitest'
import {planOf} from '../../src/model/build.ts'
import type {Plan} from '../../src/model/plan.ts'
import {read} from '../../src/readers/index.ts'

function planFrom(text: string, name = 'plan.md'): Plan {
  return planOf(read(new TextEncoder().encode(text), name))
}

/** A plan in which the children are spoken of, under the given head. */
function withHead(head: string, body: string): string {
  return `${head}

## What we are worried about

${body}

## What needs to happen

| Outcome | Action | Who | By when |
| --- | --- | --- | --- |
| Everybody is safe. | Visit the home. | Social worker | 4 May 2026 |

## Contingency

If things get worse the social worker will call a meeting.
`
}

const jakeAndElla = 'Jake is often hungry. Ella is often late. Jake and Ella need breakfast. Jake likes school and Ella likes art.'
const jake = 'Jake is often hungry. Jake needs breakfast, and Jake likes school.'

const heads: [name: string, head: string, body: string, children: string[]][] = [
  ['a line with ages', '# Child in need plan\n\nChildren: Jake Harris (8), Ella Harris (6)', jakeAndElla, ['Jake', 'Ella']],
  ['ages in words', '# Child in need plan\n\n**Child(ren):** Jake Harris, aged 8, and Ella Harris, aged 6', jakeAndElla, ['Jake', 'Ella']],
  ['dates of birth', '# Child in need plan\n\nChild/ren: Jake Harris dob 4.5.17; Ella Harris dob 12.6.19', jakeAndElla, ['Jake', 'Ella']],
  [
    'one surname for all',
    "# Child in need plan\n\nChildren's names: Jake, Ella and Tom Harris",
    `${jakeAndElla} Tom is two.`,
    ['Jake', 'Ella', 'Tom']
  ],
  [
    'slash and ampersand',
    '# Child in need plan\n\nName of child(ren): Jake/Ella & Tom',
    `${jakeAndElla} Tom is two.`,
    ['Jake', 'Ella', 'Tom']
  ],
  ['surname in capitals first', '# Child in need plan\n\nName of child: HARRIS, Jake', jake, ['Jake']],
  ['surname in capitals without a comma', '# Child in need plan\n\nChild: HARRIS Jake', jake, ['Jake']],
  ['surname first, told by the text', '# Child in need plan\n\nChild: Harris, Jake', jake, ['Jake']],
  [
    'young person with a nickname',
    '# Child in need plan\n\nYoung person: Alexander (Alex) Reed, 15',
    'Alex has been missing. Alex says he is tired.',
    ['Alex']
  ],
  [
    'known as',
    '# Child in need plan\n\nName: Oluwaseun Bankole, known as Seun\n\nDate of birth: 3 May 2012',
    'Seun has been missing. Seun says he is tired.',
    ['Seun']
  ],
  [
    'who the plan is about',
    '# Our plan\n\nThis is a child in need plan.\n\nWho this plan is about: Jake and Ella',
    jakeAndElla,
    ['Jake', 'Ella']
  ],
  ['subject', '# Child protection plan\n\nSubject: Jake Harris (born 4 May 2017)', jake, ['Jake']],
  [
    'capitals in a subject line',
    '# Child protection plan\n\nRE: JAKE HARRIS (DOB 04/05/2017) AND ELLA HARRIS (DOB 12/06/2019)',
    jakeAndElla,
    ['Jake', 'Ella']
  ],
  [
    'numbered label cells',
    '# Child protection plan\n\n| | | | |\n|---|---|---|---|\n| Child 1 | Jake Harris | DOB | 04/05/2017 |\n| Child 2 | Ella Harris | DOB | 12/06/2019 |\n| Mother | Kim Harris | Father | Not known |',
    jakeAndElla,
    ['Jake', 'Ella']
  ],
  [
    'a table of children',
    '# Child protection plan\n\n| Name | DOB | Ethnicity | School |\n|---|---|---|---|\n| Jake Harris | 04/05/2017 | White British | Dene Primary |\n| Ella Harris | 12/06/2019 | White British | Dene Primary |',
    jakeAndElla,
    ['Jake', 'Ella']
  ],
  [
    'a family table with relations',
    '# Child protection plan\n\n| Name | Relationship | Date of birth |\n|---|---|---|\n| Jake Harris | Subject child | 04/05/2017 |\n| Ella Harris | Daughter | 12/06/2019 |\n| Kim Harris | Mother | 02/02/1990 |\n| Sue Harris | Maternal grandmother | 03/03/1960 |',
    jakeAndElla,
    ['Jake', 'Ella']
  ],
  [
    'a family table with ages only',
    '# Child protection plan\n\n| Family member | Age |\n|---|---|\n| Jake Harris | 8 |\n| Ella Harris | 6 |\n| Kim Harris | 35 |',
    jakeAndElla,
    ['Jake', 'Ella']
  ],
  [
    'children side by side',
    '# Child protection plan\n\n| Child | Jake Harris | Ella Harris |\n|---|---|---|\n| Date of birth | 04/05/2017 | 12/06/2019 |\n| School | Dene Primary | Dene Primary |',
    jakeAndElla,
    ['Jake', 'Ella']
  ],
  [
    'a name with its birth beside it',
    '# Child protection plan\n\n| Amara Obi-Stone | Born 3 April 2026 (6 weeks old) |\n|---|---|\n| Mum | Chi Obi, 22 |\n| Social worker | Ada Lunt |',
    'Amara lost weight. Amara was cold.',
    ['Amara']
  ],
  ['the title has the name', '# Jake’s child in need plan', jake, ['Jake']],
  ['the title has two names', '# Child protection plan for Jake and Ella Harris', jakeAndElla, ['Jake', 'Ella']],
  ['the title ends in the name', '# Child in Need Plan: Jake Harris', jake, ['Jake']],
  ['the name stands before a dash', '# Jake Harris – Child in need plan', jake, ['Jake']],
  ['a greeting', '# Child in need plan\n\nDear Jake,\n\nThis is your plan.', jake, ['Jake']],
  ['a bold line', '# My plan\n\n**Oluwaseun Bankole. Call me Seun.**\n\nThis is my child in need plan.', 'I am 15.', ['Oluwaseun']],
  ['an unborn baby', '# Child protection plan\n\nChild: Unborn baby Hale (EDD 4 August 2026)', 'The baby could be hurt.', ['Unborn baby']],
  [
    'a baby to come beside a child',
    '# Child protection plan\n\nChildren: Jake Hale (4) and unborn baby (due 4/8/26)',
    jake,
    ['Jake', 'Unborn baby']
  ],
  ['Baby and a surname', '# Child protection plan\n\nChild: Baby Hale\n\nDOB/EDD: due 4 August 2026', 'The baby could be hurt.', ['Baby']],
  ['a named baby', '# Child protection plan\n\nChild: Baby Freya Hale, born 3 May 2026', 'Freya was cold. Freya lost weight.', ['Freya']],
  [
    'names from elsewhere',
    '# Child protection plan\n\nChildren: Zofia Nowak-Wiśniewska (7), Siân ap Rhys (4) and Mohammed al-Amin (2)',
    'Zofia, Siân and Mohammed are often cold.',
    ['Zofia', 'Siân', 'Mohammed']
  ],
  [
    'months that are names',
    '# Child in need plan\n\nChildren: May Brown (7) and April Brown (6)',
    'May is often hungry. April is often late. May and April need breakfast.',
    ['May', 'April']
  ],
  [
    'a surname behind the last bracket',
    '# CIN plan\n\nAbout: Jake (8) and Ella (now 6) Nowak. Mum: Ewa Nowak.',
    jakeAndElla,
    ['Jake', 'Ella']
  ],
  [
    'ages in a first line of sentences',
    '# CIN plan\n\nJake Holt-Marsh, aged 5, and Ella Holt-Marsh, aged 11 months. Living with mum, Tamsin Holt, at 12 Bramble Row.',
    jakeAndElla,
    ['Jake', 'Ella']
  ],
  [
    'all of a list in front of the title',
    '**Jake, Ella and Finn: our child protection plan**\n\nWritten on 20 November 2025.',
    `${jakeAndElla} Finn is thin. Finn cries. Finn needs his bottles.`,
    ['Jake', 'Ella', 'Finn']
  ],
  ['a list behind the colon of a title', '# Child protection plan after review: Jake and Ella Marlowe', jakeAndElla, ['Jake', 'Ella']],
  [
    'no months in lists of dates',
    '# Child protection plan: review conference, June 2025\n\nNames: Jake Holt (11) and Ella Holt (4)\n\nCore groups: 24 March, 29 April, 27 May 2025. A plan since the conference of 12 May.',
    jakeAndElla,
    ['Jake', 'Ella']
  ],
  ['surnames that are words', '# Child in need plan\n\nChildren: Jake Hall 8, Ella Young 6', jakeAndElla, ['Jake', 'Ella']],
  ['for, on a line of its own', '# Child in Need Plan\n\nFor Jake and Ella Harris', jakeAndElla, ['Jake', 'Ella']],
  [
    'a title that names a parent, too',
    '# A plan for Jake, Ella and their mum\n\nThis is a child in need plan.',
    jakeAndElla,
    ['Jake', 'Ella']
  ],
  ['two owners in the title', '# Jake’s and Ella’s child in need plan', jakeAndElla, ['Jake', 'Ella']],
  ['who is in the family', '# CIN plan\n\nWho is in our family: Jake (8), Ella (6), Mum (Bethan)', jakeAndElla, ['Jake', 'Ella']],
  [
    'first and last name in fields of their own',
    '# CIN plan\n\nForename: Jake\nSurname: Harris\nDOB: 04/05/2017\n\nForename: Ella\nSurname: Harris\nDOB: 12/06/2019',
    jakeAndElla,
    ['Jake', 'Ella']
  ],
  [
    'birth with slashes, one after the other',
    '# CIN plan\n\nJake Harris 04/05/2017\nElla Harris 12/06/2019',
    jakeAndElla,
    ['Jake', 'Ella']
  ],
  [
    'an opening sentence',
    '# CIN plan\n\nJake (8) and Ella (6) live with Mum (Bethan) and her partner Carl (31).',
    jakeAndElla,
    ['Jake', 'Ella']
  ],
  [
    'a greeting to parents',
    '# Child in need plan\n\nDear Bethan and Huw,\n\nThis is the plan for your children, Jake and Ella.',
    jakeAndElla,
    ['Jake', 'Ella']
  ],
  [
    'a brother with his own plan',
    '# Child in need plan\n\nChildren: Jake Harris (8), Idris Harris (4)',
    `${jake} Idris has his own plan.`,
    ['Jake']
  ],
  [
    'brothers and sisters listed apart',
    '# Child in need plan\n\nChild: Jake Harris (8)\n\nSiblings: Idris Harris (4), Mo Harris (19)',
    jake,
    ['Jake']
  ],
  ['first and last name in a definition', '# Child in need plan\n\nName: Jake Harris\n\nAge: 8\n\nMother: Kim Harris', jake, ['Jake']]
]

describe('children', () => {
  for (const [name, head, body, children] of heads) {
    it(`are found: ${name}`, () => {
      expect(planFrom(withHead(head, body)).children.map(({given}) => given)).toEqual(children)
    })
  }

  it('are found in a letter, by its subject line', () => {
    const plan = planFrom(
      'Mr Dean Hoyle\n46 Larkspur Close\n\n14 January 2026\n\nDear Mr Hoyle\n\nRe: Letter before proceedings about MASON (born 03/06/17)\n\nWe are worried about Mason. Please see a solicitor. Please come to a meeting. We may apply to the court.\n',
      'letter.txt'
    )
    expect(plan.children.map(({given}) => given)).toEqual(['Mason'])
  })

  it('are found in a letter, by its first sentence', () => {
    const plan = planFrom(
      '14 January 2026\n\nDear Ms Hoyle\n\nLetter before proceedings\n\nI am writing about your care of Mason and Evie-Mae. We are worried about your children. Mason is cold. Evie-Mae is hungry. Mason and Evie-Mae need you. Please see a solicitor. Please come to a meeting. We may apply to the court.\n',
      'letter.txt'
    )
    expect(plan.children.map(({given}) => given)).toEqual(['Mason', 'Evie-Mae'])
  })

  it('carry their birth, age and sex', () => {
    const text = withHead(
      '# Child protection plan\n\nDate of plan: 12 February 2026\n\nChild: Jake Harris, d.o.b. 14/06/2016',
      'Jake is hungry when he gets up. He says he is cold.'
    )
    expect(planFrom(text).children[0]).toMatchObject({
      given: 'Jake',
      name: 'Jake Harris',
      born: '2016-06-14',
      age: 9,
      sex: 'male',
      unborn: false
    })
  })

  it('answer to a nickname', () => {
    const plan = planFrom(withHead('# Child in need plan\n\nYoung person: Alexander Reed (known as Alex), 15', 'Alex has been missing.'))
    expect(plan.people.mentionsIn('Alex goes to school.').map(({person}) => person.name)).toEqual(['Alexander Reed'])
  })
})

const family = `# Child protection plan

Date of plan: 12/2/26

Children: Tyler Briggs (9) and Mia Briggs (5)

Parents: Kelly Briggs (Mum, lives with the children), Darren Lowe (Dad, own address)

Social worker: Hannah Osei

## What is going well

Nan (Sue) has the children on Wednesdays. Kwame Asante, the youth worker, sees Tyler. Auntie Jo helps. The health visitor comes too.

## Core group

| Name | Role |
| --- | --- |
| Mrs Dhillon | DSL, Fairhill Primary |
| Ros Keane | School Nurse |
| Sue Briggs | MGM |
`

describe('grown-ups', () => {
  const {people} = planFrom(family)
  const named = (text: string): string[] => people.mentionsIn(text).map(({person}) => person.name)

  it('are parents with their names and relations', () => {
    expect(people.parents.map(({name, sex}) => [name, sex])).toEqual([
      ['Kelly Briggs', 'female'],
      ['Darren Lowe', 'male']
    ])
    expect(named('Mum and Dad')).toEqual(['Kelly Briggs', 'Darren Lowe'])
    expect(named('Ms Briggs')).toEqual(['Kelly Briggs'])
    expect(named('Mr Lowe')).toEqual(['Darren Lowe'])
    expect(named('Kelly')).toEqual(['Kelly Briggs'])
    expect(named('Parents to attend')).toEqual(['Kelly Briggs', 'Darren Lowe'])
  })

  it('are professionals with their posts', () => {
    expect(named('Social worker to visit')).toEqual(['Hannah Osei'])
    expect(named('SW to visit')).toEqual(['Hannah Osei'])
    expect(named('Hannah will visit')).toEqual(['Hannah Osei'])
    expect(named('the school nurse')).toEqual(['Ros Keane'])
    expect(named('DSL')).toEqual(['Mrs Dhillon'])
    expect(named('HV to weigh')).toEqual(['Health visitor'])
    expect(people.others.find(({name}) => name === 'Kwame Asante')).toMatchObject({kind: 'professional', post: 'youth worker'})
  })

  it('are relatives, whatever they are called', () => {
    expect(named('Nan will help')).toEqual(['Sue Briggs'])
    expect(named('MGM will help')).toEqual(['Sue Briggs'])
    expect(named('Auntie Jo')).toContain('Jo')
    expect(people.others.find(({name}) => name === 'Sue Briggs')?.kind).toBe('relative')
  })

  it('are not found in other words', () => {
    expect(named('They will mark the calendar and salt the path, somebody’s mum said.')).toEqual([])
  })

  it('gives the place of each mention', () => {
    const text = 'Ms Briggs takes Tyler to Nan’s.'
    expect(people.mentionsIn(text).map(({start, end}) => text.slice(start, end))).toEqual(['Ms Briggs', 'Tyler', 'Nan'])
  })

  it('are the people a letter is addressed to', () => {
    const plan = planFrom(
      'Ms Kirsty Pallister and Mr Dean Hoyle\n46 Larkspur Close\nHarrowby\nHB5 1RN\n\n14 January 2026\n\nDear Ms Pallister and Mr Hoyle\n\nLetter before proceedings: MASON (born 03/06/17)\n\nWe are worried about Mason. Please see a solicitor. Please come to a meeting. We may apply to the court.\n',
      'letter.txt'
    )
    expect(plan.people.parents.map(({name}) => name)).toEqual(['Kirsty Pallister', 'Dean Hoyle'])
    expect(plan.people.mentionsIn('Mum').map(({person}) => person.name)).toEqual(['Kirsty Pallister'])
  })
})

it.each([
  ['Mum is Hayley. Hayley will ring Jo.', ['Hayley']],
  ['Mum is called Hayley.', ['Hayley']],
  ['Mum is Polish. She will ring Jo.', []]
])('%s: who Mum is', (text, names) => {
  const plan = planFrom(withHead('# Child in need plan\n\nChild: Jake Harris (8)', `${jake} ${text}`))
  expect(plan.people.parents.map(({name}) => name).filter(name => name !== 'Mum')).toEqual(names)
})
