/** How alike an ask of a letter and an action of a plan are: two people write the same task down for two readers. */
import vocabulary from '../../../rules/compare/letter.json' with {type: 'json'}
import {createMatcher} from '../../text/phrases.ts'
import type {Action} from '../things.ts'
import {likeness, type Stems, stemsOf, type Weigh} from '../words.ts'
import {forbidsSomething, isAgainst, isForbiddenPlace} from './against.ts'
import {rhythmOf, sharesDay, slotOf, withoutHours} from './slots.ts'
import type {Helpers} from './helpers.ts'

const matcher = createMatcher({
  soft: vocabulary.soft,
  softTerms: vocabulary.softTerms,
  unless: vocabulary.unless,
  forbidAlone: vocabulary.forbidAlone,
  course: vocabulary.courses.map(phrase => ({phrase}))
})

/** Tasks told in other words; kept apart from rules/compare/words.json, where worries and events are compared too. */
const heads = new Map(
  vocabulary.same.flatMap(line => {
    const stems = line.split(' ').flatMap(word => [...stemsOf(word)])
    return stems.map(stem => [stem, stems[0] as string] as const)
  })
)

/** What else two tasks share counts only where their words are this much alike. */
const someWords = 0.2
const mostBeside = 0.12
const otherTitle = -0.08
const otherHour = 0.1
const otherCourse = 0.2
const none: Stems = new Set()
/** `Sit down with Gareth`: what is done together tells nothing of what it is for. */
const meeting = stemsOf(vocabulary.meeting.join(' '))

/** `helpers` are the workers that the documents say where they are from. */
export function likenessOfAsks(names: Stems, weigh: Weigh, helpers: Helpers): (ask: Action, action: Action) => number {
  const known = new Map<Action, {all: Stems; telling: Stems}>()
  const wordsOf = (action: Action): {all: Stems; telling: Stems} => {
    const found = known.get(action)
    if (found) return found
    const when = whenIn(action.text)
    const own = [...action.stems].filter(stem => !when.has(stem))
    const all = new Set([...own, ...helpers(action.text)].map(stem => heads.get(stem) ?? stem))
    const words = {all, telling: new Set([...all].filter(stem => !names.has(stem)))}
    known.set(action, words)
    return words
  }
  return (a, b) => {
    const [first, second] = [wordsOf(a), wordsOf(b)]
    // Who helps is said by the owner of the action, and need not be said by its words.
    const known = isWith(a, b) ? new Set([...stemsOf(b.owner), ...meeting].filter(stem => !second.all.has(stem))) : none
    const rest = (stems: Stems): Stems => (known.size > 0 ? new Set([...stems].filter(stem => !known.has(stem))) : stems)
    const words = Math.min(likeness(rest(first.all), second.all, weigh), likeness(rest(first.telling), second.telling, weigh) + 0.1)
    if (words < someWords || isOpposite(a.text, b.text)) return 0
    return words + Math.min(mostBeside, beside(a, b) + titles(a, b, names)) - apart(a, b)
  }
}

/** Words that only tell the hour or the weekday. */
function whenIn(text: string): Stems {
  const rest = stemsOf(withoutHours(text))
  return new Set([...stemsOf(text)].filter(stem => !rest.has(stem)))
}

function has(text: string, wanted: string): boolean {
  return matcher.match(text).some(({list}) => list === wanted)
}

/** One forbids what the other asks for. `Keep away` and `do not come` ask for the same. */
export function isOpposite(a: string, b: string): boolean {
  if (isAgainst(a) === isAgainst(b) || (forbidsSomething(a) && forbidsSomething(b))) return isForbiddenPlace(a, b)
  const [no, yes] = isAgainst(a) ? [a, b] : [b, a]
  // `Dean does not see Mia anywhere but at Elm House`, and `Take Mia to Elm House to see Dean`.
  if (has(no, 'unless') && sharesTitle(no, yes)) return false
  return !has(yes, 'soft') && !(has(yes, 'softTerms') && (has(no, 'unless') || has(no, 'forbidAlone') || has(no, 'softTerms')))
}

/** The same person on the same day, the same hour, or as often. */
function beside(a: Action, b: Action): number {
  const owner =
    a.ownerStems.size > 0 && [...a.ownerStems].some(stem => b.ownerStems.has(stem)) ? 0.04 : isWith(a, b) || isWith(b, a) ? 0.06 : 0
  const [x, y] = [slotOf(a), slotOf(b)]
  const day = x.days.length > 0 && x.days.length < 7 && sharesDay(x, y) ? 0.06 : 0
  const hour = x.from !== null && x.from === y.from ? 0.06 : 0
  const often = rhythmOf(a) !== '' && rhythmOf(a) === rhythmOf(b) ? 0.06 : 0
  const due = a.time.day !== null && a.time.day === b.time.day ? 0.06 : 0
  return owner + day + hour + often + due
}

/** Each has an hour of its own, or only one is a group or course that has a name. */
function apart(a: Action, b: Action): number {
  const [x, y] = [slotOf(a), slotOf(b)]
  const hour = x.from !== null && y.from !== null && !x.isLimit && !y.isLimit && Math.abs(x.from - y.from) > anHour ? otherHour : 0
  return hour + (isOtherCourse(a.text, b.text) || isOtherCourse(b.text, a.text) ? otherCourse : 0)
}

const anHour = 60

/** `The Steady Start parents’ group`: no word of whose name, and no group at all, is in the other. */
export function isOtherCourse(a: string, b: string): boolean {
  const name = named.exec(a)?.groups?.name
  if (name === undefined || has(b, 'course')) return false
  const other = stemsOf(b)
  return ![...stemsOf(name)].some(stem => other.has(stem))
}

const named = new RegExp(
  `(?<=\\S\\s)(?<name>\\p{Lu}\\p{L}+(?:\\s\\p{Lu}\\p{L}+)*)\\s(?:(?:for )?\\p{Ll}+['’]?s?['’]?\\s)?(?:${vocabulary.courses.join('|')})\\b`,
  'u'
)

/** The letter asks the parent to do with a worker what the plan asks of that worker: `Agree a plan with Gareth Lunn`. */
function isWith(ask: Action, action: Action): boolean {
  const owner = action.owner.match(/^\p{Lu}\p{Ll}+/u)?.[0]
  return owner !== undefined && new RegExp(`\\b(?:with|to|see|meet|let|for) (?:\\p{L}+ ){0,2}?${owner}\\b`, 'iu').test(ask.text)
}

/** A course, a clinic, a street: a name that is nobody's of the family. */
export const title = /(?<=\S\s)\p{Lu}\p{L}{2,}/gu

function sharesTitle(a: string, b: string): boolean {
  const other = new Set([...b.matchAll(title)].map(([word]) => word))
  return [...a.matchAll(title)].some(([word]) => other.has(word))
}

function titles(a: Action, b: Action, names: Stems): number {
  const named = ({text}: Action): Set<string> =>
    new Set([...text.matchAll(title)].flatMap(([word]) => [...stemsOf(word)]).filter(stem => !names.has(stem)))
  const [x, y] = [named(a), named(b)]
  const shared = [...x].filter(stem => y.has(stem)).length
  // Two courses with names of their own are two courses.
  if (shared === 0 && x.size > 0 && y.size > 0) return otherTitle
  return shared === 0 ? 0 : shared === 1 ? 0.05 : 0.1
}
