/** The sentences of a comparison, from rules/compare/changes.json. */
import wording from '../../rules/compare/changes.json' with {type: 'json'}
import type {ChangeKind, LetterKind} from '../comparison.ts'
import {fillIn} from '../wording.ts'

type Texts = string | Readonly<Record<string, string>>

export type Values = Readonly<Record<string, string | number>>

/** What is said of a change; `part` names the wording where there are several. */
export function sentencesOf(kind: ChangeKind | LetterKind, values: Values = {}, part = ''): {title: string; reason: string; ask: string} {
  const {title, reason, ask} = entryOf(kind)
  return {title, reason: fillIn(choose(reason, part), values), ask: fillIn(choose(ask, part), values)}
}

export function noteOf(id: keyof typeof wording.notes, values: Values = {}): string {
  return fillIn(wording.notes[id], values)
}

export const noDate = wording.changes['date-slipped'].none

function entryOf(kind: ChangeKind | LetterKind): {title: string; reason: Texts; ask: Texts} {
  return {...wording.changes, ...wording.letter}[kind]
}

function choose(texts: Texts, part: string): string {
  return typeof texts === 'string' ? texts : (texts[part] ?? '')
}
