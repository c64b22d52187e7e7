/** A copy of a Word file with a comment in the margin for each finding, on the very words that it is about. */
import {isAbout, type OwnComment, ownComment, touch} from '../comment-form.ts'
import type {XmlElement} from '../readers/docx/xml.ts'
import type {DocumentReport, Message, Overview} from '../report.ts'
import {type Document, ReadError} from '../tree.ts'
import {type Anchor, anchorsIn} from './docx-comments/anchors.ts'
import {linesOf, saysSuggested, signXml} from './docx-comments/comment-xml.ts'
import {type Cuts, cutsIn} from './docx-comments/cuts.ts'
import {openWordFile, protectionOf, type WordFile} from './docx-comments/package.ts'
import {extentOf, insert, type Part, remove} from './docx-comments/part.ts'
import {suggesterIn, waitingSuggestions} from './docx-comments/suggestions.ts'
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
}

export interface CheckedCopy {
  bytes: Uint8Array
  /** Comments written, found there from an earlier run, and taken out because their finding is gone. */
  added: number
  kept: number
  removed: number
  /** Changes marked in the text. */
  suggested: number
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
  {date, errorsOnly = false, suggest = false, summary}: CopySettings
): CheckedCopy {
  const file = openWordFile(bytes)
  const notes = (['footnotes', 'endnotes'] as const).flatMap(kind => file.related(kind) ?? [])
  const anchors = anchorsIn(file.main, notes, document)
  const findings = report.messages.map(message => ({message, anchor: anchors.of(message)}))
  const own = (document.comments ?? []).flatMap(comment => ownComment(comment) ?? [])
  const {open: wanted, kept, stale} = sorted(findings, own, waitingSuggestions(file.main.root), suggest)
  const open = errorsOnly ? wanted.filter(({message}) => message.severity === 'error') : wanted
  const comments = commentsIn(file)
  for (const {comment} of stale) takeOut(file, comments, comment.id)
  const cuts = cutsIn(file.main)
  for (const {anchor} of open) if (anchor) noteCuts(anchor, cuts)
  const suggester = suggest ? suggesterIn(file, cuts, date) : null
  let suggested = 0
  for (const {message, anchor} of open) {
    if (!anchor) continue
    const isSuggested = suggester?.suggest(message, anchor) ?? false
    if (isSuggested) suggested++
    place(anchor, comments.add(linesOf(message, anchor.reason, isSuggested), date), cuts, comments, file.declared)
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
    isShut: protectionOf(file) === 'all'
  }
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
 * yet stays. One that could have had a change marked beside it, but was made without, is made anew.
 */
function sorted(findings: readonly Finding[], own: readonly OwnComment[], pending: ReadonlySet<string>, suggest: boolean): Sorted {
  const unanswered = own.filter(({comment}) => !isAnswered(comment))
  const kept = unanswered.filter(({comment}) => pending.has(comment.id))
  const waiting = new Set(unanswered.filter(({comment}) => !pending.has(comment.id)))
  const open = findings.filter(finding => {
    const {message} = finding
    const there = [...waiting].find(comment => isAbout(comment, message) && standsOn(comment, finding))
    if (!there || (suggest && message.replacement !== null && !saysSuggested(there.comment.lines))) return true
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
