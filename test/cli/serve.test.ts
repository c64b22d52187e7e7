import {request} from 'node:http'
import {createConnection} from 'node:net'
import {readFileSync} from 'node:fs'
import {afterAll, beforeAll, describe, expect, it} from 'vitest'
import {type Started, startServer} from '../../src/cli/serve.ts'
import {parseServeLine} from '../../src/cli/serve-options.ts'
import {lint} from '../../src/index.ts'

const nobody = {out: () => undefined, err: () => undefined}
let server: Started
let port = 0
beforeAll(async () => {
  const options = parseServeLine(['--port', '0', '--size-limit', '1'], nobody)
  if (!options) throw new Error('no options')
  server = await startServer(options, process.cwd())
  port = Number(new URL(server.address).port)
})
afterAll(() => server.close())

interface Answer {
  status: number
  headers: Record<string, unknown>
  body: string
}

const ask = (method: string, path: string, headers: Record<string, string> = {}, body?: Uint8Array): Promise<Answer> =>
  new Promise((resolve, reject) => {
    const asked = request({host: '127.0.0.1', port, method, path, headers}, response => {
      let text = ''
      response.on('data', chunk => void (text += chunk))
      response.on('end', () => resolve({status: response.statusCode ?? 0, headers: response.headers, body: text}))
    })
    asked.on('error', reject)
    asked.end(body)
  })

describe('planlint serve', () => {
  it('says how to use it', async () => {
    const {status, body, headers} = await ask('GET', '/')
    expect([status, headers['cache-control']]).toEqual([200, 'no-store'])
    expect(body).toContain(`http://127.0.0.1:${port}/lint?name=plan.docx`)
  })

  it('gives the report of a document', async () => {
    const bytes = readFileSync('corpus/gold/cin-09.docx')
    const {status, body} = await ask('POST', '/lint?name=../../cin-09.docx', {}, bytes)
    expect(status).toBe(200)
    expect(JSON.parse(body)).toEqual(JSON.parse(JSON.stringify(lint(bytes, 'cin-09.docx'))))
  })

  it('gives an error for what cannot be read', async () => {
    const {status, body} = await ask('POST', '/lint?name=a.docx', {}, new Uint8Array(0))
    expect([status, JSON.parse(body).error.code]).toEqual([200, 'empty'])
  })

  it.each([
    ['another name in Host', {Host: 'planlint.example'}],
    ['a page elsewhere', {Origin: 'https://example.org'}],
    ['a page without an origin', {Origin: 'null'}],
    ['another port of this computer', {Origin: 'http://localhost:1'}],
    ['a page elsewhere, by the word of the browser', {'Sec-Fetch-Site': 'cross-site'}]
  ])('refuses %s', async (_, headers) => {
    for (const [method, path] of [
      ['POST', '/lint'],
      ['GET', '/']
    ] as const) {
      expect((await ask(method, path, headers as Record<string, string>)).status).toBe(403)
    }
  })

  it('answers its own address and localhost', async () => {
    expect((await ask('GET', '/', {Host: `localhost:${port}`, Origin: `http://localhost:${port}`})).status).toBe(200)
  })

  it('refuses what is too large, said beforehand or found on the way', async () => {
    const large = new Uint8Array(2 ** 20 + 1)
    expect((await ask('POST', '/lint', {'Content-Length': String(large.length)}, large)).status).toBe(413)
    expect((await ask('POST', '/lint', {'Transfer-Encoding': 'chunked'}, large)).status).toBe(413)
  })

  it('has nothing else', async () => {
    expect((await ask('GET', '/lint')).status).toBe(405)
    expect((await ask('GET', '/etc/passwd')).status).toBe(404)
    expect((await ask('OPTIONS', '/lint')).status).toBe(405)
  })

  it('listens on the loopback address only', async () => {
    expect(server.server.address()).toMatchObject({address: '127.0.0.1'})
    const isOpen = await new Promise(resolve => {
      const socket = createConnection({host: '::1', port}, () => resolve(true))
      socket.on('error', () => resolve(false))
    })
    expect(isOpen).toBe(false)
  })
})
