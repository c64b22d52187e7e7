import {expect, test} from 'vitest'
import {read} from '../../src/readers/index.ts'
import {misplaced, outline, texts} from '../helpers/tree.ts'

function readBytes(bytes: Uint8Array) {
  const document = read(bytes, 'plan.txt')
  expect(misplaced(document)).toEqual([])
  return document
}

const readText = (text: string) => readBytes(new TextEncoder().encode(text))
const show = (text: string) => outline(readText(text))

const prose = `We are worried about your children. We want to help you. If things do
not change, we will ask a judge to decide what should happen to them both
next.`
const joined = prose.replaceAll('\n', ' ')

test('wrapped lines are joined by one piece that covers the line end', () => {
  const text = prose.replaceAll('\n', '\r\n  ')
  const document = readText(text)
  expect(outline(document)).toEqual([joined])
  expect(texts(document).map(({position}) => text.slice(position?.start.offset, position?.end.offset))).toEqual([
    'We are worried about your children. We want to help you. If things do',
    '\r\n  ',
    'not change, we will ask a judge to decide what should happen to them both',
    '\r\n  ',
    'next.'
  ])
})

test('a word that was wrapped at its hyphen is one word', () => {
  expect(show('The family centre will look at how Kelly and Sam are doing with the well-\nbeing plan at home.')).toEqual([
    'The family centre will look at how Kelly and Sam are doing with the well-being plan at home.'
  ])
})

test('address lines and label lines stay lines', () => {
  expect(
    show(
      `14 Coppice Row\nEastmere\nEM3 9QT\n\n${prose}\n\nDay: Monday 4 May\nPlace: The library, Room 1, Station Road, near the bridge. The number 9\nbus stops outside.`
    )
  ).toEqual([
    '14 Coppice Row/Eastmere/EM3 9QT',
    joined,
    'Day: Monday 4 May/Place: The library, Room 1, Station Road, near the bridge. The number 9 bus stops outside.'
  ])
})

test('items have labels, hanging lines join, labels under an item stay in it, paragraphs too', () => {
  const text = `1. Take this letter to a solicitor this week. It is free of charge, and
   it is quick.
   Responsible: Kelly
2. Come.

   Bring the letter.

After the list there is more.`
  expect(show(text)).toEqual([
    '1. Take this letter to a solicitor this week. It is free of charge, and it is quick./Responsible: Kelly',
    '2. Come.',
    '  Bring the letter.',
    'After the list there is more.'
  ])
})

test('label lines at the margin under an item stay in it; another line ends it', () => {
  expect(show('1. Ring Jo.\nResponsible: Mum\nBy: 3 May\n2. Go.\nThen we meet.')).toEqual([
    '1. Ring Jo./Responsible: Mum/By: 3 May',
    '2. Go.',
    'Then we meet.'
  ])
})

test('bullets of every kind, nested by indentation and under numbers', () => {
  expect(show('1. One\n- a\n- b\n2. Two\n   • c\n      o\td\n(a) x\n(b) y')).toEqual([
    '1. One',
    '  - a',
    '  - b',
    '2. Two',
    '  • c',
    '    o d',
    '  (a) x',
    '  (b) y'
  ])
})

test('a wrapped line that happens to begin with a number is no item', () => {
  const text =
    'Mr Rahimi, you hit Yusuf at home with a shoe on the evening of the day\n12. March was the month when it began and you did not ring anyone at all.'
  expect(show(`${text}\n\n${prose}`)).toEqual([text.replace('\n', ' '), joined])
})

test('headings: a short line alone, capitals, underlined, ending in a colon, right above its text', () => {
  const text = `PLAN FOR ELLA\n=============\n\nWhat is good\n\n${prose}\n\nWORRIES\n${prose}\n\nBackground:\n\n${prose}\n\nViews\n-----\n${prose}\n\nWhat Ella says\n${prose}`
  expect(show(text)).toEqual([
    '#~ PLAN FOR ELLA',
    '###~ What is good',
    joined,
    '##~ WORRIES',
    joined,
    '###~ Background:',
    joined,
    '##~ Views',
    joined,
    '###~ What Ella says',
    joined
  ])
})

test('dates, addresses, farewells and names at the end are no headings', () => {
  const lines = [
    'Pennyfield Council',
    '11 May 2026',
    'PF2 9AJ',
    'Dear Mr Hill,',
    'Please come.',
    'Yours sincerely',
    'Anna Whitlock',
    'Social worker'
  ]
  expect(show(lines.join('\n\n'))).toEqual(lines)
})

test('numbered lines over paragraphs are headings; the last item of a list is not', () => {
  expect(show(`1. You hit the children.\n\n${prose}\n\n2. They are alone.\n\n${prose}`)).toEqual([
    '####~ 1. You hit the children.',
    joined,
    '####~ 2. They are alone.',
    joined
  ])
  expect(show(`1. Come.\n\n2. Ring Jo.\n\n${prose}`)).toEqual(['1. Come.', '2. Ring Jo.', joined])
})

test('lines with the same number of tabs are a table', () => {
  expect(show('What\tWho\tWhen\nRing the GP\tMum\t\nVisit\t\t3 May')).toEqual([
    '| 0,0: What',
    '| 0,1: Who',
    '| 0,2: When',
    '| 1,0: Ring the GP',
    '| 1,1: Mum',
    '| 1,2: ',
    '| 2,0: Visit',
    '| 2,1: ',
    '| 2,2: 3 May'
  ])
})

test('pipe tables are read as in Markdown', () => {
  const document = readText('Plan\n\n| Who | What |\n|---|---|\n| Mum | rings |')
  expect(document.format).toBe('text')
  expect(outline(document)).toEqual(['Plan', '| 0,0 head: Who', '| 0,1 head: What', '| 1,0: Mum', '| 1,1: rings'])
})

test('UTF-16, Windows-1252 and a byte order mark', () => {
  const little = new Uint8Array([0xff, 0xfe, ...[...'It’s £5.'].flatMap(letter => [letter.charCodeAt(0) & 255, letter.charCodeAt(0) >> 8])])
  const big = new Uint8Array([0xfe, 0xff, ...[...'It’s £5.'].flatMap(letter => [letter.charCodeAt(0) >> 8, letter.charCodeAt(0) & 255])])
  const bare = new Uint8Array([...'It is £5.'].flatMap(letter => [letter.charCodeAt(0) & 255, 0]))
  const windows = new Uint8Array([0x49, 0x74, 0x92, 0x73, 0x20, 0xa3, 0x35, 0x2e])
  expect([little, big, windows].map(bytes => readBytes(bytes).text)).toEqual(['It’s £5.', 'It’s £5.', 'It’s £5.'])
  expect(readBytes(bare).text).toBe('It is £5.')
  expect(readBytes(new TextEncoder().encode('\uFEFFIt’s £5.')).text).toBe('It’s £5.')
})

test('form feeds end lines; unseen characters are left out', () => {
  expect(show('Page one is here.\fPage\u200B two\u00AD is\u0007 here.')).toEqual(['Page one is here./Page two is here.'])
})

test('numbered titles with a line and bullets under them, chunk after chunk, are headings', () => {
  const need = (number: number, title: string) =>
    `${number}. ${title}\nWhat we want: Ella sleeps well.\n- Mum to ring Jo.\n- Jo to ring back.`
  const under = ['What we want: Ella sleeps well.', '- Mum to ring Jo.', '- Jo to ring back.']
  expect(show(`${need(1, 'Somewhere to live')}\n\n${need(2, 'School')}`)).toEqual([
    '####~ 1. Somewhere to live',
    ...under,
    '####~ 2. School',
    ...under
  ])
  expect(show(need(1, 'Somewhere to live'))[0]).toBe('1. Somewhere to live/What we want: Ella sleeps well.')
})

test('numbered lines in capitals are headings, and so are numbered titles after them', () => {
  expect(show(`1. PURPOSE\n\n${prose}\n\n2. AREAS OF CONCERN\n\n- Drugs.\n- Drink.\n\n3. What we expect\n\na) Come.\nb) Ring.`)).toEqual([
    '##~ 1. PURPOSE',
    joined,
    '##~ 2. AREAS OF CONCERN',
    '- Drugs.',
    '- Drink.',
    '####~ 3. What we expect',
    'a) Come.',
    'b) Ring.'
  ])
})

test('a line between an item and its labels is the item’s', () => {
  expect(show('1. Short breaks.\nDad to stay for the first one.\nResponsible: Jo\nTimescale:\n2. Club.')).toEqual([
    '1. Short breaks./Dad to stay for the first one./Responsible: Jo/Timescale:',
    '2. Club.'
  ])
})

test('greetings and thanks are no headings', () => {
  const lines = ['Dear Abigail and Lewis', 'Please come.', 'With thanks for your support', 'Please ring me.']
  expect(show(lines.join('\n\n'))).toEqual(lines)
})
