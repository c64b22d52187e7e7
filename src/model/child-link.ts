/** Whether words say something of a child's life, or only name the child on the way to something else. */
import vocabulary from '../../rules/vocabulary/outcomes.json' with {type: 'json'}
import {createMatcher} from '../text/phrases.ts'
import type {Child, Plan, Row} from './plan.ts'
import {textOf} from './spans.ts'

const matcher = createMatcher({
  notLink: vocabulary.notLink,
  process: vocabulary.process,
  home: vocabulary.home,
  parentState: vocabulary.parentState
})

type Family = Pick<Plan, 'people' | 'children' | 'blocks' | 'type'>

const anyChild =
  /\b(?:child|children|baby|babies|kids?|boys?|girls?|twins|siblings|brothers|sisters|sons?|daughters?|young (?:person|people)|toddler|infant|unborn|newborn)\b/i
const benefit = /\b(?:so(?: that)?|because|means?|in order (?:that|for)|helps?|helping)\b.{0,40}\b(?:he|she|they|him|her|them|his|their)\b/i

/** A child's own plan: `My plan`, `I am 15`, `This is my child in need plan`. */
export function isOwnPlan({blocks, type}: Pick<Plan, 'blocks' | 'type'>): boolean {
  if (type === 'letter-before-proceedings') return false
  return blocks.slice(0, 40).some(({text}) => /\b(?:this is my|my plan|I['’]m \d+|I am \d+|call me|about me)\b/i.test(text))
}

/** A plan written as a letter to the child: `Dear Zainab`. */
export function isLetterToChild({blocks, children, type}: Family): boolean {
  if (type === 'letter-before-proceedings') return false
  return blocks.slice(0, 25).some(({text}) => {
    const greeted = /^\s*(?:Dear|Hi|Hello|To)\s+([\p{L}' -]{2,40})/iu.exec(text)?.[1]?.toLowerCase()
    return greeted !== undefined && children.some(child => greeted.startsWith(child.given.toLowerCase()))
  })
}

/** Words that only name a child, taken out. */
function withoutEmptyMentions(text: string): string {
  let plain = text
  for (const {start, end} of matcher
    .match(text)
    .filter(({list}) => list === 'notLink')
    .reverse()) {
    plain = plain.slice(0, start) + ' '.repeat(end - start) + plain.slice(end)
  }
  return plain
}

/** Whether the words say something about a child, beyond the name alone or an empty phrase such as “prioritise the children's needs”. */
export function linksChild(text: string, plan: Family): boolean {
  const plain = withoutEmptyMentions(text)
  if (plain.trim().split(/\s+/).filter(Boolean).length < 3) return false
  if (anyChild.test(plain) || benefit.test(plain)) return true
  if (isOwnPlan(plan) && /\b(?:I|me|my|I['’]m)\b/.test(plain)) return true
  if (isLetterToChild(plan) && /\b(?:you|your|you['’]re)\b/i.test(plain)) return true
  return plan.people.mentionsIn(plain).some(({person}) => person.kind === 'child')
}

export type OutcomeKind = 'child' | 'parent' | 'home' | 'process'

/** “Our goal is that …”, “We want to see …” */
const leadIn =
  /^\s*(?:(?:the|our|my)\s+(?:aim|goal|hope|outcome)\s+is\s+(?:that|for|to see)|we\s+(?:all\s+|both\s+)?(?:want|hope|would like)(?:\s+(?:that|for|to see))?)\s+/i

/** What an outcome is about: the child's life (said or plainly implied), a parent alone, the home alone, or a task, service or process. */
export function outcomeKind(text: string, plan: Family): OutcomeKind {
  const kinds = text
    .replace(leadIn, '')
    .split(/(?<=[.!?])\s+/)
    .filter(Boolean)
    .map(sentence => sentenceKind(sentence, plan))
  return kinds.includes('child') ? 'child' : (kinds[0] ?? 'child')
}

function sentenceKind(text: string, plan: Family): OutcomeKind {
  if (linksChild(text, plan)) return 'child'
  const mentions = plan.people.mentionsIn(text)
  const parent = mentions.find(({person}) => person.kind === 'parent')
  const leading =
    (parent && text.slice(0, parent.start).split(/\s+/).filter(Boolean).length <= 2) ||
    /^\s*(?:the\s+)?(?:parents?|carers?|mother|father|mum|dad)\b/i.test(text)
  const lists = new Set(matcher.match(text).map(({list}) => list))
  if (leading || lists.has('parentState')) return 'parent'
  if (lists.has('process')) return 'process'
  if (lists.has('home')) return 'home'
  return 'child'
}

/** Whether a row says, in its outcome or in words such as “so that Ella …”, what will be different for a child. */
export function hasChildOutcome(row: Row, plan: Family): boolean {
  if (row.outcomes.some(span => outcomeKind(textOf(span), plan) === 'child')) return true
  const stated = [...row.worries, ...row.actions.map(({at}) => at)].map(textOf).join('\n')
  return stated.split('\n').some(text => {
    const reason = /\bso (?:that )?.*/i.exec(text)?.[0]
    // “so that he can …” speaks of a child only where one has been named.
    return reason !== undefined && linksChild(reason, plan) && (namesChild(reason, plan) || namesChild(text, plan))
  })
}

function namesChild(text: string, plan: Family): boolean {
  if (anyChild.test(text) || isOwnPlan(plan) || isLetterToChild(plan)) return true
  return plan.people.mentionsIn(text).some(({person}) => person.kind === 'child')
}

/** Children a text speaks of: by name, or as a group whose size or sex takes them in. */
export function childrenIn(text: string, {people, children}: Family): {named: Child[]; all: boolean; loosely: boolean} {
  const persons = people.mentionsIn(text).map(({person}) => person)
  const named = children.filter(child => persons.includes(child))
  if (/\b(?:the|both)\s+(?:boys|brothers|lads)\b/i.test(text)) named.push(...children.filter(({sex}) => sex === 'male'))
  if (/\b(?:the|both)\s+(?:girls|sisters)\b/i.test(text)) named.push(...children.filter(({sex}) => sex === 'female'))
  const count = ['', '', 'two|both', 'three', 'four', 'five', 'six'][children.length] ?? ''
  const all = new RegExp(
    `\\b(?:all (?:of )?(?:the |her |their |his )?(?:children|kids|siblings)|(?:all|the) (?:${count || 'x'})\\b|(?:both|each|every|either) (?:of the )?(?:child|children|kids|siblings)|each of (?:the children|them)|all ${children.length}\\b)`,
    'i'
  ).test(text)
  return {named: [...new Set(named)], all, loosely: /\b(?:the |her |their |his |our )?(?:children|kids|siblings|family)\b/i.test(text)}
}
