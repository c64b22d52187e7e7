/** The plan as planlint understands it: children, people, rows, owners and dates. Findings make sense only where this is right. */
import {noticeOf, type Plan, visible} from '../index.ts'

type Row = Plan['rows'][number]
type Action = Plan['actions'][number]
type Spans = Row['worries']

/** Plain text of one document. */
export function planText(path: string, plan: Plan): string {
  const lines = [
    path,
    `  type: ${plan.type} (${Math.round(plan.typeConfidence * 100)} % sure)`,
    ...plan.doubts.map(doubt => `  not sure: ${noticeOf(doubt)}`),
    `  date: ${plan.date ?? 'not found'}`,
    `  children: ${plan.children.map(childText).join('; ') || 'none found'}`,
    `  parents: ${plan.people.parents.map(personText).join('; ') || 'none found'}`,
    `  others: ${plan.people.others.map(personText).join('; ') || 'none found'}`,
    ...plan.rows.flatMap(rowLines),
    ...(plan.letter ? letterLines(plan.letter) : planLines(plan))
  ]
  return `${lines.map(shown).join('\n')}\n`
}

function childText({given, born, age, unborn}: Plan['children'][number]): string {
  const about = unborn ? 'unborn' : born ? `born ${born}` : age === null ? '' : `aged ${age}`
  return about ? `${given} (${about})` : given
}

function personText({name, aliases}: Plan['people']['parents'][number]): string {
  const others = aliases.filter(alias => alias !== name.toLowerCase())
  return others.length > 0 ? `${name} (${others.join(', ')})` : name
}

function rowLines({index, layout, worries, outcomes, actions}: Row): string[] {
  return [
    `  row ${index + 1} (${layout})`,
    ...spansLine('worry', worries),
    ...spansLine('outcome', outcomes),
    ...actions.flatMap(actionLines)
  ]
}

function actionLines({text, owners, timescales}: Action): string[] {
  const who = each(owners.map(owner => (owner.kind === 'named' ? owner.text : `${owner.text} [${owner.kind}]`))) || 'nobody'
  const when = each(timescales.map(time => `${time.text} [${time.due ?? time.kind}]`)) || 'no date'
  return [`    action: ${text}`, `      who: ${who}; when: ${when}`]
}

function each(texts: readonly string[]): string {
  return [...new Set(texts)].join(', ')
}

function spansLine(name: string, spans: Spans): string[] {
  return spans.length > 0 ? [`    ${name}: ${spans.map(({block, start, end}) => block.text.slice(start, end)).join(' | ')}`] : []
}

function planLines({contingency, voices, visits, review}: Plan): string[] {
  return [
    `  contingency: ${contingency.state}`,
    ...spansLine(
      'statement',
      contingency.statements.map(({at}) => at)
    ),
    `  children heard: ${
      voices
        .filter(({heard}) => heard)
        .map(({child}) => child.given)
        .join(', ') || 'none'
    }`,
    `  visits: ${visits.frequency ? spanText(visits.frequency) : 'no interval found'}`,
    `  review: ${review.at ? spanText(review.at) : 'not found'}`
  ]
}

function letterLines(letter: NonNullable<Plan['letter']>): string[] {
  const {concerns, expectations, support, solicitor, freeAdvice, meetingDate, meetingTime, meetingPlace, consequence, family} = letter
  const found = {
    support,
    solicitor,
    'free advice': freeAdvice,
    'meeting date': meetingDate,
    'meeting time': meetingTime,
    'meeting place': meetingPlace,
    consequence,
    family
  }
  return [
    ...concerns.map(({at, act, effect}) => `  concern${act ? ', an act' : ''}${effect ? ', effect said' : ''}: ${spanText(at)}`),
    ...expectations.flatMap(actionLines),
    ...Object.entries(found).map(([name, span]) => `  ${name}: ${span ? spanText(span) : 'not found'}`)
  ]
}

function spanText({block, start, end}: Action['at']): string {
  return block.text.slice(start, end)
}

/** Safe for a terminal, indentation kept. */
function shown(line: string): string {
  return (/^ */.exec(line)?.[0] ?? '') + visible(line).trim()
}
