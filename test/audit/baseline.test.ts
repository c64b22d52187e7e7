import {describe, expect, it} from 'vitest'
import {changeSince, emptyBaseline, isKeyOf, record} from '../../src/audit.ts'
import {lint} from '../../src/index.ts'
import {poorPlan} from '../helpers/cli.ts'

const key = new Uint8Array(32).fill(1)
const reportOf = (text: string) => lint(new TextEncoder().encode(text), 'plan.md')
const before = reportOf(poorPlan)
const baseline = emptyBaseline(key, '0')
record(baseline, 'plan.md', before, key)
const since = (text: string, path = 'plan.md') => {
  const report = reportOf(text)
  const {added, gone, kept, known} = changeSince(baseline, path, report, key)
  return {added: report.messages.filter((_, index) => added.has(index)).map(({ruleId}) => ruleId), gone: [...gone.keys()], kept, known}
}

describe('a baseline', () => {
  it('knows every finding again', () => {
    expect(since(poorPlan)).toEqual({added: [], gone: [], kept: before.messages.length, known: true})
  })

  it('knows them again after rows were added, quotation marks and spaces changed', () => {
    const row = '| Sam is late'
    const moved = poorPlan.replace(row, `| Sam has no coat | Sam is warm at school | Mum will buy a coat | Mum | 5 May 2026 |\n${row}`)
    // What the new row asks is something at last.
    expect(since(moved).gone).toEqual(['missing-expectation'])
    expect(since(poorPlan.replace('Mum to engage with', 'Mum to  ENGAGE with')).gone).toEqual([])
  })

  it('says what is new and what has gone', () => {
    const changed = since(
      poorPlan.replace('Mum to engage with services | Mum | ASAP', 'Beds to be bought | All professionals | 5 May 2026')
    )
    expect(changed.gone).toContain('vague-timescale')
    expect(changed.added).toContain('missing-owner')
  })

  it('counts the same words twice as two', () => {
    const twice = poorPlan.replace(/\| Sam is late.*\n/, row => row + row)
    expect(since(twice).added).toContain('vague-timescale')
  })

  it('takes all of another document for new', () => {
    expect(since(poorPlan, 'other.md')).toMatchObject({known: false, kept: 0, gone: []})
  })

  it('holds no word of the document, and knows its key', () => {
    expect(JSON.stringify(baseline)).not.toMatch(/sam|orme|asap|plan\.md/i)
    expect(isKeyOf(baseline, key)).toBe(true)
    expect(isKeyOf(baseline, new Uint8Array(32).fill(2))).toBe(false)
  })
})
