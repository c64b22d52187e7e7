/** Whether the full words of a short form stand beside it: `Public Law Outline (PLO)`, `PLO, or public law outline`. */

const small = new Set(['a', 'an', 'and', 'at', 'by', 'for', 'from', 'in', 'of', 'on', 'or', 'the', 'to', 'with'])
/** Between full words and short form: punctuation and at most a few joining words. */
const between = '(?:[\\s,;:/=(\\[“”"‘’\'–—-]' + '|\\b(?:or|the|a|an|is|also|called|known|as|stands|for|means|we|call|it|this)\\b){1,12}'
/** How far from the short form, in letters, its full words may begin or end. */
const reach = 120

/** True when known full words, or words whose first letters spell it, stand right before or after. */
export function isSpelledOut(text: string, start: number, end: number, full: readonly string[]): boolean {
  const left = text.slice(Math.max(0, start - reach), start)
  const right = text.slice(end, end + reach)
  const before = plain(left)
  const after = plain(right)
  if (full.some(words => endsWith(before, words) || startsWith(after, words))) return true
  const letters = text
    .slice(start, end)
    .replace(/s$/, '')
    .replace(/[^A-Za-z]/g, '')
    .toLowerCase()
  const opened = /^(.*?)[([]\s*(?:the |or |also |known as |called )*["'“‘]?$/s.exec(left)
  if (opened) return spells(wordsOf(opened[1] as string), letters, 'end')
  const bracket = /^[”"’']?\s*[([](?:or |the |an? )?([^)\]]+)/.exec(right)
  if (bracket) return spells(wordsOf(bracket[1] as string), letters, 'start')
  const set = /^\s*(?:,|[–—-]|=|:|stands for|means)\s+(?:or |the |an? )*([^.;()]+)/.exec(right)
  return set !== null && letters.length >= 3 && spells(wordsOf(set[1] as string), letters, 'start')
}

function plain(text: string): string {
  return text.toLowerCase().replace(/[‐‑-]/g, ' ').replace(/[’‘]/g, "'").replace(/,/g, ' ').replace(/\s+/g, ' ')
}

function endsWith(text: string, words: string): boolean {
  if (!text.includes(plain(words))) return false
  return new RegExp(`\\b${pattern(words)}s?${between}$`).test(text) || new RegExp(`\\b${pattern(words)}s?\\W*$`).test(text)
}

function startsWith(text: string, words: string): boolean {
  return text.includes(plain(words)) && new RegExp(`^(?:${between})?${pattern(words)}`).test(text)
}

function pattern(words: string): string {
  return plain(words).replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
}

function wordsOf(text: string): string[] {
  return text.toLowerCase().match(/[\p{L}\p{N}]+(?:['’]\p{L}+)?/gu) ?? []
}

/** Whether a run of words at one end spells the letters, each word giving its first one to three; small words may be passed over. */
function spells(words: readonly string[], letters: string, at: 'start' | 'end'): boolean {
  for (let length = 2; length <= Math.min(words.length, letters.length + 4); length++) {
    if (gives(at === 'start' ? words.slice(0, length) : words.slice(-length), letters)) return true
  }
  return false
}

function gives(words: readonly string[], letters: string): boolean {
  const [word, ...rest] = words
  if (word === undefined) return letters === ''
  if (small.has(word) && gives(rest, letters)) return true
  for (let taken = 1; taken <= 3 && taken <= letters.length; taken++) {
    if (word.startsWith(letters.slice(0, taken)) && gives(rest, letters.slice(taken))) return true
  }
  return false
}
