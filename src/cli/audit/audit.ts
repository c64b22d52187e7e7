/** `planlint audit`: one run, from arguments to exit code. */
import {join, resolve} from 'node:path'
import {addRecord, emptySums, measuresWith, type Shown, type Sums, summaryOf} from '../../audit.ts'
import {version} from '../../index.ts'
import {Fault} from '../fault.ts'
import type {Io} from '../io.ts'
import type {Options} from '../options.ts'
import {cacheIn, keyIn} from './cache.ts'
import {checkAll, type Taken} from './check-all.ts'
import type {Setup} from './examine.ts'
import {type AuditLine, type AuditOptions, parseAuditLine} from './options.ts'
import {poolOf} from './pool.ts'
import {progressOf} from './progress.ts'
import {type Finished, lineOf, prepareFolder, recordFile, recordsIn, writeResults} from './results.ts'
import {type Sources, sourcesFrom, sourcesOf} from './sources.ts'
import {spoken} from './spoken.ts'
import {eachThreadForItself} from './thread-flags.ts'

/** 130 is what a shell reports of a program that was interrupted. */
export type AuditCode = 0 | 130

export async function audit(args: readonly string[], io: Io): Promise<AuditCode> {
  const line = parseAuditLine(args, io)
  if (!line) return 0
  return line.options.format === 'jsonl' ? streamLines(line, io) : writeAll(line, io)
}

/** JSON lines on standard output, as they come: a step in somebody else's pipeline. */
async function streamLines(line: AuditLine, io: Io): Promise<AuditCode> {
  const interrupt = io.interrupt?.()
  await checkDocuments(line, await sourcesIn(line, [], io), io, interrupt, async ({record}) => io.out(lineOf(record)))
  return interrupt?.aborted ? 130 : 0
}

async function writeAll(line: AuditLine, io: Io): Promise<AuditCode> {
  const {options} = line
  const folder = resolve(io.cwd, options.outputDir)
  const measures = measuresWith(options.target)
  const sums = emptySums()
  const interrupt = io.interrupt?.()
  await prepareFolder(folder)
  const file = await recordFile(folder)
  const told: Told = {done: 0, cached: 0, failures: []}
  const sources = options.records ? null : await sourcesIn(line, [folder, cacheFolder(options, io.cwd)], io)
  try {
    if (!sources) await putTogether(line, io, sums, async record => file.add(record))
    else {
      const progress = await progressOf(sources.count, io.progress)
      const take = async (taken: Taken): Promise<void> => {
        await file.add(taken.record)
        addRecord(sums, taken.record, measures)
        note(told, taken)
        progress.step()
      }
      await checkDocuments(line, sources, io, interrupt, take).finally(() => progress.stop())
    }
  } finally {
    await file.close()
  }
  if (interrupt?.aborted) return interrupted(told, sources, options, io)
  const shown = {...shownIn(options), smallGroups: options.withSmallGroups === true}
  const finished: Finished = {folder, sums, summary: summaryOf(sums, measures, shown.smallGroups, version), shown}
  const files = await writeResults(finished)
  io.out(spoken({...finished, files, ...told, folder: options.outputDir, cache: options.cache ? options.cacheLocation : null}))
  return 0
}

/** What is said at the end of a run. */
export interface Told {
  done: number
  cached: number
  /** With their paths: the person who runs the audit has to find them. */
  failures: {path: string; message: string}[]
}

function note(told: Told, {source, record, fromCache}: Taken): void {
  told.done++
  if (fromCache) told.cached++
  if (record.error) told.failures.push({path: source.path, message: record.error.message})
}

function interrupted({done}: Told, sources: Sources | null, {cache}: AuditOptions, io: Io): AuditCode {
  const rest = cache ? 'Run the same command again to go on: what is done is kept.' : 'Nothing was kept (--no-cache).'
  io.err(`planlint: stopped after ${done}${sources?.count ? ` of ${sources.count}` : ''} documents. ${rest}\n`)
  return 130
}

function cacheFolder({cacheLocation}: AuditOptions, cwd: string): string {
  return resolve(cwd, cacheLocation)
}

function shownIn({withNames, withQuotations}: AuditOptions): Shown {
  return {names: withNames === true, quotations: withQuotations === true}
}

async function sourcesIn({paths, options}: AuditLine, left: readonly string[], io: Io): Promise<Sources> {
  if (!options.stdinPaths) return sourcesOf(paths, left, io.cwd)
  if (!io.lines) throw new Fault('There is no standard input to read paths from.')
  return sourcesFrom(io.lines(), options.root, io.cwd)
}

async function checkDocuments(
  {options}: AuditLine,
  {all, count}: Sources,
  io: Io,
  interrupt: AbortSignal | undefined,
  take: (taken: Taken) => Promise<void>
): Promise<void> {
  const {timeLimit: time, memoryLimit: memory, sizeLimit: size} = options
  const folder = cacheFolder(options, io.cwd)
  const key = await keyIn(options.keyFile === undefined ? join(folder, 'key') : resolve(io.cwd, options.keyFile))
  const setup: Setup = {options: checkingOptions(options), cwd: io.cwd, shown: shownIn(options), key}
  // More threads than documents would only take time to start.
  const concurrency = Math.max(1, Math.min(options.concurrency, count ?? options.concurrency))
  const limits = {time, memory, size}
  eachThreadForItself()
  const pool = await poolOf(concurrency, setup, limits)
  try {
    await checkAll(all, {setup, pool, cache: cacheIn(options.cache ? folder : null), limits, concurrency, interrupt}, take)
  } finally {
    await pool.close()
  }
}

/** As the checking of single documents wants them. */
function checkingOptions({config, rule, type, asOf, readingAge}: AuditOptions): Options {
  return {
    format: 'json',
    failOn: 'never',
    color: false,
    config,
    rule,
    ...(type && {type}),
    ...(asOf && {asOf}),
    ...(readingAge && {readingAge})
  }
}

/** Records of earlier audits, such as those of a pipeline's steps. */
async function putTogether(
  {paths, options}: AuditLine,
  io: Io,
  sums: Sums,
  take: (record: Parameters<typeof addRecord>[1]) => Promise<void>
): Promise<void> {
  const measures = measuresWith(options.target)
  for (const path of paths) {
    for await (const record of recordsIn(resolve(io.cwd, path))) {
      await take(record)
      addRecord(sums, record, measures)
    }
  }
}
