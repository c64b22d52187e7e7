import {readFileSync} from 'node:fs'
import {describe, expect, it} from 'vitest'
import {lint, planOf, read, rules} from '../../src/index.ts'

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text)
const head = '# Child in need plan\n\nChild: Ella Reed, born 4 May 2017\n\nMother: Kim Reed\n\nDate of plan: 4 March 2026\n\n'
/** Long enough that something should be done in it. */
const story = 'Ella is often late for school and is tired in class. Her teacher has seen her asleep at her desk on nine days. '.repeat(12)

describe('doubts', () => {
  it('are none where the columns have telling names', () => {
    const table = `| Worry | Outcome | Action | Who | By when |\n|---|---|---|---|---|\n| Ella is late. | Ella is on time. | Walk with Ella. | Mum | Every day |\n| Ella is tired. | Ella sleeps. | Bed at 7. | Mum | Every night |\n`
    const document = read(bytes(`${head}## The plan\n\n${table}`), 'plan.md')
    expect(planOf(document).doubts).toEqual([])
    expect(lint(bytes(`${head}## The plan\n\n${table}`), 'plan.md').notices).toEqual([])
  })

  it('are said once where the columns had to be guessed, and what hangs on them is a hint', () => {
    // Its columns are called by names of the council's own.
    const path = new URL('../../corpus/fresh-3/hcin-41.docx', import.meta.url)
    const file = new Uint8Array(readFileSync(path))
    const report = lint(file, 'hcin-41.docx')
    expect(report.notices).toEqual([expect.stringContaining('guess what the columns of table 2 hold')])
    const ofRows = new Set(rules.filter(({meta}) => meta.tags.includes('rows')).map(({meta}) => meta.id))
    const there = report.messages.filter(({ruleId, location}) => ofRows.has(ruleId) && location.startsWith('Table 2'))
    expect(there.length).toBeGreaterThan(1)
    expect(new Set(there.map(({severity}) => severity))).toEqual(new Set(['info']))
  })

  it('say that no actions could be made out, and do not then call a plan empty', () => {
    const text = `${head}## What is going on\n\n${story}\n\nIf Ella misses more school, Jo Reed will call a meeting that week.\n`
    const report = lint(bytes(text), 'plan.md')
    expect(report.notices).toEqual([expect.stringContaining('could not make out what is to be done')])
    expect(report.messages.filter(({ruleId}) => ruleId === 'missing-expectation').map(({severity}) => severity)).toEqual(['info'])
  })

  it('say that a document is none of the three kinds', () => {
    const report = lint(
      bytes('Minutes of the allotment society\n\nThe gate will be painted in May. Bring your own brush.\n'),
      'minutes.txt'
    )
    expect(report.notices).toEqual([expect.stringContaining('Not recognised')])
  })
})
