/** What a plan says, in words: what must not depend on the format it was read from. */
import type {Plan, Span} from '../../src/model/plan.ts'

export interface Said {
  type: string
  children: string[]
  contingency: string
  /** Each row as one text: worry, outcome, actions with owners and timescales. */
  rows: string[]
}

export function saidIn(plan: Plan): Said {
  const plain = (text: string) => text.replace(/\s+/g, ' ').trim()
  const words = (spans: readonly Span[]) => plain(spans.map(({block, start, end}) => block.text.slice(start, end)).join(' '))
  return {
    type: plan.type,
    children: plan.children.map(({given, born}) => `${given} ${born}`),
    contingency: plan.contingency.state,
    rows: plan.rows.map(({worries, outcomes, actions}) =>
      JSON.stringify([
        words(worries),
        words(outcomes),
        actions.map(({text, owners, timescales}) => [
          plain(text),
          owners.map(owner => plain(owner.text)),
          timescales.map(time => plain(time.text))
        ])
      ])
    )
  }
}

/** Rows that both have, and those that only the one or the other has. */
export function compareRows(original: readonly string[], other: readonly string[]): {same: string[]; missing: string[]; extra: string[]} {
  const extra = [...other]
  const [same, missing]: [string[], string[]] = [[], []]
  for (const row of original) {
    const at = extra.indexOf(row)
    if (at < 0) missing.push(row)
    else same.push(...extra.splice(at, 1))
  }
  return {same, missing, extra}
}
