/**
 * The report as JUnit XML: a suite for each document, a case for each rule that found something. Errors and warnings are failures, hints
 * are left out, and a document that could not be read is an error. No words of a document are in it unless they are asked for.
 */
import type {Element} from 'xast'
import {toXml} from 'xast-util-to-xml'
import {x} from 'xastscript'
import type {DocumentReport, Message, Report} from '../report.ts'
import {placeWithoutWords} from '../report.ts'
import wording from './programs.json' with {type: 'json'}
import type {ProgramOptions, RuleInfo} from './sarif.ts'
import {visible} from './visible.ts'

export function junit({documents, summary}: Report, rules: readonly RuleInfo[], options: ProgramOptions): string {
  const descriptions = new Map(rules.map(({id, description}) => [id, description]))
  const suites = documents.map(document => suiteOf(document, descriptions, options))
  const total = (name: string): number => suites.reduce((sum, {attributes}) => sum + Number(attributes[name]), 0)
  const attributes = {name: wording.suite, tests: total('tests'), failures: total('failures'), errors: summary.failed}
  return `<?xml version="1.0" encoding="UTF-8"?>\n${toXml(x('testsuites', attributes, suites))}\n`
}

function suiteOf({path, messages, error}: DocumentReport, descriptions: ReadonlyMap<string, string>, options: ProgramOptions): Element {
  const name = visible(path)
  const byRule = grouped(messages)
  const cases = [...byRule].map(([id, found]) => caseOf(name, id, descriptions.get(id) ?? id, found, options))
  if (error) {
    const failure = x('error', {message: visible(error.message), type: error.code})
    cases.push(x('testcase', {name: error.code, classname: name}, failure))
  } else if (cases.length === 0) cases.push(x('testcase', {name: wording.nothingFound, classname: name}))
  return x('testsuite', {name, tests: cases.length, failures: byRule.size, errors: error ? 1 : 0}, cases)
}

/** What counts, by rule. */
function grouped(messages: readonly Message[]): Map<string, Message[]> {
  const byRule = new Map<string, Message[]>()
  for (const message of messages) {
    if (message.severity === 'info') continue
    byRule.set(message.ruleId, [...(byRule.get(message.ruleId) ?? []), message])
  }
  return byRule
}

function caseOf(name: string, id: string, description: string, found: readonly Message[], {quotations}: ProgramOptions): Element {
  const lines = found.map(message => {
    const {reason, actual, location} = message
    return quotations ? `${location}: ${reason}${actual === null ? '' : ` «${actual}»`}` : placeWithoutWords(message)
  })
  const type = found[0]?.severity ?? 'warning'
  return x('testcase', {name: id, classname: name}, x('failure', {message: description, type}, lines.map(visible).join('\n')))
}
