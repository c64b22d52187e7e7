/**
 * `npm run bench`: how long planlint takes, side by side with what it must be measured against, in one run on one machine.
 *
 * 1. one Word plan of 1,300 words, whole process, against a bare start of Node (aim: at most 5 times)
 * 2. 500 such plans in one run, against mammoth's text through stock retext on the same files (aim: at least 5 times faster)
 * 3. one plan of 1,000, 10,000 and 100,000 words (aim: time in step with length)
 */
import {spawnSync} from 'node:child_process'
import {mkdtempSync, rmSync, writeFileSync} from 'node:fs'
import {availableParallelism, tmpdir} from 'node:os'
import {join} from 'node:path'
import {fileURLToPath} from 'node:url'
import {lint, prepareRules, rules} from '../../src/index.ts'
import {buildProgram} from '../../src/scripts/build.ts'
import {planOfWords} from './plans.ts'

const root = fileURLToPath(new URL('../..', import.meta.url))
const program = join(root, 'dist/cli.cjs')
const files = Number(process.argv[2] ?? 500)
const words = 1300

interface Times {
  wall: number
  /** Of all its threads; says more than the wall clock where other work goes on. Null where it was not asked for. */
  processor: number | null
}

/** Makes a process tell what processor time it took. */
const clock = `data:text/javascript,${encodeURIComponent(`
  import {isMainThread} from 'node:worker_threads'
  if (isMainThread) process.on('exit', () => process.stderr.write('took ' + JSON.stringify(process.cpuUsage())))
`)}`

function timesOf(args: readonly string[], withClock = false): Times {
  const start = performance.now()
  const {error, status, stderr} = spawnSync(process.execPath, [...(withClock ? ['--import', clock] : []), ...args], {
    cwd: root,
    maxBuffer: 2 ** 30
  })
  const wall = (performance.now() - start) / 1000
  // 1 only says that planlint found something.
  if (error || status === null || status > 1) throw error ?? new Error(`${args.join(' ')}: ${stderr}`)
  const took = /took (\{.*\})/.exec(String(stderr))?.[1]
  const usage = took ? (JSON.parse(took) as NodeJS.CpuUsage) : null
  return {wall, processor: usage && (usage.user + usage.system) / 1e6}
}

function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[values.length >> 1] as number
}

function oneFile(folder: string): void {
  const bare: number[] = []
  const whole: number[] = []
  for (let run = 0; run < 9; run++) {
    bare.push(timesOf(['-e', '0']).wall)
    whole.push(timesOf([program, join(folder, 'plan-0.docx')]).wall)
  }
  const [start, own] = [median(bare), median(whole)]
  console.log(`One plan of ${words} words, whole process, median of 9`)
  console.log(`  bare node  ${start.toFixed(3)} s\n  planlint   ${own.toFixed(3)} s   ${(own / start).toFixed(1)} times a bare start\n`)
}

function manyFiles(folder: string): void {
  const own = timesOf([program, folder, '--format', 'json'], true)
  const naive = timesOf(['--import', 'tsx', join(root, 'test/bench/naive.ts'), folder], true)
  const shown = ({wall, processor}: Times): string =>
    `${wall.toFixed(1).padStart(5)} s   ${(processor ?? 0).toFixed(1).padStart(5)} s of processor time`
  const times = (key: keyof Times): string => ((naive[key] ?? 0) / (own[key] ?? 1)).toFixed(1)
  console.log(`${files} plans of ${words} words, whole process, one run each; planlint on ${availableParallelism()} processors`)
  console.log(`  mammoth + retext  ${shown(naive)}`)
  console.log(`  planlint          ${shown(own)}   ${times('wall')} times faster, with ${times('processor')} times less work\n`)
}

function scaling(): void {
  const set = prepareRules(rules)
  for (let warm = 0; warm < 20; warm++) lint(planOfWords(1000, warm), 'warm.docx', {rules: set})
  console.log('One plan, in process, warm, best of 3')
  for (const size of [1000, 10_000, 100_000]) {
    const bytes = planOfWords(size, 7)
    const times = [0, 1, 2].map(() => {
      const start = performance.now()
      lint(bytes, 'plan.docx', {rules: set})
      return performance.now() - start
    })
    const best = Math.min(...times)
    console.log(
      `  ${String(size).padStart(6)} words  ${best.toFixed(0).padStart(6)} ms   ${((best / size) * 1000).toFixed(2)} ms per 1,000 words`
    )
  }
}

await buildProgram()
const folder = mkdtempSync(join(tmpdir(), 'planlint-bench-'))
try {
  for (let index = 0; index < files; index++) writeFileSync(join(folder, `plan-${index}.docx`), planOfWords(words, index))
  oneFile(folder)
  manyFiles(folder)
  scaling()
} finally {
  rmSync(folder, {recursive: true, force: true})
}
