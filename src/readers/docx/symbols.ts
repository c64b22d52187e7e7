/** Characters of symbol fonts as a reader sees them. */

/** Wingdings by its low byte: boxes, ticks, crosses and bullets that forms use. */
const wingdings: Record<number, string> = {
  0x6c: '•', 0x6e: '▪', 0x6f: '☐', 0x71: '☐', 0x72: '☐', 0x78: '☒', 0xa7: '▪', 0xa8: '☐', 0xa3: '☐', 0xd8: '•', 0xe0: '→', 0xfb: '✗', 0xfc: '✓', 0xfd: '☒', 0xfe: '☒'
}
/** Wingdings 2. */
const wingdings2: Record<number, string> = {0x4f: '✗', 0x50: '✓', 0x51: '☒', 0x52: '☒', 0x53: '☒', 0x54: '☒', 0xa3: '☐', 0x2a: '☐', 0x30: '☐'}

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
