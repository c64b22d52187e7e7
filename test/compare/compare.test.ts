import {describe, expect, it} from 'vitest'
import {compareVersions} from '../../src/compare/compare.ts'
import {compareWithLetter} from '../../src/compare/letter.ts'
import type {Comparison} from '../../src/comparison.ts'
import {planOf, read} from '../../src/index.ts'

const plan = (lines: string, child = 'Ella Marsh, born 3 May 2018'): Parameters<typeof compareVersions>[0][number] => ({
  path: 'plan.md',
  plan: planOf(
    read(
      new TextEncoder().encode(`# Child in need plan\n\nChild: ${child}\n\nMother: Dana Marsh\n\nSocial worker: Jo Reed\n\n${lines}`),
      'plan.md'
    )
  )
})

const table = (...rows: string[]): string =>
  `| Worry | Outcome | Action | Who | By when |\n|---|---|---|---|---|\n${rows.map(row => `| ${row} |`).join('\n')}`

const compare = (...versions: Parameters<typeof compareVersions>[0][number][]): Comparison => compareVersions(versions, () => false)

const kinds = ({changes}: Comparison): string[] => changes.map(({kind}) => kind)

const march = 'Date of plan: 4 March 2026\n\n'
const june = 'Date of plan: 3 June 2026\n\n'
const teeth = 'Ella has toothache and cries when she eats | Ella eats without pain by May'

describe('two versions', () => {
  it('are needed', () => {
    expect(() => compare(plan(march))).toThrow(RangeError)
  })

  it('say that a date slipped with both dates, and what is to be asked', () => {
    const older = plan(march + table(`${teeth} | Dana to take Ella to the dentist | Dana | 20 March 2026`))
    const newer = plan(june + table(`${teeth} | Ella to be taken to the dentist by her mum | Dana | 24 June 2026`))
    const [change] = compare(older, newer).changes
    expect(change).toMatchObject({
      kind: 'date-slipped',
      dates: ['20 March 2026', '24 June 2026'],
      times: 1,
      reason: 'The date has moved: 20 March 2026 → 24 June 2026',
      before: {text: 'Dana to take Ella to the dentist', location: 'Table 1, row 2, Action', document: 0},
      after: {text: 'Ella to be taken to the dentist by her mum', document: 1}
    })
  })

  it('do not say so where an action is repeated, or sooner, or “until the next review”', () => {
    const on = (older: string, newer: string): string[] =>
      kinds(
        compare(
          plan(march + table(`${teeth} | Dana to brush Ella's teeth with her | Dana | ${older}`)),
          plan(june + table(`${teeth} | Dana to brush Ella's teeth with her | Dana | ${newer}`))
        )
      )
    expect(on('every day from 5 March 2026', 'every day')).toEqual(['unchanged'])
    expect(on('20 June 2026', '10 June 2026')).toEqual([])
    expect(on('until the review', 'until the next review')).toEqual(['unchanged'])
    expect(on('20 March 2026', 'ASAP')).toEqual(['date-slipped'])
    expect(on('20 March 2026', '')).toEqual(['date-slipped'])
  })

  it('keep two alike actions apart', () => {
    const rows = [
      'Mum to ring the dentist about Ella | Dana | 20 March 2026',
      'School to ring the dentist about Ella’s brace | Mrs Anand | 27 March 2026'
    ]
    const older = plan(march + table(...rows.map(row => `${teeth} | ${row}`)))
    const newer = plan(june + table(...[...rows].reverse().map(row => `${teeth} | ${row}`)))
    expect(kinds(compare(older, newer))).toEqual(['unchanged', 'unchanged'])
  })

  it('tell done, still open and vanished apart by what the update says', () => {
    const older = plan(
      march +
        table(
          `${teeth} | Dana to take Ella to the dentist | Dana | 20 March 2026`,
          'Ella has no bed of her own | Ella sleeps in a bed | Jo to apply to the Furniture Bank | Jo Reed | 10 March 2026',
          'Ella is behind in reading | Ella reads at her age by June | Volunteer reader at school | Mrs Anand | 10 March 2026'
        )
    )
    const update =
      '## What has happened since March\n\nThe dentist saw Ella on 19 March. The Furniture Bank application has not yet been made.\n'
    const changes = compare(older, plan(june + update)).changes.filter(({kind}) => kind === 'done' || kind === 'vanished')
    expect(changes.map(({kind, before}) => `${kind}: ${before?.text}`)).toEqual([
      'vanished: Ella is behind in reading',
      'done: Dana to take Ella to the dentist'
    ])
  })

  it('know an unborn child again, and say where the plans name other children', () => {
    const born = compare(plan(march, 'Unborn baby of Dana Marsh, due 1 May 2026'), plan(june, 'Rowan Marsh, born 2 May 2026'))
    expect(born.children).toEqual([{name: 'Rowan', before: expect.stringMatching(/unborn|baby/i)}])
    const other = compare(plan(march), plan(june, 'Tom Hill, born 9 June 2011'))
    expect(other.notes).toContain('These plans name different children: are they of the same family?')
  })

  it('say where they are in the wrong order, have no date or hold nothing', () => {
    const {notes} = compare(plan(june), plan(march))
    expect(notes[0]).toMatch(/not in order of their dates/)
    expect(notes.filter(note => note.startsWith('No needs or actions could be read'))).toHaveLength(2)
    expect(compare(plan(''), plan(march)).notes.join()).toContain('No date was found in plan.md')
  })

  it('do not call a contingency triggered where the update denies it or the older plan told it', () => {
    const trigger = '## Contingency plan\n\nIf Dana drinks and Ella is alone, Jo visits the same day and Ella stays with Nan.\n'
    const told = (update: string): string[] => kinds(compare(plan(march + trigger), plan(`${june}## Update\n\n${update}\n\n${trigger}`)))
    expect(told('On 9 May Dana drank and Ella was alone until midnight.')).toContain('contingency-unchanged-though-triggered')
    expect(told('Dana has not drunk and Ella has never been alone.')).toEqual([])
    expect(told('We will worry if Dana drinks and Ella is alone.')).toEqual([])
  })
})

describe('hostile and odd documents', () => {
  it('are compared in a short time', () => {
    const many = Array.from(
      {length: 150},
      (_, index) =>
        `Worry ${index} about the dog and the door | Ella is safe ${index} | Dana to mend the door ${index} | Dana | 1 June 2026`
    )
    const big = plan(march + table(...many))
    const start = performance.now()
    expect(kinds(compare(big, plan(june + table(...[...many].reverse())))).length).toBeGreaterThanOrEqual(150)
    expect(performance.now() - start).toBeLessThan(20_000)
  })

  it('do not break on empty text or words of the language', () => {
    const odd = plan(`${march}${table('constructor | __proto__ | toString hasOwnProperty to be valueOf | prototype | 1 May 2026')}`)
    expect(() => compare(odd, odd, plan(''))).not.toThrow()
  })
})

describe('a letter', () => {
  const letter = (asks: string): ReturnType<typeof plan> => ({
    path: 'letter.md',
    plan: planOf(
      read(
        new TextEncoder().encode(
          `4 June 2026\n\nDear Dana Marsh,\n\n# Letter before proceedings: Ella Marsh, born 3 May 2018\n\n## Why we are worried\n\nElla was alone at night on 3 May and could have been hurt.\n\n## What you need to do\n\n${asks}\n\n## Legal advice\n\nSee a solicitor.\n`
        ),
        'letter.md'
      )
    )
  })
  const current = plan(june + table(`${teeth} | Dana to take Ella to the dentist | Dana | 24 June 2026`))
  const found = (asks: string): string[] => compareWithLetter(letter(asks), current).changes.map(({kind}) => kind)

  it('may ask what the plan asks, by the same day', () => {
    expect(found('1. You must take Ella to the dentist by 24 June 2026.')).toEqual([])
    expect(found('1. You must take Ella to the dentist by 12 June 2026.')).toEqual(['ask-too-late'])
  })

  it('may not ask for two places at one time, or for what it forbids', () => {
    const places = '1. Go to the clinic every Tuesday at 10am.\n2. Be at the job centre on Tuesday 16 June 2026 at 10am.'
    expect(found(places)).toContain('asks-contradict')
    expect(found(places.replace('at 10am.\n', 'at 11am.\n'))).not.toContain('asks-contradict')
    expect(found('1. Do not meet or ring Craig Holt.\n2. Ring Craig Holt each week about the rent.')).toContain('asks-contradict')
    expect(
      found('1. Do not meet Craig Holt except at the contact centre.\n2. Meet Craig Holt at the contact centre on Mondays.')
    ).not.toContain('asks-contradict')
  })
})
