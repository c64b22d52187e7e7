import {describe, expect, it} from 'vitest'
import {compareVersions} from '../../src/compare/compare.ts'
import {strengthOf} from '../../src/compare/strength.ts'
import type {Change} from '../../src/comparison.ts'
import {planOf, read} from '../../src/index.ts'

type Version = Parameters<typeof compareVersions>[0][number]

const plan = (date: string, body: string): Version => {
  const head = `# Child protection plan\n\nChildren: Ella Marsh, born 3 May 2018; Leo Marsh, born 9 June 2014\n\nMother: Dana Marsh\n\nSocial worker: Jo Reed\n\nDate of plan: ${date}`
  return {path: 'plan.md', plan: planOf(read(new TextEncoder().encode(`${head}\n\n${body}\n`), 'plan.md'))}
}

const table = (...rows: string[]): string =>
  `| Worry | Outcome | Action | Who | By when |\n|---|---|---|---|---|\n${rows.map(row => `| ${row} |`).join('\n')}`

const weaker = (older: string, newer: string): Change[] =>
  compareVersions([plan('4 March 2026', older), plan('3 June 2026', newer)], () => false).changes.filter(
    ({kind}) => kind === 'outcome-weaker'
  )

const bed = 'Ella shares a mattress with the dog | '
const rest = ' | Bring a bed for Ella | Jo Reed | 10 March 2026'
const parts = (older: string, newer: string): string[] =>
  weaker(table(bed + older + rest), table(bed + newer + rest)).map(({reason}) => reason)

const task = 'What was to be different for the child has become a task or a service'
const uncounted = 'What was to be different for the child has lost its number, day or how often'
const vague = 'What was to be different for the child is now in words that nobody could check'

describe('an outcome', () => {
  it.each([
    ['Ella is in school at least 95% of the time', 'Ella is in school 19 days out of every 20'],
    ['Ella is in school four days a week or more', 'Four school days in five, or better, Ella is in her class'],
    ['Ella sleeps in her own bed every night', 'Each night Ella is asleep in a bed that is hers'],
    ['Ella is in class by 8.50 each school day', 'On every school day Ella sits in her classroom at ten to nine'],
    ['Nobody hits Ella', 'Ella is not hit by anyone'],
    ['Ella sees Nan every Sunday', 'Ella spends Sundays with Nan'],
    [
      'Ella has no bruise that cannot be explained at any weekly check',
      'Every weekly check finds Ella free of bruises nobody can account for'
    ],
    ['Ella eats three meals a day', 'Breakfast, dinner and tea for Ella, every day'],
    ['Ella is in class five full days a week, 8.50 to 3.20', 'Ella is in her class on all five days of the week, from 8.50am until 3.20pm'],
    ['Ella has her cream twice a day', 'Ella has her cream on her skin, morning and night'],
    ['Ella has her cream morning and night', 'Ella has her cream on from the nurse twice daily']
  ])('that is as strong in other words is left alone: %s', (older, newer) => {
    expect(parts(older, newer)).toEqual([])
  })

  it.each([
    ['Ella is in class by 8.50 each school day', 'Ella is in class each school day', uncounted],
    ['Ella sleeps in her own bed every night', 'Ella sleeps in her own bed', uncounted],
    ['Ella puts on 100g every week', 'Ella puts on weight well', uncounted],
    ['Nobody hits Ella', 'Ella feels safer at home', vague],
    ['Ella sleeps in her own bed every night', 'Dana to engage with the sleep service', task],
    ['Ella sleeps in her own bed every night', 'Dana attends the parenting course each week', task],
    ['Ella tells an adult once a week how she is', 'Ella to be supported by a mentor', task],
    ['Ella sleeps in her own bed every night', 'Referral to the sleep clinic made', task],
    ['Ella has her cream morning and night', 'Ella is under the skin clinic', uncounted],
    ['Nobody hits Ella', 'Ella is open to the community team', task],
    ['Ella is in bed by eight on four days of the week', 'Ella is in bed earlier by the end of the week', uncounted]
  ])('that became weaker is told: %s → %s', (older, newer, reason) => {
    expect(parts(older, newer)).toEqual([reason])
  })

  it('that is gone though its worry stands is told', () => {
    const [change] = weaker(table(`${bed}Ella sleeps in her own bed every night${rest}`), table(`${bed}${rest}`))
    expect(change).toMatchObject({before: {text: 'Ella sleeps in her own bed every night'}, after: null})
  })

  it('that moved to another need, or whose need is gone altogether, is not', () => {
    const cold = 'The flat is cold | Ella is warm in bed | Mend the boiler | Jo Reed | 10 March 2026'
    const older = table(`${bed}Ella sleeps in her own bed every night${rest}`, cold)
    expect(
      weaker(
        older,
        table(
          cold,
          `${bed} | Wash the bedding | Dana | 10 June 2026`,
          'Nights are broken | Every night Ella sleeps in her own bed | Read to Ella | Dana | daily'
        )
      )
    ).toEqual([])
    expect(weaker(older, table(cold))).toEqual([])
  })

  it('of a worry that is gone is not taken for the one of a new worry', () => {
    const older = table(`${bed}Ella sleeps in her own bed every night${rest}`)
    const newer = table(
      'Leo drinks cider in the park | Leo is supported to make good choices | Talk to Leo about drink | Mr Hale | 10 June 2026'
    )
    expect(weaker(older, newer)).toEqual([])
  })

  it('is known by what stands around it where its own words are all new', () => {
    const older = table(
      'Leo comes home after midnight with older boys and trainers nobody bought | Leo is in by 9pm every night | Ring 101 when Leo is an hour late | Dana | every time',
      `${bed}Ella sleeps in her own bed every night${rest}`
    )
    const newer = table(
      'Ella still has no bed | Each night Ella has a bed to herself | A bed from the fund for Ella | Jo Reed | 10 June 2026',
      'The older boys still call for Leo | Leo makes good choices | Dana rings 101 when he is an hour past his time | Dana | every time'
    )
    expect(weaker(older, newer).map(({after}) => after?.text)).toEqual(['Leo makes good choices'])
  })
})

it('the strength of an outcome is what could be counted in it', () => {
  const ways = (text: string): string[] => Object.entries(strengthOf(text)).flatMap(([way, holds]) => (holds ? [way] : []))
  expect(ways('in by half past nine on school nights')).toEqual(['hour', 'often'])
  expect(ways('gains 120g a week')).toEqual(['often', 'amount'])
  expect(ways('goes six months without a visit from the police')).toEqual(['span', 'never'])
  expect(ways('is at home on most days')).toEqual([])
  expect(ways('is the one who chooses')).toEqual([])
})
