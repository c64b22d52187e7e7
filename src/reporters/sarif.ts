/**
 * The report as SARIF 2.1.0, for programs that collect findings. No words of a document are in it unless they are asked for: then each
 * finding has its own reason and quotes the words it stands on.
 */
import type {Location, Log, ReportingDescriptor, Result, Run} from 'sarif'
import type {DocumentReport, Message, Report} from '../report.ts'
import {placeWithoutWords} from '../report.ts'
import wording from './programs.json' with {type: 'json'}

export interface ProgramOptions {
  /** Words of the documents may be shown. */
  quotations: boolean
}

/** What a program may be told of a rule. */
export interface RuleInfo {
  id: string
  description: string
  note: string
}

const levels = {error: 'error', warning: 'warning', info: 'note'} as const
/** Files whose own lines and columns a finding's place counts in. */
const plainText = /\.(?:md|markdown|html?|txt)$/i

export function sarif(report: Report, rules: readonly RuleInfo[], options: ProgramOptions): string {
  const log: Log = {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [runOf(report, rules, options)]
  }
  return `${JSON.stringify(log, null, 2)}\n`
}

function runOf({planlint, documents}: Report, rules: readonly RuleInfo[], options: ProgramOptions): Run {
  const indexes = new Map(rules.map(({id}, index) => [id, index]))
  const failed = documents.filter(({error}) => error)
  return {
    tool: {driver: {name: 'planlint', semanticVersion: planlint, version: planlint, rules: rules.map(descriptorOf)}},
    columnKind: 'utf16CodeUnits',
    artifacts: documents.map(({path}) => ({location: {uri: uriOf(path)}})),
    results: documents.flatMap((document, index) =>
      document.messages.map(message => {
        const rule = indexes.get(message.ruleId) ?? -1
        const description = rules[rule]?.description ?? message.ruleId
        return resultOf(message, document, {index, rule, description}, options)
      })
    ),
    invocations: [
      {
        executionSuccessful: failed.length === 0,
        toolExecutionNotifications: failed.map(({path, error}) => ({
          level: 'error',
          descriptor: {id: error?.code ?? 'unreadable'},
          message: {text: error?.message ?? ''},
          locations: [{physicalLocation: {artifactLocation: {uri: uriOf(path)}}}]
        }))
      }
    ]
  }
}

/** Indexes of document and rule in the log. */
interface Found {
  index: number
  rule: number
  description: string
}

function descriptorOf({id, description, note}: RuleInfo): ReportingDescriptor {
  return {id, shortDescription: {text: `${description}.`}, fullDescription: {text: note}}
}

function resultOf(message: Message, document: DocumentReport, at: Found, options: ProgramOptions): Result {
  const {ruleId, severity, reason, expected} = message
  const advice = expected.length > 0 ? ` ${wording.instead} ${expected.join('; ')}.` : ''
  return {
    ruleId,
    ...(at.rule >= 0 && {ruleIndex: at.rule}),
    level: levels[severity],
    // The reason may quote; the rule's own description never does.
    message: {text: options.quotations ? `${reason}.${advice}` : `${at.description}.`},
    locations: [locationOf(message, document, at.index, options)]
  }
}

function locationOf(message: Message, {path}: DocumentReport, index: number, {quotations}: ProgramOptions): Location {
  const {place, actual, location} = message
  const region = place &&
    plainText.test(path) && {
      region: {
        startLine: place.start.line,
        startColumn: place.start.column,
        endLine: place.end.line,
        endColumn: place.end.column,
        ...(quotations && actual !== null && {snippet: {text: actual}})
      }
    }
  return {
    physicalLocation: {artifactLocation: {uri: uriOf(path), index}, ...region},
    logicalLocations: [{fullyQualifiedName: quotations ? location : placeWithoutWords(message), kind: 'element'}]
  }
}

/** A path as a URI: relative ones stay relative. */
function uriOf(path: string): string {
  const slashed = path.replaceAll('\\', '/')
  const uri = slashed.split('/').map(encodeURIComponent).join('/')
  return slashed.startsWith('/') ? `file://${uri}` : uri.replace(/^([A-Za-z])%3A\//, 'file:///$1:/')
}
