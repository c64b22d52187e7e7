/** What a document tells beside its plan: sentences of updates, results in tables, notes of progress. */
import progress from '../../rules/compare/progress.json' with {type: 'json'}
import places from '../../rules/compare/news.json' with {type: 'json'}
import {isDone} from '../model/overdue.ts'
import type {Block, Plan, Span} from '../model/plan.ts'
import {textOf, trimmed, wholeBlock} from '../model/spans.ts'
import {datesIn, isoDatesIn} from '../text/dates.ts'
import {createMatcher, wordsOf} from '../text/phrases.ts'
import {beginsWithVerb} from '../model/rows/action-words.ts'
import {speaksOfPaper} from '../model/rows/running-text.ts'
import {isNewsHeading} from './headings.ts'
import {isNewsLabel} from './labels.ts'
import {tellsHandover} from './handover.ts'
import type {Need} from './things.ts'
import {isFrontMatter, type Namer} from './people.ts'
import {coverage, likeness, type Stems, stemsOf, type Weigh} from './words.ts'

export interface Line {
  text: string
  at: Span
  stems: Stems
  /** What the line is about, where it is the row of a table or has a label: `Passport` of `Passport | Handed in on 2 April`. */
  topic: Stems | null
  /** It stands beside an action, and speaks of another one only if it holds most of its words. */
  isNote?: boolean
  /** Days it names, ISO. */
  days?: readonly string[]
  /** Words with a capital inside a sentence, lower case: people, places, services. */
  proper?: ReadonlySet<string>
}

const matcher = createMatcher({
  closed: [...places.closed, ...progress.over],
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
  // A note beside an action speaks of that one.
  const notes = new Set(
    needs.flatMap(({actions}) => actions.flatMap(({progress}) => [progress.trim(), ...progress.split('\n').map(line => line.trim())]))
  )
  notes.delete('')
  const lines: Line[] = []
  const rows = new Map<string, Block[]>()
  for (const block of plan.blocks) {
    if (isFrontMatter(block) || isFact(block) || planned.has(block) || contingency.has(block) || block.section.role === 'contingency')
      continue
    if (block.role === 'owner' || block.role === 'timescale' || block.role === 'outcome' || block.table?.header) continue
    if (block.role === 'worry' && !isNewsHeading(block.section.title) && !isNewsLabel(block)) continue
    if (block.table && block.role === 'other') {
      const key = `${block.table.table}:${block.table.row}`
      rows.set(key, [...(rows.get(key) ?? []), block])
    } else lines.push(...sentencesOf(block, plan.date, nameIn))
  }
  for (const blocks of rows.values()) lines.push(rowLine(blocks, plan.date, nameIn))
  for (const line of lines) if (notes.has(line.at.block.text.trim())) line.isNote = true
  return lines.sort((a, b) => a.at.block.index - b.at.block.index || a.at.start - b.at.start)
}

/** What the worries and paragraphs of the plan itself tell: sentence by sentence, each of which must hold most of what it speaks of. */
export function toldIn(plan: Plan, news: readonly Line[], nameIn: Namer): Line[] {
  const known = new Set(news.map(({at}) => at.block))
  return plan.blocks
    .filter(block => block.role === 'worry' && block.kind !== 'heading' && !block.table?.header && !known.has(block))
    .flatMap(block => sentencesOf(block, plan.date, nameIn))
    .filter(({text}) => speaksOfPast(text) || tellsAnEnd(text))
    .map(line => ({...line, topic: null, isNote: true}))
}

/** `Date of birth: …`, above the plan. */
function isFact({section, labelEnd, table}: Block): boolean {
  return section.role === 'title' && (labelEnd > 0 || table !== null)
}

function sentencesOf(block: Block, today: string | null, nameIn: Namer): Line[] {
  const topic = block.labelEnd > 0 ? stemsOf(nameIn(block.text.slice(0, block.labelEnd))) : null
  return block.sentences
    .map(range => trimmed({block, ...range}))
    .filter(at => block.table !== null || !speaksOfPaper(textOf(at)))
    .map(at => ({...told(textOf(at), today, nameIn), at, topic}))
}

function rowLine(blocks: readonly Block[], today: string | null, nameIn: Namer): Line {
  const [first] = blocks as [Block]
  const text = blocks.map(block => block.text).join(': ')
  return {...told(text, today, nameIn), at: wholeBlock(first), topic: blocks.length > 1 ? stemsOf(nameIn(first.text)) : null}
}

function told(text: string, today: string | null, nameIn: Namer): Omit<Line, 'at' | 'topic'> {
  return {text, stems: stemsOf(nameIn(text)), days: isoDatesIn(text, today).map(({iso}) => iso), proper: properIn(text)}
}

/** Words with a capital inside a sentence, lower case. */
export function properIn(text: string): ReadonlySet<string> {
  const capital = wordsOf(text).filter(({start, text: word}) => start > 0 && word.length > 2 && /\p{Lu}/u.test(text[start] ?? ''))
  return new Set(capital.map(({text: word}) => word.replace(/['’]s?$/, '')))
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

/** Where the first verb of the past stands, behind its subject (`Put` at the start asks), or null. */
export function pastIn(text: string): number | null {
  return matcher.match(text).find(({list, start}) => list === 'past' && start > 0)?.start ?? null
}

export function speaksOfFuture(text: string): boolean {
  return matcher.match(text).some(({list}) => list === 'future')
}

/** Whether a line says that a thing is still to be done. */
export function isOpen(text: string): boolean {
  return matcher.match(text).some(({list}) => list === 'open') && !isDone(text)
}

/** `No longer needed`, `closed`: an end, in whatever words. */
export function tellsOver(text: string): boolean {
  return matcher.match(text).some(({list}) => list === 'closed')
}

/** The part of a sentence that speaks of the thing: what is denied in another part is not denied of it. */
export function clauseOn({stems}: {stems: Stems}, text: string, weigh: Weigh): string {
  const clauses = text.split(/[,;:]\s|\s(?:and|but|so|because|although|though|while)\s/)
  const held = clauses.map(clause => coverage(stems, stemsOf(clause), weigh))
  const most = Math.max(...held)
  return most > 0 ? (clauses[held.indexOf(most)] as string) : text
}

/** How much of a thing a line must hold to tell what came of it. */
const enough = 0.42
/** A short line (`The flat is no longer needed`) tells by its own few words. */
const few = 3
const mostOf = 0.5
const some = 0.25
/** A name that few lines hold. */
const rare = 0.6
/** What a line tells by other signs than the words of the thing. */
const signs = {owner: 0.12, verb: 0.1, day: 0.3, proper: 0.2, end: 0.12, endOfNamed: 0.2}

/** What is asked about. */
interface Thing {
  text: string
  stems: Stems
  ownerStems?: Stems
  /** Names of a person whose only action it is: what is said of them is said of it. */
  onlyOwner?: ReadonlySet<string>
  time?: {day: string | null}
}

/** The line that says what came of something, if one does, and how surely. Names of the family alone are no sign, but other signs are a help. */
export function wordOf(thing: Thing, lines: readonly Line[], names: Stems, weigh: Weigh): {line: Line; score: number} | null {
  const head = headOf(thing.text)
  const telling = new Set([...(head ?? thing.stems)].filter(stem => !names.has(stem) && !/^\d{1,2}$/.test(stem)))
  const whole = new Set([...thing.stems].filter(stem => !names.has(stem) && !/^\d{1,2}$/.test(stem)))
  const verb = [...stemsOf(/\b(?:to|will|must|should)\s(.+)$/.exec(thing.text)?.[1] ?? '')][0] ?? ''
  const proper = [...properIn(thing.text)].filter(
    word => !names.has([...stemsOf(word)][0] ?? word) && weigh([...stemsOf(word)][0] ?? word) > rare
  )
  let best: {line: Line; score: number} | null = null
  for (const line of lines) {
    const ends = tellsAnEnd(line.text)
    if (tellsHandover(line.text) && !ends) continue
    const core = Math.max(coverage(telling, line.stems, weigh), head ? coverage(whole, line.stems, weigh) : 0)
    const isDay = thing.time?.day ? line.days?.includes(thing.time.day) === true : false
    const needed = tellsOver(line.text) ? some : mostOf
    const isSoleOwners = tellsOfSoleOwner(thing, line)
    if (line.isNote && core < needed && !(isDay && core > 0.2) && !(isSoleOwners && line.at.block.role === 'worry')) continue
    const topic = topicOf(line, names)
    const about = topic && core > 0.08 ? 0.9 * coverage(topic, thing.stems, weigh) : 0
    const isOwners = [...(thing.ownerStems ?? [])].some(stem => line.stems.has(stem))
    const owner = isOwners && core > 0.15 ? signs.owner : 0
    // “Miss Dunn paired Leo with Ahmed”: whose job it was did it.
    const acted = owner > 0 && line.stems.has(verb) && speaksOfPast(line.text) ? signs.verb : 0
    const ended = ends && core > 0.15 ? (head || (core >= some && tellsOver(line.text)) ? signs.endOfNamed : signs.end) : 0
    const isPast = ends || speaksOfPast(line.text)
    const day = isDay && (core > 0.08 || isOwners) ? signs.day : 0
    const named = isPast && core > 0.08 && proper.some(word => line.proper?.has(word)) ? signs.proper : 0
    const byOther = acted + ended + day + named
    const alone = isSoleOwners ? enough + core / 4 : 0
    const score = Math.max(
      core + byOther >= 0.3 ? (core + coverage(thing.stems, line.stems, weigh)) / 2 + owner + byOther : 0,
      about,
      alone
    )
    if (score >= enough && (!best || score > best.score)) best = {line, score}
  }
  return best
}

/** Something happened, and whose only action it is did it: a name at the head of a clause, not somebody whom another one went to. */
function tellsOfSoleOwner({onlyOwner}: Thing, {text}: Line): boolean {
  return (
    onlyOwner !== undefined &&
    wordsOf(text).some(
      word =>
        onlyOwner.has(word.text.replace(/['’]s?$/, '')) && headsClause.test(text.slice(0, word.start)) && acted.test(text.slice(word.end))
    ) &&
    (pastIn(text) !== null || /\p{L}{3}ed\b/u.test(text)) &&
    !isNegative(text) &&
    !speaksOfFuture(text)
  )
}

const headsClause =
  /(?:^|[.,;:!?–—]\s*|\s(?:and|but|so|then|because|when|where|while|after|before|until|by)\s)\W*(?:(?:on\s\d[^,]*,|then|later|since then)\s+)?(?:(?:\p{Lu}[\p{L}'’.-]*|the|school|health|visitor|nurse|worker)\s+){0,3}$/u

/** What follows the name: not another name of a list. */
const acted = /^(?:['’]s)?(?:\s\p{Lu}[\p{L}'’-]*)*(?:\s\([^)]*\)|,\s[^,]{3,40},)?\s\p{Ll}/u

const doer = /^(?:\S+\s){1,8}?(?:to(?! be\b)|will|must|should)\s/

/** What an action without a doer or a verb is about: `Bed and mattress` of `Bed and mattress from the Salvation Army`. */
function headOf(text: string): Stems | null {
  if (doer.test(text) || beginsWithVerb(text)) return null
  const head = stemsOf(text.split(/\s(?:of|from|for|to|at|about|with|by|in|on)\s/)[0] ?? '')
  return head.size > 0 ? head : null
}

/** A day, or a word such as “fitted”: something has come to its end. */
function tellsAnEnd(text: string): boolean {
  return isDone(text) || datesIn(text, null).length > 0 || tellsOver(text)
}

function topicOf({topic, stems, text}: Line, names: Stems): Stems | null {
  if (topic) return [...topic].every(stem => names.has(stem)) ? null : topic
  const own = new Set([...stems].filter(stem => !names.has(stem) && !/^\d/.test(stem)))
  return own.size > 0 && own.size <= few && matcher.match(text).some(({list}) => list === 'closed') ? own : null
}
