/** Owners and times that stand together for several actions, and which action each is for. */
import type {Span} from '../plan.ts'
import {textOf, trimmed} from '../spans.ts'
import type {DraftAction} from './draft.ts'

const key = /\(([a-k]|\d{1,2})\)|(?<=^|[.;,]\s)([a-k]|\d{1,2})[.)](?=\s)/g

/** `(a) Dad. (b) Mr Feeney. (c) and (d) Neil`: a value for each lettered or numbered action; null if the text is not of that form. */
export function keyedValues(span: Span): Map<string, Span> | null {
  const text = textOf(span)
  const keys = [...text.matchAll(key)]
  if (keys.length < 2 || (keys[0]?.index ?? 9) > 2) return null
  const values = new Map<string, Span>()
  let waiting: string[] = []
  for (const [index, match] of keys.entries()) {
    waiting.push((match[1] ?? match[2]) as string)
    const from = match.index + match[0].length
    const to = keys[index + 1]?.index ?? text.length
    if (/^\s*(?:and|,|&|to|-)?\s*$/.test(text.slice(from, to))) continue
    const value = trimmed({block: span.block, start: span.start + from, end: span.start + to})
    for (const each of waiting) values.set(each, value)
    waiting = []
  }
  return values
}

/** The number or letter of an action. */
export function keyOf({label, at}: DraftAction): string {
  return /[a-z\d]+/i.exec(label ?? /^\s*\(?([a-k]|\d{1,2})[.)]/.exec(textOf(at))?.[0] ?? '')?.[0].toLowerCase() ?? ''
}

/** `Who:` and `When:` after several plain actions speak for all of them. */
export function unlabelled(actions: readonly DraftAction[], role: 'owner' | 'timescale'): DraftAction[] {
  const last = actions.at(-1)
  if (!last) return []
  const since: DraftAction[] = []
  for (const action of [...actions].reverse()) {
    if ((role === 'owner' ? action.owners : action.times) !== null) break
    since.push(action)
  }
  return since.length > 0 ? since : [last]
}
