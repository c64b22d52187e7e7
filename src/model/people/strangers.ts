/** First names that belong to nobody a document makes known. */
import type {Block} from '../plan.ts'

/** Rare in the document, and nowhere introduced, listed or given a job. */
export function isStranger(given: string, blocks: readonly Block[], mostUses: number): boolean {
  const word = new RegExp(`(?<![\\p{L}-])${given}(?![\\p{L}-])`, 'giu')
  let uses = 0
  for (const block of blocks) {
    for (const match of block.text.matchAll(word)) {
      uses++
      if (uses > mostUses || isListed(block) || isIntroduced(block.text, match.index, match.index + match[0].length)) return false
    }
  }
  return true
}

function isListed({margin, role, section}: Block): boolean {
  return margin !== null || role === 'owner' || role === 'label' || section.role === 'people' || section.role === 'agreement'
}

const introducing = /(?:\b(?:called|named|friends?|with|from|by|ring|ask|tell)|[,(:]) $/i
const explained = /^ ?(?:\(|from\b|who\b|, )/
/** “Denise to visit”: somebody with a job to do. What a child does or gets is no job. */
const doing = /^ (?:to|will) (?!(?:achieve|attend|be|eat|feel|go|have|learn|live|meet|reach|receive|remain|sleep|stay)\b)/

function isIntroduced(text: string, start: number, end: number): boolean {
  const after = text.slice(end, end + 20)
  return introducing.test(text.slice(Math.max(0, start - 12), start)) || explained.test(after) || doing.test(after)
}

/** `Alex` and `Alexander`, `Liz` and `Elizabeth`: one may be short for the other. Both in small letters. */
export function isShortFor(one: string, other: string): boolean {
  return one.slice(0, 3) === other.slice(0, 3) || (other.length > 3 && one.includes(other)) || (one.length > 2 && other.includes(one))
}
