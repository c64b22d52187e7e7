import remarkGfm from 'remark-gfm'
import remarkParse from 'remark-parse'
import {unified} from 'unified'
import {VFile} from 'vfile'
import {describe, expect, it} from 'vitest'
import {type Rule, rules} from '../../src/index.ts'
import {poorPlan} from '../helpers/cli.ts'

const rule = (id: string): Rule => rules.find(({meta}) => meta.id === id) as Rule

/** Messages of some rules in somebody's own remark pipeline. */
async function messagesOf(markdown: string, ...plugins: [Rule, Parameters<Rule>[0]?][]): Promise<VFile['messages']> {
  const file = new VFile(markdown)
  const processor = unified().use(remarkParse).use(remarkGfm)
  for (const [plugin, options] of plugins) processor.use(plugin, options)
  const tree = processor.parse(file)
  const before = JSON.stringify(tree)
  expect(JSON.stringify(await processor.run(tree, file))).toBe(before)
  return file.messages
}

describe('a rule as a unified plugin', () => {
  it('gives a message with all its fields, and leaves the tree as it was', async () => {
    const [message] = await messagesOf(poorPlan, [rule('vague-wording')])
    expect(message).toMatchObject({
      source: 'planlint',
      ruleId: 'vague-wording',
      actual: 'engage with services',
      severity: 'warning',
      expected: [expect.any(String)],
      url: expect.stringContaining('vague-wording')
    })
    expect(message?.fatal).toBe(false)
    const start = poorPlan.indexOf('engage with services')
    expect(message?.place).toMatchObject({start: {offset: start}, end: {offset: start + 'engage with services'.length}})
  })

  it('sees the table: its columns, its cells', async () => {
    const ids = await messagesOf(poorPlan, [rule('vague-timescale')], [rule('missing-contingency')], [rule('missing-child-outcome')])
    expect(ids.map(({ruleId, actual}) => [ruleId, actual ?? null])).toEqual([
      ['vague-timescale', 'ASAP'],
      ['missing-contingency', null]
    ])
  })

  it('takes options and a severity', async () => {
    const text = poorPlan.replace('misses breakfast', 'spoke of parenting capacity')
    expect((await messagesOf(text, [rule('jargon')])).map(({actual}) => actual)).toContain('parenting capacity')
    expect((await messagesOf(text, [rule('jargon'), {explained: ['parenting capacity']}])).map(({actual}) => actual)).not.toContain(
      'parenting capacity'
    )
    expect((await messagesOf(text, [rule('jargon'), {severity: 'error'}]))[0]).toMatchObject({severity: 'error'})
  })
})
