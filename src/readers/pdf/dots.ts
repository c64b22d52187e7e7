/** Bullets that are drawn as small shapes, as browsers do, and not written as letters. */
import type {Shape} from './drawing.ts'
import type {Word} from './words.ts'

/** Smallest and largest bullet, in letter sizes. */
const [smallest, largest] = [0.2, 0.6]
/** The widest gap between a bullet and its text, in letter sizes. */
const widest = 2.5

/** The words of a page with a bullet before each that has a small round or square shape in front of it. */
export function withBullets(words: readonly Word[], shapes: readonly Shape[]): Word[] {
  const dots = shapes.filter(isDot)
  if (dots.length === 0) return [...words]
  const byBase = new Map<number, Word[]>()
  for (const word of words) {
    const near = byBase.get(Math.floor(word.base))
    if (near) near.push(word)
    else byBase.set(Math.floor(word.base), [word])
  }
  const bullets = new Map<Word, Word>()
  for (const dot of dots) {
    const word = nextTo(dot, byBase)
    if (word) bullets.set(word, bulletBefore(word, dot))
  }
  return words.flatMap(word => [...(bullets.has(word) ? [bullets.get(word) as Word] : []), word])
}

/** As wide as high, and no larger than a bullet of the largest text. */
function isDot({left, right, top, bottom}: Shape): boolean {
  const [width, height] = [right - left, bottom - top]
  return width < 12 && height > 1 && Math.abs(width - height) < 0.25 * Math.max(width, height)
}

/** The word that begins right of a dot, if the dot stands at half the height of its small letters and nothing else is between. */
function nextTo(dot: Shape, byBase: ReadonlyMap<number, readonly Word[]>): Word | undefined {
  const middle = (dot.top + dot.bottom) / 2
  let next: Word | undefined
  for (let base = Math.floor(middle); base < middle + 20; base++) {
    for (const word of byBase.get(base) ?? []) {
      const height = (word.base - middle) / word.size
      if (height < 0.1 || height > 0.65 || word.right < dot.left) continue
      if (!next || word.left < next.left) next = word
    }
  }
  if (!next) return undefined
  const [gap, width] = [(next.left - dot.right) / next.size, (dot.right - dot.left) / next.size]
  return gap > 0.1 && gap < widest && width > smallest && width < largest ? next : undefined
}

function bulletBefore({base, size, top, bottom, artifact, page}: Word, {left, right, isFilled}: Shape): Word {
  return {text: isFilled ? '•' : '◦', left, right, top, bottom, base, size, bold: false, italic: false, artifact, spaced: true, page}
}
