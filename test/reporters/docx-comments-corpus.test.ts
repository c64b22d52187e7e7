/** Comments on every Word file of the corpus: on the very words, in valid files, with all else as it was. */
import {readdirSync, readFileSync} from 'node:fs'
import mammoth from 'mammoth'
import {describe, expect, it} from 'vitest'
import {check, checkedCopy, overviewOf, planOf, read} from '../../src/index.ts'
import {newFaults} from '../helpers/open-xml.ts'
import {isKept, partsThatDiffer} from '../helpers/same-parts.ts'
import {lookAt} from '../helpers/word-comments.ts'

const files = readdirSync('corpus', {recursive: true, encoding: 'utf8'}).filter(path => path.endsWith('.docx'))
const date = '2026-03-04T09:30:00Z'

it('has Word files to try', () => {
  expect(files.length).toBeGreaterThanOrEqual(36)
})

describe.each(files)('%s', path => {
  const bytes = new Uint8Array(readFileSync(`corpus/${path}`))
  const document = read(bytes, path)
  const {report} = check(document, path)
  const copy = checkedCopy(report, document, bytes, {date})
  const look = lookAt(copy.bytes)
  const own = look.comments.filter(({author}) => author === 'planlint')

  it('has one comment for each finding, on exactly its words', () => {
    expect(report.messages.length).toBeGreaterThan(0)
    expect(own.map(({lines}) => lines.at(-1))).toEqual(report.messages.map(({ruleId}) => `planlint: ${ruleId}`))
    const placed = report.messages.flatMap(({actual}, index) => (actual === null ? [] : [{actual, words: own[index]?.words}]))
    expect(placed.map(({words}) => words)).toEqual(placed.map(({actual}) => actual))
    expect(new Set(own.map(({signs}) => signs))).toEqual(new Set([1]))
  })

  it('keeps its text, its other comments and its other parts', async () => {
    expect(look.text).toBe(lookAt(bytes).text)
    expect(read(copy.bytes, path).text).toBe(document.text)
    expect(look.comments.filter(({author}) => author !== 'planlint')).toEqual(lookAt(bytes).comments)
    const touched = [
      'word/document.xml',
      'word/_rels/document.xml.rels',
      '[Content_Types].xml',
      'word/comments.xml',
      'word/commentsExtended.xml'
    ]
    expect(partsThatDiffer(bytes, copy.bytes).filter(part => !touched.includes(part))).toEqual([])
    for (const part of ['[Content_Types].xml', 'word/_rels/document.xml.rels']) expect(isKept(bytes, copy.bytes, part)).toBe(true)
    const rawText = async (file: Uint8Array) => (await mammoth.extractRawText({buffer: Buffer.from(file)})).value
    expect(await rawText(copy.bytes)).toBe(await rawText(bytes))
  })

  it('has no fault against the schemas that it did not have before', async () => {
    expect(await newFaults(bytes, copy.bytes)).toEqual([])
    const full = checkedCopy(report, document, bytes, {date, suggest: true, summary: overviewOf(planOf(document))})
    expect(await newFaults(bytes, full.bytes)).toEqual([])
  })

  it('is left as it is by a second run', () => {
    const again = read(copy.bytes, path)
    const second = checkedCopy(check(again, path).report, again, copy.bytes, {date})
    expect(second).toMatchObject({added: 0, removed: 0, kept: own.length})
    expect(second.bytes).toEqual(copy.bytes)
  })
})
