/** A Word package (.docx, .docm, .dotx) -> tree. */
import type {Root} from 'mdast'
import type {Document} from '../tree.ts'
import {paragraphsIn, type WordBlock, type WordParagraph} from './docx/blocks.ts'
import {commentsOf} from './docx/comments.ts'
import {Composer} from './docx/compose.ts'
import {newLabels, readNumbering} from './docx/numbering.ts'
import {openPackage, type Relation, type WordPackage} from './docx/package.ts'
import {inMargin, type PartReader, partReader, readBlocks} from './docx/part.ts'
import {readStyles} from './docx/styles.ts'
import {child, type XmlElement} from './docx/xml.ts'
import {refusal} from './errors.ts'
import {textOf} from './inline.ts'
import {promoteHeadings} from './look.ts'

/** Reads the bytes of a zip. Throws a ReadError if it is damaged, hostile, not Word, empty, or only pictures. */
export function readDocx(bytes: Uint8Array): Document {
  const source = openPackage(bytes)
  const relations = source.relations(source.main)
  const partOf = (kind: string) => {
    const path = [...relations.values()].find(relation => relation.kind === kind)?.path
    return path === undefined ? undefined : source.part(path)
  }
  const styles = readStyles(partOf('styles'))
  const main = source.part(source.main)
  const body = child(main?.children[0], 'w:body')
  if (!main || !body) throw refusal('damaged')
  const numberings = readNumbering(partOf('numbering'))
  const newReader = (path: string) => partReader(path, styles, newLabels(numberings))
  const reader = newReader(source.main)
  const blocks = readBlocks(body, reader)
  if (paragraphsIn(blocks).length === 0) throw refusal(reader.pictures > 0 ? 'imageOnly' : 'empty')
  const notes = notesOf(reader, partOf, relations, newReader)
  const composer = new Composer()
  const at = {start: {line: 1, column: 1, offset: 0}}
  const margin = (kind: 'header' | 'footer') => composer.blocks(marginOf(kind, source, body, relations, newReader))
  const children = [...margin('header'), ...promoteHeadings(composer.blocks(blocks)), ...composer.blocks(notes), ...margin('footer')]
  const end = children.at(-1)?.position?.end ?? at.start
  const tree: Root = {type: 'root', children, position: {...at, end}}
  const comments = partOf('comments')
  return {
    format: 'docx',
    text: composer.text(),
    tree,
    ...(comments && {comments: commentsOf({main, path: source.main, comments, extended: partOf('commentsExtended')}, tree)})
  }
}

type Readers = (path: string) => PartReader

/** Headers or footers that the sections use; a line that several of them share comes once. */
function marginOf(
  kind: 'header' | 'footer',
  source: WordPackage,
  body: XmlElement,
  relations: Map<string, Relation>,
  readers: Readers
): WordBlock[] {
  const references = sectionsIn(body).flatMap(({children}) => children.filter(({name}) => name === `w:${kind}Reference`))
  const paths = references.map(reference => relations.get(reference.attributes['r:id'] ?? '')?.path)
  const seen = new Set<string>()
  const lines: WordParagraph[] = []
  for (const path of new Set(paths)) {
    const root = path === undefined ? undefined : source.part(path)?.children[0]
    if (!root || path === undefined) continue
    for (const line of inMargin(readBlocks(root, readers(path)), kind === 'header' ? 'page-header' : 'page-footer')) {
      const text = textOf(line.pieces)
      if (!seen.has(text)) lines.push(line)
      seen.add(text)
    }
  }
  return lines
}

/** The properties of all sections: each stands in its last paragraph, those of the last section at the end of the body. */
function sectionsIn(body: XmlElement): XmlElement[] {
  return body.children.flatMap(node => (node.name === 'w:sectPr' ? node : (child(child(node, 'w:pPr'), 'w:sectPr') ?? [])))
}

/** The notes that the text refers to, in its order. */
function notesOf(
  reader: PartReader,
  partOf: (kind: string) => XmlElement | undefined,
  relations: Map<string, Relation>,
  readers: Readers
): WordBlock[] {
  const found: WordBlock[] = []
  for (const kind of ['footnotes', 'endnotes'] as const) {
    const wanted = reader.notes.filter(note => note.kind === kind)
    const path = [...relations.values()].find(relation => relation.kind === kind)?.path
    if (wanted.length === 0 || path === undefined) continue
    const notes = partOf(kind)?.children[0]?.children ?? []
    const own = readers(path)
    for (const {id} of wanted) {
      const note = notes.find(({attributes}) => attributes['w:id'] === id)
      if (note) found.push(...inMargin(readBlocks(note, own), 'footnote'))
    }
  }
  return found
}
