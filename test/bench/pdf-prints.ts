/** PDF files of the corpus as LibreOffice and Chromium make them, in several looks. Made once and kept in a folder outside the repository. */
import {execFileSync} from 'node:child_process'
import {existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync} from 'node:fs'
import {basename, extname, join} from 'node:path'
import {strFromU8, strToU8, unzipSync, zipSync} from 'fflate'
import mammoth from 'mammoth'
import {micromark} from 'micromark'
import {gfm, gfmHtml} from 'micromark-extension-gfm'
import {allLayouts} from '../helpers/all-layouts.ts'
import {cell, row, table} from '../helpers/docx.ts'
import {heading, html, word} from '../helpers/layout-frames.ts'
import {type SeededPlan, seededPlan} from '../helpers/plans.ts'

/** One document in one look: what planlint reads in the original must be what it reads in the print. */
export interface Print {
  name: string
  look: string
  original: Uint8Array
  /** Name of the original with its ending. */
  file: string
  pdf: string
}

interface Source {
  name: string
  file: string
  bytes: Uint8Array
}

const corpus = new URL('../../corpus/', import.meta.url).pathname

/** The documents of the corpus with one of these endings. */
function sourcesWith(...endings: string[]): Source[] {
  return readdirSync(corpus, {recursive: true, encoding: 'utf8'})
    .filter(path => endings.includes(extname(path)) && !path.endsWith('README.md') && !path.includes('second-reader'))
    .sort()
    .map(path => ({name: basename(path, extname(path)), file: basename(path), bytes: new Uint8Array(readFileSync(join(corpus, path)))}))
}

/** A Word file as a page: what a case system that keeps its forms as HTML would print. */
async function asPage({name, bytes}: Source): Promise<Source> {
  const {value} = await mammoth.convertToHtml({buffer: Buffer.from(bytes)})
  const page = `<!DOCTYPE html><html><head><meta charset="utf-8"></head><body>${value}</body></html>`
  return {name, file: `${name}.html`, bytes: strToU8(page)}
}

/** A seeded plan in every layout that can be a page. */
function layoutsOf(seed: number): Source[] {
  const pages = allLayouts.filter(({file}) => /\.(?:html|md)$/.test(file))
  return pages.map(({file, bytes}) => ({name: `layout-${file.replace('.', '-')}`, file, bytes: bytes(seededPlan(seed), seed)}))
}

/** All prints; what is not in the folder yet is made. */
export async function printsIn(folder: string): Promise<Print[]> {
  const documents = sourcesWith('.docx')
  const pages = sourcesWith('.html', '.md')
  const long = [1, 2, 3, 4, 5, 6, 7, 8].map(longPlan)
  return [
    ...byWriter(folder, 'word', documents, bytes => bytes),
    ...byWriter(folder, 'word-bare', documents, bytes => withTableLines(bytes, '')),
    ...byWriter(folder, 'word-across', documents, bytes => withTableLines(bytes, across)),
    ...byWriter(folder, 'long-word-bare', long.map(longDocument), bytes => bytes),
    ...byWriter(folder, 'long-word-across', long.map(longDocument), bytes => withTableLines(bytes, across)),
    ...byBrowser(
      folder,
      'html',
      pages.filter(({file}) => file.endsWith('.html')),
      ''
    ),
    ...Object.entries(looks).flatMap(([look, style]) => byBrowser(folder, look, pages, style)),
    ...byBrowser(folder, 'word-pages', await Promise.all(documents.map(asPage)), `${plainPage} ${looks.bordered}`),
    ...Object.entries(looks).flatMap(([look, style], index) =>
      byBrowser(folder, `layout-${look}`, layoutsOf(61 + index), `${plainPage} ${style}`)
    ),
    ...Object.entries(looks).flatMap(([look, style]) => byBrowser(folder, `long-${look}`, long.map(longPage), landscape + style))
  ]
}

const looks = {
  bordered: 'table{border-collapse:collapse} td,th{border:1px solid #888!important;padding:4px 6px;vertical-align:top;text-align:left}',
  borderless: 'table{border-collapse:collapse} td,th{border:none!important;padding:4px 8px;vertical-align:top;text-align:left}',
  zebra:
    'table{border-collapse:collapse;-webkit-print-color-adjust:exact} td,th{border:none!important;padding:5px 8px;vertical-align:top;' +
    'text-align:left} th{background:#dde5ee} tr:nth-child(even) td{background:#f1f4f7}'
}
const landscape = '@page{size:A4 landscape;margin:15mm} body{font:10pt Arial,sans-serif} table{width:100%} tr{break-inside:auto} '
const plainPage = 'body{font:11pt Arial,sans-serif}'

function byBrowser(folder: string, look: string, sources: readonly Source[], style: string): Print[] {
  mkdirSync(join(folder, look), {recursive: true})
  return sources.map(({name, file, bytes}) => {
    const pdf = join(folder, look, `${name}.pdf`)
    if (!existsSync(pdf)) {
      const page = join(folder, look, `${name}.html`)
      writeFileSync(page, pageOf(strFromU8(bytes), file.endsWith('.md'), style))
      execFileSync(
        'chromium',
        [...chromiumFlags, `--user-data-dir=${join(folder, 'browser')}`, `--print-to-pdf=${pdf}`, `file://${page}`],
        {
          stdio: 'ignore'
        }
      )
    }
    return {name, look, original: bytes, file, pdf}
  })
}

const chromiumFlags = [
  ...['--headless', '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking'],
  ...['--disable-component-update', '--disable-sync', '--no-pdf-header-footer']
]

function pageOf(text: string, isMarkdown: boolean, style: string): string {
  if (!isMarkdown) return style ? text.replace(/<\/head>/i, `<style>${style}</style></head>`) : text
  const body = micromark(text, {extensions: [gfm()], htmlExtensions: [gfmHtml()], allowDangerousHtml: true})
  return `<!DOCTYPE html><html><head><meta charset="utf-8"><style>${plainPage} ${style}</style></head><body>${body}</body></html>`
}

function byWriter(folder: string, look: string, sources: readonly Source[], change: (bytes: Uint8Array) => Uint8Array): Print[] {
  mkdirSync(join(folder, look), {recursive: true})
  const prints = sources.map(({name, file, bytes}) => ({name, look, original: bytes, file, pdf: join(folder, look, `${name}.pdf`)}))
  const fresh = prints.filter(({pdf}) => !existsSync(pdf))
  const files = fresh.map(({name, original}) => {
    const path = join(folder, look, `${name}.docx`)
    writeFileSync(path, change(original))
    return path
  })
  if (files.length > 0)
    execFileSync(
      'soffice',
      [
        '--headless',
        `-env:UserInstallation=file://${join(folder, 'writer')}`,
        '--convert-to',
        'pdf',
        '--outdir',
        join(folder, look),
        ...files
      ],
      {stdio: 'ignore'}
    )
  // LibreOffice says nothing with its exit code.
  for (const {pdf} of fresh) if (!existsSync(pdf)) throw new Error(`LibreOffice did not make ${pdf}`)
  return prints
}

const across = '<w:top w:val="single" w:sz="4"/><w:bottom w:val="single" w:sz="4"/><w:insideH w:val="single" w:sz="4"/>'

/** A Word file whose tables have these lines and no others. */
function withTableLines(bytes: Uint8Array, lines: string): Uint8Array {
  const parts = unzipSync(bytes)
  for (const [path, part] of Object.entries(parts)) {
    if (!/^word\/[^/]+\.xml$/.test(path)) continue
    const xml = strFromU8(part)
      .replace(/<w:(tblBorders|tcBorders)(?:\/>|>.*?<\/w:\1>)/gs, '')
      .replace(/<w:tblStyle [^>]*\/>/g, '')
    const bordered = xml.replace(/<w:tblPr(?:\/>|>(.*?)<\/w:tblPr>)/gs, (_, inside = '') => tableProperties(String(inside), lines))
    parts[path] = strToU8(bordered)
  }
  return zipSync(parts)
}

/** In the order that the schema asks for: borders come before layout, margins and look. */
function tableProperties(inside: string, lines: string): string {
  const at = inside.search(/<w:(?:shd|tblLayout|tblCellMar|tblLook|tblCaption)\b/)
  const [before, after] = at < 0 ? [inside, ''] : [inside.slice(0, at), inside.slice(at)]
  return `<w:tblPr>${before}${lines && `<w:tblBorders>${lines}</w:tblBorders>`}${after}</w:tblPr>`
}

/** Several seeded plans as one, so that its table runs over pages. */
function longPlan(seed: number): {name: string; plan: SeededPlan} {
  const plans = [0, 1, 2].map(step => seededPlan(seed * 100 + step))
  const first = plans[0] as SeededPlan
  return {name: `long-${seed}`, plan: {...first, needs: plans.flatMap(({needs}) => needs)}}
}

type LongPlan = ReturnType<typeof longPlan>

const titles = ['What are we worried about?', 'What will be different for the child?', 'What needs to happen?', 'Who', 'By when']
const rowsOf = ({needs}: SeededPlan) =>
  needs.flatMap(({worry, outcome, actions}) => actions.map(({text, owner, when}) => [worry, outcome, text, owner, when]))

function longPage({name, plan}: LongPlan): Source {
  const cells = (tag: string, texts: readonly string[]) => `<tr>${texts.map(text => `<${tag}>${text}</${tag}>`).join('')}</tr>`
  const rows = rowsOf(plan).map(row => cells('td', row))
  const table = `<h2>The plan</h2><table><thead>${cells('th', titles)}</thead><tbody>${rows.join('')}</tbody></table>`
  return {name, file: `${name}.html`, bytes: html(plan, table)}
}

const widths = [3200, 3200, 4400, 1600, 1600]

function longDocument({name, plan}: LongPlan): Source {
  const cells = (texts: readonly string[]) => texts.map((text, column) => cell(text, `<w:tcW w:w="${widths[column]}" w:type="dxa"/>`))
  const grid = `<w:tblGrid>${widths.map(width => `<w:gridCol w:w="${width}"/>`).join('')}</w:tblGrid>`
  const rows = [row(cells(titles), '<w:tblHeader/>'), ...rowsOf(plan).map(texts => row(cells(texts)))]
  const needs =
    heading('The plan') + table(`<w:tblPr><w:tblW w:w="14000" w:type="dxa"/><w:tblLayout w:type="fixed"/></w:tblPr>${grid}`, ...rows)
  const parts = unzipSync(word(plan, needs))
  const body = strFromU8(parts['word/document.xml'] as Uint8Array)
  const page =
    '<w:sectPr><w:pgSz w:w="16838" w:h="11906" w:orient="landscape"/><w:pgMar w:top="850" w:right="850" w:bottom="850" w:left="850"/>'
  const whole = {...parts, '[Content_Types].xml': strToU8(contentTypes), 'word/document.xml': strToU8(body.replace('<w:sectPr>', page))}
  return {name, file: `${name}.docx`, bytes: zipSync(whole)}
}

/** LibreOffice asks for more than our own reader does. */
const contentTypes =
  '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ' +
  'ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/word/document.xml" ' +
  'ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>'
