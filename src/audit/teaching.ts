/** What can be taught about a rule: why it matters, an invented example of each kind, and how often the rule was right when measured. */
import teaching from './teaching.json' with {type: 'json'}

export interface TaughtExample {
  caption: string
  lines: string[]
}

export interface Teaching {
  id: string
  description: string
  why: string
  /** Share of its findings that were right, from 0 to 1; null where too few were measured. */
  precision: {value: number; findings: number; unseen: boolean} | null
  poor: TaughtExample | null
  good: TaughtExample | null
}

const byId = new Map<string, Teaching>(teaching.map(rule => [rule.id, rule]))

/** A rule of somebody else's has nothing to teach but its name. */
export function teachingOf(id: string): Teaching {
  return byId.get(id) ?? {id, description: id, why: '', precision: null, poor: null, good: null}
}
