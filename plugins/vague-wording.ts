/** Could anybody say whether what the plan asks for had happened? */
import phrases from '../rules/vague-wording/phrases.json' with {type: 'json'}
import meta from '../rules/vague-wording/rule.json' with {type: 'json'}
import {defineRule} from '../src/engine/define-rule.ts'
import {besides, planTextsOf, type PlanText} from '../src/model/plan-text.ts'
import type {Block, Plan} from '../src/model/plan.ts'
import {isQuoted} from '../src/model/spans.ts'
import {type Match, type PhraseEntry, wordsOf} from '../src/text/phrases.ts'
import {isConditional, sentenceAt} from '../src/text/reported.ts'
import {isExplained, isMeasured, isSpecific, rowSpeaksOf, saysHowOften} from '../src/text/specifics.ts'

interface Vague extends PhraseEntry {
  subject: string
  ask: string
  worry?: boolean
  worryOnly?: boolean
  object?: boolean
  service?: boolean
  verb?: boolean
  alone?: boolean
  notNext?: string[]
  notAfter?: string[]
}

const services = new Set(phrases.services)
const titles = new Set(phrases.titles)
const alonePreposition = new Set(phrases.alone)

export default defineRule(meta, (plan, report, context) => {
  for (const text of planTextsOf(plan)) {
    const {block, start, end} = text.at
    const matches = context.matches(block.index, 'phrases').filter(match => match.start >= start && match.end <= end)
    const vague = matches
      .filter(match => isVague(match, text, plan))
      .map(match => withObject(match, block, end))
      .filter(match => !isMadeClear(match, text, plan, matches))
    for (const match of joined(block, vague)) {
      report({
        at: {block, start: match.start, end: match.end},
        values: {phrase: block.text.slice(match.start, match.end)},
        expected: [(match.entry as Vague).ask]
      })
    }
  }
}, {phrases: phrases.entries})

/** Whether a match is that wording, in its vague sense, in a place where the plan says what it wants. */
function isVague({start, end, entry}: Match, {kind, at: {block}}: PlanText, plan: Plan): boolean {
  const {worry, worryOnly, service, verb, notNext, notAfter, object, alone} = entry as Vague
  if (kind === 'worry' ? !worry : worryOnly) return false
  if (isQuoted(block, start, end) || (block.kind === 'heading' && !/\b(?:to|is|are|will)\b/.test(block.text))) return false
  const sentence = sentenceAt(block, start)
  const before = block.text.slice(sentence.start, start)
  if (isConditional(before) || isPurpose(before) || blamed.test(before)) return false
  const next = wordsOf(block.text.slice(end, sentence.end)).slice(0, 3).map(({text}) => text)
  if (notNext?.includes(next[0] ?? '') || next.some(word => notAfter?.includes(word)) || (!object && titles.has(next[0] ?? ''))) return false
  if (verb && !isVerb(before, block.text.slice(start, end))) return false
  if (alone && alonePreposition.has(wordsOf(block.text.slice(end + objectOf(block.text.slice(end)).length))[0]?.text ?? '')) return false
  return !service || isService(objectOf(block.text.slice(end, sentence.end)), plan)
}

/** `To monitor`, `School monitors`; not `the baby monitor`. */
function isVerb(before: string, phrase: string): boolean {
  if (/(?:^|[:•–-]|\b(?:to|will|can|must|should|would|and|or|then|be|is|are|being|also|by|not|continue))\s*$/i.test(before)) return true
  return /^\S+s\b/.test(phrase) && /\p{L}\s*$/u.test(before)
}

/** `Failed to engage with` is blame, which another rule speaks of. */
const blamed = /\b(?:fail(?:s|ed|ing|ure)?|refus(?:e|es|ed|ing|al)|unwilling|lack of|superficial)\s+(?:to\s+)?$/i

/** What a service or course is for (`a group that helps parents set clear boundaries`) is not what the plan asks. */
function isPurpose(before: string): boolean {
  return /\b(?:course|programme|group|class|classes|service|project|workshop|clinic)\b[\s,(–-]*(?:which|that|who|to help|helping|called|about)\b[^;]*$/i.test(before)
}

const objectEnd = /\s*(?:[.,;:()!?–—]|\s-\s|$|\b(?:to|and|by|so|for|on|at|every|each|in order|in relation|from|until|when|if|as|about|around|regarding|weekly|daily|re|with|through)\b)/i

function objectOf(after: string): string {
  return after.slice(0, objectEnd.exec(after)?.index ?? after.length)
}

/** “Work with professionals” asks nothing; “work with Mum on the rota” is somebody's task. */
function isService(object: string, plan: Plan): boolean {
  if (plan.people.mentionsIn(object).some(({person}) => person.kind !== 'professional')) return false
  return wordsOf(object).some(({text}) => services.has(text)) || /^\s*(?:the\s+)?\p{Lu}[\p{L}'’&-]*(?:\s+\p{Lu}[\p{L}'’&-]*)+|^\s*(?:the\s+)?\p{Lu}{3,}/u.test(object)
}

function withObject(match: Match, block: Block, limit: number): Match {
  if (!(match.entry as Vague).object) return match
  const object = objectOf(block.text.slice(match.end, limit))
  return wordsOf(object).length > 8 ? match : {...match, end: match.end + object.trimEnd().length}
}

/** The same sentence, the next one, the cell or the row says what the wording looks like. */
function isMadeClear({start, end, entry}: Match, text: PlanText, plan: Plan, matches: readonly Match[]): boolean {
  const {subject} = entry as Vague
  const {block} = text.at
  const sentence = sentenceAt(block, start)
  const rest = `${block.text.slice(sentence.start, start)} … ${block.text.slice(end, Math.min(sentence.end, text.at.end))}`
  if (subject === 'monitor') return isMonitoredPlainly(block.text.slice(end, sentence.end), rest, text)
  if (isSpecific(rest, subject) || (subject !== 'home' && subject !== 'emotional' && isMeasured(rest))) return true
  const after = block.text.slice(end, text.at.end)
  const holdsVague = (stretch: string) => {
    const from = end + after.indexOf(stretch)
    return matches.some(match => match.start >= from && match.end <= from + stretch.length)
  }
  if (isExplained(after, subject, holdsVague)) return true
  const following = block.sentences.find(range => range.start >= sentence.end)
  const next = following ? block.text.slice(following.start, following.end) : ''
  if (isSpecific(next, subject) && !isSomebodyElse(next, block.text.slice(sentence.start, sentence.end), plan)) return true
  return rowSpeaksOf(subject) && besides(text).some(line => isSpecific(line, subject))
}

/** A sentence that begins with a person the one before does not name is about that person's task. */
function isSomebodyElse(next: string, sentence: string, plan: Plan): boolean {
  const first = plan.people.mentionsIn(next).find(({start}) => start === 0)
  return first !== undefined && plan.people.mentionsIn(sentence).every(({person}) => person !== first.person)
}

/** Monitoring is plain where it is said both what is looked at and how often. */
function isMonitoredPlainly(after: string, sentence: string, {action}: PlanText): boolean {
  const object = objectOf(after).trim()
  const often = saysHowOften(sentence) || (action?.timescales.some(({kind}) => kind === 'frequency') ?? false)
  return often && wordsOf(object).length > 0 && !/\b(?:progress|situation|plan|concerns|compliance|family|wellbeing)\b/i.test(object)
}

/** Two vague phrases joined in one action are one finding; another doer's task in the same sentence is another action. */
function joined(block: Block, matches: readonly Match[]): Match[] {
  const kept: Match[] = []
  for (const match of matches) {
    const last = kept.at(-1)
    if (!last) kept.push({...match})
    else if (match.start < last.end) last.end = Math.max(last.end, match.end)
    else if (isNewTask(block.text.slice(last.end, match.start))) kept.push({...match})
  }
  return kept
}

function isNewTask(between: string): boolean {
  return /[.;?!]\s/.test(between) || /\b(?:and|,)\s+(?!(?:to|will|must|should)\b)(?:[\p{L}'’]+\s+){1,3}(?:to|will|must|should)\s/u.test(between)
}
