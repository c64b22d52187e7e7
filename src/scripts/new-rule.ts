/** `npm run new-rule -- missing-thing`: writes the parts of a new rule and adds it to the list. The rest is thinking. */
import {existsSync, mkdirSync, readFileSync, writeFileSync} from 'node:fs'
import {join} from 'node:path'
import {fileURLToPath} from 'node:url'

/** Writes the files of a rule into a checkout. Throws an Error if the name will not do. */
export function createRule(id: string, root: string): string[] {
  if (!/^[a-z]+(-[a-z]+)+$/.test(id)) throw new Error('Call a rule by its fault and its thing, in small letters: missing-owner')
  if (existsSync(join(root, 'rules', id))) throw new Error(`There is a rule ${id} already`)
  mkdirSync(join(root, 'rules', id))
  const files = {[`rules/${id}/rule.json`]: meta(id), [`rules/${id}/README.md`]: page(id), [`plugins/${id}.ts`]: plugin(id)}
  for (const [path, text] of Object.entries(files)) writeFileSync(join(root, path), text)
  const index = join(root, 'plugins', 'index.ts')
  writeFileSync(index, withRule(readFileSync(index, 'utf8'), id))
  return [...Object.keys(files), 'plugins/index.ts']
}

function meta(id: string): string {
  const rule = {
    $schema: '../schema/rule.json',
    id,
    description: 'What is wrong, in a few words',
    documentTypes: ['child-in-need-plan', 'child-protection-plan'],
    unit: 'document',
    severity: 'warning',
    rank: 50,
    tags: ['plan'],
    options: {},
    messages: {default: 'What the reader is left unsure of, in one line'},
    expected: {default: ['What to ask or write instead']},
    note: 'Why it matters, in a sentence or two.',
    sources: []
  }
  return `${JSON.stringify(rule, null, 2)}\n`
}

function page(id: string): string {
  return `# ${id}

What the rule finds, in a sentence.

## Why a parent needs it

## What it looks at

## Examples

Write at least three documents that must be reported and five near-misses that must not. Mark the words to be quoted like «this».

\`\`\`reported
# Child in need plan: Sam Orme
\`\`\`

\`\`\`clean
# Child in need plan: Sam Orme
\`\`\`

## What it leaves alone

## Sources
`
}

function plugin(id: string): string {
  return `/** The one question this rule asks of the plan? */
import meta from '../rules/${id}/rule.json' with {type: 'json'}
import {defineRule} from '../src/engine/define-rule.ts'

export default defineRule(meta, (plan, report) => {
  if (plan.rows.length === 0) report({at: null})
})
`
}

/** The list of rules with one more, in alphabetical order. */
function withRule(index: string, id: string): string {
  const name = id.replace(/-([a-z])/g, (_, letter: string) => letter.toUpperCase())
  const imports = index.match(/^import \w+ from '\.\/.+$/gm) ?? []
  const names = /const rules[^[]*\[\]? = \[([^\]]*)\]/.exec(index)?.[1]?.match(/\w+/g) ?? []
  const sorted = [...imports, `import ${name} from './${id}.ts'`].sort((a, b) => (pathOf(a) < pathOf(b) ? -1 : 1))
  const listed = sorted.map(line => /^import (\w+)/.exec(line)?.[1] as string)
  const before = index.slice(0, index.indexOf(imports[0] as string))
  const after = index.slice(index.lastIndexOf('\n]'))
  if (names.length !== imports.length) throw new Error('plugins/index.ts imports and lists different rules')
  return `${before}${sorted.join('\n')}\n\nconst rules: readonly Rule[] = [\n${listed.map(rule => `  ${rule}`).join(',\n')}${after}`
}

function pathOf(line: string): string {
  return /'\.\/(.+)\.ts'/.exec(line)?.[1] ?? ''
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  try {
    const written = createRule(process.argv[2] ?? '', fileURLToPath(new URL('../..', import.meta.url)))
    console.log(`Written:\n${written.map(path => `  ${path}`).join('\n')}\nThen: npm run docs, and label it in corpus/.`)
  } catch (error) {
    console.error((error as Error).message)
    process.exitCode = 2
  }
}
