/** Two or more versions of one plan, oldest first: what has moved. */
import {type Change, changeKinds, type ComparedDocument, type Comparison} from '../comparison.ts'
import type {LocalClock} from '../engine/config.ts'
import type {Plan} from '../model/plan.ts'
import {addMonths} from '../text/dates/calendar.ts'
import {wordsOf} from '../text/phrases.ts'
import {version as planlint} from '../version.ts'
import {actionChanges, change, newWorries, passage, type Step} from './changes.ts'
import {type IsHoliday, type Late, lateCoreGroups, lateMeetings, lateReviews, monthsBetween} from './clock.ts'
import {triggeredOf} from './contingency.ts'
import {matchesOf} from './match.ts'
import {meetingDatesOf} from './meetings.ts'
import type {Action} from './things.ts'
import {weakenedOutcomes} from './outcomes.ts'
import {properIn} from './news.ts'
import {isSameName} from './people.ts'
import {type Version, versionOf} from './version.ts'
import {longDate} from '../wording.ts'
import {noteOf} from './wording.ts'
import {toldWorries} from './worries.ts'
import {likeness, type Stems, stemsOf, type Weigh, weightsOf} from './words.ts'

export interface PlanVersion {
  path: string
  plan: Plan
}

/**
 * Reads nothing and asks no clock: `isHoliday` tells the bank holidays, `localClock` what the council asks for beyond the national clock.
 * Throws a RangeError for fewer than two versions.
 */
export function compareVersions(given: readonly PlanVersion[], isHoliday: IsHoliday, localClock: LocalClock = {}): Comparison {
  if (given.length < 2) throw new RangeError('A comparison needs two versions or more.')
  const versions = given.map(({plan}, index) => versionOf(plan, index))
  const {names, weigh} = groundOf(versions)
  const steps = versions.slice(1).map((after, index) => stepOf(versions[index] as Version, after, names, weigh))
  const last = steps.at(-1) as Step
  const {changes, tally} = actionChanges(last, historyIn(steps))
  const inNeeds = newWorries(last, need => last.before.needs.some(older => likeness(older.stems, need.stems, weigh) > 0.6))
  const all = [
    ...triggerChanges(last),
    ...inNeeds,
    ...toldChanges(last, inNeeds),
    ...changes,
    ...outcomeChanges(last),
    ...workerChanges(last),
    ...childrenGone(last),
    ...clockChanges(versions, isHoliday, localClock)
  ]
  return {
    planlint,
    kind: 'versions',
    documents: given.map(documentOf),
    children: childrenOf(versions),
    notes: notesOf(given, versions),
    tally,
    changes: all.sort((a, b) => changeKinds.indexOf(a.kind) - changeKinds.indexOf(b.kind))
  }
}

export function documentOf({path, plan}: PlanVersion): ComparedDocument {
  return {path, type: plan.type, date: plan.ownDate}
}

/** Weights and the names of the family, over all documents: what all of them hold tells little. */
export function groundOf(versions: readonly Version[]): {names: Stems; weigh: Weigh} {
  const texts = versions.flatMap(({plan, nameIn}) => plan.blocks.map(({text}) => nameIn(text)))
  const people = versions.flatMap(({plan, nameIn}) =>
    [...plan.children, ...plan.people.parents].flatMap(({name, aliases}) => [name, ...aliases].map(nameIn))
  )
  // A title is no name: “miss” is what becomes of appointments.
  const names = new Set([
    ...stemsOf(people.join(' ').replace(/\b(?:mr|mrs|ms|miss|mx|dr)\b\.?/gi, ' ')),
    ...stemsOf('socialworker thechild mum dad child children baby')
  ])
  const weighAll = weightsOf(texts)
  return {names, weigh: stem => (names.has(stem) ? weighAll(stem) / 2 : weighAll(stem))}
}

function stepOf(before: Version, after: Version, names: Stems, weigh: Weigh): Step {
  return {before, after, names, weigh, matches: matchesOf(before, after, names, weigh)}
}

/** The same action in the versions before, oldest first. */
function historyIn(steps: readonly Step[]): (action: Action) => Action[] {
  const back = new Map<Action, Action>()
  for (const {matches} of steps) for (const [older, newer] of matches.actions) back.set(newer, older)
  return action => {
    const line: Action[] = []
    for (let at = back.get(action); at; at = back.get(at)) line.unshift(at)
    return line
  }
}

/** What the summary tells of a worry that the plan states too is said once. */
function toldChanges({before, after, matches, names, weigh}: Step, inNeeds: readonly Change[]): Change[] {
  const said = inNeeds.map(({after: words}) => words?.text ?? '')
  const newcomers = (text: string): string[] =>
    [...properIn(` ${text}`)].filter(word => ![...stemsOf(word)].every(stem => names.has(stem)) && !isNamedIn(word, before))
  const isSaid = (text: string): boolean =>
    said.some(
      other => likeness(stemsOf(text), stemsOf(other), weigh) > alikeEnough || newcomers(text).some(word => newcomers(other).includes(word))
    )
  return toldWorries({before, after, needs: matches.needs, names, weigh})
    .filter(({text}) => !isSaid(text))
    .map(line => change('new-worry-without-action', {after: passage(line, after)}))
}

const alikeEnough = 0.5

function isNamedIn(word: string, {plan}: Version): boolean {
  return plan.blocks.some(({text}) => wordsOf(text).some(other => other.text.replace(/'s$/, '') === word))
}

function outcomeChanges({before, after, names, weigh, matches}: Step): Change[] {
  return weakenedOutcomes({before, after, needs: matches.needs, names, weigh}).map(({part, need, before: was, after: now}) =>
    change('outcome-weaker', {part, need, before: passage(was, before), after: now && passage(now, after)})
  )
}

function triggerChanges({before, after, names, weigh}: Step): Change[] {
  return triggeredOf(before, after, names, weigh).map(({before: trigger, event}) =>
    change('contingency-unchanged-though-triggered', {
      before: passage(trigger, before),
      after: passage(event, after),
      values: {trigger: trigger.text}
    })
  )
}

function workerChanges({before, after}: Step): Change[] {
  const [was, now] = [before.worker, after.worker]
  if (!was || !now || isSameName(was.name, now.name)) return []
  const values = {before: was.name, after: now.name}
  return [
    change('new-social-worker', {
      before: passage({text: was.name, at: was.at}, before),
      after: passage({text: now.name, at: now.at}, after),
      values
    })
  ]
}

/** A child that is born, or called by another of its names, is the same child. */
function earlierName(child: Plan['children'][number], {plan}: Version): string | null {
  const same = plan.children.find(other => isSameName(other.given, child.given) || (other.born !== null && other.born === child.born))
  return same?.given ?? plan.children.find(({unborn}) => unborn)?.given ?? null
}

function childrenOf(versions: readonly Version[]): Comparison['children'] {
  const [first, last] = [versions[0] as Version, versions.at(-1) as Version]
  return last.plan.children.map(child => {
    const before = earlierName(child, first)
    return {name: child.given, before: before === child.given ? null : before}
  })
}

function childrenGone({before, after}: Step): Change[] {
  const kept = new Set(after.plan.children.map(child => earlierName(child, before)))
  return before.plan.children
    .filter(
      ({given, born, at}) => !kept.has(given) && born !== null && at !== null && kept.size > 0 && !isNamedIn(given.toLowerCase(), after)
    )
    .map(({given, at}) => change('vanished', {part: 'child', values: {child: given}, before: at && passage({text: given, at}, before)}))
}

function clockChanges(versions: readonly Version[], isHoliday: IsHoliday, localClock: LocalClock): Change[] {
  const plans = versions.map(({plan}) => plan)
  const dates = meetingDatesOf(plans)
  const isProtection = dates.hasConference || plans.some(({type}) => type === 'child-protection-plan')
  const late = isProtection ? [...lateMeetings(dates, isHoliday), ...lateCoreGroups(dates, localClock)] : lateReviews(dates, localClock)
  const changes = late.map(lateChange)
  const started = startOf(plans, isProtection ? dates.initial : null)
  const today = todayOf(plans, dates.lastHeld)
  if (!started || !today || started > today) return changes
  const months = monthsBetween(started, today)
  const part = months === 0 ? 'none' : months === 1 ? 'one' : 'many'
  return [...changes, change('time-on-plan', {months, date: started, part, values: {months, since: longDate(started)}})]
}

function lateChange({kind, date, latest, since, by, weeks = 0}: Late): Change {
  return change(kind, {date, latest, part: by, values: {date: longDate(date), latest: longDate(latest), since: longDate(since), weeks}})
}

/** A conference that a newer version gives alone may be a review: then the plan began with the initial one. */
function startOf(plans: readonly Plan[], initial: string | null): string | null {
  const started = plans.map(plan => plan.started).find(day => day !== null) ?? null
  return initial && started && started > addMonths(initial, 1) ? initial : (started ?? initial)
}

/** The newest version's day; a plan without one, or with one before an older version's, was made at the last review it tells of. */
function todayOf(plans: readonly Plan[], lastHeld: string | null): string | null {
  const newest = plans.at(-1) as Plan
  // Where somebody says by which day to judge, `date` is that day.
  if (newest.date !== newest.ownDate) return newest.date
  const day = newest.ownDate
  const older =
    plans
      .slice(0, -1)
      .map(plan => plan.ownDate ?? '')
      .sort()
      .at(-1) ?? ''
  return lastHeld && (!day || day < older) ? lastHeld : day
}

function notesOf(given: readonly PlanVersion[], versions: readonly Version[]): string[] {
  const notes: string[] = []
  const dates = given.flatMap(({plan}) => (plan.ownDate ? [plan.ownDate] : []))
  const [first, last] = [versions[0] as Version, versions.at(-1) as Version]
  const known = last.plan.children.length > 0 && first.plan.children.length > 0
  if (known && last.plan.children.every(child => earlierName(child, first) === null)) notes.push(noteOf('different-children'))
  if (dates.some((date, index) => index > 0 && date < (dates[index - 1] as string))) notes.push(noteOf('out-of-order'))
  for (const [index, {path, plan}] of given.entries()) {
    if (plan.typeConfidence === 0 || plan.type === 'unknown' || plan.type === 'letter-before-proceedings')
      notes.push(noteOf('not-a-plan', {path}))
    if (!plan.ownDate) notes.push(noteOf('no-date', {path}))
    if (versions[index]?.needs.length === 0) notes.push(noteOf('nothing-read', {path}))
  }
  return notes
}
