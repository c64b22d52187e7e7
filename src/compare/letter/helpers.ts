/** Where the workers of a letter and its plan are from: sessions “with Priya” are those of Open Door if she is “Priya Lal from Open Door”. */
import type {Plan} from '../../model/plan.ts'
import {type Stems, stemsOf} from '../words.ts'

/** Stems of the places and services of everybody whom a text names. */
export type Helpers = (text: string) => Stems

const from =
  /(?<given>\p{Lu}\p{Ll}+)(?:\s(?<family>\p{Lu}[\p{L}'’-]+))?(?:\s\([^)]{1,40}\))?,?\s(?:from|of)\s(?:the\s)?(?<place>\p{Lu}\p{L}+(?:\s\p{Lu}\p{L}+)*)/gu
const words = /\p{Lu}\p{Ll}+/gu
/** `In May`, `Come to the meeting on Monday at Tideway`. */
const nobody =
  /^(?:sun|mon|tues|wednes|thurs|fri|satur)day$|^(?:january|february|march|april|may|june|july|august|september|october|november|december)$/i

export function helpersOf(plans: readonly Plan[]): Helpers {
  const places = new Map<string, Set<string>>()
  const family = new Set(
    plans.flatMap(({people}) => [...people.children, ...people.parents].flatMap(({name}) => name.toLowerCase().split(' ')))
  )
  for (const {blocks} of plans) {
    for (const {text} of blocks) {
      for (const {groups} of text.matchAll(from)) {
        const given = groups?.given?.toLowerCase() ?? ''
        if (family.has(given) || nobody.test(given)) continue
        places.set(given, new Set([...(places.get(given) ?? []), ...stemsOf(groups?.place ?? '')]))
      }
    }
  }
  return text => new Set([...text.matchAll(words)].flatMap(([word]) => [...(places.get(word.toLowerCase()) ?? [])]))
}
