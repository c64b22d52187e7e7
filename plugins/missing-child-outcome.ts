import meta from '../rules/missing-child-outcome/rule.json' with {type: 'json'}
import {defineRule} from '../src/engine/define-rule.ts'
import {hasChildOutcome, outcomeKind} from '../src/model/child-link.ts'
import type {Plan, Row, Span} from '../src/model/plan.ts'
import {speaksOfProcess} from '../src/model/rows/action-words.ts'
import {textOf} from '../src/model/spans.ts'

export default defineRule(meta, (plan, report) => {
  const rows = plan.rows.filter(row => isNeed(row))
  if (rows.length === 0) return
  const child = plan.children.length === 1 ? (plan.children[0]?.given ?? 'the child') : 'the child'
  if (!plan.rows.some(row => hasChildOutcome(row, plan))) {
    report({at: null, message: 'document', values: {child}})
    return
  }
  const seen = new Set<string>()
  for (const row of rows) {
    if (hasChildOutcome(row, plan)) continue
    const at = quoteOf(row)
    const key = at ? `${at.block.index}:${at.start}` : ''
    if (!at || seen.has(key)) continue
    seen.add(key)
    report({at, message: kindOf(row, plan), values: {child}})
  }
})

/** A row with a worry or outcome to it: not a loose list of actions, not only visits, meetings or assessments, not a worry of “none”. */
function isNeed(row: Row): boolean {
  if (row.layout === 'list' || row.actions.length === 0) return false
  if (row.worries.some(span => /^\W*(?:none|nil|n\/a|no (?:worries|concerns))\b/i.test(textOf(span)))) return false
  if (row.worries.length === 0 && row.outcomes.length === 0 && row.layout !== 'table') return false
  return !row.actions.every(({text}) => speaksOfProcess(text))
}

function quoteOf(row: Row): Span | null {
  // A heading only names the need; the words that state the worry, or the action, say more.
  const worded = row.worries.filter(span => span.block.kind !== 'heading' && textOf(span).split(/\s+/).length >= 6)
  const stated = worded.find(span => /[.!]\s*$/.test(textOf(span))) ?? worded[0]
  return (
    row.outcomes[0] ??
    stated ??
    (row.layout === 'headings' ? row.actions[0]?.at : row.worries[0]) ??
    row.actions[0]?.at ??
    row.worries[0] ??
    null
  )
}

function kindOf(row: Row, plan: Plan): string {
  const [first] = row.outcomes
  if (!first) return 'default'
  const kind = outcomeKind(textOf(first), plan)
  return kind === 'child' ? 'default' : kind
}
