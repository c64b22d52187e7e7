/** Good plans as data, different for every seed. All people are invented. */
import type {PlanData} from './layout-frames.ts'
import {type Cast, type Doer, type Theme, themes} from './plan-themes.ts'
import {type Chance, chance} from './seeded.ts'

export interface SeededPlan extends PlanData {
  seed: number
  /** First names, oldest first. */
  given: string[]
  /** Whom an owner entry stands for: full names, in alphabetical order. */
  holders: Record<string, string[]>
  /** Names that are free for repairs. */
  mother: string
  socialWorker: string
}

const children: readonly (readonly [name: string, sex: 'f' | 'm'])[] = [
  ['Amber', 'f'],
  ['Kofi', 'm'],
  ['Nadia', 'f'],
  ['Tobias', 'm'],
  ['Elsie', 'f'],
  ['Idris', 'm'],
  ['Bronwen', 'f'],
  ['Callum', 'm'],
  ['Zofia', 'f'],
  ['Rafferty', 'm'],
  ['Maryam', 'f'],
  ['Declan', 'm'],
  ['Poppy', 'f'],
  ['Yusuf', 'm']
]
const mothers = ['Leanne', 'Katarzyna', 'Denise', 'Samira', 'Rhiannon', 'Paulette']
const fathers = ['Samuel', 'Craig', 'Tariq', 'Gareth', 'Dariusz', 'Winston']
const surnames = ['Tolland', 'Osei', 'Pritchard', 'Wojcik', 'Rahman', 'Fairclough', 'Delaney', 'Adeyemi']
const professionals = ['Priti Nair', 'Dawn Ridley', 'Joanne Kerr', 'Marcus Bell', 'Sunita Rao', 'Helen Frost', 'Aidan Moore', 'Gwen Parry']
const relatives = ['Nan', 'Grandma', 'Aunt Ruth', 'Uncle Pete']
const monthNames = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December'
]
const days = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday']

/** A date some days after 4 March 2026, in one of the ways people write dates. */
export function dateAfter(daysAfter: number, style: number): string {
  const date = new Date(Date.UTC(2026, 2, 4 + daysAfter))
  const [day, month, year] = [date.getUTCDate(), date.getUTCMonth(), date.getUTCFullYear()]
  const long = `${day} ${monthNames[month]} ${year}`
  const two = (value: number): string => String(value).padStart(2, '0')
  return [long, long, `${two(day)}/${two(month + 1)}/${year}`, `${days[date.getUTCDay()]} ${long}`, `${day}.${month + 1}.${year}`][
    style
  ] as string
}

/** A plan in which nothing is wrong. */
export function seededPlan(seed: number): SeededPlan {
  const luck = chance(seed)
  const surname = luck.pick(surnames)
  const family = familyOf(luck)
  const [mother, father, relative] = [luck.pick(mothers), luck.pick(fathers), luck.pick(relatives)]
  const fatherName = `${father} ${luck.pick(surnames.filter(name => name !== surname))}`
  const staff = luck.shuffled(professionals)
  const names: Record<string, string> = {mother: `${mother} ${surname}`, father: fatherName}
  for (const [index, post] of ['Social worker', 'Health visitor', 'School nurse', 'Class teacher', 'Family support worker'].entries()) {
    names[post] = staff[index] as string
  }
  const holders: Record<string, string[]> = Object.fromEntries(Object.values(names).map(name => [name, [name]]))
  const style = luck.pick([0, 1, 2, 3, 4])
  const needs = needsOf(luck, family, {mother, father, relative}).map(({theme, cast}) => ({
    child: cast.c,
    worry: theme.worry(cast),
    outcome: theme.outcome(cast),
    actions: theme.actions.slice(0, luck.between(1, 4)).map(action => ({
      text: action.text(cast),
      owner: ownerOf(action.by, names, cast, luck, holders),
      when: action.often ?? dateAfter(luck.between(7, 40), style)
    }))
  }))
  const posts = Object.keys(names).filter(post =>
    needs.some(({actions}) => actions.some(({owner}) => holders[owner]?.includes(names[post] as string)))
  )
  const given = family.map(({name}) => name)
  const sw = names['Social worker'] as string
  return {
    seed,
    given,
    holders,
    needs,
    mother: names.mother as string,
    socialWorker: sw,
    title: luck.pick(['Child protection plan', 'Child in need plan']),
    header: [
      [given.length > 1 ? 'Children' : 'Child', listed(family.map(({name, age}) => `${name} ${surname} (${age})`))],
      ['Mother', names.mother as string],
      ['Father', fatherName],
      ['Social worker', sw],
      ...posts
        .filter(post => !['mother', 'father', 'Social worker'].includes(post))
        .map((post): [string, string] => [post, names[post] as string]),
      ['Date of plan', '4 March 2026']
    ],
    reasons: 'There was no grown-up at home at night three times since Christmas, and there was no food in the house.',
    voice: family.map(({name, age}) => voiceOf(name, age, luck)).join(' '),
    visits: `${sw} will see ${listed(given)} every ${luck.pick(['ten working days', 'two weeks', '10 working days'])} to ask how nights and mealtimes have been.`,
    contingency: contingencyOf(given, relative, sw, luck),
    review: dateAfter(85, style)
  }
}

/** “A, B and C” */
export function listed(words: readonly string[]): string {
  return words.length > 1 ? `${words.slice(0, -1).join(', ')} and ${words.at(-1)}` : (words[0] ?? '')
}

interface Member {
  name: string
  sex: 'f' | 'm'
  age: number
}

function familyOf(luck: Chance): Member[] {
  const picked = luck.shuffled(children).slice(0, luck.between(1, 3))
  const ages = luck
    .shuffled([1, 2, 6, 8, 9, 11, 13])
    .slice(0, picked.length)
    .sort((a, b) => b - a)
  return picked.map(([name, sex], index) => ({name, sex, age: ages[index] as number}))
}

/** Each child has a need; two to four in all, none told twice. */
function needsOf(luck: Chance, family: readonly Member[], adults: Omit<Cast, 'c' | 'he' | 'him' | 'his'>): {theme: Theme; cast: Cast}[] {
  const count = Math.max(family.length, luck.between(2, 4))
  const free = luck.shuffled(themes)
  const needs: {theme: Theme; cast: Cast}[] = []
  for (let index = 0; index < count; index++) {
    const {name, sex, age} = family[index % family.length] as Member
    const at = free.findIndex(({ages: [from, to]}) => age >= from && age <= to)
    if (at < 0) continue
    const [theme] = free.splice(at, 1) as [Theme]
    const [he, him, his] = sex === 'f' ? ['she', 'her', 'her'] : ['he', 'him', 'his']
    needs.push({theme, cast: {...adults, c: name, he, him, his}})
  }
  return needs
}

/** The entry in a cell of owners, and whom it stands for. */
function ownerOf(
  by: Doer,
  names: Readonly<Record<string, string>>,
  {mother, father}: Cast,
  luck: Chance,
  holders: SeededPlan['holders']
): string {
  if (by === 'parents') {
    const entry = luck.pick([`${mother} and ${father}`, 'Mum and Dad'])
    holders[entry] = [names.mother, names.father].sort() as string[]
    return entry
  }
  const full = names[by] as string
  const short = full.split(' ')[0] as string
  const entry =
    by === 'mother'
      ? luck.pick([short, full, 'Mum'])
      : by === 'father'
        ? luck.pick([short, full, 'Dad'])
        : luck.pick([full, full, short, by])
  holders[entry] = [full]
  return entry
}

function voiceOf(name: string, age: number, luck: Chance): string {
  if (age < 4)
    return luck.pick([
      `${name} smiles when the door opens and reaches out to be held.`,
      `${name} cries when voices are raised and settles when held.`
    ])
  return luck.pick([
    `${name} said, “I do not like the dark.”`,
    `${name} said that weekends are lonely.`,
    `${name} told the teacher, “I want it to be quiet at home.”`
  ])
}

function contingencyOf(given: readonly string[], relative: string, sw: string, luck: Chance): string {
  const all = listed(given)
  const is = given.length > 1 ? 'are' : 'is'
  return luck.pick([
    `If ${all} ${is} left alone again, ${relative} will stay that night and ${sw} will visit the next day.`,
    `If ${given[0]} misses two meals in a week, ${sw} will visit the same day and ${relative} will cook that week.`,
    `If nobody is home by 9pm, ${relative} will take ${all} to ${relative === 'Nan' || relative === 'Grandma' ? 'her' : 'their'} house and ring ${sw} the next morning.`
  ])
}
