/** By what planlint's own comments in a Word file are known again: their author and their last two lines. */
import {comparable} from './comparable.ts'
import type {Message} from './report.ts'
import type {Comment} from './tree.ts'

export const ownAuthor = 'planlint'

/** A comment of planlint's own, taken apart. */
export interface OwnComment {
  comment: Comment
  ruleId: string
  /** Changes when the words change. */
  reference: string
}

/** What a comment is about: words of one rule, or all of a document for one reason. */
type Subject = Pick<Message, 'ruleId' | 'actual' | 'reason'>

/** The lines that a later run looks for. */
export function closingLines(subject: Subject): [reference: string, rule: string] {
  return [referenceOf(subject), `${ownAuthor}: ${subject.ruleId}`]
}

/** Null if the comment is somebody else's. */
export function ownComment(comment: Comment): OwnComment | null {
  if (comment.author !== ownAuthor) return null
  const lines = comment.lines.filter(line => line !== '')
  const ruleId = /^planlint: ([a-z-]+)$/.exec(lines.at(-1) ?? '')?.[1]
  const reference = /([0-9a-z]+)$/.exec(lines.at(-2) ?? '')?.[1]
  return ruleId && reference ? {comment, ruleId, reference} : null
}

/** Whether a comment, wherever it stands, was made for this finding and its words are the same still. */
export function isAbout({ruleId, reference}: OwnComment, subject: Subject): boolean {
  return ruleId === subject.ruleId && reference === referenceOf(subject)
}

/** Whether two stretches of text share a letter. */
export function touch(a: {start: number; end: number}, b: {start: number; end: number}): boolean {
  return a.start < b.end && b.start < a.end
}

/** A short code for rule and words. */
function referenceOf({ruleId, actual, reason}: Subject): string {
  return hash(`${ruleId}\n${comparable(actual ?? reason)}`)
    .toString(36)
    .padStart(7, '0')
}

/** FNV-1a, 32 bits. */
function hash(text: string): number {
  let value = 0x811c9dc5
  for (let index = 0; index < text.length; index++) value = Math.imul(value ^ text.charCodeAt(index), 0x01000193)
  return value >>> 0
}
