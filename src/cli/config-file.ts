/** `.planlintrc.json`: found upward from a file, checked, and joined with the flags. */
import {existsSync} from 'node:fs'
import {readFile} from 'node:fs/promises'
import {dirname, join, resolve} from 'node:path'
import type {ErrorObject, ValidateFunction} from 'ajv'
import schema from '../../rules/schema/config.json' with {type: 'json'}
import {type Config, type ConfiguredSettings, configFaults, type LintSettings, rules, settingsOf} from '../index.ts'
import {answersOf} from './answers.ts'
import {Fault} from './fault.ts'
import {assertDate, type Options} from './options.ts'

const fileName = '.planlintrc.json'

/** Formats that show the document itself; the others need not carry it from thread to thread. */
const showsDocuments: ReadonlySet<Options['format']> = new Set(['html'])

export interface Configured {
  /** Where the configuration came from; null when there is none. */
  path: string | null
  config: Config
  settings: ConfiguredSettings & {keepTree: boolean} & Pick<LintSettings, 'answers'>
}

/** Finds the configuration for a file. Rejects with a Fault that names the key and what it may be. */
export type ConfigFinder = (path: string) => Promise<Configured>

/** Each configuration is read and made ready once a run. */
export function configFinder(options: Options, cwd: string): ConfigFinder {
  const byFile = new Map<string | null, Promise<Configured>>()
  const byFolder = new Map<string, string | null>()
  const load = (path: string | null): Promise<Configured> => {
    const known = byFile.get(path) ?? configured(path, options, cwd)
    byFile.set(path, known)
    return known
  }
  return async path => {
    if (typeof options.config === 'string') return load(resolve(cwd, options.config))
    if (options.config === false) return load(null)
    const folder = dirname(resolve(cwd, path))
    const found = byFolder.has(folder) ? byFolder.get(folder) : nearest(folder)
    byFolder.set(folder, found ?? null)
    return load(found ?? null)
  }
}

function nearest(folder: string): string | null {
  for (let at = folder; ; at = dirname(at)) {
    const path = join(at, fileName)
    if (existsSync(path)) return path
    if (dirname(at) === at) return null
  }
}

async function configured(path: string | null, options: Options, cwd: string): Promise<Configured> {
  const fromFile = path === null ? {} : await parsed(path)
  const config = withFlags(fromFile, options)
  const faults = configFaults(config, rules)
  if (faults.length > 0) throw new Fault(faults.map(fault => `${path ?? '--rule'}: ${fault}.`).join('\n'))
  const settings = {...settingsFrom(config, path), keepTree: showsDocuments.has(options.format)}
  if (options.answers === undefined) return {path, config, settings}
  const answers = await Promise.all(options.answers.map(earlier => answersOf(earlier, settings, cwd)))
  return {path, config, settings: {...settings, answers: answers.flat()}}
}

function settingsFrom(config: Config, path: string | null): ConfiguredSettings {
  try {
    return settingsOf(config, rules)
  } catch (error) {
    throw new Fault(`${path}: ${(error as Error).message}.`)
  }
}

async function parsed(path: string): Promise<Config> {
  const text = await readFile(path, 'utf8').catch(() => {
    throw new Fault(`${path}: this configuration could not be opened.`)
  })
  const value = parseJson(text.replace(/^\ufeff/, ''), path)
  const {Ajv} = await import('ajv')
  const validate: ValidateFunction<Config> = new Ajv({allErrors: true, verbose: true, strict: false}).compile<Config>(schema)
  if (!validate(value))
    throw new Fault(
      faultsOf(validate.errors ?? [])
        .map(fault => `${path}: ${fault}.`)
        .join('\n')
    )
  if (value.asOf) assertDate(value.asOf, `${path}: “asOf”`)
  return value
}

function parseJson(text: string, path: string): unknown {
  try {
    return JSON.parse(text)
  } catch (error) {
    const at = Number(/position (\d+)/.exec((error as Error).message)?.[1] ?? text.length)
    throw new Fault(`${path}: this is not valid JSON; look near line ${text.slice(0, at).split('\n').length}.`)
  }
}

function withFlags(config: Config, {rule, type, asOf, readingAge}: Options): Config {
  const changed = {...config.rules}
  for (const [id, severity] of rule) {
    const before = changed[id]
    changed[id] = Array.isArray(before) ? [severity, before[1]] : severity
  }
  return {...config, rules: changed, ...(type && {type}), ...(asOf && {asOf}), ...(readingAge && {readingAge})}
}

/** A sentence for each key that is wrong. Of several branches that do not fit, the one with allowed values says it. */
function faultsOf(errors: readonly ErrorObject[]): string[] {
  const byKey = new Map<string, string>()
  for (const error of errors) {
    const key = keyOf(error)
    const text = faultOf(error, key)
    if (text && (error.keyword === 'enum' || !byKey.has(key))) byKey.set(key, text)
  }
  return [...byKey.values()]
}

function keyOf({instancePath, keyword, params}: ErrorObject): string {
  const parts = instancePath
    .split('/')
    .slice(1)
    .map(part => part.replaceAll('~1', '/').replaceAll('~0', '~'))
  if (keyword === 'additionalProperties') parts.push(String(params.additionalProperty))
  if (keyword === 'required') parts.push(String(params.missingProperty))
  return parts.map((part, index) => (/^\d+$/.test(part) ? `[${part}]` : index > 0 ? `.${part}` : part)).join('')
}

function faultOf({keyword, params, data, parentSchema}: ErrorObject, key: string): string | null {
  const said = typeof data === 'string' || typeof data === 'number' ? `, not “${data}”` : ''
  switch (keyword) {
    case 'additionalProperties':
      return `“${key}” is not a setting: use one of ${Object.keys(schema.properties).join(', ')}`
    case 'required':
      return `“${key}” is missing`
    case 'enum':
      return `“${key}” must be one of ${params.allowedValues.join(', ')}${said}`
    case 'type':
      return key ? `“${key}” must be ${article(params.type)}${said}` : 'the configuration must be an object in { }'
    case 'minimum':
    case 'maximum': {
      const {minimum, maximum} = parentSchema as {minimum: number; maximum: number}
      return `“${key}” must be from ${minimum} to ${maximum}${said}`
    }
    case 'pattern':
      return key === 'asOf' ? `“asOf” must be a date such as 2026-03-04${said}` : `“${key}” must hold a word${said}`
    case 'anyOf':
      return null
    default:
      return `“${key}” is not as it should be${said}`
  }
}

function article(type: string): string {
  return (
    {array: 'a list in [ ]', integer: 'a whole number', object: 'an object in { }', string: 'text in quotation marks', number: 'a number'}[
      type
    ] ?? `a ${type}`
  )
}
