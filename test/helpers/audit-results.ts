/** The results of an audit of the corpus, without files. */
import {readFileSync} from 'node:fs'
import {join} from 'node:path'
import {
  addRecord,
  type AuditRecord,
  type AuditSummary,
  columnsOf,
  emptySums,
  factsOf,
  measuresWith,
  namesShown,
  namingOf,
  recordOf,
  rowsOf,
  type SheetRows,
  summaryOf,
  type TableName,
  tableNames
} from '../../src/audit.ts'
import {check, failure, planOf, ReadError, readOnDemand} from '../../src/index.ts'
import {corpusFolder, labelledDocuments} from '../../src/scripts/corpus.ts'

export const shown = {names: false, quotations: false, smallGroups: false}
const naming = namingOf(shown, new Uint8Array(32).fill(3))

export async function corpusRecords(): Promise<AuditRecord[]> {
  const records: AuditRecord[] = []
  for (const {path} of labelledDocuments()) {
    const origin = {path, team: path.split('/')[0] ?? ''}
    const document = await readOnDemand(readFileSync(join(corpusFolder, path)), path)
    const plan = planOf(document)
    records.push(recordOf(check(document, path, {plan}).report, factsOf(plan), origin, naming, '0'))
  }
  const locked = failure(new ReadError('encrypted', 'This file is locked with a password.'), 'x.docx')
  return [...records, recordOf(locked, null, {path: 'x.docx', team: 'gold'}, naming, '0')]
}

export function resultsOf(records: readonly AuditRecord[]): {summary: AuditSummary; rows: Record<TableName, SheetRows>} {
  const measures = measuresWith(new Map())
  const sums = emptySums()
  for (const record of records) addRecord(sums, record, measures)
  const teams = namesShown(sums.teams, false)
  const rows = tableNames.map((name): [TableName, SheetRows] => {
    const all = records.flatMap(record => rowsOf(name, {...record, team: teams.has(record.team) ? record.team : null}, false))
    return [name, {columns: columnsOf(name, false), rows: all, all: all.length}]
  })
  return {summary: summaryOf(sums, measures, false, '0'), rows: Object.fromEntries(rows) as Record<TableName, SheetRows>}
}
