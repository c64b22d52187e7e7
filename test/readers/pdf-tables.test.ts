/** Tables of a PDF that have no lines, or only some: the shapes of text that make one, and those that must not. */
import {readFileSync} from 'node:fs'
import {fileURLToPath} from 'node:url'
import {expect, test} from 'vitest'
import {planText} from '../../src/cli/print-plan.ts'
import {lintDocument, reportOf, terminal} from '../../src/index.ts'
import {planOf} from '../../src/model/build.ts'
import {readOnDemand} from '../../src/readers/on-demand.ts'

import {type Drawn, gridOf, lines, pageHeight, pdf, type Ruled} from '../helpers/pdf.ts'
import {compareRows, saidIn} from '../helpers/said.ts'
import {misplaced, outline} from '../helpers/tree.ts'

const file = (path: string) => new Uint8Array(readFileSync(fileURLToPath(new URL(`../../${path}`, import.meta.url))))
const read = (...args: Parameters<typeof pdf>) => readOnDemand(pdf(...args))
const seen = async (...args: Parameters<typeof pdf>) => outline(await read(...args))
const across = (from: number, to: number, ...ys: number[]): Ruled[] => ys.map(y => [from, y, to, y])
const background = (left: number, top: number, right: number, bottom: number) =>
  `0.9 g ${left} ${pageHeight - bottom} ${right - left} ${bottom - top} re f 0 g`

const cells: Drawn[] = [
  ...[55, 205, 405].map((x, column) => ({x, y: 114, text: ['Worry', 'Action', 'Who'][column] as string})),
  ...lines(55, 134, ['Sam is late.']),
  ...lines(205, 134, ['Walk Sam to school each day, along with', 'his friend.']),
  ...lines(405, 134, ['Dawn']),
  ...lines(55, 166, ['Sam is hungry.']),
  ...lines(205, 166, ['Give Sam breakfast.']),
  ...lines(405, 166, ['Nan'])
]
const rows = [
  '| 0,0: Worry',
  '| 0,1: Action',
  '| 0,2: Who',
  '| 1,0: Sam is late.',
  '| 1,1: Walk Sam to school each day, along with his friend.',
  '| 1,2: Dawn',
  '| 2,0: Sam is hungry.',
  '| 2,1: Give Sam breakfast.',
  '| 2,2: Nan'
]

test('lines across only, from margin to margin', async () => {
  expect(await seen([{texts: cells, rules: across(50, 545, 100, 120, 152, 174)}])).toEqual(rows)
})

test('backgrounds of the heading row and of each second row only', async () => {
  const xs = [50, 200, 400, 545]
  const shaded = [100, 120, 152, 174]
  const raw = [0, 2]
    .flatMap(row =>
      xs.slice(1).map((right, column) => background(xs[column] as number, shaded[row] as number, right, shaded[row + 1] as number))
    )
    .join('\n')
  expect(await seen([{texts: cells, raw}])).toEqual(rows)
})

test('a merged cell beside shorter lines across', async () => {
  const texts = [
    ...cells.filter(({y}) => y < 120),
    ...lines(55, 134, ['Sam is late for school on most', 'days and has often had nothing', 'to eat.']),
    ...lines(205, 134, ['Walk Sam to school.']),
    ...lines(405, 134, ['Dawn']),
    ...lines(205, 152, ['Give Sam breakfast.']),
    ...lines(405, 152, ['Nan'])
  ]
  const rules = [...across(50, 545, 100, 120, 170), ...across(200, 545, 140)]
  expect(await seen([{texts, rules}])).toEqual([
    ...rows.slice(0, 3),
    '| 1,0 2x1: Sam is late for school on most days and has often had nothing to eat.',
    '| 1,1: Walk Sam to school.',
    '| 1,2: Dawn',
    '| 2,1: Give Sam breakfast.',
    '| 2,2: Nan'
  ])
})

test('tables that stand on one another are two tables', async () => {
  const rules = [...gridOf([50, 200, 545], [100, 120, 140]), ...gridOf([50, 300, 545], [140, 160, 180])]
  const pair = (y: number, x: number, left: string, right: string) => [
    {x: 55, y, text: left},
    {x: x + 5, y, text: right}
  ]
  const texts = [
    ...pair(114, 200, 'Name', 'Sam Orme'),
    ...pair(134, 200, 'Mother', 'Dawn Orme'),
    ...pair(154, 300, 'Action', 'Who'),
    ...pair(174, 300, 'Ring the school', 'Nan')
  ]
  expect(await seen([{texts, rules}])).toEqual([
    '| 0,0: Name',
    '| 0,1: Sam Orme',
    '| 1,0: Mother',
    '| 1,1: Dawn Orme',
    '| 0,0: Action',
    '| 0,1: Who',
    '| 1,0: Ring the school',
    '| 1,1: Nan'
  ])
})

test('labels with their values set in below them', async () => {
  const texts = ['Worry', 'Outcome', 'Who', 'When'].flatMap((label, index) => [
    {x: 50, y: 100 + index * 24, text: label},
    {x: 80, y: 112 + index * 24, text: ['Sam is late.', 'Sam is on time.', 'Dawn', '3 May 2026'][index] as string}
  ])
  expect(await seen([{texts}])).toEqual([
    '| 0,0: Worry',
    '| 0,1: Sam is late.',
    '| 1,0: Outcome',
    '| 1,1: Sam is on time.',
    '| 2,0: Who',
    '| 2,1: Dawn',
    '| 3,0: When',
    '| 3,1: 3 May 2026'
  ])
})

test('bullets drawn as small shapes, and small shapes that are none', async () => {
  const dot = (x: number, y: number) => `${x} ${pageHeight - y} 3.5 3.5 re f`
  const texts = lines(64, 100, ['Sam likes school.', 'Nan helps.'])
  expect(await seen([{texts, raw: [dot(54, 98.5), dot(54, 110.5), dot(300, 105)].join('\n')}])).toEqual([
    '• Sam likes school.',
    '• Nan helps.'
  ])
})

test('a number alone above its item, in a narrow cell', async () => {
  const texts = [
    {x: 55, y: 114, text: 'Worry'},
    {x: 205, y: 114, text: 'By when'},
    ...lines(55, 134, ['Sam is late.']),
    ...lines(205, 134, ['1.', '24/03/2026', '2.', '17/04/2026'])
  ]
  expect(await seen([{texts, rules: gridOf([50, 200, 265], [100, 120, 185])}])).toEqual([
    '| 0,0: Worry',
    '| 0,1: By when',
    '| 1,0: Sam is late.',
    '| 1,1: 1. 24/03/2026 ¶ 2. 17/04/2026'
  ])
})

const address = [
  ...lines(50, 60, ['Dawn Orme', '3 Mill Lane', 'Eastmere EM1 4AB']),
  ...lines(400, 60, ['Our ref: EM/0419', '4 March 2026'])
]
const signatures = [
  {x: 50, y: 300, text: 'Signed ......................'},
  {x: 320, y: 300, text: 'Date ..............'}
]
const frame = gridOf([50, 545], [380, 440])

test.each([
  ['an address beside a reference', {texts: address}],
  ['a line for a signature and its date', {texts: signatures}],
  ['a frame around text', {texts: lines(60, 400, ['This is an important letter.', 'Please take it to a solicitor.']), rules: frame}],
  [
    'headings with lines under them',
    {
      texts: [100, 200, 300].flatMap(y => [
        {x: 50, y, text: 'What is going well', size: 14},
        ...lines(50, y + 24, ['Sam likes school and his friends there, and he has not missed a day.', 'Nan helps.'])
      ]),
      rules: across(50, 545, 106, 206, 306)
    }
  ],
  [
    'coloured bars with headings in them',
    {
      texts: [100, 160, 220].flatMap(y => [
        {x: 54, y, text: 'What is going well'},
        ...lines(54, y + 24, ['Sam likes school and his friends there.', 'Nan helps.'])
      ]),
      raw: [88, 148, 208].map(y => background(50, y, 545, y + 18)).join('\n')
    }
  ]
])('%s is no table', async (_, page) => {
  expect((await seen([page])).filter(line => line.startsWith('|'))).toEqual([])
})

test('prose in two columns is no table of worries', async () => {
  const left = [
    'Sam told his teacher that he does not',
    'sleep well and that he is tired in class.',
    'He would like to see his cousin more.',
    'Dawn says that she will ask for help',
    'before the end of term this year.'
  ]
  const texts = [...lines(50, 100, left), ...lines(310, 100, [...left].reverse())]
  expect(saidIn(planOf(await read([{texts}]))).rows).toEqual([])
})

test.each([
  ['corpus/child-protection/cp-15.html', 'page-cp-15', 0.9],
  ['corpus/fresh-4/icp-51.md', 'page-icp-51-zebra', 0.9],
  ['corpus/child-in-need/cin-11.docx', 'cin-11-across', 0.9],
  ['corpus/gold/cp-01.docx', 'cp-01-across', 0.8]
])('%s printed without the lines of its tables (%s.pdf) is the same plan on at least %s of its rows', async (original, print, part) => {
  const document = await readOnDemand(file(`test/fixtures/pdf/${print}.pdf`))
  const [wanted, found] = [saidIn(planOf(await readOnDemand(file(original), original))), saidIn(planOf(document))]
  expect(found).toMatchObject({type: wanted.type, children: wanted.children})
  expect(wanted.rows.length).toBeGreaterThan(4)
  expect(compareRows(wanted.rows, found.rows).same.length / wanted.rows.length).toBeGreaterThanOrEqual(part)
  expect(misplaced(document)).toEqual([])
})

test('a layout that was guessed is said once, and only then', async () => {
  const guessed = await read([{texts: [{x: 50, y: 60, text: 'Child protection plan', size: 20}, ...cells]}])
  const drawn = await read([{texts: cells, rules: gridOf([50, 200, 400, 545], [100, 120, 152, 174])}])
  const said = (document: Awaited<ReturnType<typeof read>>) =>
    terminal(reportOf([lintDocument(document, 'plan.pdf', {type: 'child-protection-plan'})]))
  const notice = /had\s+to\s+guess\s+which\s+words\s+belong\s+together/g
  expect(said(guessed).match(notice)).toHaveLength(1)
  expect(said(drawn)).not.toMatch(notice)
  expect(planText('plan.pdf', planOf(guessed))).toContain('not sure: This PDF has a table without lines')
  expect(planText('plan.pdf', planOf(drawn))).not.toContain('without lines')
  expect(lintDocument(guessed, 'plan.pdf').notices).toHaveLength(1)
  expect(lintDocument(drawn, 'plan.pdf').notices.join()).not.toMatch(notice)
})
