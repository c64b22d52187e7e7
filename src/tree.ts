/**
 * The tree every reader returns: mdast, with a few additions kept in `data`. After this no file format is visible.
 *
 * - `root.children`: `heading`, `paragraph`, `list`, `table`, `blockquote`, and `html` (only planlint's own comments).
 * - Text is cut into `text` nodes so that each is either a letter for letter copy of its source (`value.length` equals the length of
 *   its position) or one indivisible piece (an entity, a joined line break): then the whole node maps to the whole position.
 * - `break` marks a line break inside a paragraph (`<br>`, `w:br`, a label line); the model decides what it means.
 * - A `tableCell` holds block content (`paragraph`, `list`, nested `table`), unlike plain mdast.
 */
import type {Heading, Paragraph, Root, RootContent, TableCell} from 'mdast'

/** Where a piece of text stands in a Word package. */
export interface WordPlace {
  /** Path of the part inside the package, such as `word/document.xml`. */
  part: string
  /** Index of the `w:p` in that part, in document order, from 0. */
  paragraph: number
  /** Index of the `w:r` in that paragraph, in document order, from 0. */
  run: number
  /** Offset in the text of that run, in UTF-16 code units, from 0. */
  offset: number
}

/** Where a piece of text stands in a PDF. */
export interface PdfPlace {
  /** Number of the page, from 1. */
  page: number
  /** The space it takes up, in points (72 an inch) from the top left corner of the page as it is shown. */
  box: {left: number; top: number; right: number; bottom: number}
}

/** Where a cell stands in its table's grid, after merged cells are laid out. All from 0. */
export interface CellPlace {
  row: number
  column: number
  rowSpan: number
  colSpan: number
  /** The source says that this is a heading cell (`th`, a repeated header row in Word, the first row of a Markdown table). */
  header?: boolean
}

declare module 'mdast' {
  interface RootData {
    /** Title from the file's own properties (HTML `<title>`), if any. Never linted. */
    title?: string
    /** Some table of a PDF has no lines around its cells: which words stand in which cell was told from where they stand. */
    guessed?: true
  }
  interface TextData {
    place?: WordPlace
    /** Set on the text of a PDF. */
    onPage?: PdfPlace
    /** Set on a check box glyph. */
    checked?: boolean
  }
  interface HeadingData {
    /** What makes this a heading: a named style or tag, or only its look. */
    origin?: 'style' | 'look'
  }
  interface ParagraphData {
    /** Set where the text is not in the flow of the document. */
    margin?: 'page-header' | 'page-footer' | 'footnote' | 'text-box'
    /** The name of the table that comes next. */
    caption?: true
  }
  interface ListItemData {
    /** The number or bullet a reader sees, such as `2.` or `b)`. */
    label?: string
  }
  interface TableData {
    /** `definitions`: label and value pairs (an HTML `dl`), two columns, no heading row. */
    kind?: 'grid' | 'definitions'
  }
  interface TableCellData {
    cell?: CellPlace
  }
}

export type Format = 'docx' | 'markdown' | 'html' | 'text' | 'pdf'

/** A comment in the margin of a Word file, with its thread. */
export interface Comment {
  /** As in the file; a string of digits. */
  id: string
  author: string
  /** One line a paragraph. */
  lines: string[]
  /** The words it is about: offsets in the document's text. Null where none of them is left. */
  range: {start: number; end: number} | null
  replies: {author: string; text: string}[]
  resolved: boolean
}

/** What a reader hands on. */
export interface Document {
  format: Format
  tree: Root
  /**
   * The text that every offset, line and column counts in: the file's own text for Markdown, HTML and plain text; for Word a plain text
   * with one block a line and cells one after the other.
   */
  text: string
  /** Comments on the main text of a Word file, in the order of the file. */
  comments?: readonly Comment[]
}

/** The block content of a cell: readers put paragraphs, lists and tables there. */
export function cellContent(cell: TableCell): RootContent[] {
  return cell.children as unknown as RootContent[]
}

/** The heading a reader takes for the title: the first one, or the first line of the text if there is none. */
export function titleOf({children}: Root): Heading | Paragraph | null {
  const first = (fits: (node: RootContent) => boolean) => children.find(fits) as Heading | Paragraph | undefined
  return first(({type}) => type === 'heading') ?? first(node => node.type === 'paragraph' && !node.data?.margin) ?? null
}

export type ReadErrorCode =
  | 'encrypted'
  | 'legacy-doc'
  | 'rtf'
  | 'odt'
  | 'pdf'
  | 'damaged'
  | 'hostile'
  | 'empty'
  | 'image-only'
  | 'not-a-document'
  | 'unreadable'
  | 'signed'
  | 'not-writable'
  | 'internal'
  | 'time'
  | 'memory'
  | 'size'
  | 'crashed'

/** A file that cannot be read, or not be written into. `message` is one plain sentence that tells the user what to do. */
export class ReadError extends Error {
  readonly code: ReadErrorCode
  constructor(code: ReadErrorCode, message: string) {
    super(message)
    this.name = 'ReadError'
    this.code = code
  }
}
