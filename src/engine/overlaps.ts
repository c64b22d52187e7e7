/** Two findings on one phrase only where the reader's problem is different; otherwise the first of these wins. */
import type {Found} from './run-rule.ts'

const order = ['blaming-language', 'jargon', 'unclear-contingency', 'vague-timescale', 'vague-wording']

/** Drops a finding that overlaps one of a rule that comes before its own in the order. */
export function resolveOverlaps(found: readonly Found[]): Found[] {
  const ranked = found.filter(({ruleId, span}) => span && order.includes(ruleId))
  return found.filter(message => {
    const own = order.indexOf(message.ruleId)
    if (own < 0 || !message.span) return true
    return !ranked.some(other => other.severity !== 'info' && order.indexOf(other.ruleId) < own && overlap(other, message))
  })
}

function overlap(a: Found, b: Found): boolean {
  return a.span !== null && b.span !== null && a.span.block === b.span.block && a.span.start < b.span.end && b.span.start < a.span.end
}
