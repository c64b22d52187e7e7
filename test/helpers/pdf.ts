/** Makes real PDF files for tests out of what to draw on each page: the few lines of a file that every reader must understand. */

/** Text at a place in points from the top left corner of the page. */
export interface Drawn {
  x: number
  y: number
  text: string
  size?: number
  bold?: boolean
}

/** A line from one point to another, in points from the top left corner. */
export type Ruled = [x: number, y: number, toX: number, toY: number]

export interface PageOf {
  texts?: readonly Drawn[]
  rules?: readonly Ruled[]
  /** Further operators, as they are. */
  raw?: string
}

export const pageWidth = 595
export const pageHeight = 842

/** The bytes of a PDF with Helvetica, not embedded. `trailer` and `objects` add entries and whole objects, as they are. */
export function pdf(pages: readonly PageOf[], {trailer = '', objects = [] as string[], resources = ''} = {}): Uint8Array {
  const first = 5 + objects.length
  const kids = pages.map((_, index) => `${first + index * 2} 0 R`)
  const all = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    `<< /Type /Pages /Kids [${kids.join(' ')}] /Count ${pages.length} >>`,
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>',
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica-Bold /Encoding /WinAnsiEncoding >>',
    ...objects,
    ...pages.flatMap((page, index) => {
      const content = contentOf(page)
      return [
        `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 ${pageWidth} ${pageHeight}] /Contents ${first + index * 2 + 1} 0 R ` +
          `/Resources << /Font << /F1 3 0 R /F2 4 0 R >> ${resources} >> >>`,
        `<< /Length ${content.length} >>\nstream\n${content}\nendstream`
      ]
    })
  ]
  return bytesOf(all, trailer)
}

function contentOf({texts = [], rules = [], raw = ''}: PageOf): string {
  const lines = rules.map(([x, y, toX, toY]) => `${x} ${pageHeight - y} m ${toX} ${pageHeight - toY} l S`)
  const words = texts.map(({x, y, text, size = 10, bold}) => {
    const shown = text.replace(/[\\()]/g, '\\$&')
    return `BT /${bold ? 'F2' : 'F1'} ${size} Tf ${x} ${pageHeight - y} Td (${shown}) Tj ET`
  })
  return [...lines, ...words, raw].join('\n')
}

function bytesOf(objects: readonly string[], trailer: string): Uint8Array {
  let file = '%PDF-1.7\n'
  const offsets = objects.map((object, index) => {
    const offset = file.length
    file += `${index + 1} 0 obj\n${object}\nendobj\n`
    return String(offset).padStart(10, '0')
  })
  const start = file.length
  file += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${offsets.map(offset => `${offset} 00000 n \n`).join('')}`
  file += `trailer\n<< /Size ${objects.length + 1} /Root 1 0 R ${trailer} >>\nstartxref\n${start}\n%%EOF\n`
  return Uint8Array.from(file, letter => letter.charCodeAt(0))
}

/** Lines of text below one another, from a place down. */
export function lines(x: number, y: number, texts: readonly string[], look: Partial<Drawn> = {}): Drawn[] {
  return texts.map((text, index) => ({x, y: y + index * 12, text, ...look}))
}

/** The lines around the cells of a table. */
export function gridOf(xs: readonly number[], ys: readonly number[]): Ruled[] {
  const [left = 0, right = 0, top = 0, bottom = 0] = [xs[0], xs.at(-1), ys[0], ys.at(-1)]
  return [...ys.map((y): Ruled => [left, y, right, y]), ...xs.map((x): Ruled => [x, top, x, bottom])]
}
