/** The desk on which one document lies, in the worker: it is read, checked, changed and handed out here, and never leaves this computer. */
import {
  type Document,
  failure,
  html,
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
  const nextId = (): number => ++ids
  const current = (): Version => versions.at(-1) as Version

  function add(document: Document, before: Version | null, change: Rewritten | null): void {
    const version = checked(document, name, correction)
    versions.push({...version, ids: identify(version.report.messages, before, change, nextId)})
  }

  function change(rewritten: Rewritten | null): Reading {
    if (rewritten) add(rewritten.document, current(), rewritten)
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
        add(await readOnDemand(bytes, called), null, null)
        return reading()
      } catch (error) {
        if (!(error instanceof ReadError)) throw error
        const report = failure(error, called)
        return {name, format: null, report, findings: [], blocks: [], overview: null, outline: null, length: 0, version: 0}
      }
    },
    correct(said) {
      correction = said
      // What was found before the correction is known again after it, in every version that one can go back to.
      versions = versions.map(before => {
        const version = checked(before.document, name, correction)
        return {...version, ids: identify(version.report.messages, before, null, nextId)}
      })
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
