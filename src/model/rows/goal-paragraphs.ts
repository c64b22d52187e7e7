/** Goals without a label: the paragraph between the heading of a need and its list of tasks, where the worries are told elsewhere. */
import type {Block, People, Section} from '../plan.ts'
import {readsAsGoal} from './column-content.ts'
import {isBlank, labelRole} from './draft.ts'

/** Such paragraphs; none unless the sections of the plan are alike and most of them read as goals. */
export function goalParagraphs(sections: readonly Section[], people: People): ReadonlySet<Block> {
  const goals = new Set<Block>()
  if (!sections.some(({role, blocks}) => role === 'worries' && blocks.length > 1)) return goals
  for (const parent of new Set(sections.map(section => section.parent))) {
    const siblings = sections.filter(section => section.parent === parent)
    // Where outcomes have a label, what has none is no outcome.
    if (siblings.some(({blocks}) => blocks.some(block => labelRole(block) === 'outcome'))) continue
    const leads = siblings.flatMap(section => leadOf(section) ?? [])
    const telling = leads.filter(({text}) => readsAsGoal(text, people))
    if (telling.length >= 2 && telling.length * 2 >= leads.length) for (const lead of leads) goals.add(lead)
  }
  return goals
}

/** The one paragraph above the list of a section that has nothing else in it. */
function leadOf({role, heading, blocks}: Section): Block | null {
  if (role !== 'plan' && role !== 'other') return null
  const [first, ...rest] = blocks.filter(block => block !== heading && !block.margin && !isBlank(block.text))
  const isLead =
    first?.kind === 'paragraph' && !first.table && first.labelEnd === 0 && !/:\s*$/.test(first.text) && first.sentences.length <= 2
  return first && isLead && rest.length >= 2 && rest.every(({kind}) => kind === 'item') ? first : null
}
