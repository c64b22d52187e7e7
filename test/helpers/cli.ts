/** A folder of its own for one test of the command line, and runs in it. */
import {mkdirSync, mkdtempSync, rmSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {dirname, join} from 'node:path'
import type {Report} from '../../src/index.ts'
import type {Io} from '../../src/cli/io.ts'
import {run} from '../../src/cli/run.ts'

export interface Ran {
  code: number
  out: string
  err: string
}

export interface Folder {
  path: string
  write(name: string, content: string | Uint8Array): void
  run(args: readonly string[], io?: Partial<Io>): Promise<Ran>
  /** Runs with `--format json`. */
  report(args: readonly string[], io?: Partial<Io>): Promise<Report>
  remove(): void
}

export function newFolder(): Folder {
  const path = mkdtempSync(join(tmpdir(), 'planlint-'))
  const folder: Folder = {
    path,
    write(name, content) {
      mkdirSync(dirname(join(path, name)), {recursive: true})
      writeFileSync(join(path, name), content)
    },
    async run(args, io) {
      const ran: Ran = {code: -1, out: '', err: ''}
      ran.code = await run(args, {
        cwd: path,
        out: text => void (ran.out += text),
        err: text => void (ran.err += text),
        input: async () => new Uint8Array(),
        columns: null,
        colour: false,
        progress: false,
        ...io
      })
      return ran
    },
    report: async (args, io) => JSON.parse((await folder.run([...args, '--format', 'json'], io)).out),
    remove: () => rmSync(path, {recursive: true, force: true})
  }
  return folder
}

/** A plan with one error (no contingency), and warnings. */
export const poorPlan = `# Child in need plan

Child: Sam Orme, born 3 May 2018

Mother: Dawn Orme

Date of plan: 4 March 2026

## Plan

| Worry | What will be different for Sam | Action | Who | By when |
|---|---|---|---|---|
| Sam is late for school and misses breakfast | Sam is in class by 9 every day and has eaten | Mum to engage with services | Mum | ASAP |
`
