/** Where a phrase ends: the words its verb takes with it, and the small words it can do without. */

const stops = [
  'to',
  'and',
  'by',
  'so',
  'for',
  'on',
  'at',
  'every',
  'each',
  'in order',
  'in relation',
  'from',
  'until',
  'when',
  'if',
  'as',
  'about',
  'around',
  'regarding',
  'weekly',
  'daily',
  're',
  'with',
  'through'
]
const end = new RegExp(`\\s*(?:[.,;:()!?–—]|\\s-\\s|$|\\b(?:${stops.join('|')})\\b)`, 'i')
const loose = /(?:\s+(?:about|and|around|at|by|for|from|in|into|of|on|that|the|through|to|with))+$/i

/** The object at the beginning of a text: what stands before the next stop, `and`, preposition or time. */
export function objectOf(after: string): string {
  return after.slice(0, end.exec(after)?.index ?? after.length).trimEnd()
}

/** A phrase without the prepositions and articles it was cut off at. */
export function withoutLooseEnd(phrase: string): string {
  return phrase.replace(loose, '')
}
