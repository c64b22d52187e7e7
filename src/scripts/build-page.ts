/**
 * `npm run build:page`: the offline page as one file, dist/planlint.html. Style, script and the worker with the whole of planlint are in it;
 * its policy lets the browser run these, by their fingerprints, and connect to nothing.
 */
import {createHash} from 'node:crypto'
import {mkdir, writeFile} from 'node:fs/promises'
import {dirname, join} from 'node:path'
import {fileURLToPath} from 'node:url'
import {gzipSync} from 'node:zlib'
import {type BuildOptions, build, transform} from 'esbuild'
import {compile, NodePackageImporter} from 'sass'
import wording from '../browser/wording.json' with {type: 'json'}
import {jsonAsText} from './json-as-text.ts'

const root = fileURLToPath(new URL('../..', import.meta.url))

/** Browsers of 2023 and later, as locked-down laptops have them. */
const target = ['chrome110', 'edge110', 'firefox113', 'safari16.4']

async function bundled(entry: string, more: BuildOptions = {}): Promise<string> {
  const {outputFiles} = await build({
    absWorkingDir: root,
    entryPoints: [entry],
    bundle: true,
    minify: true,
    format: 'iife',
    platform: 'browser',
    target,
    charset: 'utf8',
    jsx: 'automatic',
    jsxImportSource: 'preact',
    loader: {'.html': 'text'},
    plugins: [jsonAsText],
    write: false,
    logLevel: 'warning',
    // The script must not end the element that it stands in.
    supported: {'inline-script': false},
    ...more
  })
  return outputFiles?.[0]?.text ?? ''
}

/** The parts of the GOV.UK Design System that the page uses, and our own. */
async function style(): Promise<string> {
  const {css} = compile(join(root, 'src/browser/style/page.scss'), {importers: [new NodePackageImporter(root)], quietDeps: true})
  const {code} = await transform(css, {loader: 'css', minify: true, target})
  const sheet = await build({
    absWorkingDir: root,
    entryPoints: ['src/browser/style/document.css'],
    bundle: true,
    minify: true,
    target,
    write: false
  })
  return code.trim() + (sheet.outputFiles[0]?.text.trim() ?? '')
}

/** Builds the page into a file. */
export async function buildPage(path: string = join(root, 'dist/planlint.html')): Promise<void> {
  const [css, script, worker] = await Promise.all([
    style(),
    bundled('src/browser/main.tsx'),
    bundled('src/browser/worker.ts', {conditions: ['worker']})
  ])
  await mkdir(dirname(path), {recursive: true})
  await writeFile(path, pageOf(css, script, gzipSync(worker, {level: 9}).toString('base64')))
}

function pageOf(css: string, script: string, worker: string): string {
  const policy = [
    "default-src 'none'",
    "connect-src 'none'",
    `script-src ${fingerprint(script)}`,
    `style-src ${fingerprint(css)}`,
    'img-src data:',
    'worker-src blob:',
    "base-uri 'none'",
    "form-action 'none'"
  ].join('; ')
  return `<!doctype html>
<html lang="en-GB">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<title>${wording.title}</title>
<style>${css}</style>
</head>
<body>
<div id="page"><noscript>${wording.problem.noScript}</noscript></div>
<script type="application/octet-stream" id="worker">${worker}</script>
<script>${script}</script>
</body>
</html>
`
}

function fingerprint(text: string): string {
  return `'sha256-${createHash('sha256').update(text).digest('base64')}'`
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await buildPage(process.argv[2])
