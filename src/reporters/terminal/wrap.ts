/** Lines that fit the terminal. */

/** Stand around words that stand out; no text that went through `visible` holds them. */
const on = '\u0001'
const off = '\u0002'

export interface Layout {
  width: number
  /** What stands before the first line; the others are indented as far. */
  first: string
  /** Makes words stand out. */
  mark?: (text: string) => string
}

/** Asks `wrap` to make this text stand out. */
export function marked(text: string): string {
  return on + text + off
}

/** Wraps at spaces; a word longer than a line is cut, so that nothing runs past the edge. */
export function wrap(text: string, {width, first, mark = words => words}: Layout): string {
  const room = Math.max(20, width - lengthOf(first))
  const lines: string[] = []
  let line = ''
  for (const word of text.split(' ').flatMap(piece => cut(piece, room))) {
    if (line && lengthOf(line) + 1 + lengthOf(word) > room) {
      lines.push(line)
      line = word
    } else line = line ? `${line} ${word}` : word
  }
  const indent = ' '.repeat(lengthOf(first))
  let open = false
  return [...lines, line]
    .map((content, index) => {
      const shown = standOut(open ? on + content : content, mark)
      open = content.lastIndexOf(on) > content.lastIndexOf(off) || (open && !content.includes(off))
      return (index === 0 ? first : indent) + shown
    })
    .join('\n')
}

/** Length as seen: colour codes and marks take no room. */
export function lengthOf(text: string): number {
  return [...text.replace(/\u001b\[\d+m|[\u0001\u0002]/g, '')].length
}

function cut(word: string, room: number): string[] {
  if (lengthOf(word) <= room) return word ? [word] : []
  const letters = [...word]
  const pieces: string[] = []
  for (let at = 0; at < letters.length; at += room) pieces.push(letters.slice(at, at + room).join(''))
  return pieces
}

function standOut(line: string, mark: (text: string) => string): string {
  return line
    .split(on)
    .map((part, index) => {
      if (index === 0) return part
      const [inside = '', ...outside] = part.split(off)
      return mark(inside) + outside.join('')
    })
    .join('')
}
