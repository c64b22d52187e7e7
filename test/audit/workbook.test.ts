import validate from '@ooxml-tools/validate'
import {strFromU8, unzipSync} from 'fflate'
import {beforeAll, describe, expect, it} from 'vitest'
import {type AuditRecord, auditWorkbook, type SheetRows, type TableName} from '../../src/audit.ts'
import {corpusRecords, resultsOf, shown} from '../helpers/audit-results.ts'
import {savedByCalc} from '../helpers/calc.ts'

const hostile = ['=1+1', "'=1", '@x', 'constructor', '__proto__', '<b>&amp;</b>', 'a\u0000b\u001b[31m', '  two  spaces ']
let records: AuditRecord[]
let bytes: Uint8Array

beforeAll(async () => {
  records = await corpusRecords()
  bytes = await auditWorkbook({...resultsOf(records), shown, mostRows: 100_000})
}, 60_000)

const faultsOf = async (workbook: Uint8Array): Promise<string[]> =>
  (await validate(new Uint8Array(workbook), 'xlsx')).map(
    ({description, path}: {description: string; path: {partUri: string}}) => `${path.partUri}: ${description}`
  )

describe('the workbook', () => {
  it('is valid by the schemas of the standard', async () => {
    // The validator takes a minute for all of the corpus.
    const few = await auditWorkbook({...resultsOf(records.slice(0, 12)), shown, mostRows: 100_000})
    expect(await faultsOf(few)).toEqual([])
  }, 120_000)

  it('opens in LibreOffice with its sheets, filters, figures and charts', () => {
    const book = savedByCalc(bytes, 'fods')
    const sheets = [...book.matchAll(/<table:table table:name="([^"]+)"/g)].map(([, name]) => name)
    expect(sheets.filter(name => /^[A-Z]/.test(name ?? ''))).toEqual([
      'Summary',
      'Teams',
      'Documents',
      'Findings',
      'Actions',
      'Children',
      'Rules'
    ])
    expect(book.match(/<table:database-range /g)).toHaveLength(7)
    expect(book.match(/<chart:chart /g)).toHaveLength(3)
    // The charts have found their cells: the first bar is the first measure.
    expect(book).toMatch(/<chart:series[^>]*Summary\.\$?D\$?6/)
    expect(book).not.toContain('table:formula')
  }, 200_000)

  it('says that rows were left out, and where all are', async () => {
    const results = resultsOf(records)
    const findings: SheetRows = {...results.rows.findings, rows: results.rows.findings.rows.slice(0, 10)}
    const cut = await auditWorkbook({...results, rows: {...results.rows, findings}, shown, mostRows: 10})
    const strings = strFromU8(unzipSync(cut)['xl/sharedStrings.xml'] as Uint8Array)
    expect(strings).toContain(`Only the first 10 rows are here; findings.csv has all ${findings.all}.`)
  })

  it('takes any text for text, whatever it looks like', async () => {
    const results = resultsOf([
      {...(records[0] as AuditRecord), team: '=cmd|x'},
      ...hostile.map(team => ({...(records[1] as AuditRecord), team}))
    ])
    const rows = Object.fromEntries(
      Object.keys(results.rows).map(name => [name, {columns: ['A'], rows: hostile.map(text => [text]), all: 8}])
    )
    const workbook = await auditWorkbook({summary: results.summary, rows: rows as Record<TableName, SheetRows>, shown, mostRows: 100})
    const parts = unzipSync(workbook)
    for (const [name, part] of Object.entries(parts))
      if (name.includes('/sheet')) expect(strFromU8(part)).not.toMatch(/<f[ >]|undefined|function/)
  })

  it('has a table with one empty row where there is nothing', async () => {
    const workbook = await auditWorkbook({...resultsOf([]), shown, mostRows: 10})
    expect(await faultsOf(workbook)).toEqual([])
  }, 60_000)
})
