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
import {checker, identify, type Origin, type Version} from './desk/version.ts'

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

/** The desk in the worker. */
export class WorkerDesk implements Desk {
  readonly #check = checker()
  #name = ''
  #original: Uint8Array = new Uint8Array()
  #correction: Correction = {}
  #versions: Version[] = []
  #ids = 0

  get #current(): Version {
    return this.#versions.at(-1) as Version
  }

  async open(bytes: Uint8Array, name: string): Promise<Reading> {
    this.#name = name
    this.#original = bytes
    this.#versions = []
    try {
      this.#add(await readOnDemand(bytes, name), null)
      return this.#reading()
    } catch (error) {
      if (!(error instanceof ReadError)) throw error
      const report = failure(error, name)
      return {name, format: null, report, findings: [], blocks: [], overview: null, outline: null, length: 0, version: 0}
    }
  }

  correct(correction: Correction): Reading {
    this.#correction = correction
    const before = this.#versions
    this.#versions = []
    // What was found before the correction is known again after it, in every version that one can go back to.
    for (const old of before) this.#add(old.document, old.change, old)
    return this.#reading()
  }

  wordsAt(from: number, to: number): string {
    return wordsAt(this.#current.document, from, to)
  }

  rewrite(version: number, from: number, to: number, words: string): Reading {
    this.#versions = this.#versions.slice(0, version + 1)
    return this.#change(replaceWords(this.#current.document, from, to, words))
  }

  replace(id: number, words: string): Reading {
    const {document, report, ids} = this.#current
    const place = report.messages[ids.indexOf(id)]?.place
    return this.#change(place ? replaceAt(document, {start: place.start.offset, end: place.end.offset}, words) : null)
  }

  goBack(version: number): Reading {
    this.#versions = this.#versions.slice(0, version + 1)
    return this.#reading()
  }

  wordCopy(dismissed: Dismissals, date: string): Promise<CheckedCopy> {
    const first = this.#versions[0] as Version
    const now = new Set(this.#current.ids)
    const reasons = new Map(dismissed)
    const answers = new Map<Message, string>()
    // A finding whose words were changed is dealt with by the change.
    const messages = first.report.messages.filter((message, index) => {
      const id = first.ids[index] as number
      const reason = reasons.get(id)
      if (reason !== undefined) answers.set(message, reason)
      return now.has(id)
    })
    const changes = changesBetween(first.document, this.#current.document)
    return copyOnDemand({...first.report, messages}, first.document, this.#original, {date, answers, changes})
  }

  htmlReport(dismissed: Dismissals): string {
    const {report, source} = this.#remaining(dismissed)
    return html(reportOf([report]), new Map([[this.#name, source]]))
  }

  findingsAsText(dismissed: Dismissals): string {
    const {report, source} = this.#remaining(dismissed)
    return terminal(reportOf([report]), new Map([[this.#name, source]]), {width: 78})
  }

  text(): string {
    return this.#current.document.text
  }

  /** `old` is the same version before a correction. */
  #add(document: Document, change: Rewritten | null, old?: Version): void {
    const version = this.#check(document, this.#name, this.#correction)
    const origins: Origin[] = [
      [old, null],
      [this.#versions.at(-1), change]
    ]
    this.#versions.push({...version, change, ids: identify(version.report.messages, origins, () => ++this.#ids)})
  }

  #change(rewritten: Rewritten | null): Reading {
    if (rewritten) this.#add(rewritten.document, rewritten)
    return this.#reading()
  }

  #reading(): Reading {
    const {document, report} = this.#current
    const findings = findingsOf(this.#current)
    const {blocks, marked} = blocksOf(this.#current, findings)
    const plan = planOf(document, this.#correction)
    return {
      name: this.#name,
      format: document.format,
      report,
      findings: findings.map(finding => ({...finding, isMarked: marked.has(finding.number)})),
      blocks,
      overview: overviewOf(plan),
      outline: outlineOf(plan),
      length: document.text.length,
      version: this.#versions.length - 1
    }
  }

  /** The report without what the user has put aside. */
  #remaining(dismissed: Dismissals): Pick<Version, 'report' | 'source'> {
    const aside = new Set(dismissed.map(([id]) => id))
    const {report, source, ids} = this.#current
    const stays = (_: unknown, index: number): boolean => !aside.has(ids[index] as number)
    return {
      report: {...report, messages: report.messages.filter(stays)},
      source: {...source, contexts: source.contexts.filter(stays)}
    }
  }
}
