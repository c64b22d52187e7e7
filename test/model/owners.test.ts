/** Whom the words of an action give it to, in a list without a place for the owner. */
import {expect, it} from 'vitest'
import {planOf, read} from '../../src/index.ts'

const ownersOf = (action: string): string[] => {
  const text = `# Child protection plan\n\nChild: Ada Lunt, born 4 May 2017\n\nMother: Kim Lunt\n\n## What will happen\n\n- Kim will ring the dentist by 9 May 2026.\n- ${action}\n`
  return (
    planOf(read(new TextEncoder().encode(text), 'plan.md'))
      .actions.at(-1)
      ?.owners.map(owner => owner.text) ?? []
  )
}

it.each([
  ['Northway Homes, who let the flat, will mend the boiler by 9 May 2026.', 'Northway Homes'],
  ['The window and the lock on the back door: Northway Homes to put right by 9 May 2026.', 'Northway Homes'],
  ['Kim has Ada on Tuesdays and Thursdays, nine to five, in place of Nan.', 'Kim'],
  ['Every evening Kim listens to Ada read.', 'Kim'],
  ['On Mondays the head teacher, Mrs Amis, lets Kim know how the week went.', 'head teacher'],
  ['Robin sees to the bins, last thing each evening.', 'Robin'],
  ['Fit two smoke alarms. (Harrow Lane fire station, by 9 May 2026)', 'Harrow Lane fire station'],
  ['Book the hearing test. (Mrs Amis, by 9 May 2026)', 'Mrs Amis']
])('%s is for %s', (action, owner) => {
  expect(ownersOf(action)).toContain(owner)
})

it.each([
  'Book the hearing test. (If possible, by 9 May 2026)',
  'The bedroom: mend the window by 9 May 2026.',
  'On Mondays ring the school.'
])('%s is for nobody', action => {
  expect(ownersOf(action)).toEqual([])
})
