/**
 * Threads for documents that nobody vouches for: each document has its time and its memory, and one that takes more costs its own thread,
 * which is replaced. Only the built program has the file that the threads run; the source examines documents in its own thread.
 */
import {existsSync} from 'node:fs'
import {fileURLToPath} from 'node:url'
import type {Piscina} from 'piscina'
import type {AuditRecord} from '../../audit.ts'
import {type DocumentReport, ReadError} from '../../index.ts'
import {Fault} from '../fault.ts'
import type {Job} from './examine.ts'
import {examinerOf, type Setup} from './examine.ts'
import {type Limits, limitFailure} from './limits.ts'

/** Rejects with a ReadError that says why a document was given up, or with the reason of `interrupt`. */
export interface Pool {
  examine(job: Job, interrupt?: AbortSignal): Promise<AuditRecord>
  report(job: Pick<Job, 'bytes' | 'path'>): Promise<DocumentReport>
  close(): Promise<void>
}

const worker = fileURLToPath(new URL('./auditor.cjs', import.meta.url))

export async function poolOf(threads: number, setup: Setup, limits: Limits): Promise<Pool> {
  if (!existsSync(worker)) return {...examinerOf(setup), close: async () => undefined}
  const {Piscina: Threads} = await import('piscina')
  const pool = new Threads({
    filename: worker,
    workerData: setup,
    minThreads: threads,
    maxThreads: threads,
    // Memory is taken mostly by what lives long; the young generation is small beside it.
    resourceLimits: {maxOldGenerationSizeMb: limits.memory}
  })
  return {
    examine: (job, interrupt) => run(pool, 'examine', job, limits, interrupt),
    report: job => run(pool, 'report', job, limits),
    close: () => pool.destroy()
  }
}

async function run<T>(pool: Piscina, name: string, job: Pick<Job, 'bytes'>, limits: Limits, interrupt?: AbortSignal): Promise<T> {
  const late = AbortSignal.timeout(limits.time * 1000)
  try {
    // Bytes that are handed over need not be copied.
    const signal = interrupt ? AbortSignal.any([late, interrupt]) : late
    return await pool.run(job, {name, signal, transferList: [job.bytes.buffer as ArrayBuffer]})
  } catch (error) {
    if (interrupt?.aborted) throw interrupt.reason
    if (late.aborted) throw limitFailure('time', limits)
    throw failureOf(error as NodeJS.ErrnoException, limits)
  }
}

function failureOf(error: NodeJS.ErrnoException, limits: Limits): Error {
  // A Fault of another thread has lost its class on the way.
  if (error.name === 'Fault') return new Fault(error.message)
  return error instanceof ReadError ? error : limitFailure(error.code === 'ERR_WORKER_OUT_OF_MEMORY' ? 'memory' : 'crashed', limits)
}
