/** The folder with the results of an audit: JSON lines as they come, and at the end the CSV files, the workbook and the dashboard. */
import {once} from 'node:events'
import {createReadStream, createWriteStream, type WriteStream} from 'node:fs'
import {mkdir, readdir, writeFile} from 'node:fs/promises'
import {join} from 'node:path'
import {createInterface} from 'node:readline'
import {
  type AuditRecord,
  type AuditSummary,
  auditDashboard,
  auditWorkbook,
  columnsOf,
  namesShown,
  rowsOf,
  type SheetRows,
  type Shown,
  type Sums,
  type TableName,
  tableNames
} from '../../audit.ts'
import {Fault} from '../fault.ts'

const lines = 'findings.jsonl'
/** Rows of each sheet of the workbook: larger ones open slowly everywhere, and a workbook holds a million at most. */
const mostRows = 100_000

/** Rejects with a Fault unless the folder is new, empty or holds an earlier audit: nobody else's files are written over. */
export async function prepareFolder(folder: string): Promise<void> {
  const there = await mkdir(folder, {recursive: true}).then(
    () => readdir(folder),
    () => {
      throw new Fault(`--output-dir ${folder} could not be made: is there a file of that name, or is the place protected?`)
    }
  )
  if (there.length > 0 && !there.includes(lines)) {
    throw new Fault(`--output-dir ${folder} holds other files and no earlier audit: give a new or an empty folder.`)
  }
}

/** Where records go as they come. */
export interface RecordFile {
  add(record: AuditRecord): Promise<void>
  close(): Promise<void>
}

export async function recordFile(folder: string): Promise<RecordFile> {
  const stream = await opened(join(folder, lines))
  return {add: record => written(stream, lineOf(record)), close: () => closed(stream)}
}

async function opened(path: string): Promise<WriteStream> {
  const stream = createWriteStream(path, {mode: 0o600})
  await once(stream, 'open').catch(() => {
    throw new Fault(`${path} could not be written: is it open in another program?`)
  })
  return stream
}

async function written(stream: WriteStream, text: string): Promise<void> {
  if (!stream.write(text)) await once(stream, 'drain')
}

async function closed(stream: WriteStream): Promise<void> {
  stream.end()
  await once(stream, 'close')
}

export function lineOf(record: AuditRecord): string {
  return `${JSON.stringify(record)}\n`
}

/** Rejects with a Fault where the file cannot be opened or a line is no record. */
export async function* recordsIn(path: string): AsyncIterable<AuditRecord> {
  const input = createReadStream(path)
  await once(input, 'open').catch(() => {
    throw new Fault(`${path} could not be opened.`)
  })
  for await (const line of createInterface({input, crlfDelay: Number.POSITIVE_INFINITY})) if (line) yield recordIn(line, path)
}

function recordIn(line: string, path: string): AuditRecord {
  try {
    const record: AuditRecord = JSON.parse(line)
    if (typeof record.document === 'string' && Array.isArray(record.findings)) return record
  } catch {}
  throw new Fault(`${path} holds a line that is no record of an audit: give the JSON lines that planlint audit wrote.`)
}

export interface Finished {
  folder: string
  sums: Sums
  summary: AuditSummary
  shown: Shown & {smallGroups: boolean}
}

/** Names of the files that were written. */
export async function writeResults({folder, sums, summary, shown}: Finished): Promise<string[]> {
  const rows = await writeTables(folder, sums, shown)
  const write = async (name: string, content: string | Uint8Array): Promise<string> => {
    await writeFile(join(folder, name), content, {mode: 0o600}).catch(() => {
      throw new Fault(`${join(folder, name)} could not be written: is it open in another program?`)
    })
    return name
  }
  return [
    await write('audit.xlsx', await auditWorkbook({summary, rows, shown, mostRows})),
    await write('dashboard.html', await auditDashboard(summary, shown)),
    ...tableNames.map(name => `${name}.csv`),
    lines
  ]
}

/** The CSV files, row by row from the JSON lines, so that no more than a workbook holds is in memory. */
async function writeTables(folder: string, sums: Sums, shown: Finished['shown']): Promise<Record<TableName, SheetRows>> {
  const {stringify} = await import('csv-stringify/sync')
  const [teams, months] = [namesShown(sums.teams, shown.smallGroups), namesShown(sums.months, shown.smallGroups)]
  const files = await Promise.all(
    tableNames.map(async name => {
      const sheet: SheetRows = {columns: columnsOf(name, shown.quotations), rows: [], all: 0}
      return {name, stream: await opened(join(folder, `${name}.csv`)), sheet}
    })
  )
  // Excel knows UTF-8 by its mark alone.
  for (const {stream, sheet} of files) stream.write(`\ufeff${stringify([sheet.columns])}`)
  for await (const record of recordsIn(join(folder, lines))) {
    const {team, month, ...rest} = record
    const row = {...rest, team: teams.has(team) ? team : null, month: month !== null && months.has(month) ? month : null}
    for (const {name, stream, sheet} of files) {
      const rows = rowsOf(name, row, shown.quotations)
      sheet.all += rows.length
      sheet.rows.push(...rows.slice(0, mostRows - sheet.rows.length))
      if (rows.length > 0) await written(stream, stringify(rows))
    }
  }
  for (const {stream} of files) await closed(stream)
  return Object.fromEntries(files.map(({name, sheet}) => [name, sheet])) as Record<TableName, SheetRows>
}
