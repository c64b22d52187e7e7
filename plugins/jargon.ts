import glossary from '../rules/jargon/glossary.json' with {type: 'json'}
import meta from '../rules/jargon/rule.json' with {type: 'json'}
import {defineRule, type RuleContext} from '../src/engine/define-rule.ts'
import type {Plan} from '../src/model/plan.ts'
import {contextOf, firstNeverExplained, isExplainedAt, isFlaggable, type TermUse} from '../src/model/terms.ts'
import {opensDescription} from '../src/text/explanations.ts'
import type {Match} from '../src/text/phrases.ts'
import {isInName} from '../src/text/proper-names.ts'

interface JargonEntry {
  phrase: string
  term?: string
  plain: string
  hint?: boolean
  seen?: boolean
  category?: string
  ordinary?: string[]
  [field: string]: unknown
}
interface JargonUse extends TermUse {
  entry: JargonEntry
}

const entries: readonly JargonEntry[] = glossary.entries
const ordinary = entries.flatMap(entry => (entry.ordinary ?? []).map(phrase => ({phrase})))

export default defineRule(
  meta,
  (plan, report, context) => {
    const terms = usesByTerm(plan, context)
    const ownField = plan.type !== 'unknown' || isOfTheField(terms)
    const explains = (use: JargonUse): boolean =>
      isExplainedAt(use, plan.blocks) || (use.entry.seen === true && opensDescription(contextOf(use, plan.blocks).next))
    for (const uses of terms.values()) {
      if (!ownField && uses.some(({entry}) => entry.ordinary)) continue
      const strong = ({entry, ...use}: JargonUse): boolean => !entry.hint && isFlaggable(use)
      const use = firstNeverExplained(uses, explains, strong) ?? firstNeverExplained(uses, explains, isFlaggable)
      if (!use) continue
      const {block, start, end, entry} = use
      const times = uses.filter(isFlaggable).length
      report({
        at: {block, start, end},
        message: `${entry.hint ? 'hint' : 'default'}${times > 1 ? 'Often' : ''}`,
        values: {term: block.text.slice(start, end), times, plain: entry.plain},
        expected: [entry.plain],
        ...(entry.hint && {severity: 'info' as const})
      })
    }
  },
  {terms: entries, ordinary}
)

/** In a document of no known type, words with an everyday sense count only beside terms that have none. */
function isOfTheField(terms: ReadonlyMap<string, readonly JargonUse[]>): boolean {
  return [...terms.values()].filter(uses => uses.some(({entry}) => !entry.hint && !entry.ordinary)).length >= 2
}

/** Where each term stands, in order; a name or the everyday sense of a word is no use of the term. */
function usesByTerm({blocks}: Plan, context: RuleContext): Map<string, JargonUse[]> {
  const terms = new Map<string, JargonUse[]>()
  for (const block of blocks) {
    const everyday = context.matches(block.index, 'ordinary')
    const isEveryday = ({start}: Match): boolean => everyday.some(other => other.start <= start && other.end > start)
    const candidates = context.matches(block.index, 'terms').filter(match => !isEveryday(match))
    for (const {entry, start, end} of longestOf(candidates)) {
      const jargon = entry as JargonEntry
      if (jargon.category !== 'law' && isInName(block.text, start, end)) continue
      const key = jargon.term ?? jargon.phrase
      const use = {block, start, end, entry: jargon}
      const uses = terms.get(key)
      if (uses) uses.push(use)
      else terms.set(key, [use])
    }
  }
  return terms
}

/** Of matches that overlap, the longest. */
function longestOf(matches: readonly Match[]): Match[] {
  const kept: Match[] = []
  for (const match of [...matches].sort((a, b) => b.end - b.start - (a.end - a.start))) {
    if (!kept.some(other => overlap(match, other))) kept.push(match)
  }
  return kept.sort((a, b) => a.start - b.start)
}

function overlap(a: Match, b: Match): boolean {
  return a.start < b.end && b.start < a.end
}
