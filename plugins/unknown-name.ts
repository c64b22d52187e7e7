/** Does a name, or a pronoun, belong to somebody this document does not know: a likely paste from another family’s plan? */
import givenNames from '../rules/vocabulary/given-names.json' with {type: 'json'}
import meta from '../rules/unknown-name/rule.json' with {type: 'json'}
import words from '../rules/unknown-name/words.json' with {type: 'json'}
import {defineRule, type RuleContext} from '../src/engine/define-rule.ts'
import {pronounSlips} from '../src/model/people/pronouns.ts'
import type {Block, Plan} from '../src/model/plan.ts'
import {isShortFor, isStranger} from '../src/model/people/strangers.ts'
import {isQuoted} from '../src/model/spans.ts'
import {namesIn, type WrittenName} from '../src/text/names.ts'

const firstNames = new Set(givenNames.entries.map(({name}) => name))

/** How many letters after a name its owner may be explained. */
const nearby = 30

/** A name used more often than this is one of the story, introduced in words we do not know. */
const mostUses = 2

export default defineRule(
  meta,
  (plan, report, context) => {
    if (plan.children.length === 0) return
    const seen = new Set<string>()
    for (const block of plan.blocks) {
      if (block.margin || !isOfPlan(block)) continue
      for (const {start, end, parent} of strangersIn(block, plan, context)) {
        const name = block.text.slice(start, end)
        if (seen.has(name.toLowerCase())) continue
        seen.add(name.toLowerCase())
        report({at: {block, start, end}, message: parent ? 'parent' : 'default', values: {name}})
      }
    }
    for (const child of plan.children) {
      const slips = pronounSlips(child, plan, block => context.matches(block.index, 'others').length > 0)
      if (slips.length > mostUses) continue
      for (const {at, pronoun, right} of slips) {
        report({at, message: 'pronoun', values: {name: pronoun, right, child: child.given, other: child.sex === 'female' ? 'she' : 'he'}})
      }
    }
  },
  {
    adults: words.adults,
    belongings: words.belongings,
    leads: words.leads,
    others: words.others,
    states: words.states
  }
)

/** Not where other families and other children may be named with good reason. */
function isOfPlan({role, section}: Block): boolean {
  return role !== 'owner' && (planRoles.has(role) || !apart.has(section.role))
}

const planRoles = new Set<string>(['worry', 'outcome', 'action', 'measure', 'expectation', 'concern'])
const apart = new Set<string>(['title', 'header', 'people', 'agreement', 'reports', 'chronology', 'background', 'glossary'])

function* strangersIn(block: Block, plan: Plan, {matches}: RuleContext): Generator<{start: number; end: number; parent: boolean}> {
  const touching = (list: string, start: number, end: number): boolean =>
    matches(block.index, list).some(
      match =>
        (match.start >= end && match.start <= end + 3 && /^(?:['’]s)? $/.test(block.text.slice(end, match.start))) ||
        match.end === start - 1
    )
  for (const name of namesIn(block.text)) {
    const {start, end, title} = name
    const owns = /^['’]s /.test(block.text.slice(end))
    if (isQuoted(block, start, end) || isKnown(name, block, plan) || besideOthers(block, start, matches)) continue
    const asAdult = owns && touching('adults', start, end)
    if (title) {
      if (asAdult && isStrangeTitle(name, block, plan)) yield {start, end, parent: true}
      continue
    }
    const asChild = owns ? touching('belongings', start, end) : touching('states', start, end) || touching('leads', start, start)
    if ((asChild || asAdult) && name.given && firstNames.has(name.given.toLowerCase()) && isStranger(name.given, plan.blocks, mostUses))
      yield {start, end, parent: asAdult}
  }
}

/** Somebody of the document, by any name, or by one that is short for theirs. */
function isKnown({title, given, surname, start, end}: WrittenName, {text}: Block, {people, children}: Plan): boolean {
  const known = people.mentionsIn(text).filter(mention => mention.start < end && start < mention.end)
  if (known.some(({person}) => !title || person.kind !== 'other' || person.post !== null)) return true
  const family = [...children, ...people.parents, ...people.others.filter(({kind}) => kind === 'relative')]
  return family.some(({name, aliases}) => {
    const names = [...aliases, ...name.toLowerCase().split(/\s+/)]
    return (
      (surname !== null && names.includes(surname.toLowerCase())) ||
      (given !== null && names.some(other => isShortFor(given.toLowerCase(), other)))
    )
  })
}

/** A friend, a pupil, a dog: what comes before in the sentence, or right after, may say whose name it is. */
function besideOthers(block: Block, at: number, matches: RuleContext['matches']): boolean {
  const from = block.sentences.find(({start, end}) => at >= start && at < end)?.start ?? 0
  return matches(block.index, 'others').some(({start}) => start >= from && start < at + nearby)
}

/** `Ms Taylor’s parenting` where no parent, child or relative is a Taylor and nobody says who she is. */
function isStrangeTitle({start, end}: WrittenName, {text}: Block, {people, blocks}: Plan): boolean {
  const name = text.slice(start, end)
  const person = people.mentionsIn(name)[0]?.person
  const uses = blocks.reduce((count, block) => count + (block.text.split(name).length - 1), 0)
  return people.parents.length > 0 && uses <= mostUses && (!person || person.name === name)
}
