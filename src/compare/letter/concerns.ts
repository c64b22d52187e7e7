/** What a letter says it is worried about, one worry at a time, and whether it says what that does to the child. */
import type {People, Span} from '../../model/plan.ts'
import {textOf, trimmed} from '../../model/spans.ts'
import {withoutDates, type Worded} from '../things.ts'
import type {Version} from '../version.ts'
import {wordsOf} from '../../text/phrases.ts'
import {stemsOf} from '../words.ts'
import {EffectReader} from './effects.ts'
import {kindsIn, subjectsIn} from './kinds.ts'
import {type Unit, unitsOf} from './units.ts'

export interface Concern extends Worded {
  /** Ways in which it is grave. */
  kinds: ReadonlySet<string>
  /** Those of its heading, or of the first sentence that has any: what it is about. */
  main: ReadonlySet<string>
  /** Kinds of harm that its heading or label has to do with, whether or not the text tells any. */
  subjects: ReadonlySet<string>
  effect: boolean
}

/** `people` are those of the letter and of the plan. */
export function concernsOf(version: Version, people: People): Concern[] {
  return unitsOf(version.plan).flatMap(unit => {
    const spans = unit.blocks.flatMap(block => block.sentences.map(range => trimmed({block, ...range})))
    return spans.length > 0 ? [concernOf(unit, spans, version, people)] : []
  })
}

/** A line this short over a paragraph says what it is about. */
const shortTitle = 8

function concernOf({title, blocks}: Unit, spans: readonly Span[], {nameIn}: Version, people: People): Concern {
  const texts = spans.map(textOf)
  const label = texts[0] && spans.length > 1 && wordsOf(texts[0]).length <= shortTitle ? texts[0] : ''
  const isTitled = label !== '' && spans[1]?.block !== spans[0]?.block
  const reader = new EffectReader(people)
  reader.note(title)
  // Every sentence is read, for the people it names.
  const effect = spans.map((span, index) => reader.tells(textOf(span), isTitled && index === 0)).includes(true)
  const whole = [title, ...texts].join(' ')
  // Quoted is what stands in the first block, a passage is of one block; or in the second, if the first is but a title of it.
  const [first, last] = [(isTitled ? spans[1] : spans[0]) as Span, spans.at(-1) as Span]
  const end = first.block === last.block ? last.end : (spans.filter(({block}) => block === first.block).at(-1) as Span).end
  const at = {block: first.block, start: first.start, end}
  return {
    text: blocks.length > 1 ? textOf(at) : texts.join(' '),
    at,
    stems: stemsOf(nameIn(withoutDates(whole))),
    kinds: kindsIn(whole),
    main: [title, ...texts].map(kindsIn).find(({size}) => size > 0) ?? new Set(),
    subjects: subjectsIn(title || label),
    effect
  }
}
