/** Putting words in the place of others, so that the sentence stays right: capitals are kept, and `a` or `an` before them settles nothing. */

/** The words to put there; null if what stands before them would have to change too, or if they are a name or shouted. */
export function inPlaceOf(text: string, start: number, end: number, plain: string): string | null {
  const words = text.slice(start, end)
  if (/\ban?\s+$/i.test(text.slice(Math.max(0, start - 4), start))) return null
  if (/^\p{Lu}.*\p{Lu}/u.test(words)) return null
  return /^\p{Lu}/u.test(words) ? capital(plain) : plain
}

/**
 * What is spelled out stands first, with the short form in brackets behind it. Null beside a bracket, a slash, a hyphen, an `an` or a name
 * (`SW Lowe`).
 */
export function spelledOut(text: string, start: number, end: number, full: string): string | null {
  const before = text.slice(Math.max(0, start - 4), start)
  if (/\ban?\s+$/i.test(before) || /[(/&-]\s*$/.test(before) || /^(?:[)/&-]|['’]?s\b| \p{Lu})/u.test(text.slice(end))) return null
  const opens = /(?:^|[.?!:]\s+)$/.test(text.slice(0, start))
  return `${opens ? capital(full) : full} (${text.slice(start, end)})`
}

function capital(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1)
}
