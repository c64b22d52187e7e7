/** Characters of symbol fonts as a reader sees them. */

/** Wingdings by its low byte: boxes, ticks, crosses and bullets that forms use. */
const wingdings: Record<number, string> = {
  108: '•',
  110: '▪',
  111: '☐',
  113: '☐',
  114: '☐',
  120: '☒',
  167: '▪',
  168: '☐',
  163: '☐',
  216: '•',
  224: '→',
  251: '✗',
  252: '✓',
  253: '☒',
  254: '☒'
}
/** Wingdings 2. */
const wingdings2: Record<number, string> = {79: '✗', 80: '✓', 81: '☒', 82: '☒', 83: '☒', 84: '☒', 163: '☐', 42: '☐', 48: '☐'}

/**
 * The character that `code` shows in `font`. Ticked boxes of every kind read as ☒ and empty ones as ☐; a bullet of a symbol font reads
 * as a bullet, and a sign that cannot be told is left out.
 */
export function symbol(font: string, code: number): string {
  if (code >= 0x2610 && code <= 0x2612) return code === 0x2610 ? '☐' : '☒'
  const low = code & 0xff
  if (/^wingdings 2/i.test(font)) return wingdings2[low] ?? ''
  if (/^wingdings/i.test(font)) return low === 0x20 ? ' ' : (wingdings[low] ?? '')
  if (code >= 0xe000 && code <= 0xf8ff) return low === 0xb7 ? '•' : ''
  return code > 0x1f ? String.fromCharCode(code) : ''
}
