/** How a document uses capitalised words, to tell a first name from a surname, a place or a heading word. */
import type {Block} from '../plan.ts'

export interface Body {
  /** How often a word stands with a capital and small letters, `’s` aside. */
  count(word: string): number
}

export function bodyOf(blocks: readonly Block[]): Body {
  const counts = new Map<string, number>()
  for (const {text} of blocks) {
    for (const [word] of text.matchAll(/\p{Lu}\p{Ll}[\p{L}\p{M}]*(?:[’'-]\p{L}[\p{L}\p{M}]+)*/gu)) {
      const bare = word.replace(/[’']s$/i, '').toLowerCase()
      counts.set(bare, (counts.get(bare) ?? 0) + 1)
    }
  }
  return {count: word => counts.get(word.toLowerCase()) ?? 0}
}
