/** Who a sentence speaks of: the children, the parents, or somebody else. */
import type {People, Person} from '../plan.ts'

export type Who = 'child' | 'parent' | 'council' | 'other' | 'pronoun'

export interface Reference {
  start: number
  end: number
  who: Who
  sex: Person['sex']
  /** Lower-case words, to tell one parent from another. */
  text: string
}

/** Finds references, in order of place. */
export type References = (text: string) => Reference[]

const kinds: Readonly<Record<Person['kind'], Who>> = {
  child: 'child',
  parent: 'parent',
  relative: 'other',
  professional: 'other',
  other: 'other'
}
const words: readonly [Who, Person['sex'], RegExp][] = [
  [
    'child',
    null,
    /\b(?:child(?:ren)?|bab(?:y|ies)|siblings?|kids|twins|(?:your|his|her|their) (?:little |older |younger )?(?:brother|sister)s?|unborn|toddler|young people|young person)\b/gi
  ],
  ['child', 'male', /\b(?:sons?|boys?)\b/gi],
  ['child', 'female', /\b(?:daughters?|girls?)\b/gi],
  ['parent', null, /\b(?:you|yourself|yourselves|parents?|(?:your|her|his|their|mum's) (?:partner|boyfriend|girlfriend|ex))\b/gi],
  ['parent', 'female', /\b(?:mum|mummy|mother|mam|stepmum|stepmother)\b/gi],
  ['parent', 'male', /\b(?:dad|daddy|father|stepdad|stepfather)\b/gi],
  ['council', null, /\b(?:we|us|i|me|the council|social workers?|the local authority)\b/gi],
  [
    'other',
    null,
    /\b(?:police(?: officers?)?|neighbours?|teachers?|school|nursery|health visitor|nurse|doctor|midwife|family support worker|staff|worker)\b/gi
  ],
  ['parent', 'male', /\bMr\.?\s+(?:\p{Lu}[\p{L}’'-]+\s?){1,2}/gu],
  ['parent', 'female', /\b(?:Mrs|Ms|Miss)\.?\s+(?:\p{Lu}[\p{L}’'-]+\s?){1,2}/gu],
  ['pronoun', 'male', /\b(?:he|him|his|himself)\b/gi],
  ['pronoun', 'female', /\b(?:she|her|hers|herself)\b/gi],
  ['pronoun', null, /\b(?:they|them|their|themselves)\b/gi]
]

/** Names first, then the words that stand for people; a name the document gives to somebody wins over a word. */
export function referencesBy(people: People): References {
  return text => {
    const found: Reference[] = []
    const add = (reference: Reference): void => {
      if (!found.some(other => reference.start < other.end && reference.end > other.start)) found.push(reference)
    }
    for (const {person, start, end} of people.mentionsIn(text)) {
      const who =
        person.kind === 'other' && !person.post && /^(?:Mr|Mrs|Ms|Miss)\b/.test(text.slice(start, end)) ? 'parent' : kinds[person.kind]
      add({start, end, who, sex: person.sex, text: person.name.toLowerCase()})
    }
    for (const [who, sex, pattern] of words) {
      for (const match of text.matchAll(pattern)) {
        add({start: match.index, end: match.index + match[0].trimEnd().length, who, sex, text: match[0].trim().toLowerCase()})
      }
    }
    return found.sort((a, b) => a.start - b.start)
  }
}

/** Whom a pronoun means: the last child or parent named, whom its sex fits; the parent addressed is `you`, never `she`. */
export class Antecedents {
  private readonly named: Reference[] = []

  note({who, ...rest}: Reference): void {
    if ((who === 'child' || who === 'parent') && rest.text !== 'you') this.named.push({who, ...rest})
  }

  of({sex}: Reference): Who {
    for (let index = this.named.length - 1; index >= 0; index--) {
      const reference = this.named[index] as Reference
      if (sex === null || reference.sex === null || reference.sex === sex) return reference.who
    }
    return 'other'
  }
}
