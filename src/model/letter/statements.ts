/** What one sentence of a concern says: what a parent does or leaves undone, and what that does to the child. */
import acts from '../../../rules/vocabulary/parent-acts.json' with {type: 'json'}
import effects from '../../../rules/vocabulary/effects.json' with {type: 'json'}
import {createMatcher, type Match, type PhraseEntry, wordsOf} from '../../text/phrases.ts'
import {quotationsIn} from '../../text/quotations.ts'
import type {Span} from '../plan.ts'
import {textOf} from '../spans.ts'
import type {Antecedents, Reference, References, Who} from './references.ts'

interface ActEntry extends PhraseEntry {
  topic: string
  subject: string
}

interface EffectEntry extends PhraseEntry {
  family: string
  link: string
}

const matcher = createMatcher({acts: acts.entries as ActEntry[], effects: effects.entries as EffectEntry[]})

export interface Statement {
  at: Span
  /** Kind of act; null where a parent does nothing in this sentence. */
  topic: string | null
  /** The parents named in it. */
  parents: string[]
  /** It goes on from the sentence before: `When you do this …`, `She …`. */
  continues: boolean
  effect: boolean
}

const goesOn =
  /^\s*(?:this|that|these|those|it|because|as a result|so|when(?:ever)?|on (?:those|these|that|both|one)|at (?:those|these|such) times|if this|after(?:wards)?|since then|without|he|she|they|his|her|their|which|by then)\b/i

/** Contractions written out, so that word lists need one form: `didn't` is `did not`. */
function writtenOut(text: string): string {
  return text
    .replace(/\bcan['’]t\b/gi, 'cannot')
    .replace(/\bwon['’]t\b/gi, 'will not')
    .replace(/\b(\p{L}+)n['’]t\b/giu, '$1 not')
}

/** Reads a sentence. `loosely`: any deed of a parent counts, as in a list of concerns; else only one the word lists know. */
export function statementOf(at: Span, references: References, antecedents: Antecedents, loosely: boolean): Statement {
  const text = writtenOut(textOf(at))
  const found = references(text).map(reference => {
    antecedents.note(reference)
    return reference.who === 'pronoun' ? {...reference, who: antecedents.of(reference)} : reference
  })
  const matches = matcher.match(text)
  return {
    at,
    topic: topicOf(text, matches, found, loosely),
    parents: found.filter(({who}) => who === 'parent').map(reference => reference.text),
    continues: goesOn.test(text),
    effect: matches.some(match => match.list === 'effects' && holdsForChild(text, match, found)) || isLikely(text, found)
  }
}

function topicOf(text: string, matches: readonly Match[], found: readonly Reference[], loosely: boolean): string | null {
  const quotations = quotationsIn(text)
  for (const match of matches) {
    if (match.list !== 'acts' || quotations.some(({start, end}) => match.start > start && match.end < end)) continue
    const {subject, topic} = match.entry as ActEntry
    if (isGood(text, match) || isAsked(text, match) || isAttitude(text, match, found)) continue
    if (subject === 'any' && !loosely && summary.test(text)) continue
    if (subject === 'any' || doerBefore(text, match.start, found) === 'parent') return topic
  }
  return omission(text, found) ?? (loosely ? deed(text, found) : null)
}

const praise =
  /\b(?:stopped|reduced|no longer|not (?:been )?(?:drinking|using)|agreed to|willing to|(?:worked|tried|trying) (?:very )?hard|want to|clean|tidy|improved|better)\s*$/i

function isGood(text: string, {start}: Match): boolean {
  return praise.test(text.slice(Math.max(0, start - 30), start))
}

const asked = /\b(?:must|should|needs? to|ha(?:s|ve) to|will have to|asked? you to|expect(?:s|ed)?|please|going to)\b[^.;]{0,60}$/i

/** What the letter asks for is not what somebody did. */
function isAsked(text: string, {start}: Match): boolean {
  return asked.test(text.slice(0, start))
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
  for (const {end, who} of [...found].reverse().filter(({end}) => end <= at)) {
    const between = text.slice(end, at)
    if (wordsOf(between).length > 9) return null
    if (who === 'parent') return 'parent'
    // “the police because you …” looks further; “Ben hit” does not.
    if (wordsOf(between).length <= 3 && who !== 'council' && !/[,;]/.test(between)) return who
  }
  return null
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

const deedAfter =
  /^\s+(?:(?:and|have|has|had|also|both|often|then|both|been|regularly|still|continue to|continues to|were|was)\s+){0,3}(\p{L}+ed|went|took|left|put|kept|gave|got|let|sent|made|told|asked|brought|bought|sold|drove|cut|shut|stood|sat|slept|ran|hid|held|lost|broke|had|continue|continues|keep|keeps|leave|leaves|lock|locks|make|makes|give|gives|use|uses|take|takes|put|puts|sleep|sleeps|stay|stays|shout|shouts)\b/iu
const noDeed =
  /^(?:loved|loves|worked|attended|agreed|accepted|wanted|tried|needed|helped|improved|managed|engaged|diagnosed|suffered|experienced|completed|started|received|lived|concerned|worried|denied|minimi[sz]ed|blamed|believed|recogni[sz]ed|acknowledged|identified|assessed|supported|offered|advised|reported|stated|explained|told|raised|abused|born|bereaved|asked|listed|described|had|made|gave|got|took|keep)$/i

/** Anything else a parent is said to have done; where a letter lists its concerns, that is why it is there. */
function deed(text: string, found: readonly Reference[]): string | null {
  for (const {who, end, start} of found) {
    if (who !== 'parent' || /\b(?:if|unless|about|that|to|with|by|of|for|from|asked|told|offered)\s+$/i.test(text.slice(0, start))) continue
    const verb = deedAfter.exec(text.slice(end))?.[1]
    if (verb && !noDeed.test(verb)) return 'other'
  }
  return null
}

/** Whether words for an effect are said of the child. */
function holdsForChild(text: string, match: Match, found: readonly Reference[]): boolean {
  const {link} = match.entry as EffectEntry
  const quoted = quotationsIn(text).find(({start, end}) => match.start > start && match.end <= end)
  const before = found.filter(({start}) => start <= match.start && start < (quoted?.start ?? Number.MAX_SAFE_INTEGER))
  if (quoted) return before.some(({who}) => who === 'child')
  if (link === 'any') return !isAdultNext(text, match.start, before) && !isOnlyAdults(found)
  if (link === 'near' && isChildNext(text, match.end, found)) return true
  return before.some(({who}) => who === 'child') && !isAdultNext(text, match.start, before)
}

function isOnlyAdults(found: readonly Reference[]): boolean {
  return found.length > 0 && found.every(({who}) => who === 'parent' || who === 'council')
}

/** The nearest person before is an adult, close by, with no “and” that would begin a new clause. */
function isAdultNext(text: string, at: number, before: readonly Reference[]): boolean {
  const nearest = before.filter(({end}) => end <= at).at(-1)
  if (!nearest || nearest.who === 'child') return false
  const between = text.slice(nearest.end, at)
  return wordsOf(between).length <= (nearest.who === 'other' ? 0 : 3) && !/\band\b|[,;]/.test(between)
}

function isChildNext(text: string, at: number, found: readonly Reference[]): boolean {
  return found.some(({who, start}) => who === 'child' && start >= at && wordsOf(text.slice(at, start)).length <= 2)
}

const modal = /\b(?:could|might|may)\s+(?!not\b|also be\b|be at\b)(?:be\s+|have\s+|get\s+|easily\s+|also\s+|still\s+)*(\p{L}+)/giu
/** Labels of harm, and what is said of plans, places and permission: not something that happens to the child. */
const notHappening =
  /^(?:harm\w*|risk\w*|impact\w*|affect\w*|expos\w+|witness\w*|suffer\w*|experienc\w+|detriment\w*|neglect\w*|attend\w*|plac\w+|remov\w+|liv\w+|stay\w*|car\w+|tak\w+|benefit\w*|tell|contact\w*|see|seen|visit\w*|return\w*|need\w*|requir\w+|help\w*|support\w*|engag\w*|come|meet|cause\w*|lead|result\w*|put|able|safe|safer|better|a|the|an|in|used|able|known|considered|subject|identified|present\w*|seem\w*|appear\w*)$/i

/** `He could fall`, `somebody could drop the baby`: something that might happen to the child, other than a label of harm. */
function isLikely(text: string, found: readonly Reference[]): boolean {
  for (const match of text.matchAll(modal)) {
    if (notHappening.test(match[1] as string)) continue
    const end = match.index + match[0].length
    const subject = found.filter(reference => reference.end <= match.index).at(-1)
    if (subject?.who === 'council') continue
    if (subject?.who === 'child' && wordsOf(text.slice(subject.end, match.index)).length <= 3) return true
    if (found.some(({who, start}) => who === 'child' && start >= end && wordsOf(text.slice(end, start)).length <= 3)) return true
  }
  return false
}
