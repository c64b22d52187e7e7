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

/** The two speak of one phrase where most of the later one's words lie in the other: a long statement is not silenced by one word in it. */
function overlap(winner: Found, loser: Found): boolean {
  const [a, b] = [winner.span, loser.span]
  if (!a || !b || a.block !== b.block) return false
  return Math.min(a.end, b.end) - Math.max(a.start, b.start) > (b.end - b.start) * 0.6
}
