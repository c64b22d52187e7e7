/** A comparison as a Word file: plain headings and tables, made to fit a page, for the papers of a meeting. */
import type {FileChild, IParagraphOptions} from 'docx'
import {visible} from '../visible.ts'
import {type AnyChange, type AnyComparison, type Group, type Page, pageOf, type Part, words} from './page.ts'
import {labelsOf} from './terminal.ts'
import wording from './wording.json' with {type: 'json'}

type Docx = typeof import('docx')

const font = 'Arial'
/** In half points. */
const small = 18
const margin = 800

export async function comparisonDocx(comparison: AnyComparison): Promise<Uint8Array> {
  const docx = await import('docx')
  const page = pageOf(comparison)
  const writer = new Writer(docx, comparison)
  const document = new docx.Document({
    title: page.title,
    creator: 'planlint',
    styles: {
      default: {
        document: {run: {font, size: small}, paragraph: {spacing: {after: 60}}},
        heading1: {run: {font, size: 30, bold: true, color: '000000'}, paragraph: {spacing: {after: 40}}},
        heading2: {run: {font, size: 23, bold: true, color: '000000'}, paragraph: {spacing: {before: 160, after: 40}}},
        heading3: {run: {font, size: 20, bold: true, color: '000000'}, paragraph: {spacing: {before: 100, after: 20}}}
      }
    },
    sections: [
      {
        properties: {page: {size: {width: 11906, height: 16838}, margin: {top: margin, bottom: margin, left: margin, right: margin}}},
        children: writer.blocksOf(page)
      }
    ]
  })
  return new Uint8Array(await docx.Packer.toArrayBuffer(document))
}

/** Makes the parts of the file; holds only the library that was loaded and the comparison. */
class Writer {
  private readonly docx: Docx
  private readonly comparison: AnyComparison

  constructor(docx: Docx, comparison: AnyComparison) {
    this.docx = docx
    this.comparison = comparison
  }

  blocksOf({title, lead, tally, nothing, notes, parts}: Page): FileChild[] {
    const {HeadingLevel} = this.docx
    const blocks: FileChild[] = [this.paragraph(title, {heading: HeadingLevel.HEADING_1}), this.paragraph(`${lead}.`)]
    if (tally) blocks.push(this.paragraph(tally))
    if (nothing) blocks.push(this.paragraph(nothing))
    for (const note of notes) blocks.push(this.paragraph(`${wording.notes}: ${note}`))
    for (const part of parts) blocks.push(this.paragraph(part.title, {heading: HeadingLevel.HEADING_2}), ...this.partBlocks(part))
    blocks.push(this.paragraph(wording.trust, {spacing: {before: 200}}))
    return blocks
  }

  private partBlocks({id, groups}: Part): FileChild[] {
    if (id === 'know') return groups.flatMap(({changes}) => changes.map(change => this.fact(change)))
    if (id === 'carried' || id === 'done')
      return groups.flatMap(({changes}) => changes.map(change => this.paragraph(lineOf(change), {bullet: {level: 0}})))
    return groups.flatMap(group => this.groupBlocks(group))
  }

  private groupBlocks({title, changes, reason, ask}: Group): FileChild[] {
    const blocks: FileChild[] = [this.paragraph(title, {heading: this.docx.HeadingLevel.HEADING_3, keepNext: true})]
    if (reason) blocks.push(this.paragraph(`${reason}.`, {keepNext: true}))
    const two = changes.filter(({before, after}) => before && after)
    if (two.length > 0) blocks.push(this.table(two, reason === null))
    for (const change of changes.filter(({before, after}) => !before || !after)) {
      const text = words(change.before ?? change.after)
      blocks.push(
        this.paragraph([text && `“${text}”`, reason === null && `${visible(change.reason)}.`].filter(Boolean).join(' '), {
          indent: {left: 200}
        })
      )
    }
    const asks = ask ? [ask] : [...new Set(changes.map(change => visible(change.ask)))].filter(Boolean)
    for (const text of asks) blocks.push(this.bold(text, {spacing: {before: 60}}))
    return blocks
  }

  private table(changes: readonly AnyChange[], saysReason: boolean): FileChild {
    const {Table, TableRow, WidthType} = this.docx
    const [first, second] = labelsOf(changes[0] as AnyChange, this.comparison)
    const names = [first, second, ...(saysReason ? [wording.columns.about] : [])]
    const head = new TableRow({tableHeader: true, children: names.map(name => this.cell(name, true))})
    const rows = changes.map(change => {
      const cells = [words(change.before) ?? '', words(change.after) ?? '']
      return new TableRow({
        cantSplit: true,
        children: [...cells, ...(saysReason ? [visible(change.reason)] : [])].map(text => this.cell(text, false))
      })
    })
    return new Table({
      width: {size: 100, type: WidthType.PERCENTAGE},
      columnWidths: names.map(() => Math.floor(10300 / names.length)),
      rows: [head, ...rows]
    })
  }

  private cell(text: string, isHead: boolean): InstanceType<Docx['TableCell']> {
    const {TableCell} = this.docx
    return new TableCell({
      margins: {top: 30, bottom: 30, left: 80, right: 80},
      shading: isHead ? {fill: 'E8E8EC'} : undefined,
      children: [isHead ? this.bold(text) : this.paragraph(text)]
    })
  }

  /** A sentence and its question. */
  private fact({reason, ask}: AnyChange): InstanceType<Docx['Paragraph']> {
    const {Paragraph, TextRun} = this.docx
    return new Paragraph({
      bullet: {level: 0},
      children: [new TextRun(`${visible(reason)}. `), new TextRun({text: visible(ask), bold: true})]
    })
  }

  private paragraph(text: string, options: IParagraphOptions = {}): InstanceType<Docx['Paragraph']> {
    return new this.docx.Paragraph({...options, children: [new this.docx.TextRun(text)]})
  }

  private bold(text: string, options: IParagraphOptions = {}): InstanceType<Docx['Paragraph']> {
    return new this.docx.Paragraph({...options, children: [new this.docx.TextRun({text, bold: true})]})
  }
}

function lineOf(change: AnyChange): string {
  if (change.kind !== 'done') return words(change.after) ?? ''
  const said = words(change.after)
  return `${words(change.before) ?? ''}${said ? ` (${said})` : ''}`
}
