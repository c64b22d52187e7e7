/** HTML reports of documents, as the command line makes them. */
import {check, type DocumentReport, html, readOnDemand, reportOf, type Source} from '../../src/index.ts'

export interface Made {
  page: string
  report: DocumentReport
  source: Source
}

export async function htmlReport(bytes: Uint8Array | string, path: string): Promise<Made> {
  const document = await readOnDemand(typeof bytes === 'string' ? new TextEncoder().encode(bytes) : bytes, path)
  const {report, source} = check(document, path, {keepTree: true})
  return {page: html(reportOf([report]), new Map([[path, source]])), report, source}
}
