import {describe, expect, it} from 'vitest'
import {namesIn, ordinary, sexOfTitle} from '../../src/text/names.ts'

const cases: [text: string, names: [title: string | null, given: string | null, surname: string | null][]][] = [
  [
    'Ms Kirsty Pallister and Mr Hoyle',
    [
      ['Ms', 'Kirsty', 'Pallister'],
      ['Mr', null, 'Hoyle']
    ]
  ],
  [
    'Zofia Nowak-Wiśniewska, Siân ap Rhys',
    [
      [null, 'Zofia', 'Nowak-Wiśniewska'],
      [null, 'Siân', 'ap Rhys']
    ]
  ],
  [
    'MASON and MIA-ROSE O’NEILL',
    [
      [null, 'Mason', null],
      [null, 'Mia-Rose', 'O’Neill']
    ]
  ],
  [
    'P. Whitlock rang Mohammed al-Amin',
    [
      [null, 'P', 'Whitlock'],
      [null, 'Mohammed', 'al-Amin']
    ]
  ],
  ['Tyler’s school, St Bede’s Primary, is in Harrowby Borough', [[null, 'Tyler', null]]],
  ['Midshire Council: Child Protection Plan', []]
]

describe('names', () => {
  for (const [text, names] of cases) {
    it(text, () => expect(namesIn(text).map(({title, given, surname}) => [title, given, surname])).toEqual(names))
  }

  it('end before ’s', () => {
    const text = 'Ella Reed’s coat'
    expect(namesIn(text).map(({start, end}) => text.slice(start, end))).toEqual(['Ella Reed'])
  })

  it('come with a short form', () => {
    expect(namesIn('Alexander (Alex) Reed')[0]).toMatchObject({given: 'Alexander', surname: 'Reed', nickname: 'Alex'})
    expect(namesIn('Oluwaseun Bankole, known as Seun')[0]).toMatchObject({given: 'Oluwaseun', nickname: 'Seun'})
  })

  it('lose their capitals', () =>
    expect(['JAKE', 'McKay', "D'SOUZA", 'MCKAY'].map(ordinary)).toEqual(['Jake', 'McKay', "D'Souza", 'McKay']))

  it('tell a sex by their title', () => expect([sexOfTitle('Mrs'), sexOfTitle('Mr'), sexOfTitle('Dr')]).toEqual(['female', 'male', null]))
})
