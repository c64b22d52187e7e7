/** The library as one script for a place where there is neither Node nor a page. Nothing in it may ask for Node. */
import {fileURLToPath} from 'node:url'
import {build} from 'esbuild'
import {expect} from 'vitest'

/** `modules`: files of src/ whose exports the script offers as `planlint`. */
export async function scriptFor(...modules: readonly string[]): Promise<string> {
  const {outputFiles, metafile} = await build({
    stdin: {
      contents: modules.map(name => `export * from './src/${name}'`).join('\n'),
      resolveDir: fileURLToPath(new URL('../..', import.meta.url))
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
  return outputFiles[0]?.text ?? ''
}
