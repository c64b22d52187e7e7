/**
 * `planlint serve`: a door for programs on this computer. It listens on the loopback address only, answers nobody that a web page elsewhere
 * has sent (Host and Origin), keeps nothing, and gives up on a document that takes too much time, memory or room.
 */
import {randomBytes} from 'node:crypto'
import {once} from 'node:events'
import {createServer, type IncomingMessage, type Server, type ServerResponse} from 'node:http'
import type {AddressInfo} from 'node:net'
import {availableParallelism} from 'node:os'
import {failure, ReadError, version} from '../index.ts'
import {type Limits, limitFailure} from './audit/limits.ts'
import {type Pool, poolOf} from './audit/pool.ts'
import {Fault} from './fault.ts'
import type {Io} from './io.ts'
import {parseServeLine, type ServeOptions} from './serve-options.ts'
import pages from './serve.json' with {type: 'json'}

const loopback = '127.0.0.1'

/** Runs until it is interrupted. */
export async function serve(args: readonly string[], io: Io): Promise<0> {
  const options = parseServeLine(args, io)
  if (!options) return 0
  const {server, address, close} = await startServer(options, io.cwd)
  io.out(`${pages.started.replaceAll('{address}', address)}\n`)
  const interrupt = io.interrupt?.()
  if (interrupt && !interrupt.aborted) interrupt.addEventListener('abort', () => void close())
  await once(server, 'close')
  return 0
}

export interface Started {
  server: Server
  address: string
  close(): Promise<void>
}

export async function startServer(options: ServeOptions, cwd: string): Promise<Started> {
  const limits: Limits = {time: options.timeLimit, memory: options.memoryLimit, size: options.sizeLimit}
  const threads = availableParallelism()
  const setup = {options: options.checking, cwd, shown: {names: true, quotations: true}, key: randomBytes(32)}
  const pool = await poolOf(threads, setup, limits)
  const desk: Desk = {pool, limits, waiting: 0, most: threads * 8, hosts: new Set()}
  const server = createServer({requestTimeout: limits.time * 1000, headersTimeout: 10_000, maxHeaderSize: 8192}, (request, response) => {
    answer(request, response, desk).catch(() => send(response, 500, {error: {code: 'internal', message: pages.internal}}))
  })
  server.maxConnections = 100
  server.listen(options.port, loopback)
  await once(server, 'listening').catch((error: NodeJS.ErrnoException) => {
    throw new Fault(
      `--port ${options.port} cannot be used: ${error.code === 'EADDRINUSE' ? 'another program has it' : 'the system refuses'}.`
    )
  })
  const {port} = server.address() as AddressInfo
  desk.hosts = new Set([`${loopback}:${port}`, `localhost:${port}`])
  const close = async (): Promise<void> => {
    server.close()
    server.closeAllConnections()
    await pool.close()
  }
  return {server, address: `http://${loopback}:${port}`, close}
}

interface Desk {
  pool: Pool
  limits: Limits
  /** Documents that are being checked or wait for it, and how many may. */
  waiting: number
  most: number
  hosts: Set<string>
}

async function answer(request: IncomingMessage, response: ServerResponse, desk: Desk): Promise<void> {
  const refused = refusalOf(request, desk)
  if (refused) return refuse(request, response, refused)
  const {pathname, searchParams} = new URL(request.url ?? '/', `http://${loopback}`)
  if (pathname === '/' && request.method === 'GET') return sendText(response, helpFor(request))
  if (pathname !== '/lint') return refuse(request, response, 'notFound')
  if (request.method !== 'POST') return refuse(request, response, 'method')
  if (desk.waiting >= desk.most) return refuse(request, response, 'busy')
  desk.waiting++
  try {
    await lintBody(request, response, searchParams.get('name') ?? 'document', desk)
  } finally {
    desk.waiting--
  }
}

function helpFor({headers}: IncomingMessage): string {
  return pages.help
    .join('\n')
    .replaceAll('{version}', version)
    .replaceAll('{host}', headers.host ?? '')
}

/**
 * A name of another host in `Host` is a page that has had its name point here; an `Origin` of elsewhere is a page that sends forms here.
 * Neither may have a document checked, or learn that planlint runs.
 */
function refusalOf({headers, url = ''}: IncomingMessage, {hosts}: Desk): keyof typeof pages.refusals | null {
  if (!hosts.has(headers.host?.toLowerCase() ?? '')) return 'host'
  const {origin} = headers
  if (origin !== undefined && !(origin.startsWith('http://') && hosts.has(origin.slice('http://'.length)))) return 'origin'
  const site = headers['sec-fetch-site']
  if (site !== undefined && site !== 'same-origin' && site !== 'none') return 'origin'
  return url.startsWith('/') ? null : 'notFound'
}

const statuses = {host: 403, origin: 403, notFound: 404, method: 405, busy: 503, size: 413, time: 408} as const

function refuse(request: IncomingMessage, response: ServerResponse, code: keyof typeof statuses): void {
  // What is still coming is not read.
  response.setHeader('Connection', 'close')
  response.once('finish', () => request.destroy())
  send(response, statuses[code], {error: {code, message: pages.refusals[code]}})
}

async function lintBody(request: IncomingMessage, response: ServerResponse, name: string, {pool, limits}: Desk): Promise<void> {
  const bytes = await bodyOf(request, limits)
  if (!bytes) return refuse(request, response, 'size')
  // Only the name: no file is opened, and no configuration is looked for beside it.
  const path = name.replace(/^.*[\\/]/, '').slice(0, 200) || 'document'
  const report = await pool.report({bytes, path}).catch(error => {
    if (error instanceof ReadError) return failure(error, path)
    return failure(limitFailure('internal'), path)
  })
  send(response, 200, report)
}

/** Null if there is more than may be. */
async function bodyOf(request: IncomingMessage, {size}: Limits): Promise<Uint8Array | null> {
  const most = size * 2 ** 20
  if (Number(request.headers['content-length'] ?? 0) > most) return null
  const chunks: Uint8Array[] = []
  let length = 0
  for await (const chunk of request as AsyncIterable<Uint8Array>) {
    length += chunk.length
    if (length > most) return null
    chunks.push(chunk)
  }
  return Uint8Array.from(Buffer.concat(chunks))
}

function send(response: ServerResponse, status: number, value: unknown): void {
  if (response.headersSent || response.destroyed) return
  response.writeHead(status, {...safe, 'Content-Type': 'application/json; charset=utf-8'}).end(`${JSON.stringify(value)}\n`)
}

function sendText(response: ServerResponse, text: string): void {
  response.writeHead(200, {...safe, 'Content-Type': 'text/plain; charset=utf-8'}).end(`${text}\n`)
}

/** Nothing is kept on the way, shown as anything else, or shown inside another page. */
const safe = {
  'Cache-Control': 'no-store',
  'X-Content-Type-Options': 'nosniff',
  'Content-Security-Policy': "default-src 'none'; frame-ancestors 'none'",
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Referrer-Policy': 'no-referrer'
}
