/** Threads on the other processors of this computer. Only the built program has the file that they run. */
import {existsSync} from 'node:fs'
import {availableParallelism} from 'node:os'
import {fileURLToPath} from 'node:url'
import {Worker} from 'node:worker_threads'
import type {Said, Thread, Threads} from './threads.ts'

const helper = new URL('./helper.js', import.meta.url)
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

export const threads: Threads | undefined = existsSync(fileURLToPath(helper))
  ? {most: Math.min(most, availableParallelism() - 1), start: job => threadOf(new Worker(helper, {workerData: job}))}
  : undefined
