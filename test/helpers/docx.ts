/** Makes real Word files for tests out of the XML of a body. */
import {strToU8, zipSync} from 'fflate'

const w = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main'
const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const rels = 'http://schemas.openxmlformats.org/package/2006/relationships'
const namespaces = [
  `xmlns:w="${w}"`,
  `xmlns:r="${office}"`,
  'xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml"',
  'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"',
  'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"',
  'xmlns:v="urn:schemas-microsoft-com:vml"'
].join(' ')

export interface DocxParts {
  /** Inside of `w:body`. */
  body: string
  /** Inside of `w:styles`. */
  styles?: string
  /** Inside of `w:numbering`. */
  numbering?: string
  /** Inside of `w:footnotes`. */
  footnotes?: string
  /** Inside of `w:settings`. */
  settings?: string
  /** Inside of `w:comments`. */
  comments?: string
  /** Inside of each `w:hdr`; the body refers to them as `header0`, `header1`, ... */
  headers?: string[]
  /** Inside of each `w:ftr`; the body refers to them as `footer0`, ... */
  footers?: string[]
  /** Path of the main part. */
  main?: string
  /** Further files of the package, or replacements for its files. */
  files?: Record<string, string>
}

/** The bytes of a Word file with these parts; headers and footers are referred to from one section at the end. */
export function docx(parts: DocxParts | string): Uint8Array {
  const {
    body,
    styles,
    numbering,
    footnotes,
    comments,
    settings,
    headers = [],
    footers = [],
    main = 'word/document.xml',
    files = {}
  } = typeof parts === 'string' ? {body: parts} : parts
  const others: [id: string, kind: string, xml: string][] = []
  if (styles !== undefined) others.push(['styles', 'styles', element('styles', styles)])
  if (numbering !== undefined) others.push(['numbering', 'numbering', element('numbering', numbering)])
  if (footnotes !== undefined) others.push(['footnotes', 'footnotes', element('footnotes', footnotes)])
  if (settings !== undefined) others.push(['settings', 'settings', element('settings', settings)])
  if (comments !== undefined) others.push(['comments', 'comments', element('comments', comments)])
  for (const [index, xml] of headers.entries()) others.push([`header${index}`, 'header', element('hdr', xml)])
  for (const [index, xml] of footers.entries()) others.push([`footer${index}`, 'footer', element('ftr', xml)])
  const references = others
    .filter(([, kind]) => kind === 'header' || kind === 'footer')
    .map(([id, kind]) => `<w:${kind}Reference r:id="${id}"/>`)
  const slash = main.lastIndexOf('/') + 1
  const folder = main.slice(0, slash)
  const all: Record<string, string> = {
    '[Content_Types].xml': contentTypes(folder, main, others),
    '_rels/.rels': relations([['main', 'officeDocument', main]]),
    [main]: element('document', `<w:body>${body}<w:sectPr>${references.join('')}</w:sectPr></w:body>`),
    [`${main.slice(0, slash)}_rels/${main.slice(slash)}.rels`]: relations(others.map(([id, kind]) => [id, kind, `${id}.xml`])),
    ...Object.fromEntries(others.map(([id, , xml]) => [`${main.slice(0, slash)}${id}.xml`, xml])),
    ...files
  }
  return zipSync(Object.fromEntries(Object.entries(all).map(([path, text]) => [path, strToU8(text)])))
}

function element(name: string, inside: string): string {
  return `<?xml version="1.0" encoding="UTF-8" standalone="yes"?><w:${name} ${namespaces}>${inside}</w:${name}>`
}

function contentTypes(folder: string, main: string, others: readonly [id: string, kind: string, xml: string][]): string {
  const type = 'application/vnd.openxmlformats-officedocument.wordprocessingml.'
  const overrides = [[main, 'document.main'], ...others.map(([id, kind]) => [`${folder}${id}.xml`, kind])].map(
    ([path, kind]) => `<Override PartName="/${path}" ContentType="${type}${kind}+xml"/>`
  )
  const defaults = `<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>`
  return `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">${defaults}${overrides.join('')}</Types>`
}

function relations(list: [id: string, kind: string, target: string][]): string {
  const all = list.map(([id, kind, target]) => `<Relationship Id="${id}" Type="${office}/${kind}" Target="${target}"/>`)
  return `<Relationships xmlns="${rels}">${all.join('')}</Relationships>`
}

/** A run; `properties` is the inside of its `w:rPr`. */
export function run(text: string, properties = ''): string {
  return `<w:r>${properties && `<w:rPr>${properties}</w:rPr>`}<w:t xml:space="preserve">${escaped(text)}</w:t></w:r>`
}

/** A paragraph of runs (XML), or of one plain text; `properties` is the inside of its `w:pPr`. */
export function para(content: string, properties = ''): string {
  const runs = content.startsWith('<') || content === '' ? content : run(content)
  return `<w:p>${properties && `<w:pPr>${properties}</w:pPr>`}${runs}</w:p>`
}

/** A paragraph of a list of the numbering part. */
export function item(text: string, numId = 1, level = 0): string {
  return para(text, `<w:numPr><w:ilvl w:val="${level}"/><w:numId w:val="${numId}"/></w:numPr>`)
}

/** A cell; plain text becomes one paragraph. `properties` is the inside of its `w:tcPr`. */
export function cell(content: string, properties = ''): string {
  const blocks = content.startsWith('<') ? content : para(content)
  return `<w:tc>${properties && `<w:tcPr>${properties}</w:tcPr>`}${blocks}</w:tc>`
}

/** A row of cells (XML). `properties` is the inside of its `w:trPr`. */
export function row(cells: string[], properties = ''): string {
  return `<w:tr>${properties && `<w:trPr>${properties}</w:trPr>`}${cells.join('')}</w:tr>`
}

/** A table of rows (XML). */
export function table(...rows: string[]): string {
  return `<w:tbl>${rows.join('')}</w:tbl>`
}

function escaped(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;')
}
