/** What planlint writes into a Word file, by name. */
import wording from '../../../rules/vocabulary/word-comments.json' with {type: 'json'}
import {ReadError} from '../../tree.ts'
import {fillIn} from '../../wording.ts'

/** A sentence with its blanks filled in. */
export function phrase(list: 'comments' | 'summary', name: string, values: Readonly<Record<string, string>> = {}): string {
  const entry = wording[list].find(other => other.name === name)
  if (!entry) throw new Error(`word-comments.json has no ${list} “${name}”`)
  return fillIn(entry.text, values)
}

/** The error for a file that planlint leaves alone. */
export function refusal(name: 'signed' | 'encoding' | 'large'): ReadError {
  const text = wording.refusals.find(other => other.name === name)?.text ?? name
  return new ReadError(name === 'signed' ? name : 'not-writable', text)
}
