/** `--format docx`: a copy of each Word file, with a comment for each finding. No input is written over, and nobody's work is. */
import {access, readFile, stat, writeFile} from 'node:fs/promises'
import {basename, dirname, extname, join, resolve} from 'node:path'
import {
  type CheckedCopy,
  check,
  copyOnDemand,
  type DocumentReport,
  failure,
  isUntouchedOnDemand,
  overviewOf,
  planOf,
  ReadError,
  type Report,
  readOnDemand,
  reportOf,
  visible
} from '../index.ts'
import {readError} from './check-file.ts'
import {standardInput} from './check-files.ts'
import type {ConfigFinder} from './config-file.ts'
import {Fault} from './fault.ts'
import {bytesOf, type Target} from './files.ts'
import type {Io} from './io.ts'
import type {Options} from './options.ts'

export interface CopyJob {
  targets: readonly Target[]
  /** As given on the command line: these are checked even if they are copies. */
  paths: readonly string[]
  finder: ConfigFinder
  options: Options
  io: Io
  /** What to call standard input. */
  name: string
}

/** Writes the copies and says on standard output what is in each. */
export async function copyFiles(job: CopyJob): Promise<Report> {
  const targets = withoutCopies(job)
  const reports: DocumentReport[] = []
  const paths: Paths = {inputs: new Set(targets.map(({path}) => resolve(job.io.cwd, path))), outputs: new Set()}
  if (targets.length > 1 && job.options.outputFile !== undefined && !(await isFolder(job.options.outputFile, job.io.cwd))) {
    throw new Fault(`--output-file ${job.options.outputFile} is to hold several documents: give a folder that exists.`)
  }
  for (const target of targets) reports.push(await copyFile(target, paths, job))
  return reportOf(reports)
}

/** Full paths of a run. */
interface Paths {
  inputs: ReadonlySet<string>
  outputs: Set<string>
}

async function copyFile(target: Target, paths: Paths, {finder, options, io, name}: CopyJob): Promise<DocumentReport> {
  const isInput = target.path === standardInput
  const path = isInput ? name : target.path
  const say = (text: string) => io.err(`${visible(`${path}: ${text}`)}\n`)
  try {
    if (target.error) throw target.error
    const bytes = isInput ? await io.input() : bytesOf(path, io.cwd)
    const document = await readOnDemand(bytes, path)
    const {settings} = await finder(path)
    const {report} = check(document, path, settings)
    if (document.format !== 'docx') {
      say('comments can only be written into a Word file (.docx): use another --format for this one.')
      return report
    }
    const summary = options.summary ? overviewOf(planOf(document, settings)) : undefined
    const copy = await copyOnDemand(report, document, bytes, {
      date: dateOf(options),
      errorsOnly: options.quiet ?? false,
      suggest: options.suggest ?? false,
      ...(summary && {summary})
    })
    const output = await freePath(path, paths, options, io.cwd)
    await write(output, copy.bytes, io.cwd)
    io.out(`${visible(`${path} → ${output}: ${countsOf(copy, report)}`)}\n`)
    if (copy.isShut) say('this file is protected: to answer the comments in Word, lift the protection first (Review, Restrict Editing).')
    return report
  } catch (error) {
    if (error instanceof Fault) throw error
    const fault = readError(error)
    say(fault.message)
    return failure(fault, path)
  }
}

function countsOf({added, kept, removed, suggested}: Omit<CheckedCopy, 'bytes'>, {accepted}: DocumentReport): string {
  const parts = [
    `${added} ${added === 1 ? 'comment' : 'comments'} added`,
    suggested > 0 && `${suggested} ${suggested === 1 ? 'change' : 'changes'} marked`,
    kept > 0 && `${kept} there already`,
    removed > 0 && `${removed} taken out because dealt with`,
    accepted.length > 0 && `${accepted.length} answered`
  ]
  return `${parts.filter(Boolean).join(', ')}.`
}

function dateOf({asOf}: Options): string {
  return asOf ? `${asOf}T00:00:00Z` : `${new Date().toISOString().slice(0, 19)}Z`
}

const copyName = /\.checked(?:-(\d+))?$/

/** `plan.docx` → `plan.checked.docx` → `plan.checked-2.docx`. */
function nameOfCopy(path: string): string {
  const ending = extname(path) || '.docx'
  const stem = basename(path, extname(path))
  const copy = copyName.exec(stem)
  return copy ? `${stem.replace(copyName, '')}.checked-${Number(copy[1] ?? 1) + 1}${ending}` : `${stem}.checked${ending}`
}

/** Of a folder or pattern, copies that stand beside their original are left out: they are what the last run wrote. */
function withoutCopies({targets, paths, io}: CopyJob): readonly Target[] {
  const named = new Set(paths.map(path => resolve(io.cwd, path)))
  const all = new Set(targets.map(({path}) => resolve(io.cwd, path)))
  return targets.filter(({path}) => {
    const full = resolve(io.cwd, path)
    const stem = basename(full, extname(full))
    const original = join(dirname(full), `${stem.replace(copyName, '')}${extname(full)}`)
    return named.has(full) || !copyName.test(stem) || !all.has(original)
  })
}

/** Where the copy goes. Throws a ReadError if an input or somebody's work is there. */
async function freePath(path: string, {inputs, outputs}: Paths, {outputFile}: Options, cwd: string): Promise<string> {
  const copy = nameOfCopy(path === standardInput ? 'plan.docx' : path)
  const wanted =
    outputFile === undefined ? join(dirname(path), copy) : (await isFolder(outputFile, cwd)) ? join(outputFile, copy) : outputFile
  const full = resolve(cwd, wanted)
  if (inputs.has(full) || (await isSameFile(full, inputs))) {
    throw blocked(
      `${wanted} is one of the documents to check: planlint never writes over a document. Give another name with --output-file.`
    )
  }
  if (outputs.has(full)) throw blocked(`${wanted} has just been written for another document of that name: write this one elsewhere.`)
  outputs.add(full)
  const there = await readFile(full).catch(() => null)
  if (there && !(await isUntouchedOnDemand(there))) {
    throw blocked(
      `${wanted} is there already and somebody has saved it since: check that file itself to keep what is in it, or give another name with --output-file.`
    )
  }
  return wanted
}

/** Two names, one file: a link. */
async function isSameFile(path: string, inputs: ReadonlySet<string>): Promise<boolean> {
  const there = await stat(path).catch(() => null)
  if (!there) return false
  for (const input of inputs) {
    const found = await stat(input).catch(() => null)
    if (found && found.ino === there.ino && found.dev === there.dev) return true
  }
  return false
}

async function isFolder(path: string, cwd: string): Promise<boolean> {
  return (await stat(resolve(cwd, path)).catch(() => null))?.isDirectory() ?? false
}

async function write(path: string, bytes: Uint8Array, cwd: string): Promise<void> {
  await access(dirname(resolve(cwd, path))).catch(() => {
    throw blocked(`${path} could not be written: there is no such folder.`)
  })
  await writeFile(resolve(cwd, path), bytes).catch(() => {
    throw blocked(`${path} could not be written: is it open in Word, or protected?`)
  })
}

function blocked(message: string): ReadError {
  return new ReadError('not-writable', message)
}
