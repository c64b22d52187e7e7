/** A council's configuration, made ready for a run. Where it is found and whether it fits the schema is the caller's business. */
import type {PlanSettings} from '../model/build.ts'
import type {DocumentType, Severity} from '../report.ts'
import type {PhraseEntry} from '../text/phrases.ts'
import type {Rule} from './define-rule.ts'
import {prepareRules, type RuleSet, type RuleSetting} from './run-rule.ts'

export type SeverityOrOff = Severity | 'off'

/** `.planlintrc.json`; rules/schema/config.json says what each key means. */
export interface Config {
  $schema?: string
  rules?: Record<string, SeverityOrOff | [SeverityOrOff, Record<string, unknown>]>
  type?: Exclude<DocumentType, 'unknown'>
  readingAge?: number
  asOf?: string
  localClock?: LocalClock
  explainedWords?: string[]
  localServices?: string[]
  /** More entries for the word list of a rule, by rule id. */
  extraWords?: Record<string, PhraseEntry[]>
}

/** For comparing versions: what a council asks for beyond the national clock, in weeks from one meeting to the next. */
export interface LocalClock {
  coreGroupWeeks?: number
  childInNeedReviewWeeks?: number
}

/** What `lint()` takes. */
export interface ConfiguredSettings extends PlanSettings {
  rules: RuleSet
  targetReadingAge?: number
}

/** What is wrong with a configuration, a sentence each, as far as only the rules can tell. */
export function configFaults(config: Config, rules: readonly Rule[]): string[] {
  const known = new Map(rules.map(rule => [rule.meta.id, rule]))
  const faults: string[] = []
  for (const [id, value] of Object.entries(config.rules ?? {})) {
    const rule = known.get(id)
    if (!rule) faults.push(`“rules.${id}” is not a rule: use one of ${[...known.keys()].join(', ')}`)
    else if (Array.isArray(value)) faults.push(...optionFaults(rule, value[1]))
  }
  for (const id of Object.keys(config.extraWords ?? {})) {
    const listed = rules.filter(({lists}) => Object.keys(lists).length > 0).map(({meta}) => meta.id)
    if (!listed.includes(id)) faults.push(`“extraWords.${id}” is not a rule with a word list: use one of ${listed.join(', ')}`)
  }
  return faults
}

function optionFaults({meta}: Rule, options: Record<string, unknown>): string[] {
  const names = Object.keys(meta.options)
  return Object.entries(options).flatMap(([name, value]) => {
    const key = `“rules.${meta.id}[1].${name}”`
    if (!names.includes(name)) {
      return [`${key} is not an option of ${meta.id}: ${names.length > 0 ? `use one of ${names.join(', ')}` : 'it has none'}`]
    }
    const wanted = kindOf(meta.options[name])
    return kindOf(value) === wanted ? [] : [`${key} must be a ${wanted}`]
  })
}

function kindOf(value: unknown): string {
  return Array.isArray(value) ? 'list' : typeof value
}

/** Settings for `lint()`. Throws an Error that names the phrase if an extra phrase is badly written. */
export function settingsOf(config: Config, rules: readonly Rule[]): ConfiguredSettings {
  const settings: Record<string, RuleSetting> = {}
  for (const rule of rules) settings[rule.meta.id] = settingOf(rule, config)
  return {
    rules: prepareRules(rules, settings, config.localServices),
    ...(config.type && {type: config.type}),
    ...(config.asOf && {asOf: config.asOf}),
    ...(config.readingAge && {targetReadingAge: config.readingAge})
  }
}

function settingOf({meta, lists}: Rule, {rules = {}, extraWords = {}, explainedWords = []}: Config): RuleSetting {
  const value = rules[meta.id]
  const [severity, given = {}] = Array.isArray(value) ? value : [value]
  const explained = 'explained' in meta.options && {explained: [...explainedWords, ...((given.explained as string[] | undefined) ?? [])]}
  const list = Object.keys(lists)[0]
  const extra = extraWords[meta.id]
  return {...(severity && {severity}), options: {...given, ...explained}, ...(extra && list && {extra: {[list]: extra}})}
}
