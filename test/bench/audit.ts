/**
 * `npm run bench:audit`: an audit of 2,000 plans with 40 broken or hostile ones among them, by the built program.
 *
 * 1. all good ones reported, each bad one named with its reason; memory while it runs (aim: flat)
 * 2. the same interrupted and begun again (aim: no document lost, none checked twice)
 * 3. the same from the cache (aim: at least 10 times faster)
 * 4. two threads against one, on the good ones alone, the better of three runs of each in turn (aim: at least 1.7 times)
 */
import {spawn} from 'node:child_process'
import {mkdtempSync, readFileSync, rmSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {fileURLToPath} from 'node:url'
import type {AuditRecord} from '../../src/audit.ts'
import {buildProgram} from '../../src/scripts/build.ts'
import {writeAuditFolder} from '../helpers/audit-folder.ts'
import {bursting, endless, flateBomb, hostileFiles, huge} from '../helpers/hostile.ts'

const program = join(fileURLToPath(new URL('../..', import.meta.url)), 'dist/cli.cjs')
const good = Number(process.argv[2] ?? 2000)
const bad = 40
const limits = ['--time-limit', '10', '--memory-limit', '256']

interface Run {
  seconds: number
  code: number | null
  /** Resident memory in MB, twice a second. */
  memory: number[]
  out: string
  err: string
}

function audit(cwd: string, args: readonly string[], interruptAfter?: number): Promise<Run> {
  const start = performance.now()
  const child = spawn(process.execPath, [program, 'audit', ...args, '--no-config'], {cwd})
  const run: Run = {seconds: 0, code: null, memory: [], out: '', err: ''}
  child.stdout.on('data', text => void (run.out += text))
  child.stderr.on('data', text => void (run.err += text))
  const timer = setInterval(() => run.memory.push(residentMegabytes(child.pid as number)), 500)
  if (interruptAfter) setTimeout(() => child.kill('SIGINT'), interruptAfter * 1000)
  return new Promise(resolve =>
    child.on('close', code => {
      clearInterval(timer)
      resolve({...run, code, seconds: (performance.now() - start) / 1000})
    })
  )
}

function residentMegabytes(pid: number): number {
  try {
    return Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0) / 1024
  } catch {
    return 0
  }
}

function recordsIn(folder: string): AuditRecord[] {
  const lines = readFileSync(join(folder, 'findings.jsonl'), 'utf8').split('\n').filter(Boolean)
  return lines.map(line => JSON.parse(line))
}

function tell(what: string, {seconds, memory}: Run, records: readonly AuditRecord[]): void {
  const failed = records.filter(({error}) => error)
  const quarters = [0, 1, 2, 3].map(part => {
    const from = memory.slice(Math.floor((memory.length * part) / 4), Math.floor((memory.length * (part + 1)) / 4))
    return Math.round(from.reduce((sum, one) => sum + one, 0) / Math.max(1, from.length))
  })
  console.log(
    `${what}: ${seconds.toFixed(1)} s; ${records.length - failed.length} reported, ${failed.length} named as unreadable; ` +
      `memory by quarter ${quarters.join(', ')} MB, most ${Math.round(Math.max(0, ...memory))} MB`
  )
}

await buildProgram()
const cwd = mkdtempSync(join(tmpdir(), 'planlint-audit-bench-'))
try {
  const hostile = hostileFiles(bad, [endless, bursting, flateBomb, huge])
  writeAuditFolder(join(cwd, 'plans'), good, hostile)
  writeAuditFolder(join(cwd, 'good'), good, [])

  const first = await audit(cwd, ['plans', '-o', 'first', '--cache-location', 'a', ...limits])
  const records = recordsIn(join(cwd, 'first'))
  tell('Whole run', first, records)
  const count = (codes: readonly string[]): string =>
    JSON.stringify(Object.fromEntries(codes.map(code => [code, codes.filter(x => x === code).length])))
  console.log(`  wanted ${count(hostile.map(({code}) => code).sort())}`)
  console.log(`  told   ${count(records.flatMap(({error}) => (error ? [error.code] : [])).sort())}`)

  const stopped = await audit(cwd, ['plans', '-o', 'second', '--cache-location', 'b', ...limits], first.seconds / 2)
  console.log(`Interrupted (exit code ${stopped.code}): ${stopped.err.trim()}`)
  const resumed = await audit(cwd, ['plans', '-o', 'second', '--cache-location', 'b', ...limits])
  tell('Begun again', resumed, recordsIn(join(cwd, 'second')))
  console.log(`  ${/\(.*?unchanged.*?\)/.exec(resumed.out)?.[0]}`)

  const again = await audit(cwd, ['plans', '-o', 'first', '--cache-location', 'a', ...limits])
  tell('From the cache', again, recordsIn(join(cwd, 'first')))
  console.log(`  ${(first.seconds / again.seconds).toFixed(1)} times faster`)

  const cold = ['good', '-o', 'third', '--no-cache', '--key-file', 'key', '--format', 'jsonl']
  const seconds: Record<'1' | '2', number[]> = {1: [], 2: []}
  for (let round = 0; round < 3; round++) {
    for (const threads of ['1', '2'] as const) seconds[threads].push((await audit(cwd, [...cold, '--concurrency', threads])).seconds)
  }
  const told = (runs: readonly number[]): string => runs.map(run => run.toFixed(1)).join(', ')
  const times = Math.min(...seconds[1]) / Math.min(...seconds[2])
  console.log(`One thread ${told(seconds[1])} s, two ${told(seconds[2])} s: ${times.toFixed(2)} times`)
} finally {
  rmSync(cwd, {recursive: true, force: true})
}
