/** The desk on which one document lies, in the worker: it is read, checked, changed and handed out here, and never leaves this computer. */
import {
  type CheckedCopy,
  changesBetween,
  copyOnDemand,
  type Document,
  failure,
  html,
  type Message,
  outlineOf,
  overviewOf,
  planOf,
  ReadError,
  readOnDemand,
  replaceAt,
  replaceWords,
  type Rewritten,
  reportOf,
  terminal,
  wordsAt
} from '../index.ts'
import {blocksOf, findingsOf} from './desk/layout.ts'
import type {Correction, Dismissals, Reading} from './desk/reading.ts'
import {checker, identify, type Version} from './desk/version.ts'

export interface Desk {
  /** Reads and checks a file. A file that cannot be read gives a reading with an error. */
  open(bytes: Uint8Array, name: string): Promise<Reading>
  /** Checks again with what the user says of the document. */
  correct(correction: Correction): Reading
  /** The words of a block. */
  wordsAt(from: number, to: number): string
  /** Changes a block of the version with this number, giving up later ones: a word typed now replaces the word typed before. */
  rewrite(version: number, from: number, to: number, words: string): Reading
  /** Puts other words in place of a finding's. */
  replace(id: number, words: string): Reading
  /** Back to an earlier version. */
  goBack(version: number): Reading
  /** A copy of the Word file: findings as comments, what is put aside as resolved ones, changes of words marked. Rejects with a ReadError. */
  wordCopy(dismissed: Dismissals, date: string): Promise<CheckedCopy>
  htmlReport(dismissed: Dismissals): string
  findingsAsText(dismissed: Dismissals): string
  /** The text of the document as it is now, for formats that are text. */
  text(): string
}

export function createDesk(): Desk {
  const checked = checker()
  let name = ''
  let correction: Correction = {}
  let versions: Version[] = []
  let ids = 0
  let original: Uint8Array = new Uint8Array()
  const nextId = (): number => ++ids
  const current = (): Version => versions.at(-1) as Version

  function add(document: Document, change: Rewritten | null): void {
    const version = checked(document, name, correction)
    versions.push({...version, change, ids: identify(version.report.messages, [[versions.at(-1), change]], nextId)})
  }

  function change(rewritten: Rewritten | null): Reading {
    if (rewritten) add(rewritten.document, rewritten)
    return reading()
  }

  function reading(): Reading {
    const version = current()
    const findings = findingsOf(version)
    const {blocks, marked} = blocksOf(version, findings)
    for (const finding of findings) finding.isMarked = marked.has(finding.number)
    const plan = planOf(version.document, correction)
    return {
      name,
      format: version.document.format,
      report: version.report,
      findings,
      blocks,
      overview: overviewOf(plan),
      outline: outlineOf(plan),
      length: version.document.text.length,
      version: versions.length - 1
    }
  }

  /** The report without what the user has put aside. */
  function remaining(dismissed: Dismissals): Pick<Version, 'report' | 'source'> {
    const aside = new Set(dismissed.map(([id]) => id))
    const {report, source, ids} = current()
    const stays = (_: unknown, index: number): boolean => !aside.has(ids[index] as number)
    return {
      report: {...report, messages: report.messages.filter(stays)},
      source: {...source, contexts: source.contexts.filter(stays)}
    }
  }

  return {
    async open(bytes, called) {
      name = called
      try {
        versions = []
        original = bytes
        add(await readOnDemand(bytes, called), null)
        return reading()
      } catch (error) {
        if (!(error instanceof ReadError)) throw error
        const report = failure(error, called)
        return {name, format: null, report, findings: [], blocks: [], overview: null, outline: null, length: 0, version: 0}
      }
    },
    correct(said) {
      correction = said
      const before = versions
      versions = []
      // What was found before the correction is known again after it, in every version that one can go back to.
      for (const old of before) {
        const version = checked(old.document, name, correction)
        const ids = identify(
          version.report.messages,
          [
            [old, null],
            [versions.at(-1), old.change]
          ],
          nextId
        )
        versions.push({...version, change: old.change, ids})
      }
      return reading()
    },
    wordsAt: (from, to) => wordsAt(current().document, from, to),
    rewrite(version, from, to, words) {
      versions = versions.slice(0, version + 1)
      return change(replaceWords(current().document, from, to, words))
    },
    replace(id, words) {
      const {document, report, ids} = current()
      const place = report.messages[ids.indexOf(id)]?.place
      return change(place ? replaceAt(document, {start: place.start.offset, end: place.end.offset}, words) : null)
    },
    goBack(version) {
      versions = versions.slice(0, version + 1)
      return reading()
    },
    wordCopy(dismissed, date) {
      const first = versions[0] as Version
      const now = new Set(current().ids)
      const reasons = new Map(dismissed)
      const answers = new Map<Message, string>()
      // A finding whose words were changed is dealt with by the change.
      const messages = first.report.messages.filter((message, index) => {
        const id = first.ids[index] as number
        const reason = reasons.get(id)
        if (reason !== undefined) answers.set(message, reason)
        return now.has(id)
      })
      const changes = changesBetween(first.document, current().document)
      return copyOnDemand({...first.report, messages}, first.document, original, {date, answers, changes})
    },
    htmlReport(dismissed) {
      const {report, source} = remaining(dismissed)
      return html(reportOf([report]), new Map([[name, source]]))
    },
    findingsAsText(dismissed) {
      const {report, source} = remaining(dismissed)
      return terminal(reportOf([report]), new Map([[name, source]]), {width: 78})
    },
    text: () => current().document.text
  }
}
