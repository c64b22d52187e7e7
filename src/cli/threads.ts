/** Sharing the files of a long run among threads: what is said between them, and both ends of it. */
import {checkFile, type Result} from './check-file.ts'
import {configFinder} from './config-file.ts'
import {Fault} from './fault.ts'
import type {Options} from './options.ts'

/** What another thread is to do; it must be able to travel between threads. */
export interface Job {
  /** Each with its number in the whole run. */
  files: readonly {index: number; path: string}[]
  options: Options
  cwd: string
}

export type Said = {index: number; result: Result} | {fault: string}

/** A thread at work. `next` gives what it says until it has said all. */
export interface Thread {
  listen(hear: (said: Said) => void): Promise<void>
  stop(): void
}

/** How a process starts threads, and how many can run beside this one. */
export interface Threads {
  most: number
  start(job: Job): Thread
}

/** Fewest files for which another thread is worth its start. */
const filesPerThread = 25

/** How many threads to start for so many files. */
export function threadsFor(files: number, most: number): number {
  return Math.max(0, Math.min(most, Math.floor(files / filesPerThread) - 1))
}

/** The work of another thread. */
export async function help({files, options, cwd}: Job, say: (said: Said) => void): Promise<void> {
  const finder = configFinder(options, cwd)
  try {
    for (const {index, path} of files) {
      const {settings} = await finder(path)
      say({index, result: await checkFile({path}, settings, cwd)})
    }
  } catch (error) {
    if (!(error instanceof Fault)) throw error
    say({fault: error.message})
  }
}

/** Waits for a thread and takes what it found. Rejects with the Fault it met. */
export async function resultsOf(thread: Thread, take: (index: number, result: Result) => void): Promise<void> {
  let fault: string | null = null
  await thread.listen(said => {
    if ('fault' in said) fault = said.fault
    else take(said.index, said.result)
  })
  if (fault !== null) throw new Fault(fault)
}
