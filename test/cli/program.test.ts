import {execFileSync, type SpawnSyncReturns, spawnSync} from 'node:child_process'
import {existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {afterAll, beforeAll, describe, expect, it} from 'vitest'
import {compare} from '../../src/compare.ts'
import {lint, type Report, read, version} from '../../src/index.ts'
import {poorPlan} from '../helpers/cli.ts'
import {htmlReport} from '../helpers/report.ts'

describe('the built program', () => {
  let folder = ''
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'planlint-build-'))
    // In a process of its own: building compiles the program with flags that this one must not have.
    execFileSync(process.execPath, ['--import', 'tsx', 'src/scripts/build.ts', join(folder, 'dist')])
    // The program says what kind of modules it holds by its package, which a folder under /tmp lacks.
    writeFileSync(join(folder, 'package.json'), '{"type": "module"}')
    writeFileSync(join(folder, 'plan.md'), poorPlan)
    writeFileSync(join(folder, '.planlintrc.json'), '{"readingAge": 12}')
  })
  afterAll(() => rmSync(folder, {recursive: true, force: true}))

  const planlint = (args: readonly string[], input = ''): SpawnSyncReturns<string> =>
    spawnSync(process.execPath, [join(folder, 'dist/cli.cjs'), ...args], {cwd: folder, encoding: 'utf8', input})

  // Bundling and compiling must not change what is found: curly quotes in a regular expression once did.
  it('finds what the source finds', () => {
    const names = ['cp-01.docx', 'cin-09.docx', 'cp-08.html', 'lbp-07.md', 'lbp-09.txt']
    const samples = names.map(name => join(process.cwd(), 'corpus/gold', name))
    const {stdout} = planlint(['--no-config', '--format', 'json', ...samples])
    const {documents} = JSON.parse(stdout) as Report
    expect(documents).toEqual(samples.map(path => JSON.parse(JSON.stringify(lint(readFileSync(path), path)))))
  })

  it('writes the HTML report that the source writes', async () => {
    const sample = join(process.cwd(), 'corpus/child-in-need/cin-12.docx')
    const {stdout} = planlint(['--no-config', '--format', 'html', sample])
    expect(stdout).toBe((await htmlReport(readFileSync(sample), sample)).page)
  })

  it('compares plans as the source does, in every form', async () => {
    const pair = ['quarry-1.md', 'quarry-2.html'].map(name => join(process.cwd(), 'corpus/pairs', name))
    const documents = pair.map(path => ({path, document: read(readFileSync(path), path)}))
    const {status, stdout, stderr} = planlint(['compare', ...pair, '--format', 'json'])
    expect([status, stderr]).toEqual([0, ''])
    expect(JSON.parse(stdout)).toEqual(JSON.parse(JSON.stringify(await compare(documents))))
    expect(planlint(['compare', ...pair]).stdout).toContain('(late-core-group)')
    expect(planlint(['compare', ...pair, '--format', 'html']).stdout).toContain('</html>')
    expect(planlint(['compare', ...pair, '--format', 'docx', '-o', 'papers.docx']).status).toBe(0)
    expect(read(readFileSync(join(folder, 'papers.docx')), 'papers.docx').text).toContain('What has moved: Jude')
  })

  it('checks every format, reads configuration, and ends with the exit code', () => {
    writeFileSync(join(folder, 'plan.html'), '<h1>Child in need plan</h1><p>Dawn is hostile.</p>')
    writeFileSync(join(folder, 'plan.txt'), 'Child in need plan\n\nDawn is hostile.')
    const {status, stdout, stderr} = planlint(['plan.*', join(process.cwd(), 'corpus/child-protection/cp-11.docx'), '--format', 'json'])
    expect([status, stderr]).toEqual([1, ''])
    const {documents} = JSON.parse(stdout)
    expect(documents.map(({error, readability}: {error: unknown; readability: {target: number}}) => [error, readability.target])).toEqual([
      [null, 12],
      [null, 12],
      [null, 12],
      [null, 11]
    ])
  })

  it('reads standard input, prints no colours into a pipe, and no stack', () => {
    const {stdout, status} = planlint(['--stdin', '--stdin-filename', 'x.md'], poorPlan)
    expect(status).toBe(1)
    expect(stdout).toContain('(missing-contingency)')
    expect(stdout).not.toContain('\u001b')
    const wrong = planlint(['--nonsense'])
    expect([wrong.status, wrong.stdout]).toEqual([2, ''])
    expect(wrong.stderr).toBe("planlint: unknown option '--nonsense'. See planlint --help.\n")
  })

  it('stops quietly when nobody reads on', () => {
    const {status, stderr} = spawnSync('bash', ['-c', `set -o pipefail; "${process.execPath}" dist/cli.cjs plan.md plan.md | head -1`], {
      cwd: folder,
      encoding: 'utf8'
    })
    expect(stderr).toBe('')
    expect([0, 1]).toContain(status)
  })

  it('works without its compiled form, or with one that another Node made', () => {
    const compiled = join(folder, 'dist/program.cjs.compiled')
    expect(existsSync(compiled)).toBe(true)
    writeFileSync(compiled, 'made by another Node')
    expect(planlint(['--version']).stdout).toBe(`${version}\n`)
    rmSync(compiled)
    expect(planlint(['--version']).stdout).toBe(`${version}\n`)
  })
})
