/** The command line of `planlint audit`. */
import {availableParallelism} from 'node:os'
import {Command, CommanderError, InvalidArgumentError, Option} from 'commander'
import {measuresWith} from '../../audit.ts'
import {Fault} from '../fault.ts'
import {addRule, assertDate, type Options, readingAge, types, type Voice, wholeNumber} from '../options.ts'

export interface AuditOptions extends Pick<Options, 'config' | 'rule' | 'type' | 'asOf' | 'readingAge'> {
  outputDir: string
  format: 'files' | 'jsonl'
  stdinPaths?: boolean
  records?: boolean
  root?: string
  withNames?: boolean
  withQuotations?: boolean
  withSmallGroups?: boolean
  target: ReadonlyMap<string, number>
  concurrency: number
  timeLimit: number
  memoryLimit: number
  sizeLimit: number
  /** False with --no-cache. */
  cache: boolean
  cacheLocation: string
  keyFile?: string
}

export interface AuditLine {
  paths: string[]
  options: AuditOptions
}

/** Null when only help was wanted. Throws a Fault on wrong usage. */
export function parseAuditLine(args: readonly string[], voice: Voice): AuditLine | null {
  const command = withLimits(withOutput(withChecking(program(voice))))
  try {
    command.parse(args, {from: 'user'})
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error
    if (error.exitCode === 0) return null
    const said = error.message.replace(/^error: /, '').replace(/\n/g, ' ')
    throw new Fault(`${said.replace(/[^.?]$/, '$&.')} See planlint audit --help.`)
  }
  const options: AuditOptions = command.opts()
  if (options.asOf) assertDate(options.asOf, '--as-of')
  const {args: paths} = command
  if (options.stdinPaths && paths.length > 0) throw new Fault('--stdin-paths reads the paths from standard input: give no other.')
  if (!options.stdinPaths && paths.length === 0) throw new Fault('Give at least one folder. See planlint audit --help.')
  return {paths, options}
}

function program(voice: Voice): Command {
  return new Command('planlint audit')
    .description(
      'Checks any number of plans and letters, and sums up how good they are: a workbook, CSV files, JSON lines and a dashboard.'
    )
    .argument('[paths...]', 'folders (the folders in them are the teams), files or patterns')
    .helpOption('-h, --help', 'show this help')
    .addHelpText(
      'after',
      '\nExit code: 0 done, whatever was found and even if documents could not be read (the results name them); 2 wrong usage; 130 interrupted.'
    )
    .configureOutput({writeOut: voice.out, writeErr: () => undefined})
    .exitOverride()
}

function withChecking(command: Command): Command {
  return command
    .option('-c, --config <path>', 'use this configuration instead of the nearest .planlintrc.json')
    .option('--no-config', 'use no configuration file')
    .option('--rule <id: severity>', 'set a rule; may be repeated', addRule, [])
    .addOption(new Option('--type <type>', 'what the documents are, if planlint need not find out').choices(types))
    .option('--as-of <date>', 'judge overdue actions by this date, such as 2026-03-04, instead of the document’s own')
    .option('--reading-age <years>', 'reading age to aim at (11 unless set)', readingAge)
    .option('--target <measure: per cent>', 'a target of your own, such as "child-voice: 95"; may be repeated', addTarget, new Map())
}

function withOutput(command: Command): Command {
  return command
    .option('-o, --output-dir <folder>', 'where the results go', 'planlint-audit')
    .addOption(
      new Option('-f, --format <format>', 'files: all results in a folder; jsonl: only JSON lines, on standard output, as they come')
        .choices(['files', 'jsonl'])
        .default('files')
    )
    .option('--stdin-paths', 'read the paths of the documents from standard input, one a line, as they come')
    .option('--root <folder>', 'the folder whose folders are the teams, for --stdin-paths')
    .option('--records', 'the paths are JSON lines of earlier audits, to be put together')
    .option('--with-names', 'show names of children, documents and folders instead of pseudonyms')
    .option('--with-quotations', 'show the words that findings are about')
    .option('--with-small-groups', 'show figures of fewer than five documents')
    .option('--key-file <path>', 'the key that pseudonyms are made with (made in the cache unless given)')
}

function withLimits(command: Command): Command {
  return command
    .option('--concurrency <n>', 'how many documents to check at the same time', positive, availableParallelism())
    .option('--time-limit <seconds>', 'give up on a document after so long', positive, 60)
    .option('--memory-limit <MB>', 'give up on a document that needs more memory', positive, 512)
    .option('--size-limit <MB>', 'do not open larger files', positive, 50)
    .option('--no-cache', 'check every document anew, and keep nothing')
    .option('--cache-location <folder>', 'where to keep what was found in documents that have not changed', '.planlintcache')
}

function positive(text: string): number {
  const number = wholeNumber(text)
  if (number < 1) throw new InvalidArgumentError('It must be at least 1')
  return number
}

function addTarget(text: string, before: ReadonlyMap<string, number>): Map<string, number> {
  const [, id = '', percent] = /^\s*([\w-]+)\s*:\s*(\d{1,3})\s*%?\s*$/.exec(text) ?? []
  const known = measuresWith(new Map()).map(measure => measure.id)
  if (!known.includes(id) || Number(percent) > 100) {
    throw new InvalidArgumentError(`Write it as “measure: per cent” with one of ${known.join(', ')}`)
  }
  return new Map([...before, [id, Number(percent)]])
}
