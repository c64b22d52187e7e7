/** What an audit counts of a plan beyond its report: each child, each action, each concern of a letter, and the names that must not leak. */
import type {AuditedAction, AuditedChild, Facts} from '../report.ts'
import {overviewOf} from './overview.ts'
import type {Action, Plan} from './plan.ts'
import {sourceRange} from './spans.ts'

export function factsOf(plan: Plan): Facts {
  const {children, people, actions, letter} = plan
  return {
    children: overviewOf(plan).children.map(({worry, outcome, action, voice}, index): AuditedChild => {
      const child = children[index]
      return {name: child?.name ?? '', born: child?.born ?? null, worry, outcome, action, voice}
    }),
    actions: actions.map(action => actionOf(action, plan)),
    concerns: (letter?.concerns ?? []).map(({effect}) => ({effect})),
    names: [...children, ...people.parents, ...people.others.filter(({kind}) => kind === 'relative')].map(({name}) => name)
  }
}

function actionOf({at, text, owners, timescales, doer}: Action, plan: Plan): AuditedAction {
  const {table} = at.block
  // An owner or a day that is one counts, whatever else is written beside it.
  const owner = owners.find(({kind}) => kind === 'named') ?? owners[0]
  const time = timescales.find(({kind}) => kind !== 'vague' && kind !== 'blank') ?? timescales[0]
  return {
    text,
    place: table ? `Table ${table.table + 1}, row ${table.row + 1}` : `Line ${lineAt(plan.text, sourceRange(at).start)}`,
    doer,
    owner: owner?.kind ?? 'none',
    when: time?.kind ?? 'none',
    due: time?.due ?? null
  }
}

function lineAt(text: string, offset: number): number {
  let line = 1
  for (let end = text.indexOf('\n'); end !== -1 && end < offset; end = text.indexOf('\n', end + 1)) line++
  return line
}
