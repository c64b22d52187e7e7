/** Could anybody say whether what the plan asks for had happened? */
import phrases from '../rules/vague-wording/phrases.json' with {type: 'json'}
import meta from '../rules/vague-wording/rule.json' with {type: 'json'}
import {defineRule} from '../src/engine/define-rule.ts'
import {isMadeClear} from '../src/model/made-clear.ts'
import {planTextsOf, type PlanText} from '../src/model/plan-text.ts'
import type {Block, Plan} from '../src/model/plan.ts'
import {isQuoted} from '../src/model/spans.ts'
import {objectOf, withoutLooseEnd} from '../src/text/objects.ts'
import {type Match, type PhraseEntry, wordsOf} from '../src/text/phrases.ts'
import {isConditional, sentenceAt} from '../src/text/reported.ts'

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
const goesOn = new Set(phrases.alone)
const capitals = /^\s*(?:the\s+)?(?:\p{Lu}[\p{L}'’&-]*(?:\s+\p{Lu}[\p{L}'’&-]*)+|\p{Lu}{3,})/u

export default defineRule(
  meta,
  (plan, report, context) => {
    for (const text of planTextsOf(plan)) {
      const {block, start, end} = text.at
      const matches = context.matches(block.index, 'phrases').filter(match => match.start >= start && match.end <= end)
      const holdsVague = (from: number, to: number): boolean => matches.some(match => match.start >= from && match.end <= to)
      const vague = matches
        .filter(match => isVague(match, text, plan))
        .map(match => quoted(match, block, end))
        .filter(match => !isMadeClear({block, ...match}, (match.entry as Vague).subject, text, plan, holdsVague))
      for (const match of joined(block, vague)) {
        report({
          at: {block, start: match.start, end: match.end},
          values: {phrase: block.text.slice(match.start, match.end)},
          expected: [(match.entry as Vague).ask]
        })
      }
    }
  },
  {phrases: phrases.entries}
)

/** Whether a match is that wording, in its vague sense, in a place where the plan says what it wants. */
function isVague({start, end, entry}: Match, {kind, at: {block}}: PlanText, plan: Plan): boolean {
  const {worry, worryOnly, service, verb, notNext, notAfter, object, alone} = entry as Vague
  if (kind === 'worry' ? !worry : worryOnly) return false
  if (isQuoted(block, start, end) || (block.kind === 'heading' && !/\b(?:to|is|are|will)\b/.test(block.text))) return false
  const sentence = sentenceAt(block, start)
  const before = block.text.slice(sentence.start, start)
  if (isConditional(before) || isPurpose(before) || blamed.test(before)) return false
  const after = block.text.slice(end, sentence.end)
  const next = wordsOf(after)
    .slice(0, 3)
    .map(({text}) => text)
  if (notNext?.includes(next[0] ?? '') || next.some(word => notAfter?.includes(word)) || (!object && titles.has(next[0] ?? '')))
    return false
  if (verb && !isVerb(before, block.text.slice(start, end))) return false
  const whom = objectOf(after)
  if (alone && goesOn.has(wordsOf(after.slice(whom.length))[0]?.text ?? '')) return false
  return !service || isService(whom, plan)
}

/** `To monitor`, `School monitors`; not `the baby monitor`. */
function isVerb(before: string, phrase: string): boolean {
  if (/(?:^|[:•–-]|\b(?:to|will|can|must|should|would|and|or|then|be|is|are|being|also|by|not|continue))\s*$/i.test(before)) return true
  return /^\S+s\b/.test(phrase) && /\p{L}\s*$/u.test(before)
}

/** `Failed to engage with` is blame, which another rule speaks of. */
const blamed = /\b(?:fail(?:s|ed|ing|ure)?|refus(?:e|es|ed|ing|al)|unwilling|lack of|superficial)\s+(?:to\s+)?$/i

const purpose = new RegExp(`\\b(?:${phrases.titles.join('|')})\\b[\\s,(–-]*(?:which|that|who|to help|helping|called|about)\\b[^;]*$`, 'i')

/** What a service or course is for (`a group that helps parents set clear boundaries`) is not what the plan asks. */
function isPurpose(before: string): boolean {
  return purpose.test(before)
}

/** “Work with professionals” asks nothing; “work with Mum on the rota” is somebody's task. */
function isService(object: string, plan: Plan): boolean {
  if (plan.people.mentionsIn(object).some(({person}) => person.kind !== 'professional')) return false
  return wordsOf(object).some(({text}) => services.has(text)) || capitals.test(object)
}

/** The words to quote: with what the verb takes along, or without the small word it was cut off at. */
function quoted(match: Match, block: Block, limit: number): Match {
  const phrase = block.text.slice(match.start, match.end)
  const object = (match.entry as Vague).object ? objectOf(block.text.slice(match.end, limit)) : ''
  const whole = withoutLooseEnd(wordsOf(object).length > 8 ? phrase : phrase + object)
  return {...match, end: match.start + whole.length}
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

const newDoer = /\b(?:and|,)\s+(?!(?:to|will|must|should)\b)(?:[\p{L}'’]+\s+){1,3}(?:to|will|must|should)\s/u

function isNewTask(between: string): boolean {
  return /[.;?!]\s/.test(between) || newDoer.test(between)
}
