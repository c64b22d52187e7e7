/**
 * `npm run docs`: writes rules/README.md, the table of all rules, the sample run in README.md, and as data that every runtime can import what an
 * audit teaches about each rule, the style and script of the HTML report, and what the offline page says of each rule. `--check` only says whether
 * they are up to date.
 */
import {readFileSync, writeFileSync} from 'node:fs'
import {fileURLToPath} from 'node:url'
import {build} from 'esbuild'
import {type RuleMeta, rules} from '../index.ts'
import {rulePages} from './rule-pages.ts'
import {sampleOutput} from './samples.ts'
import {teachingData} from './teaching.ts'

const path = fileURLToPath(new URL('../../rules/README.md', import.meta.url))

const groups: readonly [string, (meta: RuleMeta) => boolean][] = [
  ['All documents', ({documentTypes}) => documentTypes.includes('unknown')],
  [
    'Plans and letters',
    ({documentTypes}) => isFor(documentTypes, 'plan') && isFor(documentTypes, 'letter') && !documentTypes.includes('unknown')
  ],
  ['Child in need and child protection plans', ({documentTypes}) => isFor(documentTypes, 'plan') && !isFor(documentTypes, 'letter')],
  ['Letters before proceedings', ({documentTypes}) => !isFor(documentTypes, 'plan') && isFor(documentTypes, 'letter')]
]

function isFor(types: readonly string[], kind: string): boolean {
  return types.some(type => type.includes(kind))
}

/** The page as it should be. */
export function rulesPage(): string {
  const parts = groups.map(([title, belongs]) => {
    const rows = rules
      .map(({meta}) => meta)
      .filter(belongs)
      .map(
        ({id, severity, unit, description}) =>
          `| [\`${id}\`](${id}/README.md) | ${severity} | ${unit} | ${description.replaceAll('|', '\\|')} |`
      )
    return rows.length > 0
      ? `## ${title}\n\n| rule | severity | one finding for each | finds |\n|---|---|---|---|\n${rows.join('\n')}\n`
      : ''
  })
  return `<!-- Written by npm run docs: do not edit. -->\n\n# Rules\n\n${intro}\n\n${parts.filter(Boolean).join('\n')}`
}

const intro = `An *error* stops the plan or letter from working; a *warning* leaves the reader unsure; *info* is a hint and never counts.
Each folder holds what a rule is (\`rule.json\`, with all its wording), why and when (\`README.md\`, whose examples are its tests), and its word
lists. \`vocabulary/\` holds words that several rules read; \`compare/\` words and sentences of \`planlint compare\`; \`schema/\` says what each file may hold.

Word lists use four marks: \`engage~\` any form of the word, \`(home|house)\` one of these, \`[fully]\` may be left out, \`...\` a few words.`

const readme = fileURLToPath(new URL('../../README.md', import.meta.url))

const teaching = fileURLToPath(new URL('../audit/teaching.json', import.meta.url))

/** README.md with the output of a real run between its marks. */
export async function readmePage(): Promise<string> {
  const text = readFileSync(readme, 'utf8')
  const output = await sampleOutput()
  return text.replace(/<!-- sample -->[\s\S]*<!-- \/sample -->/, () => `<!-- sample -->\n\`\`\`\n${output}\n\`\`\`\n<!-- /sample -->`)
}

const htmlFolder = fileURLToPath(new URL('../reporters/html/', import.meta.url))
const htmlPage = `${htmlFolder}page.json`

/** Style and script of the HTML report, each as one text. They keep their lines, so that whoever doubts them can read them in the report. */
async function htmlPageData(): Promise<string> {
  const [style, script] = await Promise.all([bundled('page/style.css'), bundled('page/script.ts')])
  return `${JSON.stringify({style, script}, null, 2)}\n`
}

async function bundled(name: string): Promise<string> {
  const {outputFiles} = await build({
    absWorkingDir: htmlFolder,
    entryPoints: [name],
    bundle: true,
    format: 'iife',
    target: 'es2022',
    charset: 'utf8',
    write: false
  })
  return outputFiles[0]?.text ?? ''
}

const pageRules = fileURLToPath(new URL('../browser/rule-pages.json', import.meta.url))

/** One rule a line. */
function pageRulesData(): string {
  return `[\n${rulePages()
    .map(page => JSON.stringify(page))
    .join(',\n')}\n]\n`
}

/** Names of the files that are not as they should be. */
export async function outOfDate(): Promise<string[]> {
  const wanted: [string, string, string][] = [
    ['rules/README.md', path, rulesPage()],
    ['README.md', readme, await readmePage()],
    ['src/reporters/html/page.json', htmlPage, await htmlPageData()],
    ['src/browser/rule-pages.json', pageRules, pageRulesData()],
    ['src/audit/teaching.json', teaching, teachingData()]
  ]
  return wanted.filter(([, file, text]) => readFileSync(file, 'utf8') !== text).map(([name]) => name)
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  if (!process.argv.includes('--check')) {
    writeFileSync(path, rulesPage())
    writeFileSync(readme, await readmePage())
    writeFileSync(htmlPage, await htmlPageData())
    writeFileSync(pageRules, pageRulesData())
    writeFileSync(teaching, teachingData())
  } else {
    const stale = await outOfDate()
    if (stale.length > 0) {
      console.error(`${stale.join(' and ')} out of date: run npm run docs`)
      process.exitCode = 1
    }
  }
}
