/** Words a council has told planlint about: terms it explains to families elsewhere, and names of its own services. */
import type {Span} from '../model/plan.ts'
import {createMatcher, type Matcher, type PhraseEntry, wordsOf} from '../text/phrases.ts'

export interface CouncilWords {
  /** Words the council explains elsewhere, as written or in the plural: a finding about the whole of one is left out. */
  explained?: readonly string[]
  /** Names of local services: findings about words inside such a name are left out. */
  services?: readonly string[]
}

/** Whether a finding is about words the council has vouched for. */
export type IsVouchedFor = (span: Span) => boolean

/** Null when the council has said nothing. */
export function vouchedFor({explained = [], services = []}: CouncilWords): IsVouchedFor | null {
  if (explained.length === 0 && services.length === 0) return null
  const known = createMatcher({explained: explained.flatMap(word => literal(word, '~'))})
  const named = createMatcher({services: services.flatMap(name => literal(name, ''))})
  return ({block, start, end}) => covers(known, block.text.slice(start, end), 0, end - start) || covers(named, block.text, start, end)
}

/** Words meant as they stand: a bracket in the name of a service is no phrase mark. */
function literal(text: string, ending: string): PhraseEntry[] {
  const words = wordsOf(text).map(word => word.text)
  return words.length > 0 ? [{phrase: words.join(' ') + ending}] : []
}

function covers(matcher: Matcher, text: string, start: number, end: number): boolean {
  return matcher.match(text).some(match => match.start <= start && match.end >= end)
}
