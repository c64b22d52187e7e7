/** What kind of file these bytes are: the first bytes decide, then the name, then a look at the text. */
import {type Refusal, refusal} from './errors.ts'

type Kind = 'zip' | 'pdf' | 'characters'
type TextFormat = 'markdown' | 'html' | 'text'

const signatures: [Refusal, number[]][] = [
  ['rtf', [0x7b, 0x5c, 0x72, 0x74, 0x66]],
  ['picture', [0x89, 0x50, 0x4e, 0x47]],
  ['picture', [0xff, 0xd8, 0xff]],
  ['picture', [0x47, 0x49, 0x46, 0x38]],
  ['picture', [0x49, 0x49, 0x2a, 0x00]],
  ['picture', [0x4d, 0x4d, 0x00, 0x2a]],
  ['picture', [0x52, 0x49, 0x46, 0x46]],
  ['binary', [0x7f, 0x45, 0x4c, 0x46]],
  ['binary', [0x4d, 0x5a, 0x90]],
  ['binary', [0x1f, 0x8b]]
]

/** Tells a zip (perhaps Word) and a PDF from characters; throws the fitting ReadError for all that is neither. */
export function kindOf(bytes: Uint8Array): Kind {
  if (bytes.length === 0) throw refusal('empty')
  if (startsWith(bytes, [0x50, 0x4b, 0x03, 0x04]) || startsWith(bytes, [0x50, 0x4b, 0x05, 0x06])) return 'zip'
  if (startsWith(bytes, [0xd0, 0xcf, 0x11, 0xe0])) throw refusal(oleKind(bytes))
  for (const [kind, signature] of signatures) if (startsWith(bytes, signature)) throw refusal(kind)
  if (indexOf(bytes.subarray(0, 1024), ascii('%PDF-')) >= 0) return 'pdf'
  return 'characters'
}

/** A compound file: Word before 2007, or the wrapper of a Word file with a password. Stream names stand in it as UTF-16. */
function oleKind(bytes: Uint8Array): Refusal {
  if (indexOf(bytes, wide('EncryptedPackage')) >= 0) return 'encrypted'
  return indexOf(bytes, wide('WordDocument')) >= 0 ? 'legacyDoc' : 'binary'
}

/** Throws unless the decoded characters could be writing: few controls and few replacement characters. */
export function assertWriting(text: string): void {
  const head = text.slice(0, 4096)
  let odd = 0
  for (let index = 0; index < head.length; index++) {
    const code = head.charCodeAt(index)
    if (code < 9 || (code > 13 && code < 32) || code === 0xfffd) odd++
  }
  if (odd > 4 + head.length / 20) throw refusal('binary')
  if (/^\s*<\?xml[^>]*>\s*(<\?mso-application|<pkg:package|<w:wordDocument)/.test(head)) throw refusal('wordXml')
}

/** Which of the three text formats, by the first characters, the ending of the name, or signs in the text. */
export function textFormatOf(text: string, name: string | undefined): TextFormat {
  if (/^\s*(<!--[\s\S]{0,2000}?-->\s*)?(<!doctype html|<html[\s>])/i.test(text.slice(0, 4096))) return 'html'
  const ending = /\.([a-z0-9]+)$/i.exec(name ?? '')?.[1]?.toLowerCase() ?? ''
  if (/^(md|markdown|mdown|mkd)$/.test(ending)) return 'markdown'
  if (/^(html?|xhtml)$/.test(ending)) return 'html'
  if (/^(txt|text)$/.test(ending)) return 'text'
  if (/^\s*(<\?xml[^>]*>\s*)?<(html|head|body|div|table|p|h[1-6])[\s>]/i.test(text.slice(0, 4096))) return 'html'
  return hasMarkdown(text) ? 'markdown' : 'text'
}

const headingLine = /^ {0,3}#{1,6} +\S/m

function hasMarkdown(text: string): boolean {
  return headingLine.test(text) || hasDelimiterRow(text)
}

/** Whether a pipe table's delimiter row (`|---|:-:|`) stands in the text. */
export function hasDelimiterRow(text: string): boolean {
  return /^ {0,3}\|?[ \t]*:?-+:?[ \t]*\|[-:| \t]*$/m.test(text)
}

function startsWith(bytes: Uint8Array, signature: number[]): boolean {
  return signature.every((byte, index) => bytes[index] === byte)
}

function ascii(text: string): number[] {
  return [...text].map(letter => letter.charCodeAt(0))
}

function wide(text: string): number[] {
  return ascii(text).flatMap(code => [code, 0])
}

function indexOf(bytes: Uint8Array, wanted: number[]): number {
  const first = wanted[0] ?? 0
  for (let at = bytes.indexOf(first); at >= 0; at = bytes.indexOf(first, at + 1)) {
    if (wanted.every((byte, index) => bytes[at + index] === byte)) return at
  }
  return -1
}

/** Whether letters of ASCII stand somewhere in the bytes. */
export function holdsLetters(bytes: Uint8Array, letters: string): boolean {
  return indexOf(bytes, ascii(letters)) >= 0
}
