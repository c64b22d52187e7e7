/** A comment as XML: what, why, what to ask or write instead, and by what planlint knows it again. */
import {closingLines, ownAuthor} from '../../comment-form.ts'
import type {Message} from '../../report.ts'
import type {Reason} from './anchors.ts'
import {phrase} from './wording.ts'

export interface Look {
  /** Style of a comment's paragraphs, and of the sign in the text that leads to it, where the file has them. */
  text: string | undefined
  sign: string | undefined
}

/** Lines of the comment on a finding. The last two are small print. */
export function linesOf(message: Message, reason: Reason | null, isSuggested: boolean): string[] {
  const {severity, expected, note} = message
  const [reference, rule] = closingLines(message)
  const words = (message.actual ?? '').replace(/\s+/g, ' ').trim()
  const fresh = expected.filter(answer => !message.reason.includes(answer))
  return [
    sentence(phrase('comments', severity, {reason: message.reason})),
    firstSentence(note),
    ...(fresh.length > 0 ? [sentence(phrase('comments', fresh.length > 1 ? 'several' : 'one', {expected: fresh.join('; ')}))] : []),
    ...(reason ? [phrase('comments', reason, {words})] : []),
    ...(isSuggested ? [phrase('comments', 'suggestion')] : []),
    phrase('comments', 'reference', {reference}),
    rule
  ]
}

/** Whether a comment says that a change is marked. */
export function saysSuggested(lines: readonly string[]): boolean {
  return lines.includes(phrase('comments', 'suggestion'))
}

function sentence(text: string): string {
  return /[.?!]$/.test(text) ? text : `${text}.`
}

function firstSentence(note: string): string {
  return /^.+?[.!?](?=\s|$)/s.exec(note.trim())?.[0] ?? note
}

export interface CommentXml {
  id: number
  author: string
  date: string
  lines: readonly string[]
  /** One for each line. */
  paraIds: readonly string[]
  look: Look
  /** Attributes that declare prefixes. */
  declared: string
}

export function commentXml({id, author, date, lines, paraIds, look, declared}: CommentXml): string {
  const style = look.text ? `<w:pPr><w:pStyle w:val="${look.text}"/></w:pPr>` : ''
  const paragraphs = lines.map((line, index) => {
    const mark = index === 0 ? `<w:r>${signLook(look)}<w:annotationRef/></w:r>` : ''
    const small = author === ownAuthor && index >= lines.length - 2 ? '<w:rPr><w:color w:val="595959"/><w:sz w:val="16"/></w:rPr>' : ''
    const text = `<w:r>${small}<w:t xml:space="preserve">${escaped(line)}</w:t></w:r>`
    return `<w:p w14:paraId="${paraIds[index]}" w14:textId="77777777">${style}${mark}${text}</w:p>`
  })
  const initials = author === ownAuthor ? 'pl' : author.slice(0, 1)
  return `<w:comment${declared} w:id="${id}" w:author="${escaped(author)}" w:date="${date}" w:initials="${initials}">${paragraphs.join('')}</w:comment>`
}

/** The run in the text that leads to a comment. */
export function signXml(id: number, look: Look, declared: string): string {
  return `<w:r${declared}>${signLook(look)}<w:commentReference w:id="${id}"/></w:r>`
}

function signLook({sign}: Look): string {
  return `<w:rPr>${sign ? `<w:rStyle w:val="${sign}"/>` : '<w:sz w:val="16"/><w:szCs w:val="16"/>'}</w:rPr>`
}

/** Text for XML; what XML cannot hold is left out. */
export function escaped(text: string): string {
  return text
    .replace(/[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]/g, '')
    .replace(/&/g, '&amp;')
    .replace(/</g, '&lt;')
    .replace(/>/g, '&gt;')
    .replace(/"/g, '&quot;')
}
