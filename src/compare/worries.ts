/** Worries that the newer document tells in running text, outside its needs: new ones that nobody is asked to do anything about. */
import places from '../../rules/compare/worries.json' with {type: 'json'}
import {childrenIn} from '../model/child-link.ts'
import type {Block, BlockRole, Plan, SectionRole} from '../model/plan.ts'
import {textOf, trimmed} from '../model/spans.ts'
import {createMatcher, type PhraseEntry, wordsOf} from '../text/phrases.ts'
import {hasDate} from '../text/reported.ts'
import {freshLines, type Line} from './news.ts'
import type {Need} from './things.ts'
import type {Ground, Version} from './version.ts'
import {coverage, type Stems, stemsOf} from './words.ts'

/** A topic, and the children it was told of; none where it was told of nobody in particular. */
type Topics = Map<string, Set<string>[]>

interface Topic {
  topic: string
  told: PhraseEntry[]
  about: PhraseEntry[]
  lacking?: PhraseEntry[]
  slight?: boolean
}

const lists: Record<string, readonly PhraseEntry[]> = {
  frames: places.frames,
  new: places.new,
  named: places.named,
  well: places.well,
  lack: places.lack,
  bad: places.bad,
  good: places.good
}
for (const {topic, told, about, lacking = []} of places.topics as readonly Topic[]) {
  lists[`told:${topic}`] = told
  lists[`about:${topic}`] = about
  lists[`lacking:${topic}`] = lacking
}
const matcher = createMatcher(lists)
const slight: ReadonlySet<string> = new Set(
  (places.topics as readonly Topic[]).flatMap(({topic, slight: isSlight}) => (isSlight ? [topic] : []))
)
const deny = new Set(places.deny)

/** Sections that hold no worry of the workers'. */
const elsewhere: ReadonlySet<SectionRole> = new Set(['people', 'contingency', 'agreement', 'glossary', 'reading-help'])
/** Sections where only what somebody told counts. */
const saying: ReadonlySet<SectionRole> = new Set(['child-views', 'parent-views', 'visits'])
const notTold: ReadonlySet<BlockRole> = new Set(['timescale', 'label'])

/** A worry named as one, of which an older need or a newer action holds this much, is known or answered. */
const known = 0.25

/** Lines of the newer document, each a worry that is new and that no action answers. */
export function toldWorries(ground: Ground): Line[] {
  const {before, after, weigh} = ground
  const older = topicsKnown(before)
  const answered = topicsAnswered(after)
  const found: Line[] = []
  const told = new Set<string>()
  for (const line of freshLines(
    linesIn(after),
    linesIn(before).map(({stems}) => stems),
    weigh
  )) {
    if (isOfStranger(line, after.plan)) continue
    const children = namedIn(line.text, after.plan)
    const all = newsTopics(line)
    const unknown = all.filter(topic => !isAmong(older, topic, children) && !isAmong(answered, topic, children) && !told.has(topic))
    // “She feels very low and cries”: beside a worry that is known, a slight one is its sign.
    const topics = unknown.length < all.length && unknown.every(topic => slight.has(topic)) ? [] : unknown
    const last = found.at(-1)
    if (topics.length === 0 && last && goesOn(line, last, told)) {
      last.at = {...last.at, end: line.at.end}
      last.text = textOf(last.at)
      continue
    }
    if (topics.length === 0 && !(isWorry(line.text, after.plan) && isUnheardOf(line, ground))) continue
    for (const topic of topics) told.add(topic)
    found.push({...line})
  }
  return [...found, ...inNeeds(ground, older), ...inParts(ground, older)]
}

const lettered = /^\(?[a-z]\)\s/i

/** One of several worries that share their actions, `(a)` to `(c)`, of a topic the older plan did not know and none of the actions or aims is about. */
function inParts({before, after, weigh}: Ground, older: Topics): Line[] {
  const gathered = new Gathered(after.plan)
  for (const {outcomes, actions} of after.needs) for (const {text} of [...outcomes, ...actions]) gathered.add(text, 'about')
  for (const aim of after.aims) gathered.add(aim.text, 'about')
  const parts = after.plan.rows
    .filter(({actions}) => actions.length > 0)
    .flatMap(({worries}) => worries.filter(at => lettered.test(textOf(at))))
  const lines = parts.map(at => ({text: textOf(at), at, stems: stemsOf(after.nameIn(textOf(at))), topic: null}))
  const known = before.plan.blocks.map(({text}) => stemsOf(before.nameIn(text)))
  return freshLines(lines, known, weigh).filter(({text}) => {
    const children = namedIn(text, after.plan)
    const topics = topicsIn(plain(text), 'told').filter(topic => !slight.has(topic))
    return topics.length > 0 && topics.every(topic => !isAmong(older, topic, children) && !isAmong(gathered.topics, topic, children))
  })
}

/** “PC Ward gave Karl a warning. He was arrested on 3 May.”: he is none of the family, nor is anybody else named. */
function isOfStranger({text, at: {block, start}}: Line, {people}: Plan): boolean {
  const isOfFamily = (words: string): boolean => people.mentionsIn(words).some(({person: {kind}}) => kind === 'child' || kind === 'parent')
  if (!/^\W*(?:he|she)\b/i.test(text) || isOfFamily(text)) return false
  const before = block.sentences.filter(({end}) => end <= start).at(-1)
  const said = before ? block.text.slice(before.start, before.end) : ''
  return /\s\p{Lu}\p{Ll}+\s\p{Lu}\p{Ll}+/u.test(said) && !isOfFamily(said)
}

/** The next sentence of the paragraph, on what has just been told. */
function goesOn({at, text}: Line, {at: last}: Line, told: ReadonlySet<string>): boolean {
  if (at.block !== last.block || at.block.text.slice(last.end, at.start).trim() !== '') return false
  return topicsIn(plain(text), 'told').some(topic => told.has(topic))
}

/** Words of a need that name no worry: a child’s own words with their heading, or that all is well now. */
export function namesNoWorry({text, at: {block}}: Need, {plan}: Version): boolean {
  const isTold = topicsIn(plain(text), 'told').length > 0
  // A heading such as “Views on the plan”, or somebody's job: “Mr Bell – gives Leo half an hour each week”.
  if (block.kind === 'heading' && !isTold && !holds(text, 'named') && !holds(plain(text), 'bad')) return true
  if (jobOf.test(text) && namedIn(jobOf.exec(text)?.groups?.who ?? '', plan).size === 0) return true
  const rest = text.replace(/[“"][^”"]*[”"]/g, ' ')
  if (rest.length < text.length / 2 && wordsOf(rest).length <= fewWords) return true
  const told = plain(text)
  if (turn.test(text)) return false
  return (holds(text, 'good') || holds(text, 'well')) && !holds(told, 'bad') && !holds(told, 'lack') && topicsIn(told, 'told').length === 0
}

const fewWords = 3
const jobOf = /^\W*(?<who>(?:\p{Lu}[\p{L}.'’-]*,?\s(?:(?:and|of|the)\s)?){1,6}?(?:\([^)]*\)\s)?)[–—-]\s\p{Ll}/u

/** A need without actions that looks like one of the older plan, but is of a topic that plan did not know. */
function inNeeds({after, needs}: Ground, older: Topics): Line[] {
  const alike = new Set(needs.values())
  return after.needs
    .filter(need => alike.has(need) && need.actions.length === 0)
    .filter(({text}) => {
      const topics = topicsIn(plain(text), 'told').filter(topic => !slight.has(topic))
      return topics.length > 0 && topics.every(topic => !older.has(topic))
    })
    .map(({text, at, stems}) => ({text, at, stems, topic: null}))
}

/** All sentences outside needs, actions, aims and contingency, wherever they stand: in a summary, above the plan, in a note beside an action. */
function linesIn({plan, needs, aims, nameIn}: Version): Line[] {
  const planned = new Set([...aims, ...needs.flatMap(({outcomes, actions}) => [...outcomes, ...actions])].map(({at}) => at.block))
  const contingency = new Set(plan.contingency.statements.map(({at}) => at.block))
  const stated = needs.map(({text}) => text).join('\n')
  return plan.blocks
    .filter(block => isRunningText(block) && !planned.has(block) && !contingency.has(block))
    .flatMap(block => block.sentences.map(({start, end}) => trimmed({block, start: Math.max(start, Math.min(block.labelEnd, end)), end})))
    .map(at => ({text: textOf(at), at, stems: stemsOf(nameIn(textOf(at))), topic: null}))
    .filter(line => tells(line) && !stated.includes(line.text))
}

function isRunningText({section, role, margin, kind, quotations, text}: Block): boolean {
  if (elsewhere.has(section.role) || notTold.has(role) || margin || kind === 'heading') return false
  return !quotations.some(({start, end}) => end - start > text.length / 2)
}

function tells({at: {block}, text}: Line): boolean {
  // A note beside an action speaks of that action, unless it says that somebody told something.
  const isFact = (block.section.role === 'title' || block.section.role === 'header') && block.sentences.length === 1
  const isNote = isFact || block.role === 'progress' || block.table !== null || saying.has(block.section.role)
  return wordsOf(text).length > 3 && !/^\W*(?:if|unless|should)\b/i.test(text) && (!isNote || holds(text, 'frames') || holds(text, 'new'))
}

function holds(text: string, list: string): boolean {
  return matcher.match(text).some(match => match.list === list)
}

/** What is told after “but” counts by itself, and so does what goes before. */
const turn = /;|\b(?:but|however|although|though|yet)\b/i

function newsTopics({text}: Line): string[] {
  const isNew = holds(text, 'frames') || holds(text, 'new')
  return plain(text)
    .split(turn)
    .filter(clause => !holds(clause, 'well'))
    .flatMap(clause => topicsIn(clause, 'told'))
    .filter(topic => isNew || !slight.has(topic))
}

/** `hasn’t` is `has not`. */
function plain(text: string): string {
  return text.replace(/\b(?:can['’]t|cannot)\b/gi, 'can not').replace(/n['’]t\b/gi, ' not')
}

/** What a worry is about, in whatever words. */
export function topicsOf(text: string): ReadonlySet<string> {
  return new Set([...topicsIn(plain(text), 'told'), ...topicsIn(plain(text), 'about')])
}

/** Topics of a text; with `told`, only as worries, and not where the text denies them. */
function topicsIn(text: string, list: 'told' | 'about'): string[] {
  const words = wordsOf(text)
  const isLacking = holds(text, 'lack')
  return matcher.match(text).flatMap(({list: name, start}) => {
    const [kind, topic] = name.split(':')
    if (!topic) return []
    if (kind === 'lacking') return list === 'about' || isLacking ? [topic] : []
    if (list === 'told' && kind !== 'told') return []
    const before = words.filter(word => word.end <= start).slice(-3)
    const isDenied = list === 'told' && before.some(({text: word}) => deny.has(word))
    return isDenied ? [] : [topic]
  })
}

function namedIn(text: string, plan: Plan): Set<string> {
  return new Set(childrenIn(text, plan).named.map(({given}) => given.toLowerCase()))
}

function isAmong(topics: Topics, topic: string, children: ReadonlySet<string>): boolean {
  return (topics.get(topic) ?? []).some(of => of.size === 0 || children.size === 0 || [...of].some(child => children.has(child)))
}

class Gathered {
  readonly topics: Topics = new Map()
  private readonly plan: Plan

  constructor(plan: Plan) {
    this.plan = plan
  }

  add(text: string, list: 'told' | 'about', children = namedIn(text, this.plan)): void {
    for (const topic of new Set(topicsIn(plain(text), list))) this.topics.set(topic, [...(this.topics.get(topic) ?? []), children])
  }
}

function topicsKnown(version: Version): Topics {
  const {plan, needs, aims} = version
  const gathered = new Gathered(plan)
  for (const {text, outcomes, actions} of needs) {
    const all = [text, ...outcomes.map(part => part.text)].join('\n')
    gathered.add(all, 'about')
    for (const action of actions) gathered.add(action.text, 'about')
  }
  for (const aim of aims) gathered.add(aim.text, 'about')
  for (const {at} of plan.contingency.statements) gathered.add(at.block.text, 'about')
  for (const line of linesIn(version)) gathered.add(line.text, 'told')
  return gathered.topics
}

/** What the newer plan asks somebody to do; a need that nobody is asked to do anything about is told elsewhere. */
function topicsAnswered({plan, needs}: Version): Topics {
  const gathered = new Gathered(plan)
  for (const {text, outcomes, actions} of needs) {
    gathered.add([text, ...outcomes.map(part => part.text)].join('\n'), 'about')
    for (const action of actions) gathered.add(action.text, 'about')
  }
  for (const {at} of plan.contingency.statements) gathered.add(at.block.text, 'about')
  return gathered.topics
}

/** In no topic's words: said to be a worry, or something bad that somebody told of a child and that is no event of one day. */
function isWorry(text: string, plan: Plan): boolean {
  if (holds(text, 'well') || holds(text, 'good')) return false
  if (holds(text, 'named')) return true
  const isOfChild =
    namedIn(text, plan).size > 0 || /\b(?:the (?:children|boys|girls|twins)|(?:both|all) (?:children|boys|girls))\b/i.test(text)
  return isOfChild && holds(plain(text), 'bad') && holds(text, 'frames') && holds(text, 'new') && !hasDate(text)
}

function isUnheardOf({stems}: Line, {before, after, names, weigh}: Ground): boolean {
  const telling = new Set([...stems].filter(stem => !names.has(stem)))
  const wordsIn = ({stems: own, outcomes, actions}: Need): Stems =>
    new Set([...own, ...outcomes.flatMap(part => [...part.stems]), ...actions.flatMap(part => [...part.stems])])
  return ![...before.needs, ...after.needs].some(need => coverage(telling, wordsIn(need), weigh) >= known)
}
