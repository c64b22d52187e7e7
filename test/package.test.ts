import {cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {fileURLToPath} from 'node:url'
import {afterAll, beforeAll, describe, expect, it} from 'vitest'
import {rules, version} from '../src/index.ts'
import {outOfDate} from '../src/scripts/docs.ts'
import {createRule} from '../src/scripts/new-rule.ts'
import {faultsOfRules} from '../src/scripts/rule-parts.ts'

const root = fileURLToPath(new URL('..', import.meta.url))

/** The ids of the rule catalogue: what output, configuration and labels count on. */
const catalogue = `
  jargon unexplained-acronym complex-wording hard-to-read long-sentence vague-wording vague-timescale blaming-language
  missing-child-outcome parent-only-focus missing-owner missing-timescale overdue-action missing-contingency unclear-contingency missing-risk
  missing-expectation missing-child-voice child-not-covered missing-visits visit-without-purpose missing-review
  missing-impact-on-child missing-support missing-legal-advice missing-meeting-details missing-consequence missing-wider-family
  template-leftover unknown-name impossible-date
`
  .trim()
  .split(/\s+/)

it('has every rule of the catalogue and no other', () => {
  expect(rules.map(({meta}) => meta.id).sort()).toEqual([...catalogue].sort())
})

it('has all parts of every rule, and they agree', () => {
  expect(faultsOfRules(root)).toEqual([])
})

it('has the table of rules up to date', async () => {
  expect(await outOfDate()).toEqual([])
})

it('says one version everywhere', () => {
  const {version: packaged} = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'))
  expect(version).toBe(packaged)
  expect(readFileSync(join(root, 'CHANGELOG.md'), 'utf8')).toContain(`## ${packaged}`)
})

describe('a copy of the rules', () => {
  let copy = ''
  beforeAll(() => {
    copy = mkdtempSync(join(tmpdir(), 'planlint-rules-'))
    for (const folder of ['rules', 'plugins', 'corpus']) cpSync(join(root, folder), join(copy, folder), {recursive: true})
  })
  afterAll(() => rmSync(copy, {recursive: true, force: true}))

  /** Changes a file of the copy, says what is wrong then, and puts the file back. */
  function faultsAfter(path: string, change: (text: string) => string | null): string[] {
    const file = join(copy, path)
    const before = readFileSync(file, 'utf8')
    const after = change(before)
    expect(after).not.toBe(before)
    if (after === null) rmSync(file)
    else writeFileSync(file, after)
    try {
      return faultsOfRules(copy)
    } finally {
      writeFileSync(file, before)
    }
  }

  it.each([
    ['rules/missing-owner/rule.json', 'rules/missing-owner/rule.json is missing'],
    ['rules/missing-owner/README.md', 'rules/missing-owner/README.md is missing'],
    ['plugins/missing-owner.ts', 'plugins/missing-owner.ts is missing']
  ])('misses %s when it is taken away', (path, fault) => {
    expect(faultsAfter(path, () => null)).toContain(fault)
  })

  it.each([
    ['plugins/index.ts', /^import .*missing-owner.*\n/m, '', 'plugins/index.ts does not list missing-owner'],
    ['rules/missing-owner/README.md', /^```+reported/gm, '```', 'rules/missing-owner/README.md has 0 examples marked reported, not 3'],
    ['rules/missing-owner/README.md', /^```+clean/gm, '```', 'rules/missing-owner/README.md has 0 examples marked clean, not 5'],
    [
      'rules/missing-owner/README.md',
      /^## .* alone$/m,
      '## Other',
      'rules/missing-owner/README.md does not say what the rule leaves alone'
    ],
    [
      'rules/missing-owner/rule.json',
      '"id": "missing-owner"',
      '"id": "missing-owners"',
      'rules/missing-owner/rule.json says its id is missing-owners'
    ],
    ['rules/missing-owner/rule.json', /"note": "[^"]*",/, '', "rules/missing-owner/rule.json must have required property 'note'"],
    [
      'plugins/missing-owner.ts',
      'rules/missing-owner/',
      'rules/missing-risk/',
      'plugins/missing-owner.ts does not take its words from rules/missing-owner/rule.json'
    ],
    ['rules/vocabulary/crowds.json', '"phrase": "', '"phrse": "', /^rules\/vocabulary\/crowds\.json\/entries\/\d+ must/]
  ])('sees that %s lacks %s', (path, before, after, fault) => {
    const faults = faultsAfter(path, text => text.replace(before, after))
    if (typeof fault === 'string') expect(faults).toContain(fault)
    else expect(faults.some(said => fault.test(said))).toBe(true)
  })

  it('misses labels in the corpus', () => {
    for (const name of readdirSync(join(copy, 'corpus'), {recursive: true, encoding: 'utf8'}).filter(file => file.endsWith('.gold.json'))) {
      const path = join(copy, 'corpus', name)
      writeFileSync(path, readFileSync(path, 'utf8').replaceAll('"missing-review"', '"missing-visits"'))
    }
    expect(faultsOfRules(copy)).toEqual(['corpus/ has no label for missing-review'])
  })

  it('takes a new rule from the scaffold, which then asks for examples and labels', () => {
    const written = createRule('missing-test-of-rule', copy)
    expect(written.every(path => existsSync(join(copy, path)))).toBe(true)
    const faults = faultsOfRules(copy).filter(fault => /missing-test-of-rule|index/.test(fault))
    expect(faults).toEqual([
      'rules/missing-test-of-rule/README.md has 1 examples marked reported, not 3',
      'rules/missing-test-of-rule/README.md has 1 examples marked clean, not 5',
      'corpus/ has no label for missing-test-of-rule'
    ])
    expect(readFileSync(join(copy, 'plugins/index.ts'), 'utf8')).toContain('  missingTestOfRule,\n')
    expect(() => createRule('missing-test-of-rule', copy)).toThrow('There is a rule missing-test-of-rule already')
    expect(() => createRule('Rule', copy)).toThrow('Call a rule by its fault and its thing')
  })
})
