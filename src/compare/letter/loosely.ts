/**
 * Whether a plan holds an ask in quite other words: by the fields of life both have to do with, what is meant by whole phrases, whom and
 * which places they name, and when.
 */
import vocabulary from '../../../rules/compare/letter.json' with {type: 'json'}
import {createMatcher} from '../../text/phrases.ts'
import {coverage, type Weigh} from '../words.ts'
import {isOpposite, isOtherCourse} from './alike.ts'
import type {Told} from './arrangements.ts'
import {fieldsOf, type Meaning, noContact} from './meaning.ts'
import {rhythmOf, sharesDay, type Slot} from './slots.ts'

const matcher = createMatcher({distinct: vocabulary.distinct})

/** Worth of a word of the same field, and of an idea told in other words. */
const ofSameField = 0.6
const ofIdea = 0.6
/** How much of an ask the plan must say, and the other way round. */
const ofAsk = 0.6
const ofPlan = 0.3
const sameDay = 0.1
const sameDays = 0.25
const sameHour = 0.15
const sameRhythm = 0.05
const eachName = 0.1
const sameAdult = 0.15
/** A word, or a field, that no other ask and no other action has to do with. */
const onlyWord = 0.25
const onlyField = 0.1
/** Due on one and the same day, with a word in common or without. */
const sameDue = 0.2
const onlySameDue = 0.1
/** To have nothing to do with the same grown-up is one thing, however it is said; with another one it is another. */
const sameBan = 0.75
const otherNames = 0.1
const otherRhythm = 0.1
const otherOwner = 0.1
/** One thing in common is chance. */
const leastShared = 2
/** Weight of a word that tells something. */
const telling = 0.3

export function looselyAlike(
  asks: readonly Told[],
  plan: readonly Told[],
  meaningOf: (told: Told) => Meaning,
  weigh: Weigh,
  isRare: (stem: string) => boolean
): (ask: Told, told: Told) => number {
  const weight = (stem: string): number => (stem.startsWith('#') ? ofIdea : weigh(stem))
  const holders = [asks, plan].map(all => countsOf(all.map(meaningOf)))
  const isOnly = (key: string | number): boolean => holders.every(counts => counts.get(key) === 1)
  const sharesField = (stem: string, other: Meaning, filter: (field: number) => boolean = () => true): boolean =>
    [...fieldsOf(stem)].some(field => other.fields.has(field) && filter(field))
  const worthIn = (stem: string, other: Meaning): number => {
    if (other.all.has(stem)) return 1
    if (coverage(new Set([stem]), other.all, weigh) > 0) return 0.8
    return sharesField(stem, other) ? ofSameField : 0
  }
  const share = ({core}: Meaning, other: Meaning): number => {
    let [all, held] = [0, 0]
    for (const stem of core) {
      all += weight(stem)
      held += weight(stem) * worthIn(stem, other)
    }
    return all === 0 ? 0 : held / all
  }
  const onlyShared = (a: Meaning, b: Meaning): number => {
    if (a.core.size < leastShared) return 0
    const words = [...a.core].filter(stem => !a.names.has(stem) && !b.names.has(stem) && weight(stem) > telling)
    const isOneChild = [...a.children].some(name => b.children.has(name))
    if (words.some(stem => stem.length > 3 && b.core.has(stem) && isOnly(stem) && (isOneChild || isRare(stem)))) return onlyWord
    return words.some(stem => sharesField(stem, b, isOnly)) ? onlyField : 0
  }
  return (ask, told) => {
    const [a, b] = [meaningOf(ask), meaningOf(told)]
    const exact = [...a.core].filter(stem => !stem.startsWith('#') && b.all.has(stem) && weight(stem) > telling)
    const isOneIdea = [...a.ideas].some(idea => b.ideas.has(idea))
    const isOneAdult = isOneIdea && [...a.adults].some(name => b.adults.has(name))
    if (isDistinct(ask.text, told.text) || isOtherCourse(ask.text, told.text) || isOtherCourse(told.text, ask.text)) return 0
    if (!(isOneIdea && (isOneAdult || exact.length > 0)) && isOpposite(ask.text, told.text)) return 0
    const times = when(a.slot, b.slot)
    const only = onlyShared(a, b)
    const held = [...a.core].filter(stem => weight(stem) > telling && worthIn(stem, b) > 0).length
    if (held + (times > sameDay || isOneAdult ? 1 : 0) + (only > 0 ? 1 : 0) < leastShared) return 0
    const shared = [...a.names].filter(name => b.capitals.has(name)).length
    const rhythm = rhythmOf(ask)
    const together =
      times +
      only +
      (isOnce(ask) && ask.time.day === told.time.day ? (exact.length > 0 ? sameDue : onlySameDue) : 0) +
      eachName * Math.min(2, shared) +
      (isOneAdult ? sameAdult : 0) +
      (rhythm !== '' && rhythm === rhythmOf(told) ? sameRhythm : 0)
    const apart =
      (shared === 0 && a.names.size > 0 && b.names.size > 0 ? otherNames : 0) +
      (isOnce(told) && rhythm !== '' ? otherRhythm : 0) +
      (b.isWorkers && shared === 0 ? otherOwner : 0)
    const score = ofAsk * share(a, b) + ofPlan * share(b, a) + together - apart
    if (!a.ideas.has(noContact) || !b.ideas.has(noContact)) return score
    return isOneAdult || shared > 0 ? Math.max(sameBan, score) : 0
  }
}

/** How many hold a word, and how many have to do with a field. */
function countsOf(meanings: readonly Meaning[]): ReadonlyMap<string | number, number> {
  const counts = new Map<string | number, number>()
  for (const {core} of meanings) {
    const own = new Set([...core].flatMap((stem): (string | number)[] => [stem, ...fieldsOf(stem)]))
    for (const key of own) counts.set(key, (counts.get(key) ?? 0) + 1)
  }
  return counts
}

/** A test of hair is not one of breath: what only one of both names is another thing, however much else they share. */
function isDistinct(ask: string, told: string): boolean {
  const [a, b] = [ask, told].map(text => new Set(matcher.match(text).map(({entry}) => entry.thing as string)))
  return a !== undefined && b !== undefined && [...a].some(thing => !b.has(thing))
}

function isOnce({time}: Told): boolean {
  return time.day !== null && !time.repeats
}

/** Half a day: without `am` or `pm` eight is eight. */
const halfADay = 12 * 60

function when(a: Slot, b: Slot): number {
  const hour = a.from !== null && b.from !== null && (a.from - b.from) % halfADay === 0 ? sameHour : 0
  if (a.days.length === 0 || a.days.length > 6 || !sharesDay(a, b)) return hour
  const isTimetable = a.days.length > 1 && a.days.length < 5 && a.days.length === b.days.length && a.days.every(day => b.days.includes(day))
  return hour + (isTimetable ? sameDays : sameDay)
}
