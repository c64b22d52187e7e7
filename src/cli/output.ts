/** Where the report goes. An input is never written over. */
import {stat, writeFile} from 'node:fs/promises'
import {resolve} from 'node:path'
import {Fault} from './fault.ts'

/** Throws a Fault if the output file is one of the inputs, by whatever name or link. */
export async function assertNotInput(output: string, inputs: readonly string[], cwd: string): Promise<void> {
  const there = await stat(resolve(cwd, output)).catch(() => null)
  if (there?.isDirectory()) throw new Fault(`--output-file ${output} is a folder: give the name of a file.`)
  for (const input of inputs) {
    const same = resolve(cwd, output) === resolve(cwd, input)
    const found = there && (await stat(resolve(cwd, input)).catch(() => null))
    if (same || (there && found && there.ino === found.ino && there.dev === found.dev)) {
      throw new Fault(`--output-file ${output} is one of the documents to check: planlint never writes over a document. Give another name.`)
    }
  }
}

/** Rejects with a Fault if the file cannot be written. */
export async function writeReport(path: string, text: string | Uint8Array, cwd: string): Promise<void> {
  await writeFile(resolve(cwd, path), text).catch((error: NodeJS.ErrnoException) => {
    throw new Fault(
      `--output-file ${path} could not be written: ${error.code === 'ENOENT' ? 'there is no such folder' : 'is it open, or protected?'}`
    )
  })
}
