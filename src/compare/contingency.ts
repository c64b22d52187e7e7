/** A contingency that stands as it was although what it waited for has happened. */
import {datesIn, timesIn} from '../text/dates.ts'
import type {Person} from '../model/plan.ts'
import {textOf, trimmed} from '../model/spans.ts'
import {countsIn, hasReached, leastOf, runOf} from './counts.ts'
import {
  type Awaited,
  awaitedOf,
  hasSomeOf,
  isExcused,
  isOfOthers,
  isSameAwaited,
  isSamePerson,
  isTooShort,
  namesAll,
  type Told,
  tellingOf,
  toldIn
} from './events.ts'
import {isNewsHeading} from './headings.ts'
import {homesOf, housed, type Streets, streetsIn} from './homes.ts'
import {freshLines, isNegative, isOpen, type Line, properIn, speaksOfFuture, speaksOfPast} from './news.ts'
import type {Namer} from './people.ts'
import {type Trigger, triggersOf} from './triggers.ts'
import type {Version} from './version.ts'
import {coverage, likeness, type Stems, stemsOf, weightOf, type Weigh} from './words.ts'

/** What is left of the trigger must be told: seven tenths of its weight. */
const happened = 0.7
/** The trigger, and what is to be done then, in much the same words. */
const sameTrigger = 0.55
const sameStep = 0.55
/** Of a trigger in the same words the step may be told in others. */
const nearStep = 0.33
const bothSteps = 0.82
/** And the other way round. */
const nearTrigger = 0.2
const sureStep = 0.7

export interface Triggered {
  before: Trigger
  event: Line
}

/** One for each statement of the older plan. */
export function triggeredOf(before: Version, after: Version, names: Stems, weigh: Weigh): Triggered[] {
  const standing = triggersOf(after)
  const older = triggersOf(before)
  const homes = new Set([...homesOf(before.plan), ...homesOf(after.plan)])
  const streets = new Set([...homes, ...older.flatMap(({text}) => streetsIn(text))])
  const told = toldIn(linesOf(before, after, weigh), after, before, streets)
  const known = toldIn(linesBefore(before), before, before, streets)
  const ground: Ground = {before, names, weigh, homes, known, knownDays: new Set(before.plan.blocks.flatMap(({text}) => daysIn(text)))}
  const standsAsBefore = standing.length === 0 && isLeftAsItWas(after)
  const found: Triggered[] = []
  for (const trigger of older) {
    if (!standsAsBefore && !standing.some(other => isUnchanged(trigger, other, before, after, weigh))) continue
    const event = bestEvent(trigger, told, ground)
    if (event && !found.some(other => other.event.at.block === event.at.block && other.event.at.start === event.at.start))
      found.push({before: trigger, event})
  }
  return found
}

/** What every trigger of the older document is looked at with. */
interface Ground {
  before: Version
  names: Stems
  weigh: Weigh
  /** Where the children live. */
  homes: Streets
  /** What the older document tells. */
  known: readonly Told[]
  /** Days and months that it names, as written. */
  knownDays: ReadonlySet<string>
}

/** Days and months with a year: “3 May 2025” names the month too. */
function daysIn(text: string): string[] {
  return datesIn(text, null).flatMap(({year, month, day}) =>
    year === null ? [] : [`${year} ${month}`, ...(day === null ? [] : [`${year} ${month} ${day}`])]
  )
}

/** What only the newer document tells. */
export function linesOf(before: Version, after: Version, weigh: Weigh): Line[] {
  const older = olderStems(before)
  return [...freshLines(after.news, older, weigh), ...toldInWorries(after, older, weigh)].filter(({text}) => !isConditionalOnly(text))
}

/** What the older document tells outside its contingency plan. */
function linesBefore({plan, nameIn}: Version): Line[] {
  return plan.blocks
    .filter(({section, role}) => section.role !== 'contingency' && !/^(?:action|outcome|owner|timescale)$/.test(role))
    .flatMap(block =>
      block.sentences.map(range => {
        const at = trimmed({block, ...range})
        return {text: textOf(at), at, stems: stemsOf(nameIn(textOf(at))), topic: null}
      })
    )
}

function olderStems({plan, nameIn}: Version): Stems[] {
  return plan.blocks.flatMap(({text, sentences}) => sentences.map(({start, end}) => stemsOf(nameIn(text.slice(start, end)))))
}

/** “Contingency: as in the last plan.” */
function isLeftAsItWas({plan: {blocks}}: Version): boolean {
  return blocks.some(
    ({section, text, kind}) =>
      (section.role === 'contingency' || /^\W*(?:contingency|back-?up)/i.test(text)) &&
      kind !== 'heading' &&
      /\b(?:as before|unchanged|no changes?|(?:stays?|remains?|is|are) (?:as (?:it|they) (?:was|were)|the same)|same as|as (?:in|per) the (?:last|previous|first|old|initial))\b/i.test(
        text
      )
  )
}

/** Numbers too: “at two checks in a row” is not “at any check”, nor “for seven days” “for four weeks”. Both ways: more may be done now. */
export function isUnchanged(older: Trigger, newer: Trigger, before: Version, after: Version, weigh: Weigh): boolean {
  if (numbersIn(older.text) !== numbersIn(newer.text)) return false
  const alike = likeness(older.stems, newer.stems, weigh)
  const isSame = alike >= sameTrigger || waitsForSame(older, newer, before, after, weigh)
  // Where all is done that was to be done, the trigger may be told in other words.
  if (!isSame && alike < nearTrigger) return false
  if (isOfOthers(awaitedOf(older.text, before.plan, before.nameIn), awaitedOf(newer.text, after.plan, after.nameIn, [], before.plan)))
    return false
  const [was, is] = [stemsOf(before.nameIn(older.step)), stemsOf(after.nameIn(newer.step))]
  if (was.size === 0 || is.size === 0) return isSame
  if (
    numbersIn(untimed(older.step)) !== numbersIn(untimed(newer.step)) ||
    !lastsAsLong(older.step, newer.step) ||
    hasMore(newer.step, was, after.nameIn, weigh)
  )
    return false
  if (isByAnother(older.step, newer.step, before, after)) return false
  const [kept, own] = [coverage(was, is, weigh), coverage(is, was, weigh)]
  if (!isSame) return kept >= sureStep && own >= sureStep
  return (kept >= sameStep && own >= sameStep) || (alike >= sureStep && Math.min(kept, own) >= nearStep && kept + own >= bothSteps)
}

/** “10.30pm” is “half past ten at night”. */
function untimed(text: string): string {
  return text.replace(
    /\b(?:(?:half|quarter|(?:ten|twenty|five|\d{1,2}) (?:minutes )?)\s?(?:past|to)\s)?(?:\d{1,2}|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)(?:[.:]\d\d)?\s?(?:am|pm|a\.m\.|p\.m\.|o['’]clock|in the (?:morning|afternoon|evening)|at night)(?!\w)/gi,
    ' '
  )
}

/** “Lee comes to the house”, “Lee turns up at the flat”: the same events of the same people in other words. What no concept tells is no help. */
function waitsForSame(older: Trigger, newer: Trigger, before: Version, after: Version, weigh: Weigh): boolean {
  const streets = new Set([...homesOf(before.plan), ...homesOf(after.plan)])
  const eventsOf = (texts: readonly string[], {plan, nameIn}: Version): Awaited[] =>
    texts.map(text => awaitedOf(text, plan, nameIn, [], before.plan)).filter(({concepts}) => concepts.length > 0)
  const [a, b] = [housed(older.text, streets), housed(newer.text, streets)]
  const isSame = (was: readonly Awaited[], is: readonly Awaited[]): boolean =>
    was.length > 0 && was.length === is.length && was.every(one => is.some(other => isSameAwaited(one, other, weigh)))
  if (isSame(eventsOf([a], before), eventsOf([b], after))) return true
  const isAlike = withChildren.test(older.text) === withChildren.test(newer.text)
  return isAlike && isSame(eventsOf(alternatives({text: a}), before), eventsOf(alternatives({text: b}), after))
}

const units: readonly [string, RegExp][] = [
  ['day', /\b(?:days?|nights?|overnight|hours?|evening)\b/i],
  ['week', /\b(?:weeks?|fortnight|weekends?)\b/i],
  ['month', /\b(?:months?|years?|for good)\b/i]
]

/** “For that night” is not “for a month”. */
function lastsAsLong(older: string, newer: string): boolean {
  const [was, is] = [older, newer].map(text => units.filter(([, pattern]) => pattern.test(text)).map(([unit]) => unit)) as [
    string[],
    string[]
  ]
  return !is.some(unit => unit !== 'day' && !was.includes(unit)) || was.length === 0
}

/** “… stays until Mum and Jo have sat down together”: how long, not what. */
const untilThen = /\b(?:until|till|before|after|once|when|while|as soon as|so that)\b[^.;:,]*/gi
/** Of an added step next to nothing stood in the older one, and it is no small part of what is to be done now. */
const added = 0.15
const someOfIt = 0.2

function hasMore(newer: string, was: Stems, nameNewer: Namer, weigh: Weigh): boolean {
  const all = weightOf(stemsOf(nameNewer(newer)), weigh)
  return newer
    .replace(untilThen, '')
    .split(/[;:.]\s|,\s(?:and\s)?|\sand\s/)
    .some(clause => {
      const stems = stemsOf(nameNewer(clause))
      return stems.size >= 3 && coverage(stems, was, weigh) < added && weightOf(stems, weigh) >= someOfIt * all
    })
}

/** Somebody of the wider family is no longer named, and somebody else is: another one takes the children now. */
function isByAnother(older: string, newer: string, before: Version, after: Version): boolean {
  const isKin = (person: Person): boolean => person.kind !== 'child' && person.kind !== 'parent' && person.kind !== 'professional'
  const lost = before.plan.people
    .mentionsIn(older)
    .filter(({person}) => isKin(person) && !after.plan.people.mentionsIn(newer).some(other => isSamePerson(other.person, person)))
  if (lost.length === 0 || lost.some(({start, end}) => newer.includes(older.slice(start, end)))) return false
  const known = new Set([
    ...properIn(` ${older}`),
    ...[before, after].flatMap(({worker}) => (worker ? [...properIn(` ${worker.name}`)] : []))
  ])
  const mentions = after.plan.people.mentionsIn(newer)
  return [...newer.matchAll(/(?<![.!?]\s|^)\b\p{Lu}\p{Ll}+/gu)].some(({index, 0: word}) => {
    const mention = mentions.find(({start, end}) => start <= index && index < end)
    return !known.has(word.toLowerCase()) && (mention === undefined || isKin(mention.person))
  })
}

/** “Both children”, “the two of them” count nothing. */
function numbersIn(text: string): string {
  const plain = housed(text, new Set(streetsIn(text)))
    .replace(/\ba fortnight\b/gi, 'two weeks')
    .replace(/\b(?:the )?(?:two|three|four) of (?=you|them|us\b)/gi, '')
  return countsIn(plain)
    .filter(({count, word}) => count > 1 && word !== 'both')
    .map(({count}) => count)
    .sort()
    .join()
}

/** A worry tells what has happened where it gives a time and no older sentence says much the same. */
function toldInWorries({plan, nameIn}: Version, older: readonly Stems[], weigh: Weigh): Line[] {
  const blocks = new Set(plan.rows.flatMap(({worries}) => worries.map(({block}) => block)))
  return [...blocks].flatMap(block =>
    block.sentences.flatMap(range => {
      const at = trimmed({block, ...range})
      const stems = stemsOf(nameIn(textOf(at)))
      const isNew = !older.some(other => likeness(stems, other, weigh) > 0.75)
      return isNew && isDated(textOf(at), plan.date) ? [{text: textOf(at), at, stems, topic: null}] : []
    })
  )
}

/** Tells of a day or a week, or gives a figure, not of what happens whenever something else does. */
function isDated(text: string, today: string | null): boolean {
  return (
    /\d\s?(?:%|per\s?cent|kg)/i.test(text) ||
    timesIn(text, today).some(
      ({kind, start, end}) => /^(?:date|month|deadline|event)$/.test(kind) && !/^when/i.test(text.slice(start, end))
    )
  )
}

function isConditionalOnly(text: string): boolean {
  return /^\s*(?:if|should|unless)\b/i.test(text)
}

/** “… while in charge of the children”, “… on two visits running”: how and where, which news tells in other words or takes for granted. */
const circumstance =
  /,?\s+(?:while|whilst|when|during|at any time|at all|even|on (?:two|three|four) \w+ (?:running|in a row)|in (?:the )?future|(?<!\bnot )(?<!able )to (?:look after|care for)|without (?:being asked|asking|an invitation|permission|agreement))\b.*$/i
/** The same of one alternative: “comes outside his hours, or has been drinking”. */
const partCircumstance =
  /,?\s+(?:outside (?:of )?(?:his|her|their|the|agreed|contact|set)|(?:before|until) (?:his|her|their|the|an?)|other than)\b.*$/i
const noVerb = /^(?:a|an|the|his|her|their|any|more|another|two|three|at|in|on|with|from|under|over)\b/i
const justName = /^(?:\p{Lu}\p{L}+\s?){1,2}$/u
/** A name at the end, after a verb. */
const lastName = /^(?<lead>\S+\s.*\p{Ll})\s\p{Lu}[\p{L}'’-]+$/u
/** “is ill or away” */
const state = /^(?:away|out|absent|alone|ill|unwell|poorly|hurt|missing|drunk|high|gone|unable|not|un\p{L}+|found|seen|left|\p{L}+ed)\b/iu
const copula = /^(?:(?:the|either|her|his)\s+)?\S+(?:\s\p{Lu}\S*)?\s(?:is|are|was|were|be|gets|becomes)\b/iu

/** “is hurt or goes missing”: any of them is enough; the subject is the first one's. */
export function alternatives({text: written}: Pick<Trigger, 'text'>): string[] {
  const text = written.replace(/\s+again\b/gi, '').replace(circumstance, '')
  const parts = text.split(/,?\s+or\s+(?:if\s+)?/)
  const [first = '', second = ''] = parts
  const subject = /^(?:(?:the|either|her|his)\s+)?\S+/i.exec(first)?.[0] ?? ''
  const lead = copula.exec(first)?.[0]
  // “Mum or Dad is drunk”, “is found living or sleeping at the flat”
  const predicate =
    justName.test(first) || (/\p{L}ing$/u.test(first) && /^\p{L}+ing\s/u.test(second)) ? (/^\S+(\s.+)$/.exec(second)?.[1] ?? '') : ''
  return parts
    .map((part, index) => {
      if (index === 0) return part + predicate
      // “hits Ella or Dana”
      const object = justName.test(part) ? lastName.exec(first)?.groups : undefined
      if (object) return `${object.lead} ${part}`
      if (/^\p{Lu}/u.test(part)) return part
      if (lead && state.test(part)) return `${lead} ${part}`
      // “misses a session or a test”
      if (noVerb.test(part)) return `${/^(?<lead>\S+\s+\S+)/.exec(first)?.groups?.lead ?? subject} ${part}`
      return `${subject} ${part}`
    })
    .map(part => part.replace(partCircumstance, ''))
}

/** Somebody may come, but not at any time: the news must tell of another. */
const outOfHours = /\boutside (?:of )?(?:his|her|their|the|agreed|contact|set)\s(?:\p{L}+\s)?(?:hours?|times?|days?|contact|visits?)\b/iu
const oddHour =
  /\b(?:night|midnight|overnight|asleep|slept|early hours|uninvited|unannounced|unplanned|out of hours|outside (?:his|her|their|the)|not (?:his|her|their|a contact) (?:day|time|hours)|refused to (?:leave|go)|(?:1|2|3|4|5|6|12)(?:[.:]\d\d)?\s?am|(?:9|10|11)(?:[.:]\d\d)?\s?pm|(?:one|two|three|four|five|six) in the morning)\b/i

/** “… while the children are with her” */
const withChildren =
  /\b(?:while|whilst|when)\b.*\b(?:children|child|baby|with (?:her|him|them)|in (?:charge|her care|his care)|caring for|(?:has|have) (?:the|her|him|them)|looking after|care of)\b/i

function bestEvent(trigger: Trigger, told: readonly Told[], {before, names, weigh, homes, known, knownDays}: Ground): Line | undefined {
  const {plan, nameIn} = before
  const text = housed(trigger.text, new Set(streetsIn(trigger.text)))
  // Another house than the children's must be named.
  const elsewhere = streetsIn(trigger.text).filter(street => !homes.has(street))
  const texts = alternatives({text})
  const parts = texts.map((part, index) => ({
    awaited: {
      ...awaitedOf(part, plan, nameIn, elsewhere),
      least: Math.max(leastOf(part), index === texts.length - 1 ? runOf(text) : 1),
      withChildren: withChildren.test(text)
    },
    stems: stemsOf(nameIn(part))
  }))
  const wasKnown = known.some(one => parts.some(({awaited}) => tellingOf(awaited, one, weigh) > 0))
  const isOddHour = outOfHours.test(text)
  let best: {line: Line; score: number} | undefined
  for (const one of told) {
    const {text: said, at} = one.source
    const days = daysIn(said)
    const isFresh = one.isDated && !(days.length > 0 && days.every(day => knownDays.has(day)))
    // The older plan's reasons told once more, not under a heading of what is new.
    if (wasKnown && !isFresh && (days.length > 0 || (!isNewsHeading(at.block.section.title) && !/\bagain\b/i.test(said)))) continue
    if (isOddHour && !oddHour.test(said)) continue
    const score = Math.max(
      0,
      ...parts.map(({awaited, stems}) => Math.max(tellingOf(awaited, one, weigh), sayingOf(awaited, stems, one, names, weigh)))
    )
    const exact = score > 0 && days.length > 0 ? score + 0.2 : score
    if (exact > 0 && (!best || exact > best.score)) best = {line: one.source, score: exact}
  }
  return best && withDay(best.line)
}

/** “On 3 May the police came. Lee had broken the door.”: the sentence before tells when, so it is quoted too. */
function withDay(line: Line): Line {
  const {block, start, end} = line.at
  const before = block.sentences.filter(sentence => sentence.end <= start).at(-1)
  if (!before || block.table || datesIn(line.text, null).length > 0) return line
  const at = trimmed({block, start: before.start, end})
  return datesIn(textOf({block, ...before}), null).some(({day}) => day !== null) ? {...line, at, text: textOf(at)} : line
}

/** How well a sentence says it in the words of the trigger; 0 if it does not. */
function sayingOf(awaited: Awaited, stems: Stems, told: Told, names: Stems, weigh: Weigh): number {
  const {line, isDated} = told
  const people = stemsOf(
    told.mentions
      .filter(({person}) => awaited.required.some(one => one.kind === 'person' && one.people.some(other => isSamePerson(person, other))))
      .map(({start, end}) => line.text.slice(start, end))
      .join(' ')
  )
  const telling = new Set([...stems].filter(stem => !names.has(stem) && !people.has(stem)))
  if (telling.size === 0 || isOpen(line.text) || isExcused(awaited, told)) return 0
  if (awaited.concepts.length > 0 ? !hasSomeOf(awaited, told) : !namesAll(awaited, told)) return 0
  // A number that the trigger waits for must be told.
  if ([...stems].some(stem => /^\d{2,}/.test(stem) && !line.stems.has(stem))) return 0
  const covered = coverage(stems, line.stems, weigh)
  if (isTooShort(awaited, line.text)) return 0
  if (awaited.least > 1 && !hasReached(line.text, awaited.least)) return 0
  if (covered < happened || speaksOfFuture(line.text) || !speaksOfPast(line.text)) return 0
  // “She texted every day, and none was late”: what is denied is in another clause.
  const isSaid = line.text
    .split(/[;:]\s|,\s|\sbut\s|\sand\s(?=(?:nobody|no one|none|never|not)\b)/)
    .some(clause => coverage(telling, stemsOf(clause), weigh) >= happened && isDenied(clause) === isDenied(awaited.text))
  return isSaid ? covered + (isDated ? 0.5 : 0) : 0
}

function isDenied(text: string): boolean {
  return isNegative(text) || /\bno\s(?!longer\b)\w/i.test(text)
}
