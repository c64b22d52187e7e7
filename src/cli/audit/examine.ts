/** What a thread of an audit does with one document: bytes in, the record out. No name leaves the thread unless names are wanted. */
import {type AuditRecord, factsOf, namingOf, type Origin, recordOf, type Shown} from '../../audit.ts'
import {check, type DocumentReport, failure, planOf, ReadError, readOnDemand, version} from '../../index.ts'
import {configFinder} from '../config-file.ts'
import type {Options} from '../options.ts'
import {limitFailure} from './limits.ts'

/** What all documents of an audit have in common; it must be able to travel between threads. */
export interface Setup {
  options: Options
  cwd: string
  shown: Shown
  key: Uint8Array
}

export interface Job {
  bytes: Uint8Array
  path: string
  origin: Origin
}

export interface Examiner {
  /** For an audit. Rejects only with a Fault. */
  examine(job: Job): Promise<AuditRecord>
  /** For a program that wants the whole report. Rejects only with a Fault. */
  report(job: Pick<Job, 'bytes' | 'path'>): Promise<DocumentReport>
}

export function examinerOf({options, cwd, shown, key}: Setup): Examiner {
  const finder = configFinder(options, cwd)
  const naming = namingOf(shown, key)
  const checked = async ({bytes, path}: Pick<Job, 'bytes' | 'path'>) => {
    const {settings} = await finder(path)
    try {
      const document = await readOnDemand(bytes, path)
      const plan = planOf(document, settings)
      return {report: check(document, path, {...settings, plan}).report, facts: factsOf(plan)}
    } catch (error) {
      return {report: failure(error instanceof ReadError ? error : limitFailure('internal'), path), facts: null}
    }
  }
  return {
    examine: async job => {
      const {report, facts} = await checked(job)
      return recordOf(report, facts, job.origin, naming, version)
    },
    report: async job => (await checked(job)).report
  }
}
