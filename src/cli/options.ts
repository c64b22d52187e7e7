/** The command line. */
import {Command, CommanderError, InvalidArgumentError, Option} from 'commander'
import {type Config, version} from '../index.ts'
import {Fault} from './fault.ts'

export type Severity = 'off' | 'info' | 'warning' | 'error'

/** Flags as commander hands them on. */
export interface Options {
  format: 'terminal' | 'json' | 'html' | 'docx' | 'sarif' | 'junit'
  /** In sarif and junit: show the words of the documents. */
  withQuotations?: boolean
  baseline?: string
  outputFile?: string
  /** A path; false with --no-config; true when neither is given. */
  config: string | boolean
  quiet?: boolean
  rule: [string, Severity][]
  maxWarnings?: number
  failOn: 'error' | 'warning' | 'never'
  stdin?: boolean
  stdinFilename?: string
  suggest?: boolean
  summary?: boolean
  /** Word files with the answers to an earlier run. */
  answers?: string[]
  printConfig?: boolean
  printPlan?: boolean
  explain?: string
  listRules?: boolean
  type?: NonNullable<Config['type']>
  asOf?: string
  readingAge?: number
  /** False with --no-color. */
  color: boolean
}

export interface CommandLine {
  paths: string[]
  options: Options
}

/** Where help and usage messages go. */
export interface Voice {
  out(text: string): void
  err(text: string): void
}

export const types = ['child-in-need-plan', 'child-protection-plan', 'letter-before-proceedings']
const severities = ['off', 'info', 'warning', 'error']

/** Reads the arguments after the name of the program. Null when only help or the version was wanted. Throws a Fault on wrong usage. */
export function parseCommandLine(args: readonly string[], voice: Voice): CommandLine | null {
  const command = program(voice)
  try {
    command.parse(args, {from: 'user'})
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error
    if (error.exitCode === 0) return null
    const said = error.message
      .replace(/^error: /, '')
      .replace(/\n\(Did you mean (.+)\?\)$/, '; did you mean $1?')
      .replace(/\n/g, ' ')
    throw new Fault(`${said.replace(/[^.?]$/, '$&.')} See planlint --help.`)
  }
  const options: Options = command.opts()
  if (options.asOf) assertDate(options.asOf, '--as-of')
  return {paths: command.args, options}
}

function program(voice: Voice): Command {
  return new Command('planlint')
    .description('Plain warnings for child in need plans, child protection plans and letters before proceedings.')
    .argument('[paths...]', 'Word (.docx), PDF, Markdown, HTML or text files, folders, or patterns such as "plans/**/*.docx"')
    .version(version, '--version', 'print the version')
    .addOption(
      new Option('-f, --format <format>', 'how to give the report; docx: a copy of each Word file, with comments')
        .choices(['terminal', 'json', 'html', 'docx', 'sarif', 'junit'])
        .default('terminal')
    )
    .option('-o, --output-file <path>', 'write the report to a file instead of printing it; with docx, a file or a folder')
    .option('-c, --config <path>', 'use this configuration instead of the nearest .planlintrc.json')
    .option('--no-config', 'use no configuration file')
    .option('--quiet', 'report errors only')
    .option('--rule <id: severity>', `set a rule to ${severities.join(', ')}; may be repeated`, addRule, [])
    .option('--max-warnings <n>', 'exit with 1 if there are more warnings than this', wholeNumber)
    .addOption(
      new Option('--fail-on <severity>', 'exit with 1 on findings of this weight').choices(['error', 'warning', 'never']).default('error')
    )
    .option('--with-quotations', 'in sarif and junit, which have no words of the documents otherwise: show them')
    .option('--baseline <path>', 'report only what is new since this file was made; makes it if it is not there')
    .option('--stdin', 'read one document from standard input')
    .option('--stdin-filename <path>', 'name for what comes from standard input')
    .addOption(new Option('--type <type>', 'what the documents are, if planlint need not find out').choices(types))
    .option('--as-of <date>', 'judge overdue actions by this date, such as 2026-03-04, instead of the document’s own')
    .option('--reading-age <years>', 'reading age to aim at (11 unless set)', readingAge)
    .option('--suggest', 'with docx: mark safe changes of words in the copy as well, to accept or reject')
    .option('--summary', 'with docx: put a page in front of the copy that sums it up')
    .option('--answers <path>', 'carry over what was answered in the comments of an earlier version, a Word file; may be repeated', addPath)
    .option('--print-plan', 'show the plan as planlint understands it, and check nothing')
    .option('--print-config', 'show the configuration that a file would be checked with')
    .option('--explain <rule>', 'say why a rule matters, with examples')
    .option('--list-rules', 'list all rules')
    .option('--no-color', 'no colours')
    .helpOption('-h, --help', 'show this help')
    .addHelpText(
      'after',
      '\nOther commands, each with its own --help: planlint compare PREVIOUS CURRENT (what has moved?), planlint audit FOLDER… (how good are our plans?), planlint serve (for programs).' +
        '\n\nExit code: 0 nothing that heavy found, 1 findings at or above --fail-on, 2 wrong usage or a file that could not be read.'
    )
    .configureOutput({writeOut: voice.out, writeErr: () => undefined})
    .exitOverride()
}

export function addRule(text: string, before: [string, Severity][]): [string, Severity][] {
  const [, id, severity] = /^\s*["']?([\w-]+)["']?\s*:\s*["']?(\w+)["']?\s*$/.exec(text) ?? []
  if (!id || !severity || !severities.includes(severity)) {
    throw new InvalidArgumentError(`Write it as “rule-id: severity” with one of ${severities.join(', ')}`)
  }
  return [...before, [id, severity as Severity]]
}

function addPath(path: string, before: string[] = []): string[] {
  return [...before, path]
}

export function wholeNumber(text: string): number {
  if (!/^\d+$/.test(text)) throw new InvalidArgumentError('It must be a whole number')
  return Number(text)
}

export function readingAge(text: string): number {
  const years = Number(text)
  if (!(years >= 7 && years <= 18)) throw new InvalidArgumentError('It must be a number of years from 7 to 18')
  return years
}

/** Throws a Fault unless the text is a day of the calendar, such as 2026-03-04. */
export function assertDate(text: string, key: string): void {
  const date = new Date(`${text}T00:00:00Z`)
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text) || Number.isNaN(date.getTime()) || date.toISOString().slice(0, 10) !== text) {
    throw new Fault(`${key} must be a date such as 2026-03-04, not “${text}”.`)
  }
}
