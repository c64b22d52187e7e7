import {expect, test} from 'vitest'
import {read} from '../../src/readers/index.ts'
import {misplaced, outline, texts} from '../helpers/tree.ts'

function readText(text: string, name = 'plan.md') {
  const document = read(new TextEncoder().encode(text), name)
  expect(misplaced(document)).toEqual([])
  return document
}

const show = (text: string) => outline(readText(text))
const pieces = (text: string) =>
  texts(readText(text)).map(({value, position}) => [value, text.slice(position?.start.offset, position?.end.offset)])

test('headings, lists with their labels, tables with their grid', () => {
  const text = '# Plan\n\n1. One\n2. Two\n   - sub\n\n* Star\n\n| Who | When |\n|---|---|\n| Mum | **3 May** |\n'
  expect(show(text)).toEqual([
    '# Plan',
    '1. One',
    '2. Two',
    '  - sub',
    '* Star',
    '| 0,0 head: Who',
    '| 0,1 head: When',
    '| 1,0: Mum',
    '| 1,1: **3 May**'
  ])
})

test('entities, escapes, soft breaks and code are pieces that know their source', () => {
  expect(pieces('Mum &amp; Dad\\*s plan\n   goes `on`')).toEqual([
    ['Mum ', 'Mum '],
    ['&', '&amp;'],
    [' Dad', ' Dad'],
    ['*', '\\*'],
    ['s plan', 's plan'],
    [' ', '\n   '],
    ['goes ', 'goes '],
    ['on', 'on']
  ])
})

test('soft breaks with CRLF, trailing space, in items and in quotations', () => {
  expect(pieces('one \r\ntwo')).toEqual([
    ['one', 'one'],
    [' ', ' \r\n'],
    ['two', 'two']
  ])
  expect(pieces('- one\n  two')).toEqual([
    ['one', 'one'],
    [' ', '\n  '],
    ['two', 'two']
  ])
  expect(pieces('> one\n> two')).toEqual([
    ['one', 'one'],
    [' ', '\n> '],
    ['two', 'two']
  ])
})

test('hard breaks and br are line breaks', () => {
  expect(show('14 High Street  \nLeeds\\\nLS1 1AA<br>UK')).toEqual(['14 High Street/Leeds/LS1 1AA/UK'])
})

test('br and escaped pipes in cells; other tags are dropped and their text kept', () => {
  expect(show('| a | b |\n|--|--|\n| Mum<br/>Dad | <u>x</u> \\| y |')).toEqual([
    '| 0,0 head: a',
    '| 0,1 head: b',
    '| 1,0: Mum/Dad',
    '| 1,1: x | y'
  ])
})

test('an empty heading row is left out', () => {
  expect(show('| | |\n|---|---|\n| Child | Ella |\n| Born | 2 May 2019 |')).toEqual([
    '| 0,0: Child',
    '| 0,1: Ella',
    '| 1,0: Born',
    '| 1,1: 2 May 2019'
  ])
})

test('task lists have check boxes', () => {
  const document = readText('- [x] done\n- [ ] open')
  expect(outline(document)).toEqual(['- ☒ done', '- ☐ open'])
  expect(texts(document).flatMap(({data}) => data?.checked ?? [])).toEqual([true, false])
})

test('comments for planlint stay, other comments, scripts and deleted text go, HTML blocks are read', () => {
  const text =
    '<!-- planlint-disable-next -->\n\nText ~~old~~ [link](http://x.example).\n\n<!-- note -->\n\n<script>bad()</script>\n\n<div>In <b>div</b></div>\n'
  expect(show(text)).toEqual(['<!-- planlint-disable-next -->', 'Text  link.', 'In **div**'])
})

test('indented text is text, notes stand outside the flow, links show their words', () => {
  expect(show('Text[^1]\n\n[^1]: Note\n\n    indented\n')).toEqual(['Text', '(footnote) Note', '(footnote) indented'])
  expect(show('Text\n\n    Mum to ring\n    the school\n')).toEqual(['Text', 'Mum to ring/the school'])
})

test('a short bold paragraph is a heading', () => {
  expect(show('**Contingency**\n\nIf Mum drinks, ring Jo.\n')).toEqual(['###~ **Contingency**', 'If Mum drinks, ring Jo.'])
})

test('a byte order mark does not shift anything', () => {
  const document = read(new TextEncoder().encode('\uFEFF# Plan\n\nText'), 'a.md')
  expect(document.text).toBe('# Plan\n\nText')
  expect(outline(document)).toEqual(['# Plan', 'Text'])
})

test('standard input is recognised by its look', () => {
  expect(readText('# Plan\n\nText', '-').format).toBe('markdown')
  expect(readText('a | b\n--|--\n1 | 2', '-').format).toBe('markdown')
  expect(readText('Dear Kelly,\n\nPlease come.', '-').format).toBe('text')
  expect(readText('<!DOCTYPE html><p>Text', '-').format).toBe('html')
})

test('settings at the top of a file are not text, and do not shift anything', () => {
  const text = '---\ntitle: Plan\ntags:\n  - cin\n---\n\n# Plan\n\nText'
  expect(show(text)).toEqual(['# Plan', 'Text'])
  expect(show('---\n\nText\n\n---\n')).toEqual(['Text'])
})

test('text indented by a tab, and fenced text, keep their letters', () => {
  expect(pieces('*    \tMum')).toEqual([['Mum', 'Mum']])
  expect(pieces('```Mum\nMum\n```')).toEqual([['Mum', 'Mum']])
  expect(texts(readText('```Mum\nMum\n```'))[0]?.position?.start.line).toBe(2)
})
