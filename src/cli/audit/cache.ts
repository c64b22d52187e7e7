/**
 * What was found in documents that have not changed. Each record is a file of its own, named by a fingerprint of the document's bytes, its
 * path, the configuration and the program, so that any number of runs can share the folder and none has to hold it in memory. The records
 * are what the results hold: by default no name and no word of a document. To forget them, delete the folder.
 */
import {createHash, randomBytes} from 'node:crypto'
import {link, mkdir, readFile, rename, rm, writeFile} from 'node:fs/promises'
import {dirname, join} from 'node:path'
import type {AuditRecord} from '../../audit.ts'
import {Fault} from '../fault.ts'

export interface Cache {
  get(bytes: Uint8Array, facts: string): Promise<AuditRecord | null>
  put(bytes: Uint8Array, facts: string, record: AuditRecord): Promise<void>
}

const none: Cache = {get: async () => null, put: async () => undefined}

/** `facts` of `get` and `put` are whatever else the record depends on. Without a folder nothing is kept. */
export function cacheIn(folder: string | null): Cache {
  if (folder === null) return none
  const pathOf = (key: string): string => join(folder, 'records', key.slice(0, 2), `${key.slice(2)}.json`)
  return {
    // A record that is damaged is made anew.
    get: async (bytes, facts) =>
      readFile(pathOf(keyOf(bytes, facts)), 'utf8')
        .then(text => JSON.parse(text) as AuditRecord)
        .catch(() => null),
    put: async (bytes, facts, record) => write(pathOf(keyOf(bytes, facts)), JSON.stringify(record))
  }
}

function keyOf(bytes: Uint8Array, facts: string): string {
  return createHash('sha256').update(facts).update('\0').update(bytes).digest('hex')
}

/** Whole or not at all: another run may be reading it, and this one may be killed. */
async function write(path: string, text: string): Promise<void> {
  const unfinished = `${path}.${randomBytes(4).toString('hex')}`
  const attempt = async (): Promise<void> => {
    await writeFile(unfinished, text, {mode: 0o600})
    await rename(unfinished, path)
  }
  await attempt().catch(async () => {
    await mkdir(dirname(path), {recursive: true, mode: 0o700})
    await attempt()
  })
}

const keyBytes = 32

/** The key in a file, made at random at its first use. Only the user can read it. Rejects with a Fault if it is no key. */
export async function keyIn(path: string): Promise<Uint8Array> {
  const unfinished = `${path}.${randomBytes(4).toString('hex')}`
  try {
    await mkdir(dirname(path), {recursive: true, mode: 0o700})
    await writeFile(unfinished, `${randomBytes(keyBytes).toString('hex')}\n`, {mode: 0o600})
    // Of several runs that start together one makes the key, and none sees half of it.
    await link(unfinished, path)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST')
      throw new Fault(`The key ${path} could not be written: is the folder protected?`)
  } finally {
    await rm(unfinished, {force: true})
  }
  return keyFrom(path)
}

/** The key in a file that must be there. */
export async function keyFrom(path: string): Promise<Uint8Array> {
  const text = await readFile(path, 'utf8').catch(() => {
    throw new Fault(`The key ${path} could not be opened.`)
  })
  if (!/^[0-9a-f]{64}\s*$/.test(text)) throw new Fault(`${path} holds no key of planlint’s: 64 digits and letters from a to f.`)
  return Buffer.from(text.trim(), 'hex')
}
