/** Puts changed parts into a zip; every other entry stays as it was packed, byte for byte. */
import {strFromU8, strToU8, zipSync} from 'fflate'
import {refusal} from './wording.ts'

interface Entry {
  name: string
  /** Its record in the table of contents. */
  record: Uint8Array
  /** From its own header to where the next entry begins. */
  packed: Uint8Array
}

const endSignature = 0x06054b50
const recordSignature = 0x02014b50
const endSize = 22
const recordSize = 46

/** Names of all entries, in order. */
export function namesIn(bytes: Uint8Array): string[] {
  return entriesOf(bytes).map(({name}) => name)
}

/**
 * The zip with these parts in place of those of the same name; new ones come last. `date` is when they are said to have been written.
 * Throws a ReadError for a zip of more than 4 GB or 65,534 entries.
 */
export function withParts(bytes: Uint8Array, parts: ReadonlyMap<string, Uint8Array>, date: string): Uint8Array {
  // The date of an entry counts from 1980, without a time zone.
  const mtime = new Date(Math.max(Date.parse(date), Date.UTC(1980, 0, 2)))
  const fresh = new Map(entriesOf(zipSync(Object.fromEntries(parts), {mtime})).map(entry => [entry.name, entry]))
  const kept = entriesOf(bytes).map(entry => fresh.get(entry.name) ?? entry)
  const known = new Set(kept.map(({name}) => name))
  return joined([...kept, ...[...fresh.values()].filter(({name}) => !known.has(name))])
}

/** The table of contents, as other programs read it: from its end. */
function entriesOf(bytes: Uint8Array): Entry[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const end = endOf(view)
  const count = view.getUint16(end + 10, true)
  const table = view.getUint32(end + 16, true)
  if (count === 0xffff || table === 0xffffffff) throw refusal('large')
  const found: (Entry & {at: number})[] = []
  for (let at = table, index = 0; index < count; index++) {
    if (view.getUint32(at, true) !== recordSignature) throw refusal('encoding')
    const names = view.getUint16(at + 28, true)
    const size = recordSize + names + view.getUint16(at + 30, true) + view.getUint16(at + 32, true)
    const isUtf8 = (view.getUint16(at + 8, true) & 0x800) !== 0
    const name = strFromU8(bytes.subarray(at + recordSize, at + recordSize + names), !isUtf8)
    found.push({name, record: bytes.subarray(at, at + size), packed: bytes, at: view.getUint32(at + 42, true)})
    at += size
  }
  const starts = [...found.map(({at}) => at), table].sort((a, b) => a - b)
  for (const entry of found) entry.packed = bytes.subarray(entry.at, starts[starts.lastIndexOf(entry.at) + 1])
  return found
}

function endOf(view: DataView): number {
  for (let at = view.byteLength - endSize; at >= 0; at--) if (view.getUint32(at, true) === endSignature) return at
  throw refusal('encoding')
}

function joined(entries: readonly Entry[]): Uint8Array {
  const records: Uint8Array[] = []
  let offset = 0
  for (const {record, packed} of entries) {
    // A copy even of a Node Buffer, whose own `slice` is none.
    const copy = new Uint8Array(record)
    new DataView(copy.buffer).setUint32(42, offset, true)
    records.push(copy)
    offset += packed.length
  }
  const size = records.reduce((sum, {length}) => sum + length, 0)
  const end = new Uint8Array(endSize)
  const view = new DataView(end.buffer)
  view.setUint32(0, endSignature, true)
  view.setUint16(8, entries.length, true)
  view.setUint16(10, entries.length, true)
  view.setUint32(12, size, true)
  view.setUint32(16, offset, true)
  return concatenated([...entries.map(({packed}) => packed), ...records, end])
}

function concatenated(pieces: readonly Uint8Array[]): Uint8Array {
  const all = new Uint8Array(pieces.reduce((sum, {length}) => sum + length, 0))
  let at = 0
  for (const piece of pieces) {
    all.set(piece, at)
    at += piece.length
  }
  return all
}

/** Text as the bytes of a part. */
export const packable = strToU8
