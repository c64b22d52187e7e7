import {execFileSync} from 'node:child_process'
import {mkdtempSync, readFileSync, rmSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {afterAll, beforeAll, expect, it} from 'vitest'
import {lint, type Report} from '../../src/index.ts'
import {buildProgram} from '../../src/scripts/build.ts'

const outdir = mkdtempSync(join(tmpdir(), 'planlint-built-'))
beforeAll(() => buildProgram(outdir), 120_000)
afterAll(() => rmSync(outdir, {recursive: true}))

const samples = [
  'corpus/gold/cp-01.docx',
  'corpus/gold/cin-09.docx',
  'corpus/gold/cp-08.html',
  'corpus/gold/lbp-07.md',
  'corpus/gold/lbp-09.txt',
  'corpus/before-proceedings/lbp-12.docx'
]

// Bundling and compiling must not change what is found: curly quotes in a regular expression once did.
it('the built program finds what the source finds', () => {
  const output = execFileSync(process.execPath, [join(outdir, 'cli.js'), '--no-config', '--format', 'json', '--fail-on', 'never', ...samples])
  const {documents} = JSON.parse(output.toString()) as Report
  expect(documents).toEqual(samples.map(path => JSON.parse(JSON.stringify(lint(readFileSync(path), path)))))
})
