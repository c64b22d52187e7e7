/** Bullets and numbers of list items. */
import type {Line, Word} from './words.ts'

export const bullets = /^[•·▪▫◦●○■□‣∙➢➔→⁃–—*-]$/
export const numbers = /^\(?(?:\d{1,2}(?:\.\d{1,2}){0,3}|[a-z]|[ivx]{1,5})[.)]$|^\d{1,2}(?:\.\d{1,2}){1,3}$/i

/** Whether a word is a bullet or the number of a list item. */
export function isMarker(text: string): boolean {
  return bullets.test(text) || numbers.test(text) || text === 'o'
}

/** In a narrow cell the number of an item may stand alone on its line, above the text. */
export function withLoneLabels(lines: readonly Line[]): Line[] {
  return lines.flatMap((line, index) => {
    const [label, next] = [loneLabel(lines[index - 1], line), lines[index + 1]]
    if (next && loneLabel(line, next)) return []
    if (!label) return [line]
    const left = line.left - 1.5 * line.size
    return [
      {
        ...line,
        left,
        words: [{...label, left, right: left + line.size, base: line.base, top: line.top, bottom: line.bottom}, ...line.words]
      }
    ]
  })
}

/** The number that stands alone on a line directly above its text, if one does: above the next number it is that of a blank item. */
function loneLabel(line: Line | undefined, next: Line): Word | null {
  const [word, other] = line?.words ?? []
  if (!line || !word || other || !/^\d{1,2}[.)]$/.test(word.text) || word.page !== next.words[0]?.page) return null
  if (isMarker(next.words[0]?.text ?? '')) return null
  return (next.base - line.base) / line.size < 1.4 && Math.abs(next.left - line.left) < 1 ? word : null
}
