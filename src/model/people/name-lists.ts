/** Values that list people, told from sentences about them. */

const small = new Set([
  'a',
  'aged',
  'age',
  'also',
  'an',
  'and',
  'as',
  'at',
  'baby',
  'born',
  'boy',
  'by',
  'called',
  'date',
  'dob',
  'd',
  'o',
  'b',
  'due',
  'edd',
  'girl',
  'in',
  'known',
  'lives',
  'months',
  'not',
  'of',
  'old',
  'on',
  'or',
  'the',
  'their',
  'twins',
  'unborn',
  'weeks',
  'with',
  'year',
  'years',
  'yr',
  'yrs'
])

/** `who likes to be called Raff`, `known as Toby`: the name a child goes by. */
export const knownAs =
  /,?\s*\b(?:who\s+)?(?:is\s+|(?:likes|prefers|wants)\s+to\s+be\s+)?(?:known\s+as|called|goes\s+by|prefers|calls?\s+(?:him|her|them)self)\s+[“"‘']?(\p{Lu}[\p{L}’'-]+)/gu

/** Words in small letters outside brackets give a sentence away. */
function isListOfNames(text: string): boolean {
  if (text.length > 400) return false
  const outside = text.replace(/\([^)]*\)?/g, ' ').replace(knownAs, ' ')
  const words = outside.match(/[\p{L}’']+/gu) ?? []
  const others = words.filter(word => /^\p{Ll}/u.test(word) && !small.has(word.toLowerCase()))
  const capitals = words.filter(word => /^\p{Lu}/u.test(word))
  if (/^(?:I|We|You|He|She|They|It|The|This)\b/.test(outside.trim()) && others.length > 1) return false
  return others.length <= 3 || others.length <= capitals.length
}

const nameAhead = /^\s*(?:\p{Lu}[\p{L}’'-]+\s+){0,3}\p{Lu}[\p{L}’'-]+(?=\s*[,;(–-])/u

/**
 * The value if it lists people, else its first sentence if that does (`Lan Zhao. She works nights.`), else the name it begins with (`Lan
 * Zhao, at her sister’s since May`), else nothing.
 */
export function namesPart(text: string): string {
  const first = /^[^.!?]{3,80}[.!?](?=\s+(?!Call|Known|Likes|Prefers)\p{Lu}\p{Ll}+(?:\s+\p{Lu}\p{Ll}+)?\s+\p{Ll})/u.exec(text)?.[0] ?? ''
  if (!first && isListOfNames(text)) return text
  if (first) return isListOfNames(first) ? first : ''
  return nameAhead.exec(text)?.[0] ?? ''
}
