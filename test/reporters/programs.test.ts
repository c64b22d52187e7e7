import {readFileSync} from 'node:fs'
import {createRequire} from 'node:module'
import AjvDraft04 from 'ajv-draft-04'
import {SaxesParser} from 'saxes'
import {describe, expect, it} from 'vitest'
import {junit, sarif} from '../../src/audit.ts'
import {failure, lint, ReadError, reportOf, rules} from '../../src/index.ts'
import {checkAll, labelledDocuments} from '../../src/scripts/corpus.ts'
import {poorPlan} from '../helpers/cli.ts'

const metas = rules.map(({meta}) => meta)
const bytes = new TextEncoder().encode(poorPlan)
const bad = failure(new ReadError('encrypted', 'This file is locked <with> a password.'), 'plans/a & b.docx')
const report = reportOf([lint(bytes, 'plans/plan 1.md'), lint(bytes, 'C:\\plans\\2.docx'), bad])
const schema = JSON.parse(
  readFileSync(createRequire(import.meta.url).resolve('@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json'), 'utf8')
)

/** What is wrong with a log by the standard's own schema. */
function faultsOf(text: string): string[] {
  const validate = new AjvDraft04.default({allErrors: true, strict: false, validateFormats: false, unicodeRegExp: false}).compile(schema)
  return validate(JSON.parse(text)) ? [] : (validate.errors ?? []).map(({instancePath, message}) => `${instancePath} ${message}`)
}

describe('SARIF', () => {
  it('is valid, with quotations and without, for every document of the corpus too', () => {
    const corpus = reportOf(checkAll(labelledDocuments()).map(({report}) => report))
    for (const quotations of [false, true]) {
      expect(faultsOf(sarif(report, metas, {quotations}))).toEqual([])
      expect(faultsOf(sarif(corpus, metas, {quotations}))).toEqual([])
    }
  })

  it('would be seen to be invalid', () => {
    expect(faultsOf(sarif(report, metas, {quotations: false}).replace('"level": "error"', '"level": "grave"'))).not.toEqual([])
  })

  it('has no words of a document unless they are asked for', () => {
    expect(sarif(report, metas, {quotations: false})).not.toMatch(/Sam|Orme|engage with services|By when/)
    expect(sarif(report, metas, {quotations: true})).toMatch(/“ASAP” .*Table 1, row 2, By when|Table 1, row 2, By when/s)
  })

  it('gives lines of a text file, and only a logical place for others', () => {
    const {results} = JSON.parse(sarif(report, metas, {quotations: false})).runs[0]
    const timescale = results.filter(({ruleId}: {ruleId: string}) => ruleId === 'vague-timescale')
    expect(timescale.map(({locations}: {locations: unknown[]}) => locations[0])).toMatchObject([
      {
        physicalLocation: {artifactLocation: {uri: 'plans/plan%201.md'}, region: {startLine: 13}},
        logicalLocations: [{fullyQualifiedName: 'Table 1, row 2'}]
      },
      {physicalLocation: {artifactLocation: {uri: 'file:///C:/plans/2.docx'}}, logicalLocations: [{fullyQualifiedName: 'Table 1, row 2'}]}
    ])
    expect(timescale[1].locations[0].physicalLocation.region).toBeUndefined()
  })

  it('names what could not be read', () => {
    const [invocation] = JSON.parse(sarif(report, metas, {quotations: false})).runs[0].invocations
    expect(invocation).toMatchObject({executionSuccessful: false, toolExecutionNotifications: [{descriptor: {id: 'encrypted'}}]})
  })
})

describe('JUnit', () => {
  /** Names of the elements, with their attributes; throws where the XML is not well formed. */
  function elementsOf(xml: string): {name: string; attributes: Record<string, string>}[] {
    const elements: {name: string; attributes: Record<string, string>}[] = []
    const parser = new SaxesParser()
    parser.on('opentag', ({name, attributes}) => elements.push({name, attributes: attributes as Record<string, string>}))
    parser.on('error', error => {
      throw error
    })
    parser.write(xml).close()
    return elements
  }

  it('has a suite for each document and counts that agree', () => {
    const elements = elementsOf(junit(report, metas, {quotations: false}))
    const suites = elements.filter(({name}) => name === 'testsuite')
    expect(suites.map(({attributes}) => attributes.name)).toEqual(['plans/plan 1.md', 'C:\\plans\\2.docx', 'plans/a & b.docx'])
    const count = (kind: string): string => String(elements.filter(({name}) => name === kind).length)
    expect(elements[0]?.attributes).toMatchObject({tests: count('testcase'), failures: count('failure'), errors: '1'})
    expect(suites[2]?.attributes).toMatchObject({tests: '1', failures: '0', errors: '1'})
  })

  it('has no words of a document unless they are asked for', () => {
    expect(junit(report, metas, {quotations: false})).not.toMatch(/Sam|Orme|engage with services|By when/)
    expect(junit(report, metas, {quotations: true})).toMatch(/«ASAP»/)
  })
})
