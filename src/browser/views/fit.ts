/** How small letters must be for so many to fit on one sheet of A4. */

/** Letters that fit, by size; measured with the plans of the corpus. */
const sizes: readonly [name: string, letters: number][] = [
  ['size-large', 1800],
  ['size-middle', 3200],
  ['size-small', 5200]
]

export function fitOf(text: string): string {
  return sizes.find(([, letters]) => text.length <= letters)?.[0] ?? 'size-least'
}
