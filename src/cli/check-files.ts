/** Checks the files of a run, in several threads if they are many; a file that cannot be read never stops the others. */
import {setImmediate as nextTurn} from 'node:timers/promises'
import type {DocumentReport, Source} from '../index.ts'
import {checkFile, type Result} from './check-file.ts'
import {configFinder} from './config-file.ts'
import {Fault} from './fault.ts'
import type {Target} from './files.ts'
import type {Io} from './io.ts'
import type {Options} from './options.ts'
import {resultsOf, type Thread, threadsFor} from './threads.ts'

export interface Checked {
  documents: DocumentReport[]
  sources: Map<string, Source>
}

/** Path that stands for standard input. */
export const standardInput = '-'

/** Findings of all files, in the order of the files. `name` is what to call standard input. */
export async function checkFiles(targets: readonly Target[], options: Options, io: Io, name: string): Promise<Checked> {
  const results: Result[] = []
  const bar = io.progress && targets.length > 1 ? await progressBar(targets.length) : null
  const take = (index: number, result: Result): void => {
    results[index] = result
    bar?.increment()
  }
  const {own, threads} = shared(targets, options, io)
  try {
    const others = Promise.allSettled(threads.map(thread => resultsOf(thread, take)))
    await checkHere(targets, own, options, io, name, take)
    for (const other of await others) if (other.status === 'rejected' && other.reason instanceof Fault) throw other.reason
    // What a thread that broke down left over.
    const left = [...targets.keys()].filter(index => !(index in results))
    await checkHere(targets, left, options, io, name, take)
  } finally {
    for (const thread of threads) thread.stop()
    bar?.stop()
  }
  const sources = new Map(results.flatMap(({report, source}) => (source ? [[report.path, source] as const] : [])))
  return {documents: results.map(({report}) => report), sources}
}

/** Deals the files out: every so many-th to each thread, so that a folder of long ones is spread. What only this thread can do stays. */
function shared(targets: readonly Target[], options: Options, {threads, cwd}: Io): {own: number[]; threads: Thread[]} {
  const count = threads ? threadsFor(targets.length, threads.most) : 0
  const own: number[] = []
  const files: {index: number; path: string}[][] = Array.from({length: count}, () => [])
  for (const [index, {path, error}] of targets.entries()) {
    const other = error || path === standardInput ? undefined : files[(index % (count + 1)) - 1]
    if (other) other.push({index, path})
    else own.push(index)
  }
  return {own, threads: threads ? files.map(part => threads.start({files: part, options, cwd})) : []}
}

async function checkHere(
  targets: readonly Target[],
  own: readonly number[],
  options: Options,
  io: Io,
  name: string,
  take: (index: number, result: Result) => void
): Promise<void> {
  const finder = configFinder(options, io.cwd)
  for (const index of own) {
    const target = targets[index] as Target
    const isInput = target.path === standardInput
    const path = isInput ? name : target.path
    const {settings} = await finder(path)
    take(index, await checkFile({...target, path}, settings, io.cwd, isInput ? io.input : undefined))
    // Lets other threads be heard and the bar be drawn.
    await nextTurn()
  }
}

async function progressBar(total: number): Promise<{increment(): void; stop(): void}> {
  const {SingleBar} = (await import('cli-progress')).default
  const bar = new SingleBar({format: '{bar} {value} of {total} documents', stream: process.stderr, clearOnComplete: true, hideCursor: true})
  bar.start(total, 0)
  return bar
}
