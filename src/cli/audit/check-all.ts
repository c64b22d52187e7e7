/**
 * Takes the documents of an audit one after the other; none stops or hangs the others. For each thread that examines one, the next is already
 * read, so that no thread waits for a file.
 */
import {createHash} from 'node:crypto'
import {readFile, stat} from 'node:fs/promises'
import {resolve} from 'node:path'
import {fileURLToPath} from 'node:url'
import {type AuditRecord, namingOf, recordOf} from '../../audit.ts'
import {failure, ReadError, version} from '../../index.ts'
import {type ConfigFinder, configFinder} from '../config-file.ts'
import type {Cache} from './cache.ts'
import type {Setup} from './examine.ts'
import {type Limits, limitFailure} from './limits.ts'
import type {Pool} from './pool.ts'
import type {Source} from './sources.ts'

export interface Checking {
  setup: Setup
  pool: Pool
  cache: Cache
  limits: Limits
  concurrency: number
  interrupt?: AbortSignal
}

export interface Taken {
  source: Source
  record: AuditRecord
  fromCache: boolean
}

/** `take` is told of each document as soon as it is done, in no order. Rejects with a Fault where the configuration is wrong. */
export async function checkAll(sources: AsyncIterable<Source>, checking: Checking, take: (taken: Taken) => Promise<void>): Promise<void> {
  const {interrupt, concurrency} = checking
  const finder = configFinder(checking.setup.options, checking.setup.cwd)
  const basis = await programFingerprint()
  const iterator = sources[Symbol.asyncIterator]()
  const lane = async (): Promise<void> => {
    while (!interrupt?.aborted) {
      const {value, done} = await iterator.next()
      if (done) return
      const taken = await taking(value, checking, finder, basis)
      if (taken) await take(taken)
    }
  }
  await Promise.all(Array.from({length: 2 * concurrency}, lane))
}

/** Null if an interrupt came between. */
async function taking(source: Source, checking: Checking, finder: ConfigFinder, basis: string): Promise<Taken | null> {
  const {setup, limits, interrupt} = checking
  try {
    if (source.error) throw source.error
    const bytes = await bytesWithin(source.path, setup.cwd, limits)
    const {config} = await finder(source.path)
    const {path, team} = source.origin
    const facts = JSON.stringify([basis, setup.shown, createHash('sha256').update(setup.key).digest('hex'), config, path, team])
    return await examined(source, bytes, facts, checking)
  } catch (error) {
    if (interrupt?.aborted) return null
    if (!(error instanceof ReadError)) throw error
    return {source, record: failed(source, error, setup), fromCache: false}
  }
}

async function examined(
  source: Source,
  bytes: Uint8Array,
  facts: string,
  {setup, pool, cache, limits, interrupt}: Checking
): Promise<Taken> {
  // With other limits a document that was given up is tried again.
  const factsOfFailure = `${facts}${JSON.stringify(limits)}`
  const known = (await cache.get(bytes, facts)) ?? (await cache.get(bytes, factsOfFailure))
  if (known) return {source, record: known, fromCache: true}
  try {
    const record = await pool.examine({bytes, path: source.path, origin: source.origin}, interrupt)
    await cache.put(bytes, facts, record)
    return {source, record, fromCache: false}
  } catch (error) {
    if (interrupt?.aborted || !(error instanceof ReadError)) throw error
    const record = failed(source, error, setup)
    await cache.put(bytes, factsOfFailure, record)
    return {source, record, fromCache: false}
  }
}

function failed({path, origin}: Source, error: ReadError, {shown, key}: Setup): AuditRecord {
  return recordOf(failure(error, path), null, origin, namingOf(shown, key), version)
}

/** Only a true file is opened: to read from a pipe or a device may never end. */
async function bytesWithin(path: string, cwd: string, limits: Limits): Promise<Uint8Array> {
  const full = resolve(cwd, path)
  const found = await stat(full).catch(() => null)
  if (!found) throw new ReadError('unreadable', 'There is no file of this name: check the spelling and the folder.')
  if (!found.isFile()) throw new ReadError('unreadable', 'This is not a file.')
  if (found.size > limits.size * 2 ** 20) throw limitFailure('size', limits)
  const signal = AbortSignal.timeout(limits.time * 1000)
  const buffer = await readFile(full, {signal}).catch(() => {
    throw signal.aborted
      ? limitFailure('time', limits)
      : new ReadError('unreadable', 'You may not open this file: ask for access, or close it where it is open.')
  })
  // A small file may share its memory with others.
  return buffer.byteLength === buffer.buffer.byteLength ? new Uint8Array(buffer.buffer) : Uint8Array.from(buffer)
}

/** Changes with every change of the program, so that a cache never outlives the rules. The source has only its version. */
async function programFingerprint(): Promise<string> {
  const program = fileURLToPath(new URL('./program.cjs', import.meta.url))
  const bytes = await readFile(program).catch(() => null)
  return bytes ? createHash('sha256').update(bytes).digest('hex') : version
}
