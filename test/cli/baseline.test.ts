import {existsSync, readFileSync, rmSync, statSync, writeFileSync} from 'node:fs'
import {join} from 'node:path'
import {afterAll, beforeEach, describe, expect, it} from 'vitest'
import {newFolder, poorPlan} from '../helpers/cli.ts'

const folder = newFolder()
const at = (name: string): string => join(folder.path, name)
beforeEach(() => {
  for (const name of ['base.json', 'base.json.key']) rmSync(at(name), {force: true})
  folder.write('plan.md', poorPlan)
})
afterAll(() => folder.remove())
const run = (...more: string[]) => folder.run(['plan.md', '--baseline', 'base.json', ...more])
const changed = poorPlan.replace('Mum to engage with services | Mum | ASAP', 'Beds to be bought | All professionals | 5 May 2026')

describe('--baseline', () => {
  it('records what is there, and reports none of it then or later', async () => {
    const first = await run()
    expect(first.code).toBe(0)
    expect(first.err).toMatch(/base\.json now holds \d+ findings in 1 documents/)
    expect(first.out).toContain('0 errors, 0 warnings')
    const second = await run()
    expect([second.code, second.err]).toEqual([
      0,
      expect.stringMatching(/^planlint: \d+ findings of the baseline are there still and not shown\.\n$/)
    ])
  })

  it('reports what is new in every format, and says what has gone', async () => {
    await run()
    folder.write('plan.md', changed)
    const {out, err} = await run()
    expect(out).toContain('(missing-owner)')
    expect(out).not.toContain('(missing-contingency)')
    expect(err).toMatch(/gone since:\n {2}plan\.md: .*vague-timescale/)
    const {documents} = JSON.parse((await run('--format', 'json')).out)
    expect(documents[0].messages.map(({ruleId}: {ruleId: string}) => ruleId)).toContain('missing-owner')
    const {runs} = JSON.parse((await run('--format', 'sarif')).out)
    expect(runs[0].results).toHaveLength(documents[0].messages.length)
  })

  it('holds no words, and keeps the key apart and to the user', async () => {
    await run()
    expect(readFileSync(at('base.json'), 'utf8')).not.toMatch(/sam|orme|dawn|plan\.md/i)
    expect(statSync(at('base.json.key')).mode & 0o077).toBe(0)
  })

  it('says so where the key is missing or another one, or the file is none', async () => {
    await run()
    writeFileSync(at('base.json.key'), `${'ab'.repeat(32)}\n`)
    expect(await run()).toMatchObject({code: 2, err: expect.stringContaining('base.json.key is not the key')})
    rmSync(at('base.json.key'))
    expect(await run()).toMatchObject({code: 2, err: expect.stringContaining('could not be opened')})
    expect(existsSync(at('base.json.key'))).toBe(false)
    writeFileSync(at('base.json'), '[]')
    expect(await run()).toMatchObject({code: 2, err: expect.stringContaining('is no baseline')})
  })

  it('knows a document from whatever folder planlint is run', async () => {
    await run()
    folder.write('inner/x.txt', '')
    const {err} = await folder.run(['../plan.md', '--baseline', '../base.json'], {cwd: at('inner')})
    expect(err).toMatch(/^planlint: \d+ findings of the baseline are there still and not shown\.\n$/)
  })
})

describe('formats for programs', () => {
  it('are given by name, without words unless asked for', async () => {
    const {out} = await folder.run(['plan.md', '--format', 'junit'])
    expect(out).toMatch(/^<\?xml .*<testsuites name="planlint"/s)
    expect(out).not.toContain('engage with')
    expect((await folder.run(['plan.md', '--format', 'junit', '--with-quotations'])).out).toContain('engage with')
  })
})
