/** Bundles the command line, the library and the offline page into dist/. Readers of Markdown and HTML, and whatever few runs need, wake when needed. */
import {execFileSync} from 'node:child_process'
import {chmod, readFile, rm, writeFile} from 'node:fs/promises'
import {join} from 'node:path'
import {fileURLToPath} from 'node:url'
import {type BuildOptions, build, type Plugin} from 'esbuild'
import {buildPage} from './build-page.ts'
import {jsonAsText} from './json-as-text.ts'

const root = fileURLToPath(new URL('../..', import.meta.url))

/**
 * Packages that the code imports when it needs them become files of their own beside the program: reading a megabyte and a half of PDF
 * parser takes longer than a start has. `found` collects their names.
 */
const onDemand = (found: Set<string>): Plugin => ({
  name: 'on-demand',
  setup({onResolve}) {
    onResolve({filter: /^[^./]/}, ({path, kind}) => {
      if (kind !== 'dynamic-import') return undefined
      found.add(path)
      return {path: `./${fileOf(path)}.cjs`, external: true}
    })
  }
})

/** The parser of the command line would start programs for commands in files of their own, which planlint has none of; loading takes 4 ms. */
const noCommandFiles: Plugin = {
  name: 'no-command-files',
  setup({onResolve, onLoad}) {
    onResolve({filter: /^node:child_process$/}, ({path, importer}) =>
      /[\\/]commander[\\/]/.test(importer) ? {path, namespace: 'no-command-files'} : undefined
    )
    onLoad({filter: /.*/, namespace: 'no-command-files'}, () => ({contents: 'module.exports = {}'}))
  }
}

const fileOf = (name: string): string => name.replaceAll('/', '-')

const shared: BuildOptions = {
  absWorkingDir: root,
  bundle: true,
  format: 'esm',
  target: 'node20',
  minify: true,
  plugins: [jsonAsText],
  logLevel: 'warning'
}

const commonJs: BuildOptions = {
  ...shared,
  outExtension: {'.js': '.cjs'},
  format: 'cjs',
  platform: 'node',
  define: {'import.meta.url': 'planlintUrl'},
  // Zip files are read and written in this thread: what would start others need not be loaded.
  alias: {fflate: 'fflate/browser'},
  banner: {js: "const planlintUrl=require('node:url').pathToFileURL(__filename).href;"},
  // Code that runs from what V8 compiled knows `require` only. All Nodes that can run the program know \p{…}: no need to spell it out.
  supported: {'dynamic-import': false, 'regexp-unicode-property-escapes': true}
}

/** The program without its loader: everything in one file, which starts much faster than hundreds of modules. */
async function bundleProgram(outdir: string): Promise<void> {
  const packages = new Set<string>()
  await build({
    ...commonJs,
    entryPoints: {program: 'src/cli/run.ts'},
    outdir,
    plugins: [jsonAsText, onDemand(packages), noCommandFiles]
  })
  await escapeLetters(join(outdir, 'program.cjs'))
  await build({...commonJs, entryPoints: Object.fromEntries([...packages].map(name => [fileOf(name), name])), outdir, external: optional})
}

/** What piscina would use if it were there. */
const optional = ['@napi-rs/nice']

/** What the threads of an audit run: piscina's side, which it looks for beside itself under this name, and ours. */
async function bundleThreads(outdir: string): Promise<void> {
  await build({
    ...shared,
    entryPoints: {worker: 'node_modules/piscina/dist/worker.js'},
    outdir,
    platform: 'node',
    external: optional,
    banner: {js: "import {createRequire} from 'node:module';const require=createRequire(import.meta.url);"}
  })
  await build({...commonJs, entryPoints: {auditor: 'src/cli/auditor.ts'}, outdir, plugins: [compiledInstead]})
}

/**
 * The loader reads the program byte by byte as Latin-1, which starts faster; esbuild leaves curly quotes and dashes in regular expressions
 * as they are, so they are escaped here.
 */
async function escapeLetters(path: string): Promise<void> {
  const code = await readFile(path, 'utf8')
  await writeFile(
    path,
    code.replace(/[^\0-\x7f]/g, letter => `\\u${letter.charCodeAt(0).toString(16).padStart(4, '0')}`)
  )
}

/** The loader is `main.ts` with the compiled program in place of its source. */
const compiledInstead: Plugin = {
  name: 'compiled-instead',
  setup({onResolve}) {
    onResolve({filter: /^\.\/run\.ts$/}, ({resolveDir}) => ({path: join(resolveDir, 'compiled.ts')}))
  }
}

/** As CommonJS: Node gets its loader of modules ready only for a program that is one, which takes 5 ms. */
async function bundleLoader(outdir: string): Promise<void> {
  const entryPoints = {cli: 'src/cli/main.ts', helper: 'src/cli/helper.ts'}
  await build({...commonJs, entryPoints, outdir, plugins: [compiledInstead]})
  await chmod(join(outdir, 'cli.cjs'), 0o755)
}

/** Builds cli.cjs and what it needs, in a folder that is emptied first. */
export async function buildProgram(outdir: string = join(root, 'dist')): Promise<void> {
  await rm(outdir, {recursive: true, force: true})
  await Promise.all([bundleProgram(outdir), bundleLoader(outdir), bundleThreads(outdir)])
  // In a process of its own: what V8 compiles is good for the same settings only, and these must be made before anything else runs.
  execFileSync(process.execPath, ['--import', 'tsx', 'src/scripts/compile.ts', join(outdir, 'program.cjs')], {cwd: root, stdio: 'inherit'})
}

/** The library leaves npm packages outside, so that a project holds each of them once. */
async function buildLibrary(): Promise<void> {
  const entryPoints = {index: 'src/index.ts', audit: 'src/audit.ts', compare: 'src/compare.ts'}
  await build({...shared, entryPoints, splitting: true, outdir: 'dist', platform: 'neutral', packages: 'external', minify: false})
  execFileSync('node', [`${root}/node_modules/typescript/bin/tsc`, '-p', `${root}/tsconfig.types.json`], {stdio: 'inherit'})
}

// With a folder, only the program, into that folder: what the tests run.
if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const [outdir] = process.argv.slice(2)
  await buildProgram(outdir)
  if (!outdir) await Promise.all([buildLibrary(), buildPage()])
}
