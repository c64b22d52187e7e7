/**
 * How many rows of a plan are read from a PDF as from its original: `npx tsx test/bench/pdf-rows.ts [tuned|unseen|all] [look] [--show]`.
 * Needs soffice and chromium (Debian: libreoffice-writer-nogui, chromium). Faults are looked for in one half of the documents only; the
 * other half, by their names, says how much of that holds elsewhere.
 */
import {readFileSync} from 'node:fs'
import {planOf} from '../../src/model/build.ts'
import {readOnDemand} from '../../src/readers/on-demand.ts'
import {compareRows, saidIn} from '../helpers/said.ts'
import {type Print, printsIn} from './pdf-prints.ts'

interface Tally {
  documents: number
  rows: number
  same: number
  extra: number
}

type Half = 'tuned' | 'unseen'

/** Even or odd by a hash (FNV-1a) of the name. */
function halfOf(name: string): Half {
  let hash = 0x811c9dc5
  for (const letter of name) hash = Math.imul(hash ^ (letter.codePointAt(0) ?? 0), 0x01000193) >>> 0
  return ((hash >>> 8) ^ hash) % 2 === 0 ? 'tuned' : 'unseen'
}

const rowsIn = async (bytes: Uint8Array, file: string) => saidIn(planOf(await readOnDemand(bytes, file))).rows

async function compared({original, file, pdf}: Print) {
  const [wanted, found] = [await rowsIn(original, file), await rowsIn(new Uint8Array(readFileSync(pdf)), pdf)]
  return {rows: wanted.length, ...compareRows(wanted, found)}
}

const [only = 'all', look = ''] = process.argv.slice(2).filter(argument => !argument.startsWith('--'))
const show = process.argv.includes('--show')
const tallies = new Map<string, Tally>()
for (const print of await printsIn(process.env.PLANLINT_PRINTS ?? '/tmp/planlint-prints')) {
  const half = halfOf(print.name)
  if ((only !== 'all' && only !== half) || !`${print.look}/${print.name}`.includes(look)) continue
  const {rows, same, missing, extra} = await compared(print)
  const key = `${print.look.padEnd(16)} ${half.padEnd(7)}`
  const tally = tallies.get(key) ?? {documents: 0, rows: 0, same: 0, extra: 0}
  tallies.set(key, {
    documents: tally.documents + 1,
    rows: tally.rows + rows,
    same: tally.same + same.length,
    extra: tally.extra + extra.length
  })
  if (show && missing.length + extra.length > 0) {
    console.log(`${print.pdf}: ${same.length} of ${rows}`)
    for (const row of missing) console.log(`  - ${row}`)
    for (const row of extra) console.log(`  + ${row}`)
  }
}
console.log('look             half    documents  rows  same     %  rows of no original')
for (const [key, {documents, rows, same, extra}] of [...tallies].sort())
  console.log(
    `${key} ${String(documents).padStart(9)} ${String(rows).padStart(5)} ${String(same).padStart(5)} ${((100 * same) / rows).toFixed(1).padStart(5)} ${String(extra).padStart(5)}`
  )
