/** A doubt about the reading of a document, in a sentence for its reader. */
import doubts from '../../rules/vocabulary/doubts.json' with {type: 'json'}
import type {Doubt} from './plan.ts'

const sentences = new Map(doubts.entries.map(({doubt, notice}) => [doubt, notice]))

export function noticeOf(doubt: Doubt): string {
  const sentence = sentences.get(doubt.kind)
  if (sentence === undefined) throw new Error(`rules/vocabulary/doubts.json has no doubt “${doubt.kind}”`)
  return doubt.kind === 'columns' ? sentence.replace('{tables}', tableList(doubt.tables)) : sentence
}

function tableList(tables: readonly number[]): string {
  const last = tables.at(-1)
  return tables.length > 1 ? `tables ${tables.slice(0, -1).join(', ')} and ${last}` : `table ${last}`
}
