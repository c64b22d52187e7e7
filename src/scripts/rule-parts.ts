/** The five parts of every rule: metadata, plugin, page with examples, examples that test it, labels in the corpus; and what must agree between them. */
import {existsSync, readdirSync, readFileSync} from 'node:fs'
import {join} from 'node:path'
import {Ajv} from 'ajv'
import type {RuleMeta} from '../index.ts'
import {type Gold, type Label, unlabelled} from './scoring.ts'

/** Folders under rules/ that are no rules. */
const shared = new Set(['vocabulary', 'schema', 'compare'])
/** Sentences for users, not lists of words. */
const sentences = new Set(['rule.json', 'changes.json'])
/** Examples a page must have, by kind: families of wording, and near-misses. */
const examples = {reported: 3, clean: 5}

/** What is missing or does not agree in a checkout of the repository, a sentence each. */
export function faultsOfRules(root: string): string[] {
  const folders = readdirSync(join(root, 'rules'), {withFileTypes: true})
    .filter(entry => entry.isDirectory() && !shared.has(entry.name))
    .map(({name}) => name)
  const plugins = readdirSync(join(root, 'plugins'))
    .filter(name => name.endsWith('.ts') && name !== 'index.ts')
    .map(name => name.slice(0, -3))
  const ids = [...new Set([...folders, ...plugins])].sort()
  const labels = labelsIn(join(root, 'corpus'))
  const index = textOf(join(root, 'plugins', 'index.ts'))
  const check = schemaChecks(root)
  return [
    ...ids.flatMap(id => [
      ...metaFaults(root, id, check),
      ...pluginFaults(root, id, index),
      ...pageFaults(root, id),
      ...labelFaults(id, labels)
    ]),
    ...listFaults(index, ids),
    ...wordFaults(root, [...folders, 'vocabulary', 'compare'], check)
  ]
}

function textOf(path: string): string {
  return existsSync(path) ? readFileSync(path, 'utf8') : ''
}

type Check = (schema: 'rule' | 'words', text: string, name: string) => string[]

function schemaChecks(root: string): Check {
  const ajv = new Ajv({allErrors: true, strict: false})
  const validate = {
    rule: ajv.compile(JSON.parse(readFileSync(join(root, 'rules', 'schema', 'rule.json'), 'utf8'))),
    words: ajv.compile(JSON.parse(readFileSync(join(root, 'rules', 'schema', 'words.json'), 'utf8')))
  }
  return (schema, text, name) => {
    const fits = validate[schema](JSON.parse(text))
    return fits ? [] : (validate[schema].errors ?? []).map(({instancePath, message}) => `${name}${instancePath} ${message}`)
  }
}

function metaFaults(root: string, id: string, check: Check): string[] {
  const name = `rules/${id}/rule.json`
  const text = textOf(join(root, name))
  if (!text) return [`${name} is missing`]
  const faults = check('rule', text, name)
  const meta: RuleMeta = JSON.parse(text)
  if (meta.id !== id) faults.push(`${name} says its id is ${meta.id}`)
  for (const key of Object.keys(meta.expected)) {
    if (key !== 'default' && !(key in meta.messages)) faults.push(`${name} expects “${key}”, which is no message`)
  }
  return faults
}

function pluginFaults(root: string, id: string, index: string): string[] {
  const name = `plugins/${id}.ts`
  const code = textOf(join(root, name))
  if (!code) return [`${name} is missing`]
  const faults: string[] = []
  if (!code.includes(`'../rules/${id}/rule.json'`)) faults.push(`${name} does not take its words from rules/${id}/rule.json`)
  if (!/export default defineRule\(/.test(code)) faults.push(`${name} does not export a rule`)
  if (!index.includes(`from './${id}.ts'`)) faults.push(`plugins/index.ts does not list ${id}`)
  return faults
}

function pageFaults(root: string, id: string): string[] {
  const name = `rules/${id}/README.md`
  const page = textOf(join(root, name))
  if (!page) return [`${name} is missing`]
  const faults = Object.entries(examples).flatMap(([kind, wanted]) => {
    const count = [...page.matchAll(new RegExp(`^\`{3,}${kind}\\b`, 'gm'))].length
    return count >= wanted ? [] : [`${name} has ${count} examples marked ${kind}, not ${wanted}`]
  })
  if (!/^## (?:What it leaves|Leaves|Left) alone$/m.test(page)) faults.push(`${name} does not say what the rule leaves alone`)
  return faults
}

function labelsIn(corpus: string): Label[] {
  const files = readdirSync(corpus, {recursive: true, encoding: 'utf8'}).filter(name => name.endsWith('.gold.json'))
  return files.flatMap(name => {
    const gold: Gold = JSON.parse(readFileSync(join(corpus, name), 'utf8'))
    return [...gold.findings, ...(gold.optional ?? []), ...(gold.clean ?? [])]
  })
}

function labelFaults(id: string, labels: readonly Label[]): string[] {
  const spoken = unlabelled.has(id) || labels.some(({rule, any_of}) => rule === id || any_of?.includes(id))
  return spoken ? [] : [`corpus/ has no label for ${id}`]
}

/** The list in plugins/index.ts: alphabetical, and nothing on it that is no rule. */
function listFaults(index: string, ids: readonly string[]): string[] {
  const listed = [...index.matchAll(/from '\.\/([\w-]+)\.ts'/g)].map(([, id]) => id as string)
  const faults = listed.filter(id => !ids.includes(id)).map(id => `plugins/index.ts lists ${id}, which is no rule`)
  if (listed.join() !== [...listed].sort().join()) faults.push('plugins/index.ts is not in alphabetical order')
  return faults
}

function wordFaults(root: string, folders: readonly string[], check: Check): string[] {
  return folders.flatMap(folder => {
    const path = join(root, 'rules', folder)
    const names = existsSync(path) ? readdirSync(path).filter(name => name.endsWith('.json') && !sentences.has(name)) : []
    return names.flatMap(name => check('words', textOf(join(path, name)), `rules/${folder}/${name}`))
  })
}
