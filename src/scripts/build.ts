/** Bundles the command line and the library into dist/. Readers of Markdown and HTML, and whatever few runs need, load when needed. */
import {execFileSync} from 'node:child_process'
import {chmod, readFile, rm} from 'node:fs/promises'
import {fileURLToPath} from 'node:url'
import {type BuildOptions, build, type Plugin} from 'esbuild'

const root = fileURLToPath(new URL('../..', import.meta.url))

/** Word lists as text to parse: JavaScript engines read JSON much faster than the same thing as code. */
const jsonAsText: Plugin = {
  name: 'json-as-text',
  setup({onLoad}) {
    onLoad({filter: /[\\/]rules[\\/].*\.json$/}, async ({path}) => {
      const text = JSON.stringify(JSON.parse(await readFile(path, 'utf8')))
      return {contents: `export default JSON.parse(${JSON.stringify(text)})`, loader: 'js'}
    })
  }
}

const shared: BuildOptions = {
  absWorkingDir: root,
  bundle: true,
  format: 'esm',
  target: 'node20',
  minify: true,
  plugins: [jsonAsText],
  logLevel: 'warning'
}

/** Everything in a few files of our own: one start reads them much faster than hundreds of modules. */
export async function buildProgram(): Promise<void> {
  await rm(`${root}/dist`, {recursive: true, force: true})
  await build({
    ...shared,
    entryPoints: {cli: 'src/cli/main.ts'},
    outdir: 'dist',
    platform: 'node',
    splitting: true,
    chunkNames: 'parts/[name]-[hash]',
    // CommonJS packages inside an ES module ask for `require`.
    banner: {js: "import {createRequire as planlintRequire} from 'node:module';const require=planlintRequire(import.meta.url);"}
  })
  await chmod(`${root}/dist/cli.js`, 0o755)
}

/** The library leaves npm packages outside, so that a project holds each of them once. */
async function buildLibrary(): Promise<void> {
  await build({...shared, entryPoints: {index: 'src/index.ts'}, outdir: 'dist', platform: 'neutral', packages: 'external', minify: false})
  execFileSync('node', [`${root}/node_modules/typescript/bin/tsc`, '-p', `${root}/tsconfig.types.json`], {stdio: 'inherit'})
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  await buildProgram()
  await buildLibrary()
}
