/** The audit as an Excel workbook: real tables with filters, and charts. Made of text and numbers only: no cell of it is a formula. */
import type {Table, Workbook, Worksheet} from 'excel-builder-vanilla'
import {strToU8, zipSync} from 'fflate'
import {type Cell, safeCell} from './cell.ts'
import type {Shown} from './naming.ts'
import {least} from './small-groups.ts'
import type {AuditSummary, Figure} from './summary.ts'
import type {TableName} from './tables.ts'
import {chartOf} from './workbook/chart.ts'
import {rowsXml} from './workbook/rows.ts'
import wording from './wording.json' with {type: 'json'}

/** Rows for a sheet, as many as it takes, and how many there are. */
export interface SheetRows {
  columns: string[]
  rows: Cell[][]
  all: number
}

export interface WorkbookContent {
  summary: AuditSummary
  rows: Readonly<Record<TableName, SheetRows>>
  shown: Shown & {smallGroups: boolean}
  mostRows: number
}

type Builder = typeof import('excel-builder-vanilla')

interface Sheet {
  name: string
  /** Lines above the table. */
  lead: string[]
  table: SheetRows
  /** Whose columns hold which series of the chart, from 0; the first column names the bars. */
  chart?: {title: string; columns: number[]; bars: number}
}

/** A sheet on its way into the workbook: its rows are written at the end, as text, because a tree of them would fill the memory. */
interface Draft {
  sheet: Sheet
  /** Number of the style for headings. */
  bold: number
}

export async function auditWorkbook(content: WorkbookContent): Promise<Uint8Array> {
  const builder = await import('excel-builder-vanilla')
  const workbook = builder.createWorkbook()
  const drafts = sheetsOf(content).map((sheet, index) => draftOf(sheet, index, workbook, builder))
  // Before the files are made: the workbook's list of texts is one of them.
  const idOf = numbering(workbook)
  const bodies = drafts.map(draft => bodyOf(draft, idOf))
  const files = await workbook.generateFiles()
  // The standard wants no empty list.
  const book = '/xl/workbook.xml'
  files[book] = (files[book] ?? '').replace('<definedNames/>', '')
  for (const [index, body] of bodies.entries()) {
    const path = `/xl/worksheets/sheet${index + 1}.xml`
    files[path] = withBody(files[path] ?? '', body, headRow((drafts[index] as Draft).sheet))
  }
  return zipSync(Object.fromEntries(Object.entries(files).map(([path, text]) => [path.slice(1), strToU8(text)])), {level: 4})
}

/** The rows in place of none; headings that stay in sight; a page as wide as the table when it is printed. */
function withBody(sheet: string, body: string, head: number): string {
  return sheet
    .replace('<pane/>', `<pane ySplit="${head}" topLeftCell="A${head + 1}" activePane="bottomLeft" state="frozen"/>`)
    .replace('<sheetData/>', () => `<sheetData>${body}</sheetData>`)
    .replace(/<dimension [^>]*\/>/, '<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>')
    .replace('<pageSetup ', '<pageSetup fitToWidth="1" fitToHeight="0" ')
}

function sheetsOf({summary, rows, shown, mostRows}: WorkbookContent): Sheet[] {
  const {sheets, workbook: words} = wording
  const {documents, failed, version} = summary
  const [measure] = summary.measures
  const row = (name: TableName): Sheet => {
    const {rows: kept, all} = rows[name]
    const cut = words.cut.replace('{most}', String(mostRows)).replace('{file}', `${name}.csv`).replace('{all}', String(all))
    return {name: sheets[name], lead: kept.length < all ? [cut] : [], table: rows[name]}
  }
  const counts = words.counts.replace('{documents}', String(documents)).replace('{failed}', String(failed)).replace('{version}', version)
  const measures = measuresTable(summary)
  const teams = teamsTable(summary)
  const rules = rulesTable(summary)
  return [
    {
      name: sheets.summary,
      lead: [words.title, counts, privacyOf(shown)],
      table: measures,
      chart: {title: words.chart, columns: [3, 4], bars: measures.all}
    },
    {
      name: sheets.teams,
      lead: [],
      table: teams,
      chart: {title: words.teamsChart.replace('{measure}', measure?.name ?? ''), columns: [2], bars: Math.min(teams.all, 30)}
    },
    row('documents'),
    row('findings'),
    row('actions'),
    row('children'),
    {name: sheets.rules, lead: [], table: rules, chart: {title: words.rulesChart, columns: [4], bars: Math.min(rules.all, 15)}}
  ]
}

/** Says what a reader must know before passing the workbook on. */
function privacyOf({names, quotations, smallGroups}: WorkbookContent['shown']): string {
  const what = [
    ...(names ? [wording.shown.names] : []),
    ...(quotations ? [wording.shown.quotations] : []),
    ...(smallGroups ? [wording.shown.smallGroups] : [])
  ].join(', ')
  return what ? wording.workbook.shown.replace('{what}', what) : wording.workbook.privacy.replace('{least}', String(least))
}

function tableOf(columns: readonly (keyof typeof wording.columns)[], rows: Cell[][]): SheetRows {
  return {columns: columns.map(column => wording.columns[column]), rows: rows.map(row => row.map(safeCell)), all: rows.length}
}

function measuresTable({measures}: AuditSummary): SheetRows {
  const rows = measures.map(({name, hits, of, figure, target}) => [name, hits, of, number(figure), target])
  return tableOf(['measure', 'hits', 'of', 'figure', 'target'], rows)
}

function teamsTable({teams, measures}: AuditSummary): SheetRows {
  const {columns, rows, all} = tableOf(
    ['team', 'documents'],
    teams.map(({name, documents, figures}) => [name, number(documents), ...measures.map(({id}) => number(figures.get(id) ?? null))])
  )
  return {columns: [...columns, ...measures.map(({name}) => name)], rows, all}
}

function rulesTable({rules}: AuditSummary): SheetRows {
  return tableOf(
    ['rule', 'about', 'findings', 'documents', 'share', 'precision', 'precisionFrom'],
    rules.map(({id, description, findings, documents, share, precision}) => [
      id,
      description,
      number(findings),
      number(documents),
      number(share),
      precision && Math.round(precision.value * 100),
      precision?.findings ?? null
    ])
  )
}

/** A hidden figure is an empty cell: a chart would take any text for nought. */
function number(figure: Figure): number | null {
  return typeof figure === 'number' ? figure : null
}

function draftOf(sheet: Sheet, index: number, workbook: Workbook, builder: Builder): Draft {
  const worksheet = workbook.createWorksheet({name: sheet.name})
  worksheet.setColumns(sheet.table.columns.map((title, column) => ({width: widthOf(title, sheet.table.rows, column)})))
  workbook.addWorksheet(worksheet)
  worksheet.setPageOrientation('landscape')
  addTable(sheet, index, worksheet, workbook, builder)
  if (sheet.chart && sheet.chart.bars > 0) addChart(sheet, sheet.chart, worksheet, workbook, builder)
  const {id} = workbook.styleSheet.createFormat({font: {bold: true}, alignment: {wrapText: true, vertical: 'top'}})
  return {sheet, bold: Number(id)}
}

/** From 1: where the heading of the table stands. */
function headRow({lead}: Sheet): number {
  return lead.length === 0 ? 1 : lead.length + 2
}

function addTable(sheet: Sheet, index: number, worksheet: Worksheet, workbook: Workbook, builder: Builder): void {
  const {columns, rows} = sheet.table
  const head = headRow(sheet)
  const table: Table = new builder.Table({
    name: `Table${index + 1}`,
    displayName: sheet.name.replace(/\W/g, ''),
    id: `Table${index + 1}`,
    tableId: String(index + 1)
  })
  table.styleInfo = {themeStyle: 'TableStyleMedium2', showRowStripes: true}
  // A table has at least one row, if an empty one.
  table.setReferenceRange([1, head], [columns.length, head + Math.max(1, rows.length)])
  table.setTableColumns(columns)
  worksheet.addTable(table)
  workbook.addTable(table)
}

function addChart(
  sheet: Sheet,
  {title, columns, bars}: NonNullable<Sheet['chart']>,
  worksheet: Worksheet,
  workbook: Workbook,
  builder: Builder
): void {
  const first = headRow(sheet) + 1
  const range = (column: number): string => {
    const letter = String.fromCharCode(65 + column)
    return `'${sheet.name}'!$${letter}$${first}:$${letter}$${first + bars - 1}`
  }
  const series = columns.map(column => ({name: sheet.table.columns[column] ?? '', valuesRange: range(column)}))
  const chart = chartOf({title, categoriesRange: range(0), series}, builder)
  const below = first + Math.max(1, sheet.table.rows.length) + 1
  chart.createAnchor('twoCellAnchor', {from: {x: 0, y: below}, to: {x: 5, y: below + Math.max(18, bars * 3 + 6)}})
  const drawings = new builder.Drawings()
  drawings.addDrawing(chart)
  worksheet.addDrawings(drawings)
  workbook.addDrawings(drawings)
  workbook.addChart(chart)
}

/** As wide as its words, within reason; a long heading goes over several lines. */
function widthOf(title: string, rows: readonly Cell[][], column: number): number {
  const longest = rows.slice(0, 200).reduce((most, row) => Math.max(most, String(row[column] ?? '').length), Math.min(title.length, 18) + 3)
  return Math.min(60, Math.max(8, longest + 1))
}

/** The number of a text in the list that all sheets share. */
function numbering({sharedStrings}: Workbook): (text: string) => number {
  const known = new Map<string, number>()
  return text => {
    const id = known.get(text) ?? sharedStrings.stringArray.push(text) - 1
    known.set(text, id)
    return id
  }
}

function bodyOf({sheet, bold}: Draft, idOf: (text: string) => number): string {
  const {columns, rows} = sheet.table
  const head = headRow(sheet)
  const lead = sheet.lead.map(text => [safeCell(text)])
  return [
    rowsXml(lead, {first: 1, idOf, bold: lead.length > 1 ? bold : null, boldRows: 1}),
    rowsXml([columns], {first: head, idOf, bold, boldRows: 1}),
    rowsXml(rows, {first: head + 1, idOf, bold: null, boldRows: 0})
  ].join('')
}
