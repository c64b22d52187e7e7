import {describe, expect, it} from 'vitest'
import {planOf, read} from '../../src/index.ts'
import type {Plan, Row} from '../../src/model/plan.ts'
import type {PlanData} from '../helpers/layout-frames.ts'
import {layouts} from '../helpers/layouts.ts'

const plan: PlanData = {
  title: 'Child protection plan',
  header: [
    ['Children', 'Amber Tolland (9) and Kofi Tolland (2)'],
    ['Mother', 'Leanne Tolland'],
    ['Father', 'Samuel Osei'],
    ['Social worker', 'Priti Nair'],
    ['Health visitor', 'Dawn Ridley'],
    ['Date of plan', '4 March 2026']
  ],
  reasons: 'Amber and Kofi have been left on their own at night three times since Christmas.',
  needs: [
    {
      worry: 'Amber was alone with Kofi for four hours on 9 February and was frightened.',
      outcome: 'Amber and Kofi always have a grown-up with them at night.',
      actions: [
        {text: 'Ask Nan to sleep over', owner: 'Leanne', when: '13 March 2026'},
        {text: 'Show Amber how to ring for help', owner: 'Priti Nair', when: '20 March 2026'}
      ]
    },
    {
      worry: 'Kofi has not put on weight since December.',
      outcome: 'Kofi eats three meals a day and puts on weight.',
      actions: [
        {text: 'Weigh Kofi and show Mum the chart', owner: 'Dawn Ridley', when: 'Every two weeks'},
        {text: 'Give Kofi breakfast before nursery', owner: 'Samuel', when: 'Every day'},
        {text: 'Register both children with a dentist', owner: 'Leanne', when: '27 March 2026'}
      ]
    }
  ],
  voice: 'Amber said she does not like the dark. Kofi smiles when Nan comes in.',
  visits: 'Priti will see Amber and Kofi every ten working days to ask how nights have been.',
  contingency: 'If Amber and Kofi are left alone again, Nan will have them that night and Priti will visit the next day.',
  review: '28 May 2026'
}

const plain = (words: string): string => words.replace(/\s+/g, ' ').trim()
const said = (row: Row, part: 'worries' | 'outcomes'): string =>
  row[part].map(({block, start, end}) => plain(block.text.slice(start, end))).join(' ')

function needsOf({rows}: Plan) {
  return rows.map(row => ({
    worry: plan.needs.find(need => said(row, 'worries').includes(need.worry))?.worry ?? said(row, 'worries'),
    outcome: plan.needs.find(need => said(row, 'outcomes').includes(need.outcome))?.outcome ?? said(row, 'outcomes'),
    actions: row.actions.map(action => ({
      text: plain(action.text).replace(/ \([^)]*\)$/, ''),
      owner: [...new Set(action.owners.flatMap(owner => owner.people.map(person => person.name)))].join(', '),
      when: action.timescales.map(time => plain(time.text)).join(', ')
    }))
  }))
}

const names: Record<string, string> = {Leanne: 'Leanne Tolland', Samuel: 'Samuel Osei'}
const expected = plan.needs.map(need => ({
  ...need,
  actions: need.actions.map(action => ({...action, owner: names[action.owner] ?? action.owner}))
}))

describe('the same plan, whatever its layout', () => {
  for (const layout of layouts) {
    it(layout.name, () => {
      const model = planOf(read(layout.bytes(plan), layout.file))
      expect(model.type).toBe('child-protection-plan')
      expect(model.children.map(child => child.given)).toEqual(['Amber', 'Kofi'])
      expect(model.date).toBe('2026-03-04')
      expect(needsOf(model)).toEqual(expected)
      expect(model.voices.map(({heard}) => heard)).toEqual([true, true])
      expect(model.contingency.state).toBe('clear')
      expect(model.visits.frequency).not.toBeNull()
      expect(model.review.due).toBe('2026-05-28')
    })
  }
})
