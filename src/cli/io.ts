/** What a run needs of the process, so that a test can stand in for it. */
import type {Threads} from './threads.ts'

export interface Io {
  cwd: string
  out(text: string): void
  err(text: string): void
  /** All of standard input. */
  input(): Promise<Uint8Array>
  /** The lines of standard input, as they come. */
  lines?(): AsyncIterable<string>
  /** From now on an interrupt (Ctrl+C) ends nothing but aborts this. */
  interrupt?(): AbortSignal
  /** Characters in a line of the terminal, where output goes to one. */
  columns: number | null
  /** Colour codes are welcome on standard output. */
  colour: boolean
  /** Standard error is a terminal, so that a progress bar can be shown. */
  progress: boolean
  /** Other threads, where the process can start any. */
  threads?: Threads
}
