import {readFileSync} from 'node:fs'
import {fileURLToPath} from 'node:url'
import fc from 'fast-check'
import type {Nodes, Text} from 'mdast'
import {describe, expect, test} from 'vitest'
import {planOf} from '../../src/model/build.ts'
import {read} from '../../src/readers/index.ts'
import {readOnDemand} from '../../src/readers/on-demand.ts'
import {ReadError} from '../../src/tree.ts'
import {gridOf, lines, pageHeight, pageWidth, pdf} from '../helpers/pdf.ts'
import {compareRows, saidIn} from '../helpers/said.ts'
import {misplaced, outline} from '../helpers/tree.ts'

const file = (path: string) => new Uint8Array(readFileSync(fileURLToPath(new URL(`../../${path}`, import.meta.url))))
const seen = async (...args: Parameters<typeof pdf>) => outline(await readOnDemand(pdf(...args)))

describe('a plan exported by LibreOffice is the plan of the Word file', () => {
  // Rows of the table with lines, of tables without (one with its cells in the middle), with struck-out and merged cells, and of a letter.
  const pairs = [
    ['cp-01', 'corpus/gold'],
    ['cin-02', 'corpus/gold'],
    ['cin-09', 'corpus/gold'],
    ['cin-12', 'corpus/child-in-need'],
    ['lbp-10', 'corpus/gold']
  ] as const
  const both = async (name: string, folder: string) => ({
    word: saidIn(planOf(read(file(`${folder}/${name}.docx`)))),
    pdf: saidIn(planOf(await readOnDemand(file(`test/fixtures/pdf/${name}.pdf`))))
  })

  test.each(pairs)('%s: type, children and contingency', async (name, folder) => {
    const {word, pdf} = await both(name, folder)
    expect({...pdf, rows: []}).toEqual({...word, rows: []})
  })

  test('at least nine rows in ten', async () => {
    const all = await Promise.all(pairs.map(([name, folder]) => both(name, folder)))
    const rows = all.flatMap(({word}) => word.rows)
    const same = all.flatMap(({word, pdf}) => compareRows(word.rows, pdf.rows).same)
    expect(rows.length).toBeGreaterThan(20)
    expect(same.length / rows.length).toBeGreaterThanOrEqual(0.9)
  })
})

test('a plan made by jsPDF, with a coloured heading row that has no lines, is the plan of its words', async () => {
  const words = `# Child in need plan

Child: Sam Orme, born 3 May 2018

Mother: Dawn Orme

Social worker: Priya Nair

Date of plan: 4 March 2026

## The plan

| Worry | What will be different | Action | Who | By when |
|---|---|---|---|---|
| Dawn drinks in the evenings and Sam puts himself to bed | Dawn is sober when she looks after Sam and puts him to bed by 8 | Dawn will go to her first appointment at Turning Leaf | Dawn Orme | 12 March 2026 |
| Sam has had toothache since January and has not seen a dentist | Sam has no pain and has seen a dentist | Nan will take Sam to the dentist on Market Row | Sheila Orme (Nan) | 20 March 2026 |
| Nobody has asked Sam what he wants to happen | Sam says that somebody listens to him | Priya will see Sam at school on his own and write down what he says in his words | Priya Nair | Every two weeks |
`
  const plan = saidIn(planOf(await readOnDemand(file('test/fixtures/pdf/jspdf-grid.pdf'))))
  const same = saidIn(planOf(read(new TextEncoder().encode(words), 'plan.md')))
  expect(plan).toMatchObject({type: same.type, children: same.children})
  expect(plan.rows).toHaveLength(4)
  expect(plan.rows.slice(1)).toEqual(same.rows)
})

function textsIn(node: Nodes): Text[] {
  return node.type === 'text' ? [node] : 'children' in node ? node.children.flatMap(textsIn) : []
}

test.each(['cp-01', 'cin-02', 'jspdf-grid'])(
  '%s: every text knows its place in the text, and on which page it stands where',
  async name => {
    const document = await readOnDemand(file(`test/fixtures/pdf/${name}.pdf`))
    expect(misplaced(document)).toEqual([])
    for (const {value, data} of textsIn(document.tree)) {
      const {page = 0, box = {left: 0, top: 0, right: 0, bottom: 0}} = data?.onPage ?? {}
      expect(page, value).toBeGreaterThan(0)
      expect(box.right, value).toBeGreaterThan(box.left)
      expect(box.bottom, value).toBeGreaterThan(box.top)
      expect(Math.max(box.right, box.bottom), value).toBeLessThan(850)
    }
  }
)

test('wrapped lines are one paragraph; a line with room left, a space and a full stop end one', async () => {
  const texts = [
    ...lines(50, 100, [
      'Sam is late for school on most days and often has not had anything to eat, which makes it',
      'hard for him to listen in class.'
    ]),
    ...lines(50, 140, ['Dawn told us this.', 'Nan told us too.'])
  ]
  expect(await seen([{texts}])).toEqual([
    'Sam is late for school on most days and often has not had anything to eat, which makes it hard for him to listen in class.',
    'Dawn told us this.',
    'Nan told us too.'
  ])
})

test('a hyphen at the end of a line: one that parts a word goes, one that belongs to it stays', async () => {
  const texts = lines(50, 100, [
    'The school will support Sam with his reading in the mornings, with one adult and an appoint-',
    'ment each week. A follow-up visit is planned, and after this there will be one more short follow-',
    'up visit in the summer.'
  ])
  expect(await seen([{texts}])).toEqual([
    'The school will support Sam with his reading in the mornings, with one adult and an appointment each week. A follow-up visit is planned, ' +
      'and after this there will be one more short follow-up visit in the summer.'
  ])
})

test('headings by size and by weight, bullets, nested bullets and numbers', async () => {
  const long = 'We met on 4 March 2026 to talk about how Sam is getting on and what needs to happen next.'
  const texts = [
    {x: 50, y: 60, text: 'Child in need plan', size: 20},
    {x: 50, y: 90, text: 'Our worries', size: 14},
    ...lines(50, 110, [long]),
    {x: 50, y: 140, text: 'What is going well', bold: true},
    ...lines(50, 160, ['\x95', '\x95']),
    ...lines(64, 160, ['Sam likes school.', 'Nan helps.']),
    {x: 70, y: 184, text: '-'},
    {x: 84, y: 184, text: 'She cooks on Sundays.'},
    ...lines(50, 220, ['1.', '2.']),
    ...lines(64, 220, ['Dawn will ring the school.', 'Nan will help.']),
    ...lines(50, 260, [long])
  ]
  expect(await seen([{texts}])).toEqual([
    '# Child in need plan',
    '## Our worries',
    long,
    '###~ **What is going well**',
    '• Sam likes school.',
    '• Nan helps.',
    '  - She cooks on Sundays.',
    '1. Dawn will ring the school.',
    '2. Nan will help.',
    long
  ])
})

test('a table by its lines: wrapped cells, merged cells, and a blank entry in a list of owners', async () => {
  const xs = [50, 200, 350]
  const rules = [
    ...gridOf(xs, [100, 120]),
    ...gridOf(xs, [120, 180]),
    [50, 180, 50, 200],
    [350, 180, 350, 200],
    [50, 200, 350, 200]
  ] as const
  const texts = [
    {x: 55, y: 114, text: 'Action', bold: true},
    {x: 205, y: 114, text: 'Who', bold: true},
    ...lines(55, 134, ['Ring the school each day if', 'Sam is ill.', 'Book the dentist.', 'Tell the school.']),
    ...lines(205, 134, ['Dawn']),
    ...lines(205, 170, ['Nan']),
    {x: 55, y: 194, text: 'Agreed by everybody at the meeting.'}
  ]
  expect(await seen([{texts, rules: rules.map(rule => [...rule])}] as never)).toEqual([
    '| 0,0: **Action**',
    '| 0,1: **Who**',
    '| 1,0: Ring the school each day if Sam is ill. ¶ Book the dentist. ¶ Tell the school.',
    '| 1,1: Dawn ¶  ¶  ¶ Nan',
    '| 2,0 1x2: Agreed by everybody at the meeting.'
  ])
})

test('a table goes on over a page: headings once, a cut row made whole, page headers and footers out of the way', async () => {
  const xs = [50, 250, 450]
  const around = (page: number) => [
    {x: 50, y: 30, text: 'Eastmere Council'},
    {x: 50, y: 810, text: `Page ${page} of 2`}
  ]
  const heads = (y: number) => [
    {x: 55, y, text: 'Worry', bold: true},
    {x: 255, y, text: 'Action', bold: true}
  ]
  const first = [
    ...around(1),
    ...heads(714),
    {x: 55, y: 740, text: 'Sam is late.'},
    ...lines(255, 740, ['Dawn will walk Sam to the school breakfast'])
  ]
  const second = [
    ...around(2),
    ...heads(74),
    ...lines(255, 94, ['club every day.']),
    {x: 55, y: 114, text: 'Sam is hungry.'},
    {x: 255, y: 114, text: 'Nan cooks.'}
  ]
  const document = await readOnDemand(
    pdf([
      {texts: first, rules: gridOf(xs, [700, 720, 760])},
      {texts: second, rules: gridOf(xs, [60, 80, 100, 120])}
    ])
  )
  expect(outline(document)).toEqual([
    '(page-header) Eastmere Council',
    '| 0,0 head: **Worry**',
    '| 0,1 head: **Action**',
    '| 1,0: Sam is late.',
    '| 1,1: Dawn will walk Sam to the school breakfast club every day.',
    '| 2,0: Sam is hungry.',
    '| 2,1: Nan cooks.',
    '(page-footer) Page 1 of 2'
  ])
  expect(textsIn(document.tree).find(({value}) => value.startsWith('club'))?.data?.onPage?.page).toBe(2)
})

test('a table without lines, by where its columns begin', async () => {
  const texts = [
    ...lines(50, 80, ['The plan that was agreed at the meeting on 4 March 2026 with Dawn and Nan and the school.']),
    ...[50, 200, 400].flatMap((x, column) => [
      {x, y: 120, text: ['Worry', 'Action', 'Who'][column] as string, bold: true},
      ...lines(x, 142, [['Sam is late.'], ['Walk Sam to school with his friend', 'each morning.'], ['Dawn']][column] as string[]),
      ...lines(x, 176, [['Sam is hungry.'], ['Give Sam breakfast.'], ['Nan']][column] as string[])
    ])
  ]
  expect(await seen([{texts}])).toEqual([
    'The plan that was agreed at the meeting on 4 March 2026 with Dawn and Nan and the school.',
    '| 0,0: **Worry**',
    '| 0,1: **Action**',
    '| 0,2: **Who**',
    '| 1,0: Sam is late.',
    '| 1,1: Walk Sam to school with his friend each morning.',
    '| 1,2: Dawn',
    '| 2,0: Sam is hungry.',
    '| 2,1: Give Sam breakfast.',
    '| 2,2: Nan'
  ])
})

test('struck-out words, slanting watermarks and words drawn twice', async () => {
  const texts = [
    {x: 50, y: 100, text: 'Dawn will'},
    {x: 96, y: 100, text: 'try'},
    {x: 110, y: 100, text: 'ring.'}
  ]
  const watermark = '0.7 0.7 -0.7 0.7 100 400 cm BT /F1 60 Tf (DRAFT) Tj ET'
  expect(await seen([{texts: [...texts, {x: 50.3, y: 100, text: 'Dawn will'}], rules: [[95, 97, 109, 97]], raw: watermark}])).toEqual([
    '**Dawn will **ring.'
  ])
})

/** The code and sentence for a PDF that cannot be read. */
async function refused(bytes: Uint8Array): Promise<string> {
  try {
    await readOnDemand(bytes, 'plan.pdf')
  } catch (error) {
    if (error instanceof ReadError) return `${error.code}: ${error.message}`
    throw error
  }
  return 'was read'
}

const damaged = 'damaged: This PDF is damaged or incomplete: make it again from the original, or use the original Word document.'

test('a scan, a password, nothing at all', async () => {
  const image =
    '<< /Type /XObject /Subtype /Image /Width 1 /Height 1 /ColorSpace /DeviceGray /BitsPerComponent 8 /Length 1 >>\nstream\nx\nendstream'
  const scan = pdf([{raw: `${pageWidth} 0 0 ${pageHeight} 0 0 cm /Im1 Do`}], {objects: [image], resources: '/XObject << /Im1 5 0 R >>'})
  expect(await refused(scan)).toBe(
    'image-only: This PDF has only pictures of pages and no text: use the original document, not a scan of it.'
  )
  const key = 'A'.repeat(64)
  const locked = pdf([{texts: lines(50, 50, ['Plan'])}], {
    trailer: `/Encrypt << /Filter /Standard /V 1 /R 2 /P -4 /O <${key}> /U <${key}> >> /ID [<${key}> <${key}>]`
  })
  expect(await refused(locked)).toBe('encrypted: This PDF has a password: save a copy without one, or use the original Word document.')
  expect(await refused(pdf([{}]))).toBe('empty: This document has no text: check that it is the right file and that it was saved.')
})

test('a truncated file at any length, and noise', async () => {
  const whole = file('test/fixtures/pdf/lbp-10.pdf')
  for (const part of [0.001, 0.1, 0.5, 0.9, 0.99]) expect(await refused(whole.subarray(0, Math.floor(whole.length * part)))).toBe(damaged)
  expect(await refused(new TextEncoder().encode('%PDF-1.7\nnothing\n%%EOF'))).toBe(damaged)
})

test('whatever is wrong in the file, only a ReadError comes of it', async () => {
  const whole = file('test/fixtures/pdf/jspdf-grid.pdf')
  const change = fc.record({at: fc.nat(whole.length - 1), value: fc.nat(255)})
  await fc.assert(
    fc.asyncProperty(fc.array(change, {minLength: 1, maxLength: 20}), async changes => {
      const bytes = whole.slice()
      for (const {at, value} of changes) bytes[at] = value
      await refused(bytes)
    }),
    {numRuns: 40, seed: 7}
  )
})
