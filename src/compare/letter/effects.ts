/**
 * Whether a sentence of a letter says what a worry does, or could do, to the child. It takes the model's words for effects, and what that
 * reading leaves out; a child who only saw, heard or rang is not told of an effect.
 */
import vocabulary from '../../../rules/compare/letter.json' with {type: 'json'}
import effects from '../../../rules/vocabulary/effects.json' with {type: 'json'}
import {tellsEffect} from '../../model/letter/effects.ts'
import {type Reference, type References, referencesBy, type Who} from '../../model/letter/references.ts'
import type {People} from '../../model/plan.ts'
import {createMatcher, wordsOf} from '../../text/phrases.ts'
import {graveIn, kindsIn} from './kinds.ts'

const matcher = createMatcher({effects: effects.entries, notEffects: vocabulary.notEffects, more: vocabulary.effects})

/** Shorter ones are labels: `Skye's teeth.` */
const fullSentence = 5

/** Reads the sentences of one concern in their order: a pronoun stands for somebody named before. */
export class EffectReader {
  private readonly references: References
  private readonly named: Reference[] = []
  private isStated = false

  constructor(people: People) {
    this.references = referencesBy(people)
  }

  /** A heading names people, and tells nothing. */
  note(text: string): void {
    this.resolved(text)
  }

  /** The title of a worry does not yet state it: what follows does. */
  tells(sentence: string, isTitle = false): boolean {
    const text = writtenOut(sentence)
    // The words that state the worry, a bruise say, do not also tell what comes of it.
    const stated = this.isStated ? [] : graveIn(text)
    if (stated.length > 0 && !isTitle && wordsOf(text).length >= fullSentence) this.isStated = true
    const found = this.resolved(text)
    const matches = matcher.match(text)
    const not = [...stated, ...matches.filter(({list}) => list === 'notEffects')]
    const own = matches.filter(({list, start, end}) => list === 'effects' && !not.some(other => start < other.end && end > other.start))
    const hasChild = found.some(({who}) => who === 'child')
    return (
      tellsEffect(text, own, found) ||
      happensToChildren(text) ||
      (hasChild &&
        (mayHappen(text, found) ||
          matches.some(({list, start, end}) => list === 'more' && !stated.some(other => start < other.end && end > other.start)) ||
          (kindsIn(text).size === 0 && isChanged(text, found))))
    )
  }

  private resolved(text: string): Reference[] {
    const known = this.references(text)
    const strangers = strangersIn(text).filter(({start, end}) => !known.some(other => start < other.end && end > other.start))
    return [...known, ...strangers]
      .sort((a, b) => a.start - b.start)
      .map(reference => {
        if (reference.who === 'pronoun') return {...reference, who: this.antecedentOf(reference)}
        const isName = reference.who === 'other' && /^\p{Lu}/u.test(text.slice(reference.start))
        if (reference.text !== 'you' && (reference.who === 'child' || reference.who === 'parent' || isName)) this.named.push(reference)
        return reference
      })
  }

  /** `He` after an uncle was named is the uncle, not the last child. */
  private antecedentOf({sex}: Reference): Who {
    const ofSex = this.named.findLast(reference => sex === null || reference.sex === null || reference.sex === sex)
    return ofSex?.who ?? 'other'
  }
}

/** Contractions written out. */
function writtenOut(text: string): string {
  return text
    .replace(/\bcan['’]t\b/gi, 'cannot')
    .replace(/\bwon['’]t\b/gi, 'will not')
    .replace(/\b(\p{L}+)n['’]t\b/giu, '$1 not')
}

/** Somebody the letter has not said who they are, at the beginning of a clause: `Barry has been ringing`. */
const stranger =
  /(?<=^|[.;,:]\s|\b(?:and|but|that|when|while|because)\s)(?<name>\p{Lu}\p{Ll}+)(?=\s(?:\p{Lu}\p{Ll}+\s)?(?:has|had|is|was|does|did|will|may|can|could|comes?|came|\p{Ll}+ed|\p{Ll}{2,}s)\b)/gu
const noName =
  /^(?:the|this|that|there|it|he|she|they|we|you|nobody|everybody|somebody|someone|no|when|where|what|who|which|each|both|one|two|three|police|school|nursery|staff|neighbours?|hospital|doctors?|last|next|sometimes|this|his|her|their|your|our|mum|dad|a|an)$/i

function strangersIn(text: string): Reference[] {
  return [...text.matchAll(stranger)].flatMap(({index, groups}) => {
    const name = groups?.name as string
    return noName.test(name) ? [] : [{start: index, end: index + name.length, who: 'other' as const, sex: null, text: name.toLowerCase()}]
  })
}

/** Any child stands for this one: `A baby who is shaken can die`, `Children who see this learn that …`. */
const anyChild =
  /(?:\b(?:a|any|no|every) (?:\S+ ){0,3}?(?:child|baby|boy|girl|toddler|teenager|infant|\S+[ -](?:year|month)[ -]old)|(?<!\b(?:the|your|both|other|her|his|their|these|two|three|four|all|of) )\b(?:children|babies|toddlers|teenagers|young people))\b(?<rest>.*)$/i
const befalls =
  /^\s+(?:drown|die|choke|copy|learn|feel|grow|need to feel|suffer|fall|get|stop|think|believe|blame|remember|often|can|who .*)\b|\b(?:can|cannot|could|may|might|will|becomes?|stops?|(?:do|does) not|gets?|(?:is|are) (?:more |very )?likely|feels?|learns?|grows?)\b/i

function happensToChildren(text: string): boolean {
  const rest = anyChild.exec(text)?.groups?.rest
  return rest !== undefined && befalls.test(rest)
}

const bystander = new Set(vocabulary.bystander)
/** What a child has come to do: `has learnt to check`, `has stopped babbling`, `does not remember`, `acts it out`. */
const habit =
  /^\s+(?:now |also |often |always |still |already )?(?:ha(?:s|ve) (?:now |also )?(?:learnt|learned|stopped|started|begun|become|grown|got used|taken to|given up|come to|developed)\b|do(?:es)? not \p{L}+|(?<verb>\p{L}{2,}s)\b)/iu

/** The child is who does it, again and again. */
function isChanged(text: string, found: readonly Reference[]): boolean {
  return found.some(({who, end}) => {
    if (who !== 'child') return false
    const match = habit.exec(text.slice(end))
    return match !== null && !bystander.has(match.groups?.verb?.toLowerCase() ?? '')
  })
}

/** `Next time it could be her face`; not what a grown-up might do, what a court could decide, or what a child was able to hear. */
const may = /\b(?:could|might|may)\s+(?!not\b|have to\b)(?:\p{L}+ly\s+|also\s+|again\s+|be\s+|have\s+)*(?<verb>\p{L}+)/giu
const nothing =
  /^(?:decide|ask|apply|go|hear|heard|see|seen|smell|tell|told|show|say|come|live|stay|find|found|need|help|helped|make|visit|meet|ring|able)$/i

function mayHappen(text: string, found: readonly Reference[]): boolean {
  return [...text.matchAll(may)].some(({index, groups, 0: words}) => {
    if (words.startsWith('May')) return false
    const subject = found.findLast(({end}) => end <= index)
    const isOthers = subject !== undefined && subject.who !== 'child' && !/[,;]/.test(text.slice(subject.end, index))
    return !isOthers && !nothing.test(groups?.verb ?? '')
  })
}
