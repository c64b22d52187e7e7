/** What children, documents and teams are called in an audit: pseudonyms, unless names are wanted. */
import {comparable} from '../comparable.ts'
import {keyedCode} from '../keyed-code.ts'
import wording from './wording.json' with {type: 'json'}

export interface Shown {
  names: boolean
  quotations: boolean
}

export interface Naming {
  quotes: boolean
  child(name: string, born: string | null): string
  document(path: string): string
  /** `names` are those of everybody in the document: a folder that is called after one of them is no team. */
  team(folder: string, names: readonly string[]): string
}

/** Forty bits: among ten thousand children, two have the same code once in twenty thousand audits. */
const letters = 8

/** The same key gives the same pseudonym to the same name in every run. */
export function namingOf({names, quotations}: Shown, key: Uint8Array): Naming {
  const code = (kind: string, ...words: string[]): string => keyedCode(key, [kind, ...words.map(comparable)], letters)
  const called = (template: string, value: string): string => template.replace('{code}', value)
  return {
    quotes: quotations,
    child: (name, born) => (names ? name : called(wording.pseudonyms.child, code('child', name, born ?? ''))),
    document: path => (names ? path : called(wording.pseudonyms.document, code('document', path))),
    team: (folder, people) => (names || !hasName(folder, people) ? folder : called(wording.pseudonyms.team, code('team', folder)))
  }
}

/** Short forms such as `Mr` or `Jo` are in too many other words to tell anything, unless the folder's whole word is one. */
function hasName(folder: string, names: readonly string[]): boolean {
  const inFolder = new Set(wordsOf(folder))
  return names.some(name => wordsOf(name).some(word => word.length > 1 && inFolder.has(word) && !plain.has(word)))
}

/** Words by which documents point to people that are no names. */
const plain = new Set(wording.plainWords)

function wordsOf(text: string): string[] {
  return comparable(text).match(/\p{L}+/gu) ?? []
}
