/** Whether a value is a list of people, not a sentence about them. */

const small = new Set([
  'a', 'aged', 'age', 'also', 'an', 'and', 'as', 'at', 'baby', 'born', 'boy', 'by', 'called', 'date', 'dob', 'd', 'o', 'b', 'due', 'edd', 'girl', 'in', 'known', 'lives', 'months', 'not', 'of',
  'old', 'on', 'or', 'the', 'their', 'twins', 'unborn', 'weeks', 'with', 'year', 'years', 'yr', 'yrs'
])

/** Words in small letters outside brackets, and after the first comma or dash, give a sentence away. */
export function isListOfNames(text: string): boolean {
  if (text.length > 400) return false
  const outside = text.replace(/\([^)]*\)?/g, ' ')
  const words = outside.match(/[\p{L}’']+/gu) ?? []
  const others = words.filter(word => /^\p{Ll}/u.test(word) && !small.has(word.toLowerCase()))
  const capitals = words.filter(word => /^\p{Lu}/u.test(word))
  if (/^(?:I|We|You|He|She|They|It|The|This)\b/.test(outside.trim()) && others.length > 1) return false
  return others.length <= 3 || others.length <= capitals.length
}
