import fc from 'fast-check'
import {describe, expect, it} from 'vitest'
import {planOf, read} from '../../src/index.ts'
import {labelledDocuments} from '../../src/scripts/corpus.ts'
import {sentenceEnds} from '../../src/text/sentence-ends.ts'

const segmenter = new Intl.Segmenter('en-GB', {granularity: 'sentence'})
const byUnicode = (text: string): number[] => [...segmenter.segment(text)].map(({index, segment}) => index + segment.length)

describe('sentence ends are those of Intl.Segmenter', () => {
  it.each([
    '',
    'One. Two! Three? Four',
    'He said "no." She left.',
    'At 4.5 per cent. 6 days',
    'The U.K. is here. e.g. this',
    'Wait... what? No!! (Yes.) And so.',
    'A line\nand another\r\nand more',
    'Dr. Smith came; 3 p.m. on Mon. 4 May',
    'He (aged 4.) ran. – and fell',
    'One.” ‘Two.’ three',
    'x.Y a.b A.B 1.A',
    'Na\u00efve. E\u0301t\u00e9.'
  ])('in “%s”', text => expect(sentenceEnds(text)).toEqual(byUnicode(text)))

  it('in every block of the corpus', () => {
    for (const {path, bytes} of labelledDocuments()) {
      for (const {text} of planOf(read(bytes, path)).blocks) expect(sentenceEnds(text)).toEqual(byUnicode(text))
    }
  })

  it('in any text of these pieces', () => {
    const pieces = [
      'Mum',
      'he',
      'a',
      'B',
      '4',
      'é',
      'E\u0301',
      '.',
      '!',
      '?',
      '…',
      ',',
      ';',
      ':',
      '-',
      '–',
      '"',
      '”',
      '‘',
      '’',
      '(',
      ')',
      ' ',
      '  ',
      '\u00a0',
      '\n',
      '\r\n',
      '\t',
      '\u200b'
    ]
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...pieces), {maxLength: 14}), parts => {
        const text = parts.join('')
        expect(sentenceEnds(text)).toEqual(byUnicode(text))
      }),
      {numRuns: 4000}
    )
  })
})
