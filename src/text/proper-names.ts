/** Whether words are (part of) the name of a service, team, building, court or post: a reader need not know what each word means. */

const bodies =
  'services?|teams?|hubs?|cent(?:re|er)s?|schools?|academy|college|nursery|court|clinic|unit|project|programme|course' +
  '|department|office|trust|charity|house|foundation|society|agency|helpline|partnership|board|network|association|alliance|directorate'
const posts =
  'officers?|workers?|leads?|nurses?|managers?|practitioners?|advis[eo]rs?|co-?ordinators?|therapists?|psychologists?' +
  '|counsellors?|consultants?|midwi(?:fe|ves)|mentors?|teachers?|assistants?' +
  '|chair|director|head|specialists?|champions?|visitors?|tutors?'
const anyName = new RegExp(`^(?:${bodies}|${posts})$`, 'i')
const singleBody = /^(?:service|team|hub|centre|clinic|unit|helpline|charity|project|programme|course)$/i
const anyBody = new RegExp(`\\s(?:${bodies})$`, 'i')
const anyPost = new RegExp(`^(?:${posts})$`, 'i')
const joining = /^(?:and|of|for|the|&|in|to)$/i

/**
 * True when the stretch stands in a capitalised name that ends in a word such as Service, Team, Centre or Officer, or right before the
 * noun of one unnamed post or team (*substance misuse nurse*, *edge of care team*).
 */
export function isInName(text: string, start: number, end: number): boolean {
  const after = wordsOn(text.slice(end), 5)
  const next = after[0]
  if (next && (singleBody.test(next) || anyPost.test(next))) return true
  const inside = text.slice(start, end).split(/\s+/)
  const capitals = inside.every(word => joining.test(word) || /^\p{Lu}/u.test(word))
  if (!capitals) return false
  if (inside.length > 1 && anyName.test(inside.at(-1) as string)) return true
  for (const word of after) {
    if (anyName.test(word)) return true
    if (!joining.test(word) && !/^\p{Lu}/u.test(word)) return false
  }
  return false
}

/** `Harbour House`, `Mill Street Centre`: a place or service, not a person, whatever stands beside it. */
export function namesBody(name: string): boolean {
  return anyBody.test(name)
}

/** The next words, up to a mark that ends a name. */
function wordsOn(text: string, most: number): string[] {
  const words: string[] = []
  const pattern = /\s+(&|[\p{L}\p{N}][\p{L}\p{N}’'-]*)/uy
  for (let match = pattern.exec(text); match && words.length < most; match = pattern.exec(text)) words.push(match[1] as string)
  return words
}
