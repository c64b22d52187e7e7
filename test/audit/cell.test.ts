import fc from 'fast-check'
import {expect, it} from 'vitest'
import {safeCell} from '../../src/audit/cell.ts'

it.each([
  '=1+1',
  '+44 20 7946 0000',
  '-2',
  '@SUM(A1)',
  '\t=1',
  '\r=1',
  '\n=1',
  '|calc',
  '%x',
  '＝1',
  '  =cmd|x',
  '\u200b=1',
  '\u001b[31m=1'
])('makes text of %j', text => expect(safeCell(text)).toMatch(/^'/))

it('leaves numbers and plain text as they are', () => {
  expect([safeCell(-2), safeCell(null), safeCell('Ms Lowe, 4 March')]).toEqual([-2, null, 'Ms Lowe, 4 March'])
})

it('never gives a text that a spreadsheet takes for a formula', () => {
  fc.assert(
    fc.property(fc.string({unit: 'binary'}), text => {
      expect(String(safeCell(text))).not.toMatch(/^\s*[=+\-@|%＝＋－＠]/u)
      expect(String(safeCell(text))).not.toMatch(/[\t\r\n]/)
    })
  )
})
