/**
 * Stands for `run.ts` in the built program: the same code as one file, with what V8 made of it beside it, so that a start need not compile
 * a megabyte. V8 looks at its own version first and refuses what another one made; then the code is compiled as always.
 */
import {existsSync, readFileSync} from 'node:fs'
import {dirname} from 'node:path'
import {fileURLToPath} from 'node:url'
import {Script} from 'node:vm'

const path = fileURLToPath(new URL('program.cjs', import.meta.url))
const compiledPath = `${path}.compiled`

/** Of the built loader, which is CommonJS; making another one with `node:module` would load much else. */
declare const require: NodeJS.Require

interface Program {
  exports: typeof import('./run.ts')
}

/** The program as a script: a function of what every CommonJS module is given. */
export function scriptOf(file: string, compiled?: Buffer): Script {
  // The bundle is ASCII: read as Latin-1 it need not be decoded.
  const code = `(function (require, module, exports, __filename, __dirname) {${readFileSync(file, 'latin1')}\n})`
  return new Script(code, {filename: file, ...(compiled && {cachedData: compiled})})
}

/** Runs the script, which asks `requireFrom` for what lies beside it, and gives what the program exports. */
export function exportsOf(script: Script, file: string, requireFrom: NodeJS.Require): Program['exports'] {
  const program = {exports: {}} as Program
  script.runInThisContext()(requireFrom, program, program.exports, file, dirname(file))
  return program.exports
}

function load(): Program['exports'] {
  return exportsOf(scriptOf(path, existsSync(compiledPath) ? readFileSync(compiledPath) : undefined), path, require)
}

/** @public The build puts this in the place of the function in `run.ts`. */
export const run: Program['exports']['run'] = (args, io) => load().run(args, io)

/** @public As `run`, for a thread of its own. */
export const help: Program['exports']['help'] = (job, say) => load().help(job, say)

/** @public As `run`, for the threads of an audit. */
export const examinerFor: Program['exports']['examinerFor'] = setup => load().examinerFor(setup)
