/** Visits by professionals that nobody says the reason of. */
import {timesIn} from '../text/dates.ts'
import type {Action, People, Person, Plan, Span} from './plan.ts'
import {isVisit} from './rows/action-words.ts'
import {textOf} from './spans.ts'

const purpose =
  /\b(?:to|and|will|['’]ll)\s+(?:\w+ly\s+|also\s+)?(?:see|look|check|ask|talk|speak|listen|weigh|measure|help|show|do|discuss|find|make|observe|review|complete|support|work|play|teach|read|go|hear|give|bring|offer|meet|assess|monitor|gather|explore|understand|know|learn|plan|share|watch|spend|build|carry|undertake|get|hold|start|finish|walk|sit|practise|practice|explain|feed|assist|advise|agree|gain|ensure|seek|use|pick|take)\b|\b(?:for|about|so that|because|in order|where|whether|purpose|alone|on (?:her|his|their) own|by (?:herself|himself|themselves)|checks?|checking|looks?|asks?|seeing|seen|talks?|weighs?|weighing|helps?|direct work|session)\b/i
const family =
  /\b(?:nan|nana|gran|grandma|grandad|grandpa|granny|aunt|auntie|uncle|cousin|mum|dad|mother|father|brother|sister|friends?|contact|dentist|gp|doctor|hospital|optician|clinic|library|school|prison|nursery)\b/i
const planned = /\b(?:will|to|['’]ll|shall|every|each|weekly|fortnightly|monthly|continue|visits)\b/i

/** One span for each visit without a reason in its action, its row or the sentences that go with it. */
export function visitsWithoutPurpose(plan: Plan): Span[] {
  return [...plan.actions.filter(action => isBareVisit(action, plan)).map(({at}) => at), ...bareVisitsInText(plan)]
}

function isBareVisit({text, doer, owners, row}: Action, {people}: Plan): boolean {
  if (!isVisit(text) || doer === 'parent' || doer === 'relative' || doer === 'child') return false
  const subject = text.slice(0, /\bvisit|\bpop|\bdrop|\bwelfare|\bcall/i.exec(text)?.index ?? 0)
  const who = people.mentionsIn(subject).map(({person}) => person.kind)
  if (who.length > 0 && !who.includes('professional')) return false
  if (owners.length > 0 && owners.every(owner => owner.people.length > 0 && owner.people.every(({kind}) => kind !== 'professional')))
    return false
  if (hasPurpose(text)) return false
  const stated = row.layout === 'table' || row.layout === 'labels' || row.layout === 'cards'
  return !(stated && row.outcomes.length > 0 && row.actions.length <= 2)
}

/** What is said after the visit itself: “to visit fortnightly” has none, “to visit and check the bedrooms” has. */
function hasPurpose(text: string): boolean {
  const at = /\b(?:visit\w*|pop in|drop in|welfare checks?|call in)\b/i.exec(text)
  if (!at) return purpose.test(text)
  const after = text.slice(at.index + at[0].length)
  const before = text.slice(0, at.index)
  const withoutTimes = timesIn(after, null).reduceRight((rest, {start, end}) => rest.slice(0, start) + rest.slice(end), after)
  return purpose.test(withoutTimes) || /\b(?:to check|to see|purpose|weigh\w*)\b/i.test(before)
}

function bareVisitsInText({blocks, people, actions}: Plan): Span[] {
  const acted = new Set(actions.map(({at}) => at.block))
  const bare: Span[] = []
  for (const block of blocks) {
    if (block.section.role !== 'visits' || block.kind === 'heading' || acted.has(block) || block.table?.header || block.margin) continue
    for (const [index, {start, end}] of block.sentences.entries()) {
      const span = {block, start, end}
      const text = textOf(span)
      if (!isVisitSentence(text) || !planned.test(text)) continue
      const who = people.mentionsIn(text.slice(0, text.search(/\b(?:visit|see|come|pop|call)/i))).map(({person}) => person.kind)
      if (who.length > 0 && !who.includes('professional')) continue
      const following = block.sentences.slice(index + 1).map(range => block.text.slice(range.start, range.end))
      const visitor = people.mentionsIn(text)[0]?.person
      const other = following.findIndex(sentence => startsAnother(sentence) || isAboutAnother(sentence, visitor, people))
      const own = following.slice(0, other < 0 ? following.length : other)
      const rest = otherBlocksSay(block.index, blocks)
      if (!hasPurpose(text) && !own.some(sentence => purpose.test(sentence)) && !(following.length === own.length && rest)) bare.push(span)
    }
  }
  return bare
}

function isVisitSentence(text: string): boolean {
  return (
    /\b(?:visits?|visited|visiting|comes? and see|pops? in|drops? in|calls? (?:in|on|round|by)|(?:come|comes|coming) (?:to the (?:house|home|flat)|round))\b/i.test(
      text
    ) && !(family.test(text) && !/\bsocial worker|SW\b/i.test(text) && /\bvisits? (?:to |from |by )/i.test(text))
  )
}

/** Another worker's visit says nothing of this one. */
function isAboutAnother(text: string, visitor: Person | undefined, people: People): boolean {
  const [first] = people.mentionsIn(text)
  return visitor !== undefined && first !== undefined && first.start < 4 && first.person !== visitor && first.person.kind === 'professional'
}

/** Another visit begins here: its purpose is its own. */
function startsAnother(text: string): boolean {
  return /\b(?:also|another|in addition)\b/i.test(text) && isVisitSentence(text)
}

/** Later lines of the same section may say what the visits are for. */
function otherBlocksSay(index: number, blocks: Plan['blocks']): boolean {
  const section = blocks[index]?.section
  for (let next = index + 1; next < blocks.length && blocks[next]?.section === section; next++) {
    const text = blocks[next]?.text ?? ''
    if (purpose.test(text)) return true
  }
  return false
}
