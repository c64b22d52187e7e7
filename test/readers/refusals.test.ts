import {strToU8, zipSync} from 'fflate'
import {expect, test} from 'vitest'
import {read} from '../../src/readers/index.ts'
import {ReadError} from '../../src/tree.ts'
import {docx, para} from '../helpers/docx.ts'

/** The code and sentence for bytes that cannot be read. */
function refused(bytes: Uint8Array, name = 'plan.docx'): string {
  try {
    read(bytes, name)
  } catch (error) {
    if (error instanceof ReadError) return `${error.code}: ${error.message}`
    throw error
  }
  return 'was read'
}

const utf8 = (text: string) => new TextEncoder().encode(text)
const zip = (files: Record<string, string>) =>
  zipSync(Object.fromEntries(Object.entries(files).map(([path, text]) => [path, strToU8(text)])))

/** A compound file with one stream of that name. */
function compound(stream: string): Uint8Array {
  const name = [...stream].flatMap(letter => [letter.charCodeAt(0), 0])
  return new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, ...new Array(500).fill(0), ...name, ...new Array(500).fill(0)])
}

const damaged = 'damaged: This file is damaged or incomplete: open it in Word, save it again as .docx, and try that copy.'
const hostile = 'hostile: This file is not built like a normal document and was not opened: copy its text into a new document and try that.'
const empty = 'empty: This document has no text: check that it is the right file and that it was saved.'
const imageOnly = 'image-only: This document has only pictures and no text: use the original document, not a scan of it.'
const binary = 'not-a-document: This is not a document that planlint can read: use a .docx, .html, .md or .txt file.'
const picture = 'not-a-document: This is a picture, not a document: use the original document as .docx, .html, .md or .txt.'
const otherOffice = 'not-a-document: This is a spreadsheet or a slide show, not a document: copy its text into Word and save it as .docx.'

test('an encrypted Word file', () => {
  expect(refused(compound('EncryptedPackage'))).toBe(
    'encrypted: This Word file has a password: open it in Word, take the password off, and save it again.'
  )
})

test('a legacy .doc, whatever its name', () => {
  const sentence = 'legacy-doc: This is an old Word file (.doc): open it in Word and save it as .docx.'
  expect(refused(compound('WordDocument'), 'plan.doc')).toBe(sentence)
  expect(refused(compound('WordDocument'), 'plan.docx')).toBe(sentence)
})

test('RTF, ODT and PDF', () => {
  expect(refused(utf8('{\\rtf1\\ansi Plan}'), 'plan.doc')).toBe(
    'rtf: This is a rich text file (.rtf): open it in Word and save it as .docx.'
  )
  expect(refused(zip({mimetype: 'application/vnd.oasis.opendocument.text', 'content.xml': '<a/>'}))).toBe(
    'odt: This is an OpenDocument file (.odt): open it in Word or LibreOffice and save it as .docx.'
  )
  expect(refused(utf8('%PDF-1.7\n...'))).toBe('pdf: planlint cannot read PDF files here: open the original in Word and save it as .docx.')
})

test('spreadsheets, slide shows and other zips', () => {
  const types = {'[Content_Types].xml': '<Types/>'}
  expect(refused(zip({...types, 'xl/workbook.xml': '<a/>'}))).toBe(otherOffice)
  expect(refused(zip({...types, 'ppt/presentation.xml': '<a/>'}))).toBe(otherOffice)
  expect(refused(zip({mimetype: 'application/vnd.oasis.opendocument.spreadsheet'}))).toBe(otherOffice)
  expect(refused(zip({'a.txt': 'text'}))).toBe(
    'not-a-document: This is a zip file, not a document: unzip it and use the document inside it.'
  )
  expect(refused(zip(types))).toBe(damaged)
})

test('a truncated zip at any length, and broken XML', () => {
  const whole = docx(para('Mum will ring the school by Friday.'))
  for (const part of [0.1, 0.5, 0.9, 0.99]) expect(refused(whole.subarray(0, Math.floor(whole.length * part)))).toBe(damaged)
  expect(refused(docx({body: '', files: {'word/document.xml': '<w:document><w:body>'}}))).toBe(damaged)
  expect(refused(docx({body: '', files: {'word/document.xml': '<other/>'}}))).toBe(damaged)
})

test('hostile zips: size, ratio, entries, depth, entities', () => {
  const many = Object.fromEntries(Array.from({length: 5001}, (_, index) => [`word/${index}.xml`, '']))
  expect(refused(docx({body: para('x'), files: many}))).toBe(hostile)
  expect(refused(docx({body: para('x'), files: {'word/media.xml': ' '.repeat(8_000_000)}}))).toBe(hostile)
  expect(refused(docx('<w:sdt>'.repeat(600) + '</w:sdt>'.repeat(600)))).toBe(hostile)
  const laughs = '<!DOCTYPE w [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;">]><w:document><w:body>&b;</w:body></w:document>'
  expect(refused(docx({body: '', files: {'word/document.xml': laughs}}))).toBe(hostile)
})

test('a zip that claims to be huge is refused before anything is unpacked', () => {
  const bytes = zip({'[Content_Types].xml': '<Types/>', 'word/document.xml': '<a/>'})
  const view = new DataView(bytes.buffer, bytes.byteOffset)
  for (let at = 0; at + 4 < bytes.length; at++) if (view.getUint32(at, true) === 0x02014b50) view.setUint32(at + 24, 150_000_000, true)
  expect(refused(bytes)).toBe(hostile)
})

test('empty documents of every format', () => {
  expect(refused(new Uint8Array(0))).toBe(empty)
  expect(refused(utf8(' \n\n '), 'plan.txt')).toBe(empty)
  expect(refused(utf8('<!-- x -->'), 'plan.md')).toBe(empty)
  expect(refused(utf8('<html><body><script>x</script></body></html>'), 'plan.html')).toBe(empty)
  expect(refused(docx(para('')))).toBe(empty)
  expect(refused(docx({body: '', headers: [para('Council')]}))).toBe(empty)
})

test('documents of pictures only', () => {
  expect(refused(docx('<w:p><w:r><w:drawing/></w:r></w:p>'))).toBe(imageOnly)
  expect(refused(utf8('<html><body><img src="scan.png"></body></html>'), 'plan.html')).toBe(imageOnly)
  expect(refused(utf8('![scan](scan.png)'), 'plan.md')).toBe(imageOnly)
})

test('not a document at all: pictures, programs, noise, Word XML', () => {
  expect(refused(new Uint8Array([0x89, 0x50, 0x4e, 0x47, 1, 2, 3]))).toBe(picture)
  expect(refused(new Uint8Array([0xff, 0xd8, 0xff, 0xe0, 1, 2, 3]), 'plan.txt')).toBe(picture)
  expect(refused(new Uint8Array(400).map((_, index) => (index * 7) % 32))).toBe(binary)
  expect(refused(compound('Workbook'))).toBe(binary)
  const sentence = 'not-a-document: This is a Word XML file: open it in Word and save it as .docx.'
  expect(refused(utf8('<?xml version="1.0"?><?mso-application progid="Word.Document"?><pkg:package/>'), 'plan.xml')).toBe(sentence)
})

test('pages nested beyond reason are refused, not crashed on', () => {
  expect(refused(utf8(`<!doctype html>${'<div>'.repeat(30_000)}x`), 'plan.html')).toBe(
    'hostile: This file is not built like a normal document and was not opened: copy its text into a new document and try that.'
  )
})
