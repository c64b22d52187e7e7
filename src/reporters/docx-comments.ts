/** A copy of a Word file with a comment in the margin for each finding, on the very words that it is about. */
import {isAbout, type OwnComment, ownComment, touch} from '../comment-form.ts'
import type {XmlElement} from '../readers/docx/xml.ts'
import type {DocumentReport, Message, Overview} from '../report.ts'
import {type Document, ReadError} from '../tree.ts'
import {type Anchor, type AnchorFinder, anchorsIn} from './docx-comments/anchors.ts'
import {linesOf, saysSuggested, signXml} from './docx-comments/comment-xml.ts'
import {type Cuts, cutsIn} from './docx-comments/cuts.ts'
import {openWordFile, protectionOf, type WordFile} from './docx-comments/package.ts'
import {extentOf, insert, type Part, remove} from './docx-comments/part.ts'
import {type Suggester, suggesterIn, waitingSuggestions} from './docx-comments/suggestions.ts'
import {headingsOf, pageOf, putSummary} from './docx-comments/summary-page.ts'
import {type Comments, commentsIn} from './docx-comments/thread.ts'

export interface CopySettings {
  /** When the comments are said to have been written, such as `2026-03-04T09:30:00Z`. */
  date: string
  /** Writes comments on errors only. What is there of other weights stays. */
  errorsOnly?: boolean
  /** Marks changes of words where a message has a safe replacement. */
  suggest?: boolean
  /** Puts a page in front that sums the document up, in place of one of an earlier run. */
  summary?: Overview
  /** Findings that somebody has put aside, with the reason: their comments are resolved, and the reason is the reply. */
  answers?: ReadonlyMap<Message, string>
  /** Changes that somebody has made to the words; they are marked in the text. */
  changes?: readonly Change[]
}

/** Words in the place of others; offsets count in the document's text. */
export interface Change {
  start: number
  end: number
  words: string
}

export interface CheckedCopy {
  bytes: Uint8Array
  /** Comments written, found there from an earlier run, and taken out because their finding is gone. */
  added: number
  kept: number
  removed: number
  /** Changes marked in the text. */
  suggested: number
  /** Changes that could not be marked where they belong. */
  unmarked: Change[]
  /** The file is protected so that nobody can answer a comment in Word before the protection is lifted. */
  isShut: boolean
}

/**
 * `report` and `document` are what `check` and `read` made of `bytes`. Comments of an earlier run stay where their finding is still there
 * or somebody has answered them; the others of planlint's own go. Throws a ReadError if nothing can be written into the file.
 */
export function checkedCopy(
  report: DocumentReport,
  document: Document,
  bytes: Uint8Array,
  {date, errorsOnly = false, suggest = false, summary, answers = new Map(), changes = []}: CopySettings
): CheckedCopy {
  const file = openWordFile(bytes)
  const notes = (['footnotes', 'endnotes'] as const).flatMap(kind => file.related(kind) ?? [])
  const anchors = anchorsIn(file.main, notes, document)
  const findings = report.messages.map(message => ({message, anchor: anchors.of(message)}))
  const own = (document.comments ?? []).flatMap(comment => ownComment(comment) ?? [])
  const {open: wanted, kept, stale} = sorted(findings, own, waitingSuggestions(file.main.root), suggest, answers)
  const open = errorsOnly ? wanted.filter(({message}) => message.severity === 'error') : wanted
  const comments = commentsIn(file)
  for (const {comment} of stale) takeOut(file, comments, comment.id)
  const cuts = cutsIn(file.main)
  for (const {anchor} of open) if (anchor) noteCuts(anchor, cuts)
  const suggester = suggesterIn(file, cuts, date)
  const unmarked = changes.filter(change => !markChange(change, document, anchors, suggester))
  let suggested = 0
  for (const {message, anchor} of open) {
    if (!anchor) continue
    const isSuggested = suggest && suggester.suggest(message, anchor)
    if (isSuggested) suggested++
    const answer = answers.get(message)
    const id = comments.add(linesOf(message, anchor.reason, isSuggested), date, answer !== undefined)
    place(anchor, id, cuts, comments, file.declared)
    if (answer) place(anchor, comments.reply(id, answer, date), cuts, comments, file.declared)
  }
  cuts.make()
  if (summary) putSummary(file.main, pageOf(summary, report.messages, date, headingsOf(file)), file.declared)
  sealUp(file.main)
  return {
    bytes: file.bytes(date),
    added: open.length,
    kept: kept.length,
    removed: stale.length,
    suggested,
    unmarked,
    isShut: protectionOf(file) === 'all'
  }
}

/** What is only added goes in beside the letter before it, or the one behind it: a change needs words to stand on. */
function markChange(change: Change, {text}: Document, anchors: AnchorFinder, suggester: Suggester): boolean {
  const atStart = change.start === 0 || text[change.start - 1] === '\n'
  const {start, end, words} =
    change.start < change.end
      ? change
      : atStart
        ? {...change, end: change.end + 1, words: change.words + text.slice(change.end, change.end + 1)}
        : {...change, start: change.start - 1, words: text.slice(change.start - 1, change.start) + change.words}
  const point = (offset: number) => ({line: 0, column: 0, offset})
  const anchor = anchors.of({place: {start: point(start), end: point(end)}})
  return anchor !== null && suggester.suggest({replacement: words}, anchor)
}

/** Every program drops it when it saves the file. */
const seal = '<!-- as planlint wrote it -->'

/** Marks the file as one that nobody has saved since planlint wrote it. */
function sealUp(main: Part): void {
  if (!main.xml.endsWith(seal)) insert(main, main.xml.length, seal)
}

/** Whether a file is as planlint wrote it, so that nobody's work is lost with it. False for what is no Word file. */
export function isUntouchedCopy(bytes: Uint8Array): boolean {
  try {
    return openWordFile(bytes).main.xml.endsWith(seal)
  } catch (error) {
    if (error instanceof ReadError) return false
    throw error
  }
}

/**
 * Which findings want a comment, and what becomes of the comments that are there. One on a change that nobody has accepted or rejected
 * yet stays. One that could have had a change marked beside it, but was made without, is made anew, and so is one that is answered now.
 */
function sorted(
  findings: readonly Finding[],
  own: readonly OwnComment[],
  pending: ReadonlySet<string>,
  suggest: boolean,
  answers: ReadonlyMap<Message, string>
): Sorted {
  const unanswered = own.filter(({comment}) => !isAnswered(comment))
  const kept = unanswered.filter(({comment}) => pending.has(comment.id))
  const waiting = new Set(unanswered.filter(({comment}) => !pending.has(comment.id)))
  const open = findings.filter(finding => {
    const {message} = finding
    const there = [...waiting].find(comment => isAbout(comment, message) && standsOn(comment, finding))
    if (!there || answers.has(message) || (suggest && message.replacement !== null && !saysSuggested(there.comment.lines))) return true
    waiting.delete(there)
    kept.push(there)
    return false
  })
  return {open, kept, stale: [...waiting]}
}

interface Finding {
  message: Message
  anchor: Anchor | null
}

interface Sorted {
  open: Finding[]
  kept: OwnComment[]
  stale: OwnComment[]
}

function isAnswered({replies, resolved}: OwnComment['comment']): boolean {
  return resolved || replies.length > 0
}

/** A comment that cannot stand on its words is known by them alone. */
function standsOn({comment: {range}}: OwnComment, {message: {place}, anchor}: Finding): boolean {
  if (!place || anchor?.reason) return true
  return range !== null && touch(range, {start: place.start.offset, end: place.end.offset})
}

function noteCuts({start, end, sign, runs}: Anchor, cuts: Cuts): void {
  for (const gap of [start, end, sign]) cuts.note(gap)
  for (const run of runs) cuts.cutting(run)
}

function place({start, end, sign}: Anchor, id: number, cuts: Cuts, {look}: Comments, declared: string): void {
  cuts.begin(start, `<w:commentRangeStart${declared} w:id="${id}"/>`)
  cuts.end(end, `<w:commentRangeEnd${declared} w:id="${id}"/>`)
  cuts.end(sign, signXml(id, look, declared))
}

const marks = new Set(['w:commentRangeStart', 'w:commentRangeEnd', 'w:commentReference'])

/** A comment's text, its range, and its sign with the run that holds nothing else. */
function takeOut({main}: WordFile, comments: Comments, id: string): void {
  comments.drop(id)
  const walk = (element: XmlElement): void => {
    if (marks.has(element.name) && element.attributes['w:id'] === id) remove(main, extentOf(element))
    else if (isSignOf(element, id)) remove(main, extentOf(element))
    else for (const node of element.children) walk(node)
  }
  walk(main.root)
}

function isSignOf({name, children}: XmlElement, id: string): boolean {
  const content = children.filter(node => node.name !== 'w:rPr')
  const [sign] = content
  return name === 'w:r' && content.length === 1 && sign?.name === 'w:commentReference' && sign.attributes['w:id'] === id
}
