/** Whatever the source, every text knows its place, and the words are those that the format's own parser gives. */
import fc from 'fast-check'
import type {Nodes} from 'mdast'
import {parse} from 'parse5'
import remarkGfm from 'remark-gfm'
import remarkParse from 'remark-parse'
import {unified} from 'unified'
import {expect, test} from 'vitest'
import {rawText} from '../../src/readers/html/hidden.ts'
import {read} from '../../src/readers/index.ts'
import {type Document, ReadError} from '../../src/tree.ts'
import {cell, docx, para, row, run, table} from '../helpers/docx.ts'
import {misplaced, texts} from '../helpers/tree.ts'

const words = ['Mum', ' ', 'Dad’s', '  ', 'plan', ' – ', '🙂', 'é', '\n', '1. ', '£5', '. ', 'by 3 May', '\t', ': ']
const anyOf = (pieces: string[]) => fc.array(fc.constantFrom(...pieces), {minLength: 1, maxLength: 40}).map(list => list.join(''))

function readOrEmpty(text: string, name: string): Document | undefined {
  try {
    return read(new TextEncoder().encode(text), name)
  } catch (error) {
    if (error instanceof ReadError && error.code === 'empty') return undefined
    throw error
  }
}

/** Letters only: how white space is shown is each reader's own matter. */
const bare = (text: string) => text.replace(/[\s\u00AD\u200B\uFEFF]+/g, '')

function lettersOf(node: Nodes): string {
  if (node.type === 'text' || node.type === 'inlineCode' || node.type === 'code') return node.value
  return 'children' in node ? node.children.map(lettersOf).join('') : ''
}

const lettersRead = (document: Parameters<typeof texts>[0]): string =>
  bare(
    texts(document)
      .map(({value}) => value)
      .join('')
  )

test('Markdown', () => {
  const pieces = [
    ...words,
    '\n\n',
    '\r\n',
    '  \n',
    '\\*',
    '\\',
    '&amp;',
    '&nbsp;',
    '&#8211;',
    '&copy',
    '&shy;',
    '*',
    '**',
    '_',
    '`',
    '# ',
    '- ',
    '> ',
    '|',
    '\n|--|--|\n',
    '\u200B',
    '    '
  ]
  fc.assert(
    fc.property(anyOf(pieces), text => {
      const document = readOrEmpty(text, 'a.md')
      if (!document) return
      expect(misplaced(document)).toEqual([])
      const wanted = lettersOf(unified().use(remarkParse).use(remarkGfm).parse(text) as Nodes)
      expect(lettersRead(document)).toBe(bare(wanted))
    }),
    {numRuns: 400}
  )
})

test('HTML', () => {
  const tags = [
    '<p>',
    '</p>',
    '<b>',
    '</b>',
    '<br>',
    '<table>',
    '<tr>',
    '<td>',
    '</table>',
    '<ul><li>',
    '</ul>',
    '<!-- x -->',
    '<div>',
    '</div>',
    '<h2>',
    '<a href="x">'
  ]
  const pieces = [
    ...words,
    ...tags,
    '&amp;',
    '&nbsp;',
    '&rsquo;',
    '&#8211;',
    '&copy',
    '&notit;',
    '&',
    '&shy;',
    '<',
    '\r\n',
    '\u00A0',
    '\f',
    '\u200B'
  ]
  fc.assert(
    fc.property(anyOf(pieces), text => {
      const document = readOrEmpty(text, 'a.html')
      if (!document) return
      expect(misplaced(document)).toEqual([])
      const letters = lettersRead(document)
      expect([...letters].sort().join('')).toBe([...bare(rawText(parse(text)))].sort().join(''))
    }),
    {numRuns: 400}
  )
})

test('plain text', () => {
  const pieces = [
    ...words,
    '\n\n',
    '\r\n',
    '\r',
    '- ',
    '• ',
    'Responsible: ',
    'WORRIES',
    '\n   ',
    '\f',
    '\u200B',
    '\u0007',
    '===\n',
    'a long line that goes on and on to the edge of the page\n'
  ]
  fc.assert(
    fc.property(anyOf(pieces), text => {
      const document = readOrEmpty(text, 'a.txt')
      if (document) expect(misplaced(document)).toEqual([])
    }),
    {numRuns: 400}
  )
})

test('Word: the place of each text in its run gives the same letters', () => {
  const letters = fc
    .array(fc.constantFrom('Mum', ' ', 'Dad’s', '🙂', '\u00A0', 'pl', 'an', '\u00AD', '&'), {minLength: 1, maxLength: 6})
    .map(list => list.join(''))
  const runs = fc.array(fc.tuple(letters, fc.constantFrom('', '<w:b/>', '<w:vanish/>')), {minLength: 1, maxLength: 5})
  fc.assert(
    fc.property(fc.array(runs, {minLength: 1, maxLength: 5}), paragraphs => {
      const blocks = paragraphs.map(list => para(list.map(([text, look]) => run(text, look)).join('')))
      const bytes = docx(`${para('Start')}${table(row(blocks.map(block => cell(block))))}`)
      const document = read(bytes, 'a.docx')
      expect(misplaced(document)).toEqual([])
      for (const {value, data} of texts(document).slice(1)) {
        const place = data?.place
        const [source = '', look] = paragraphs[(place?.paragraph ?? 0) - 1]?.[place?.run ?? -1] ?? []
        expect(source.slice(place?.offset, (place?.offset ?? 0) + value.length)).toBe(value)
        expect(look).not.toBe('<w:vanish/>')
      }
    }),
    {numRuns: 150}
  )
})

test('no bytes at all make the reader throw anything but its own errors', () => {
  fc.assert(
    fc.property(fc.uint8Array({maxLength: 300}), fc.constantFrom('a.docx', 'a.md', 'a.html', 'a.txt', undefined), (bytes, name) => {
      try {
        expect(misplaced(read(bytes, name))).toEqual([])
      } catch (error) {
        expect(error).toBeInstanceOf(ReadError)
      }
    }),
    {numRuns: 300}
  )
})
