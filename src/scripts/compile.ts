/** Lets V8 compile what a run on a plan and on a letter uses, and keeps that for every later start with the same Node. */
import '../cli/engine-flags.ts'
import {writeFile} from 'node:fs/promises'
import {createRequire} from 'node:module'
import {exportsOf, scriptOf} from '../cli/compiled.ts'

const samples = ['corpus/child-protection/cp-11.docx', 'corpus/before-proceedings/lbp-11.docx']

/** `path` is that of program.cjs; the working directory holds the corpus. */
async function compile(path: string): Promise<void> {
  const script = scriptOf(path)
  const {run} = exportsOf(script, path, createRequire(path))
  const nothing = (): void => undefined
  const input = async (): Promise<Uint8Array> => new Uint8Array()
  await run(samples, {cwd: process.cwd(), out: nothing, err: nothing, input, columns: null, colour: false, progress: false})
  await writeFile(`${path}.compiled`, script.createCachedData())
}

await compile(process.argv[2] as string)
