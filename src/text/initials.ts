/** Initials of the people and places a document names, so that `IF` for Imogen Fry is not taken for an acronym. */

const names = /\p{Lu}\p{Ll}+(?:[ -]\p{Lu}\p{Ll}+)+/gu

/** Initials of every run of two to four capitalised words in these texts. */
export function initialsIn(texts: Iterable<string>): Set<string> {
  const found = new Set<string>()
  for (const text of texts) {
    for (const [run] of text.matchAll(names)) {
      const letters = run.split(/[ -]/).map(word => word[0] as string)
      for (let from = 0; from < letters.length; from++) {
        for (let length = 2; length <= 3 && from + length <= letters.length; length++) found.add(letters.slice(from, from + length).join(''))
      }
    }
  }
  return found
}
