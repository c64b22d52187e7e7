import {readFileSync} from 'node:fs'
import {join} from 'node:path'
import {unzipSync} from 'fflate'
import {afterEach, beforeEach, describe, expect, it} from 'vitest'
import {read} from '../../src/index.ts'
import {type Folder, newFolder, poorPlan} from '../helpers/cli.ts'

const pairs = join(process.cwd(), 'corpus/pairs')
const harbour = [join(pairs, 'harbour-1.md'), join(pairs, 'harbour-2.md')]
const quarry = ['--letter', join(pairs, 'quarry-letter.md'), join(pairs, 'quarry-2.html')]

let folder: Folder
beforeEach(() => {
  folder = newFolder()
  folder.write('plan.md', poorPlan)
})
afterEach(() => folder.remove())

describe('planlint compare', () => {
  it('prints what has moved and ends with 0, whatever it found', async () => {
    const {code, out, err} = await folder.run(['compare', ...harbour])
    expect([code, err]).toEqual([0, ''])
    expect(out).toMatch(/^What has moved: Tilly\n {2}The plan of 10 September 2025 beside the plan of 3 December 2025\n/)
    expect(out).toContain('The date has moved: 6 October 2025 → 19 January 2026')
    expect(out).not.toContain('\u001b')
  })

  it.each([
    [0, [...harbour]],
    [1, [...harbour, '--fail-on', 'late-review,vanished']],
    [0, [...harbour, '--fail-on', 'late-review']],
    [1, ['--fail-on', 'late-core-group', '--fail-on', 'date-slipped', ...harbour]],
    [1, [...quarry, '--fail-on', 'asks-contradict']],
    [2, [...harbour, '--fail-on', 'everything']],
    [2, [harbour[0] as string]],
    [2, []],
    [2, ['--letter', ...harbour, 'plan.md']],
    [2, [...harbour, '--format', 'docx']],
    [2, [...harbour, '--format', 'xml']],
    [2, [...harbour, 'nosuch.md']],
    [2, [...harbour, '--as-of', 'tomorrow']],
    [2, [...harbour, '--type', 'letter-before-proceedings']],
    [2, [...harbour, '--config', 'nosuch.json']],
    [0, ['--help']]
  ])('ends with %i for %j', async (code, args) => {
    const ran = await folder.run(['compare', ...args])
    expect(ran.code).toBe(code)
    expect(ran.err).toMatch(code === 2 ? /^planlint: .+\n$/ : /^$/)
  })

  it('names every file that cannot be read, and compares nothing', async () => {
    folder.write('old.doc', new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]))
    const {code, out, err} = await folder.run(['compare', 'old.doc', 'nosuch.md', 'plan.md'])
    expect([code, out]).toEqual([2, ''])
    expect(
      err
        .trim()
        .split('\n')
        .map(line => line.split(': ')[1])
    ).toEqual(['old.doc', 'nosuch.md'])
  })

  it('takes type, day and the council’s own clock from the configuration beside the newest version, and flags before it', async () => {
    const plan = (day: string, lines: string): string =>
      `# Child in need plan\n\nDate of plan: ${day}\n\nChild: Ella Marsh, born 3 May 2018\n\nChild in need plan started: 4 March 2026\n\n${lines}`
    folder.write('new/old.md', plan('4 March 2026', 'Next review: 27 May 2026'))
    folder.write('new/new.md', plan('27 May 2026', 'Next review: 30 September 2026'))
    folder.write('new/.planlintrc.json', '{"localClock": {"childInNeedReviewWeeks": 12}}')
    const changes = async (...args: string[]): Promise<{kind: string; reason: string; months?: number}[]> =>
      JSON.parse((await folder.run(['compare', 'new/old.md', 'new/new.md', '--format', 'json', ...args])).out).changes
    const late = (await changes()).filter(({kind}) => kind === 'late-review')
    expect(late.map(({reason}) => reason)).toEqual([
      'The review is dated 30 September 2026; the 12 weeks that this council allows from 27 May 2026 ended on 19 August 2026'
    ])
    expect((await changes('--no-config')).filter(({kind}) => kind === 'late-review')).toEqual([])
    const months = (found: {kind: string; months?: number}[]): unknown => found.find(({kind}) => kind === 'time-on-plan')?.months
    expect([months(await changes()), months(await changes('--as-of', '2026-09-04'))]).toEqual([2, 6])
    folder.write('new/.planlintrc.json', '{"localClock": {"coreGroupWeeks": 0}}')
    const {code, err} = await folder.run(['compare', 'new/old.md', 'new/new.md'])
    expect([code, err]).toEqual([2, expect.stringContaining('“localClock.coreGroupWeeks” must be from 1 to 52, not “0”')])
  })

  it('gives JSON, by kind and place', async () => {
    const {out} = await folder.run(['compare', ...quarry, '-f', 'json'])
    const comparison = JSON.parse(out)
    expect(Object.keys(comparison)).toEqual(['planlint', 'kind', 'documents', 'children', 'notes', 'changes'])
    expect(comparison.changes[0]).toMatchObject({kind: 'asks-contradict', before: {document: 0, location: 'What you need to do, item 4'}})
  })

  it('writes a page and a Word file, and never over a plan', async () => {
    expect(await folder.run(['compare', ...harbour, '-f', 'html', '-o', 'page.html'])).toEqual({code: 0, out: '', err: ''})
    expect(readFileSync(join(folder.path, 'page.html'), 'utf8')).toMatch(/^<!doctype html>/)
    expect((await folder.run(['compare', ...harbour, '-f', 'docx', '-o', 'papers.docx'])).code).toBe(0)
    const bytes = new Uint8Array(readFileSync(join(folder.path, 'papers.docx')))
    expect(Object.keys(unzipSync(bytes))).toContain('word/document.xml')
    const {tree} = read(bytes, 'papers.docx')
    expect(tree.children.filter(({type}) => type === 'table').length).toBe(3)
    expect(tree.children.filter(({type}) => type === 'heading').length).toBeGreaterThanOrEqual(8)
    expect((await folder.run(['compare', 'plan.md', 'plan.md', '-o', 'plan.md'])).code).toBe(2)
  })

  it('is told of by planlint --help', async () => {
    expect((await folder.run(['--help'])).out).toContain('planlint compare')
  })
})
