/** What something does, or could do, to a child, as one sentence tells it. */
import {type Match, type PhraseEntry, wordsOf} from '../../text/phrases.ts'
import {quotationsIn} from '../../text/quotations.ts'
import type {Reference} from './references.ts'

interface EffectEntry extends PhraseEntry {
  link: string
}

/** Whether a sentence says what something does, or could do, to a child. `matches` are those of effects.json. */
export function tellsEffect(text: string, matches: readonly Match[], found: readonly Reference[]): boolean {
  return matches.some(match => holdsForChild(text, match, found)) || isLikely(text, found)
}

/** Whether words for an effect are said of the child. */
function holdsForChild(text: string, match: Match, found: readonly Reference[]): boolean {
  const {link} = match.entry as EffectEntry
  const quoted = quotationsIn(text).find(({start, end}) => match.start > start && match.end <= end)
  const before = found.filter(({start}) => start <= match.start && start < (quoted?.start ?? Number.MAX_SAFE_INTEGER))
  if (quoted) return before.some(({who}) => who === 'child')
  if (link === 'any') return !isAdultNext(text, match.start, before) && !isOnlyAdults(found)
  if (link === 'own') return before.filter(({end}) => end <= match.start).at(-1)?.who === 'child'
  if (link === 'near' && isChildNext(text, match.end, found)) return true
  return before.some(({who}) => who === 'child') && !isAdultNext(text, match.start, before)
}

function isOnlyAdults(found: readonly Reference[]): boolean {
  return found.length > 0 && found.every(({who}) => who === 'parent' || who === 'council')
}

/** The nearest person before is an adult, close by, with no “and” that would begin a new clause. */
function isAdultNext(text: string, at: number, before: readonly Reference[]): boolean {
  const nearest = before.filter(({end}) => end <= at).at(-1)
  if (!nearest || nearest.who === 'child' || nearest.who === 'other') return false
  const between = text.slice(nearest.end, at)
  return wordsOf(between).length <= 3 && !/\band\b|[,;]/.test(between)
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
    // `6 May she was hit`: with a capital it is the month.
    if (match[0].startsWith('May') || notHappening.test(match[1] as string)) continue
    const end = match.index + match[0].length
    const subject = found.filter(reference => reference.end <= match.index).at(-1)
    if (subject?.who === 'council') continue
    if (subject?.who === 'child' && wordsOf(text.slice(subject.end, match.index)).length <= 3) return true
    if (found.some(({who, start}) => who === 'child' && start >= end && wordsOf(text.slice(end, start)).length <= 3)) return true
  }
  return false
}
