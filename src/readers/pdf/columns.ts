/** Columns of text that no lines are drawn around: tables whose words stand below one another. */
import type {Setting} from './paragraphs.ts'
import type {DraftTable} from './tables.ts'
import type {Line} from './words.ts'

export function columnsIn(lines: Line[], _setting: Setting): ({kind: 'lines'; lines: Line[]} | {kind: 'table'; table: DraftTable})[] {
  return [{kind: 'lines', lines}]
}
