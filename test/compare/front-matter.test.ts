/** Who the social worker is, and when the meetings were, however the head of a plan says it. */
import {expect, it} from 'vitest'
import {meetingDatesOf} from '../../src/compare/meetings.ts'
import {workerOf} from '../../src/compare/people.ts'
import {type Plan, planOf, read} from '../../src/index.ts'

const headed = (head: string): Plan =>
  planOf(
    read(
      new TextEncoder().encode(
        `# Child protection plan\n\nChild: Ella Marsh, born 3 May 2018\n\n${head}\n\n## What we are worried about\n\n| Worry | Outcome | Action | Who | By when |\n|---|---|---|---|---|\n| Ella has toothache | Ella eats without pain | Dana to take Ella to the dentist | Dana | 20 March 2026 |\n`
      ),
      'plan.md'
    )
  )

it.each([
  "Children's social worker: Ruth Okafor",
  'Social worker from 3 May: Ruth Okafor',
  'Written by: Ruth Okafor, social worker',
  'Core group: Dana Marsh (mum), Ruth Okafor (social worker), Dr Gill (GP)',
  '| Name | Role |\n|---|---|\n| Dana Marsh | Mum |\n| Ruth Okafor | Social worker |',
  '- **Social worker** Ruth Okafor\n- **Health visitor** Ann Lee',
  'Social worker: was Tom Hale, now Ruth Okafor',
  "Ruth Okafor is the children's social worker. She took over from Tom Hale in May.",
  'Lead child protection practitioner (social worker): Ruth Okafor, since 1 May 2026',
  "This version: 14 April 2026, written by Ruth Okafor, who has been the children's social worker since 3 March 2026.",
  '| What | Who | When |\n|---|---|---|\n| See Ella at school | Social worker | Every two weeks |\n\nPlan began 6 January 2026 · social worker Ruth Okafor, Adolescent Team'
])('the social worker is found in “%s”', head => {
  expect(workerOf(headed(head))?.name).toBe('Ruth Okafor')
})

it.each([
  'Social worker: to be allocated in September',
  'Hospital social worker: Ruth Okafor',
  'Core group: Dana Marsh (mum), Ruth Okafor (former social worker)',
  'Team manager: Ruth Okafor',
  'Family support worker (cover for the social worker): Ruth Okafor',
  '| What | Who | When |\n|---|---|---|\n| See Ella at school | Social worker | Once a week |'
])('nobody is found in “%s”', head => {
  expect(workerOf(headed(head))).toBeNull()
})

it.each([
  'Initial conference: 3 June 2025\n\nCore groups held: 20 June, 18 July 2025\n\nThis review: Thursday 4 September 2025 (28 August was called off)\n\nNext review: 12 February 2026',
  '- 3 June 2025: initial conference\n- 20 June 2025: first core group\n- 4 September 2025: review conference\n- 12 February 2026: next review conference',
  'Conference dates: 3 June 2025 (initial), 4 September 2025 (review)\n\nCore group dates: 20 June 2025, 18 July 2025\n\nNext conference: 12 February 2026',
  'Ella has been on a child protection plan since 3 June 2025. Her core group first met on 20 June 2025. The first review, planned for 28 August 2025, took place on 4 September 2025. The next review is booked for 12 February 2026.',
  '| Meeting | Date |\n|---|---|\n| Initial conference | 3 June 2025 |\n| Core groups | 20 June, 18 July 2025 |\n| This review (was to be 28 August; the chair was ill) | 4 September 2025 |\n| Next review | 12 February 2026 |',
  'Initial conference: 3 June 2025\n\nFirst core group: 20 June 2025\n\nReview conference: was put back from 28 August; held on 4 September 2025; next one 12 February 2026'
])('the meetings are read from “%s”', head => {
  const {initial, coreGroup, reviews} = meetingDatesOf([headed(`Date of plan: 8 September 2025\n\n${head}`)])
  expect({initial, coreGroup, reviews}).toEqual({
    initial: '2025-06-03',
    coreGroup: '2025-06-20',
    reviews: ['2025-09-04', '2026-02-12']
  })
})

it('takes this conference, on the day of a later version, for a review', () => {
  const plan = headed(
    'Initial conference: 3 June 2025\n\nCore groups: 20 June and 18 July 2025\n\nConference held: 4 September 2025\n\nNext review conference: 12 February 2026'
  )
  expect(plan.ownDate).toBe('2025-09-04')
  expect(meetingDatesOf([plan])).toMatchObject({initial: '2025-06-03', coreGroup: '2025-06-20', reviews: ['2025-09-04', '2026-02-12']})
})
