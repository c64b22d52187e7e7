import {describe, expect, it} from 'vitest'
import {hasDate, isConditional, sentenceAt, speakerBefore} from '../../src/text/reported.ts'

describe('speakerBefore', () => {
  it('finds who is said to have said it', () => {
    expect(speakerBefore('Mum says that Dad is ')).toBe('Mum ')
    expect(speakerBefore('The school reports that he is ')).toBe('The school ')
  })
  it('finds nobody where nothing is reported', () => {
    expect(speakerBefore('Dad is ')).toBeNull()
    expect(speakerBefore('')).toBeNull()
  })
})

describe('isConditional', () => {
  it.each(['If you ', 'Should Mum ', 'Unless the parents ', 'We will ring you if Mum '])('%s', before =>
    expect(isConditional(before)).toBe(true)
  )
  it.each(['Mum should ', 'Dad ', 'The children were late because Mum ', 'If he comes, ring 999. Mum has '])('%s', before => {
    expect(isConditional(before)).toBe(false)
  })
})

describe('hasDate', () => {
  it('knows one dated event from a habit', () => {
    expect(hasDate('On 4 March she refused to work with the nurse')).toBe(true)
    expect(hasDate('on 17.2.26 he refused')).toBe(true)
    expect(hasDate('She refuses to work with anyone')).toBe(false)
  })
})

describe('sentenceAt', () => {
  it('gives the sentence that holds an offset, or all of the text', () => {
    const block = {
      text: 'One. Two.',
      sentences: [
        {start: 0, end: 4},
        {start: 5, end: 9}
      ]
    }
    expect(sentenceAt(block, 6)).toEqual({start: 5, end: 9})
    expect(sentenceAt(block, 4)).toEqual({start: 0, end: 9})
  })
})
