/** For each child, whether the document records anything the child says, wants or feels, or how a small child seems. */
import vocabulary from '../../rules/vocabulary/voice.json' with {type: 'json'}
import {createMatcher, type Match, type PhraseEntry} from '../text/phrases.ts'
import type {PlanWithRows} from './build.ts'
import {isLetterToChild, isOwnPlan} from './child-link.ts'
import type {Block, Child, Person, Span, Voice} from './plan.ts'
import {textOf, trimmed} from './spans.ts'

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
const silent = new Set([
  'owner',
  'timescale',
  'label',
  'heading',
  'header-field',
  'people',
  'action',
  'outcome',
  'expectation',
  'measure',
  'instruction'
])

export function voicesOf(plan: PlanWithRows): Voice[] {
  const voices = new Map<Child, Voice>(plan.children.map(child => [child, {child, heard: false, evidence: []}]))
  const family: Family = {plan, own: isOwnPlan(plan), toChild: isLetterToChild(plan)}
  for (const block of plan.blocks) {
    if (block.margin === 'page-header' || block.margin === 'page-footer' || silent.has(block.role)) continue
    // “If Ella hides again …” is what may come.
    if (block.section.role === 'contingency') continue
    let subject = subjectOfPlace(block, plan)
    for (const range of block.sentences) {
      const span = trimmed({block, ...range})
      const actors = actorsIn(textOf(span), subject, family)
      for (const child of heardIn(span, actors, subject, plan)) {
        const voice = voices.get(child)
        voice?.evidence.push(span)
        if (voice) voice.heard = true
      }
      const [lead] = actors.filter(actor => !actor.pronoun)
      if (lead) subject = {children: lead.children, other: lead.other, sex: lead.sex}
    }
  }
  return [...voices.values()]
}

interface Family {
  plan: PlanWithRows
  /** The child wrote the plan: “I” is the child. */
  own: boolean
  /** The plan is written to the child: “you” is the child. */
  toChild: boolean
}

/** Whom “he”, “she” or a bare quotation speaks of: children, or somebody else. */
interface Subject {
  children: Child[]
  other: boolean
  sex?: Person['sex']
}

interface Actor extends Subject {
  start: number
  end: number
  pronoun: boolean
  /** Named only as the owner of something. */
  owns: boolean
}

/** The child a heading, label or column gives to the words under it. */
function subjectOfPlace(block: Block, plan: PlanWithRows): Subject {
  const {section, table} = block
  const label = block.labelEnd > 0 ? childrenNamed(block.text.slice(0, block.labelEnd), plan) : []
  const column = childrenNamed(table?.heading ?? '', plan)
  const heading = section.role === 'child-views' ? childrenNamed(section.title, plan) : []
  return {children: [label, column, heading].find(named => named.length > 0) ?? [], other: false}
}

function childrenNamed(text: string, {people, children}: PlanWithRows): Child[] {
  const named = people.mentionsIn(text).map(({person}) => person)
  return children.filter(child => named.includes(child))
}

/** Words that may stand between who speaks and the verb: “has also told”, “(seen alone): said”. */
const between =
  /^\s*(?:\([^)]{0,60}\)\s*)?[,:]?\s*(?:(?:has|have|had|is|was|were|are|am|been|being|['’]s|['’]ve|['’]d|['’]m|also|really|often|never|always|does|doesn['’]t|did|didn['’]t|do|don['’]t|not|still|just|now|then|previously|recently|clearly|sometimes|usually|himself|herself|once|again|quite|very|both|all|who|since|each|openly|quietly|later|would|very much)\s*,?\s*){0,4}$/i
const objectOf =
  /\b(?:with|for|to|of|about|from|at|by|on|than|like|lets?|asks?|asked|asking|told|tells?|gives?|gave|see|sees|saw|take|takes|took|help|helps|helped|have|has|had|leave|left|hurt|hit|want|wants|wanted|that|worried|near|towards)\s+(?:the |both |all (?:three |four )?|his |her |their )?$/i

/** “Olek has told”, “Harlow is a wriggly baby who laughs”, “he put his hands over his ears and pointed”. */
function leadsTo(gap: string): boolean {
  const joined = /^(?:(?! to (?!the |a |an |his |her |their )| will | should | must )[^.;:?!]){0,90}\b(?:and|then|who|but)\s+(.*)$/i.exec(
    gap
  )
  return (
    between.test(gap) ||
    (joined !== null &&
      !/\b(?:to (?!the |a |an |his |her |their )|will|should|must|can|could|if)\b/i.test(gap) &&
      between.test(` ${joined[1] ?? ''}`))
  )
}

/** “is described by his nursery”, “is not picked up”: something done to the child. */
function isPassive({list, start, end}: Match, gap: string, text: string): boolean {
  return (
    list === 'says' &&
    /\b(?:is|was|are|were|be|been|being)\s+(?:not |always |also |often |still )*$/i.test(gap) &&
    /(?:ed|en|n)$/.test(text.slice(start, end))
  )
}

/** Children whose voice this sentence records. */
function heardIn({block, start, end}: Span, actors: readonly Actor[], subject: Subject, {children}: PlanWithRows): Child[] {
  const text = block.text.slice(start, end)
  const found = matcher.match(text)
  if (found.some(({list}) => list === 'not')) return []
  const heard = new Set<Child>()
  for (const match of found) {
    const quoted = block.quotations.some(range => range.start < start + match.start && range.end > start + match.end)
    const actor = quoted ? undefined : actors.filter(each => !each.owns && each.end <= match.start + 1).at(-1)
    // “Miss Catterall” misses nobody.
    if (actors.some(each => each.start < match.end && match.start < each.end)) continue
    const gap = text.slice(actor?.end ?? 0, match.start)
    if (!actor || actor.other || !leadsTo(gap) || isPassive(match, gap, text)) continue
    if (objectOf.test(text.slice(0, actor.start)) && !/\bthat\s*$/.test(text.slice(0, actor.start))) continue
    for (const child of actor.children) if (speaks(match.list, child)) heard.add(child)
  }
  // A bare quotation under the child's name or in the section of the child's views.
  const quotation = block.quotations.some(range => range.start < end && range.end > start && range.end - range.start > 8)
  if (quotation && block.section.role === 'child-views' && !actors.some(actor => actor.other && !actor.owns)) {
    const named = actors.find(actor => actor.children.length > 0)?.children ?? subject.children
    for (const child of named.length > 0 ? named : only(children)) heard.add(child)
  }
  return [...heard]
}

function only(children: readonly Child[]): Child[] {
  return children.length === 1 ? [...children] : []
}

function speaks(list: string, child: Child): boolean {
  if (list === 'says' || list === 'feels') return true
  return child.unborn || child.age === null || child.age < ageOfWords
}

/** Everybody in a sentence who could be the subject of a verb, in order: named people, pronouns, “both boys”, and the child who writes or is written to. */
function actorsIn(text: string, subject: Subject, family: Family): Actor[] {
  const {people, children} = family.plan
  const actors: Actor[] = []
  for (const {person, start, end} of people.mentionsIn(text)) {
    const isChild = person.kind === 'child'
    // “Mum’s bed”, “Jacob’s room”: a possessor acts in nothing, save in “Jacob’s wish is”, but “he” may be Jacob.
    const owns = /^['’]s?\s+(?!wish|hope|worr|favourite)/.test(text.slice(end))
    actors.push({children: isChild ? [person as Child] : [], other: !isChild, sex: person.sex, start, end, pronoun: false, owns})
  }
  for (const match of text.matchAll(
    /\b(?:both|all (?:three|four|five)|the|each of the)\s+(?:of the\s+)?(children|boys|girls|twins|siblings|brothers|sisters|kids)\b|\b(he|she|they|I|you)\b/gi
  )) {
    const start = match.index
    const end = start + match[0].length
    if (actors.some(actor => actor.start < end && start < actor.end)) continue
    const before = actors.filter(actor => actor.end <= start).sort((a, b) => b.start - a.start)
    const who = match[1]
      ? {children: groupOf(match[1], children), other: false}
      : pronounOf(match[2] as string, [...before, subject], text.slice(0, start), family)
    actors.push({...who, start, end, pronoun: !match[1], owns: false})
  }
  return mergePairs(
    actors.sort((a, b) => a.start - b.start),
    text
  )
}

function groupOf(noun: string, children: readonly Child[]): Child[] {
  const plain = noun.toLowerCase()
  if (/^(?:boys|brothers)$/.test(plain)) return children.filter(({sex}) => sex !== 'female')
  if (/^(?:girls|sisters)$/.test(plain)) return children.filter(({sex}) => sex !== 'male')
  return [...children]
}

/**
 * A pronoun is the nearest person before it whom sex and number allow; in what an adult says or has seen (“Pat says that he …”) it is not
 * that adult. Otherwise it is somebody we do not know.
 */
function pronounOf(pronoun: string, before: readonly Subject[], words: string, {plan, own, toChild}: Family): Subject {
  const nobody = {children: [], other: true}
  const plain = pronoun.toLowerCase()
  if (plain === 'i') return {children: own ? only(plan.children) : [], other: false}
  if (plain === 'you') return toChild ? {children: only(plan.children), other: false} : nobody
  const told =
    /\b(?:says?|said|told|noticed?|saw|sees|found|reports?|reported|observed|asked)\b[^.;]*\b(?:that|how|when|him|her|them|and|about)\b[^.;]*$/i.test(
      words
    )
  for (const person of before) {
    if (plain === 'they' && person.children.length > 0) return {children: [...person.children], other: false}
    const sex = plain === 'she' ? 'female' : 'male'
    const fitting = person.children.filter(child => child.sex === null || child.sex === sex)
    if (fitting.length === 1 && plain !== 'they') return {children: fitting, other: false}
    const misfit = person.sex !== undefined && person.sex !== null && person.sex !== sex
    if (person.other && !misfit && !told) return nobody
  }
  return nobody
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
