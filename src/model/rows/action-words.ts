/** The grammar of an action: who it says will act, and whether it is written so that nobody does. */
import words from '../../../rules/vocabulary/action-words.json' with {type: 'json'}
import {createMatcher} from '../../text/phrases.ts'

export interface ActionGrammar {
  /** The words before the verb: `Mum`, `Referral`, `Epilepsy Nurse`; null where the action begins with its verb or has no verb we know. */
  subject: string | null
  /** The main verb, as written, or null. */
  verb: string | null
  /** `Referral to be made`: the subject is not who acts. */
  passive: boolean
  /** `Attendance to improve`: a thing that nobody is said to change. */
  thing: boolean
}

const modal =
  /^(.{1,90}?)(?:\s+(?:(?:have|has|had)\s+)?(?:agreed|undertaken|offered)?\s*(?:to|will|shall|must|should|(?:is|are|am)\s+(?:going\s+)?to|needs?\s+to|(?:has|have)\s+to|ought\s+to)|['’]ll)\s+(?:not\s+|also\s+|then\s+|always\s+|both\s+|each\s+|still\s+|only\s+|jointly\s+)*(?:continue\s+to\s+)?([a-z][a-z'’-]*)(?:\s+(?:\w+ly\s+)?([a-z][a-z'’-]*))?/iu
const none: ActionGrammar = {subject: null, verb: null, passive: false, thing: false}
const nonVerbs = new Set(words.nonVerbs)
const participles = new Set(words.participles)
const adjectives = new Set(words.adjectivesAfterBe)
const thingVerbs = new Set(words.thingVerbs)

/** `Holm Homes, who own the flat, will mend …`: what stands between commas tells more of the subject. */
const aside = /^(\P{L}*\p{Lu}[^,.;:]{1,50}),\s(?:who|which|whose)\s[^,.;:]{2,70},(?=\s)/u

/** Reads the first clause of an action. */
export function grammarOf(action: string): ActionGrammar {
  const written = action.replace(aside, '$1')
  // “Letter to the housing office”, “comes to Nan’s”: a “to” that no verb follows is masked, letter for letter.
  const text = written.replace(/\bto(?=\s+([\p{L}'’]+))/gu, (whole, next: string) =>
    nonVerbs.has(next.toLowerCase()) || /^\p{Lu}/u.test(next) ? '--' : whole
  )
  const match = modal.exec(text)
  const subject = written.slice(match?.index ?? 0, (match?.index ?? 0) + (match?.[1]?.length ?? 0)).trim()
  // “Go to the class” and “Ring Jo to say …” begin with their verb: what stands before “to” is no subject.
  if (!match || !subject || /[.;:]|\b(?:so that|because|which|who|if|where|while)\b/i.test(subject) || beginsWithVerb(subject)) return none
  const verb = (match[2] as string).toLowerCase()
  const after = match[3]?.toLowerCase() ?? ''
  const passive = verb === 'be' && isParticiple(after)
  return {
    subject,
    passive,
    verb: verb === 'be' && after ? `be ${after}` : verb,
    thing: !passive && isIntransitive(verb, text.slice(match[0].length), after)
  }
}

/** `Attendance to improve by Easter`, not `Mum to improve the kitchen`. */
function isIntransitive(verb: string, rest: string, after: string): boolean {
  if (!thingVerbs.has(verb)) return false
  if (verb === 'take') return after === 'place'
  const next = after || (/^\W*([a-z]*)/i.exec(rest)?.[1] ?? '')
  return (
    next === '' ||
    /^(?:and|in|to|at|by|with|until|as|over|from|during|on|for|each|every|when|if|so|weekly|daily|monthly|regularly|further)$/.test(next)
  )
}

function isParticiple(word: string): boolean {
  return participles.has(word) || (/[^e]ed$/.test(word) && !adjectives.has(word))
}

const startVerbs = new Set(words.startVerbs)

/** Whether the words begin with a bare verb (`Take`, `Ring`, `Not to leave`), as an order or a task does. */
export function beginsWithVerb(text: string): boolean {
  const first = /^[^\p{L}]*([\p{L}'’]+)/u.exec(text)?.[1]?.toLowerCase() ?? ''
  return startVerbs.has(first)
}

const visits = createMatcher({visits: words.visits.map(phrase => ({phrase}))})
const processes = createMatcher({processes: words.processes.map(phrase => ({phrase}))})

export function speaksOfVisit(text: string): boolean {
  return visits.match(text).length > 0
}

/** Whether the visit itself is what is to be done: “SW to visit”, “Fortnightly visits”, not “take photos on the first visit”. */
export function isVisit(text: string): boolean {
  const first = visits.match(text)[0]
  if (!first) return false
  const {subject, verb} = grammarOf(text)
  if (verb) return first.start < (subject?.length ?? 0) || visits.match(verb).length > 0 || carrying.has(verb.split(' ')[0] ?? '')
  return !beginsWithVerb(text) || first.start < 4 || carrying.has(/[a-z]+/i.exec(text)?.[0].toLowerCase() ?? '')
}

const carrying = new Set([
  'undertake',
  'complete',
  'carry',
  'do',
  'make',
  'continue',
  'conduct',
  'have',
  'pop',
  'drop',
  'call',
  'come',
  'go',
  'also',
  'maintain',
  'provide',
  'arrange',
  'keep'
])

export function speaksOfProcess(text: string): boolean {
  return processes.match(text).length > 0
}

const standing = createMatcher({
  standing: words.standing.map(phrase => ({phrase})),
  towardsCouncil: words.towardsCouncil.map(phrase => ({phrase}))
})

/** A rule or a way of behaving that holds all the time and so needs no date: a ban, a condition, conduct towards the council in a letter. */
export function isStandingRule(text: string, letter: boolean): boolean {
  const found = standing.match(text)
  if (found.some(({list}) => list === 'standing')) return true
  return letter && found.some(({list}) => list === 'towardsCouncil')
}

const soft = createMatcher({soft: words.soft.map(phrase => ({phrase}))})

/** Something that anybody could see was done or not: longer than a soft verb and its object, or with a number, time or place in it. */
export function isConcrete(text: string): boolean {
  if (text.split(/\s+/).length < 4) return false
  const found = soft.match(text)
  if (found.length === 0) return true
  const left = found.reduceRight((rest, {start, end}) => rest.slice(0, start) + rest.slice(end), text)
  return (
    /\d|\b(?:every|daily|weekly|each|so that|by (?:mon|tues|wednes|thurs|fri|satur|sun))\b/i.test(left) ||
    left.split(/\s+/).filter(word => word.length > 3).length >= 8
  )
}
