/** The tables of an audit with a row for each document, finding, action and child: for the CSV files and the workbook alike. */
import {type Cell, safeCell} from './cell.ts'
import type {AuditRecord} from './record.ts'
import wording from './wording.json' with {type: 'json'}

export type TableName = 'documents' | 'findings' | 'actions' | 'children'

type ColumnName = keyof typeof wording.columns

/** A record made ready for a table: `team` and `month` are null where the group is small. */
export type ShownRecord = Omit<AuditRecord, 'team'> & {team: string | null}

interface Table {
  columns: readonly ColumnName[]
  rows(record: ShownRecord): Cell[][]
}

const whose = ['document', 'team', 'month'] as const

const tables: Readonly<Record<TableName, Table>> = {
  documents: {
    columns: [
      ...whose,
      ...(['type', 'words', 'readingAge', 'targetReadingAge', 'children', 'childrenHeard', 'actions', 'actionsWithOwner'] as const),
      ...(['actionsWithTimescale', 'actionsForParents', 'contingency', 'concerns', 'concernsWithEffect'] as const),
      ...(['errors', 'warnings', 'hints', 'problem'] as const)
    ],
    rows: record => [documentRow(record)]
  },
  findings: {
    columns: [...whose, 'rule', 'severity', 'place', 'child', 'reason', 'wordsFound', 'location'],
    rows: record =>
      record.findings.map(({rule, severity, place, child, reason, words, location}) => [
        ...whoseOf(record),
        rule,
        wording.severities[severity],
        place,
        child,
        reason ?? null,
        words ?? null,
        location ?? null
      ])
  },
  actions: {
    columns: [...whose, 'place', 'doer', 'owner', 'when', 'due', 'text'],
    rows: record =>
      record.actions.map(({place, doer, owner, when, due, text}) => [
        ...whoseOf(record),
        place,
        wording.doers[doer],
        wording.owners[owner],
        wording.times[when as keyof typeof wording.times] ?? when,
        due,
        text ?? null
      ])
  },
  children: {
    columns: [...whose, 'child', 'worry', 'outcome', 'action', 'voice'],
    rows: record =>
      record.children.map(({child, worry, outcome, action, voice}) => [
        ...whoseOf(record),
        child,
        ...[worry, outcome, action, voice].map(answer => wording.answers[`${answer}`])
      ])
  }
}

export const tableNames = Object.keys(tables) as TableName[]

/** Columns that hold words of the documents; left out where none are wanted. */
const quoting: ReadonlySet<ColumnName> = new Set(['reason', 'wordsFound', 'location', 'text'])

export function columnsOf(name: TableName, quotations: boolean): string[] {
  return wanted(tables[name].columns, quotations).map(({column}) => wording.columns[column])
}

/** The rows of one document, safe for a spreadsheet. */
export function rowsOf(name: TableName, record: ShownRecord, quotations: boolean): Cell[][] {
  const {columns, rows} = tables[name]
  const places = wanted(columns, quotations).map(({index}) => index)
  return rows(record).map(row => places.map(index => safeCell(row[index] ?? null)))
}

function wanted(columns: readonly ColumnName[], quotations: boolean): {column: ColumnName; index: number}[] {
  return columns.map((column, index) => ({column, index})).filter(({column}) => quotations || !quoting.has(column))
}

function whoseOf({document, team, month}: ShownRecord): Cell[] {
  return [document, team, month]
}

function documentRow(record: ShownRecord): Cell[] {
  const {type, words, readingAge, targetReadingAge, children, plan, concerns, findings, error} = record
  const weighing = (severity: string): number => findings.filter(finding => finding.severity === severity).length
  if (error) return [...whoseOf(record), ...Array<null>(16).fill(null), `${error.code}: ${error.message}`]
  return [
    ...whoseOf(record),
    wording.types[type],
    words,
    readingAge,
    targetReadingAge,
    children.length,
    children.filter(({voice}) => voice).length,
    plan?.actions ?? null,
    plan?.actionsWithOwner ?? null,
    plan?.actionsWithTimescale ?? null,
    plan?.actionsForParents ?? null,
    plan ? wording.contingency[plan.contingency] : null,
    concerns.length,
    concerns.filter(({effect}) => effect).length,
    weighing('error'),
    weighing('warning'),
    weighing('info'),
    null
  ]
}
