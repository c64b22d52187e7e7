import {describe, expect, it} from 'vitest'
import {factsOf, namingOf, recordOf, type Shown} from '../../src/audit.ts'
import {check, type DocumentReport, planOf, read} from '../../src/index.ts'
import {poorPlan} from '../helpers/cli.ts'

const key = new Uint8Array(32).fill(7)
const document = read(new TextEncoder().encode(poorPlan), 'plan.md')
const plan = planOf(document)
const {report} = check(document, 'plan.md', {plan})
const facts = factsOf(plan)
const record = (shown: Partial<Shown> = {}, team = 'North', as = key, of: DocumentReport = report) =>
  recordOf(of, facts, {path: 'North/Sam Orme.md', team}, namingOf({names: false, quotations: false, ...shown}, as), '1.2.3')

describe('the record of a document', () => {
  it('counts what the plan says of each child and each action', () => {
    const {children, actions, plan, month, type, findings} = record()
    expect(children).toEqual([
      {
        child: expect.stringMatching(/^Child-[0-9A-Z]{8}$/),
        worry: true,
        outcome: true,
        action: true,
        voice: report.plan?.childrenHeard.includes('Sam')
      }
    ])
    expect(actions).toEqual([{place: 'Table 1, row 2', doer: 'parent', owner: 'named', when: 'vague', due: null}])
    expect([month, type, plan?.contingency]).toEqual(['2026-03', 'child-in-need-plan', 'none'])
    expect(findings.map(({rule}) => rule)).toContain('vague-timescale')
  })

  it('has no name and no word of the document unless they are wanted', () => {
    const text = JSON.stringify(record())
    expect(text).not.toMatch(/Sam|Orme|Dawn|engage|class by 9/)
    expect(JSON.stringify(record({names: true}))).toMatch(/Sam Orme/)
    const quoting = record({quotations: true})
    expect(quoting.actions[0]?.text).toBe('Mum to engage with services')
    expect(quoting.findings.find(({rule}) => rule === 'vague-timescale')).toMatchObject({
      words: 'ASAP',
      location: 'Table 1, row 2, By when'
    })
  })

  it('gives the same pseudonym under one key, and another under another', () => {
    const other = new Uint8Array(32).fill(8)
    expect(record()).toEqual(record())
    expect(record({}, 'North', other).children[0]?.child).not.toBe(record().children[0]?.child)
    expect(record({}, 'North', other).document).not.toBe(record().document)
  })

  it('calls a child by one pseudonym in list and findings', () => {
    const [message] = report.messages
    const named = {...report, messages: [{...(message as NonNullable<typeof message>), child: 'Sam'}]}
    const {children, findings} = record({}, 'North', key, named)
    expect(findings[0]?.child).toBe(children[0]?.child)
  })

  it('gives a folder that is called after the family a pseudonym, and leaves others alone', () => {
    expect(record({}, 'Orme family').team).toMatch(/^Team-[0-9A-Z]{8}$/)
    expect(record({}, 'Mum and baby unit').team).toBe('Mum and baby unit')
    expect(record({names: true}, 'Orme family').team).toBe('Orme family')
  })
})
