/** In which ways a worry is grave enough for a court. */
import vocabulary from '../../../rules/compare/letter.json' with {type: 'json'}
import {remembering} from '../../text/memo.ts'
import {createMatcher, type Match} from '../../text/phrases.ts'

// A list for each kind: of one list only the longest match at a place is kept.
const kinds = [...new Set(vocabulary.grave.map(({kind}) => kind))]
const matcher = createMatcher({
  ...Object.fromEntries(kinds.map(kind => [kind, vocabulary.grave.filter(entry => entry.kind === kind)])),
  calm: vocabulary.calm
})

/** Words for harm in a text, without what it says did not happen or is over. The list of a match is its kind. */
export function graveIn(text: string): Match[] {
  const found = matcher.match(text)
  const calm = found.filter(({list}) => list === 'calm')
  return found.filter(({list, start, end}) => list !== 'calm' && !calm.some(other => start < other.end && end > other.start))
}

export const kindsIn: (text: string) => ReadonlySet<string> = remembering(text => new Set(graveIn(text).map(({list}) => list)))

const headings = createMatcher(Object.fromEntries(kinds.map(kind => [kind, vocabulary.headings.filter(entry => entry.kind === kind)])))

/** What a heading says a worry is about, though it tells nothing bad: `Idris’s weight`. */
export function subjectsIn(title: string): ReadonlySet<string> {
  return new Set(headings.match(title).map(({list}) => list))
}

export function isCalm(text: string): boolean {
  return matcher.match(text).some(({list}) => list === 'calm')
}
