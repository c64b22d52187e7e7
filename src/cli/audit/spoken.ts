/** What an audit says on the terminal: the measures in a few lines, what could not be read, and where the results are. */
import {type AuditSummary, auditWording} from '../../audit.ts'
import {visible} from '../../index.ts'
import type {Told} from './audit.ts'

interface Said extends Told {
  summary: AuditSummary
  files: readonly string[]
  folder: string
  cache: string | null
}

export function spoken({summary, files, folder, failures, cached, cache}: Said): string {
  const {documents, failed, measures} = summary
  const width = Math.max(...measures.map(({name}) => name.length))
  const lines = [
    `${documents} documents checked${cached > 0 ? ` (${cached} unchanged since the last audit)` : ''}, ${failed} of which could not be read.`,
    '',
    ...measures.map(({name, figure, target}) => `  ${name.padEnd(width)}  ${shown(figure)}  target ${String(target).padStart(3)} %`),
    '',
    ...(failures.length > 0 ? ['Could not be read:', ...failures.map(({path, message}) => `  ${visible(`${path}: ${message}`)}`), ''] : []),
    `Results in ${folder}: ${files.join(', ')}`,
    ...(cache === null ? [] : [`What was found is kept in ${cache} for the next audit; delete that folder to forget it.`])
  ]
  return `${lines.join('\n')}\n`
}

function shown(figure: AuditSummary['measures'][number]['figure']): string {
  if (typeof figure === 'number') return `${String(figure).padStart(3)} %`
  return figure === 'hidden' ? auditWording.groups.few : `  ${auditWording.groups.nothing}  `
}
