import {linkSync, readFileSync, symlinkSync} from 'node:fs'
import {join} from 'node:path'
import {afterEach, beforeEach, describe, expect, it} from 'vitest'
import {rules, version} from '../../src/index.ts'
import {type Folder, newFolder, poorPlan} from '../helpers/cli.ts'

let folder: Folder
beforeEach(() => {
  folder = newFolder()
  folder.write('plan.md', poorPlan)
})
afterEach(() => folder.remove())

const idsOf = (messages: readonly {ruleId: string}[] | undefined): string[] => (messages ?? []).map(({ruleId}) => ruleId)

describe('exit code', () => {
  it.each([
    [0, ['--fail-on', 'never']],
    [0, ['--rule', 'missing-contingency: off', '--rule', 'missing-child-voice: off', '--rule', 'missing-risk: off']],
    [1, []],
    [1, ['--fail-on', 'warning', '--rule', 'missing-contingency: off']],
    [1, ['--fail-on', 'never', '--max-warnings', '0']],
    [0, ['--fail-on', 'never', '--max-warnings', '500']],
    [2, ['--rule', 'missing-contingency: loud']],
    [2, ['--nonsense']],
    [2, ['--reading-age', 'low']],
    [2, ['--as-of', '31 February']],
    [2, ['--as-of', '2026-02-31']],
    [2, ['nosuch.md']]
  ])('is %i for %j', async (code, args) => {
    const ran = await folder.run(['plan.md', ...args])
    expect(ran.code).toBe(code)
    if (code === 2 && args[0] !== 'nosuch.md') expect(ran.err).toMatch(/^planlint: .+\n$/)
  })

  it('is 2 and a hint at help without any document', async () => {
    expect(await folder.run([])).toEqual({
      code: 2,
      out: '',
      err: 'planlint: Give at least one document, folder or pattern. See planlint --help.\n'
    })
  })

  it('does not count hints', async () => {
    const allHints = rules.flatMap(({meta}) => ['--rule', `${meta.id}: info`])
    const {summary} = await folder.report(['plan.md', ...allHints])
    expect(summary).toMatchObject({errors: 0, warnings: 0})
    expect(summary.info).toBeGreaterThan(3)
    expect((await folder.run(['plan.md', ...allHints, '--fail-on', 'warning', '--max-warnings', '0'])).code).toBe(0)
  })
})

describe('which files', () => {
  it('takes folders, patterns and names, each file once', async () => {
    folder.write('team/b.txt', 'Child in need plan for Sam')
    folder.write('team/a.html', '<h1>Child in need plan</h1>')
    folder.write('team/~$a.docx', 'a lock file of Word')
    folder.write('team/notes.csv', 'a,b')
    folder.write('team/node_modules/c.md', '# c')
    const report = await folder.report(['team', 'team/*.html', './plan.md', 'plan.md'])
    expect(report.documents.map(({path}) => path)).toEqual(['team/a.html', 'team/b.txt', './plan.md'])
  })

  it('takes a name that looks like a pattern as it stands', async () => {
    folder.write('Plan [final] (2).md', poorPlan)
    expect((await folder.report(['Plan [final] (2).md'])).documents[0]).toMatchObject({path: 'Plan [final] (2).md', error: null})
  })

  it('goes on after a file that cannot be read', async () => {
    folder.write('old.doc', new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]))
    const {documents, summary} = await folder.report(['old.doc', 'nosuch.md', 'none/*.md', 'plan.md'])
    expect(documents.map(({error}) => error?.code ?? null)).toEqual(['not-a-document', 'unreadable', 'unreadable', null])
    expect(summary).toMatchObject({documents: 4, failed: 3})
    expect(documents[3]?.messages.length).toBeGreaterThan(0)
  })

  it('says what is wrong with a path in one sentence', async () => {
    folder.write('empty/x.csv', '')
    const {documents} = await folder.report(['nosuch.md', 'none/*.md', 'empty'])
    expect(documents.map(({error}) => error?.message)).toEqual([
      'There is no file of this name: check the spelling and the folder.',
      'No file fits this pattern.',
      'There is no document in this folder.'
    ])
  })

  it('reads standard input under the name given', async () => {
    const input = async (): Promise<Uint8Array> => new TextEncoder().encode(poorPlan)
    const {documents} = await folder.report(['--stdin', '--stdin-filename', 'sam.md'], {input})
    expect(documents[0]).toMatchObject({path: 'sam.md', type: 'child-in-need-plan'})
    expect(idsOf(documents[0]?.messages)).toContain('missing-contingency')
    expect((await folder.report(['-'], {input})).documents[0]).toMatchObject({path: '-', type: 'child-in-need-plan'})
    expect((await folder.run(['--stdin', 'plan.md'])).code).toBe(2)
  })
})

describe('output', () => {
  it('prints the report the library returns', async () => {
    const report = await folder.report(['plan.md'])
    expect(report.planlint).toBe(version)
    expect(Object.keys(report)).toEqual(['planlint', 'documents', 'summary'])
    expect(Object.keys(report.documents[0] ?? {}).sort()).toEqual(
      ['accepted', 'children', 'date', 'error', 'messages', 'notices', 'path', 'plan', 'readability', 'type', 'typeConfidence'].sort()
    )
    expect(Object.keys(report.documents[0]?.messages[0] ?? {}).sort()).toEqual(
      ['actual', 'child', 'expected', 'location', 'note', 'place', 'reason', 'replacement', 'ruleId', 'severity', 'url'].sort()
    )
    const counted = report.documents[0]?.messages.filter(({severity}) => severity === 'error').length
    expect(report.summary.errors).toBe(counted)
  })

  it('writes to a file and prints nothing', async () => {
    const ran = await folder.run(['plan.md', '-f', 'json', '-o', 'out.json'])
    expect(ran).toEqual({code: 1, out: '', err: ''})
    expect(JSON.parse(readFileSync(join(folder.path, 'out.json'), 'utf8')).documents).toHaveLength(1)
  })

  it('never writes over a document, by whatever name', async () => {
    symlinkSync(join(folder.path, 'plan.md'), join(folder.path, 'link.md'))
    linkSync(join(folder.path, 'plan.md'), join(folder.path, 'second-name.md'))
    for (const output of ['plan.md', './plan.md', join(folder.path, 'plan.md'), 'link.md', 'second-name.md']) {
      const ran = await folder.run(['plan.md', '-o', output])
      expect(ran.code).toBe(2)
      expect(ran.err).toContain('planlint never writes over a document')
    }
    expect(readFileSync(join(folder.path, 'plan.md'), 'utf8')).toBe(poorPlan)
  })

  it('says so when the output file cannot be written', async () => {
    expect((await folder.run(['plan.md', '-o', 'no/such/folder.txt'])).err).toContain('there is no such folder')
    expect((await folder.run(['plan.md', '-o', '.'])).err).toContain('is a folder')
  })

  it('writes a page with the document and its findings marked, and only the errors when quiet', async () => {
    folder.write('locked.docx', new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]))
    const whole = await folder.run(['plan.md', 'locked.docx', '--format', 'html'])
    expect(whole.code).toBe(2)
    expect(whole.out).toMatch(/^<!doctype html><html lang="en-GB">/)
    expect(whole.out).toMatch(/<h\d class="heading depth-1">Child in need plan/)
    const severities = (page: string): Set<string> =>
      new Set([...page.matchAll(/data-severity="(\w+)"/g)].map(([, severity]) => severity as string))
    expect(severities(whole.out)).toEqual(new Set(['error', 'warning']))
    expect(whole.out).toMatch(/<mark id="d1-m\d+" class="warning"/)
    await folder.run(['plan.md', '--format', 'html', '--quiet', '--output-file', 'report.html'])
    const quiet = readFileSync(join(folder.path, 'report.html'), 'utf8')
    expect(severities(quiet)).toEqual(new Set(['error']))
    expect(quiet).not.toContain('class="warning" data-passage')
    expect(quiet).toContain('class="sheet"')
  })

  it('reports errors only when asked to be quiet, but counts all warnings', async () => {
    const report = await folder.report(['plan.md', '--quiet'])
    expect(new Set(report.documents[0]?.messages.map(({severity}) => severity))).toEqual(new Set(['error']))
    expect(report.summary.warnings).toBe(0)
    expect((await folder.run(['plan.md', '--quiet', '--fail-on', 'never', '--max-warnings', '0'])).code).toBe(1)
  })
})

describe('flags', () => {
  it('sets the weight of a rule', async () => {
    const {documents} = await folder.report(['plan.md', '--rule', 'vague-wording: error', '--rule', '"missing-contingency": "off"'])
    expect(documents[0]?.messages.find(({ruleId}) => ruleId === 'vague-wording')?.severity).toBe('error')
    expect(idsOf(documents[0]?.messages)).not.toContain('missing-contingency')
  })

  it('names the rules when there is no such rule', async () => {
    const ran = await folder.run(['plan.md', '--rule', 'jargn: off'])
    expect(ran.err).toMatch(/^planlint: --rule: “rules.jargn” is not a rule: use one of blaming-language, .*vague-wording.*\.\n$/)
  })

  it('takes the type as given, and the date to judge by', async () => {
    folder.write('late.md', `${poorPlan}| Sam has no dentist | Sam has no toothache | Mum to ring the dentist | Mum | 20 March 2026 |\n`)
    expect((await folder.report(['plan.md', '--type', 'child-protection-plan'])).documents[0]).toMatchObject({
      type: 'child-protection-plan',
      typeConfidence: 1
    })
    expect(idsOf((await folder.report(['late.md'])).documents[0]?.messages)).not.toContain('overdue-action')
    const later = (await folder.report(['late.md', '--as-of', '2026-06-01'])).documents[0]
    expect(idsOf(later?.messages)).toContain('overdue-action')
    expect(later?.date).toBe('2026-03-04')
  })

  it('aims at another reading age', async () => {
    expect((await folder.report(['plan.md', '--reading-age', '9'])).documents[0]?.readability?.target).toBe(9)
  })

  it('prints the plan as understood', async () => {
    const {out, code} = await folder.run(['plan.md', '--print-plan'])
    expect(code).toBe(0)
    expect(out).toContain('children: Sam (born 2018-05-03)')
    expect(out).toContain('action: Mum to engage with services\n      who: Mum; when: ASAP [vague]')
    expect((await folder.run(['nosuch.md', '--print-plan'])).code).toBe(2)
  })

  it('explains and lists rules', async () => {
    const {out} = await folder.run(['--explain', 'missing-owner'])
    expect(out).toContain('missing-owner (')
    expect(out).toContain('## Why a parent needs it')
    expect((await folder.run(['--explain', 'nothing'])).err).toContain('There is no rule “nothing”')
    expect((await folder.run(['--list-rules'])).out).toMatch(/^missing-owner +\w+ +\S/m)
  })

  it('prints help and version', async () => {
    expect(await folder.run(['--version'])).toEqual({code: 0, out: `${version}\n`, err: ''})
    expect((await folder.run(['--help'])).out).toContain('Usage: planlint')
    expect((await folder.run(['--frmat', 'json'])).err).toContain('did you mean --format?')
  })
})

describe('what a document cannot do', () => {
  const nasty = poorPlan
    .replace('engage with services', 'engage with \u001b[31mser\u202evices\u0007 \u009b2J')
    .replace('Sam Orme,', 'Sam\u001b]0;title\u0007 Orme,')
  // All that a terminal would obey: controls other than line ends, direction marks.
  const steering = /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/

  it('steer the terminal through the page, the JSON or the plan', async () => {
    folder.write('nasty.md', nasty)
    for (const args of [['nasty.md'], ['nasty.md', '-f', 'json'], ['nasty.md', '--print-plan']]) {
      const {out} = await folder.run(args)
      expect(out).not.toMatch(steering)
      expect(out).toContain('Sam')
    }
  })

  it('steer it through its name', async () => {
    folder.write('a\u001b[31mb.md', poorPlan)
    const {out} = await folder.run(['.'])
    expect(out).not.toMatch(steering)
    expect(out).toContain('ab.md')
  })
})
