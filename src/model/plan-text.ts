/** The text in which a plan says what it wants: worries, outcomes, measures, actions, and a letter's concerns and expectations. */
import type {Action, Block, Plan, Row, SectionRole, Span} from './plan.ts'
import {wordsOf} from '../text/phrases.ts'
import {textOf, wholeBlock} from './spans.ts'
import {columnRole} from './vocabulary.ts'

export interface PlanText {
  kind: 'worry' | 'outcome' | 'measure' | 'action'
  at: Span
  /** Null for text that belongs to no row. */
  row: Row | null
  action: Action | null
}

const sectionKinds: Partial<Record<SectionRole, PlanText['kind']>> = {
  worries: 'worry',
  concerns: 'worry',
  outcomes: 'outcome',
  expectations: 'action'
}

/** Every stretch of plan text once, in reading order. */
export function planTextsOf(plan: Plan): PlanText[] {
  const texts: PlanText[] = []
  for (const row of plan.rows) {
    for (const at of row.worries) texts.push({kind: 'worry', at, row, action: null})
    for (const at of row.outcomes) texts.push({kind: 'outcome', at, row, action: null})
    for (const at of row.measures) texts.push({kind: 'measure', at, row, action: null})
    for (const action of row.actions) texts.push({kind: 'action', at: action.at, row, action})
  }
  const taken = new Set(texts.map(({at}) => at.block.index))
  for (const block of plan.blocks) {
    const kind = taken.has(block.index) ? null : kindOf(block, plan)
    if (kind) texts.push({kind, at: wholeBlock(block), row: null, action: null})
  }
  return unique(texts).sort((a, b) => a.at.block.index - b.at.block.index || a.at.start - b.at.start)
}

/** What a block is by its own role, its section or (in a document of no known type) its column. */
function kindOf(block: Block, plan: Plan): PlanText['kind'] | null {
  if (block.kind === 'heading' || block.margin || block.table?.header) return null
  switch (block.role) {
    case 'worry':
    case 'concern':
      return 'worry'
    case 'outcome':
      return 'outcome'
    case 'measure':
      return 'measure'
    case 'action':
    case 'expectation':
      return 'action'
    case 'other':
      break
    default:
      return null
  }
  const column = block.table?.heading ? columnRole(block.table.heading) : null
  if (plan.type !== 'unknown' && !column) {
    const kind = block.table ? null : sectionKinds[block.section.role]
    return kind ?? (block.section.role === 'plan' && isGoal(block.text) ? 'outcome' : null)
  }
  if (column === 'outcome') return 'outcome'
  return column === 'action' || column === 'parent-action' || column === 'professional-action' ? 'action' : null
}

const trouble = /\b(?:not|n[’']t|no|never|worr\w+|concern\w*|struggl\w+|lack\w*|poor|unable|difficult\w*|failed|refused)\b/i
const past = /\b(?:ha[sd]|have been|was|were|did|continues?|remains?)\b/i

/** Short text of a plan that nobody has named, and that does not speak of trouble, says how things are to be. */
function isGoal(text: string): boolean {
  return wordsOf(text).length <= 25 && !trouble.test(text) && !past.test(text)
}

/** A merged cell belongs to several rows; it is one text, and its first row speaks for it. */
function unique(texts: readonly PlanText[]): PlanText[] {
  const seen = new Set<string>()
  return texts.filter(({at}) => {
    const key = `${at.block.index}:${at.start}`
    if (seen.has(key)) return false
    seen.add(key)
    return true
  })
}

/** What else the row says about how things are to be: its outcomes and measures, and other lines of the same cell. */
export function besides({at, row, kind}: PlanText): string[] {
  const aims = kind === 'worry' ? [] : [...(row?.outcomes ?? []), ...(row?.measures ?? [])]
  const lines = aims.filter(span => span.block !== at.block || span.start !== at.start)
  const table = at.block.table
  const sameCell = (row?.actions ?? []).filter(({at: other}) => {
    const its = other.block.table
    return table && its && its.table === table.table && its.row === table.row && its.column === table.column && other.block !== at.block
  })
  return [...lines.map(textOf), ...sameCell.map(({text}) => text)]
}
