/** How often the social worker or lead practitioner will see the child, and where the document speaks of visits. */
import {timesIn} from '../text/dates.ts'
import type {PlanWithRows} from './build.ts'
import type {Block, Plan, Span} from './plan.ts'
import {speaksOfVisit} from './rows/action-words.ts'
import {textOf, trimmed, wholeBlock} from './spans.ts'

const leadWorker =
  /\b(?:social worker|lead (?:practitioner|professional|worker)|family help|SW|s\/w|allocated worker|key ?worker)\b|\bI(?:['’]ll| will)\b/i
const otherWorker =
  /\b(?:health visitor|HV|midwife|nurse|family support worker|FSW|support worker|early help|school|mentor|youth worker)\b/i
const seeing = /\b(?:visit\w*|see|sees|seen|seeing|meet|meets|come and see)\b/i

/** Places where something else than a plan to visit is told. */
const notAPlan = new Set(['background', 'chronology', 'reports', 'strengths', 'child-views', 'parent-views', 'people', 'contingency'])

export function visitsOf(plan: PlanWithRows): Plan['visits'] {
  const mentions: Span[] = []
  let frequency: Span | null = null
  for (const block of plan.blocks) {
    if (block.margin || notAPlan.has(block.section.role)) continue
    const inSection = block.section.role === 'visits'
    for (const range of block.sentences) {
      const span = trimmed({block, ...range})
      const text = textOf(span)
      const visit = inSection || speaksOfVisit(text) || seeing.test(text)
      if (!visit) continue
      mentions.push(span)
      if (!frequency && isByLead(text, inSection, block, plan) && isOften(text, plan.date)) frequency = span
    }
  }
  frequency ??= fromActions(plan) ?? fromLabels(plan)
  return {frequency, mentions}
}

function isOften(text: string, today: string | null): boolean {
  const times = timesIn(text, today)
  return (
    times.some(({kind}) => kind === 'frequency') ||
    times.filter(({kind}) => kind === 'date').length >= 2 ||
    /\b(?:every|each|per|once|twice|\d+ times|at least)\b[^.]{0,30}\b(?:days?|weeks?|fortnight|months?|weekly|monthly|\w+days?)\b/i.test(
      text
    )
  )
}

function isByLead(text: string, inSection: boolean, block: Block, {people}: PlanWithRows): boolean {
  if (leadWorker.test(text)) return true
  const posts = people
    .mentionsIn(text)
    .filter(({person}) => person.kind === 'professional')
    .map(({person}) => person.post ?? person.name)
  if (posts.some(post => leadWorker.test(post))) return true
  if (posts.length > 0 && posts.every(post => otherWorker.test(post))) return false
  if (inSection) return !otherWorker.test(text)
  return /\bvisit/i.test(text) && posts.length > 0 && block.table === null && !otherWorker.test(text)
}

/** An action such as “SW to visit” with its frequency in the date cell. */
function fromActions({actions, people}: PlanWithRows): Span | null {
  for (const {at, text, owners, timescales} of actions) {
    if (!speaksOfVisit(text) && !/\bsee(?:s|n)?\b/i.test(text)) continue
    const who = [text, ...owners.map(owner => owner.text), ...owners.flatMap(owner => owner.people.map(person => person.post ?? ''))].join(
      ' '
    )
    const lead = leadWorker.test(who) || people.mentionsIn(who).some(({person}) => leadWorker.test(person.post ?? ''))
    if (lead && timescales.some(({kind, text: words}) => kind === 'frequency' || /\b(?:every|weekly|days)\b/i.test(words))) return at
  }
  return null
}

/** `Frequency of visits: every 10 working days`, as a label, a cell or a heading. */
function fromLabels({blocks, date}: PlanWithRows): Span | null {
  for (const block of blocks) {
    const label = `${block.table?.heading ?? ''} ${block.labelEnd > 0 ? block.text.slice(0, block.labelEnd) : ''}`
    if (/\bvisit/i.test(label) && !block.table?.header && isOften(block.text, date)) return wholeBlock(block)
  }
  return null
}
