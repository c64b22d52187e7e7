/** Reports on any words of a document, so that comments can be tried without asking a rule. */
import {type Document, type DocumentReport, lintDocument, type Message} from '../../src/index.ts'

/** A finding on these offsets of the text; on the whole document without them. */
export function messageOn(document: Document, range?: {start: number; end: number}, changes: Partial<Message> = {}): Message {
  const point = (offset: number) => ({line: 1, column: offset + 1, offset})
  return {
    ruleId: 'vague-wording',
    severity: 'warning',
    reason: 'Nobody could say whether this had happened',
    actual: range ? document.text.slice(range.start, range.end) : null,
    expected: ['Say what would be seen'],
    replacement: null,
    child: null,
    place: range ? {start: point(range.start), end: point(range.end)} : null,
    location: '',
    note: 'A parent cannot do what nobody can see. Really.',
    url: '',
    ...changes
  }
}

/** A finding on words that stand in the text once. */
export function messageOnWords(document: Document, words: string, changes: Partial<Message> = {}): Message {
  const start = document.text.indexOf(words)
  if (start < 0 || document.text.includes(words, start + 1)) throw new Error(`“${words}” does not stand once in: ${document.text}`)
  return messageOn(document, {start, end: start + words.length}, changes)
}

export function reportOn(document: Document, messages: Message[]): DocumentReport {
  return {...lintDocument(document, 'plan.docx'), messages}
}
