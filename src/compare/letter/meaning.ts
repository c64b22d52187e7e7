/** What an ask or an action is about: its words, the fields of life they belong to, whole phrases that stand for an idea, and when. */
import vocabulary from '../../../rules/compare/letter.json' with {type: 'json'}
import type {People, PersonKind} from '../../model/plan.ts'
import {createMatcher} from '../../text/phrases.ts'
import {withoutDates} from '../things.ts'
import {type Stems, stemsOf} from '../words.ts'
import {askIn} from './against.ts'
import {title} from './alike.ts'
import type {Told} from './arrangements.ts'
import {type Slot, slotOf, withoutHours} from './slots.ts'

export interface Meaning {
  /** What is to be done, without names of the family; ideas begin with `#`. */
  core: Stems
  /** With who does it and when. */
  all: Stems
  fields: ReadonlySet<number>
  /** Places, services and workers. */
  names: Stems
  /** All words with a capital, the first one too. */
  capitals: Stems
  /** Which grown-ups of the family, and whether the social worker, have to do with it. */
  adults: Stems
  children: Stems
  ideas: Stems
  /** Somebody outside the family is asked. */
  isWorkers: boolean
  slot: Slot
}

// A list for each idea: of one list only the longest match at a place is kept.
const ideas = [...new Set(vocabulary.ideas.map(({idea}) => idea))]
const matcher = createMatcher({
  ...Object.fromEntries(ideas.map(idea => [idea, vocabulary.ideas.filter(entry => entry.idea === idea)])),
  // To keep away from a house is less.
  'no contact': vocabulary.forbid.filter(entry => !('place' in entry))
})
/** Somebody is not to be seen, rung or written to. */
export const noContact = '#no contact'

/** Words of one field of life, each field by its place in the list; a word can belong to several. */
const fields = new Map<string, Set<number>>()
for (const [field, line] of vocabulary.fields.entries())
  for (const stem of stemsOf(line)) fields.set(stem, (fields.get(stem) ?? new Set()).add(field))

export function fieldsOf(stem: string): ReadonlySet<number> {
  return fields.get(stem) ?? none
}

const none: ReadonlySet<number> = new Set()
const family: ReadonlySet<PersonKind> = new Set(['child', 'parent', 'relative'])
const capital = /\b\p{Lu}\p{L}{2,}/gu
/** `Make sure that` tells nothing, nor does `Mr`. */
const leads = /\b(?:make|makes|making|be) (?:sure|certain)\b|\b(?:Mr|Mrs|Ms|Miss)\b/g

/** `names` are those of the family, `people` the ones of the plan. */
export function meaningsBy(names: Stems, people: People, nameIn: (text: string) => string): (told: Told) => Meaning {
  const stems = (text: string): string[] => [...stemsOf(nameIn(withoutDates(withoutHours(text)).replace(leads, ' ')))]
  const telling = (text: string): string[] => stems(text).filter(stem => !names.has(stem))
  const children = new Set(people.children.flatMap(({name, aliases}) => [name, ...aliases].flatMap(stems)))
  const known = new Map<Told, Meaning>()
  return told => {
    const found = known.get(told)
    if (found) return found
    const text = askIn(told.text)
    const meant = new Set(matcher.match(text).map(({list}) => `#${list}`))
    const core = new Set([...telling(text), ...meant])
    const all = new Set([...core, ...telling([told.text, told.owner, told.time.text].join(' '))])
    const meaning = {
      core,
      all,
      fields: new Set([...all].flatMap(stem => [...fieldsOf(stem)])),
      names: new Set([...text.matchAll(title)].flatMap(([word]) => telling(word))),
      capitals: new Set([...`${told.text} ${told.owner}`.matchAll(capital)].flatMap(([word]) => telling(word))),
      adults: new Set(stems(`${told.text} ${told.owner}`).filter(stem => names.has(stem) && !children.has(stem))),
      children: new Set(stems(told.text).filter(stem => children.has(stem))),
      ideas: meant,
      isWorkers: isWorkers(told, people),
      slot: slotOf(told)
    }
    known.set(told, meaning)
    return meaning
  }
}

/** A post, an agency or a known worker, or else whom the words name first; a name alone may be somebody of the family. */
function isWorkers({owner, text}: Told, people: People): boolean {
  if (owner === '') return people.mentionsIn(text).find(({person: {kind}}) => kind !== 'child')?.person.kind === 'professional'
  const kinds = people.mentionsIn(owner).map(({person: {kind}}) => kind)
  return !kinds.some(kind => family.has(kind)) && (kinds.includes('professional') || !nameAlone.test(owner))
}

const nameAlone = /^\p{Lu}\p{Ll}+(?:\s\p{Lu}\p{Ll}+)?$/u
