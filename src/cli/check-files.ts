/** Checks files one by one; a file that cannot be read never stops the others. */
import {check, type DocumentReport, failure, ReadError, readOnDemand, type Source} from '../index.ts'
import type {ConfigFinder} from './config-file.ts'
import {bytesOf, type Target} from './files.ts'
import type {Io} from './io.ts'

export interface Checked {
  documents: DocumentReport[]
  sources: Map<string, Source>
}

/** Path that stands for standard input. */
export const standardInput = '-'

/** `name` is what to call standard input. */
export async function checkFiles(targets: readonly Target[], finder: ConfigFinder, io: Io, name: string): Promise<Checked> {
  const checked: Checked = {documents: [], sources: new Map()}
  const bar = io.progress && targets.length > 1 ? await progressBar(targets.length) : null
  try {
    for (const target of targets) {
      const path = target.path === standardInput ? name : target.path
      const {settings} = await finder(path)
      const {report, source} = await checkFile({...target, path}, target.path === standardInput, settings, io)
      checked.documents.push(report)
      if (source) checked.sources.set(path, source)
      bar?.increment()
    }
  } finally {
    bar?.stop()
  }
  return checked
}

type Settings = Parameters<typeof check>[2]

async function checkFile(target: Target, isInput: boolean, settings: Settings, io: Io): Promise<{report: DocumentReport; source?: Source}> {
  try {
    if (target.error) throw target.error
    const bytes = isInput ? await io.input() : await bytesOf(target.path, io.cwd)
    return check(await readOnDemand(bytes, target.path), target.path, settings)
  } catch (error) {
    return {report: failure(error instanceof ReadError ? error : ownFault(error), target.path)}
  }
}

/** A fault of planlint's own in one file must not lose the findings of all the others. */
function ownFault(error: unknown): ReadError {
  const said = error instanceof Error ? `${error.name}: ${error.message}` : String(error)
  return new ReadError(
    'internal',
    `planlint failed on this file through a fault of its own (${said}): please report that, without the document.`
  )
}

async function progressBar(total: number): Promise<{increment(): void; stop(): void}> {
  const {SingleBar} = (await import('cli-progress')).default
  const bar = new SingleBar({format: '{bar} {value} of {total} documents', stream: process.stderr, clearOnComplete: true, hideCursor: true})
  bar.start(total, 0)
  return bar
}
