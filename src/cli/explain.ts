/** What the rules are and why they matter. */
import {existsSync, readFileSync} from 'node:fs'
import {dirname, join} from 'node:path'
import {fileURLToPath} from 'node:url'
import {rules} from '../index.ts'
import {Fault} from './fault.ts'

/** One line a rule. */
export function ruleList(): string {
  const size = Math.max(...rules.map(({meta}) => meta.id.length))
  return rules.map(({meta}) => `${meta.id.padEnd(size)}  ${meta.severity.padEnd(7)}  ${meta.description}\n`).join('')
}

/** Why a rule matters, what it asks for, and its page with examples. Throws a Fault if there is no such rule. */
export function explanation(id: string): string {
  const rule = rules.find(({meta}) => meta.id === id)
  if (!rule) throw new Fault(`There is no rule “${id}”. Rules: ${rules.map(({meta}) => meta.id).join(', ')}.`)
  const {meta} = rule
  const asks = [...new Set(Object.values(meta.expected).flat())].map(text => `  → ${text}\n`).join('')
  const head = `${meta.id} (${meta.severity})\n${meta.description}.\n\n${meta.note}\n\nWhat to do:\n${asks}`
  return `${head}\n${page(id) ?? `More: ${meta.sources.join('; ')}`}\n`
}

/** The rule's README, from the folder `rules` above this file: beside `dist` in the package, beside `src` in the repository. */
function page(id: string): string | null {
  for (let at = dirname(fileURLToPath(import.meta.url)); dirname(at) !== at; at = dirname(at)) {
    const path = join(at, 'rules', id, 'README.md')
    if (existsSync(path)) return readFileSync(path, 'utf8')
  }
  return null
}
