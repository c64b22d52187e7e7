/** What became of one action, told in many ways; each with what looks like it and is something else. */
import {describe, expect, it} from 'vitest'
import {compareVersions} from '../../src/compare/compare.ts'
import {tellsHandover} from '../../src/compare/handover.ts'
import {isFinished} from '../../src/compare/progress.ts'
import {hasSlipped, isSameTime, isSooner, readTime} from '../../src/compare/times.ts'
import {planOf, read} from '../../src/index.ts'

const march = '2026-03-04'
const june = '2026-06-03'
const time = (text: string, today = june) => readTime(text, today)

describe('a note beside an action', () => {
  it.each([
    ['Done', '20 March 2026'],
    ['Completed 9 May', '20 March 2026'],
    ['All six sessions done', 'Weekly'],
    ['No longer needed', 'Every day'],
    ['Stopped because she no longer has to take it', 'Daily'],
    ['Both were up by 3 May, and they are used', ''],
    ['First one was done in March', '20 June 2026']
  ])('says that it is finished: %s (%s)', (note, when) => {
    expect(isFinished(note, time(when), june)).toBe(true)
  })

  it.each([
    ['Ongoing. Done four times out of six', 'Every time'],
    ['Outstanding. Landing done', '30 June 2026'],
    ['Two done so far', '30 June 2026'],
    ['Form sent to the wrong address', '30 June 2026'],
    ['Moira has moved to another area', 'Tuesdays'],
    ['In place', 'At all times'],
    ['Never missed one', 'Wednesdays'],
    ['On track', '30 June 2026'],
    ['', '']
  ])('says that it goes on, or nothing: %s (%s)', (note, when) => {
    expect(isFinished(note, time(when), june)).toBe(false)
  })

  it('may tell of a handover, which is not news of the work', () => {
    for (const text of [
      'Mr Bright has moved on.',
      'Halina is ill so Magda has stepped in',
      'Kelly has taken this over from Pauline',
      'He retired in May'
    ])
      expect(tellsHandover(text), text).toBe(true)
    for (const text of ['Ella has moved up a class', 'The boiler was moved', 'Dana left the house at six', 'She took her medicine'])
      expect(tellsHandover(text), text).toBe(false)
  })
})

describe('a time', () => {
  it.each([
    ['every fortnight', 'every two weeks'],
    ['Weekly', 'once a week'],
    ['Every Monday', 'Mondays, weekly'],
    ['Mondays and Thursdays', 'Mon and Thu'],
    ['Monday to Wednesday', 'Mondays, Tuesdays and Wednesdays'],
    ['every school morning', 'each school day'],
    ['within 72 hours', 'Inside 72 hours'],
    ['20 March 2026', '20/03/2026'],
    ['Alternate weekends', 'Every other weekend'],
    ['Every 10 working days', 'once a fortnight']
  ])('is the same in other words: %s, %s', (a, b) => {
    expect(isSameTime(time(a), time(b))).toBe(true)
    expect(hasSlipped(time(a), time(b))).toBe(false)
  })

  it.each([
    ['Every Monday', 'Every Tuesday'],
    ['weekly', 'every fortnight'],
    ['within 72 hours', 'within 24 hours'],
    ['Mondays', 'every month'],
    ['Every 10 working days', 'every 15 working days'],
    ['', '']
  ])('is not the same: %s, %s', (a, b) => {
    expect(isSameTime(time(a), time(b))).toBe(false)
  })

  it.each([
    ['20 March 2026', '24 June 2026'],
    ['20 March 2026', 'as soon as a place comes up'],
    ['20 March 2026', 'ongoing'],
    ['Mondays from 6 April 2026', 'Mondays from 8 June 2026']
  ])('has slipped: %s, %s', (a, b) => {
    expect(hasSlipped(time(a, march), time(b))).toBe(true)
  })

  it.each([
    ['each morning', 'when she is away'],
    ['Within 72 hours', 'Within 72 hours, each time'],
    ['20 June 2026', '10 June 2026'],
    ['', '10 June 2026']
  ])('has not slipped: %s, %s', (a, b) => {
    expect(hasSlipped(time(a, march), time(b))).toBe(false)
  })

  it('is sooner only as a day', () => {
    expect(isSooner(time('20 June 2026'), time('10 June 2026'))).toBe(true)
    expect(isSooner(time('20 June 2026'), time('weekly from 10 June 2026'))).toBe(false)
  })
})

const head = (day: string, more: string): string =>
  `# Child protection plan\n\nChild: Ella Marsh, born 3 May 2018\n\nMother: Dana Marsh\n\nSocial worker: Jo Reed\n\nDate of plan: ${day}\n\n${more}`
const table = (rows: readonly string[]): string =>
  `| Worry | Outcome | Action | Who | By when | Progress |\n|---|---|---|---|---|---|\n${rows.map(row => `| ${row} |`).join('\n')}\n`
const teeth = 'Ella has toothache and cries when she eats | Ella eats without pain by May'
const plan = (text: string) => ({path: 'plan.md', plan: planOf(read(new TextEncoder().encode(text), 'plan.md'))})

function changesOf(older: string, newer: string, told = ''): string[] {
  const before = plan(head('4 March 2026', table([`${teeth} | ${older}`])))
  const after = plan(head('3 June 2026', `${told}\n\n${newer ? table([`${teeth} | ${newer}`]) : ''}`))
  return compareVersions([before, after], () => false)
    .changes.map(({kind}) => kind)
    .filter(kind => kind !== 'time-on-plan')
}

describe('the owner', () => {
  it.each([
    ['Mrs Lyle, learning mentor', 'School (learning mentor)'],
    ['Dana', 'Mum'],
    ['Dana', 'Ms Marsh'],
    ['Thomas Ashby', 'Tom'],
    ['Head of year', 'Mr Holt, head of year'],
    ['Jo Reed', 'social worker']
  ])('is the same person: %s, %s', (was, now) => {
    expect(
      changesOf(`Brush teeth with Ella at school | ${was} | Every Monday | `, `Brush teeth with Ella at school | ${now} | Every Monday | `)
    ).toEqual(['unchanged'])
  })

  it.each([
    ['Mrs Iqbal, attendance lead', 'Mr Tranter, deputy head', ''],
    ['School nurse, Jackie Frith', 'Asthma nurse at Brook Surgery', ''],
    ['Dana', 'Nana Pat', ''],
    ['Ms Hart', 'To be allocated', ''],
    ['Pauline', 'Kelly', 'Kelly has taken this over from Pauline'],
    ['Castle Homes', 'Not known – Castle Homes to say', ''],
    ['Ms Hart', 'TBC (school will tell us)', '']
  ])('is another one: %s, %s', (was, now, note) => {
    expect(
      changesOf(
        `Brush teeth with Ella at school | ${was} | Every Monday | `,
        `Brush teeth with Ella at school | ${now} | Every Monday | ${note}`
      )
    ).toEqual(['owner-changed'])
  })
})

describe('the owner among the words', () => {
  const words = (newer: string): string[] => changesOf('Brush teeth with Ella at school | Ms Hart | Every Monday | ', `${newer} | | | `)

  it('is another one where the older owner is named as the one before', () => {
    expect(words('Nana Pat brushes teeth with Ella at school every Monday, in place of Ms Hart.')).toEqual(['owner-changed'])
    expect(words('Mr Boon brushes teeth with Ella at school every Monday; this was going to be Ms Hart.')).toEqual(['owner-changed'])
  })

  it('is not a child who takes part', () => {
    expect(words('Ella brushes her teeth at school every Monday.')).toEqual(['unchanged'])
  })
})

describe('actions in other words', () => {
  const pairOf = (older: readonly string[], newer: readonly string[], told = ''): string[] => {
    const before = plan(head('4 March 2026', table(older.map((row, index) => `${index === 0 ? teeth : ' | '} | ${row} | `))))
    const rows = table(newer.map((row, index) => `${index === 0 ? teeth : ' | '} | ${row} | `))
    const after = plan(head('3 June 2026', `${told}\n\n${rows}`))
    return compareVersions([before, after], () => false)
      .changes.filter(({before: was}) => was)
      .map(({kind, before: was}) => `${kind}: ${was?.text ?? ''}`)
  }

  it('are paired by owner and timetable before they are by a place that both name', () => {
    const older = ['Go to the parents’ group at Willow House | Dana | Every Thursday']
    const newer = [
      'Ask the advice desk at Willow House about the rent | Dana | 26 June 2026',
      'Keep up the parents’ evenings | Dana | Thursdays'
    ]
    expect(pairOf(older, newer)).toEqual([`unchanged: ${older[0]?.split(' |')[0]}`])
  })

  it('are one where a rare word, the need and the kind of time are the same', () => {
    const older = ['Take Ella to the orthodontic clinic at Northgate on 20 March 2026 | Dana | 20 March 2026']
    const newer = ['Dr Lowe, orthodontic team, looks at her jaw | Dr Lowe | 30 June 2026']
    expect(pairOf(older, newer)).toEqual([
      'date-slipped: Take Ella to the orthodontic clinic at Northgate on 20 March 2026',
      'owner-changed: Take Ella to the orthodontic clinic at Northgate on 20 March 2026'
    ])
  })

  it('are not done by what happened to the same people elsewhere, where they are booked again', () => {
    const told = '## Since the last conference\n\nOn 17 March Ella was taken to Northgate by ambulance with a broken tooth.'
    const older = ['Take Ella to the tooth clinic at Northgate on 12 March 2026 | Dana | 12 March 2026']
    expect(pairOf(older, ['Ella to be seen at the clinic. The new appointment is 9 June 2026 | Dana | 9 June 2026'], told)).toEqual([
      `date-slipped: ${older[0]?.split(' |')[0]}`
    ])
  })
})

describe('an action that the newer plan does not hold', () => {
  const dentist = 'Take Ella to the dentist at Castle Street | Dana | 20 March 2026 | '
  const told = (line: string): string[] =>
    changesOf(dentist, '', `## Since the last conference\n\n${line}\n`).filter(kind => kind !== 'outcome-weaker')

  it.each([
    'The dentist at Castle Street saw Ella and all is well now.',
    'On 20 March Ella was seen by the dentist, who does not need to see her again.',
    'The dentist is no longer needed.',
    'Dana need not take Ella to Castle Street any more.',
    'Dana rang the dentist each week. She was told that the dentist is not needed any more.'
  ])('is done where the update says so: %s', line => {
    expect(told(line)).toEqual(['done'])
  })

  it('is not done where the update denies it, and not silent either', () => {
    expect(told('Ella has never been to the dentist at Castle Street.')).toEqual([])
  })

  it('is done where a worry tells what the only one whose job it was did', () => {
    const worry = 'Ella is behind with her talking. Ingrid saw her on 3 May and says she is growing well | Ella talks in sentences by May'
    const found = (owner: string): string[] =>
      compareVersions(
        [
          plan(head('4 March 2026', table([`${teeth} | Do the two-year review that was missed | ${owner} | 20 March 2026 | `]))),
          plan(head('3 June 2026', table([`${worry} | Read with Ella | Dana | Every day | `])))
        ],
        () => false
      )
        .changes.filter(({before}) => before?.text.startsWith('Do the'))
        .map(({kind}) => kind)
    expect(found('Ingrid Olsen, health visitor')).toEqual(['done'])
    expect(found('Health visitor')).not.toContain('done')
  })

  it('is not done by what happened to the one whose job it was', () => {
    const found = changesOf(
      `Do the carer's assessment | Ingrid Olsen | 20 March 2026 | `,
      '',
      '## Since the last conference\n\nElla came to Ingrid with a drawing and laughed.'
    )
    expect(found).not.toContain('done')
  })

  it('is not done by what shares no more than the beginning of a word, or where there was cause for it once', () => {
    const news = '## Since the last conference\n\nElla has eaten breakfast at school since 9 March.'
    expect(changesOf('Mend the broken window | Castle Homes | 20 March 2026 | ', '', news)).not.toContain('done')
    const drunk = '## Since the last conference\n\nOn 9 April Dana was found drunk and the out-of-hours team rang her sister.'
    expect(changesOf('Ring the out-of-hours team if Dana is found drunk | Nana Pat | Any time it happens | ', '', drunk)).not.toContain(
      'done'
    )
  })

  it('is done where what it was for has been so since', () => {
    const news = '## Since the last conference\n\nElla has been having breakfast with her friends since 9 March.'
    expect(changesOf('Find a place for her at breakfast club | Mrs Lyle | 20 March 2026 | ', '', news)).toContain('done')
  })

  it('has not vanished where the newer plan speaks of it anywhere', () => {
    const news = '## Notes\n\nDana and the debt adviser, with the letters about council tax, in July.'
    expect(changesOf('Read the council tax letters with a debt adviser | Dana | 20 March 2026 | ', '', news)).not.toContain('vanished')
  })

  it.each([
    'He was offered a place with the dentist at Castle Street and did not take it up.',
    'The dentist at Castle Street was put off.',
    'The swimming club has been taken off the plan, because the dentist at Castle Street cannot see her then.'
  ])('is not done where it was put off, or where another thing is over: %s', line => {
    expect(told(line)).not.toContain('done')
  })

  it.each([
    'Dana, please have the dentist’s treatment done at Castle Street by 15 July.',
    'Mr Lyle will put her back on the list of the dentist at Castle Street as soon as he can.',
    'A second visit to the dentist at Castle Street is due by 30 July.'
  ])('is not done by what is yet to be: %s', line => {
    expect(told(line)).not.toContain('done')
  })

  it('has gone with its need, though an action of another need looks like it', () => {
    const home = 'The flat is damp and the boiler has been off since autumn | The flat is dry and warm by June'
    const boiler = (day: string): string => `${home} | Ask Castle Homes for a new boiler | Jo Reed | ${day} | `
    const surgery = `${teeth} | Go with Ella to the surgery in Beck Street | Dana | Every Monday | `
    const chart = ' | | Put up a tooth-brushing chart | Mrs Lyle | 20 March 2026 | '
    const office = ' | | Meet the housing officer in Beck Street | Jo Reed | 5 July 2026 | '
    const before = plan(head('4 March 2026', table([boiler('20 March 2026'), surgery, chart])))
    const after = plan(head('3 June 2026', table([boiler('20 July 2026'), office])))
    const {changes} = compareVersions([before, after], () => false)
    expect(changes.flatMap(({kind, before: words}) => (kind === 'time-on-plan' ? [] : `${kind}: ${words?.text}`))).toEqual([
      'vanished: Ella has toothache and cries when she eats',
      'date-slipped: Ask Castle Homes for a new boiler'
    ])
  })

  it('has vanished where the update speaks of something else', () => {
    expect(told('Ella has moved up a class.')).toEqual(['vanished'])
  })
})
