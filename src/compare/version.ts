/** One version of a plan, made ready to be compared: its needs, its actions, its news, and who is who. */
import type {Plan, SectionRole} from '../model/plan.ts'
import {isAimHeading, isNewsHeading} from './headings.ts'
import {needsOf} from './needs.ts'
import {type Action, type Need, worded, type Worded} from './things.ts'
import {wholeBlock} from '../model/spans.ts'
import {type Line, newsOf, toldIn} from './news.ts'
import type {Stems, Weigh} from './words.ts'
import {namer, type Namer, workerOf} from './people.ts'
import {visitOf} from './visits.ts'

export interface Version {
  plan: Plan
  /** Place in the order given, from 0. */
  index: number
  needs: Need[]
  /** Aims that the plan states beside its needs. */
  aims: Worded[]
  actions: Action[]
  /** How often the social worker comes: one of the actions, or told beside them. */
  visit: Action | null
  /** What the document tells beside its plan: updates, results, background. */
  news: Line[]
  /** What its worries tell of things that happened. */
  told: Line[]
  worker: ReturnType<typeof workerOf>
  nameIn: Namer
}

/** What two versions are compared by. */
export interface Ground {
  before: Version
  after: Version
  /** Older need to newer. */
  needs: ReadonlyMap<Need, Need>
  names: Stems
  weigh: Weigh
}

export function versionOf(plan: Plan, index: number): Version {
  const worker = workerOf(plan)
  const nameIn = namer(plan, worker)
  const needs = needsOf(plan, nameIn)
  const aims = aimsOf(plan, needs, nameIn)
  const actions = needs.flatMap(part => part.actions)
  const news = newsOf(plan, [...needs, {outcomes: aims, actions: []}], nameIn)
  const visit = visitOf(plan, actions, worker, nameIn)
  return {plan, index, needs, aims, actions, visit, news, told: toldIn(plan, news, nameIn), worker, nameIn}
}

/** `Child protection plan: outcomes`, `The plan: goals and actions`: more than aims stands under them. */
const namesMore: ReadonlySet<SectionRole> = new Set(['plan', 'title', 'progress', 'people', 'header'])

/** What the plan aims for beside its needs, or under a heading of its own: `What should Ewan’s life be like?` */
function aimsOf({sections}: Plan, needs: readonly Need[], nameIn: Namer): Worded[] {
  const known = new Set(
    needs
      .flatMap(({at, outcomes, actions}) => [at, ...outcomes.map(part => part.at), ...actions.map(part => part.at)])
      .map(({block}) => block)
  )
  const stated = needs.filter(({stems}) => stems.size === 0).flatMap(({outcomes}) => outcomes)
  const headed = sections
    .filter(({role, title}) => role === 'outcomes' || (!namesMore.has(role) && isAimHeading(title) && !isNewsHeading(title)))
    .flatMap(({blocks}) =>
      blocks.filter(block => block.kind !== 'heading' && !block.table && !block.margin && block.text.trim() && !known.has(block))
    )
    .map(block => worded(wholeBlock(block), nameIn))
  return [...stated, ...headed]
}
