/**
 * Whether a plan holds an ask in quite other words: by the fields of life both have to do with, what is meant by whole phrases, whom and
 * which places they name, and when.
 */
import vocabulary from '../../../rules/compare/letter.json' with {type: 'json'}
import {createMatcher} from '../../text/phrases.ts'
import {withoutDates} from '../things.ts'
import {coverage, type Stems, stemsOf, type Weigh} from '../words.ts'
import {askIn} from './against.ts'
import {isOpposite, isOtherCourse, title} from './alike.ts'
import type {Told} from './arrangements.ts'
import {rhythmOf, sharesDay, type Slot, slotOf, withoutHours} from './slots.ts'

// A list for each idea: of one list only the longest match at a place is kept.
const ideas = [...new Set(vocabulary.ideas.map(({idea}) => idea))]
const matcher = createMatcher(Object.fromEntries(ideas.map(idea => [idea, vocabulary.ideas.filter(entry => entry.idea === idea)])))

/** Words of one field of life, each field by its place in the list; a word can belong to several. */
const fields = new Map<string, Set<number>>()
for (const [field, line] of vocabulary.fields.entries())
  for (const stem of stemsOf(line)) fields.set(stem, (fields.get(stem) ?? new Set()).add(field))

/** Worth of a word of the same field, and of an idea told in other words. */
const ofSameField = 0.6
const ofIdea = 0.6
/** How much of an ask the plan must say, and the other way round. */
const ofAsk = 0.6
const ofPlan = 0.3
const sameDay = 0.1
const sameDays = 0.25
const sameHour = 0.15
const eachName = 0.1
const otherNames = 0.1
const otherRhythm = 0.1
/** One thing in common is chance. */
const leastShared = 2

/** `Make sure that` tells nothing. */
const leads = /\b(?:make|makes|making|be) (?:sure|certain)\b/gi

interface Meaning {
  /** What is to be done, without names of the family. */
  core: Stems
  /** With who does it. */
  all: Stems
  fields: ReadonlySet<number>
  /** Places, services and workers. */
  names: Stems
  /** Whose of the family it is. */
  family: Stems
  ideas: ReadonlySet<string>
  slot: Slot
}

export function looselyAlike(names: Stems, weigh: Weigh, nameIn: (text: string) => string): (ask: Told, told: Told) => number {
  const known = new Map<Told, Meaning>()
  const weight = (stem: string): number => (stem.startsWith('#') ? ofIdea : weigh(stem))
  const stems = (text: string): string[] => [...stemsOf(nameIn(withoutDates(withoutHours(text)).replace(leads, ' ')))]
  const telling = (text: string): string[] => stems(text).filter(stem => !names.has(stem))
  const meaningOf = (told: Told): Meaning => {
    const found = known.get(told)
    if (found) return found
    const text = askIn(told.text)
    const meant = new Set(matcher.match(text).map(({list}) => `#${list}`))
    const core = new Set([...telling(text), ...meant])
    const all = new Set([...core, ...telling([told.text, told.owner, told.time.text].join(' '))])
    const meaning = {
      core,
      all,
      fields: new Set([...all].flatMap(stem => [...(fields.get(stem) ?? [])])),
      names: new Set([...text.matchAll(title)].flatMap(([word]) => telling(word))),
      family: new Set(stems(`${told.text} ${told.owner}`).filter(stem => names.has(stem))),
      ideas: meant,
      slot: slotOf(told)
    }
    known.set(told, meaning)
    return meaning
  }
  const worthIn = (stem: string, other: Meaning): number => {
    if (other.all.has(stem)) return 1
    if (coverage(new Set([stem]), other.all, weigh) > 0) return 0.8
    return [...(fields.get(stem) ?? [])].some(field => other.fields.has(field)) ? ofSameField : 0
  }
  const share = ({core}: Meaning, other: Meaning): number => {
    let [all, held] = [0, 0]
    for (const stem of core) {
      all += weight(stem)
      held += weight(stem) * worthIn(stem, other)
    }
    return all === 0 ? 0 : held / all
  }
  return (ask, told) => {
    const [a, b] = [meaningOf(ask), meaningOf(told)]
    const times = when(a.slot, b.slot)
    const isOneIdea = [...a.ideas].some(idea => b.ideas.has(idea))
    const isOneFamily = isOneIdea && [...a.family].some(name => b.family.has(name))
    const held = [...a.core].filter(stem => weight(stem) > 0.3 && worthIn(stem, b) > 0).length + (times > sameDay || isOneFamily ? 1 : 0)
    if (held < leastShared || (!isOneFamily && isOpposite(ask.text, told.text))) return 0
    if (isOtherCourse(ask.text, told.text) || isOtherCourse(told.text, ask.text)) return 0
    const shared = [...a.names].filter(name => b.all.has(name)).length
    const apart =
      (shared === 0 && a.names.size > 0 && b.names.size > 0 ? otherNames : 0) + (isOnce(told) && rhythmOf(ask) !== '' ? otherRhythm : 0)
    return ofAsk * share(a, b) + ofPlan * share(b, a) + times + eachName * Math.min(2, shared) - apart
  }
}

function isOnce({time}: Told): boolean {
  return time.day !== null && !time.repeats
}

function when(a: Slot, b: Slot): number {
  const hour = a.from !== null && a.from === b.from ? sameHour : 0
  if (a.days.length === 0 || a.days.length > 6 || !sharesDay(a, b)) return hour
  const isTimetable = a.days.length > 1 && a.days.length < 5 && a.days.length === b.days.length && a.days.every(day => b.days.includes(day))
  return hour + (isTimetable ? sameDays : sameDay)
}
