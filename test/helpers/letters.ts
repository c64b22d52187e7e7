/** Good letters before proceedings as data, different for every seed. All people are invented. */
import {dateAfter, listed} from './plans.ts'
import {chance} from './seeded.ts'

export interface LetterData {
  seed: number
  parent: string
  children: {given: string; age: number}[]
  surname: string
  date: string
  opening: string
  /** What a parent did or did not do, and what it does to the child. */
  concerns: {act: string; effect: string}[]
  voice: string
  support: string[]
  expectations: {text: string; when: string}[]
  meeting: {date: string; time: string; place: string}
  solicitor: string
  free: string
  family: string
  consequence: string
  worker: string
}

type Told = (child: string) => {act: string; effect: string}

const concerns: readonly Told[] = [
  child => ({
    act: 'You were out all night on 9 February and 2 March 2026, with no adult at home.',
    effect: `${child} was too scared to sleep and could not ring for help.`
  }),
  child => ({
    act: `You did not take ${child} to the dentist on 14 January or 5 February 2026.`,
    effect: `${child} still has toothache and cannot chew.`
  }),
  child => ({
    act: 'You were drunk when the police came on 20 February 2026.',
    effect: `${child} had no supper that night and went to school hungry.`
  }),
  child => ({
    act: `You did not bring ${child} to school on 23 days since January.`,
    effect: `${child} has fallen behind with reading and has lost friends.`
  }),
  child => ({
    act: 'You let Kyle Marsh stay in the house on 1 March 2026.',
    effect: `He shouted and broke a door, and ${child} was cut by the glass.`
  })
]

type Asked = (child: string) => string

const expectations: readonly Asked[] = [
  child => `Take ${child} to the dentist`,
  child => `Bring ${child} to the school breakfast club`,
  () => 'Give a breath test at Harbour House',
  () => 'Fit a lock on the back door',
  child => `Buy ${child} a bed and a mattress`
]

const names = [
  ['Jodie', 'Farrow'],
  ['Marta', 'Kowal'],
  ['Aisha', 'Rahim'],
  ['Bethan', 'Pryce'],
  ['Donna', 'Leckie']
] as const
const given = ['Tyler', 'Lacey', 'Ibrahim', 'Cerys', 'Owen', 'Hanna', 'Jakub', 'Ruby'] as const

/** A letter in which nothing is wrong. */
export function seededLetter(seed: number): LetterData {
  const luck = chance(seed)
  const [first, surname] = luck.pick(names)
  const ages = luck.shuffled([6, 8, 9, 12])
  const children = luck
    .shuffled(given)
    .slice(0, luck.between(1, 2))
    .map((name, index) => ({given: name as string, age: ages[index] as number}))
  const each = (index: number): string => (children[index % children.length] as (typeof children)[number]).given
  const count = Math.max(2, luck.between(2, 4))
  return {
    seed,
    surname,
    children,
    parent: `Ms ${first} ${surname}`,
    date: '4 March 2026',
    opening: `I am writing because the council is very worried about ${listed(children.map(child => child.given))}. Please read this letter today.`,
    concerns: luck
      .shuffled(concerns)
      .slice(0, count)
      .map((tell, index) => tell(each(index))),
    voice: children
      .map(
        child =>
          `${child.given} told me, “${luck.pick(['I want it to be quiet at home.', 'I miss my own bed.', 'I do not like the shouting.'])}”`
      )
      .join(' '),
    support: luck
      .shuffled([
        'We paid for a new cooker in January.',
        'A family support worker has come every Tuesday since October.',
        'We will pay for a taxi to school until Easter.'
      ])
      .slice(0, 2),
    expectations: luck
      .shuffled(expectations)
      .slice(0, luck.between(2, 4))
      .map((ask, index) => ({text: ask(each(index)), when: dateAfter(luck.between(10, 30), 0)})),
    meeting: {
      date: 'Tuesday 17 March 2026',
      time: '10.30am',
      place: luck.pick(['Room 2, Guild House, Mill Street', 'the Civic Centre, High Street, Room 4'])
    },
    solicitor: 'Please take this letter to a solicitor before the meeting.',
    free: 'The solicitor will not cost you anything because legal aid pays for it.',
    family: 'Please tell us about relatives or friends who could help you or look after the children.',
    consequence: 'If things have not changed by the end of April, we will ask the court to decide where the children should live.',
    worker: luck.pick(['Priti Nair', 'Marcus Bell', 'Gwen Parry'])
  }
}

/** Everything a letter says, for keys of findings. */
export function partsOfLetter({concerns: told, expectations: asked, ...letter}: LetterData): string[] {
  return [
    ...told.flatMap(({act, effect}) => [act, effect]),
    ...asked.map(({text}) => text),
    letter.opening,
    letter.consequence,
    letter.family,
    letter.solicitor,
    letter.free
  ]
}
