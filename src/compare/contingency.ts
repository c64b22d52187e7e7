/** A contingency that stands as it was although what it waited for has happened. */
import {timesIn} from '../text/dates.ts'
import {textOf, trimmed} from '../model/spans.ts'
import {countsIn, hasReached, leastOf, runOf} from './counts.ts'
import {type Awaited, awaitedOf, hasSomeOf, isExcused, namesAll, type Told, tellingOf, toldIn} from './events.ts'
import {isNewsHeading} from './headings.ts'
import {freshLines, isNegative, isOpen, type Line, speaksOfFuture, speaksOfPast} from './news.ts'
import type {Namer} from './people.ts'
import {type Trigger, triggersOf} from './triggers.ts'
import type {Version} from './version.ts'
import {coverage, likeness, type Stems, stemsOf, type Weigh} from './words.ts'

/** What is left of the trigger must be told: seven tenths of its weight. */
const happened = 0.7
/** The trigger, and what is to be done then, in much the same words. */
const sameTrigger = 0.55
const sameStep = 0.6

export interface Triggered {
  before: Trigger
  event: Line
}

/** One for each statement of the older plan. */
export function triggeredOf(before: Version, after: Version, names: Stems, weigh: Weigh): Triggered[] {
  const standing = triggersOf(after)
  const told = toldIn(linesOf(before, after, weigh), after, before)
  const known = toldIn(linesBefore(before), before, before)
  const standsAsBefore = standing.length === 0 && isLeftAsItWas(after)
  const found: Triggered[] = []
  for (const trigger of triggersOf(before)) {
    if (!standsAsBefore && !standing.some(other => isUnchanged(trigger, other, before.nameIn, after.nameIn, weigh))) continue
    const event = bestEvent(trigger, told, known, before, names, weigh)
    if (event && !found.some(other => other.event === event)) found.push({before: trigger, event})
  }
  return found
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
function isUnchanged(older: Trigger, newer: Trigger, nameOlder: Namer, nameNewer: Namer, weigh: Weigh): boolean {
  if (likeness(older.stems, newer.stems, weigh) < sameTrigger || numbersIn(older.text) !== numbersIn(newer.text)) return false
  const [was, is] = [stemsOf(nameOlder(older.step)), stemsOf(nameNewer(newer.step))]
  if (was.size === 0 || is.size === 0) return true
  if (numbersIn(older.step) !== numbersIn(newer.step)) return false
  return coverage(was, is, weigh) >= sameStep && coverage(is, was, weigh) >= sameStep
}

function numbersIn(text: string): string {
  return countsIn(text)
    .map(({count}) => count)
    .filter(count => count > 1)
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
  /,?\s+(?:while|whilst|when|during|at any time|at all|again|even|on (?:two|three|four) \w+ (?:running|in a row)|in (?:the )?future|to (?:look after|care for)|without (?:being asked|asking|an invitation|permission|agreement))\b.*$/i
const noVerb = /^(?:a|an|the|his|her|their|any|more|another|two|three|at|in|on|with|from|under|over)\b/i
const justName = /^(?:\p{Lu}\p{L}+\s?){1,2}$/u

/** “is hurt or goes missing”: any of them is enough; the subject is the first one's. */
export function alternatives({text: written}: Trigger): string[] {
  const text = written.replace(circumstance, '')
  const parts = text.split(/,?\s+or\s+(?:if\s+)?/)
  const [first = ''] = parts
  const subject = /^(?:(?:the|either|her|his)\s+)?\S+/i.exec(first)?.[0] ?? ''
  // “Mum or Dad is drunk”
  const predicate = justName.test(first) ? (/^\S+(\s.+)$/.exec(parts[1] ?? '')?.[1] ?? '') : ''
  return parts.map((part, index) => {
    if (index === 0) return part + predicate
    if (/^\p{Lu}/u.test(part)) return part
    // “misses a session or a test”
    if (noVerb.test(part)) return `${/^(?<lead>\S+\s+\S+)/.exec(first)?.groups?.lead ?? subject} ${part}`
    return `${subject} ${part}`
  })
}

/** “… while the children are with her” */
const withChildren =
  /\b(?:while|whilst|when)\b.*\b(?:children|child|baby|with (?:her|him|them)|in (?:charge|her care|his care)|(?:has|have) (?:the|her|him|them)|looking after|care of)\b/i

function bestEvent(
  trigger: Trigger,
  told: readonly Told[],
  known: readonly Told[],
  {plan, nameIn}: Version,
  names: Stems,
  weigh: Weigh
): Line | undefined {
  const texts = alternatives(trigger)
  const parts = texts.map((text, index) => ({
    awaited: {
      ...awaitedOf(text, plan, nameIn),
      least: Math.max(leastOf(text), index === texts.length - 1 ? runOf(trigger.text) : 1),
      withChildren: withChildren.test(trigger.text)
    },
    stems: stemsOf(nameIn(text))
  }))
  const wasKnown = known.some(one => parts.some(({awaited}) => tellingOf(awaited, one, weigh) > 0))
  let best: {line: Line; score: number} | undefined
  for (const one of told) {
    // The older plan's reasons told once more, not under a heading of what is new.
    if (wasKnown && !one.isDated && !isNewsHeading(one.line.at.block.section.title) && !/\bagain\b/i.test(one.line.text)) continue
    const score = Math.max(
      0,
      ...parts.map(({awaited, stems}) => Math.max(tellingOf(awaited, one, weigh), sayingOf(awaited, stems, one, names, weigh)))
    )
    if (score > 0 && (!best || score > best.score)) best = {line: one.line, score}
  }
  return best?.line
}

/** How well a sentence says it in the words of the trigger; 0 if it does not. */
function sayingOf(awaited: Awaited, stems: Stems, told: Told, names: Stems, weigh: Weigh): number {
  const {line, isDated} = told
  const telling = new Set([...stems].filter(stem => !names.has(stem)))
  if (telling.size === 0 || isOpen(line.text) || isExcused(awaited, told)) return 0
  if (awaited.concepts.length > 0 ? !hasSomeOf(awaited, told) : !namesAll(awaited, told)) return 0
  // A number that the trigger waits for must be told.
  if ([...stems].some(stem => /^\d{2,}/.test(stem) && !line.stems.has(stem))) return 0
  const covered = coverage(stems, line.stems, weigh)
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
