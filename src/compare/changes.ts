/** What happened to each action, need and outcome between one version and the next. */
import type {Change, Passage, Tally} from '../comparison.ts'
import {locationOf} from '../model/location.ts'
import {isAnswered} from './answered.ts'
import type {Matches} from './match.ts'
import type {Action, Need, Worded} from './things.ts'
import {clauseOn, freshLines, isNegative, isOpen, type Line, properIn, speaksOfFuture, speaksOfPast, tellsOver, wordOf} from './news.ts'
import {isBookedAgain} from './progress.ts'
import {hasNewOwner, isNobodys, onlyOwnerOf} from './owners.ts'
import {isSpokenOf} from './traces.ts'
import {hasSlipped, isSameTime, isSooner, isTelling, readTime} from './times.ts'
import type {Version} from './version.ts'
import {visitPair} from './visits.ts'
import {noDate, sentencesOf} from './wording.ts'
import {namesNoWorry} from './worries.ts'
import {coverage, type Stems, stemsOf, type Weigh} from './words.ts'

export interface Step {
  before: Version
  after: Version
  matches: Matches
  names: Stems
  weigh: Weigh
}

export function passage({text, at}: Pick<Worded, 'text' | 'at'>, {plan, index}: Version): Passage {
  return {text, location: locationOf(at, plan), document: index}
}

function change(kind: Change['kind'], facts: Partial<Change> & {part?: string; values?: Record<string, string | number>}): Change {
  const {part = '', values = {}, ...rest} = facts
  return {
    kind,
    ...sentencesOf(kind, values, part),
    need: null,
    before: null,
    after: null,
    ...rest
  }
}

export function actionChanges(step: Step, history: (action: Action) => Action[]): {changes: Change[]; tally: Tally} {
  const {before, after, matches} = step
  const lines = freshLines(
    [...after.news, ...after.told],
    [...before.news, ...before.told, ...before.needs, ...before.needs.flatMap(({outcomes}) => outcomes), ...before.aims].map(
      ({stems}) => stems
    ),
    step.weigh
  )
  const open = before.actions.filter(({done}) => !done)
  // A pair that only looks alike gives way to a line that says what came of the action.
  const pairs = new Map([...matches.actions].filter(([older]) => !isBetterTold(older, lines, step)))
  const visits = visitPair(before, after, pairs)
  if (visits) pairs.set(...visits)
  const changes = visits && !open.includes(visits[0]) ? changesOfPair(...visits, step, history) : []
  for (const action of open) {
    const match = pairs.get(action)
    if (match) changes.push(...changesOfPair(action, match, step, history))
    else changes.push(...fateOf(action, lines, step))
  }
  const matched = new Set(pairs.values())
  const done = changes.filter(({kind}) => kind === 'done').length
  const carriedOver = open.filter(action => pairs.get(action)?.done === false).length
  const added = after.actions.filter(action => !matched.has(action) && !action.done).length
  return {
    changes: wholeNeedsTogether(changes, step),
    tally: {actionsBefore: open.length, actionsAfter: after.actions.length, done, carriedOver, added}
  }
}

const unsure = 0.6

function wordOn(action: Action, lines: readonly Line[], {before, names, weigh}: Step): ReturnType<typeof wordOf> {
  return wordOf({...action, onlyOwner: onlyOwnerOf(action, before) ?? undefined}, lines, names, weigh)
}

function isBetterTold(older: Action, lines: readonly Line[], step: Step): boolean {
  const {matches, weigh} = step
  const sureness = matches.sureness(older)
  const newer = matches.actions.get(older)
  const word = sureness < unsure ? wordOn(older, lines, step) : null
  return (
    word !== null &&
    !(newer && isBookedAgain(`${newer.text}. ${newer.progress}`)) &&
    !isSameTime(older.time, newer?.time ?? older.time) &&
    word.score > sureness &&
    tellsDone(word.line.text, older, weigh)
  )
}

function changesOfPair(older: Action, newer: Action, {before, after}: Step, history: (action: Action) => Action[]): Change[] {
  const facts = {need: newer.need.text || null, before: passage(older, before), after: passage(newer, after)}
  // What the new plan says came of it, where that stands beside the action.
  if (newer.done) return [change('done', {...facts, after: passage({text: newer.progress || newer.text, at: newer.at}, after)})]
  const changes: Change[] = []
  // “Tuesday and Friday, Carol present the whole time” may hold the timetable among its words.
  const isKept = newer.time.text === null && isSameTime(older.time, {...newer.time, text: newer.text})
  if (!isKept && hasSlipped(older.time, newer.time)) changes.push(slip(newer, facts, history))
  if (hasNewOwner(older, newer, before, after)) {
    const part = newer.owner === '' ? 'blank' : isNobodys(newer) ? 'nobody' : 'other'
    changes.push(change('owner-changed', {...facts, part, values: {before: older.owner, after: newer.owner}}))
  }
  if (changes.length > 0) return changes
  return isSooner(older.time, newer.time) ? [] : [change('unchanged', facts)]
}

function slip(newer: Action, facts: Partial<Change>, history: (action: Action) => Action[]): Change {
  const line = [...history(newer), newer]
  const dates = line.map(({time}) => time.text)
  const times = line.filter((action, index) => index > 0 && hasSlipped((line[index - 1] as Action).time, action.time)).length
  const values = {times, dates: dates.map(date => date ?? noDate).join(' → ')}
  return change('date-slipped', {...facts, dates, times, part: times > 1 ? 'often' : 'once', values})
}

const keptBy = 0.2

/** `Adeel will see both children every four weeks`, in a paragraph. */
function isPlanned(text: string): boolean {
  return /\b(?:will|is to|are to|to (?:see|visit|call|come|go|meet|ring|do|spend))\b/.test(text)
}

/** An action that the newer plan does not hold: what it says came of it, or nothing. */
function fateOf(action: Action, lines: readonly Line[], step: Step): Change[] {
  const {before, after, names, weigh} = step
  const facts = {need: action.need.text || null, before: passage(action, before)}
  const kept = lines.find(
    ({text, stems}) =>
      isPlanned(text) && isSameTime(action.time, readTime(text, after.plan.date)) && coverage(action.stems, stems, weigh) >= keptBy
  )
  if (kept && action.time.isFrequency && isTelling(action.time)) return [change('unchanged', {...facts, after: passage(kept, after)})]
  const line = wordOn(action, lines, step)?.line ?? resultOf(action, lines, step)
  if (!line || isYetToBe(clauseOn(action, line.text, weigh)))
    return isSpokenOf(action, after, names, weigh) ? [] : [change('vanished', {...facts, part: 'action'})]
  const told = tellsDone(line.text, action, weigh) ? line : endAfter(line, action, lines, names)
  if (told) return [change('done', {...facts, after: passage(told, after)})]
  return action.time.isFrequency && isOfAnother(action, line, names) ? [change('vanished', {...facts, part: 'action'})] : []
}

const rare = 0.6
const sinceThen = /\b(?:has|have)\s(?:\w+\s){0,2}been\b.*\bsince\b/i

/**
 * What only one action speaks of, and one line: `They have been eating breakfast at school since 6 May` tells of the place at breakfast club
 * that was to be offered; of another line, that whose job it was is named in it.
 */
function resultOf({stems, ownerStems, time}: Action, lines: readonly Line[], {before, names, weigh}: Step): Line | undefined {
  if (time.isFrequency) return undefined
  const own = [...stems].filter(
    stem => stem.length > 3 && weigh(stem) > rare && !names.has(stem) && before.actions.filter(other => other.stems.has(stem)).length === 1
  )
  return lines.find(line => {
    if (line.isNote || !speaksOfPast(line.text) || isNegative(line.text) || speaksOfFuture(line.text)) return false
    if (!own.some(stem => line.stems.has(stem) && lines.every(other => other === line || !other.stems.has(stem)))) return false
    return sinceThen.test(line.text) || [...ownerStems].some(stem => line.stems.has(stem) && names.has(stem))
  })
}

/** `The chart was filled in every day. They need not keep the chart any longer.`: the end of it, in the sentences after the one that speaks of it. */
function endAfter(line: Line, {stems}: Action, lines: readonly Line[], names: Stems): Line | undefined {
  const from = lines.indexOf(line) + 1
  return lines.slice(from, from + 2).find(({at, text, stems: told}) => {
    if (at.block !== line.at.block || !tellsOver(text)) return false
    const people = stemsOf([...properIn(text)].join(' '))
    return [...stems].some(stem => told.has(stem) && !names.has(stem) && !people.has(stem))
  })
}

/** The action names somebody or some place beside the family, and the line does not: it is about another tea, at another house. */
function isOfAnother({text}: Action, line: Line, names: Stems): boolean {
  const proper = [...properIn(text)].filter(word => [...stemsOf(word)].every(stem => !names.has(stem)))
  return proper.length > 0 && !proper.some(word => line.stems.has([...stemsOf(word)][0] ?? word))
}

const finished =
  /\b(?:finish\w*|complet\w*|ended|closed|stopped|concluded|graduated|certificate|last time|all (?:\w+ )?(?:sessions|of them|visits|weeks|two|three|four|five|six|seven|eight|nine|ten|twelve))\b/i

/** Whether a line about an action says that it was done: what is to be done again and again is not done by being kept to. */
function tellsDone(text: string, action: Action, weigh: Weigh): boolean {
  if (tellsOver(text) && !isOverElse(text, action, weigh)) return true
  const clause = clauseOn(action, text, weigh)
  return (
    !isOpen(clause) &&
    !isYetToBe(clause) &&
    !isNegative(clause) &&
    !cameToNothing.test(text) &&
    (!isStanding(action) || finished.test(text))
  )
}

/** `Please have your test done by 15 May`, `a second sample is due by 30 June`, `he will go back as soon as he can`: nothing of it has happened. */
function isYetToBe(clause: string): boolean {
  return (speaksOfFuture(clause) && !speaksOfPast(clause)) || yetToBe.test(clause)
}

const yetToBe = /\bplease\b|\b(?:will|shall)\s(?:now\s)?(?!have\b)\w|\b(?:is|are)\s(?:now\s|still\s)?(?:due|to\sbe|booked|planned)\b/i

/** `He was offered a place and did not take it up`: what is denied has no subject of its own, so it is denied of what was told before. */
const cameToNothing =
  /(?:[,;]|\b(?:and|but))\s(?:then\s|so\s|(?:he|she|they|it)\s)?(?:did|has|have|had|could|was|were)(?:n['’]t|\s(?:not|never))\s(?:\w+\s){0,2}(?:(?:take|taken|took)\s(?:it|this|that|them|up)|go(?:ne)?|come|turn(?:ed)?\sup|attend(?:ed)?|start(?:ed)?|beg[ai]n|happen(?:ed)?|follow(?:ed)?|keep|kept|use[d]?|return(?:ed)?|finish(?:ed)?)\b/i

/** `Each time it happens`, `on any day she is off`, `if she is found drunk`: to be done whenever there is cause. */
const whenever = /\b(?:(?:each|every|any)\s(?:time|day|absence|occasion|episode|return|incident|one)|whenever|always|at all times)\b/i
const conditional = /\b(?:if|whenever|on any (?:day|night|morning)|each time|every time|any time)\s\S/i

function isStanding({time, text}: Action): boolean {
  return time.isFrequency || (time.day === null && (whenever.test(time.text ?? '') || conditional.test(text)))
}

/** More than a verb that goes with anything has. */
const someWeight = 0.4
const clauses = /[,;:]\s|\s(?:and|but|because|although|though|while)\s/
const pronounFirst = /^\W*(?:it|its|this|that|these|those|they|he|she|which|who|so|now|then|is|are|has|have|was|were|no|not|all|both)\b/i

/** `The group has been taken off the plan, because the engineer came`: what is over is named, and it is not the action. */
function isOverElse(text: string, {stems}: Action, weigh: Weigh): boolean {
  const over = text.split(clauses).filter(tellsOver)
  return (
    over.length > 0 &&
    over.every(clause => !pronounFirst.test(clause) && ![...stemsOf(clause)].some(stem => stems.has(stem) && weigh(stem) > someWeight))
  )
}

const heldBy = 0.7

/** A need that is gone with all that was to be done about it is said once. */
function wholeNeedsTogether(changes: readonly Change[], {before, after, matches, weigh}: Step): Change[] {
  const kept = [...changes]
  const about = ({text, at}: Action): Change[] => {
    const location = locationOf(at, before.plan)
    return kept.filter(({before: words}) => words?.text === text && words.location === location)
  }
  for (const need of before.needs) {
    const open = need.actions.filter(({done}) => !done)
    const gone = open.filter(action => about(action).some(({kind}) => kind === 'vanished'))
    // Of a need that is gone, an action that another need's only looks like is gone too. Where something came of one, it has not gone without a word.
    const byChance = open.filter(action => {
      const newer = matches.actions.get(action)
      return newer !== undefined && !newer.done && matches.sureness(action) < unsure && !gone.includes(action)
    })
    // Several worries may have become one.
    const isHeld = after.needs.some(({stems}) => coverage(need.stems, stems, weigh) >= heldBy)
    const isGone = !matches.needs.has(need) && !isHeld && gone.length > 0 && gone.length + byChance.length === open.length
    if (!isGone || !/\S\s+\S/.test(need.text)) continue
    for (const one of open.flatMap(about)) kept.splice(kept.indexOf(one), 1)
    kept.push(change('vanished', {part: 'need', need: need.text, before: passage(need, before)}))
  }
  return kept
}

export function newWorries({after, matches, names, weigh}: Step, isOld: (need: Need) => boolean): Change[] {
  const known = new Set(matches.needs.values())
  return after.needs
    .filter(need => !known.has(need) && need.actions.length === 0 && need.stems.size > 0 && !isOld(need) && !namesNoWorry(need, after))
    .filter(need => !isAnswered(need, after.needs, names, weigh))
    .map(need => change('new-worry-without-action', {need: need.text, after: passage(need, after)}))
}

export {change}
