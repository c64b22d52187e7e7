/** Where the reading of a document is not sure, and which findings hang on it. */
import type {Root} from 'mdast'
import type {Block, Doubt, Plan, Row} from './plan.ts'

/** Below this a row's columns were guessed rather than read. */
const surelyRead = 0.45
const surelyOfType = 0.6
/** A document this long has more to do in it than one thing. */
const longEnough = 1200
const fewestActions = 2

type Read = Pick<Plan, 'type' | 'typeConfidence' | 'rows' | 'actions' | 'text'>

export function doubtsOf({type, typeConfidence, rows, actions, text}: Read, {data}: Root): Doubt[] {
  const doubts: Doubt[] = data?.guessed ? [{kind: 'lines'}] : []
  if (type === 'unknown') return [{kind: 'unknown-type'}, ...doubts]
  if (typeConfidence < surelyOfType) doubts.push({kind: 'type'})
  // A letter may well ask for nothing, and then has to be told so; a long plan with nothing to do in it has been misread.
  if (type !== 'letter-before-proceedings' && text.length >= longEnough && actions.length < fewestActions) doubts.push({kind: 'actions'})
  const tables = new Set(rows.filter(isGuessed).flatMap(row => tableOf(row) ?? []))
  if (tables.size > 0) doubts.push({kind: 'columns', tables: [...tables].map(table => table + 1)})
  return doubts
}

function isGuessed({layout, confidence}: Row): boolean {
  return layout === 'table' && confidence < surelyRead
}

function tableOf({actions, outcomes, worries}: Row): number | null {
  return (actions[0]?.at ?? outcomes[0] ?? worries[0])?.block.table?.table ?? null
}

/**
 * Whether a finding about rows and actions hangs on a doubtful reading: one in a row that was guessed, or, where hardly any action could be
 * made out, one about the document as a whole.
 */
export function isDoubtful({doubts, rows}: Plan): (block: Block | null) => boolean {
  if (doubts.length === 0) return () => false
  const nothingRead = doubts.some(({kind}) => kind === 'actions')
  const guessed = new Set(
    rows
      .filter(isGuessed)
      .flatMap(({worries, outcomes, actions}) => [...worries, ...outcomes, ...actions.map(({at}) => at)].map(({block}) => block))
  )
  return block => (block ? guessed.has(block) : nothingRead)
}
