/**
 * Where sentences end by the rules of Unicode (UAX 29), as `Intl.Segmenter` finds them; but that takes ten milliseconds to start and is
 * quadratic in the length of its text.
 */

const unseen = '[\\p{M}\\p{Cf}]*'
const lineEnd = '(?:\\r\\n|[\\n\\r\\u0085\\u2028\\u2029])'
const stop = '[\\p{Sentence_Terminal}\\u2024\\ufe52\\uff0e]'
const closing = `(?:[\\p{Ps}\\p{Pe}\\p{Pi}\\p{Pf}"'\\u275b-\\u2760]${unseen})*`
const spaces = `(?:[^\\S\\n\\r\\u0085\\u2028\\u2029]${unseen})*`

/** A stop with what belongs to it, or the end of a line. */
const candidate = new RegExp(`(${stop})${unseen}(${closing}${spaces})(${lineEnd}?)|${lineEnd}`, 'gu')
/** A comma, dash or colon, or another stop, carries the sentence on. */
const continues = new RegExp(`[-,:;\\u2013\\u2014\\u3001]|${stop}`, 'uy')
/** After a full stop, so does a small letter, whatever is no letter before it. */
const smallLetter = new RegExp(`(?:(?!${stop})[^\\p{Alphabetic}\\n\\r\\u0085\\u2028\\u2029])*\\p{Lowercase}`, 'uy')
const fullStop = /[.\u2024\ufe52\uff0e]/
/** `4.5`, and `e.g.` or `U.K` without a space. */
const insideNumber = /\p{Nd}/uy
const capital = /[\p{Uppercase}\p{Lt}]/uy
const letterBefore = /[\p{Uppercase}\p{Lowercase}\p{Lt}][\p{M}\p{Cf}]*$/u

/** Offsets after the sentences of a text, the end of the text included. */
export function sentenceEnds(text: string): number[] {
  const ends: number[] = []
  for (const match of text.matchAll(candidate)) {
    const end = match.index + match[0].length
    if (end < text.length && isEnd(text, match)) ends.push(end)
  }
  if (text.length > 0) ends.push(text.length)
  return ends
}

function isEnd(text: string, match: RegExpExecArray): boolean {
  const [whole, sign, between, line] = match
  const end = match.index + whole.length
  if (sign === undefined || line) return true
  if (stands(continues, text, end)) return false
  if (!fullStop.test(sign)) return true
  if (between === '' && stands(insideNumber, text, end)) return false
  if (between === '' && stands(capital, text, end) && letterBefore.test(text.slice(Math.max(0, match.index - 8), match.index))) return false
  return !stands(smallLetter, text, end)
}

function stands(pattern: RegExp, text: string, at: number): boolean {
  pattern.lastIndex = at
  return pattern.test(text)
}
