import {spawn, spawnSync} from 'node:child_process'
import {once} from 'node:events'
import {mkdirSync, readdirSync, readFileSync, statSync, writeFileSync} from 'node:fs'
import {join} from 'node:path'
import {strFromU8, unzipSync} from 'fflate'
import {afterAll, beforeAll, describe, expect, it} from 'vitest'
import type {AuditRecord} from '../../src/audit.ts'
import {checkAll, corpusFolder, labelledDocuments} from '../../src/scripts/corpus.ts'
import {writeAuditFolder} from '../helpers/audit-folder.ts'
import {type Built, buildInto, recordsIn, recordsOf} from '../helpers/built.ts'
import {bursting, endless, flateBomb, hostileFiles, huge} from '../helpers/hostile.ts'
import {poorPlan} from '../helpers/cli.ts'

let built: Built
const good = 60
const hostile = hostileFiles(22, [endless, bursting, flateBomb, huge])
const at = (...path: string[]): string => join(built.folder, ...path)
const limits = ['--no-config', '--time-limit', '12', '--memory-limit', '256', '--concurrency', '2']
const byDocument = (records: readonly AuditRecord[]): AuditRecord[] => [...records].sort((a, b) => (a.document < b.document ? -1 : 1))

beforeAll(() => {
  built = buildInto('audit')
  writeAuditFolder(at('plans'), good, hostile, 300)
  writeAuditFolder(at('good'), good, [], 300)
}, 120_000)
afterAll(() => built.remove())

describe('an audit of plans with broken and hostile files among them', () => {
  it('reports all good ones, names each bad one with its reason, and takes all from the cache the next time', async () => {
    const {code, out} = await built.run(['audit', 'plans', '-o', 'first', ...limits])
    expect(code).toBe(0)
    const records = recordsIn(at('first'))
    expect(records.filter(({error}) => !error)).toHaveLength(good)
    // What bursts may be stopped by the clock first, where the machine has other work.
    const wanted = hostile.map(({code}) => code.replace(/memory|time/, 'limit')).sort()
    expect(records.flatMap(({error}) => (error ? [error.code.replace(/memory|time/, 'limit')] : [])).sort()).toEqual(wanted)
    for (const {name} of hostile) expect(out).toMatch(new RegExp(`plans/\\w+/${name.replaceAll('.', '\\.')}: [A-Z].+\\.`))
    const again = await built.run(['audit', 'plans', '-o', 'first', ...limits])
    expect(again.out).toContain(`${good + hostile.length} documents checked (${good + hostile.length - 1} unchanged`)
    expect(byDocument(recordsIn(at('first')))).toEqual(byDocument(records))
  }, 240_000)

  it('is interrupted and begun again without loss', async () => {
    const args = ['audit', 'good', '--format', 'jsonl', '--no-config', '--cache-location', 'resumed', '--concurrency', '1']
    let seen = 0
    const stopped = await built.run(args, {whenOut: stop => ++seen === 5 && stop()})
    expect(stopped.code).toBe(130)
    const before = recordsOf(stopped.out)
    expect(before.length).toBeGreaterThanOrEqual(5)
    expect(before.length).toBeLessThan(good)
    const kept = readdirSync(at('resumed/records'), {recursive: true, encoding: 'utf8'}).filter(name => name.endsWith('.json'))
    expect(kept.length).toBeGreaterThanOrEqual(before.length)
    const resumed = await built.run(['audit', 'good', '-o', 'resumed-out', '--no-config', '--cache-location', 'resumed'])
    expect(resumed.out).toContain(`${good} documents checked (${kept.length} unchanged since the last audit)`)
    expect(recordsIn(at('resumed-out'))).toHaveLength(good)
    expect(new Set(recordsIn(at('resumed-out')).map(({document}) => document)).size).toBe(good)
  }, 120_000)

  it('checks anew what has changed: the document, the configuration, what is shown', async () => {
    const line = async (...more: string[]): Promise<string> =>
      (await built.run(['audit', 'one', '-o', 'one-out', '--no-config', ...more])).out
    mkdirSync(at('one'))
    writeFileSync(at('one/plan.md'), poorPlan)
    await line()
    expect(await line()).toContain('1 unchanged')
    expect(await line('--rule', 'jargon: off')).not.toContain('unchanged')
    expect(await line('--with-quotations')).not.toContain('unchanged')
    writeFileSync(at('one/plan.md'), `${poorPlan}\nSam likes football.\n`)
    expect(await line()).not.toContain('unchanged')
    writeFileSync(at('other-key'), `${'ab'.repeat(32)}\n`)
    expect(await line('--key-file', 'other-key')).not.toContain('unchanged')
  }, 60_000)

  it('keeps results and cache to the user, and never writes into a folder of other files', async () => {
    for (const path of ['one-out/findings.jsonl', 'one-out/audit.xlsx', '.planlintcache/key'])
      expect(statSync(at(path)).mode & 0o077).toBe(0)
    const {code, err} = await built.run(['audit', 'one', '-o', 'good'])
    expect([code, err]).toEqual([2, expect.stringContaining('holds other files and no earlier audit')])
  })
})

describe('as a step in somebody else’s pipeline', () => {
  const mapper = (): string[] => [
    built.program,
    'audit',
    '--stdin-paths',
    '--format',
    'jsonl',
    '--no-config',
    '--no-cache',
    '--key-file',
    'key',
    '--root',
    'good'
  ]
  const paths = (): string[] =>
    readdirSync(at('good'), {recursive: true, encoding: 'utf8'})
      .filter(name => /\.\w+$/.test(name))
      .map(name => `good/${name}`)

  it('does the same in three processes as in one, and their lines are put together', async () => {
    writeFileSync(at('key'), `${'cd'.repeat(32)}\n`)
    const args = mapper()
      .map(arg => `'${arg}'`)
      .join(' ')
    // What GNU parallel --pipe and Spark's pipe do: a share of the lines into each process, their output one after the other.
    const script = `split -l 25 --filter='"${process.execPath}" ${args.replaceAll("'", '"')}' > mapped.jsonl`
    const {status, stderr} = spawnSync('bash', ['-c', script], {cwd: built.folder, input: `${paths().join('\n')}\n`, encoding: 'utf8'})
    expect([status, stderr]).toEqual([0, ''])
    const whole = await built.run(['audit', 'good', '-o', 'whole', '--no-config', '--no-cache', '--key-file', 'key'])
    expect(byDocument(recordsOf(readFileSync(at('mapped.jsonl'), 'utf8')))).toEqual(byDocument(recordsIn(at('whole'))))
    const reduced = await built.run(['audit', '--records', 'mapped.jsonl', '-o', 'reduced'])
    expect(reduced.out.split('\n\n')[1]).toBe(whole.out.split('\n\n')[1])
    expect(readFileSync(at('reduced/dashboard.html'), 'utf8')).toBe(readFileSync(at('whole/dashboard.html'), 'utf8'))
  }, 120_000)

  it('answers each line as it comes', async () => {
    const child = spawn(process.execPath, mapper(), {cwd: built.folder})
    for (const path of paths().slice(0, 2)) {
      child.stdin.write(`${path}\n`)
      const [line] = await once(child.stdout, 'data')
      expect(JSON.parse(String(line))).toMatchObject({planlint: expect.any(String), error: null})
    }
    child.stdin.end()
    expect(await once(child, 'close')).toEqual([0, null])
  }, 60_000)

  it('ends when it is told to, though more lines may come', async () => {
    const child = spawn(process.execPath, mapper(), {cwd: built.folder})
    child.stdin.write(`${paths()[0]}\n`)
    await once(child.stdout, 'data')
    child.kill('SIGTERM')
    expect(await once(child, 'close')).toEqual([130, null])
  }, 60_000)

  it('says which file holds no records', async () => {
    writeFileSync(at('no-records.jsonl'), '{"a": 1}\n')
    for (const name of ['no-records.jsonl', 'not-there.jsonl']) {
      const {code, err} = await built.run(['audit', '--records', name, '-o', 'none'])
      expect([code, err]).toEqual([2, expect.stringContaining(name)])
    }
  })
})

describe('what may not be told', () => {
  /** Everything a run has written, workbooks unpacked, by file. */
  const written = (folder: string): [string, string][] =>
    readdirSync(at(folder)).flatMap((name): [string, string][] => {
      const bytes = readFileSync(at(folder, name))
      if (!name.endsWith('.xlsx')) return [[name, bytes.toString('utf8')]]
      return Object.entries(unzipSync(bytes)).map(([part, content]) => [`${name}/${part}`, strFromU8(content)])
    })
  const documents = labelledDocuments()
  const reports = checkAll(documents)
  /** First names are words of English in places: only those that no text of planlint's own has. */
  const own = new Set(
    `${readFileSync('src/audit/teaching.json', 'utf8')} ${readFileSync('src/audit/wording.json', 'utf8')}`.match(/\p{L}+/gu)
  )
  const told = [
    ...reports.flatMap(({report}) => report.children.map(({name}) => name)),
    ...documents.flatMap(({gold}) => gold.children ?? [])
  ]
  const names = new Set(told.flatMap(name => name.match(/\p{Lu}\p{L}{2,}/gu) ?? []).filter(name => !own.has(name) && name !== 'Baby'))
  const quotations = new Set(
    reports
      .flatMap(({report}) => report.messages.flatMap(({actual}) => (actual && actual.length >= 25 ? [actual] : [])))
      .filter(text => !/^\W*$/.test(text))
  )

  it('is in no result for the corpus unless it is asked for', async () => {
    const {out} = await built.run(['audit', corpusFolder, '-o', 'private', '--no-config'])
    expect(names.size).toBeGreaterThan(60)
    expect(quotations.size).toBeGreaterThan(300)
    const all: [string, string][] = [...written('private'), ['terminal', out]]
    const cached = readdirSync(at('.planlintcache'), {recursive: true, encoding: 'utf8'}).filter(name => name.endsWith('.json'))
    all.push(['cache', cached.map(name => readFileSync(at('.planlintcache', name), 'utf8')).join('\n')])
    for (const [file, text] of all) {
      const words = new Set(text.match(/\p{L}+/gu))
      expect([...names].filter(name => words.has(name)).map(name => `${file}: ${name}`)).toEqual([])
      expect([...quotations].filter(quotation => text.includes(quotation)).map(quotation => `${file}: ${quotation}`)).toEqual([])
    }
  }, 120_000)

  it('is there when it is asked for, so that the search above can find it', async () => {
    await built.run(['audit', corpusFolder, '-o', 'open', '--no-config', '--with-names', '--with-quotations'])
    const [jsonl] = written('open').filter(([name]) => name === 'findings.jsonl')
    const words = new Set(jsonl?.[1].match(/\p{L}+/gu))
    expect([...names].filter(name => words.has(name)).length).toBeGreaterThan(60)
    const sheets = written('open').filter(([name]) => name.includes('sharedStrings'))
    expect(sheets[0]?.[1]).toContain('This workbook holds what is usually left out: names, words of the documents.')
  }, 120_000)

  it('puts small teams together, and has no formula in any cell', () => {
    const parts = new Map(written('private').map(([name, text]) => [name, text]))
    const teams = [
      ...(parts.get('dashboard.html') ?? '').matchAll(/<tr><th scope="row">([^<]+)<\/th><td class="figure">(\d+|fewer than 5)/g)
    ]
    expect(teams.length).toBeGreaterThan(5)
    for (const [, name, count] of teams) expect(`${name} ${Number(count) >= 5}`).toBe(`${name} true`)
    for (const [name, text] of parts) if (name.includes('worksheets/sheet')) expect(text).not.toMatch(/<f[ >]/)
  })
})
