/** Is there a plainer word? retext-simplify decides; our list adds its other forms and the office-speak of this field. */
import additions from '../rules/complex-wording/additions.json' with {type: 'json'}
import ignored from '../rules/complex-wording/ignore.json' with {type: 'json'}
import meta from '../rules/complex-wording/rule.json' with {type: 'json'}
import safe from '../rules/complex-wording/swaps.json' with {type: 'json'}
import {defineRule} from '../src/engine/define-rule.ts'
import type {Block, Span} from '../src/model/plan.ts'
import {isQuoted, textOf} from '../src/model/spans.ts'
import type {Match} from '../src/text/phrases.ts'
import {inPlaceOf} from '../src/text/swaps.ts'
import {createSimplifier, phrasesOfSimplify, type Wording} from '../src/text/plain-words.ts'

const noise = new Set(ignored.entries.map(({phrase}) => phrase))
const library = phrasesOfSimplify()
  .filter(phrase => !noise.has(phrase))
  .map(phrase => ({phrase}))
const simplify = createSimplifier()
const swaps = new Map(safe.swaps.flatMap(({words, plain}) => words.map((word, index) => [word, plain[index] as string] as const)))

export default defineRule(
  meta,
  (plan, report, {matches}) => {
    const uses = new Map<string, {at: Span; plain: string[]; times: number}>()
    for (const block of plan.blocks) {
      if (block.kind === 'heading' || block.role === 'label' || block.role === 'address' || block.margin) continue
      const own = matches(block.index, 'additions').map(({entry, start, end}) => ({start, end, plain: entry.plain as string[]}))
      const doubted = matches(block.index, 'library').filter(match => !own.some(other => overlap(other, match)))
      const verdicts = doubted.length > 0 ? verdictsOf(block, doubted) : []
      for (const {start, end, plain} of [...own, ...verdicts.filter(verdict => !own.some(other => overlap(other, verdict)))]) {
        const at = {block, start, end}
        if (start < block.labelEnd || isQuoted(block, start, end) || isName(at)) continue
        const phrase = textOf(at).toLowerCase()
        const use = uses.get(phrase)
        if (use) use.times++
        else uses.set(phrase, {at, plain, times: 1})
      }
    }
    for (const {at, plain, times} of uses.values()) {
      const message = plain.length === 0 ? 'omit' : times > 1 ? 'repeated' : 'default'
      report({at, message, values: {phrase: textOf(at), times}, replacement: swapFor(at), ...(plain.length > 0 && {expected: plain})})
    }
  },
  {additions: additions.entries, library}
)

function swapFor(at: Span): string | null {
  const plain = swaps.get(textOf(at).toLowerCase())
  return plain === undefined ? null : inPlaceOf(at.block.text, at.start, at.end, plain)
}

/** What the library says of its phrases in the sentences that hold them. */
function verdictsOf({text, sentences}: Block, doubted: readonly Match[]): Wording[] {
  return sentences.flatMap(sentence => {
    const inside = doubted.filter(({start}) => start >= sentence.start && start < sentence.end)
    const words = text.slice(sentence.start, sentence.end)
    return inside
      .flatMap(({start, end, entry}) => simplify(words, {start: start - sentence.start, end: end - sentence.start, phrase: entry.phrase}))
      .map(({start, end, plain}) => ({start: start + sentence.start, end: end + sentence.start, plain}))
  })
}

function overlap(a: Pick<Wording, 'start' | 'end'>, b: Pick<Wording, 'start' | 'end'>): boolean {
  return a.start < b.end && b.start < a.end
}

/** A capital inside a sentence: part of the name of a service, a post or a place. */
function isName({block, start}: Span): boolean {
  const sentence = block.sentences.find(range => start >= range.start && start < range.end)
  return /\p{Lu}/u.test(block.text[start] ?? '') && /\p{L}/u.test(block.text.slice(Math.max(sentence?.start ?? 0, block.labelEnd), start))
}
