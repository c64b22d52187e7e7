/** What a parent does or leaves undone, as one sentence tells it. */
import acts from '../../../rules/vocabulary/parent-acts.json' with {type: 'json'}
import {type Match, type PhraseEntry, wordsOf} from '../../text/phrases.ts'
import {quotationsIn} from '../../text/quotations.ts'
import type {Reference, Who} from './references.ts'

interface ActEntry extends PhraseEntry {
  topic: string
  subject: string
}

/** How sure it is that a sentence is about a concern: one of a list of concerns, running text under their heading, or text of no known part. */
export type Setting = 'listed' | 'running' | 'open'

/**
 * The topic of what a parent does or leaves undone in a sentence; null if nothing of the kind is told. `acts` are matches of
 * parent-acts.json. Outside the concerns only words of that list count.
 */
export function topicOf(text: string, matches: readonly Match[], found: readonly Reference[], setting: Setting): string | null {
  const quotations = quotationsIn(text)
  for (const match of matches) {
    if (quotations.some(({start, end}) => match.start > start && match.end < end)) continue
    const {subject, topic} = match.entry as ActEntry
    if (isGood(text, match) || isSuffered(text, match) || isAsked(text, match, found) || isAttitude(text, match, found)) continue
    if (subject === 'any' && setting !== 'listed' && summary.test(text)) continue
    if (subject === 'any' || doerBefore(text, match.start, found) === 'parent') return topic
  }
  return omission(text, found) ?? (setting === 'open' ? null : deed(text, found))
}

const praise =
  /\b(?:stop|stopped|give up|given up|gave up|cut down|reduce|reduced|no longer|not (?:been )?(?:drinking|using)|agreed to|willing to|(?:worked|tried|trying) (?:very )?hard|want to|clean|tidy|improved|better)\s*$/i

function isGood(text: string, {start}: Match): boolean {
  return praise.test(text.slice(Math.max(0, start - 30), start))
}

/** `You were hit`: done to the parent, not by them. */
function isSuffered(text: string, {entry, start, end}: Match): boolean {
  return (
    !/ing$/i.test(text.slice(start, end)) &&
    (entry as ActEntry).topic === 'violence' &&
    (entry as ActEntry).subject === 'parent' &&
    /\b(?:was|were|been|being|got)\s+$/i.test(text.slice(0, start))
  )
}

const asked = /\b(?:must|should|needs? to|ha(?:s|ve) to|will have to|asked? you to|expect(?:s|ed)?|please|going to)\b[^.;]{0,60}$/i

/** What the letter asks for is not what somebody did: `you must`, `Kelly to`. */
function isAsked(text: string, {start}: Match, found: readonly Reference[]): boolean {
  const before = text.slice(0, start)
  return asked.test(before) || found.some(({who, end}) => who === 'parent' && end <= start && /^\s+(?:not\s+)?to\b/i.test(text.slice(end)))
}

const viewOf =
  /\b(?:minimi[sz]\w*|den(?:y|ies|ied|ying)|insight|in denial|(?:not|never) (?:\w+ )?(?:accept|accepted|acknowledge|acknowledged|recogni[sz]e|recogni[sz]ed|understand|understood|see|agree)|understanding of|downplay\w*|justif\w+|blam\w+|impact of)\b/i

/** What a parent thinks of what they did: words after `deny`, `lack insight into`. */
function isAttitude(text: string, {start}: Match, found: readonly Reference[]): boolean {
  const view = viewOf.exec(text)
  return view !== null && view.index < start && found.some(({who, end}) => who === 'parent' && end <= view.index)
}

/** An opening line that only names the worries to come. */
const summary = /\b(?:worried|concerned|worr(?:y|ies)|concerns?) (?:about|for|is|are|include|regarding)\b/i

/** Who does it: the nearest person before, save somebody a parent does it to or with. */
function doerBefore(text: string, at: number, found: readonly Reference[]): Who | null {
  for (const {start, end, who} of [...found].reverse().filter(({end}) => end <= at)) {
    const between = text.slice(end, at)
    if (wordsOf(between).length > 9) return null
    if (who === 'parent') return 'parent'
    if (who === 'child' && found.some(other => other.who === 'parent' && isSameClause(text.slice(other.end, start)))) return 'parent'
    // “the police because you …” looks further; “Ben hit” does not.
    if (wordsOf(between).length <= 3 && who !== 'council' && !/[,;]/.test(between)) return who
  }
  return null
}

/** `You left Ben strapped in`: what stands between the two is a verb, not the end of a clause. */
function isSameClause(between: string): boolean {
  return (
    /^\s+\p{L}/u.test(between) &&
    wordsOf(between).length <= 3 &&
    !/[,;]|\b(?:and|but|when|while|because|that|saw|seen|said|says|told)\b/i.test(between)
  )
}

const negation =
  /^(?:\s+(?:and\s+(?:\p{Lu}[\p{L}]+|you))?\s*(?:have|has|had|did|do|does|could|would|were|was|are|is|still|also|both|often|then|just)){0,4}\s*(?:not|never|cannot|rarely|seldom|hardly|stopped|unable)\s+(?:been\s+|be\s+|always\s+|yet\s+|able\s+to\s+|ever\s+)*(\p{L}+)/iu
const attitude =
  /^(?:agree|accept|think|believe|understand|see|want|cause|caused|know|mean|feel|like|recogni[sz]e\w*|acknowledg\w*|agreed|accepted|understood|share|shared|at|to|a|an|the|sure|alone|guilty|have|need|happy|well|safe|easy|responsible|seem\w*|appear\w*|show\w*|demonstrat\w*|priorit\w*|trust\w*|open|honest)$/i

/** A parent who has not, did not, cannot; an attitude is not an act. */
function omission(text: string, found: readonly Reference[]): string | null {
  for (const {who, end, start} of found) {
    if (who !== 'parent' || /\b(?:if|unless|when|should)\s+$/i.test(text.slice(0, start))) continue
    const verb = negation.exec(text.slice(end))?.[1]
    if (verb && !attitude.test(verb)) return 'other'
  }
  return null
}

const clauseBefore =
  /(?:^|[,;:–—]|\b(?:and|but|that|when|while|because|as|after|which|where|who|whom|times|occasions|then|so|said|us|before|since))\s*(?:(?:both|neither|either|each)\s+)?$/i
const aside =
  /^(?:\s*,|\s+(?:and\s+\p{Lu}[\p{L}’']+(?:\s+\p{Lu}[\p{L}’']+)?|have|has|had|also|both|often|then|been|regularly|still|sometimes|always|again|repeatedly|continue(?:s|d)?\s+to|just|then|did|do|does)\b)*\s+(\p{L}+)/u
const participle = /(?:ed|en|own|ung|unk|ought|aught|one|ut|it|ept|eft|ost|ade|old|ent|un|ome|ead|id|ot)$/
const benign = new Set(acts.benign)

/** Anything else a parent is said to do; where a letter lists its concerns, that is why it is there. */
function deed(text: string, found: readonly Reference[]): string | null {
  for (const {who, start, end} of found) {
    if (who !== 'parent' || !clauseBefore.test(text.slice(0, start))) continue
    const match = aside.exec(text.slice(end))
    const verb = match?.[1]
    if (!match || !verb || verb !== verb.toLowerCase() || benign.has(verb)) continue
    // “You have depression” tells of no deed; “you have left Ava” does.
    if (!/\bha(?:ve|s|d)\b/.test(match[0]) || participle.test(verb)) return 'other'
  }
  return null
}
