#!/usr/bin/env node
/** The program: the process, joined to one run. */
import './engine-flags.ts'
import {threads} from './processors.ts'
import {run} from './run.ts'

// A reader that has seen enough (`planlint … | head`) is no error.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') process.exit(0)
  throw error
})

async function standardInput(): Promise<Uint8Array> {
  const chunks: Uint8Array[] = []
  for await (const chunk of process.stdin) chunks.push(chunk as Uint8Array)
  return Buffer.concat(chunks)
}

const stopping = new AbortController()

/** They end with an interrupt, so that nobody waits for lines that never come. */
async function* lines(): AsyncIterable<string> {
  const {createInterface} = await import('node:readline')
  yield* createInterface({input: process.stdin, crlfDelay: Number.POSITIVE_INFINITY, signal: stopping.signal})
}

function interrupt(): AbortSignal {
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => stopping.abort())
  return stopping.signal
}

void run(process.argv.slice(2), {
  cwd: process.cwd(),
  out: text => process.stdout.write(text),
  err: text => process.stderr.write(text),
  input: standardInput,
  lines,
  interrupt,
  columns: process.stdout.isTTY ? process.stdout.columns : null,
  colour: process.stdout.isTTY === true && !process.env.NO_COLOR && process.env.TERM !== 'dumb',
  progress: process.stderr.isTTY === true,
  threads
}).then(code => {
  process.exitCode = code
})
