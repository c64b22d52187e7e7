/** How small letters must be for the family's copy to fit on one sheet of A4. Sizes are those of style/print.css. */
import type {FamilyWords} from './family-words.ts'

/** Points, the largest that is good to read first. */
const sizes: readonly [name: string, points: number][] = [
  ['size-large', 12],
  ['size-middle', 11],
  ['size-small', 9.5],
  ['size-smaller', 8],
  ['size-least', 6.75]
]

/** The sheet inside its margins, in points. */
const [width, height] = [527, 774]
/** In em: a letter of a wide typeface on average, a line, what a row and a heading take beside their words. */
const [letter, line, rowRim, heading] = [0.6, 1.3, 0.4, 2.4]
/** Shares of the width that the three columns have. */
const columns = [0.56, 0.2, 0.24] as const

export function fitOf(words: FamilyWords): string {
  return sizes.find(([, points]) => heightOf(words, width / points) * points <= height)?.[0] ?? 'size-least'
}

/** In em, on a sheet that is so many em wide. */
function heightOf({worries, outcomes, actions, contingency}: FamilyWords, wide: number): number {
  const lines = (text: string, share = 1): number => Math.max(1, Math.ceil((text.length * letter) / (wide * share - 1.5)))
  const lists = [...worries, ...outcomes, ...contingency].map(text => lines(text) * line)
  const rows = actions.map(({what, who, when}) => {
    const tallest = Math.max(...[what, who ?? '', when ?? ''].map((text, column) => lines(text, columns[column])))
    return tallest * line + rowRim
  })
  return [...lists, ...rows].reduce((sum, one) => sum + one, 6 * heading + 3 * line)
}
