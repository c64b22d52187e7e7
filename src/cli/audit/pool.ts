/**
 * Threads for documents that nobody vouches for: each document has its time and its memory, and one that takes more costs its own thread,
 * which is replaced. Only the built program has the file that the threads run; the source examines documents in its own thread.
 */
import {existsSync} from 'node:fs'
import {fileURLToPath} from 'node:url'
import pLimit, {type LimitFunction} from 'p-limit'
import type {Piscina} from 'piscina'
import type {AuditRecord} from '../../audit.ts'
import {type DocumentReport, ReadError} from '../../index.ts'
import {Fault} from '../fault.ts'
import {examinerOf, type Job, type Setup} from './examine.ts'
import {type Limits, limitFailure} from './limits.ts'
import {Overflow, type Watch, watchMemory} from './memory-watch.ts'

/** Rejects with a ReadError that says why a document was given up, or with the reason of `interrupt`. */
export interface Pool {
  examine(job: Job, interrupt?: AbortSignal): Promise<AuditRecord>
  report(job: Pick<Job, 'bytes' | 'path'>): Promise<DocumentReport>
  close(): Promise<void>
}

const worker = fileURLToPath(new URL('./auditor.cjs', import.meta.url))

export async function poolOf(threads: number, setup: Setup, limits: Limits): Promise<Pool> {
  if (!existsSync(worker)) return {...examinerOf(setup), close: async () => undefined}
  let desk: Promise<Desk> | null = null
  // An audit that finds everything in the cache needs no threads.
  const open = (): Promise<Desk> => (desk ??= deskOf(threads, setup, limits))
  return {
    examine: async (job, interrupt) => run(await open(), 'examine', job, interrupt),
    report: async job => run(await open(), 'report', job),
    close: async () => {
      const opened = await desk
      opened?.watch.stop()
      await opened?.pool.destroy()
    }
  }
}

async function deskOf(threads: number, setup: Setup, limits: Limits): Promise<Desk> {
  const {Piscina: Threads} = await import('piscina')
  const resourceLimits = {maxOldGenerationSizeMb: limits.memory}
  const pool = new Threads({filename: worker, workerData: setup, minThreads: threads, maxThreads: threads, resourceLimits})
  return {pool, limits, watch: watchMemory(threads, limits), turn: pLimit(threads)}
}

interface Desk {
  pool: Piscina
  limits: Limits
  watch: Watch
  /** Opens when a thread is free, for the time of a document counts from there. */
  turn: LimitFunction
}

function run<T>(desk: Desk, name: string, job: unknown, interrupt?: AbortSignal): Promise<T> {
  return desk.turn(() => runNow<T>(desk, name, job, interrupt))
}

async function runNow<T>({pool, limits, watch}: Desk, name: string, job: unknown, interrupt?: AbortSignal): Promise<T> {
  const late = new AbortController()
  try {
    return await watch.over(async full => {
      const timer = setTimeout(() => late.abort(), limits.time * 1000)
      const signals = [late.signal, full, ...(interrupt ? [interrupt] : [])]
      return pool.run(job, {name, signal: AbortSignal.any(signals)}).finally(() => clearTimeout(timer))
    })
  } catch (error) {
    if (interrupt?.aborted) throw interrupt.reason
    if (late.signal.aborted) throw limitFailure('time', limits)
    throw failureOf(error as NodeJS.ErrnoException, limits)
  }
}

function failureOf(error: NodeJS.ErrnoException, limits: Limits): Error {
  // A Fault of another thread has lost its class on the way.
  if (error.name === 'Fault') return new Fault(error.message)
  if (error instanceof ReadError) return error
  const isMemory = error instanceof Overflow || error.code === 'ERR_WORKER_OUT_OF_MEMORY'
  return limitFailure(isMemory ? 'memory' : 'crashed', limits)
}
