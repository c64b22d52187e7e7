/** Two findings on one phrase only where the reader's problem is different; otherwise the first of these wins. */
import type {Block} from '../model/plan.ts'
import type {Found} from './run-rule.ts'

const order = ['blaming-language', 'jargon', 'unclear-contingency', 'vague-timescale', 'vague-wording', 'complex-wording']

/** Drops a finding that overlaps one of a rule that comes before its own in the order. */
export function resolveOverlaps(found: readonly Found[]): Found[] {
  const byBlock = new Map<Block, Found[]>()
  for (const message of found) {
    if (!message.span || message.severity === 'info') continue
    const others = byBlock.get(message.span.block)
    if (others) others.push(message)
    else byBlock.set(message.span.block, [message])
  }
  return found.filter(message => {
    const own = order.indexOf(message.ruleId)
    if (own < 0 || !message.span) return true
    const before = order.slice(0, own)
    return !byBlock.get(message.span.block)?.some(other => before.includes(other.ruleId) && overlap(other, message))
  })
}

/** The two speak of one phrase where most of the later one's words lie in the other: a long statement is not silenced by one word in it. */
function overlap(winner: Found, loser: Found): boolean {
  const [a, b] = [winner.span, loser.span]
  if (!a || !b || a.block !== b.block) return false
  return Math.min(a.end, b.end) - Math.max(a.start, b.start) > (b.end - b.start) * 0.6
}
