/** The command line of `planlint compare`. */
import {Command, CommanderError, InvalidArgumentError, Option} from 'commander'
import {changeKinds, letterKinds} from '../../compare.ts'
import {Fault} from '../fault.ts'
import {assertDate, type Options, types, type Voice} from '../options.ts'

export interface CompareOptions extends Pick<Options, 'config' | 'type' | 'asOf'> {
  format: 'terminal' | 'json' | 'html' | 'docx'
  outputFile?: string
  letter?: string
  failOn: string[]
  /** False with --no-color. */
  color: boolean
}

export interface CompareLine {
  paths: string[]
  options: CompareOptions
}

const planTypes = types.filter(type => type !== 'letter-before-proceedings')
const kinds: readonly string[] = [...changeKinds, ...letterKinds]

/** Null when only help was wanted. Throws a Fault on wrong usage. */
export function parseCompareLine(args: readonly string[], voice: Voice): CompareLine | null {
  const command = program(voice)
  try {
    command.parse(args, {from: 'user'})
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error
    if (error.exitCode === 0) return null
    throw new Fault(
      `${error.message
        .replace(/^error: /, '')
        .replace(/\n/g, ' ')
        .replace(/[^.?]$/, '$&.')} See planlint compare --help.`
    )
  }
  const options: CompareOptions = command.opts()
  if (options.asOf) assertDate(options.asOf, '--as-of')
  return {paths: checked(command.args, options), options}
}

function checked(paths: string[], {letter, format, outputFile}: CompareOptions): string[] {
  if (letter !== undefined && paths.length !== 1) throw new Fault('With --letter, give one plan: planlint compare --letter LETTER PLAN.')
  if (letter === undefined && paths.length < 2)
    throw new Fault('Give two versions of a plan or more, the oldest first: planlint compare PREVIOUS CURRENT.')
  if (format === 'docx' && outputFile === undefined) throw new Fault('A Word file cannot be printed: say where it goes with --output-file.')
  return paths
}

function program(voice: Voice): Command {
  return new Command('planlint compare')
    .description(
      'What has moved between versions of a plan, for the meeting that looks at it; or what a letter asks and its plan does not.'
    )
    .argument('[versions...]', 'two versions or more of one plan, the oldest first, in any formats')
    .addOption(new Option('-f, --format <format>', 'how to print it').choices(['terminal', 'json', 'html', 'docx']).default('terminal'))
    .option('-o, --output-file <path>', 'write it to a file instead of printing it')
    .option('--letter <path>', 'compare this letter before proceedings with the plan')
    .option('-c, --config <path>', 'use this configuration instead of the nearest .planlintrc.json')
    .option('--no-config', 'use no configuration file')
    .addOption(new Option('--type <type>', 'what the plans are, if planlint need not find out').choices(planTypes))
    .option('--as-of <date>', 'judge the newest version by this date, such as 2026-03-04, instead of its own')
    .option('--fail-on <kinds>', `exit with 1 if one of these is found: ${kinds.join(', ')}`, kindsIn, [])
    .option('--no-color', 'no colours')
    .helpOption('-h, --help', 'show this help')
    .addHelpText(
      'after',
      '\nExit code: 0 compared, whatever was found; 1 a kind named by --fail-on was found; 2 wrong usage or a file that could not be read.'
    )
    .configureOutput({writeOut: voice.out, writeErr: () => undefined})
    .exitOverride()
}

function kindsIn(text: string, before: string[]): string[] {
  const named = text.split(',').map(kind => kind.trim())
  const unknown = named.find(kind => !kinds.includes(kind))
  if (unknown !== undefined) throw new InvalidArgumentError(`“${unknown}” is none of the kinds`)
  return [...before, ...named]
}
