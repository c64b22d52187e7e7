/** Names and initials of people and places, so that `IF` for Imogen Fry or `SKYE` for Skye is not taken for an acronym. */

const names = /\p{Lu}\p{Ll}+(?:[ -]\p{Lu}\p{Ll}+)+/gu

/** In capitals: every capitalised word of these texts, and the initials of every run of two or three of them. */
export function nameFormsIn(texts: Iterable<string>): Set<string> {
  const found = new Set<string>()
  for (const text of texts) {
    for (const [word] of text.matchAll(/\p{Lu}\p{Ll}+/gu)) found.add(word.toUpperCase())
    for (const [run] of text.matchAll(names)) {
      const letters = run.split(/[ -]/).map(word => word[0] as string)
      for (let from = 0; from < letters.length; from++) {
        found.add(letters.slice(from, from + 2).join(''))
        found.add(letters.slice(from, from + 3).join(''))
      }
    }
  }
  return found
}
