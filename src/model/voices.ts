/** For each child, whether the document records anything the child says, wants or feels, or how a small child seems. */
import vocabulary from '../../rules/vocabulary/voice.json' with {type: 'json'}
import {createMatcher, type PhraseEntry} from '../text/phrases.ts'
import type {PlanWithRows} from './build.ts'
import {isLetterToChild, isOwnPlan} from './child-link.ts'
import type {Block, Child, Person, Span, Voice} from './plan.ts'
import {trimmed} from './spans.ts'

const entries = (phrases: readonly string[]): PhraseEntry[] => phrases.map(phrase => ({phrase}))
const matcher = createMatcher({
  says: entries(vocabulary.says),
  feels: entries(vocabulary.feels),
  behaves: entries(vocabulary.behaves),
  not: entries(vocabulary.notVoice)
})

/** From about this age behaviour speaks only if somebody says what it seems to tell us. */
const ageOfWords = 4

/** Text that says who the people are or what is to be done, not how a child is. */
const silent = new Set(['owner', 'timescale', 'label', 'heading', 'header-field', 'people'])

export function voicesOf(plan: PlanWithRows): Voice[] {
  const voices = new Map<Child, Voice>(plan.children.map(child => [child, {child, heard: false, evidence: []}]))
  const context: Context = {plan, voices, subject: [], section: -1}
  for (const block of plan.blocks) {
    if (block.margin === 'page-header' || block.margin === 'page-footer') continue
    if (block.section.index !== context.section) {
      context.section = block.section.index
      context.subject = childrenNamed(block.section.title, plan)
    }
    if (!silent.has(block.role)) listen(block, context)
  }
  return [...voices.values()]
}

interface Context {
  plan: PlanWithRows
  voices: Map<Child, Voice>
  /** Whom “he”, “she” or a bare quotation speaks of. */
  subject: Child[]
  section: number
}

function listen(block: Block, context: Context): void {
  const {plan} = context
  const label = block.labelEnd > 0 ? childrenNamed(block.text.slice(0, block.labelEnd), plan) : []
  if (label.length > 0) context.subject = label
  else if (block.table) {
    const named = childrenNamed(block.table.heading ?? '', plan)
    if (named.length > 0) context.subject = named
  }
  for (const range of block.sentences) {
    const span = trimmed({block, ...range})
    for (const child of heardIn(span, context)) {
      const voice = context.voices.get(child)
      if (!voice) continue
      voice.heard = true
      voice.evidence.push(span)
    }
  }
}

function childrenNamed(text: string, {people, children}: PlanWithRows): Child[] {
  const named = people.mentionsIn(text).map(({person}) => person)
  return children.filter(child => named.includes(child))
}

interface Actor {
  children: Child[]
  /** Another person is the one who speaks or feels here. */
  other: boolean
  start: number
  end: number
}

/** Children whose voice this sentence records. */
function heardIn({block, start, end}: Span, context: Context): Child[] {
  const {plan} = context
  const text = block.text.slice(start, end)
  const found = matcher.match(text)
  if (found.some(({list}) => list === 'not')) return []
  const actors = actorsIn(text, context)
  const named = actors.filter(actor => actor.children.length > 0 && !actor.other)
  const lastNamed = [...actors].reverse().find(actor => actor.children.length > 0)
  if (lastNamed) context.subject = lastNamed.children
  const heard = new Set<Child>()
  const inVoiceSection = block.section.role === 'child-views'
  for (const match of found) {
    const quoted = block.quotations.some(range => range.start < start + match.start && range.end > start + match.end)
    if (quoted) continue
    const actor = [...actors].reverse().find(each => each.end <= match.start + 1)
    if (!actor || actor.other) continue
    const gap = text.slice(actor.end, match.start)
    if (gap.split(/\s+/).filter(Boolean).length > 4 || /[.;:?!]|\b(?:to|will|should|must|can|could|may|needs?)\b/.test(gap)) continue
    if (match.list === 'behaves' && (block.role === 'action' || block.role === 'outcome')) continue
    for (const child of actor.children) if (speaks(match.list, child)) heard.add(child)
  }
  // A bare quotation under the child's name or in the section of the child's views.
  const quotation = block.quotations.some(range => range.start < end && range.end > start && range.end - range.start > 8)
  const adult = actors.some(actor => actor.other)
  if (quotation && inVoiceSection && !adult) {
    const speakers = named.length > 0 ? (named[0] as Actor).children : context.subject.length > 0 ? context.subject : only(plan.children)
    for (const child of speakers) heard.add(child)
  }
  return [...heard]
}

function only(children: readonly Child[]): Child[] {
  return children.length === 1 ? [...children] : []
}

function speaks(list: string, child: Child): boolean {
  if (list === 'says' || list === 'feels') return true
  return list === 'behaves' && (child.unborn || child.age === null ? child.unborn : child.age < ageOfWords)
}

/** Everybody in a sentence who could be the subject of a verb, in order: named people, pronouns, “both boys”, and the child who writes or is written to. */
function actorsIn(text: string, context: Context): Actor[] {
  const {plan, subject} = context
  const actors: Actor[] = []
  for (const {person, start, end} of plan.people.mentionsIn(text)) {
    // “Mum’s bed”, “Jacob’s room”: a possessor is nobody's subject, save in “Jacob’s wish is”.
    if (/^['’]s?\s+(?!wish|hope|worr|favourite)/.test(text.slice(end))) continue
    actors.push(actorOf(person, start, end))
  }
  for (const match of text.matchAll(/\b(?:both|all (?:three|four|five)|the|each of the)\s+(?:of the\s+)?(children|boys|girls|twins|siblings|brothers|sisters|kids)\b|\b(he|she|they|I|you|we)\b/gi)) {
    const start = match.index
    const end = start + match[0].length
    if (actors.some(actor => actor.start < end && start < actor.end)) continue
    const children = match[1] ? groupOf(match[1], plan.children) : pronounOf((match[2] as string).toLowerCase(), context, actors, start)
    actors.push({children, other: children.length === 0 && subject.length === 0 && /^(?:he|she)$/i.test(match[2] ?? ''), start, end})
  }
  return mergePairs(actors.sort((a, b) => a.start - b.start), text)
}

function actorOf(person: Person, start: number, end: number): Actor {
  return person.kind === 'child' ? {children: [person as Child], other: false, start, end} : {children: [], other: true, start, end}
}

function groupOf(noun: string, children: readonly Child[]): Child[] {
  const plain = noun.toLowerCase()
  if (/^(?:boys|brothers)$/.test(plain)) return children.filter(({sex}) => sex !== 'female')
  if (/^(?:girls|sisters)$/.test(plain)) return children.filter(({sex}) => sex !== 'male')
  return [...children]
}

function pronounOf(pronoun: string, {plan, subject}: Context, actors: readonly Actor[], at: number): Child[] {
  if (pronoun === 'i') return isOwnPlan(plan) ? only(plan.children) : []
  if (pronoun === 'you') return isLetterToChild(plan) ? only(plan.children) : []
  if (pronoun === 'we') return []
  const before = [...actors].filter(actor => actor.end <= at).at(-1)
  const candidates = before ? before.children : subject
  if (pronoun === 'they') return [...candidates]
  const sex = pronoun === 'she' ? 'female' : 'male'
  return candidates.filter(child => child.sex === null || child.sex === sex)
}

/** `Ruby and Jacob want` is one actor. */
function mergePairs(actors: readonly Actor[], text: string): Actor[] {
  const merged: Actor[] = []
  for (const actor of actors) {
    const before = merged.at(-1)
    if (before && before.other === actor.other && /^\s*(?:,|and|&|,\s*and)\s*$/.test(text.slice(before.end, actor.start))) {
      before.children = [...before.children, ...actor.children]
      before.end = actor.end
    } else merged.push({...actor})
  }
  return merged
}
