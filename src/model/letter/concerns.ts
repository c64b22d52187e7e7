/** The concerns of a letter: what a parent does or leaves undone, and whether the letter says what that does to the child. */
import type {PlanWithRows} from '../build.ts'
import type {Concern} from '../plan.ts'
import {textOf, trimmed} from '../spans.ts'
import type {TableInfo} from '../tables.ts'
import {Antecedents, referencesBy, type References} from './references.ts'
import {type Statement, statementOf} from './statements.ts'
import {type Unit, unitsOf} from './units.ts'

/** One concern for each list item, row, headed paragraph, or act in running text; its effect may stand in the next one that goes on from it. */
export function concernsOf(plan: PlanWithRows, tables: readonly TableInfo[]): Concern[] {
  const references = referencesBy(plan.people)
  const units = unitsOf(plan, tables).map(unit => ({unit, statements: statementsOf(unit, references)}))
  return units.flatMap(({unit, statements}, index) => {
    const next = units[index + 1]
    const follows = next && next.unit.blocks[0]?.section === unit.blocks[0]?.section ? next.statements : []
    return unit.kind === 'item' ? whole(statements, follows) : parts(statements, follows, unit.kind === 'headed')
  })
}

function statementsOf({kind, blocks, sure}: Unit, references: References): Statement[] {
  const antecedents = new Antecedents()
  const heading = blocks[0]?.section.heading
  if (heading && blocks[0]?.section.role === 'concerns') for (const reference of references(heading.text)) antecedents.note(reference)
  const setting = sure ? (kind === 'prose' ? 'running' : 'listed') : 'open'
  const statements = blocks.flatMap(block =>
    block.sentences.map(range => statementOf(trimmed({block, ...range}), references, antecedents, setting))
  )
  if (sure || statements.some(({topic}) => topic !== null)) for (const block of blocks) if (block.role === 'other') block.role = 'concern'
  return statements
}

/** An item or a row is one concern. */
function whole(statements: readonly Statement[], follows: readonly Statement[]): Concern[] {
  const acts = statements.filter(({topic}) => topic !== null)
  if (acts.length === 0) return []
  const concern = concernOf(acts, statements.some(({effect}) => effect) || goesOnWithEffect(follows, true))
  // It is the item that lacks the effect: what it says before the act belongs to it.
  const first = statements.find(({at}) => at.block === concern.at.block) as Statement
  const at = {...concern.at, start: first.at.start}
  return [{...concern, at, text: textOf(at)}]
}

/** Running text: an effect speaks for the acts told before it; what is told after it is a concern of its own. */
function parts(statements: readonly Statement[], follows: readonly Statement[], headed: boolean): Concern[] {
  const acts = statements.filter(({topic}) => topic !== null)
  if (acts.length === 0) return []
  if (headed && !statements.some(({effect}) => effect)) return [concernOf(acts, goesOnWithEffect(follows, false))]
  const settled: Statement[] = []
  const open: Statement[] = []
  let pending: Statement[] = []
  let topic: string | null = null
  let told = false
  for (const statement of statements) {
    if (statement.effect) {
      const own = statement.topic !== null && !statement.continues ? statement.topic : null
      for (const act of pending) (isApart(act, own ?? pending.at(-1)?.topic ?? null, headed && own === null) ? open : settled).push(act)
      pending = []
      told = true
      topic = statement.topic ?? settled.at(-1)?.topic ?? topic
      if (statement.topic) settled.push(statement)
    } else if (statement.topic) {
      const same =
        told &&
        pending.length === 0 &&
        (statement.continues || statement.topic === topic || (topic === null && statement.topic !== 'services'))
      if (same) settled.push(statement)
      else pending.push(statement)
    }
  }
  if (goesOnWithEffect(follows, false)) settled.push(...pending)
  else open.push(...pending)
  return [...(settled.length > 0 ? [concernOf(settled, true)] : []), ...groupsOf(open).map(group => concernOf(group, false))]
}

/** Missed visits and appointments, school and honesty are matters of their own: an effect told of something else does not speak for them. */
const ownMatters = new Set(['services', 'health', 'school', 'honesty'])

function isApart({topic}: Statement, told: string | null, headed: boolean): boolean {
  return !headed && topic !== null && topic !== told && ownMatters.has(topic) && told !== 'other'
}

/** The next paragraph goes on with the same concern if it tells an effect before any new act. */
function goesOnWithEffect(follows: readonly Statement[], mustContinue: boolean): boolean {
  const first = follows[0]
  if (!first || (mustContinue && !first.continues)) return false
  for (const {effect, topic, continues} of follows.slice(0, 3)) {
    if (effect) return topic === null || continues
    if (topic !== null && !continues) return false
  }
  return false
}

/** Acts that follow each other, of one topic and one parent, are one concern. */
function groupsOf(acts: readonly Statement[]): Statement[][] {
  const groups: Statement[][] = []
  for (const act of acts) {
    const before = groups.at(-1)
    const last = before?.at(-1)
    const joins =
      last &&
      last.at.block === act.at.block &&
      (act.continues || act.topic === last.topic || act.topic === 'other') &&
      !otherParent(last, act)
    if (joins) before?.push(act)
    else groups.push([act])
  }
  return groups
}

function otherParent(before: Statement, act: Statement): boolean {
  const [first] = act.parents
  return first !== undefined && first !== 'you' && before.parents.length > 0 && !before.parents.includes(first)
}

/** Points at the acts, from the first to the last in its block. */
function concernOf(acts: readonly Statement[], effect: boolean): Concern {
  const first = acts[0] as Statement
  const last = acts.filter(({at}) => at.block === first.at.block).at(-1) as Statement
  const at = {block: first.at.block, start: first.at.start, end: last.at.end}
  return {at, text: textOf(at), act: true, effect}
}
