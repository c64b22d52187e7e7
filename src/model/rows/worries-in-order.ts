/** Worries in a list of their own and, after it, as many goals with their tasks: the first worry is that of the first goal. */
import type {Section} from '../plan.ts'
import {wholeBlock} from '../spans.ts'
import type {DraftRow} from './draft.ts'

export function pairInOrder(rows: readonly DraftRow[], sections: readonly Section[]): void {
  const goals = rows.filter(({layout, outcomes, actions}) => layout === 'headings' && outcomes.length > 0 && actions.length > 0)
  const worries = sections.filter(({role}) => role === 'worries').flatMap(({blocks}) => blocks.filter(isItem))
  if (goals.length < 2 || goals.length !== worries.length || goals.some(goal => goal.worries.length > 0)) return
  for (const [index, goal] of goals.entries()) {
    const worry = worries[index]
    if (worry) goal.worries.push(wholeBlock(worry))
  }
}

function isItem({kind, label, depth, table}: Section['blocks'][number]): boolean {
  return kind === 'item' && label !== null && depth === 1 && table === null
}
