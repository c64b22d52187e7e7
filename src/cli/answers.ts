/** `--answers`: what was answered in the comments of an earlier version. */
import {type CarriedAnswer, check, type LintSettings, ReadError, readOnDemand} from '../index.ts'
import {Fault} from './fault.ts'
import {bytesOf} from './files.ts'

/** Checks the earlier version as this one will be. Rejects with a Fault if it is no Word file that can be read. */
export async function answersOf(path: string, settings: LintSettings, cwd: string): Promise<CarriedAnswer[]> {
  try {
    const document = await readOnDemand(bytesOf(path, cwd), path)
    if (document.format !== 'docx') throw new Fault(`--answers ${path} is not a Word file: only those have comments.`)
    return check(document, path, settings).answers
  } catch (error) {
    if (error instanceof ReadError) throw new Fault(`--answers ${path}: ${error.message}`)
    throw error
  }
}
