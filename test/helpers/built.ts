/** The built program in a folder of its own, and runs of it. */
import {execFileSync, spawn} from 'node:child_process'
import {mkdtempSync, readFileSync, rmSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import type {AuditRecord} from '../../src/audit.ts'

export interface Built {
  folder: string
  program: string
  run(
    args: readonly string[],
    more?: {input?: string; whenOut?: (stop: () => void) => void}
  ): Promise<{code: number | null; out: string; err: string}>
  remove(): void
}

/** Builds in a process of its own: building compiles the program with flags that this one must not have. */
export function buildInto(name: string): Built {
  const folder = mkdtempSync(join(tmpdir(), `planlint-${name}-`))
  execFileSync(process.execPath, ['--import', 'tsx', 'src/scripts/build.ts', join(folder, 'dist')])
  // The program says what kind of modules it holds by its package, which a folder under /tmp lacks.
  writeFileSync(join(folder, 'package.json'), '{"type": "module"}')
  const program = join(folder, 'dist/cli.cjs')
  return {
    folder,
    program,
    remove: () => rmSync(folder, {recursive: true, force: true}),
    run: (args, {input = '', whenOut} = {}) =>
      new Promise(resolve => {
        const child = spawn(process.execPath, [program, ...args], {cwd: folder})
        const ran = {out: '', err: ''}
        child.stdout.on('data', text => {
          ran.out += text
          whenOut?.(() => child.kill('SIGINT'))
        })
        child.stderr.on('data', text => void (ran.err += text))
        child.on('close', code => resolve({...ran, code}))
        child.stdin.end(input)
      })
  }
}

export function recordsOf(lines: string): AuditRecord[] {
  return lines
    .split('\n')
    .filter(Boolean)
    .map(line => JSON.parse(line))
}

export const recordsIn = (folder: string): AuditRecord[] => recordsOf(readFileSync(join(folder, 'findings.jsonl'), 'utf8'))
