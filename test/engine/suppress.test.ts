import {describe, expect, it} from 'vitest'
import {lint} from '../../src/index.ts'

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text)
const plan = (body: string): string => `# Child in need plan\n\nChild: Sam Orme, born 3 May 2018\n\nMother: Dawn Orme\n\n${body}`
/** Rule and words of the findings that a comment could switch off here. */
const found = (text: string, name = 'plan.md'): string[] =>
  lint(bytes(text), name)
    .messages.filter(({actual}) => actual !== null)
    .map(({ruleId, actual}) => `${ruleId} ${actual}`)
    .filter(line => /hostile|hard to reach|parenting capacity/.test(line))

const blame = 'Dawn is hostile. She is hard to reach.'
const both = ['blaming-language hostile', 'blaming-language hard to reach']

describe('planlint-disable-next', () => {
  it('switches a rule off for the next block only', () => {
    expect(found(plan(`${blame}\n\n${blame}`))).toHaveLength(4)
    expect(found(plan(`<!-- planlint-disable-next blaming-language -->\n\n${blame}\n\n${blame}`))).toEqual(both)
  })

  it('leaves other rules on, and takes a reason', () => {
    const text = plan(
      '<!-- planlint-disable-next blaming-language -- her own word, agreed with jargon -->\n\nDawn is hostile. It harms her parenting capacity.'
    )
    expect(found(text)).toEqual(['jargon parenting capacity'])
  })

  it('takes several rules, or all when none is named', () => {
    const text = 'Dawn is hostile. It harms her parenting capacity.'
    expect(found(plan(`<!-- planlint-disable-next jargon, blaming-language -->\n\n${text}`))).toEqual([])
    expect(found(plan(`<!-- planlint-disable-next -->\n\n${text}`))).toEqual([])
  })

  it('takes a whole table or list as one block', () => {
    const table = '| Worry |\n|---|\n| Dawn is hostile |\n| Dawn is hard to reach |'
    expect(found(plan(`<!-- planlint-disable-next blaming-language -->\n\n${table}\n\n${blame}`))).toEqual(both)
    expect(
      found(plan(`<!-- planlint-disable-next blaming-language -->\n\n- Dawn is hostile\n- Dawn is hard to reach\n\n${blame}`))
    ).toEqual(both)
  })

  it('waits for the next block when it ends a list or a quotation', () => {
    expect(found(plan(`- a thing\n\n  <!-- planlint-disable-next blaming-language -->\n\n${blame}\n\n${blame}`))).toEqual(both)
  })

  it('does not take a longer word for its own', () => {
    expect(found(plan(`<!-- planlint-disable-nextish -->\n\n${blame}`))).toEqual(both)
  })

  it('works in HTML', () => {
    const page = `<h1>Child in need plan</h1><!-- planlint-disable-next blaming-language --><p>${blame}</p><p>${blame}</p>`
    expect(found(page, 'plan.html')).toEqual(both)
  })
})

describe('planlint-disable and planlint-enable', () => {
  it('switch a stretch off', () => {
    const text = plan(
      `<!-- planlint-disable blaming-language -->\n\n${blame}\n\n## More\n\n${blame}\n\n<!-- planlint-enable blaming-language -->\n\n${blame}`
    )
    expect(found(text)).toEqual(both)
  })

  it('can switch one rule on again among all', () => {
    const text = 'Dawn is hostile. It harms her parenting capacity.'
    expect(found(plan(`<!-- planlint-disable -->\n\n<!-- planlint-enable jargon -->\n\n${text}`))).toEqual(['jargon parenting capacity'])
  })

  it('reach findings about the whole document when left off to the end', () => {
    const ids = (text: string): string[] => lint(bytes(text), 'plan.md').messages.map(({ruleId}) => ruleId)
    expect(ids(plan('Sam is late.'))).toContain('missing-contingency')
    expect(ids(plan('<!-- planlint-disable missing-contingency -->\n\nSam is late.'))).not.toContain('missing-contingency')
    expect(ids(plan('<!-- planlint-disable missing-contingency -->\n\nSam is late.\n\n<!-- planlint-enable -->'))).toContain(
      'missing-contingency'
    )
    expect(ids(plan('<!-- planlint-disable-next missing-contingency -->\n\nSam is late.'))).toContain('missing-contingency')
  })
})
