/**
 * The engine limits what a thread keeps in JavaScript, but not the bytes beside it: a PDF of half a megabyte can unpack to gigabytes. So
 * the memory of the whole program is watched. Where it runs over, nobody can tell which thread took it: all documents in work are stopped
 * and begun again, each alone; one that runs over alone is the one.
 */
import {setTimeout as pause} from 'node:timers/promises'
import type {Limits} from './limits.ts'

/** Why a document was stopped that ran over alone. */
export class Overflow extends Error {}

export interface Watch {
  /** Does the work, which must end when the signal says so, perhaps twice. Rejects with an Overflow. */
  over<T>(work: (full: AbortSignal) => Promise<T>): Promise<T>
  stop(): void
}

/** What a thread has of its own beside its heap: code, young objects, buffers in passing. */
const overhead = 192 * 2 ** 20
const every = 50

export function watchMemory(threads: number, {memory}: Limits): Watch {
  const share = memory * 2 ** 20 + overhead
  const running = new Set<AbortController>()
  let ceiling = process.memoryUsage.rss() + threads * share
  /** Opens when nobody works alone. */
  let gate: Promise<unknown> = Promise.resolve()
  const timer = setInterval(() => {
    if (process.memoryUsage.rss() > ceiling) for (const controller of running) controller.abort()
  }, every).unref()

  const attempt = async <T>(work: (full: AbortSignal) => Promise<T>): Promise<T> => {
    const controller = new AbortController()
    running.add(controller)
    try {
      return await work(controller.signal)
    } catch (error) {
      throw controller.signal.aborted ? new Overflow() : error
    } finally {
      running.delete(controller)
    }
  }

  const alone = async <T>(work: (full: AbortSignal) => Promise<T>): Promise<T> => {
    while (running.size > 0) await pause(every)
    // The system gives little back of what was freed, but it is used again: it counts as nobody's.
    const idle = process.memoryUsage.rss()
    ceiling = idle + share
    return attempt(work).finally(() => {
      ceiling = idle + threads * share
    })
  }

  return {
    over: async work => {
      await gate
      try {
        return await attempt(work)
      } catch (error) {
        if (!(error instanceof Overflow)) throw error
        const turn = gate.then(() => alone(work))
        gate = turn.catch(() => undefined)
        return turn
      }
    },
    stop: () => clearInterval(timer)
  }
}
