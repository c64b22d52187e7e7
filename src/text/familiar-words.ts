/** Which words everybody knows: the Dale-Chall list, read with British spelling and the list's own rules for endings. */
import {daleChall} from 'dale-chall'
import spellings from '../../rules/vocabulary/british-spellings.json' with {type: 'json'}
import everyday from '../../rules/vocabulary/everyday-words.json' with {type: 'json'}

const familiar: ReadonlySet<string> = new Set([...daleChall, ...everyday.entries.map(({word}) => word)])
const american: ReadonlyMap<string, string> = new Map(spellings.entries.map(entry => [entry.british, entry.american]))

/** Endings that leave a familiar word familiar, and what the word may have had in their place. */
const endings: readonly (readonly [string, readonly string[]])[] = [
  ["'s", ['']],
  ["s'", ['', 's']],
  ["n't", ['']],
  ["'ll", ['']],
  ["'d", ['']],
  ["'re", ['']],
  ["'ve", ['']],
  ['iest', ['y']],
  ['ier', ['y']],
  ['ies', ['y']],
  ['ied', ['y']],
  ['ily', ['y']],
  ['est', ['', 'e']],
  ['ing', ['', 'e']],
  ['er', ['', 'e']],
  ['ed', ['', 'e']],
  ['es', ['']],
  ['ly', ['']],
  ['s', ['']],
  ['d', ['']],
  ['en', ['', 'e']]
]

/** Endings that may stand after another one: `feelings`, `workers'`. */
const outermost = /(?:'s|s'|s|ly)$/

/**
 * Whether the Dale-Chall list would call a word familiar. Plurals, possessives, regular verb forms, comparisons and adverbs of a familiar
 * word are familiar; a British spelling is as familiar as the American one. Numbers are familiar.
 */
export function isFamiliar(word: string): boolean {
  const plain = word.toLowerCase().replace(/[‘’]/g, "'")
  if (plain.length === 1 || isListed(plain) || /^\p{N}/u.test(plain)) return true
  const stems = stemsOf(plain)
  return stems.some(isListed) || (outermost.test(plain) && stems.some(stem => stemsOf(stem).some(isListed)))
}

function isListed(word: string): boolean {
  return familiar.has(word) || familiar.has(american.get(word) ?? '')
}

function stemsOf(word: string): string[] {
  const stems: string[] = []
  for (const [ending, replacements] of endings) {
    if (!word.endsWith(ending) || (ending === 's' && word.endsWith('ss'))) continue
    const bare = word.slice(0, -ending.length)
    if (bare.length < 2) continue
    for (const replacement of replacements) stems.push(bare + replacement)
    if (/([bdgklmnprt])\1$/.test(bare)) stems.push(bare.slice(0, -1))
  }
  return stems
}
