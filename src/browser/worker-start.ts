/** Starts workers from what is packed in the page itself, so that nothing need be loaded from anywhere. */
import {type Remote, wrap} from 'comlink'
import type {Desk} from './desk.ts'

/** A desk for one document, and how to clear it away with all that lies on it. */
export interface Place {
  desk: Remote<Desk>
  end(): void
}

export interface Desks {
  /** Makes one desk ready: starting it takes longer than checking a plan. */
  prepare(): void
  take(): Promise<Place>
}

export function createDesks(packed: string): Desks {
  let address: Promise<string> | null = null
  const start = async (): Promise<Place> => {
    address ??= unpack(packed).then(code => URL.createObjectURL(new Blob([code], {type: 'text/javascript'})))
    const worker = new Worker(await address)
    return {desk: wrap<Desk>(worker), end: () => worker.terminate()}
  }
  let ready: Promise<Place> | null = null
  return {
    prepare() {
      ready ??= start()
    },
    take() {
      const taken = ready ?? start()
      ready = null
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
