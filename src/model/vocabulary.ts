/** Names of sections and columns, looked up in the vocabularies. */
import columns from '../../rules/vocabulary/columns.json' with {type: 'json'}
import headings from '../../rules/vocabulary/headings.json' with {type: 'json'}
import {createMatcher, type Match, type PhraseEntry, wordsOf} from '../text/phrases.ts'
import type {SectionRole} from './plan.ts'

export type ColumnRole =
  | 'worry'
  | 'strength'
  | 'outcome'
  | 'action'
  | 'parent-action'
  | 'professional-action'
  | 'owner'
  | 'timescale'
  | 'measure'
  | 'progress'
  | 'contingency'
  | 'reference'
  | 'child'

interface RoleEntry extends PhraseEntry {
  role: string
  in?: string
}

/** `What'll be different` and `What will be different` are one name. */
function spelledOut(text: string): string {
  if (!/['’]/.test(text)) return text
  return text
    .replace(/\b(what|who|how|when|i|we|you|it|they)['’]ll\b/gi, '$1 will')
    .replace(/\b(what|who|how|where|it)['’]s\b/gi, '$1 is')
    .replace(/\b(are|is|do|does|did|has|have|was)n['’]t\b/gi, '$1 not')
    .replace(/\b(we|you|they)['’]re\b/gi, '$1 are')
    .replace(/\bi['’]m\b/gi, 'i am')
}

const plainly = (entries: readonly RoleEntry[]): RoleEntry[] => entries.map(entry => ({...entry, phrase: spelledOut(entry.phrase)}))
const headingsOf = (kind: 'plan' | 'letter'): RoleEntry[] =>
  plainly(headings.entries as RoleEntry[]).filter(entry => !entry.in || entry.in === kind)
/** Where a name fits several roles, the narrower one is meant. */
const narrowFirst: readonly string[] = [
  'parent-action',
  'professional-action',
  'contingency',
  'progress',
  'measure',
  'timescale',
  'owner',
  'strength',
  'outcome',
  'worry',
  'action',
  'child',
  'reference'
]
const columnEntries = plainly(columns.entries as RoleEntry[])
const columnMatcher = createMatcher(Object.fromEntries(narrowFirst.map(role => [role, columnEntries.filter(entry => entry.role === role)])))
const headingMatchers = {plan: createMatcher({headings: headingsOf('plan')}), letter: createMatcher({headings: headingsOf('letter')})}

const numberBehind = /(?:\s\(?\d{1,2}\s?\.?\(?[a-z]\)?|\s\(?[A-H]\)?)?[\s\d/.:–-]*$/

/**
 * What stands under a column of this name, or beside this label; null if no entry is the whole name. A name that joins two with a
 * slash or “and” takes the role of its first part that has one.
 */
export function columnRole(written: string): ColumnRole | null {
  // “Update 22/7”, “Action 3”, “Task 2b”, “Outcome (for Ella)”
  const name = written.replace(numberBehind, '') || written
  const whole = wholeMatch(name)
  if (whole) return whole
  // “Date of this conference and plan”
  if (/^\W*dates? of\b/i.test(name)) return null
  for (const part of name.split(/\s*(?:\/|&|\band\b|\bor\b|,|\(|\n| – | - )\s*/i).slice(0, 3)) {
    const role = part.trim() ? wholeMatch(part.replace(/[)]/g, '')) : null
    if (role) return role
  }
  return null
}

function wholeMatch(written: string): ColumnRole | null {
  const name = spelledOut(written)
  const words = wordsOf(name)
  const first = words[0]
  const last = words.at(-1)
  if (!first || !last || words.length > 9) return null
  let from = first.start
  // “1. What are we worried about?” and “the outcome”
  const second = words[1]
  if (second && /^(?:\d+|the|our|a)$/.test(first.text)) from = second.start
  const found = columnMatcher.match(name).filter(match => (match.start === from || match.start === first.start) && match.end === last.end)
  const lists = found.map(({list}) => list)
  return (narrowFirst.find(role => lists.includes(role)) as ColumnRole | undefined) ?? null
}

/** `Part 5. Contingency`, `Section C: Views`. */
const partNumber = /^\s*(?:part|section)\s+(?:\d{1,2}|[A-Z]|[ivx]{1,4})(?=[\s.:)–-])[\s.:)–-]+(?=\p{L})/iu

/** What a heading says its section is for; null if it says nothing this vocabulary knows. */
export function sectionRole(written: string, kind: 'plan' | 'letter'): SectionRole | null {
  const heading = spelledOut(written).replace(partNumber, '')
  const role = roleNamed(heading, kind) ?? (adverbs.test(heading) ? roleNamed(heading.replace(adverbs, ''), kind) : null)
  // “Summary since the review”, “How it has gone since May”
  return kind === 'plan' && (role === null || saysLittle.has(role)) && /\bsince\b/i.test(heading) ? 'progress' : role
}

const adverbs = /\b(?:still|currently|also|really|most|now)\s+/i
const saysLittle: ReadonlySet<SectionRole> = new Set(['review', 'background', 'other'])

function roleNamed(heading: string, kind: 'plan' | 'letter'): SectionRole | null {
  const words = wordsOf(heading)
  const total = words.length
  if (total === 0 || total > 16) return null
  let best: {role: SectionRole; score: number} | null = null
  for (const match of headingMatchers[kind].match(heading)) {
    const entry = match.entry as RoleEntry
    const size = wordCount(match, words)
    const atStart = match.start <= (words[/^\d/.test(words[0]?.text ?? '') ? 1 : 0]?.start ?? 0)
    const coverage = size / total
    if (coverage < 0.34 && !atStart) continue
    // “Views on the plan” are views.
    const told = /\b(?:on|of|about|with|to)\s+$/i.test(heading.slice(0, match.start))
    const score = size + (atStart ? 1 : 0) + coverage - (told ? 1 : 0)
    if (!best || score > best.score) best = {role: entry.role as SectionRole, score}
  }
  return best?.role ?? null
}

function wordCount({start, end}: Match, words: readonly {start: number; end: number}[]): number {
  return words.filter(word => word.start >= start && word.end <= end).length
}
