/** The sentences of a comparison, from rules/compare/changes.json. */
import wording from '../../rules/compare/changes.json' with {type: 'json'}
import type {ChangeKind, LetterKind} from '../comparison.ts'

type Texts = string | Readonly<Record<string, string>>

export type Values = Readonly<Record<string, string | number>>

export function titleOf(kind: ChangeKind | LetterKind): string {
  return entryOf(kind).title
}

/** `part` names the wording where there are several. */
export function reasonOf(kind: ChangeKind | LetterKind, values: Values = {}, part = ''): string {
  return fill(choose(entryOf(kind).reason, part), values)
}

export function askOf(kind: ChangeKind | LetterKind, values: Values = {}, part = ''): string {
  return fill(choose(entryOf(kind).ask, part), values)
}

export function noteOf(id: keyof typeof wording.notes, values: Values = {}): string {
  return fill(wording.notes[id], values)
}

export const noDate = wording.changes['date-slipped'].none

function entryOf(kind: ChangeKind | LetterKind): {title: string; reason: Texts; ask: Texts} {
  return {...wording.changes, ...wording.letter}[kind]
}

function choose(texts: Texts, part: string): string {
  return typeof texts === 'string' ? texts : (texts[part] ?? '')
}

function fill(text: string, values: Values): string {
  return text.replace(/\{(\w+)\}/g, (whole, name: string) => String(values[name] ?? whole))
}

const monthNames = 'January February March April May June July August September October November December'.split(' ')

export function longDate(iso: string): string {
  const [year, month, day] = iso.split('-').map(Number)
  return `${day} ${monthNames[(month ?? 1) - 1]} ${year}`
}
