import {describe, expect, it} from 'vitest'
import {planOf} from '../../src/model/build.ts'
import type {Plan} from '../../src/model/plan.ts'
import {read} from '../../src/readers/index.ts'

function planFrom(text: string, name: string): Plan {
  return planOf(read(new TextEncoder().encode(text), name))
}

const body =
  '\n\n## What are we worried about?\n\nAda is cold.\n\n## Actions\n\n| Action | Who | By when |\n| --- | --- | --- |\n| Buy a coat. | Mum | 4 May 2026 |\n'
const plans: [head: string, date: string | null][] = [
  ['Date of plan: 3/11/25', '2025-11-03'],
  ['Date of this plan: 12.2.26', '2026-02-12'],
  ['Date of this review: 12 December 2025', '2025-12-12'],
  ['**Plan agreed:** 18 May 2026', '2026-05-18'],
  ['Completed on: 3rd Sept 2026', '2026-09-03'],
  ['Date: 14th January 2026', '2026-01-14'],
  ['Child: Ada Lunt, born 4 May 2017\n\nDate of conference: 1 June 2026\n\nDate of plan: 8 June 2026', '2026-06-08'],
  ['Date of plan: 8 June 2026\n\nNext review: 4 August 2026', '2026-06-08'],
  ['Plan started: 14/03/2024\n\nUpdated plan dated 3 November 2025', '2025-11-03'],
  ['Midshire Council\n\n9 March 2026\n\nDear Ada,', '2026-03-09'],
  ['I wrote this plan with my social worker on 2 June 2026.', '2026-06-02'],
  ['Child: Ada Lunt, born 4 May 2017', null],
  ['Initial conference: 20 January 2026\n\nThis conference: 14 April 2026', '2026-04-14'],
  ['Conference held: 14 April 2026\n\nInitial conference: 20 January 2026', '2026-04-14'],
  [
    '| Meeting | Date |\n| --- | --- |\n| Initial conference | 20 January 2026 |\n| This review (was to be 2 April) | 14 April 2026 |',
    '2026-04-14'
  ],
  ['Conference on 9 May 2026. Plan dated 12 May 2026. Lead: K Dow', '2026-05-12'],
  ['Plan began 6 January 2026 · this version 20 June 2026 · lead K Dow', '2026-06-20'],
  ['Children: Ada Lunt, 8. Date of conference and of this plan: 26 June 2026', '2026-06-26'],
  ['First core group: 28 May 2026. This plan was filled in at that meeting.', '2026-05-28'],
  ['# Review plan\n\n| Date of review conference | 17/06/2026 (put back from 03/06/2026) |\n|---|---|\n| Chair | P Dow |', '2026-06-17'],
  ['The last plan dated 12 May 2026 is replaced.', null],
  [
    'Meeting of 20 January 2026 (not quorate on 6 January). Plan completed the same day by Tom Ash, lead from 3 November 2025.',
    '2026-01-20'
  ]
]
const lines: [line: string, date: string][] = [
  ['14 January 2026', '2026-01-14'],
  ['16.12.25', '2025-12-16'],
  ['2/6/26', '2026-06-02'],
  ['18 Sept 2026 · ref EH/5527', '2026-09-18'],
  ['Monday 1st June 2026', '2026-06-01'],
  ['Date: 11 May 2026', '2026-05-11'],
  ['Dated 11-05-2026', '2026-05-11'],
  ['2026-05-11', '2026-05-11']
]

describe('document date', () => {
  for (const [head, date] of plans)
    it(head.replaceAll('\n', ' '), () => expect(planFrom(`# Child in need plan\n\n${head}${body}`, 'plan.md').date).toBe(date))

  for (const [line, date] of lines) {
    it(`letter line ${line}`, () => {
      const letter = `Ms Kim Lunt\n4 High Road\nMidtown\n\n${line}\n\nDear Ms Lunt\n\nLetter before proceedings about Ada (born 4 May 2017)\n\nOn 3 March 2026 Ada was cold. Please see a solicitor and come to the meeting on 1 July 2026. We may go to court.\n`
      expect(planFrom(letter, 'letter.txt').date).toBe(date)
    })
  }

  it('is the day of the meeting in the title, which is no birthday', () => {
    const plan = planFrom(`# Ada Lunt (9): review conference, Tuesday 14 April 2026\n\nAda has a child protection plan.${body}`, 'plan.md')
    expect(plan.date).toBe('2026-04-14')
    expect(plan.children.map(({given, born, age}) => ({given, born, age}))).toEqual([{given: 'Ada', born: null, age: 9}])
  })

  it('is not a day that stands beside “up to date”', () => {
    const text = `# Child in need plan\n\nChild: Ada Lunt, born 4 May 2017${body}| Take Ada to the dentist, as her jabs are up to date. | Mum | 9 June 2026 |\n`
    expect(planFrom(text, 'plan.md').date).toBe(null)
  })

  it('is the date of the signature where there is no other', () => {
    expect(
      planFrom(`# Child in need plan\n\nChild: Ada Lunt, born 4 May 2017${body}\n\nSigned: K Lunt      Date: 12/2/26\n`, 'plan.md').date
    ).toBe('2026-02-12')
  })

  it('is that of the review conference where a review gives no other', () => {
    const head = 'Review conference: 9 January 2026. It should have been 12 December 2025.\n\nNext review conference: 26 June 2026'
    expect(planFrom(`# Child protection plan (review)\n\n${head}${body}`, 'plan.md').date).toBe('2026-01-09')
    expect(planFrom(`# Child protection plan\n\n${head}${body}`, 'plan.md').date).toBeNull()
  })

  it('is not the date of a conference beside the date of the plan, which is when the plan began', () => {
    const plan = planFrom(`# Child protection plan\n\nInitial conference: 5/2/26\n\nDate of plan: 12/2/26${body}`, 'plan.md')
    expect([plan.date, plan.started]).toEqual(['2026-02-12', '2026-02-05'])
  })

  it('has a start of the plan where one is stated', () => {
    expect(planFrom(`# Child protection plan\n\nDate of plan: 3/11/25\n\nPlan started: 14/03/2024${body}`, 'plan.md').started).toBe(
      '2024-03-14'
    )
    expect(
      planFrom(
        `# Child protection plan\n\nDate of plan: 3/11/25\n\nThe children have been on a child protection plan since 14 March 2024.${body}`,
        'plan.md'
      ).started
    ).toBe('2024-03-14')
  })
})
