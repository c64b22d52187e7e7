/** The parts that hold comments and say which are resolved: comments go in and out of them. */
import {ownAuthor} from '../../comment-form.ts'
import {child, type XmlElement} from '../../readers/docx/xml.ts'
import {type CommentXml, commentXml, type Look} from './comment-xml.ts'
import {append, extentOf, type Part, remove} from './part.ts'
import {declare, type WordFile} from './package.ts'
import {phrase} from './wording.ts'

const w14 = 'http://schemas.microsoft.com/office/word/2010/wordml'
const w15 = 'http://schemas.microsoft.com/office/word/2012/wordml'
const mc = 'http://schemas.openxmlformats.org/markup-compatibility/2006'

export interface Comments {
  look: Look
  /** Writes a comment of these lines and gives its number. */
  add(lines: readonly string[], date: string, isResolved?: boolean): number
  /** Writes what a person says to a comment that was added. */
  reply(to: number, text: string, date: string): number
  /** Takes a comment out. */
  drop(id: string): void
}

export function commentsIn(file: WordFile): Comments {
  const look = lookOf(file.related('styles')?.root)
  const newParaId = paraIdsIn(file)
  const numbers = numbersIn(file)
  const lastParagraphs = new Map<number, string>()
  const write = (author: string, lines: readonly string[], date: string, thread: string): number => {
    const part = file.relatedOrNew(
      'comments',
      `<w:comments xmlns:w="${file.namespace}" xmlns:w14="${w14}" xmlns:mc="${mc}" mc:Ignorable="w14"/>`
    )
    const extended = file.relatedOrNew('commentsExtended', `<w15:commentsEx xmlns:w15="${w15}" xmlns:mc="${mc}" mc:Ignorable="w15"/>`)
    if (part.changes.length === 0) declare(part, {w14})
    if (extended.changes.length === 0) declare(extended, {w15})
    const declared = part.root.attributes['xmlns:w'] === file.namespace ? '' : ` xmlns:w="${file.namespace}"`
    const id = numbers()
    const paraIds = lines.map(newParaId)
    const comment: CommentXml = {id, author, date, lines, paraIds, look, declared}
    append(part, part.root, commentXml(comment))
    append(extended, extended.root, `<w15:commentEx w15:paraId="${paraIds.at(-1)}" ${thread}/>`)
    lastParagraphs.set(id, paraIds.at(-1) ?? '')
    return id
  }
  return {
    look,
    add: (lines, date, isResolved = false) => write(ownAuthor, lines, date, `w15:done="${isResolved ? 1 : 0}"`),
    reply: (to, text, date) =>
      write(phrase('comments', 'answerer'), [text], date, `w15:paraIdParent="${lastParagraphs.get(to)}" w15:done="1"`),
    drop(id) {
      const part = file.related('comments')
      const gone = part?.root.children.find(({name, attributes}) => name === 'w:comment' && attributes['w:id'] === id)
      if (!part || !gone) return
      remove(part, extentOf(gone))
      const paraId = gone.children.findLast(({name}) => name === 'w:p')?.attributes['w14:paraId']
      const extended = file.related('commentsExtended')
      const entry = extended?.root.children.find(({attributes}) => paraId !== undefined && attributes['w15:paraId'] === paraId)
      if (extended && entry) remove(extended, extentOf(entry))
    }
  }
}

/** Word's own styles for comments, by the name that they have in every language. */
function lookOf(styles: XmlElement | undefined): Look {
  const idOf = (name: string) =>
    styles?.children.find(style => child(style, 'w:name')?.attributes['w:val']?.toLowerCase() === name)?.attributes['w:styleId']
  return {text: idOf('annotation text'), sign: idOf('annotation reference')}
}

/** The next number that no comment has, whether its text is there or only its sign. */
function numbersIn(file: WordFile): () => number {
  const signs = [...file.main.xml.matchAll(/comment(?:RangeStart|RangeEnd|Reference)\b[^>]*?\bid=["'](\d+)["']/g)].map(([, id]) =>
    Number(id)
  )
  const texts = file.related('comments')?.root.children.map(({attributes}) => Number(attributes['w:id'])) ?? []
  let last = Math.max(-1, ...[...signs, ...texts].filter(Number.isFinite))
  return () => ++last
}

/** Paragraphs have eight-digit names, below 80000000, that must differ. */
function paraIdsIn(file: WordFile): () => string {
  const used = new Set<string>()
  for (const part of [file.main, file.related('comments')].filter((one): one is Part => one !== undefined)) {
    for (const [, id] of part.xml.matchAll(/\bparaId="([0-9A-Fa-f]{8})"/g)) used.add((id as string).toUpperCase())
  }
  let last = 0x50400000
  return () => {
    for (;;) {
      const id = (++last).toString(16).toUpperCase()
      if (!used.has(id)) return id
    }
  }
}
