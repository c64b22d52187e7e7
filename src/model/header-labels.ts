/** What the label of a fact at the head of a document asks for. */
import headerLabels from '../../rules/vocabulary/header-labels.json' with {type: 'json'}
import {createMatcher, type PhraseEntry, wordsOf} from '../text/phrases.ts'

export type HeaderRole =
  | 'age'
  | 'born'
  | 'child'
  | 'conference'
  | 'contact'
  | 'date'
  | 'father'
  | 'household'
  | 'mother'
  | 'name'
  | 'nickname'
  | 'parent'
  | 'partner'
  | 'relationship'
  | 'role'
  | 'sex'
  | 'sibling'
  | 'started'
  | 'subject'
  | 'surname'

interface LabelEntry extends PhraseEntry {
  role: string
  /** Among dates: how surely it is the document's own. */
  weight?: number
}

const matcher = createMatcher({labels: headerLabels.entries as LabelEntry[]})

/** The role of a label, and its weight among labels of that role; null if no entry is the whole label. */
export function headerLabel(label: string): {role: HeaderRole; weight: number} | null {
  const plain = plainLabel(label)
  const words = wordsOf(plain)
  const [first] = words
  const last = words.at(-1)
  if (!first || !last || words.length > 10) return null
  const found = matcher.match(plain).find(match => match.start === first.start && match.end === last.end)
  return found ? {role: found.entry.role as HeaderRole, weight: (found.entry.weight as number | undefined) ?? 1} : null
}

/** “Child(ren)’s Name(s) 2:” -> “children's names”. */
function plainLabel(label: string): string {
  return label
    .replace(/[’‘]/g, "'")
    .replace(/child\s?(?:\(\s?ren\s?\)|\/\s?ren)('s)?/gi, 'children')
    .replace(/\b(\p{L}+)\s?\(s\)/giu, '$1s')
    .replace(/\([^)]*\)?/g, ' ')
    .replace(/(?:\bno\.?\s?)?\b\d{1,2}\b\.?/gi, ' ')
    .replace(/[/&]/g, ' and ')
    .replace(/\band\s+or\b/gi, 'or')
    .trim()
}
