/** `planlint compare`: reads all documents, compares, prints or writes. */
import {
  compare,
  compareLetter,
  type CompareSettings,
  type Comparison,
  comparisonDocx,
  comparisonHtml,
  comparisonJson,
  comparisonTerminal,
  type LetterComparison
} from '../../compare.ts'
import {type Document, ReadError, readOnDemand, visible} from '../../index.ts'
import {bytesOf} from '../files.ts'
import {configFinder} from '../config-file.ts'
import type {Io} from '../io.ts'
import type {Options} from '../options.ts'
import {assertNotInput, writeReport} from '../output.ts'
import {type CompareOptions, parseCompareLine} from './options.ts'

interface Named {
  path: string
  document: Document
}

export async function compareCommand(args: readonly string[], io: Io): Promise<0 | 1 | 2> {
  const line = parseCompareLine(args, io)
  if (!line) return 0
  const {paths, options} = line
  const inputs = options.letter === undefined ? paths : [options.letter, ...paths]
  if (options.outputFile !== undefined) await assertNotInput(options.outputFile, inputs, io.cwd)
  const documents = await readAll(inputs, io)
  if (!documents) return 2
  const [first, second] = documents
  const settings = await settingsFor(documents, options, io)
  const comparison =
    options.letter !== undefined && first && second ? compareLetter(first, second, settings) : await compare(documents, settings)
  const text = await textOf(comparison, options, io)
  if (options.outputFile !== undefined) await writeReport(options.outputFile, text, io.cwd)
  else io.out(String(text))
  return comparison.changes.some(({kind}) => options.failOn.includes(kind)) ? 1 : 0
}

/** As the configuration of the newest version and the flags have it. A letter's own type is known. */
async function settingsFor(documents: readonly Named[], {config, type, asOf}: CompareOptions, io: Io): Promise<CompareSettings> {
  const flags = {...checkingNothing, config, ...(type && {type}), ...(asOf && {asOf})}
  const {config: found} = await configFinder(flags, io.cwd)(documents.at(-1)?.path ?? '')
  return {
    ...(found.type && found.type !== 'letter-before-proceedings' && {type: found.type}),
    ...(found.asOf && {asOf: found.asOf}),
    ...(found.localClock && {localClock: found.localClock})
  }
}

/** A comparison runs no rules. */
const checkingNothing: Options = {format: 'json', config: true, rule: [], failOn: 'never', color: false}

/** Null if any file cannot be read: half a comparison would mislead. Each of them is named. */
async function readAll(paths: readonly string[], io: Io): Promise<Named[] | null> {
  const documents: Named[] = []
  for (const path of paths) {
    try {
      documents.push({path, document: await readOnDemand(bytesOf(path, io.cwd), path)})
    } catch (error) {
      if (!(error instanceof ReadError)) throw error
      io.err(`planlint: ${visible(`${path}: ${error.message}`)}\n`)
    }
  }
  return documents.length === paths.length ? documents : null
}

async function textOf(
  comparison: Comparison | LetterComparison,
  {format, outputFile, color}: CompareOptions,
  io: Io
): Promise<string | Uint8Array> {
  if (format === 'json') return comparisonJson(comparison)
  if (format === 'html') return comparisonHtml(comparison)
  if (format === 'docx') return comparisonDocx(comparison)
  const toFile = outputFile !== undefined
  return comparisonTerminal(comparison, {width: Math.min(toFile ? 100 : (io.columns ?? 80), 110), colour: io.colour && color && !toFile})
}
