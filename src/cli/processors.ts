/** Threads on the other processors of this computer. Only the built program has the file that they run. */
import {existsSync} from 'node:fs'
import {availableParallelism} from 'node:os'
import {fileURLToPath} from 'node:url'
import type {Worker} from 'node:worker_threads'
import type {Job, Said, Thread, Threads} from './threads.ts'

const helper = new URL('./helper.cjs', import.meta.url)
/** More hardly help: what they find must come together in one thread. */
const most = 7

function threadOf(worker: Worker): Thread {
  return {
    listen: hear =>
      new Promise((resolve, reject) => {
        worker.on('message', (said: Said) => hear(said))
        worker.on('error', reject)
        worker.on('exit', () => resolve())
      }),
    stop: () => void worker.terminate()
  }
}

/** Loading what starts threads takes 3 ms, which a run on one plan can do without. */
function start(job: Job): Thread {
  const {Worker} = process.getBuiltinModule('node:worker_threads')
  return threadOf(new Worker(helper, {workerData: job}))
}

export const threads: Threads | undefined = existsSync(fileURLToPath(helper))
  ? {most: Math.min(most, availableParallelism() - 1), start}
  : undefined
