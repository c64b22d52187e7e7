/** The end of the page: a table of the documents, and a line that a manager can read. */
import type {DocumentReport, Report} from '../../report.ts'
import {typeNames} from '../names.ts'
import type {Style} from './style.ts'
import {visible} from '../visible.ts'
import {lengthOf, wrap} from './wrap.ts'

const headings = ['Document', 'Type', 'Errors', 'Warnings', 'Hints', 'Reading age']

/** One line a document. */
export function summaryTable(documents: readonly DocumentReport[], {width, colours}: Style): string {
  const rows = documents.map(cells)
  const widths = headings.map((heading, column) => Math.max(heading.length, ...rows.map(row => lengthOf(row[column] ?? ''))))
  const others = widths.slice(1).reduce((sum, size) => sum + size + 2, 0)
  widths[0] = Math.min(widths[0] ?? 0, Math.max(16, width - others))
  const line = (row: readonly string[]): string =>
    row
      .map((cell, column) => (column < 2 ? fit(cell, widths[column] ?? 0).padEnd(widths[column] ?? 0) : cell.padStart(widths[column] ?? 0)))
      .join('  ')
      .trimEnd()
  return [colours.bold(line(headings)), ...rows.map(line)].join('\n')
}

function cells({path, type, messages, readability, error}: DocumentReport): string[] {
  const name = visible(path)
  if (error) return [name, 'Could not be read', '-', '-', '-', '-']
  const count = (severity: string): string => String(messages.filter(message => message.severity === severity).length)
  const age = readability?.readingAge
  return [name, typeNames[type], count('error'), count('warning'), count('info'), age == null ? '-' : String(Math.round(age))]
}

/** The end of a path says more than its beginning. */
function fit(text: string, size: number): string {
  const letters = [...text]
  return letters.length > size ? `…${letters.slice(letters.length - size + 1).join('')}` : text
}

/** `8 documents: 3 have errors …`: what a manager wants to know. */
export function summaryLine({documents, summary}: Report, {width, colours}: Style): string {
  const {errors, warnings, info, failed} = summary
  const read = documents.length - failed
  const stopped = documents.filter(({messages}) => messages.some(({severity}) => severity === 'error')).length
  const counts = `${plural(errors, 'error')}, ${plural(warnings, 'warning')}, ${plural(info, 'hint')}`
  const parts = [`${plural(read, 'document')} checked: ${counts}.`]
  if (read > 1 && stopped > 0)
    parts.push(
      `${stopped} of ${read} ${stopped === 1 ? 'has' : 'have'} something that stops ${stopped === 1 ? 'it' : 'them'} from working.`
    )
  if (read === 1 && stopped > 0) parts.push('The errors come first: they stop it from working.')
  if (failed > 0) parts.push(`${plural(failed, 'file')} could not be read.`)
  return colours.bold(wrap(parts.join(' '), {width, first: ''}))
}

function plural(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`
}
