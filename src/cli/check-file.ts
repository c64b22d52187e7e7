/** Checks one file; whatever is wrong with it goes into its report. */
import {check, type DocumentReport, failure, ReadError, readOnDemand, type Source} from '../index.ts'
import {bytesOf, type Target} from './files.ts'

export interface Result {
  report: DocumentReport
  source?: Source
}

type Settings = Parameters<typeof check>[2]

/** `input` stands in for the file where it is standard input. */
export async function checkFile(target: Target, settings: Settings, cwd: string, input?: () => Promise<Uint8Array>): Promise<Result> {
  try {
    if (target.error) throw target.error
    const bytes = input ? await input() : bytesOf(target.path, cwd)
    return check(await readOnDemand(bytes, target.path), target.path, settings)
  } catch (error) {
    return {report: failure(readError(error), target.path)}
  }
}

/** What went wrong with one file. A fault of planlint's own in one must not lose the findings of all the others. */
export function readError(error: unknown): ReadError {
  if (error instanceof ReadError) return error
  const said = error instanceof Error ? `${error.name}: ${error.message}` : String(error)
  return new ReadError(
    'internal',
    `planlint failed on this file through a fault of its own (${said}): please report that, without the document.`
  )
}
