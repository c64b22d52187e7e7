/** The lines of a plain text and what each looks like. */

export interface Line {
  /** Offset of the first letter that is not white space. */
  start: number
  /** Offset after the last letter that is not white space. */
  end: number
  text: string
  /** White space before it, a tab counting as four. */
  indent: number
  marker?: Marker
  /** Begins with a label, such as `Responsible: Mum`, or is one left empty, such as `Timescale:`. */
  label?: 'filled' | 'empty'
  /** Fields between tabs, as offsets, if there are at least three. */
  fields?: [number, number][]
}

/** A number or bullet at the start of a line. */
export interface Marker {
  label: string
  kind: 'number' | 'letter' | 'bullet'
  /** For numbers, the last number of the label. */
  count: number
  /** Dots inside the label: 1 for `2.1`. */
  depth: number
  /** Offset of the first letter after it. */
  content: number
}

/** Neighbouring lines with no blank line between them. */
export type Chunk = Line[]

const lineEnd = /\r\n|[\n\r\f\v\u2028\u2029]/g

/** Splits a text at its blank lines. */
export function chunksOf(text: string): Chunk[] {
  const coded = countsInCodes(text)
  const chunks: Chunk[] = []
  let chunk: Chunk = []
  let from = 0
  const close = () => {
    if (chunk.length > 0) chunks.push(chunk)
    chunk = []
  }
  for (let to = 0; from <= text.length; from = to) {
    lineEnd.lastIndex = from
    const found = lineEnd.exec(text)
    const end = found ? found.index : text.length
    to = found ? end + found[0].length : text.length + 1
    const line = lineAt(text, from, end, coded)
    // A rule with nothing above it divides; it underlines nothing.
    if (line && chunk.length === 1 && isRule(chunk[0])) close()
    if (line) chunk.push(line)
    else close()
  }
  close()
  return chunks
}

function lineAt(source: string, from: number, to: number, coded: boolean): Line | undefined {
  const raw = source.slice(from, to)
  const text = raw.trim()
  if (text === '') return undefined
  const lead = raw.length - raw.trimStart().length
  const start = from + lead
  const indent = raw.slice(0, lead).replace(/\t/g, '    ').length
  const marker = markerAt(text, start, coded)
  const fields = fieldsOf(raw, from)
  const label = labelOf(text)
  return {start, end: start + text.length, text, indent, ...(label && {label}), ...(marker && {marker}), ...(fields && {fields})}
}

const markers: [Marker['kind'], RegExp][] = [
  ['bullet', /^(?:[-*•·▪●○◦‣➢✓–—]|o(?=\t))(?=[ \t])/],
  ['bullet', /^[•·▪●➢](?=\S)/],
  ['number', /^\(?\d{1,2}(?:\.\d{1,2})*(?:[.)](?=[ \t]|\p{Lu})|(?<=\.\d{1,2})(?=[ \t]+\p{Lu}))/u],
  ['letter', /^(?:\(?[a-z]\)|[a-z]\.|\(?[ivx]{1,4}[.)])(?=[ \t])/]
]

/** `A1`, `B2.`, `C3)`: a letter for the need and a number for the task. */
const code = /^\(?[A-Z]\d{1,2}(?:\.\d{1,2})?(?:[.):](?=[ \t])|(?=[ \t]+\p{Lu}))/u

/** Whether lines of a text are counted so: a first and a second at least, since one alone may be a road or a size of paper. */
function countsInCodes(text: string): boolean {
  return /^[ \t]*\(?([A-Z])1(?!\d)[.):]?[ \t]+\p{Lu}[\s\S]*?^[ \t]*\(?\1[.-]?2(?!\d)[.):]?[ \t]+\p{Lu}/mu.test(text)
}

function markerAt(text: string, start: number, coded: boolean): Marker | undefined {
  for (const [kind, pattern] of coded ? [...markers, ['number', code] as const] : markers) {
    const label = pattern.exec(text)?.[0]
    if (label === undefined) continue
    const rest = text.slice(label.length)
    const content = start + text.length - rest.trimStart().length
    if (rest.trim() === '') return undefined
    return {
      label,
      kind,
      count: Number(/(\d+)\D*$/.exec(label)?.[1] ?? 0),
      depth: label.split('.').length - (label.endsWith('.') ? 2 : 1),
      content
    }
  }
  return undefined
}

/** One to five words and a colon, then something or nothing. */
function labelOf(text: string): Line['label'] {
  const label =
    /^\p{L}[\p{L}\p{N}'’/&().,-]*(?: [\p{L}\p{N}'’/&().,-]+){0,4} ?:(?=\s|$)/u.exec(text)?.[0] ??
    /^\p{Lu}[^:.!?\t]{2,60}:(?=\t)/u.exec(text)?.[0]
  if (label === undefined || /[.,]\s/.test(label)) return undefined
  if (label.length < text.length) return 'filled'
  return /^\p{Lu}/u.test(text) ? 'empty' : undefined
}

function fieldsOf(raw: string, from: number): [number, number][] | undefined {
  if ((raw.match(/\t/g)?.length ?? 0) < 2) return undefined
  // Text that is only indented has one field; a row whose first cells are blank has more.
  if (raw.startsWith('\t') && raw.split('\t').filter(field => field.trim()).length < 2) return undefined
  let at = from
  return raw.split('\t').map((field): [number, number] => {
    const start = at + field.length - field.trimStart().length
    at += field.length + 1
    return [start, Math.max(start, start + field.trim().length)]
  })
}

/** A line of dashes or the like, which underlines a heading or divides. */
export function isRule(line: Line | undefined): boolean {
  return line !== undefined && /^([-=_*~])\1{2,}$/.test(line.text)
}

/**
 * The width at which the writer's program wrapped lines, in letters, or undefined if lines are not wrapped: the longest line that goes on
 * in a next one, unless lines are so long that only real ends end them.
 */
export function wrapWidth(chunks: Chunk[]): number | undefined {
  const lengths: number[] = []
  for (const chunk of chunks) {
    for (let index = 0; index + 1 < chunk.length; index++) {
      const line = chunk[index] as Line
      const length = line.indent + line.text.length
      if (length >= 40 && !chunk[index + 1]?.marker && !chunk[index + 1]?.label) lengths.push(length)
    }
  }
  const usual = lengths.filter(length => length <= 110)
  return usual.length === 0 ? undefined : Math.max(...usual.sort((a, b) => a - b).slice(0, Math.max(1, Math.ceil(usual.length * 0.98))))
}

/** How two neighbouring lines of one paragraph meet: the writer's program wrapped them, or the writer ended the line. */
export function isWrapped(line: Line, next: Line, width: number | undefined): boolean {
  if (next.label) return false
  if (/^\p{Ll}/u.test(next.text) && line.text.length >= 20 && !/[.!?:]$/.test(line.text)) return true
  if (width === undefined) return false
  const word = /^\S+/.exec(next.text)?.[0].length ?? 0
  return line.indent + line.text.length + 1 + word > width * 0.85
}
