/** Bytes to text. */

/** The part of the web's TextDecoder used here; Node and every browser have it, the core's type library does not. */
declare const TextDecoder: new (label?: string, options?: {fatal?: boolean}) => {decode(bytes: Uint8Array): string}

/**
 * Decodes UTF-16 (by its byte order mark, or by where its zero bytes stand), UTF-8, or else Windows-1252, which Word writes for "plain
 * text" on British machines. A byte order mark is taken off: offsets count from the first letter after it.
 */
export function decode(bytes: Uint8Array): string {
  const wide = utf16(bytes)
  if (wide) return new TextDecoder(wide).decode(bytes)
  try {
    return new TextDecoder('utf-8', {fatal: true}).decode(bytes)
  } catch {
    return windows1252(bytes)
  }
}

/** 0x80 to 0x9F, where Windows-1252 is not Latin-1. Node 20 decodes `windows-1252` as Latin-1, so this is done by hand. */
const windowsLetters = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008DŽ\u008F\u0090‘’“”•–—˜™š›œ\u009DžŸ'

function windows1252(bytes: Uint8Array): string {
  let text = ''
  for (const byte of bytes) text += byte >= 0x80 && byte < 0xa0 ? windowsLetters[byte - 0x80] : String.fromCharCode(byte)
  return text
}

function utf16(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | undefined {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le'
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be'
  let even = 0
  let odd = 0
  const length = Math.min(bytes.length, 512)
  for (let index = 0; index < length; index++) {
    if (bytes[index] !== 0) continue
    if (index % 2 === 0) even++
    else odd++
  }
  const most = length * 0.3
  if (length < 4 || bytes.length % 2 !== 0) return undefined
  if (odd > most && even === 0) return 'utf-16le'
  if (even > most && odd === 0) return 'utf-16be'
  return undefined
}
