/** What LibreOffice makes of checked files: it opens every one, finds the same text, and accepts and rejects every change. */
import {readdirSync, readFileSync} from 'node:fs'
import {strFromU8, unzipSync} from 'fflate'
import {expect, it, vi} from 'vitest'
import {type CopySettings, check, checkedCopy, read} from '../../src/index.ts'
import {docx, para, run} from '../helpers/docx.ts'
import {savedAgain, textsOf} from '../helpers/libreoffice.ts'
import {edited, resolve} from '../helpers/word-edits.ts'
import {messageOn, reportOn} from '../helpers/word-messages.ts'
import {boxed, quirks} from '../helpers/word-quirks.ts'

// LibreOffice starts anew for each test, beside whatever else runs.
vi.setConfig({testTimeout: 300_000})

const mapped = <From, To>(all: Record<string, From>, change: (one: From) => To): Record<string, To> =>
  Object.fromEntries(Object.entries(all).map(([name, one]) => [name, change(one)]))

const date = '2026-03-04T09:30:00Z'
const corpus = readdirSync('corpus', {recursive: true, encoding: 'utf8'}).filter(path => path.endsWith('.docx'))
const files: Record<string, Uint8Array> = Object.fromEntries(corpus.map(path => [path, new Uint8Array(readFileSync(`corpus/${path}`))]))
const generated: Record<string, Uint8Array> = {
  ...mapped(quirks, docx),
  'a strict file': docx({
    body: '',
    files: {
      'word/document.xml':
        '<x:document xmlns:x="http://purl.oclc.org/ooxml/wordprocessingml/main"><x:body><x:p><x:r><x:t>Mum to engage.</x:t></x:r></x:p></x:body></x:document>'
    }
  }),
  'a text box': docx(para(`${run('Before ')}${boxed(para('Mum to engage'))}${run(' after')}`))
}

function copyOf(bytes: Uint8Array, settings: CopySettings) {
  const document = read(bytes, 'plan.docx')
  return checkedCopy(check(document, 'plan.docx').report, document, bytes, settings)
}

/** A comment on each word of a generated file. */
function busyCopyOf(bytes: Uint8Array): Uint8Array {
  const document = read(bytes, 'plan.docx')
  const words = [...document.text.matchAll(/[^\s]+/g)].map(word =>
    messageOn(document, {start: word.index, end: word.index + word[0].length})
  )
  return checkedCopy(reportOn(document, words), document, bytes, {date}).bytes
}

/**
 * LibreOffice before 24 puts an empty line before a table that begins a document if there is the sign of a comment or a footnote anywhere
 * in it, whoever put it there (tdf#135786, mended since: LibreOffice 25.2 exports these files exactly as their originals). So such an
 * original is compared with one sign of somebody else's put into its last paragraph; no other is touched.
 */
function asOthersLeaveIt(bytes: Uint8Array): Uint8Array {
  const parts = unzipSync(bytes)
  const main = 'word/document.xml'
  const xml = strFromU8(parts[main] ?? new Uint8Array())
  if (!/<w:body>\s*(?:<w:sdt>(?:(?!<w:p[ >]).)*?)?<w:tbl[ >]/s.test(xml) || parts['word/comments.xml']) return bytes
  const at = xml.lastIndexOf('</w:p>')
  const type = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships/comments'
  const relation = `<Relationship Id="other1" Type="${type}" Target="comments.xml"/></Relationships>`
  const override =
    '<Override PartName="/word/comments.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml"/></Types>'
  return edited(bytes, part => {
    part(main, () => `${xml.slice(0, at)}<w:r><w:commentReference w:id="0"/></w:r>${xml.slice(at)}`)
    part(
      'word/comments.xml',
      () =>
        `<w:comments xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:comment w:id="0" w:author="Jo Marsh" w:initials="JM">${para('Why?')}</w:comment></w:comments>`
    )
    part('word/_rels/document.xml.rels', rels => rels.replace('</Relationships>', relation))
    part('[Content_Types].xml', types => types.replace('</Types>', override))
  })
}

it('opens every checked file, and exports the text of the original', () => {
  const before = {...files, ...generated}
  const after = {...mapped(files, bytes => copyOf(bytes, {date}).bytes), ...mapped(generated, busyCopyOf)}
  const others = mapped(before, asOthersLeaveIt)
  expect(Object.keys(before).filter(name => others[name] !== before[name]).length).toBeLessThan(10)
  expect(textsOf(after, 'as they are')).toEqual(textsOf(others, 'as they are'))
})

it('accepts or rejects every change that planlint marks', () => {
  const copies = mapped(files, bytes => copyOf(bytes, {date, suggest: true}))
  expect(Object.values(copies).reduce((sum, {suggested}) => sum + suggested, 0)).toBeGreaterThan(60)
  const changed = mapped(copies, ({bytes}) => bytes)
  expect(textsOf(changed, 'rejected')).toEqual(textsOf(mapped(files, asOthersLeaveIt), 'rejected'))
  const byHand = mapped(copies, ({bytes, suggested}) =>
    suggested > 0 ? edited(bytes, part => part('word/document.xml', accepted)) : bytes
  )
  expect(textsOf(changed, 'accepted')).toEqual(textsOf(byHand, 'accepted'))
})

it('knows its comments again when LibreOffice has saved the file, and what is resolved', () => {
  const some = Object.fromEntries(Object.entries(files).filter((_, index) => index % 4 === 0))
  const ruleOf = (bytes: Uint8Array) => check(read(bytes, 'plan.docx'), 'plan.docx').report.messages[0]?.ruleId ?? ''
  const copies = mapped(some, bytes => resolve(copyOf(bytes, {date}).bytes, ruleOf(bytes)))
  for (const [name, saved] of Object.entries(savedAgain(copies))) {
    const document = read(saved, name)
    const {report} = check(document, name)
    expect(report.accepted, name).toMatchObject([{ruleId: ruleOf(some[name] as Uint8Array), how: 'resolved'}])
    expect(checkedCopy(report, document, saved, {date}), name).toMatchObject({added: 0, removed: 0, kept: report.messages.length})
  }
})

/** The changes by planlint, made in the text as a person would. */
function accepted(xml: string): string {
  return xml
    .replace(/<w:del w:id="\d+" w:author="planlint".*?<\/w:del>/gs, '')
    .replace(/<w:ins w:id="\d+" w:author="planlint"[^>]*>(.*?)<\/w:ins>/gs, '$1')
}
