/** A table of tasks that calls each worry or goal by its number only, where a list before it states them. */
import type {Section, Span} from '../plan.ts'
import {labelText, textOf, trimmed, wholeBlock} from '../spans.ts'
import {columnRole} from '../vocabulary.ts'
import {type DraftRow, isBlank} from './draft.ts'

type Part = 'worries' | 'outcomes'

const numberAlone = /^\W*(?:\p{L}+\s)?(?:no\.?\s)?(\d{1,2})\W*$/iu
const numbered = /(\d{1,2})\W*$/

/** Rows of one number become the need of that number, with the words of the list. */
export function withNumberedStatements(rows: readonly DraftRow[], sections: readonly Section[]): DraftRow[] {
  const calling = rows.filter(row => numberOf(row) !== null)
  if (calling.length === 0) return [...rows]
  const stated = {worries: statementsOf('worries', sections), outcomes: statementsOf('outcomes', sections)}
  const needs = new Map<string, DraftRow>()
  const kept: DraftRow[] = []
  for (const row of rows) {
    const called = numberOf(row)
    const words = called ? stated[called.part].get(called.number) : undefined
    if (!called || !words) {
      kept.push(row)
      continue
    }
    const need = needs.get(called.number)
    if (need) {
      need.actions.push(...row.actions)
      need.progress.push(...row.progress)
      continue
    }
    // Where both lists are of one length, their numbers go together.
    const isPaired = stated.worries.size === stated.outcomes.size
    for (const part of ['worries', 'outcomes'] as const) {
      const own = part === called.part || isPaired ? stated[part].get(called.number) : undefined
      if (own && (part === called.part || row[part].length === 0)) row[part] = [own]
    }
    needs.set(called.number, row)
    kept.push(row)
  }
  const used = new Set([...needs.values()].flatMap(({outcomes, worries}) => [...outcomes, ...worries]).map(({block}) => block))
  return kept.filter(({actions, outcomes}) => actions.length > 0 || outcomes.length === 0 || outcomes.some(({block}) => !used.has(block)))
}

function numberOf({worries, outcomes, actions}: DraftRow): {part: Part; number: string} | null {
  for (const part of ['outcomes', 'worries'] as const) {
    const spans = part === 'outcomes' ? outcomes : worries
    const [only] = spans
    const number = spans.length === 1 && only?.block.table ? numberAlone.exec(textOf(only))?.[1] : undefined
    if (number && actions.length > 0) return {part, number}
  }
  return null
}

/** `Goal 2: …` wherever it stands, and the numbered items of a section of worries or outcomes. */
export function statementsOf(part: Part, sections: readonly Section[]): Map<string, Span> {
  const found = new Map<string, Span>()
  const role = part === 'worries' ? 'worry' : 'outcome'
  for (const section of sections) {
    for (const block of section.blocks) {
      if (block.table || block.margin || isBlank(block.text) || block === section.heading) continue
      const label = labelText(block)
      const isLabelled = block.labelEnd > 0 && columnRole(label) === role
      const number = isLabelled ? numbered.exec(label)?.[1] : section.role === part ? numbered.exec(block.label ?? '')?.[1] : undefined
      const words = isLabelled ? trimmed({block, start: block.labelEnd, end: block.text.length}) : wholeBlock(block)
      if (number && !found.has(number)) found.set(number, words)
    }
  }
  return found
}
