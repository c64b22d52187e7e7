/** `npm start`: builds, then checks the sample documents of corpus/, or the files given (`npm start -- FILE`). */
import {spawnSync} from 'node:child_process'
import {fileURLToPath} from 'node:url'
import {buildProgram} from './build.ts'
import {samples} from './samples.ts'

const root = fileURLToPath(new URL('../..', import.meta.url))
const args = process.argv.slice(2)

await buildProgram()
const {status} = spawnSync(process.execPath, [`${root}/dist/cli.cjs`, ...(args.length > 0 ? args : samples)], {
  cwd: args.length > 0 ? (process.env.INIT_CWD ?? process.cwd()) : root,
  stdio: 'inherit'
})
// To npm, findings would look like a crash; only a run that went wrong is one.
process.exitCode = status === 1 ? 0 : (status ?? 2)
