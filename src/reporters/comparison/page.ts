/** What every form of a comparison shows, in its order: what to talk about first, what was done last. */
import type {Change, Comparison, LetterComparison, Passage} from '../../comparison.ts'
import {fillIn as fill, longDate} from '../../wording.ts'
import {visible} from '../visible.ts'
import wording from './wording.json' with {type: 'json'}

export type AnyComparison = Comparison | LetterComparison
export type AnyChange = Change<string>

export interface Group {
  title: string
  changes: AnyChange[]
  /** Each with the same reason, so that it is said once. */
  reason: string | null
  ask: string | null
}

export interface Part {
  id: 'ask' | 'know' | 'carried' | 'done' | 'letter'
  title: string
  groups: Group[]
}

export interface Page {
  title: string
  lead: string
  tally: string | null
  notes: string[]
  parts: Part[]
  /** Shown where there is nothing to talk about. */
  nothing: string | null
}

const toKnow = new Set(['new-social-worker', 'late-core-group', 'late-review', 'time-on-plan'])

export function pageOf(comparison: AnyComparison): Page {
  const parts = partsOf(comparison)
  const hasQuestions = parts.some(({id}) => id === 'ask' || id === 'letter')
  return {
    title: titleOf(comparison),
    lead: leadOf(comparison),
    tally: comparison.kind === 'versions' ? tallyOf(comparison) : null,
    notes: [...comparison.notes.map(visible), ...bornNotes(comparison)],
    parts,
    nothing: hasQuestions ? null : wording.nothing[comparison.kind]
  }
}

function partsOf({kind, changes}: AnyComparison): Part[] {
  const idOf = (change: AnyChange): Part['id'] =>
    kind === 'letter'
      ? 'letter'
      : toKnow.has(change.kind)
        ? 'know'
        : change.kind === 'unchanged'
          ? 'carried'
          : change.kind === 'done'
            ? 'done'
            : 'ask'
  const ids: Part['id'][] = ['letter', 'ask', 'know', 'carried', 'done']
  return ids.flatMap(id => {
    const own = (changes as AnyChange[]).filter(change => idOf(change) === id)
    return own.length > 0 ? [{id, title: wording.sections[id], groups: groupsOf(own)}] : []
  })
}

function groupsOf(changes: readonly AnyChange[]): Group[] {
  const kinds = [...new Set(changes.map(({kind}) => kind))]
  return kinds.map(kind => {
    const own = changes.filter(change => change.kind === kind)
    const [first] = own as [AnyChange]
    return {
      title: first.title,
      changes: own,
      reason: own.every(({reason}) => reason === first.reason) ? visible(first.reason) : null,
      ask: own.every(({ask}) => ask === first.ask) ? visible(first.ask) : null
    }
  })
}

function titleOf({kind, children}: AnyComparison): string {
  const names = children.map(({name}) => visible(name)).join(', ')
  return names ? fill(wording.for, {title: wording.title[kind], children: names}) : wording.title[kind]
}

function leadOf({kind, documents}: AnyComparison): string {
  const [first, last] = [documents[0], documents.at(-1)]
  const values = {before: dateOf(first?.date), after: dateOf(last?.date), count: documents.length}
  return fill(documents.length > 2 ? wording.lead.many : wording.lead[kind], values)
}

function tallyOf({tally, changes}: Comparison): string {
  const told = changes.some(({kind, before}) => kind === 'vanished' && before !== null)
  const gone = told ? Math.max(0, tally.actionsBefore - tally.done - tally.carriedOver) : 0
  const counts = {done: tally.done, carried: tally.carriedOver, gone, added: tally.added}
  const values: Record<string, string | number> = {before: tally.actionsBefore}
  for (const [name, count] of Object.entries(counts)) {
    values[name] = count === 0 ? wording.tally.none : count
    values[`${name}-is`] = wording.tally.is[count === 1 ? 0 : 1] as string
  }
  const sentence = fill(wording.tally.versions, values)
  return sentence.replace(/(?<=\. )\p{Ll}/gu, letter => letter.toUpperCase())
}

function bornNotes({children}: AnyComparison): string[] {
  return children.flatMap(({name, before}) => (before ? [fill(wording.born, {name: visible(name), before: visible(before)})] : []))
}

function dateOf(iso: string | null | undefined): string {
  return iso ? longDate(iso) : wording.undated
}

const longest = 260

/** The words of a document, safe to show, cut where they run on. */
export function words(passage: Passage | null): string | null {
  if (!passage) return null
  const text = visible(passage.text).trim()
  return text.length > longest ? `${text.slice(0, text.lastIndexOf(' ', longest))} …` : text
}
