/** Which need and which action of the newer plan is which of the older one, whatever their words, order, table or format. */
import {munkres} from 'munkres'
import {properIn} from './news.ts'
import {hasNewOwner, isHandedOver, onlyOwnerOf, saidOf} from './owners.ts'
import {kindsIn} from './letter/kinds.ts'
import type {Action, Need} from './things.ts'
import {isSameTime as isSameWritten, isTelling, weekdaysIn} from './times.ts'
import type {Version} from './version.ts'
import {topicsOf} from './worries.ts'
import {likeness, type Stems, stemsOf, type Weigh} from './words.ts'

export interface Matches {
  /** Older to newer. */
  needs: ReadonlyMap<Need, Need>
  actions: ReadonlyMap<Action, Action>
  /** How sure the pair of an older action is. */
  sureness(older: Action): number
}

/** Below these two things are not the same thing. */
const sameNeed = 0.34
const sameAction = 0.4
/** The same for worries of one subject. */
const sameSubject = 0.45
/** The same for two that share little more than their owner, day and need. */
const sameLeft = 0.45
const fewWords = 0.12
const manyWords = 0.25
/** However well the rest fits, some words must be shared. */
const someWords = 0.2
const byChance = 0.6

export function matchesOf(before: Version, after: Version, names: Stems, weigh: Weigh): Matches {
  const telling = (stems: Stems): Stems => new Set([...stems].filter(stem => !names.has(stem)))
  const alike = (a: {stems: Stems}, b: {stems: Stems}): number =>
    Math.min(likeness(a.stems, b.stems, weigh), likeness(telling(a.stems), telling(b.stems), weigh) + 0.2)
  const scoreOfActions = (a: Action, b: Action): number => {
    const words = alike(a, b)
    if (words < someWords) return 0
    const beside = companions(a, b)
    // One word in common, with another owner and another time, is chance.
    return beside === 0 && words < byChance && sharedWords(a, b) < 2 ? 0 : words + beside
  }
  const sharedWords = (a: Action, b: Action): number => [...telling(a.stems)].filter(stem => b.stems.has(stem) && weigh(stem) > 0.5).length
  const scoreOfNeeds = (a: Need, b: Need): number => {
    const worry = alike(a, b)
    const outcome = Math.max(0, ...a.outcomes.flatMap(x => b.outcomes.map(y => alike(x, y))))
    const actions = mean(a.actions.map(x => Math.max(0, ...b.actions.map(y => alike(x, y)))))
    return Math.max(worry, 0.6 * worry + 0.4 * outcome, 0.5 * worry + 0.25 * outcome + 0.35 * actions)
  }
  const needs = assign(before.needs, after.needs, scoreOfNeeds, sameNeed)
  for (const [older, newer] of needsLeft(before, after, needs, scoreOfNeeds)) needs.set(older, newer)
  const withNeed = (a: Action, b: Action): number => {
    const score = scoreOfActions(a, b)
    return score > 0 && needs.get(a.need) === b.need ? score + 0.1 : score
  }
  const onlyOwned = new Set([before, after].flatMap(version => version.actions.filter(action => onlyOwnerOf(action, version) !== null)))
  /** How many actions hold a stem, in each version. */
  const holders = [before, after].map(({actions}) => countsOf(actions))
  /** What two actions that share few words have in common besides: whose they are, when, for which need, and whom and what they name. */
  const scoreOfLeft = (a: Action, b: Action): number => {
    const words = likeness(telling(a.stems), telling(b.stems), weigh)
    const time = isSameTime(a, b)
    const isTheirs = onlyOwned.has(a) && onlyOwned.has(b)
    if (words < fewWords && !time && !isTheirs) return 0
    const owner = a.owner !== '' && !a.isCrowd && !b.isCrowd && !hasNewOwner(a, b, before, after)
    const handed = isHandedOver(saidOf(a.owner), b)
    const sameNeed = needs.get(a.need) === b.need
    const topic = sharesTopic(a, b)
    const isOfNeed = sameNeed && (topic || words >= manyWords)
    if (!owner && !time && !handed && !isOfNeed && (words < manyWords || sharedWords(a, b) < 2)) return 0
    const proper = properIn(b.text)
    const named = [...properIn(a.text)].some(word => proper.has(word) && !names.has([...stemsOf(word)][0] ?? word))
    return (
      words +
      sum(
        [time, 0.15],
        [owner, 0.2],
        [time && owner && (isTelling(a.time) || weekdaysIn(a.text) !== ''), 0.1],
        [sameNeed, 0.15],
        [named, 0.2],
        [isTheirs && owner, 0.1],
        [handed, 0.25],
        [topic, 0.15],
        [isOtherKind(a, b), -0.15],
        [sameNeed && areLast(a, b), 0.1]
      )
    )
  }
  /** A word that only these two actions hold. */
  const sharesTopic = (a: Action, b: Action): boolean =>
    [...telling(a.stems)].some(
      stem => stem.length > 3 && weigh(stem) > 0.5 && b.stems.has(stem) && holders.every(counts => counts.get(stem) === 1)
    )
  /** Nothing else is left of the need on either side. */
  const areLast = (a: Action, b: Action): boolean => {
    const taken = new Set(actions.values())
    return (
      a.need.actions.every(other => other === a || actions.has(other)) && b.need.actions.every(other => other === b || taken.has(other))
    )
  }
  const actions = assign(before.actions, after.actions, withNeed, sameAction)
  for (const [older, newer] of leftOver(before, after, actions, scoreOfLeft)) actions.set(older, newer)
  return {
    needs,
    actions,
    sureness: older => {
      const newer = actions.get(older)
      return newer ? withNeed(older, newer) : 0
    }
  }
}

/** Worries of one subject told in other words, where the words alone paired neither. */
function needsLeft(before: Version, after: Version, paired: ReadonlyMap<Need, Need>, score: (a: Need, b: Need) => number): Map<Need, Need> {
  const taken = new Set(paired.values())
  const subjects = (need: Need): ReadonlySet<string> => new Set([...topicsOf(need.text), ...kindsIn(need.text)])
  const withSubject = (a: Need, b: Need): number => {
    const [first, second] = [subjects(a), subjects(b)]
    const both = [...first].filter(subject => second.has(subject)).length
    return both === 0 ? 0 : score(a, b) + (0.35 * both) / Math.min(first.size, second.size)
  }
  return assign(
    before.needs.filter(need => !paired.has(need) && need.text !== ''),
    after.needs.filter(need => !taken.has(need) && need.text !== ''),
    withSubject,
    sameSubject
  )
}

/** Actions that the words alone did not pair. */
function leftOver(
  before: Version,
  after: Version,
  paired: ReadonlyMap<Action, Action>,
  score: (a: Action, b: Action) => number
): Map<Action, Action> {
  const taken = new Set(paired.values())
  const older = before.actions.filter(action => !paired.has(action) && !action.done)
  const newer = after.actions.filter(action => !taken.has(action))
  return assign(older, newer, score, sameLeft)
}

/** What stands beside an action tells too, but less than its words. */
function companions(a: Action, b: Action): number {
  const owner = a.ownerStems.size > 0 && [...a.ownerStems].some(stem => b.ownerStems.has(stem)) ? 0.08 : 0
  const time = isSameTime(a, b) ? (isTelling(a.time) ? 0.2 : 0.1) : 0
  return owner + time - (isOtherKind(a, b) ? 0.1 : 0)
}

/** `Every week`, of what an action puts on Fridays and Saturdays, and `Friday and Saturday, each week`. */
function isSameTime(a: Action, b: Action): boolean {
  if (isSameWritten(a.time, b.time)) return true
  if (!a.time.isFrequency || !b.time.isFrequency) return false
  const [first, second] = [a, b].map(({text, time}) => weekdaysIn(time.text ?? '') || weekdaysIn(text))
  return first !== '' && first === second
}

/** What is done again and again is seldom what has a day. */
function isOtherKind({time: a}: Action, {time: b}: Action): boolean {
  return a.text !== null && b.text !== null && a.isFrequency !== b.isFrequency
}

function countsOf(actions: readonly Action[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>()
  for (const {stems} of actions) for (const stem of stems) counts.set(stem, (counts.get(stem) ?? 0) + 1)
  return counts
}

function sum(...parts: readonly (readonly [boolean, number])[]): number {
  return parts.reduce((total, [holds, weight]) => (holds ? total + weight : total), 0)
}

function mean(values: readonly number[]): number {
  return values.length === 0 ? 0 : values.reduce((sum, value) => sum + value, 0) / values.length
}

/** The pairing whose scores add up to most, so that two like things do not both claim the same one. */
export function assign<T>(from: readonly T[], to: readonly T[], score: (a: T, b: T) => number, least: number): Map<T, T> {
  const pairs = new Map<T, T>()
  if (from.length === 0 || to.length === 0) return pairs
  const scores = from.map(a => to.map(b => score(a, b)))
  for (const [row, column] of munkres(scores.map(line => line.map(value => (value < least ? 1.5 : 1.5 - value))))) {
    const value = scores[row]?.[column] ?? 0
    const [a, b] = [from[row], to[column]]
    if (value >= least && a !== undefined && b !== undefined) pairs.set(a, b)
  }
  return pairs
}
