/** `--format docx`, as a social worker meets it. */
import {existsSync, linkSync, mkdirSync, readFileSync} from 'node:fs'
import {join} from 'node:path'
import {afterEach, beforeEach, describe, expect, it} from 'vitest'
import {type Folder, newFolder, poorPlan} from '../helpers/cli.ts'
import {docx, para} from '../helpers/docx.ts'
import {lookAt} from '../helpers/word-comments.ts'
import {reply, resolve, saved} from '../helpers/word-edits.ts'

const plan = docx(
  para('Child in need plan', '<w:outlineLvl w:val="0"/>') +
    para('Child: Sam Orme, born 3 May 2018') +
    para('Mum to engage with services ASAP.')
)

let folder: Folder
beforeEach(() => {
  folder = newFolder()
  folder.write('plan.docx', plan)
})
afterEach(() => folder.remove())

const bytesOf = (name: string) => new Uint8Array(readFileSync(join(folder.path, name)))
const there = (name: string) => existsSync(join(folder.path, name))
const ownComments = (name: string) => lookAt(bytesOf(name)).comments.filter(({author}) => author === 'planlint')

describe('a copy', () => {
  it('stands beside the document, which stays as it was', async () => {
    const ran = await folder.run(['plan.docx', '--format', 'docx', '--as-of', '2026-03-04'])
    expect(ran).toMatchObject({code: 1, err: ''})
    const comments = ownComments('plan.checked.docx')
    expect(ran.out).toBe(`plan.docx → plan.checked.docx: ${comments.length} comments added.\n`)
    expect(comments.map(({words}) => words)).toContain('ASAP')
    expect(new Set(comments.map(({date}) => date))).toEqual(new Set(['2026-03-04T00:00:00Z']))
    expect(bytesOf('plan.docx')).toEqual(plan)
  })

  it('is dated now without a date', async () => {
    const before = Date.now() - 1000
    await folder.run(['plan.docx', '--format', 'docx'])
    const [first] = ownComments('plan.checked.docx')
    expect(first?.date).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/)
    expect(Date.parse(first?.date ?? '')).toBeGreaterThanOrEqual(before)
    expect(Date.parse(first?.date ?? '')).toBeLessThanOrEqual(Date.now())
  })

  it('may have another name, or stand in a folder', async () => {
    mkdirSync(join(folder.path, 'out'))
    await folder.run(['plan.docx', '--format', 'docx', '-o', 'mine.docx'])
    await folder.run(['plan.docx', '--format', 'docx', '-o', 'out'])
    expect([there('mine.docx'), there('out/plan.checked.docx'), there('plan.checked.docx')]).toEqual([true, true, false])
  })

  it('of several documents goes beside each; a file cannot hold them all', async () => {
    folder.write('b.docm', plan)
    expect((await folder.run(['plan.docx', 'b.docm', '--format', 'docx'])).out.split('\n')).toHaveLength(3)
    expect([there('plan.checked.docx'), there('b.checked.docm')]).toEqual([true, true])
    expect(await folder.run(['plan.docx', 'b.docm', '--format', 'docx', '-o', 'all.docx'])).toMatchObject({code: 2, out: ''})
  })

  it('of an exit code asks no more than other formats do', async () => {
    expect((await folder.run(['plan.docx', '--format', 'docx', '--fail-on', 'never'])).code).toBe(0)
    expect((await folder.run(['plan.docx', '--format', 'docx', '--fail-on', 'never', '--max-warnings', '0'])).code).toBe(1)
  })

  it('has errors only, with --quiet', async () => {
    await folder.run(['plan.docx', '--format', 'docx', '--quiet'])
    expect(ownComments('plan.checked.docx').every(({lines}) => lines[0]?.startsWith('Error: '))).toBe(true)
  })

  it('cannot be made of anything but a Word file, which is said in one sentence', async () => {
    folder.write('plan.md', poorPlan)
    const ran = await folder.run(['plan.md', 'plan.docx', '--format', 'docx'])
    expect(ran.err).toBe('plan.md: comments can only be written into a Word file (.docx): use another --format for this one.\n')
    expect(ran.out).toContain('plan.docx → plan.checked.docx')
  })

  it('of a protected file says how to answer the comments', async () => {
    for (const [edit, said] of [
      ['forms', true],
      ['readOnly', true],
      ['comments', false],
      ['trackedChanges', false]
    ] as const) {
      folder.write(
        'form.docx',
        docx({body: para('Mum to go ASAP.'), settings: `<w:documentProtection w:edit="${edit}" w:enforcement="1"/>`})
      )
      const ran = await folder.run(['form.docx', '--format', 'docx'])
      expect(ran.out).toMatch(/comments? added/)
      expect(ran.err).toBe(
        said
          ? 'form.docx: this file is protected: to answer the comments in Word, lift the protection first (Review, Restrict Editing).\n'
          : ''
      )
    }
  })

  it('of standard input goes into the folder of the run', async () => {
    const ran = await folder.run(['--stdin', '--format', 'docx'], {input: async () => plan})
    expect(ran.out).toMatch(/^- → plan\.checked\.docx: /)
    expect((await folder.run(['--stdin-filename', 'mine.docx', '--format', 'docx'], {input: async () => plan})).out).toMatch(
      /^mine\.docx → mine\.checked\.docx: /
    )
  })

  it('is not made of a signed file', async () => {
    folder.write('signed.docx', docx({body: para('Plan'), files: {'_xmlsignatures/origin.sigs': ''}}))
    const ran = await folder.run(['signed.docx', '--format', 'docx'])
    expect(ran).toMatchObject({code: 2, out: ''})
    expect(ran.err).toMatch(/^signed\.docx: This Word file has a digital signature, .*\.\n$/)
    expect(there('signed.checked.docx')).toBe(false)
  })
})

describe('nothing is lost', () => {
  it('a copy that nobody touched is made anew', async () => {
    await folder.run(['plan.docx', '--format', 'docx'])
    expect((await folder.run(['plan.docx', '--format', 'docx'])).out).toMatch(/comments added/)
  })

  it('a copy that somebody saved, and any other file, is not written over', async () => {
    await folder.run(['plan.docx', '--format', 'docx'])
    const worked = saved(bytesOf('plan.checked.docx'))
    for (const work of [worked, plan, new TextEncoder().encode('notes')]) {
      folder.write('plan.checked.docx', work)
      const ran = await folder.run(['plan.docx', '--format', 'docx'])
      expect(ran).toMatchObject({code: 2, out: ''})
      expect(ran.err).toMatch(/^plan\.docx: plan\.checked\.docx is there already and somebody has saved it since: .*\.\n$/)
      expect(bytesOf('plan.checked.docx')).toEqual(work)
    }
  })

  it('and the other documents of the run get their copies', async () => {
    folder.write('a.docx', plan)
    folder.write('a.checked.docx', plan)
    const ran = await folder.run(['a.docx', 'plan.docx', '--format', 'docx'])
    expect(ran.code).toBe(2)
    expect(ran.out).toMatch(/^plan\.docx → plan\.checked\.docx: /)
  })

  it('two documents of one name do not go into one copy', async () => {
    mkdirSync(join(folder.path, 'out'))
    folder.write('b/plan.docx', plan)
    const ran = await folder.run(['plan.docx', 'b/plan.docx', '--format', 'docx', '-o', 'out'])
    expect(ran.code).toBe(2)
    expect(ran.err).toMatch(/^b\/plan\.docx: out\/plan\.checked\.docx has just been written for another document of that name/)
  })

  it('a mistake in the configuration stops the run, as always', async () => {
    folder.write('.planlintrc.json', '{"rule": {}}')
    expect((await folder.run(['plan.docx', '--format', 'docx'])).err).toMatch(/^planlint: .*“rule” is not a setting/)
  })

  it('comments of other weights stay with --quiet', async () => {
    await folder.run(['plan.docx', '--format', 'docx'])
    const all = ownComments('plan.checked.docx')
    await folder.run(['plan.checked.docx', '--format', 'docx', '--quiet'])
    expect(ownComments('plan.checked-2.docx')).toEqual(all)
  })

  it('an input is never written over, by whatever name', async () => {
    linkSync(join(folder.path, 'plan.docx'), join(folder.path, 'other.docx'))
    for (const output of ['plan.docx', './plan.docx', 'other.docx']) {
      expect((await folder.run(['plan.docx', '--format', 'docx', '-o', output])).err).toContain('planlint never writes over a document')
    }
    expect(bytesOf('plan.docx')).toEqual(plan)
  })

  it('a copy that is checked itself gets a copy with a number', async () => {
    await folder.run(['plan.docx', '--format', 'docx'])
    const worked = reply(saved(bytesOf('plan.checked.docx')), 'vague-timescale', 'Today')
    folder.write('plan.checked.docx', worked)
    const ran = await folder.run(['plan.checked.docx', '--format', 'docx'])
    expect(ran.out).toMatch(/^plan\.checked\.docx → plan\.checked-2\.docx: 0 comments added, \d+ there already, 1 answered\.\n$/)
    expect((await folder.run(['plan.checked-2.docx', '--format', 'docx'])).out).toContain('plan.checked-3.docx')
    expect(bytesOf('plan.checked.docx')).toEqual(worked)
  })

  it('of a folder, copies are left out', async () => {
    await folder.run(['.', '--format', 'docx'])
    expect((await folder.run(['.', '--format', 'docx'])).out).toMatch(/^plan\.docx → plan\.checked\.docx: [^\n]*\n$/)
    expect(there('plan.checked-2.docx')).toBe(false)
  })
})

describe('answers', () => {
  it('are listed by the next run, and carried to the next version with --answers', async () => {
    await folder.run(['plan.docx', '--format', 'docx'])
    folder.write('plan.checked.docx', reply(saved(bytesOf('plan.checked.docx')), 'vague-timescale', 'She comes today'))
    expect((await folder.run(['plan.checked.docx'])).out).toContain('vague-timescale: “ASAP”, answered in a comment: She comes today')
    expect((await folder.report(['plan.docx'])).documents[0]?.accepted).toEqual([])
    const {documents} = await folder.report(['plan.docx', '--answers', 'plan.checked.docx'])
    expect(documents[0]?.accepted).toMatchObject([{ruleId: 'vague-timescale', actual: 'ASAP', reason: 'She comes today', how: 'reply'}])
    await folder.run(['plan.docx', '--format', 'docx', '-o', 'other.docx'])
    folder.write('other.docx', resolve(bytesOf('other.docx'), 'missing-contingency'))
    const both = await folder.report(['plan.docx', '--answers', 'plan.checked.docx', '--answers', 'other.docx'])
    expect(both.documents[0]?.accepted).toHaveLength(2)
  })

  it('come from a Word file only', async () => {
    folder.write('plan.md', poorPlan)
    expect(await folder.run(['plan.docx', '--answers', 'plan.md'])).toMatchObject({
      code: 2,
      err: 'planlint: --answers plan.md is not a Word file: only those have comments.\n'
    })
    expect((await folder.run(['plan.docx', '--answers', 'none.docx'])).err).toMatch(/^planlint: --answers none\.docx: There is no file/)
  })
})
