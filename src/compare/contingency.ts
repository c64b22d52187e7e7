/** A contingency that stands as it was although what it waited for has happened. */
import {timesIn} from '../text/dates.ts'
import {splitCondition} from '../model/contingency.ts'
import type {Plan, Span} from '../model/plan.ts'
import {textOf, trimmed} from '../model/spans.ts'
import type {Namer} from './people.ts'
import {freshLines, isNegative, isOpen, type Line, speaksOfFuture, speaksOfPast} from './news.ts'
import type {Version} from './version.ts'
import {coverage, likeness, type Stems, stemsOf, type Weigh} from './words.ts'

interface Trigger {
  text: string
  at: Span
  stems: Stems
}

/** What is left of the trigger must be told: two thirds of its weight. */
const happened = 0.6
const unchanged = 0.75

export interface Triggered {
  before: Trigger
  event: Line
}

/** One for each statement of the older plan. */
export function triggeredOf(before: Version, after: Version, names: Stems, weigh: Weigh): Triggered[] {
  const standing = triggersOf(after.plan, after.nameIn)
  const older = olderStems(before)
  const events = [...freshLines(after.news, older, weigh), ...toldInWorries(after, older, weigh)].filter(
    ({text}) => !isOpen(text) && !isConditionalOnly(text)
  )
  const found: Triggered[] = []
  for (const trigger of triggersOf(before.plan, before.nameIn)) {
    if (!standing.some(other => likeness(trigger.stems, other.stems, weigh) >= unchanged)) continue
    const event = alternatives(trigger, before.nameIn).flatMap(part => eventOf(part, events, names, weigh))[0]
    if (event && !found.some(other => other.event === event)) found.push({before: trigger, event})
  }
  return found
}

function olderStems({plan, nameIn}: Version): Stems[] {
  return plan.blocks.flatMap(({text, sentences}) => sentences.map(({start, end}) => stemsOf(nameIn(text.slice(start, end)))))
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

/** Tells of a day or a week, not of what happens whenever something else does. */
function isDated(text: string, today: string | null): boolean {
  return timesIn(text, today).some(
    ({kind, start, end}) => /^(?:date|month|deadline|event)$/.test(kind) && !/^when/i.test(text.slice(start, end))
  )
}

function isConditionalOnly(text: string): boolean {
  return /^\s*(?:if|should|unless)\b/i.test(text)
}

/** The clause after “if” of each sentence of the contingency plan. */
function triggersOf({blocks, contingency}: Plan, nameIn: Namer): Trigger[] {
  const own = new Set(contingency.statements.map(({at}) => at.block))
  const found: Trigger[] = []
  for (const block of blocks) {
    if (!own.has(block) && (block.section.role !== 'contingency' || block.kind === 'heading')) continue
    for (const range of block.sentences) {
      const at = trimmed({block, ...range})
      const clause = splitCondition(textOf(at)).trigger.split(' / ')[0] ?? ''
      const text = clause.replace(/^(?:if|should|unless|when(?:ever)?|where|in case|in the event (?:of|that))\s+/i, '').trim()
      if (text && stemsOf(text).size > 0) found.push({text, at, stems: stemsOf(nameIn(text))})
    }
  }
  return found
}

/** “… while in charge of the children”, “… on two visits running”: how and where, which news tells in other words or takes for granted. */
const circumstance =
  /,?\s+(?:while|whilst|when|during|at any time|again|on (?:two|three|four) \w+ (?:running|in a row)|in (?:the )?future)\b.*$/i

/** “is hurt or goes missing”: any of them is enough; the subject is the first one's. */
function alternatives({text: written}: Trigger, nameIn: Namer): {text: string; stems: Stems}[] {
  const text = written.replace(circumstance, '')
  const subject = /^\S+/.exec(text)?.[0] ?? ''
  return text.split(/,?\s+or\s+/).map((part, index) => {
    const whole = index > 0 && !/^\p{Lu}/u.test(part) ? `${subject} ${part}` : part
    return {text: whole, stems: stemsOf(nameIn(whole))}
  })
}

function eventOf(part: {text: string; stems: Stems}, events: readonly Line[], names: Stems, weigh: Weigh): Line[] {
  const telling = new Set([...part.stems].filter(stem => !names.has(stem)))
  if (telling.size === 0) return []
  return events.filter(({stems, text}) => {
    // A number that the trigger waits for must be told.
    if ([...part.stems].some(stem => /^\d{2,}/.test(stem) && !stems.has(stem))) return false
    if (coverage(part.stems, stems, weigh) < happened || speaksOfFuture(text) || !speaksOfPast(text)) return false
    // “She texted every day, and none was late”: what is denied is in another clause.
    return text
      .split(/[;:]\s|,\s|\sbut\s|\sand\s(?=(?:nobody|no one|none|never|not)\b)/)
      .some(clause => coverage(telling, stemsOf(clause), weigh) >= happened && isNegative(clause) === isNegative(part.text))
  })
}
