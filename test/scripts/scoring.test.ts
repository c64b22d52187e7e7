import {describe, expect, it} from 'vitest'
import type {DocumentReport, Message} from '../../src/index.ts'
import {figuresOf, type Gold, overlap, type Score, score, sumOf} from '../../src/scripts/scoring.ts'

const said = (ruleId: string, actual: string | null, changes: Partial<Message> = {}): Message => ({
  ruleId,
  actual,
  severity: 'warning',
  reason: '',
  expected: [],
  replacement: null,
  child: null,
  place: null,
  location: '',
  note: '',
  url: '',
  ...changes
})
function scored(messages: Message[], labels: Partial<Gold>): Score {
  const gold: Gold = {document: 'x.md', type: 'child-in-need-plan', children: ['Ella'], findings: [], ...labels}
  const report: DocumentReport = {
    path: 'x.md',
    type: 'child-in-need-plan',
    typeConfidence: 1,
    notices: [],
    date: null,
    children: [{name: 'Ella Marsh', born: null}],
    readability: null,
    plan: null,
    messages,
    accepted: [],
    error: null
  }
  return score([{gold, report}])
}

describe('overlap', () => {
  it.each([
    [true, 'engage with services', 'Engage  with services'],
    [true, 'Mum to engage with all services', 'engage with all'],
    [true, '“Children’s” needs', '"children\'s" needs'],
    [true, 'one two three four', 'three four five six'],
    [false, 'one two three four five', 'five six seven eight nine'],
    [false, 'engage', ''],
    [false, 'word '.repeat(100), 'word engage'],
    [false, `${'word '.repeat(61)}engage`, 'engage']
  ])('is %s for “%s” and “%s”', (expected, a, b) => expect(overlap(a, b)).toBe(expected))
})

describe('score', () => {
  it('counts hits, misses and false alarms by rule', () => {
    const result = scored([said('jargon', 'threshold'), said('jargon', 'placement'), said('missing-owner', 'Refer to Hub')], {
      findings: [
        {rule: 'jargon', quote: 'threshold'},
        {rule: 'vague-wording', quote: 'engage'}
      ]
    })
    expect(result.rules.jargon).toEqual({labels: 1, hits: 1, misses: 0, falseAlarms: 1})
    expect(result.rules['vague-wording']).toEqual({labels: 1, hits: 0, misses: 1, falseAlarms: 0})
    expect(sumOf(result)).toEqual({labels: 2, hits: 1, misses: 1, falseAlarms: 2})
    expect(result.faults).toHaveLength(3)
    expect([result.typesRight, result.childrenRight]).toEqual([1, 1])
  })

  it('lets hints, unlabelled rules and optional labels neither help nor harm', () => {
    const result = scored([said('jargon', 'review', {severity: 'info'}), said('long-sentence', 'A b c'), said('jargon', 'conference')], {
      optional: [{rule: 'jargon', quote: 'conference'}],
      findings: [{rule: 'jargon', quote: 'review'}]
    })
    expect(sumOf(result)).toEqual({labels: 1, hits: 0, misses: 1, falseAlarms: 0})
  })

  it('settles one label with one message, and several messages inside a settled label', () => {
    const twice = [
      {rule: 'vague-wording', quote: 'engage'},
      {rule: 'vague-wording', quote: 'engage'}
    ]
    expect(sumOf(scored([said('vague-wording', 'engage')], {findings: twice}))).toMatchObject({hits: 1, misses: 1})
    const parts = [said('vague-wording', 'engage well with services'), said('vague-wording', 'work openly with professionals')]
    const whole = {rule: 'vague-wording', quote: 'engage well with services and work openly with professionals'}
    expect(sumOf(scored(parts, {findings: [whole]}))).toMatchObject({hits: 1, falseAlarms: 0})
  })

  it('wants the child named, and takes either of two rules', () => {
    const voice = {rule: 'missing-child-voice', child: 'Josh'}
    expect(sumOf(scored([said('missing-child-voice', null, {child: 'Ella'})], {findings: [voice]})).hits).toBe(0)
    expect(sumOf(scored([said('missing-child-voice', null, {child: 'Josh'})], {findings: [voice]})).hits).toBe(1)
    const either = {any_of: ['jargon', 'vague-wording'], quote: 'emotionally available'}
    expect(sumOf(scored([said('vague-wording', 'emotionally available')], {findings: [either]})).hits).toBe(1)
  })

  it('counts near-misses', () => {
    const result = scored([said('jargon', 'contact the school')], {
      clean: [
        {rule: 'jargon', quote: 'contact the school'},
        {rule: 'jargon', quote: 'placement'}
      ]
    })
    expect(result.nearMisses).toEqual({hit: 1, of: 2})
  })

  it('gives shares, and full marks where there was nothing to find', () => {
    expect(figuresOf({labels: 4, hits: 3, misses: 1, falseAlarms: 2})).toEqual({precision: 0.6, recall: 0.75, f1: 6 / 9})
    expect(figuresOf({labels: 0, hits: 0, misses: 0, falseAlarms: 0})).toEqual({precision: 1, recall: 1, f1: 1})
  })
})
