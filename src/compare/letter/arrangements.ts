/** Who may come where, who sees whom and who calls, which a plan may tell beside its actions. */
import vocabulary from '../../../rules/compare/letter.json' with {type: 'json'}
import type {Section} from '../../model/plan.ts'
import {textOf, trimmed} from '../../model/spans.ts'
import {createMatcher} from '../../text/phrases.ts'
import type {Action} from '../things.ts'
import {noTime} from '../times.ts'
import type {Version} from '../version.ts'

/** What somebody is to do; a statement beside the actions of a plan names neither owner nor time in a cell of its own. */
export type Told = Pick<Action, 'text' | 'owner' | 'time'>

const matcher = createMatcher({arrangements: vocabulary.arrangements})

export function arrangementsOf({plan, actions}: Version): Told[] {
  const known = new Set(actions.map(({at}) => at.block))
  return plan.blocks
    .filter(block => block.kind !== 'heading' && !block.margin && !block.table?.header && !known.has(block) && isArranged(block.section))
    .flatMap(block => block.sentences.map(range => ({text: textOf(trimmed({block, ...range})), owner: '', time: noTime})))
}

function isArranged({role, title}: Section): boolean {
  return role === 'visits' || role === 'agreement' || ((role === 'other' || role === 'plan') && matcher.match(title).length > 0)
}
