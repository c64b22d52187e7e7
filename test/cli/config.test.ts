import {join} from 'node:path'
import {afterEach, beforeEach, describe, expect, it} from 'vitest'
import {rules} from '../../src/index.ts'
import {type Folder, newFolder, poorPlan} from '../helpers/cli.ts'

let folder: Folder
beforeEach(() => {
  folder = newFolder()
  folder.write('plan.md', poorPlan)
})
afterEach(() => folder.remove())

const configure = (config: unknown, name = '.planlintrc.json'): void => folder.write(name, JSON.stringify(config))
const found = async (args: readonly string[] = ['plan.md']): Promise<[string, string | null][]> =>
  (await folder.report(args)).documents[0]?.messages.map(({ruleId, actual}) => [ruleId, actual]) ?? []

describe('where it is found', () => {
  it('beside the document or in a folder above, the nearest first', async () => {
    folder.write('team/plans/sam.md', poorPlan)
    configure({rules: {'missing-contingency': 'off'}})
    expect(await found(['team/plans/sam.md'])).not.toContainEqual(['missing-contingency', null])
    configure({}, 'team/.planlintrc.json')
    expect(await found(['team/plans/sam.md'])).toContainEqual(['missing-contingency', null])
    expect(await found(['plan.md'])).not.toContainEqual(['missing-contingency', null])
  })

  it('where --config says, or nowhere', async () => {
    configure({rules: {'missing-contingency': 'off'}})
    configure({rules: {'vague-wording': 'off'}}, 'other.json')
    expect(await found(['plan.md', '--config', 'other.json'])).toContainEqual(['missing-contingency', null])
    expect(await found(['plan.md', '--config', 'other.json'])).not.toContainEqual(['vague-wording', 'engage with services'])
    expect(await found(['plan.md', '--no-config'])).toContainEqual(['missing-contingency', null])
    expect((await folder.run(['plan.md', '--config', 'none.json'])).err).toContain('none.json: this configuration could not be opened.')
  })

  it('shows what it amounts to, flags included', async () => {
    configure({readingAge: 12, rules: {jargon: ['warning', {explained: ['MASH']}]}})
    const {out} = await folder.run(['--print-config', '--rule', 'jargon: info', '--type', 'child-in-need-plan'])
    expect(JSON.parse(out)).toEqual({
      from: join(folder.path, '.planlintrc.json'),
      readingAge: 12,
      rules: {jargon: ['info', {explained: ['MASH']}]},
      type: 'child-in-need-plan'
    })
  })
})

describe('what is wrong with it', () => {
  it.each([
    [
      {tpye: 'child-in-need-plan'},
      '“tpye” is not a setting: use one of $schema, rules, type, readingAge, asOf, localClock, explainedWords, localServices, extraWords.'
    ],
    [{type: 'plan'}, '“type” must be one of child-in-need-plan, child-protection-plan, letter-before-proceedings, not “plan”.'],
    [{readingAge: 'eleven'}, '“readingAge” must be a number, not “eleven”.'],
    [{readingAge: 3}, '“readingAge” must be from 7 to 18, not “3”.'],
    [{asOf: '4 March'}, '“asOf” must be a date such as 2026-03-04, not “4 March”.'],
    [{asOf: '2026-02-30'}, '“asOf” must be a date such as 2026-03-04, not “2026-02-30”.'],
    [{rules: {jargon: 'warn'}}, '“rules.jargon” must be one of off, info, warning, error, not “warn”.'],
    [{rules: {jargon: ['loud', {}]}}, '“rules.jargon[0]” must be one of off, info, warning, error, not “loud”.'],
    [{rules: []}, '“rules” must be an object in { }.'],
    [{explainedWords: 'IDVA'}, '“explainedWords” must be a list in [ ], not “IDVA”.'],
    [{localServices: ['']}, '“localServices[0]” must hold a word, not “”.'],
    [{extraWords: {jargon: [{phrase: 'front door'}]}}, '“extraWords.jargon[0].plain” is missing.'],
    [
      {extraWords: {'missing-owner': [{phrase: 'someone'}]}},
      '“extraWords.missing-owner” is not a rule with a word list: use one of blaming-language, complex-wording,'
    ],
    [{extraWords: {jargon: [{phrase: '... meeting', plain: 'x'}]}}, 'A phrase must begin with a word: “... meeting”.'],
    [{rules: {jargn: 'off'}}, '“rules.jargn” is not a rule: use one of blaming-language, child-not-covered,'],
    [{rules: {jargon: ['off', {explaind: []}]}}, '“rules.jargon[1].explaind” is not an option of jargon: use one of explained.'],
    [{rules: {jargon: ['off', {explained: 'MASH'}]}}, '“rules.jargon[1].explained” must be a list.'],
    [{rules: {'missing-owner': ['off', {x: 1}]}}, '“rules.missing-owner[1].x” is not an option of missing-owner: it has none.'],
    [[], 'the configuration must be an object in { }.']
  ])('%j', async (config, fault) => {
    configure(config)
    const {code, out, err} = await folder.run(['plan.md'])
    expect([code, out]).toEqual([2, ''])
    expect(err).toContain(fault)
    expect(err.startsWith(`planlint: ${join(folder.path, '.planlintrc.json')}: `)).toBe(true)
  })

  it('names the line of a slip in the JSON', async () => {
    folder.write('.planlintrc.json', '{\n  "type": "child-in-need-plan",\n  "readingAge": 11,\n}')
    expect((await folder.run(['plan.md'])).err).toContain('.planlintrc.json: this is not valid JSON; look near line 4.')
  })

  it('names all faults at once', async () => {
    configure({type: 'plan', readingAge: 'x'})
    expect((await folder.run(['plan.md'])).err.match(/^planlint: /gm)).toHaveLength(2)
  })
})

describe('what it does', () => {
  it('leaves alone words the council explains elsewhere, in the plural too', async () => {
    folder.write('plan.md', poorPlan.replace('misses breakfast', 'the IDVA and other IDVAs spoke of parenting capacity'))
    const before = await found()
    expect(before).toContainEqual(['unexplained-acronym', 'IDVA'])
    expect(before).toContainEqual(['jargon', 'parenting capacity'])
    configure({explainedWords: ['IDVA', 'Parenting Capacity']})
    const after = await found()
    expect(after.filter(([rule]) => rule === 'unexplained-acronym' || rule === 'jargon')).toEqual([])
    expect(after).toContainEqual(['vague-wording', 'engage with services'])
  })

  it('leaves alone the names of local services', async () => {
    folder.write('plan.md', poorPlan.replace('engage with services', 'go to Engage (with Services) on Mondays'))
    configure({localServices: ['Engage (with Services)']})
    expect((await found()).filter(([rule]) => rule === 'vague-wording')).toEqual([])
  })

  it('adds jargon and vague wording without code', async () => {
    folder.write('plan.md', poorPlan.replace('Mum to engage with services', 'Mum to walk the pathway with the sunflower panel'))
    configure({
      extraWords: {
        jargon: [{phrase: 'sunflower panel~', plain: 'the meeting that decides who gets money'}],
        'vague-wording': [{phrase: 'walk~ the pathway', ask: 'What does Mum do, and when?'}]
      }
    })
    const {documents} = await folder.report(['plan.md'])
    const messages = documents[0]?.messages ?? []
    expect(messages.find(({actual}) => actual === 'walk the pathway')).toMatchObject({
      ruleId: 'vague-wording',
      expected: ['What does Mum do, and when?']
    })
    const jargon = messages.find(({actual}) => actual === 'sunflower panel')
    expect(jargon).toMatchObject({ruleId: 'jargon'})
    expect(JSON.stringify(jargon)).toContain('the meeting that decides who gets money')
  })

  it('adds to the list of every rule that has one', async () => {
    configure({extraWords: {'blaming-language': [{phrase: 'misses breakfast', instead: 'Say who made breakfast'}]}})
    expect(await found()).toContainEqual(['blaming-language', 'misses breakfast'])
  })

  it('can switch off every rule there is', async () => {
    configure({rules: Object.fromEntries(rules.map(({meta}) => [meta.id, 'off']))})
    expect(await found()).toEqual([])
  })
})
