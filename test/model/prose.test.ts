import {describe, expect, it} from 'vitest'
import {planOf} from '../../src/model/build.ts'
import {readabilityOf} from '../../src/model/readability.ts'
import {textOf} from '../../src/model/spans.ts'
import {read} from '../../src/readers/index.ts'

const bytes = (text: string) => new TextEncoder().encode(text)
const planFrom = (text: string, name = 'plan.md') => planOf(read(bytes(text), name), {type: 'child-in-need-plan'})
const scores = (text: string, name?: string) => {
  const {sections: _sections, worst: _worst, ...rest} = readabilityOf(planFrom(text, name), 11)
  return rest
}

const sentences = [
  'Ella went to school every day in March and her teacher says she is happier.',
  'We are worried that Ella could be hurt if she is left alone in the kitchen.',
  'Professionals identified inconsistent engagement with therapeutic interventions.',
  'Start today.',
  'Dad will take Ella to the dentist on Tuesday 9 June.'
]
const heading = '# Plan for Ella Marsh\n\n'

describe('the numbers hold', () => {
  const paragraph = scores(heading + sentences.join(' '))
  it('are of five sentences', () => expect(paragraph).toMatchObject({sentences: 5, target: 11}))
  it.each([
    ['bulleted', heading + sentences.map(sentence => `- ${sentence}`).join('\n')],
    ['numbered', heading + sentences.map((sentence, index) => `${index + 1}. ${sentence}`).join('\n')],
    ['one a paragraph', heading + sentences.join('\n\n')],
    ['wrapped', heading + sentences.join(' ').replace(/(.{30,40}) /g, '$1\n')],
    [
      'in a table',
      `${heading}| Notes | More notes |\n| --- | --- |\n| ${sentences[0]} ${sentences[1]} | ${sentences[2]} |\n| ${sentences[3]} | ${sentences[4]} |`
    ],
    ['in a cell each', `${heading}| What we talked about |\n| --- |\n${sentences.map(sentence => `| ${sentence} |`).join('\n')}`]
  ])('when the text is %s', (_how, text) => expect(scores(text)).toEqual(paragraph))
  it('when it is repeated', () => {
    const twice = scores(heading + [...sentences, ...sentences].join(' '))
    expect(twice).toEqual({...paragraph, words: paragraph.words * 2, sentences: 10})
  })
  it('when it is a text file', () => {
    const text = `Plan for Ella Marsh\n\n${sentences.join(' ').replace(/(.{50,60}) /g, '$1\r\n')}\r\n`
    expect(scores(text, 'plan.txt')).toEqual(paragraph)
  })
})

it('counts only prose', () => {
  const plan = planFrom(`# Child in need plan: intervention and outcomes

Mr Karim Rahimi and Mrs Soraya Rahimi

60 Canal Walk

Social worker: Jo Reed

| Name of child | Ella Marsh |
| --- | --- |
| Lives at | 4 Mill Lane, Pennyfield |
| Social worker | Jo Reed, Family Help Team |

## What needs to happen

| Action | Who | By when |
| --- | --- | --- |
| Mum to ring the nurse | Mum and Dad | Tuesday 9 June 2026 |
| Dad will mend the gate. | Dad | 12 June |

- Karim Rahimi, Social Worker, Pennyfield Family Centre
- milk
- Nurse Cole (community nurse), Tamsin (occupational therapist), Mrs Bright (school)

☒ Neglect ☐ Physical ☐ Emotional (delete as appropriate).
`)
  expect(plan.prose.map(({at}) => textOf(at))).toEqual(['Mum to ring the nurse', 'Dad will mend the gate.'])
})

describe('sections and worst sentences', () => {
  const plan = planFrom(`${heading}## School\n\n${sentences.slice(0, 3).join(' ')}\n\n## Teeth\n\n${sentences.slice(3).join(' ')}\n`)
  const {sections, worst} = readabilityOf(plan, 11)
  it('have scores each, or null where there is too little to judge', () => {
    expect(sections.map(({section, readingAge}) => [section, readingAge === null])).toEqual([
      ['School', false],
      ['Teeth', true]
    ])
  })
  it('are quoted with their place', () => {
    expect(worst.map(({text}) => text)).toEqual([sentences[2]])
    const [first] = worst
    expect(plan.text.slice(first?.place.start.offset, first?.place.end.offset)).toBe(sentences[2])
    expect(first?.location).toBe('School, paragraph 1')
  })
})

it('has no scores for a document without prose', () => {
  expect(readabilityOf(planFrom('# Plan\n\n| a | b |\n| --- | --- |\n| 1 | 2 |'), 11)).toMatchObject({
    words: 0,
    sentences: 0,
    readingAge: null,
    worst: [],
    sections: []
  })
})
