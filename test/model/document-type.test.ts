import {describe, expect, it} from 'vitest'
import {planOf} from '../../src/model/build.ts'
import {read} from '../../src/readers/index.ts'

function typeOf(text: string, name = 'plan.md'): string {
  return planOf(read(new TextEncoder().encode(text), name)).type
}

const parts = `
## What are we worried about?

Ada is often cold at school.

## What needs to happen

| Outcome | Action | By whom | By when |
| --- | --- | --- | --- |
| Ada is warm. | Buy a coat. | Mum | 4 May |

## Contingency plan

If Ada is still cold the social worker will ring Nan.
`

const plans: [title: string, type: string][] = [
  ['# Child in Need Plan', 'child-in-need-plan'],
  ['# CHILD IN NEED REVIEW AND UPDATED PLAN (no. 4)', 'child-in-need-plan'],
  ['# CIN plan: Ada Lunt', 'child-in-need-plan'],
  ['# Family Help Plan', 'child-in-need-plan'],
  ['# Section 17 plan', 'child-in-need-plan'],
  ['**Children and Families Service**\n\n**Child and Family Plan**', 'child-in-need-plan'],
  ['# Ada’s child in need plan\n\nDear Ada,', 'child-in-need-plan'],
  ['# Our plan\n\nThis is the Lunt family’s child in need plan.', 'child-in-need-plan'],
  ['# My plan\n\nMy social worker is Jo. We meet every six weeks at the child in need meeting.', 'child-in-need-plan'],
  ['# Our plan\n\nThis plan was made at the child protection conference. The core group meets every month.', 'child-protection-plan'],
  ['# Child Protection Plan', 'child-protection-plan'],
  ['# Outline child protection plan', 'child-protection-plan'],
  ['# Review CP Plan – Lunt', 'child-protection-plan'],
  ['**MIDSHIRE COUNCIL**\n\n**CHILD PROTECTION PLAN (DETAILED)**', 'child-protection-plan'],
  ['# Child Protection Plan\n\nThe plan before this one was a Child in Need plan. It ended in May.', 'child-protection-plan'],
  [
    '# Child in Need Plan\n\nThe child protection plan ended in May. There will be no further child protection conference.',
    'child-in-need-plan'
  ],
  ['# Child in need review: notes and revised plan', 'child-in-need-plan'],
  ['# Record of the review conference, with the new plan for Ada', 'child-protection-plan'],
  ['# Minutes of the core group and updated plan', 'child-protection-plan'],
  ['# Ada Lunt (9): review conference, 4 May 2026\n\nAda still needs a child protection plan.', 'child-protection-plan'],
  ['# Core group, 4 May 2026\n\nThe child protection plan was looked at.', 'child-protection-plan'],
  ['Review Child Protection Conference: Summary and Revised Plan', 'child-protection-plan'],
  ['# Minutes of the child protection conference\n\nThe child protection plan was agreed.', 'unknown'],
  ['# How to write a child in need plan: guidance for social workers', 'unknown'],
  ['# Child protection plans: a leaflet for parents', 'unknown'],
  ['# Child and Family Assessment\n\nWe may need a child in need plan.', 'unknown'],
  ['# Care plan for a looked after child', 'unknown'],
  ['# Report for the child protection conference', 'unknown'],
  ['# Report for the review conference on the plan', 'unknown']
]

const court = `We are very worried about your care of Ada. If things do not change we will apply to the Family Court.

Please take this letter to a solicitor. It is free.

Please come to a meeting on 4 May at 10am at the Civic Hall.

Yours sincerely`

const letters: [name: string, letter: string, type: string][] = [
  ['letter before proceedings', `Dear Ms Lunt\n\nLETTER BEFORE PROCEEDINGS\n\n${court}`, 'letter-before-proceedings'],
  ['pre-proceedings letter', `Dear Ms Lunt\n\nPre-proceedings letter: Ada Lunt\n\n${court}`, 'letter-before-proceedings'],
  ['letter before court', `Dear Ms Lunt\n\nA letter before court about Ada\n\n${court}`, 'letter-before-proceedings'],
  ['Public Law Outline', `Dear Ms Lunt\n\nPublic Law Outline (PLO) meeting\n\n${court}`, 'letter-before-proceedings'],
  ['no title at all', `Dear Ms Lunt\n\n${court}`, 'letter-before-proceedings'],
  [
    'a child protection plan in the background',
    `Dear Ms Lunt\n\nAda has had a child protection plan since May. The core group met in June.\n\n${court}`,
    'letter-before-proceedings'
  ],
  [
    'letter of issue',
    `Dear Ms Lunt\n\nLetter of issue: Ada\n\nWe have now applied to the Family Court for a care order. Please take this letter to a solicitor.\n\nYours sincerely`,
    'unknown'
  ],
  [
    'a school',
    `Dear Ms Lunt\n\nYour child's attendance\n\nAda has missed ten days. Please come to a meeting. You could be taken to court and fined.\n\nYours sincerely`,
    'unknown'
  ],
  [
    'an invitation to a conference',
    `Dear Ms Lunt\n\nInvitation to a child protection conference\n\nThe meeting is on 4 May. You may bring a solicitor.\n\nYours sincerely`,
    'unknown'
  ],
  [
    'a newsletter',
    `Midshire Children’s Services newsletter\n\nOur child in need plans are changing. The letter before proceedings has been rewritten.\n`,
    'unknown'
  ]
]

describe('document type', () => {
  for (const [title, type] of plans) it(`${title.replaceAll('\n', ' ')} is ${type}`, () => expect(typeOf(`${title}\n${parts}`)).toBe(type))
  for (const [name, letter, type] of letters) it(`a letter (${name}) is ${type}`, () => expect(typeOf(letter, 'letter.txt')).toBe(type))

  it('is the surer the more a document says', () => {
    const confidence = (text: string): number => planOf(read(new TextEncoder().encode(text), 'plan.md')).typeConfidence
    expect(confidence(`# Child in need plan\n${parts}`)).toBeGreaterThan(
      confidence(`# Our plan\n\nThe child in need meeting is in May.\n${parts}`)
    )
  })
})
