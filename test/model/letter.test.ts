import {describe, expect, it} from 'vitest'
import {planOf} from '../../src/model/build.ts'
import type {Letter, Span} from '../../src/model/plan.ts'
import {sectionRole} from '../../src/model/vocabulary.ts'
import {read} from '../../src/readers/index.ts'

const greeting = 'Letter before proceedings\n\n3 March 2026\n\nDear Ms Orme\n\nAbout: Ava Orme, born 3 June 2018\n\n'

function letter(text: string, name = 'letter.md'): Letter {
  const found = planOf(read(new TextEncoder().encode(greeting + text), name), {type: 'letter-before-proceedings'}).letter
  if (!found) throw new Error('not read as a letter')
  return found
}

const words = (span: Span | null): string | null => (span ? span.block.text.slice(span.start, span.end) : null)
/** Concerns whose effect is not stated. */
const bare = (text: string, name?: string): string[] =>
  letter(text, name)
    .concerns.filter(({act, effect}) => act && !effect)
    .map(({at}) => words(at) as string)

describe('concerns', () => {
  it('are list items, each judged by itself', () => {
    expect(bare('## Our concerns\n\n- You were drunk on 3 May.\n- You hit Ava on 4 May. Ava had a bruise on her arm.\n')).toEqual([
      'You were drunk on 3 May.'
    ])
  })

  it('are numbered paragraphs under a heading in capitals', () => {
    const text =
      "**THE COUNCIL'S CONCERNS**\n\n1.1 You have continued to use heroin.\n\n1.2 You left Ava alone. She could have been burned.\n"
    expect(bare(text)).toEqual(['1.1 You have continued to use heroin.'])
  })

  it('are table rows, whatever the column the effect stands in', () => {
    const rows =
      '| Worry | What it does to Ava |\n|---|---|\n| You shout at night. | Ava cannot sleep. |\n| You spent the food money. | Emotional harm |\n'
    expect(bare(`## What has been happening\n\n${rows}`)).toEqual(['You spent the food money.'])
  })

  it('are acts, in a letter without headings', () => {
    const text =
      'On 3 May you were fighting in the kitchen. Ava was crying and hid. You have missed six visits.\n\nWe can pay for a taxi to school for you.\n'
    expect(bare(text, 'letter.txt')).toEqual(['You have missed six visits.'])
  })

  it('stand under a line that introduces them, and end where another part is introduced', () => {
    const text =
      'Our concerns:\n\n- Kelly has not engaged with the drug service.\n\nWhat needs to happen:\n\n1. Wayne Stubbs not to be in the house.\n'
    expect(bare(text.replace('Kelly', 'Mum'), 'letter.txt')).toEqual(['Mum has not engaged with the drug service.'])
  })

  it('keep apart what an effect of something else does not speak for', () => {
    const text = '## Our concerns\n\nYou missed two clinic appointments for Ava in May. On 3 June you were shouting. Ava hid and cried.\n'
    expect(bare(text)).toEqual(['You missed two clinic appointments for Ava in May.'])
  })

  it('under one heading are one while nothing is said of any effect', () => {
    expect(bare('## Our concerns\n\n### Drinking\n\nYou were drunk on 3 May. You were drunk again on 9 May.\n')).toEqual([
      'You were drunk on 3 May. You were drunk again on 9 May.'
    ])
  })

  it('go on in the next paragraph', () => {
    expect(
      bare('## Our concerns\n\nYou stay in bed until noon.\n\nOn those days Ava does not eat and misses the start of school.\n')
    ).toEqual([])
  })

  it('take the month of May for no “may”', () => {
    expect(
      bare('## Our concerns\n\n- You hit Mr Shaw in front of Ava. On 6 May she was at home again. In May Ava was with her nan.\n')
    ).toHaveLength(1)
    expect(bare('## Our concerns\n\n- You hit Mr Shaw in front of Ava. She may fall over when she runs off.\n')).toEqual([])
  })

  it('take no label for an effect', () => {
    for (const label of [
      'This puts Ava at risk of significant harm.',
      'Ava was exposed to this.',
      'This is emotional harm to Ava.',
      'Ava may be at risk.'
    ]) {
      expect(bare(`## Our concerns\n\n- You hit Mr Shaw on 3 May. ${label}\n`), label).toHaveLength(1)
    }
  })

  it('take no adult’s feelings for the child’s', () => {
    expect(
      bare('## Our concerns\n\n- You did not open the door because you were scared.\n- We are worried that you hit Ava.\n')
    ).toHaveLength(2)
  })

  it('need a parent who does something', () => {
    const texts = [
      'Ava ran away from school.',
      'A man has been giving Ava money.',
      'You deny that you have a drink problem.',
      'You must not hit Ava.'
    ]
    for (const text of texts) expect(bare(`## Our concerns\n\n- ${text}\n`), text).toEqual([])
  })

  it('hear the child’s own words', () => {
    expect(bare('## Our concerns\n\n- You shout at Ava. She said, "I hide in the wardrobe."\n')).toEqual([])
  })
})

describe('the meeting', () => {
  const meeting = (text: string): (string | null)[] => {
    const {meetingDate, meetingTime, meetingPlace} = letter(text)
    return [words(meetingDate), words(meetingTime), words(meetingPlace)]
  }

  it('is read from a sentence', () => {
    expect(meeting('We invite you to a meeting on 24 March 2026 at 10am at Elm House.\n')).toEqual([
      '24 March 2026',
      '10am',
      'at Elm House'
    ])
  })

  it('is read from lines under any heading that speaks of meeting', () => {
    expect(meeting('## When we will meet\n\n- Tuesday 24 March 2026\n- 4.15pm\n- On Teams\n')).toEqual([
      'Tuesday 24 March 2026',
      '4.15pm',
      'Teams'
    ])
  })

  it('has no details where placeholders stand', () => {
    expect(meeting('## The meeting\n\nPlease come to a meeting on [DATE] at XX:XX at [venue].\n')).toEqual([null, null, null])
  })

  it('is not one of the past, nor a later one, nor the day to answer by', () => {
    expect(meeting('A meeting was held on 2 February 2026.\n')[0]).toBeNull()
    expect(meeting('We will meet again on 4 June 2026 at 2pm to review the plan.\n')[0]).toBeNull()
    expect(meeting('## The meeting\n\nTell us by 20 March 2026 if you can come.\n')[0]).toBeNull()
  })
})

describe('what the letter says somewhere', () => {
  it.each([
    ['You can see a solicitor. It will not cost you anything.', true],
    ['Please see a solicitor. Because of this letter you can get legal aid: the government pays.', true],
    ['You may be eligible for free legal advice. Please see a solicitor.', false],
    ['Please see a solicitor. Nursery is free for three-year-olds.', false]
  ])('free advice: %s', (text, free) => {
    expect(letter(text).solicitor).not.toBeNull()
    expect(letter(text).freeAdvice !== null).toBe(free)
  })

  it.each([
    ['If nothing changes we will ask a judge to decide.', true],
    ['If nothing changes the matter will be escalated.', false],
    ['Further action may be taken if you do not comply.', false],
    ['In 2019 the court made an order because Ava was hurt.', false]
  ])('consequence: %s', (text, said) => {
    expect(letter(text).consequence !== null).toBe(said)
  })

  it.each([
    ['Is there anyone in your family who could look after Ava?', true],
    ['We can arrange a family group conference.', true],
    ['Ava spends weekends with her grandmother.', false],
    ['You may bring a friend to the meeting for support.', false]
  ])('family: %s', (text, asked) => {
    expect(letter(text).family !== null).toBe(asked)
  })

  it.each([
    ['We paid for a cot and a stair gate in May.', true],
    ['A package of support is in place.', false]
  ])('support: %s', (text, named) => {
    expect(letter(text).support !== null).toBe(named)
  })
})

describe('headings of letters', () => {
  it.each([
    ['CONCERNS OF THE LOCAL AUTHORITY', 'concerns'],
    ['Concerns', 'concerns'],
    ['Why have you been sent this letter?', 'concerns'],
    ['Steps you need to take', 'expectations'],
    ['What has to happen now', 'expectations'],
    ['What needs to be different', 'expectations'],
    ['How you can stop this', 'expectations'],
    ['What is worrying us', 'concerns'],
    ['What has been tried', 'support'],
    ['Second: come to a meeting', 'meeting'],
    ['Getting a solicitor', 'legal-advice'],
    ['Who could look after Ben?', 'family'],
    ['If this does not work', 'consequence'],
    ['Your views', 'parent-views'],
    ['Family background', 'background']
  ])('%s is %s', (heading, role) => {
    expect(sectionRole(heading, 'letter')).toBe(role)
  })

  it.each(['What will happen now', 'What has been done', 'How you can get help'])('%s asks for nothing', heading => {
    expect(sectionRole(heading, 'letter')).not.toBe('expectations')
  })
})
