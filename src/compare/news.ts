/** What a document tells beside its plan: sentences of updates, results in tables, notes of progress. */
import places from '../../rules/compare/news.json' with {type: 'json'}
import {isDone} from '../model/overdue.ts'
import type {Block, Plan, Span} from '../model/plan.ts'
import {textOf, trimmed, wholeBlock} from '../model/spans.ts'
import {datesIn} from '../text/dates.ts'
import {createMatcher} from '../text/phrases.ts'
import {isNewsHeading} from './headings.ts'
import type {Need} from './things.ts'
import {isFrontMatter, type Namer} from './people.ts'
import {coverage, likeness, type Stems, stemsOf, type Weigh} from './words.ts'

export interface Line {
  text: string
  at: Span
  stems: Stems
  /** What the line is about, where it is the row of a table or has a label: `Passport` of `Passport | Handed in on 2 April`. */
  topic: Stems | null
}

const matcher = createMatcher({
  closed: places.closed,
  open: places.open,
  negative: places.negative,
  future: places.future,
  past: places.past
})

type Planned = Pick<Need, 'outcomes' | 'actions'> & Partial<Pick<Need, 'at'>>

/** In the order of the document. */
export function newsOf(plan: Plan, needs: readonly Planned[], nameIn: Namer): Line[] {
  const planned = new Set(
    needs
      .flatMap(({at, outcomes, actions}) => [...(at ? [at] : []), ...outcomes.map(part => part.at), ...actions.map(part => part.at)])
      .map(({block}) => block)
  )
  const contingency = new Set(plan.contingency.statements.map(({at}) => at.block))
  const lines: Line[] = []
  const rows = new Map<string, Block[]>()
  for (const block of plan.blocks) {
    if (isFrontMatter(block) || isFact(block) || planned.has(block) || contingency.has(block) || block.section.role === 'contingency')
      continue
    if (block.role === 'owner' || block.role === 'timescale' || block.role === 'outcome' || block.table?.header) continue
    if (block.role === 'worry' && !isNewsHeading(block.section.title)) continue
    if (block.table && block.role === 'other') {
      const key = `${block.table.table}:${block.table.row}`
      rows.set(key, [...(rows.get(key) ?? []), block])
    } else lines.push(...sentencesOf(block, nameIn))
  }
  for (const blocks of rows.values()) lines.push(rowLine(blocks, nameIn))
  return lines.sort((a, b) => a.at.block.index - b.at.block.index || a.at.start - b.at.start)
}

/** `Date of birth: …`, above the plan. */
function isFact({section, labelEnd, table}: Block): boolean {
  return section.role === 'title' && (labelEnd > 0 || table !== null)
}

function sentencesOf(block: Block, nameIn: Namer): Line[] {
  const topic = block.labelEnd > 0 ? stemsOf(nameIn(block.text.slice(0, block.labelEnd))) : null
  return block.sentences.map(range => {
    const at = trimmed({block, ...range})
    return {text: textOf(at), at, stems: stemsOf(nameIn(textOf(at))), topic}
  })
}

function rowLine(blocks: readonly Block[], nameIn: Namer): Line {
  const [first] = blocks as [Block]
  const text = blocks.map(block => block.text).join(': ')
  return {text, at: wholeBlock(first), stems: stemsOf(nameIn(text)), topic: blocks.length > 1 ? stemsOf(nameIn(first.text)) : null}
}

/** Lines that the older document did not hold in much the same words. */
export function freshLines(lines: readonly Line[], older: readonly Stems[], weigh: Weigh): Line[] {
  return lines.filter(({stems}) => !older.some(other => likeness(stems, other, weigh) > 0.85))
}

export function isNegative(text: string): boolean {
  return matcher.match(text).some(({list}) => list === 'negative')
}

/** Tells of something that happened, not of what happens again and again. */
export function speaksOfPast(text: string): boolean {
  return /\p{L}{3}ed\b/iu.test(text) || datesIn(text, null).length > 0 || matcher.match(text).some(({list}) => list === 'past')
}

export function speaksOfFuture(text: string): boolean {
  return matcher.match(text).some(({list}) => list === 'future')
}

/** Whether a line says that a thing is still to be done. */
export function isOpen(text: string): boolean {
  return matcher.match(text).some(({list}) => list === 'open') && !isDone(text)
}

/** How much of a thing a line must hold to tell what came of it. */
const enough = 0.42
/** A short line (`The flat is no longer needed`) tells by its own few words. */
const few = 3

/** The line that says what came of something, if one does, and how surely. Names alone are no sign, but the owner's are a help. */
export function wordOf(
  thing: {text: string; stems: Stems; ownerStems?: Stems},
  lines: readonly Line[],
  names: Stems,
  weigh: Weigh
): {line: Line; score: number} | null {
  const head = headOf(thing.text)
  const telling = new Set([...(head ?? thing.stems)].filter(stem => !names.has(stem)))
  const verb = [...stemsOf(/\b(?:to|will|must|should)\s(.+)$/.exec(thing.text)?.[1] ?? '')][0] ?? ''
  let best: {line: Line; score: number} | null = null
  for (const line of lines) {
    const core = coverage(telling, line.stems, weigh)
    const topic = topicOf(line, names)
    const about = topic && core > 0.08 ? 0.9 * coverage(topic, thing.stems, weigh) : 0
    const owner = core > 0.2 && [...(thing.ownerStems ?? [])].some(stem => line.stems.has(stem)) ? 0.12 : 0
    // “Miss Dunn paired Leo with Ahmed”: whose job it was did it.
    const acted = owner > 0 && line.stems.has(verb) && speaksOfPast(line.text) ? 0.1 : 0
    const ended = head && core > 0.15 && tellsAnEnd(line.text) ? 0.2 : 0
    const score = Math.max(
      core + ended + acted >= 0.3 ? (core + coverage(thing.stems, line.stems, weigh)) / 2 + owner + acted + ended : 0,
      about
    )
    if (score >= enough && (!best || score > best.score)) best = {line, score}
  }
  return best
}

const doer = /^(?:\S+\s){1,8}?(?:to(?! be\b)|will|must|should)\s/

/** What an action without a doer is about: `Bed and mattress` of `Bed and mattress from the Salvation Army`. */
function headOf(text: string): Stems | null {
  if (doer.test(text)) return null
  const head = stemsOf(text.split(/\s(?:of|from|for|to|at|about|with|by|in|on)\s/)[0] ?? '')
  return head.size > 0 ? head : null
}

/** A day, or a word such as “fitted”: something has come to its end. */
function tellsAnEnd(text: string): boolean {
  return isDone(text) || datesIn(text, null).length > 0 || matcher.match(text).some(({list}) => list === 'closed')
}

function topicOf({topic, stems, text}: Line, names: Stems): Stems | null {
  if (topic) return topic
  const own = new Set([...stems].filter(stem => !names.has(stem) && !/^\d/.test(stem)))
  return own.size > 0 && own.size <= few && matcher.match(text).some(({list}) => list === 'closed') ? own : null
}
