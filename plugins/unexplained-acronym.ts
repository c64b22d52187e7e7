import list from '../rules/unexplained-acronym/acronyms.json' with {type: 'json'}
import meta from '../rules/unexplained-acronym/rule.json' with {type: 'json'}
import {defineRule} from '../src/engine/define-rule.ts'
import {locationOf} from '../src/model/location.ts'
import type {Plan} from '../src/model/plan.ts'
import {firstUnexplained, isExplainedAt, isFlaggable, type TermUse} from '../src/model/terms.ts'
import {isQuoted} from '../src/model/spans.ts'
import {isSpelledOut} from '../src/text/expansions.ts'
import {nameFormsIn} from '../src/text/name-forms.ts'
import {isInName} from '../src/text/proper-names.ts'
import {formsOf, shortFormsIn} from '../src/text/short-forms.ts'
import {spelledOut} from '../src/text/swaps.ts'

interface AcronymEntry {
  acronym: string
  forms?: string[]
  full?: string[]
  plain?: string
  everyday?: boolean
  hint?: boolean
}

const known = formsOf<AcronymEntry>(list.entries)

export default defineRule(meta, (plan, report) => {
  for (const [acronym, uses] of usesByAcronym(plan)) {
    const entry = known.get(acronym)
    const explains = (use: TermUse): boolean =>
      isSpelledOut(use.block.text, use.start, use.end, entry?.full ?? []) || isDescribed(use, plan)
    const strong = (use: TermUse): boolean => !entry?.hint && !isPrisonName(use) && isFlaggable(use)
    const firm = firstUnexplained(uses, explains, strong)
    const use = firm ?? firstUnexplained(uses, explains, isFlaggable)
    if (!use) continue
    const later = uses.slice(uses.indexOf(use) + 1).find(explains)
    const [full] = entry?.full ?? []
    report({
      at: use,
      message: `${full ? 'known' : 'unknown'}${later ? 'Later' : ''}`,
      values: {
        acronym: use.block.text.slice(use.start, use.end),
        full: full ?? '',
        times: uses.filter(isFlaggable).length,
        where: later ? locationOf(later, plan) : ''
      },
      ...(firm && isSwap(use, entry, later) && {replacement: spelledOut(use.block.text, use.start, use.end, full as string)}),
      ...(full && {expected: [entry?.plain ? `${full}: ${entry.plain}` : full]}),
      ...(!firm && {severity: 'info' as const})
    })
  }
})

/** One meaning (several ways of writing it begin alike), not explained later, and nobody's own words. */
function isSwap({block, start, end}: TermUse, entry: AcronymEntry | undefined, later: TermUse | undefined): boolean {
  const [first, ...others] = (entry?.full ?? []).map(full => full.slice(0, 4))
  return first !== undefined && others.every(other => other === first) && !later && !isQuoted(block, start, end)
}

/** Where each short form stands, in order; names, initials of people and shortenings that everybody knows are left out. */
function usesByAcronym({blocks}: Plan): Map<string, TermUse[]> {
  const names = nameFormsIn(blocks.map(({text}) => text))
  const acronyms = new Map<string, TermUse[]>()
  for (const block of blocks) {
    for (const {key, start, end} of shortFormsIn(block.text, known)) {
      const entry = known.get(key)
      if (entry?.everyday || (!entry && (names.has(key) || isInName(block.text, start, end)))) continue
      const uses = acronyms.get(key) ?? []
      uses.push({block, start, end})
      acronyms.set(key, uses)
    }
  }
  return acronyms
}

/** Plain words beside it. A short form at the head of a line, before a colon or dash, says who or what, and the rest is no explanation. */
function isDescribed(use: TermUse, plan: Plan): boolean {
  const {block, start, end} = use
  if (block.section.role === 'glossary') return true
  if (!block.text.slice(0, start).trim() && /^\s*[:–—-]/.test(block.text.slice(end))) return false
  return isExplainedAt(use, plan.blocks)
}

/** `HMP Fellgate`: the short form is part of an address. */
function isPrisonName({block, start, end}: TermUse): boolean {
  return block.text.slice(start, end) === 'HMP' && /^ \p{Lu}/u.test(block.text.slice(end))
}
