/** The report as a page to read in a terminal: what stops a plan from working first, hints last, a summary at the end. */
import {createColors} from 'picocolors'
import type {Report, Sources} from '../report.ts'
import {documentText} from './terminal/document.ts'
import type {Style} from './terminal/style.ts'
import {summaryLine, summaryTable} from './terminal/summary.ts'

export interface TerminalOptions {
  /** Characters in a line; 80 unless given. */
  width?: number
  /** Colour codes; off unless given. */
  colour?: boolean
}

/** Lines of text, ending in a line end. Nothing of a document can steer the terminal. */
export function terminal(report: Report, sources?: Sources, {width = 80, colour = false}: TerminalOptions = {}): string {
  const style: Style = {width: Math.max(40, width), colour, colours: createColors(colour)}
  const parts = report.documents.map(document => documentText(document, sources?.get(document.path), style))
  if (report.documents.length > 1) parts.push(summaryTable(report.documents, style))
  parts.push(summaryLine(report, style))
  return `${parts.join('\n\n')}\n`
}
