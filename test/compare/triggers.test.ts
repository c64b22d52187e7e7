/** Contingencies that were triggered: told in other words, and not told at all. */
import {describe, expect, it} from 'vitest'
import {compareVersions} from '../../src/compare/compare.ts'
import {leastOf, meets, missedOf, weightLostIn} from '../../src/compare/counts.ts'
import {triggersOf} from '../../src/compare/triggers.ts'
import {versionOf} from '../../src/compare/version.ts'
import {planOf, read} from '../../src/index.ts'

const step = 'Jo will ask Pat to have the children that night and hold a strategy meeting.'

const plan = (date: string, update: string, contingency: string): Parameters<typeof compareVersions>[0][number] => ({
  path: 'plan.md',
  plan: planOf(
    read(
      new TextEncoder().encode(
        `# Child protection plan\n\nDate of plan: ${date}\n\nChildren: Ella Marsh (8), Josh Marsh (13) and Alfie Marsh (6 months)\n\nMother: Dana Marsh\n\nFather: Lee Marsh\n\nSocial worker: Jo Reed\n\nGran: Pat Hill\n\n${update}\n\n## What we are worried about\n\n| Worry | Outcome | Action | Who | By when |\n|---|---|---|---|---|\n| Ella has toothache | Ella eats without pain | Dana to take Ella to the dentist | Dana | 20 July 2026 |\n\n## Contingency plan\n\n${contingency}\n`
      ),
      'plan.md'
    )
  )
})

/** The words that tell it happened, or null. */
function toldIn(trigger: string, update: string, nowToDo = step): string | null {
  const older = plan('4 March 2026', '', `- If ${trigger}, ${step}`)
  const news = `## What has happened since the last conference\n\nThe washing machine was mended. ${update} The dog is well.`
  const {changes} = compareVersions([older, plan('3 June 2026', news, `- If ${trigger}, ${nowToDo}`)], () => false)
  return changes.find(({kind}) => kind === 'contingency-unchanged-though-triggered')?.after?.text ?? null
}

describe('a trigger', () => {
  it.each([
    ['Lee misses two hair strand tests', 'Lee missed three of the last four tests.'],
    ['Lee misses two hair strand tests', 'Of the last four tests Lee gave one.'],
    ["Josh's attendance falls below 90%", 'Josh was in school for 84% of this term.'],
    ['Dana drinks', 'On 4 May police brought Dana home from the park, unable to stand.'],
    ['Karl contacts the children', 'Karl sent Ella a birthday message in May.'],
    ['Alfie loses weight', 'Alfie weighed 7.9 kg on 2 May and 7.6 kg on 16 May.'],
    ['Karl moves back in', 'Karl has been staying at the flat since April.'],
    ['Lee hits Dana', 'Dana told us that Lee grabbed her by the throat on 2 May.'],
    ['Lee comes to the flat', 'Dana let Lee stay the night twice in May.'],
    ['Josh goes missing overnight', 'Josh stayed out until six in the morning on 3 May.'],
    ['Ella is admitted to hospital', "Ella spent three nights on the children's ward in May."],
    ['either parent tests positive', "Lee's swab on 3 May showed cocaine."],
    ['there are no clean beds on two visits running', 'Jo found no clean bed on 3 May or on 17 May.']
  ])('“%s” is told by “%s”', (trigger, update) => {
    expect(toldIn(trigger, update)).toBe(update)
  })

  it.each([
    ['Lee misses two hair strand tests', 'Lee missed one test and has given all the others.'],
    ['Lee misses two hair strand tests', 'Dana missed three of her appointments.'],
    ['Dana misses two midwife appointments', 'Dana has been to four of five midwife appointments.'],
    ["Josh's attendance falls below 90%", "Ella's attendance was 84% in May."],
    ['Dana drinks', 'Dana nearly had a drink on 4 May but rang Pat.'],
    ['Dana drinks', 'Dana drank in February, before the plan.'],
    ['Dana is found drunk', "Dana's sister was found drunk on 4 May."],
    ['Dana is drunk while the children are with her', "On 3 May Dana was found drunk in the park; the children were at Gran's."],
    ['Lee hits Dana', 'On 2 May Dana slapped Lee.'],
    ['Lee comes to the flat', "Dana took the children to Lee's flat on 2 May."],
    ['Lee comes to the flat', 'On 3 May Lee came to the flat to fetch his tools, as agreed with Jo.'],
    ['Karl moves back in', 'Karl came to the meeting and wants to move back in.'],
    ['Ella is admitted to hospital', 'Ella had a hospital appointment on 3 May.'],
    ['Josh goes missing', 'Josh missed two days of school in May.'],
    ['there are no clean beds on two visits running', 'Jo found no clean bed when she called on 3 May.']
  ])('“%s” is not told by “%s”', (trigger, update) => {
    expect(toldIn(trigger, update)).toBeNull()
  })

  it('says nothing where more is to be done now', () => {
    const more = `${step} She will see the council's solicitor within two days, and Lee must move out that evening.`
    expect(toldIn('Dana is found drunk', 'Dana was found drunk on 4 May.', more)).toBeNull()
  })
})

describe('triggers are read', () => {
  const textsOf = (contingency: string): string[] =>
    triggersOf(versionOf(plan('4 March 2026', '', contingency).plan, 0)).map(({text}) => text)
  const both = ['Lee comes to the flat', 'Dana is found drunk']

  it.each([
    ['a list of which a sentence says the rest', 'If any of these happens, Jo visits:\n\n- Lee comes to the flat\n- Dana is found drunk'],
    ['headings', '### If Lee comes to the flat\n\nDana rings 999.\n\n### If Dana is found drunk\n\nPat has the children.'],
    ['rows', '| If | Then |\n|---|---|\n| Lee comes to the flat | Ring 999 |\n| Dana is found drunk | Pat has the children |'],
    [
      'labels',
      'Trigger: Lee comes to the flat\n\nResponse: Dana rings 999\n\nTrigger: Dana is found drunk\n\nResponse: Pat has the children'
    ],
    ['lines with a dash', '1. Lee comes to the flat - Dana rings 999.\n2. Dana is found drunk - Pat has the children.'],
    ['a sentence in front', '**Lee comes to the flat.** Dana rings 999.\n\n**Dana is found drunk.** Pat has the children.'],
    ['one sentence', 'If Lee comes to the flat, Dana rings 999; if Dana is found drunk, Pat has the children.']
  ])('from %s', (_, contingency) => {
    expect(textsOf(contingency)).toEqual(both)
  })

  it('but not from what is to be decided', () => {
    expect(textsOf('If Dana is found drunk, Pat has the children. Jo decides with her manager if they can go home.')).toEqual([
      'Dana is found drunk'
    ])
  })
})

it('figures are compared', () => {
  expect([leastOf('misses more than three sessions'), leastOf('is away for two nights'), leastOf('misses a session')]).toEqual([4, 1, 1])
  expect([missedOf('has been to one of five')?.count, missedOf('came on one of the buses')]).toEqual([4, null])
  expect(meets('falls under 90 per cent', 'was 95% and is now 84%')).toBe(true)
  expect(meets('rises above 35 units', 'was 30 units')).toBe(false)
  expect(weightLostIn('weighed 7.6 kg and then 7.9 kg')).toBeNull()
})
