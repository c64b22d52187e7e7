/** Words as they are compared across versions: capitals, kinds of quotation marks and spacing do not count. */
export function comparable(words: string): string {
  return words.normalize('NFKC').toLowerCase().replace(/[‘’]/g, "'").replace(/[“”]/g, '"').replace(/\s+/g, ' ').trim()
}
