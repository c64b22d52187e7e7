/** Syllables of a word: the `syllable` package, put right where it is known to be wrong. */
import {syllable} from 'syllable'
import corrections from '../../rules/vocabulary/syllables.json' with {type: 'json'}

const known: ReadonlyMap<string, number> = new Map(corrections.entries.map(({word, syllables}) => [word, syllables]))
const readAsWords: ReadonlySet<string> = new Set(corrections.readAsWords)
const initialism = /^(?:\p{Lu}{2,6}|\p{Lu}\p{Ll}\p{Lu})(?:s|['’]s)?$/u
/** A silent e: `walked`, `stopped`, `used to`; not `wanted`, `added`, and not the adjectives that keep it. */
const silentEd =
  /^(?!.*(?:naked|wicked|crooked|ragged|rugged|wretched|jagged|dogged|sacred)$).*[aeiouy].*(?:[bcfgkmnpsvwxz]|[cs]h|wl|[aeiou]{2}l|ll)ed$/
const sibilantPlural = /(?:ss|sh|ch|x|zz)es$/
const softPlural = /[cgsz]es$/
const softIous = /(?:c|g|t|x)ious(?:ly|ness)?$/

/** Whether a word is letters said one by one, such as `PLO` or `IROs`; not one said as a word, such as `MARAC`. */
export function isInitialism(word: string): boolean {
  return initialism.test(word)
}

/** Number of syllables when the word is read aloud, at least 1. A number counts as one: readers take it in at a glance. */
export function syllablesIn(word: string): number {
  if (/^\p{N}/u.test(word)) return 1
  if (isInitialism(word)) {
    const letters = word.replace(/(?:s|['’]s)$/, '')
    if (!readAsWords.has(letters)) return [...letters].reduce((sum, letter) => sum + (letter.toLowerCase() === 'w' ? 3 : 1), 0)
  }
  return Math.max(1, plainSyllables(word.toLowerCase().replace(/[‘’]/g, "'")))
}

function plainSyllables(word: string): number {
  const own = known.get(word)
  if (own !== undefined) return own
  if (word.endsWith("'s")) {
    const base = word.slice(0, -2)
    return plainSyllables(base) + (/(?:s|sh|ch|x|z|ce|ge|se|ze)$/.test(base) ? 1 : 0)
  }
  const inflected = correctedInflection(word)
  if (inflected !== null) return inflected
  if (sibilantPlural.test(word)) return plainSyllables(word.slice(0, -2)) + 1
  if (softPlural.test(word) && word.length > 4) return plainSyllables(word.slice(0, -1)) + 1
  if (silentEd.test(word)) return plainSyllables(bareStem(word))
  return syllable(word) - (softIous.test(word) ? 1 : 0)
}

/** Endings, what the word may have in their place, and how many syllables they add. */
const endings: readonly (readonly [string, readonly string[], number])[] = [
  ['ies', ['y'], 0],
  ['s', [''], 0],
  ['ed', ['', 'e'], 0],
  ['ing', ['', 'e'], 1],
  ['ly', [''], 1]
]

/** A form of a corrected word: `behaviours`, `experienced`, `safely`. */
function correctedInflection(word: string): number | null {
  for (const [ending, stems, more] of endings) {
    if (!word.endsWith(ending)) continue
    for (const stem of stems) {
      const base = word.slice(0, -ending.length) + stem
      const count = known.get(base)
      if (count === undefined) continue
      const isSpoken = (ending === 's' && /[cgsz]e$/.test(base)) || (ending === 'ed' && /[dt]e?$/.test(base))
      return count + more + (isSpoken ? 1 : 0)
    }
  }
  return null
}

/** `walked` to `walk`, `stopped` to `stop`: what is left sounds as long as the whole. */
function bareStem(word: string): string {
  const stem = word.slice(0, -2)
  return /([bglmnp])\1$/.test(stem) ? stem.slice(0, -1) : /[csgvz]$/.test(stem) ? `${stem}e` : stem
}
