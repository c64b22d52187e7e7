/** Files that are broken or were made to do harm, each with the reason an audit must give for it. */
import {truncateSync, writeFileSync} from 'node:fs'
import {join} from 'node:path'
import {strToU8, zipSync, zlibSync} from 'fflate'
import {docx, para} from './docx.ts'
import {pdf} from './pdf.ts'

export interface Hostile {
  name: string
  code: string
  /** Null where the file is only a size. */
  bytes(): Uint8Array | null
}

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text)
const zip = (files: Record<string, string>): Uint8Array =>
  zipSync(Object.fromEntries(Object.entries(files).map(([path, text]) => [path, strToU8(text)])))
const compound = (stream: string): Uint8Array => {
  const name = [...stream].flatMap(letter => [letter.charCodeAt(0), 0])
  return new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, ...Array(500).fill(0), ...name, ...Array(500).fill(0)])
}

/** Refused at a glance. */
const quick: readonly Hostile[] = [
  {name: 'empty.docx', code: 'empty', bytes: () => new Uint8Array(0)},
  {name: 'blank.txt', code: 'empty', bytes: () => utf8(' \n\n ')},
  {name: 'comment.md', code: 'empty', bytes: () => utf8('<!-- x -->')},
  {name: 'script.html', code: 'empty', bytes: () => utf8('<html><body><script>x</script></body></html>')},
  {name: 'half.docx', code: 'damaged', bytes: () => docx(para('Mum will ring the school.')).subarray(0, 400)},
  {name: 'broken-xml.docx', code: 'damaged', bytes: () => docx({body: '', files: {'word/document.xml': '<w:document><w:body>'}})},
  {name: 'locked.docx', code: 'encrypted', bytes: () => compound('EncryptedPackage')},
  {name: 'old.docx', code: 'legacy-doc', bytes: () => compound('WordDocument')},
  {name: 'rich.docx', code: 'rtf', bytes: () => utf8('{\\rtf1\\ansi Plan}')},
  {name: 'open.docx', code: 'odt', bytes: () => zip({mimetype: 'application/vnd.oasis.opendocument.text', 'content.xml': '<a/>'})},
  {name: 'sheet.docx', code: 'not-a-document', bytes: () => zip({'[Content_Types].xml': '<Types/>', 'xl/workbook.xml': '<a/>'})},
  {name: 'picture.docx', code: 'not-a-document', bytes: () => new Uint8Array([0x89, 0x50, 0x4e, 0x47, 1, 2, 3])},
  {name: 'noise.docx', code: 'not-a-document', bytes: () => new Uint8Array(400).map((_, index) => (index * 7) % 32)},
  {name: 'scan.html', code: 'image-only', bytes: () => utf8('<html><body><img src="scan.png"></body></html>')},
  {name: 'bomb.docx', code: 'hostile', bytes: () => docx({body: para('x'), files: {'word/media.xml': ' '.repeat(8_000_000)}})},
  {
    name: 'laughs.docx',
    code: 'hostile',
    bytes: () =>
      docx({body: '', files: {'word/document.xml': '<!DOCTYPE w [<!ENTITY a "ha">]><w:document><w:body>&a;</w:body></w:document>'}})
  },
  {name: 'deep.html', code: 'hostile', bytes: () => utf8(`<!doctype html>${'<div>'.repeat(30_000)}x`)},
  {name: 'half.pdf', code: 'damaged', bytes: () => utf8('%PDF-1.7\n1 0 obj\n<<')}
]

/** Links within links, which a parser of Markdown tries over and over: hours. */
export const endless: Hostile = {name: 'endless.md', code: 'time', bytes: () => utf8('[a](b'.repeat(60_000))}
/** Two megabytes of rows that become gigabytes of nodes. */
export const bursting: Hostile = {name: 'bursting.md', code: 'memory', bytes: () => utf8(`|a|b|\n|-|-|\n${'|x|y|\n'.repeat(400_000)}`)}
/** Half a megabyte that unpacks to 600. */
export const flateBomb: Hostile = {
  name: 'bomb.pdf',
  code: 'memory',
  bytes: () => {
    const packed = Buffer.from(zlibSync(new Uint8Array(600_000_000).fill(32), {level: 9})).toString('latin1')
    const plain = Buffer.from(pdf([{texts: [{x: 50, y: 50, text: 'Child in need plan'}]}])).toString('latin1')
    const stream = `<< /Length ${packed.length} /Filter /FlateDecode >>\nstream\n${packed}\nendstream`
    return Buffer.from(
      plain.replace(/<< \/Length \d+ >>\nstream\n[\s\S]*?\nendstream/, () => stream),
      'latin1'
    )
  }
}
export const huge: Hostile = {name: 'huge.pdf', code: 'size', bytes: () => null}

/** So many files, the heavy ones once each. */
export function hostileFiles(count: number, heavy: readonly Hostile[]): Hostile[] {
  const light = Array.from({length: count - heavy.length}, (_, index): Hostile => {
    const kind = quick[index % quick.length] as Hostile
    return {...kind, name: `${Math.floor(index / quick.length)}-${kind.name}`}
  })
  return [...light, ...heavy]
}

export function writeHostile(folder: string, {name, bytes}: Hostile): void {
  const content = bytes()
  writeFileSync(join(folder, name), content ?? '')
  if (content === null) truncateSync(join(folder, name), 60 * 2 ** 20)
}
