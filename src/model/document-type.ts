/** Which of the three documents this is, and how sure we are. */
import documentTypes from '../../rules/vocabulary/document-types.json' with {type: 'json'}
import type {DocumentType} from '../report.ts'
import {createMatcher, type PhraseEntry} from '../text/phrases.ts'
import type {Block} from './plan.ts'

interface TypeEntry extends PhraseEntry {
  type: string
  /** How strongly the phrase speaks for the type, where it stands in a title and where it stands in the text. */
  title: number
  text: number
}

const matcher = createMatcher({types: documentTypes.entries as TypeEntry[]})

/** The type a title names, or null. */
export function titleType(title: string): DocumentType | null {
  const found = matcher.match(title).filter(({entry}) => (entry as TypeEntry).title >= 3)
  return (found[0]?.entry as TypeEntry | undefined)?.type as DocumentType | undefined ?? null
}

/** Weighs titles and telling phrases. Below 0.5 the document is `unknown`. */
export function documentTypeOf(blocks: readonly Block[]): {type: DocumentType; confidence: number} {
  const scores = new Map<string, number>()
  for (const block of blocks.slice(0, 400)) {
    const title = block.kind === 'heading' || block.margin !== null || block.index < 12
    for (const {entry} of matcher.match(block.text)) {
      const {type, title: inTitle, text} = entry as TypeEntry
      scores.set(type, (scores.get(type) ?? 0) + (title ? inTitle : text))
    }
  }
  const ranked = [...scores].sort(([, a], [, b]) => b - a)
  const [best, second] = ranked
  if (!best || best[0] === 'unknown' || best[1] < 3) return {type: 'unknown', confidence: 0.5}
  const confidence = Math.min(0.99, best[1] / (best[1] + (second?.[1] ?? 0)))
  return {type: best[0] as DocumentType, confidence}
}
