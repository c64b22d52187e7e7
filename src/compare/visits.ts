/** How often the social worker comes to see the child: one thing, whether a row of the plan asks for it or a section of its own tells it. */
import type {Plan} from '../model/plan.ts'
import {textOf} from '../model/spans.ts'
import {timesIn} from '../text/dates.ts'
import type {Namer, Worker} from './people.ts'
import {type Action, worded} from './things.ts'
import {isSameTime, readTime} from './times.ts'
import {stemsOf} from './words.ts'

/** The action that asks for the visits, or one made of the sentence that tells of them. */
export function visitOf({visits, date}: Plan, actions: readonly Action[], worker: Worker | null, nameIn: Namer): Action | null {
  const at = visits.frequency
  if (!at) return null
  const asked = actions.find(action => action.at.block === at.block)
  if (asked) return asked
  const often = timesIn(textOf(at), date).find(({kind}) => kind === 'frequency')
  // A line with a label of its own belongs to what stands above it.
  if (!often || at.block.section.role !== 'visits' || at.block.table || at.block.labelEnd > 0) return null
  const owner = worker?.name ?? ''
  const words = worded(at, nameIn)
  return {
    ...words,
    need: {text: '', at, stems: new Set(), outcomes: [], actions: []},
    owner,
    ownerStems: stemsOf(nameIn(owner)),
    isCrowd: owner === '',
    isOwnerGiven: false,
    time: readTime(textOf(at).slice(often.start, often.end), date),
    done: false,
    progress: ''
  }
}

interface Visiting {
  visit: Action | null
  actions: readonly Action[]
}

/** The visits of two versions, as often in both, where one version at least tells them outside its actions. */
export function visitPair(before: Visiting, after: Visiting, pairs: ReadonlyMap<Action, Action>): [Action, Action] | null {
  const [older, newer] = [before.visit, after.visit]
  if (!older || !newer || !isSameTime(older.time, newer.time)) return null
  const areAsked = before.actions.includes(older) && after.actions.includes(newer)
  return areAsked || [...pairs].some(([one, other]) => other === newer && one !== older) ? null : [older, newer]
}
