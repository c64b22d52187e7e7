/** Faults put into good letters before proceedings, one of each kind, and put right again in other words than before. */
import type {LetterData} from './letters.ts'
import type {Mutation} from './mutated.ts'
import {dateAfter} from './plans.ts'

type Letter = LetterData
type LetterMutation = Mutation<Letter>

function withConcern(letter: Letter, index: number, change: Partial<Letter['concerns'][number]>): Letter {
  return {...letter, concerns: letter.concerns.map((concern, at) => (at === index ? {...concern, ...change} : concern))}
}

function withExpectation(letter: Letter, index: number, change: Partial<Letter['expectations'][number]>): Letter {
  return {...letter, expectations: letter.expectations.map((each, at) => (at === index ? {...each, ...change} : each))}
}

/** One part in other words. */
function part<Key extends 'support' | 'solicitor' | 'free' | 'family' | 'consequence'>(
  name: string,
  rule: string,
  key: Key,
  bad: readonly Letter[Key][],
  good: Letter[Key]
): LetterMutation {
  return {
    name,
    rule,
    apply: (letter, luck) => ({broken: {...letter, [key]: luck.pick(bad)}, repaired: {...letter, [key]: good}, about: null})
  }
}

export const letterMutations: readonly LetterMutation[] = [
  {
    name: 'significant harm in place of the effect',
    rule: 'missing-impact-on-child',
    also: {jargon: '“significant harm” is a term of the law as well'},
    apply: (letter, luck) => {
      const index = luck.between(0, letter.concerns.length - 1)
      const child = letter.children[0]?.given ?? ''
      const bad = luck.pick(['', `${child} is at risk of significant harm.`, 'This is a risk of emotional harm.'])
      return {
        broken: withConcern(letter, index, {effect: bad}),
        repaired: withConcern(letter, index, {effect: `${child} cried all night and was sick at school.`}),
        about: letter.concerns[index]?.act ?? ''
      }
    }
  },
  part('no help', 'missing-support', 'support', [[]], ['We will pay for a bed for each child.']),
  part('no solicitor', 'missing-legal-advice', 'solicitor', [''], 'Show this letter to a solicitor this week.'),
  part(
    'legal advice not free',
    'missing-legal-advice',
    'free',
    ['', 'You may be eligible for help with the cost.'],
    'You will get free legal advice because of this letter.'
  ),
  part(
    'nobody asked who could help',
    'missing-wider-family',
    'family',
    [''],
    'Who in your family could look after the children? We can arrange a family meeting.'
  ),
  part(
    'no consequence',
    'missing-consequence',
    'consequence',
    ['', 'If things do not change we will consider what to do next.'],
    'If this does not happen by 30 April, we will go to court and ask for an order.'
  ),
  {
    name: 'a meeting without date, time or place',
    rule: 'missing-meeting-details',
    apply: (letter, luck) => {
      const key = luck.pick(['date', 'time', 'place'] as const)
      const other = {date: 'Friday 20 March 2026', time: '2pm', place: 'the Town Hall, Station Road'}[key]
      return {
        broken: {...letter, meeting: {...letter.meeting, [key]: ''}},
        repaired: {...letter, meeting: {...letter.meeting, [key]: other}},
        about: null
      }
    }
  },
  {
    name: 'an expectation without a date',
    rule: 'missing-timescale',
    apply: (letter, luck) => {
      const index = luck.between(0, letter.expectations.length - 1)
      return {
        broken: withExpectation(letter, index, {when: ''}),
        repaired: withExpectation(letter, index, {when: dateAfter(18, 0)}),
        about: letter.expectations[index]?.text ?? ''
      }
    }
  },
  {
    name: 'nothing asked',
    rule: 'missing-expectation',
    apply: letter => ({
      broken: {...letter, expectations: []},
      repaired: {...letter, expectations: [{text: 'Walk the children to school', when: dateAfter(14, 0)}]},
      about: null
    })
  },
  {
    name: 'a child is not heard',
    rule: 'missing-child-voice',
    apply: (letter, luck) => {
      const {given} = luck.pick(letter.children)
      if (letter.concerns.some(({effect}) => effect.includes(given) && /scared/.test(effect))) return null
      const rest = letter.voice
        .split(/(?<=”) /)
        .filter(sentence => !sentence.startsWith(given))
        .join(' ')
      return {
        broken: {...letter, voice: rest},
        repaired: {...letter, voice: `${rest} ${given} said, “I want to see Nan.”`.trim()},
        about: given
      }
    }
  },
  {
    name: 'an expectation nobody can check',
    rule: 'vague-wording',
    apply: (letter, luck) => {
      const index = luck.between(0, letter.expectations.length - 1)
      const bad = luck.pick(['Engage with services', 'Improve home conditions', 'Work with professionals'])
      return {
        broken: withExpectation(letter, index, {text: bad}),
        repaired: withExpectation(letter, index, {text: 'Mend the broken window in the kitchen'}),
        about: bad
      }
    }
  },
  {
    name: 'words that blame',
    rule: 'blaming-language',
    apply: (letter, luck) => {
      const index = luck.between(0, letter.concerns.length - 1)
      const act = letter.concerns[index]?.act ?? ''
      const bad = luck.pick(['You failed to engage', 'You lack insight', 'You are in denial'])
      return {
        broken: withConcern(letter, index, {act: `${act} ${bad}.`}),
        repaired: withConcern(letter, index, {act: `${act} You did not come to see us.`}),
        about: bad.replace(/^You (?:are )?/, '')
      }
    }
  },
  {
    name: 'a term of the trade',
    rule: 'jargon',
    apply: (letter, luck) => {
      const bad = luck.pick(['parenting capacity', 'emotional dysregulation', 'protective factors', 'disguised compliance'])
      return {
        broken: {...letter, opening: `${letter.opening} We need to talk about ${bad}.`},
        repaired: {...letter, opening: `${letter.opening} We need to talk about mornings.`},
        about: bad
      }
    }
  },
  {
    name: 'a form not filled in',
    rule: 'template-leftover',
    apply: (letter, luck) => {
      const bad = luck.pick(['[name of child]', 'XXXX', 'his/her/them'])
      return {
        broken: {...letter, opening: `${letter.opening} This letter is about ${bad}.`},
        repaired: {...letter, opening: `${letter.opening} This letter is about your children.`},
        about: bad
      }
    }
  },
  {
    name: 'a day that cannot be',
    rule: 'impossible-date',
    apply: letter => ({
      broken: {...letter, meeting: {...letter.meeting, date: 'Monday 17 March 2026'}},
      repaired: {...letter, meeting: {...letter.meeting, date: 'Monday 16 March 2026'}},
      about: 'Monday 17 March 2026'
    })
  }
]
