/** What few runs write, loaded only when it is asked for. */
import type {CheckedCopy, CopySettings} from './docx-comments.ts'
import type {DocumentReport, Report, Sources} from '../report.ts'
import type {Document} from '../tree.ts'

/** The same as `html`, later. */
export async function htmlOnDemand(report: Report, sources?: Sources): Promise<string> {
  return (await import('./html.ts')).html(report, sources)
}

/** The same as `checkedCopy`, later. */
export async function copyOnDemand(
  report: DocumentReport,
  document: Document,
  bytes: Uint8Array,
  settings: CopySettings
): Promise<CheckedCopy> {
  return (await import('./docx-comments.ts')).checkedCopy(report, document, bytes, settings)
}

/** The same as `isUntouchedCopy`, later. */
export async function isUntouchedOnDemand(bytes: Uint8Array): Promise<boolean> {
  return (await import('./docx-comments.ts')).isUntouchedCopy(bytes)
}
