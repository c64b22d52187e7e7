/** The command line of `planlint serve`. */
import {Command, CommanderError, InvalidArgumentError, Option} from 'commander'
import {Fault} from './fault.ts'
import {addRule, assertDate, type Options, readingAge, types, type Voice, wholeNumber} from './options.ts'

export interface ServeOptions {
  port: number
  timeLimit: number
  memoryLimit: number
  sizeLimit: number
  /** How documents are checked. */
  checking: Options
}

type Flags = Omit<ServeOptions, 'checking'> & Pick<Options, 'config' | 'rule' | 'type' | 'asOf' | 'readingAge'>

/** Null when only help was wanted. Throws a Fault on wrong usage. */
export function parseServeLine(args: readonly string[], voice: Voice): ServeOptions | null {
  const command = program(voice)
  try {
    command.parse(args, {from: 'user'})
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error
    if (error.exitCode === 0) return null
    throw new Fault(`${error.message.replace(/^error: /, '').replace(/[^.?]$/, '$&.')} See planlint serve --help.`)
  }
  const {port, timeLimit, memoryLimit, sizeLimit, config, ...rest}: Flags = command.opts()
  if (rest.asOf) assertDate(rest.asOf, '--as-of')
  // No configuration is looked for by the names that programs send.
  const checking: Options = {...rest, format: 'json', failOn: 'never', color: false, config: typeof config === 'string' ? config : false}
  return {port, timeLimit, memoryLimit, sizeLimit, checking}
}

function program(voice: Voice): Command {
  return new Command('planlint serve')
    .description('Lets programs on this computer have documents checked: POST /lint. Listens on 127.0.0.1 only, and keeps nothing.')
    .option('--port <n>', 'where to listen (0: any free port)', portNumber, 4815)
    .option('--time-limit <seconds>', 'give up on a document after so long', positive, 30)
    .option('--memory-limit <MB>', 'give up on a document that needs more memory', positive, 512)
    .option('--size-limit <MB>', 'refuse larger documents', positive, 20)
    .option('-c, --config <path>', 'use this configuration')
    .option('--rule <id: severity>', 'set a rule; may be repeated', addRule, [])
    .addOption(new Option('--type <type>', 'what the documents are, if planlint need not find out').choices(types))
    .option('--as-of <date>', 'judge overdue actions by this date, such as 2026-03-04, instead of the document’s own')
    .option('--reading-age <years>', 'reading age to aim at (11 unless set)', readingAge)
    .helpOption('-h, --help', 'show this help')
    .allowExcessArguments(false)
    .configureOutput({writeOut: voice.out, writeErr: () => undefined})
    .exitOverride()
}

function positive(text: string): number {
  const number = wholeNumber(text)
  if (number < 1) throw new InvalidArgumentError('It must be at least 1')
  return number
}

function portNumber(text: string): number {
  const port = wholeNumber(text)
  if (port > 65535) throw new InvalidArgumentError('It must be at most 65535')
  return port
}
