import {describe, expect, it} from 'vitest'
import {isExplained, isMeasured, isSpecific, rowSpeaksOf, saysHowOften, thingsNamed} from '../../src/text/specifics.ts'

const nothingVague = () => false

describe('isMeasured', () => {
  it.each([
    'in bed by 7.30',
    'by 8 on school nights',
    'at 2pm',
    'every Friday',
    'each morning',
    'twice a week',
    'fortnightly',
    'on Tuesdays',
    'three times a week',
    '95% of lessons',
    'no more than 6 units',
    'for 20 minutes',
    '£30'
  ])('%s', text => expect(isMeasured(text)).toBe(true))
  it.each([
    'by 4 May 2026',
    'within 4 weeks',
    '3.11.25',
    'on 10.10.25',
    'by Friday',
    'at all times',
    'as soon as possible',
    'plan number 3'
  ])('a date or deadline says nothing of what is meant: %s', text => expect(isMeasured(text)).toBe(false))
})

describe('saysHowOften', () => {
  it('knows an interval from a time of day', () => {
    expect(saysHowOften('check his weight every two weeks')).toBe(true)
    expect(saysHowOften('see Dr Khan at 2pm')).toBe(false)
  })
})

describe('isSpecific', () => {
  it('takes two kinds of things of the subject', () => {
    expect(isSpecific('clear floors, clean sheets, working bulbs', 'home')).toBe(true)
    expect(isSpecific('the house is better', 'home')).toBe(false)
  })
  it('takes one thing with a time, a count or a no', () => {
    expect(isSpecific('Riley in bed by 7.30', 'routine')).toBe(true)
    expect(isSpecific('no rubbish', 'home')).toBe(true)
    expect(isSpecific('rubbish', 'home')).toBe(false)
  })
  it('speaks of one subject only', () => {
    expect(isSpecific('Riley in bed by 7.30', 'anger')).toBe(false)
    expect(isSpecific('kitchen floor wiped every day', 'services')).toBe(false)
  })
  it('wants a time or count where words alone say little', () => {
    expect(isSpecific('attend appointments and meetings', 'services')).toBe(false)
    expect(isSpecific('attend the clinic sessions on Tuesdays', 'services')).toBe(true)
  })
})

describe('isExplained', () => {
  it.each([
    [': kitchen floor wiped', 'home'],
    [' (clear floors)', 'home'],
    [', for example beds made', 'home'],
    ['. This means no rubbish on the floor.', 'home'],
    [' by answering the door and coming to sessions', 'services'],
    [' – bedtime and no phones upstairs', 'rules']
  ])('%s', (after, subject) => expect(isExplained(after, subject, nothingVague)).toBe(true))
  it.each([
    [' in the next month', 'home'],
    [' by 4 May', 'services'],
    ['. Nan will visit.', 'home'],
    [': Mum', 'home']
  ])('nothing is explained by “%s”', (after, subject) => expect(isExplained(after, subject, nothingVague)).toBe(false))
  it('is not satisfied with more vague wording', () => {
    expect(isExplained(': working well together with everyone', 'home', () => true)).toBe(false)
  })
})

describe('subjects', () => {
  it('counts kinds of things, not words', () => {
    expect(thingsNamed('kitchen and bathroom', 'home')).toBe(1)
    expect(thingsNamed('kitchen floor', 'home')).toBe(2)
  })
  it('knows which of them a row’s outcome can speak for', () => {
    expect(rowSpeaksOf('home')).toBe(true)
    expect(rowSpeaksOf('services')).toBe(false)
    expect(rowSpeaksOf('no such subject')).toBe(false)
  })
})
