/** What one sentence of a concern says: what a parent does or leaves undone, and what that does to the child. */
import effects from '../../../rules/vocabulary/effects.json' with {type: 'json'}
import acts from '../../../rules/vocabulary/parent-acts.json' with {type: 'json'}
import {createMatcher} from '../../text/phrases.ts'
import type {Span} from '../plan.ts'
import {textOf} from '../spans.ts'
import {type Setting, topicOf} from './acts.ts'
import {tellsEffect} from './effects.ts'
import type {Antecedents, References} from './references.ts'

// Two lists of acts: at one place the longest match of a list is kept, and one kind must not hide the other.
const matcher = createMatcher({
  acts: acts.entries.filter(({subject}) => subject === 'any'),
  parentActs: acts.entries.filter(({subject}) => subject === 'parent'),
  effects: effects.entries
})

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

/** Reads a sentence; `antecedents` are those of the sentences before it, and take up the people it names. */
export function statementOf(at: Span, references: References, antecedents: Antecedents, setting: Setting): Statement {
  const text = writtenOut(textOf(at))
  const found = references(text).map(reference => {
    antecedents.note(reference)
    return reference.who === 'pronoun' ? {...reference, who: antecedents.of(reference)} : reference
  })
  const matches = matcher.match(text)
  return {
    at,
    topic: topicOf(
      text,
      matches.filter(({list}) => list !== 'effects'),
      found,
      setting
    ),
    parents: found.filter(({who}) => who === 'parent').map(reference => reference.text),
    continues: goesOn.test(text),
    effect: tellsEffect(
      text,
      matches.filter(({list}) => list === 'effects'),
      found
    )
  }
}
