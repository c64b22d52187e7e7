/** Somebody's own words: they are never linted. */

export interface Range {
  start: number
  end: number
}

const openers = /[“"‘']/g

/**
 * Ranges of quoted words in a text, quotation marks included. Double quotes, curly or straight, always quote; single quotes only where
 * they cannot be apostrophes. A quote that is never closed runs to the end of its text.
 */
export function quotationsIn(text: string): Range[] {
  const ranges: Range[] = []
  openers.lastIndex = 0
  for (let match = openers.exec(text); match; match = openers.exec(text)) {
    const start = match.index
    const end = closing(text, start, match[0])
    if (end < 0) continue
    ranges.push({start, end})
    openers.lastIndex = end
  }
  return ranges
}

function closing(text: string, start: number, opener: string): number {
  if (opener === '“') {
    const close = text.indexOf('”', start + 1)
    return close < 0 ? text.length : close + 1
  }
  if (opener === '"') {
    const close = text.indexOf('"', start + 1)
    return close < 0 ? text.length : close + 1
  }
  // A single quote opens only after white space or a bracket and before a letter; it closes before something that is not a letter.
  const before = text[start - 1]
  if (before !== undefined && !/[\s([–—-]/.test(before)) return -1
  if (!/[\p{L}\p{N}]/u.test(text[start + 1] ?? '')) return -1
  const close = opener === '‘' ? '’' : "'"
  for (let at = text.indexOf(close, start + 2); at >= 0; at = text.indexOf(close, at + 1)) {
    const letterBefore = /[\p{L}\p{N}.,!?…]/u.test(text[at - 1] ?? '')
    const letterAfter = /[\p{L}\p{N}]/u.test(text[at + 1] ?? '')
    // “the girls’ room” closes nothing if another mark follows that does.
    if (letterBefore && !letterAfter && !(/s/.test(text[at - 1] ?? '') && text.indexOf(close, at + 1) > 0)) return at + 1
  }
  return -1
}
