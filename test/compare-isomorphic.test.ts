/** Comparing runs where there is neither Node nor a page, bank holidays and Word files included. */
import {fileURLToPath} from 'node:url'
import {createContext, runInContext} from 'node:vm'
import {build} from 'esbuild'
import {expect, it} from 'vitest'

const entry = fileURLToPath(new URL('../src/compare.ts', import.meta.url))
const reader = fileURLToPath(new URL('../src/index.ts', import.meta.url))

it('bundles for a browser and compares in a worker', async () => {
  const {outputFiles, metafile} = await build({
    stdin: {
      contents: `export * from ${JSON.stringify(entry)}; export {read} from ${JSON.stringify(reader)}`,
      resolveDir: fileURLToPath(new URL('..', import.meta.url))
    },
    bundle: true,
    platform: 'browser',
    conditions: ['worker'],
    format: 'iife',
    globalName: 'planlint',
    write: false,
    metafile: true,
    logLevel: 'silent'
  })
  const imports = Object.values(metafile.inputs).flatMap(({imports}) => imports.map(({path}) => path))
  expect(imports.filter(path => path.startsWith('node:'))).toEqual([])
  const world = createContext({TextDecoder, TextEncoder, structuredClone, setTimeout, clearTimeout, console})
  const source = `${outputFiles[0]?.text}
    const plan = lines => ({path: 'plan.md', document: planlint.read(new TextEncoder().encode('# Child protection plan\\n\\nChild: Ella Marsh, born 3 May 2018\\n\\n' + lines), 'plan.md')})
    planlint.compare([
      plan('Date of plan: 27 March 2026\\n\\nInitial conference: 25 March 2026\\n\\nFirst core group: 13 April 2026'),
      plan('Date of plan: 1 June 2026')
    ]).then(comparison => JSON.stringify(comparison.changes.map(({kind, latest}) => [kind, latest])) + planlint.comparisonHtml(comparison).slice(0, 15))`
  expect(await runInContext(source, world)).toBe('[["late-core-group","2026-04-10"],["time-on-plan",null]]<!doctype html>')
})
