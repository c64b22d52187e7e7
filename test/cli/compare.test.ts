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
