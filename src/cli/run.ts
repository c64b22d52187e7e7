/** One run of the command line, from arguments to exit code. */
import {htmlOnDemand, json, planOf, ReadError, type Report, readOnDemand, reportOf, rules, terminal, visible} from '../index.ts'
import type {Examiner, Setup} from './audit/examine.ts'
import {type Checked, checkFiles, standardInput} from './check-files.ts'
import {copyFiles} from './copy-files.ts'
import {type ConfigFinder, configFinder} from './config-file.ts'
import {explanation, ruleList} from './explain.ts'
import {Fault} from './fault.ts'
import {bytesOf, type Target, targetsOf} from './files.ts'
import type {Io} from './io.ts'
import {type CommandLine, type Options, parseCommandLine} from './options.ts'
import {assertNotInput, writeReport} from './output.ts'
import {planText} from './print-plan.ts'

export {help} from './threads.ts'

/** For the threads of an audit. */
export async function examinerFor(setup: Setup): Promise<Examiner> {
  return (await import('./audit/examine.ts')).examinerOf(setup)
}

/** 0: nothing heavy found; 1: findings at or above the threshold; 2: wrong usage, bad configuration, or a file that could not be read. */
export type ExitCode = 0 | 1 | 2 | 130

export async function run(args: readonly string[], io: Io): Promise<ExitCode> {
  try {
    const command = commands[args[0] ?? '']
    if (command) return await command(args.slice(1), io)
    const line = parseCommandLine(args, io)
    return line ? await perform(line, io) : 0
  } catch (error) {
    if (!(error instanceof Fault)) throw error
    io.err(
      `${error.message
        .split('\n')
        .map(text => `planlint: ${visible(text)}`)
        .join('\n')}\n`
    )
    return 2
  }
}

type Command = (args: readonly string[], io: Io) => Promise<ExitCode>

/** What else planlint does, by the first argument. Loaded only when asked for. A folder of that name can be given as `./compare`. */
const commands: Readonly<Record<string, Command>> = {
  audit: async (args, io) => (await import('./audit/audit.ts')).audit(args, io),
  compare: async (args, io) => (await import('./compare/compare.ts')).compareCommand(args, io),
  serve: async (args, io) => (await import('./serve.ts')).serve(args, io)
}

async function perform({paths, options}: CommandLine, io: Io): Promise<ExitCode> {
  if (options.listRules) return said(ruleList(), io)
  if (options.explain !== undefined) return said(explanation(options.explain), io)
  const finder = configFinder(options, io.cwd)
  const name = options.stdinFilename ?? standardInput
  if (options.printConfig) {
    const {path, config} = await finder(paths[0] ?? name)
    return said(`${JSON.stringify({from: path, ...config}, null, 2)}\n`, io)
  }
  const targets = await targetsFor(paths, options, io.cwd)
  if (options.printPlan) return printPlans(targets, finder, io, name)
  if (options.format === 'docx') return exitCodeOf((await copyFiles({targets, paths, finder, options, io, name})).summary, options)
  if (options.outputFile !== undefined)
    await assertNotInput(
      options.outputFile,
      targets.map(({path}) => path),
      io.cwd
    )
  const found = await checkFiles(targets, options, io, name)
  const checked = options.baseline === undefined ? found : await (await import('./baseline.ts')).sinceBaseline(options.baseline, found, io)
  await deliver(options.quiet ? errorsOnly(checked) : checked, options, io)
  return exitCodeOf(reportOf(checked.documents).summary, options)
}

function said(text: string, io: Io): ExitCode {
  io.out(text)
  return 0
}

async function targetsFor(paths: readonly string[], options: Options, cwd: string): Promise<Target[]> {
  const wantsInput = options.stdin || options.stdinFilename !== undefined || paths.includes(standardInput)
  const named = paths.filter(path => path !== standardInput)
  if (!wantsInput && named.length === 0) throw new Fault('Give at least one document, folder or pattern. See planlint --help.')
  if (options.stdin && named.length > 0) throw new Fault('--stdin reads one document from standard input: give no other.')
  return [...(wantsInput ? [{path: standardInput}] : []), ...(await targetsOf(named, cwd))]
}

async function deliver({documents, sources}: Checked, options: Options, io: Io): Promise<void> {
  const report = reportOf(documents)
  const text = await textOf(report, sources, options, io)
  if (options.outputFile === undefined) io.out(text)
  else await writeReport(options.outputFile, text, io.cwd)
}

async function textOf(report: Report, sources: Checked['sources'], options: Options, io: Io): Promise<string> {
  const {format, outputFile, color, withQuotations} = options
  if (format === 'json') return json(report)
  if (format === 'html') return htmlOnDemand(report, sources)
  if (format === 'sarif' || format === 'junit') {
    const shown = {quotations: withQuotations === true}
    return (await import('../audit.ts'))[format](
      report,
      rules.map(({meta}) => meta),
      shown
    )
  }
  const toFile = outputFile !== undefined
  return terminal(report, sources, {width: Math.min(toFile ? 100 : (io.columns ?? 80), 110), colour: io.colour && color && !toFile})
}

function errorsOnly({documents, sources}: Checked): Checked {
  const kept: Checked = {documents: [], sources: new Map()}
  for (const {messages, ...document} of documents) {
    const source = sources.get(document.path)
    kept.documents.push({...document, messages: messages.filter(({severity}) => severity === 'error')})
    if (source) {
      const contexts = source.contexts.filter((_, index) => messages[index]?.severity === 'error')
      kept.sources.set(document.path, {...source, contexts})
    }
  }
  return kept
}

function exitCodeOf({errors, warnings, failed}: Report['summary'], {failOn, maxWarnings}: Options): ExitCode {
  if (failed > 0) return 2
  if (maxWarnings !== undefined && warnings > maxWarnings) return 1
  if (failOn === 'never') return 0
  return errors > 0 || (failOn === 'warning' && warnings > 0) ? 1 : 0
}

async function printPlans(targets: readonly Target[], finder: ConfigFinder, io: Io, name: string): Promise<ExitCode> {
  let code: ExitCode = 0
  for (const target of targets) {
    const path = target.path === standardInput ? name : target.path
    try {
      if (target.error) throw target.error
      const bytes = target.path === standardInput ? await io.input() : bytesOf(path, io.cwd)
      io.out(planText(path, planOf(await readOnDemand(bytes, path), (await finder(path)).settings)))
    } catch (error) {
      if (!(error instanceof ReadError)) throw error
      io.err(`${visible(`${path}: ${error.message}`)}\n`)
      code = 2
    }
  }
  return code
}
