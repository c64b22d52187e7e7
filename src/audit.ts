/** The rest of the public API, for programs that check many documents: audits, baselines, reports for other programs. Plain runs do without. */
export {type Baseline, type Change, changeSince, emptyBaseline, isKeyOf, record} from './audit/baseline.ts'
export {auditDashboard} from './audit/dashboard.ts'
export {type Measure, measuresWith} from './audit/measures.ts'
export {namingOf, type Shown} from './audit/naming.ts'
export {type AuditRecord, type Origin, recordOf} from './audit/record.ts'
export {type AuditSummary, namesShown, summaryOf} from './audit/summary.ts'
export {addRecord, emptySums, type Sums} from './audit/sums.ts'
export {columnsOf, rowsOf, type TableName, tableNames} from './audit/tables.ts'
export {default as auditWording} from './audit/wording.json' with {type: 'json'}
export {auditWorkbook, type SheetRows} from './audit/workbook.ts'
export {factsOf} from './model/facts.ts'
export {junit} from './reporters/junit.ts'
export {type ProgramOptions, sarif} from './reporters/sarif.ts'
