/** Starts workers from what is packed in the page itself, so that nothing need be loaded from anywhere. */
import {type Remote, wrap} from 'comlink'
import type {Desk} from './desk.ts'

export interface Desks {
  /** A desk for one document, and how to clear it away with all that lies on it. */
  take(): Promise<{desk: Remote<Desk>; end: () => void}>
}

/** One desk always stands ready: starting it takes longer than checking a plan. */
export function createDesks(packed: string): Desks {
  const address = unpack(packed).then(code => URL.createObjectURL(new Blob([code], {type: 'text/javascript'})))
  const start = async () => {
    const worker = new Worker(await address)
    return {desk: wrap<Desk>(worker), end: () => worker.terminate()}
  }
  let ready = start()
  return {
    take() {
      const taken = ready
      ready = start()
      return taken
    }
  }
}

/** The code is packed with gzip and written in base64, a third of its size. */
function unpack(packed: string): Promise<string> {
  const letters = atob(packed)
  const bytes = new Uint8Array(letters.length)
  for (let index = 0; index < letters.length; index++) bytes[index] = letters.charCodeAt(index)
  return new Response(new Blob([bytes]).stream().pipeThrough(new DecompressionStream('gzip'))).text()
}
