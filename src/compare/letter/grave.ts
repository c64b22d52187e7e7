/** Worries grave enough for a court: is each in the letter, and does the letter say what it does to the child? */
import type {Plan} from '../../model/plan.ts'
import {isNegative, speaksOfPast, type Line} from '../news.ts'
import type {Need, Worded} from '../things.ts'
import type {Version} from '../version.ts'
import {coverage, type Stems, type Weigh} from '../words.ts'
import {type Concern, concernsOf} from './concerns.ts'
import {isCalm, kindsIn} from './kinds.ts'

export interface Grave {
  kind: 'grave-worry-missing' | 'grave-worry-without-effect'
  /** The worry of the plan. */
  need: Worded | null
  line: Worded | null
}

/** A worry of the plan: one of its needs, or something grave that it only tells of. */
interface Worry extends Worded {
  kinds: ReadonlySet<string>
  /** Its words and those of what is aimed for. */
  around: Stems
}

/** A concern of the letter that holds this much of a worry speaks of it. */
const spoken = 0.3
/** Worth of a kind of harm that both tell of, done by the same people. */
const sameKind = 0.3

export function graveWorries(letter: Version, plan: Version, names: Stems, weigh: Weigh): Grave[] {
  const concerns = concernsOf(letter, plan.plan.people)
  const needs = plan.needs.filter(({text}) => text.length > 2).map(worryOf)
  const beside = graveNews(plan, needs)
  const worries = [...needs, ...beside]
  const told = toldIn(concerns, worries, {letter: letter.plan, plan: plan.plan, names, weigh})
  const missing = worries
    .filter(worry => worry.kinds.size > 0 && !told.has(worry))
    .map(need => ({kind: 'grave-worry-missing' as const, need, line: null}))
  const graveTold = new Set([...told].filter(([{kinds}]) => kinds.size > 0).flatMap(([, own]) => own))
  const bare = concerns
    .filter(concern => !concern.effect && (concern.kinds.size > 0 || graveTold.has(concern)))
    .map(line => ({kind: 'grave-worry-without-effect' as const, need: [...told].find(([, own]) => own.includes(line))?.[0] ?? null, line}))
  return [...missing, ...bare]
}

function worryOf(need: Need): Worry {
  return {
    text: need.text,
    at: need.at,
    stems: need.stems,
    kinds: kindsIn(need.text),
    around: new Set([...need.stems, ...need.outcomes.flatMap(({stems}) => [...stems])])
  }
}

interface Ground {
  letter: Plan
  plan: Plan
  names: Stems
  weigh: Weigh
}

/** Which concerns speak of which worry: by their words, or as the likeliest of those with the same kind of harm. */
function toldIn(concerns: readonly Concern[], worries: readonly Worry[], ground: Ground): Map<Worry, Concern[]> {
  const told = new Map<Worry, Concern[]>()
  for (const concern of concerns) {
    const scored = worries
      .map(worry => {
        const words = wordsShared(concern, worry, ground)
        const kinds = arePeopleApart(concern, worry, ground) ? [] : [...worry.kinds].filter(kind => concern.kinds.has(kind))
        return {worry, words, kinds, score: words + (kinds.length > 0 ? sameKind : 0)}
      })
      .sort((a, b) => b.score - a.score)
    const spokenOf = new Set<string>()
    for (const {worry, words, kinds, score} of scored) {
      const isFirst = score >= spoken && worry === scored[0]?.worry
      // One concern may tell of drink and of blows; of two worries about blows it tells of the likelier.
      const isFirstOfKind = kinds.some(kind => !spokenOf.has(kind))
      if (!isFirst && !(isFirstOfKind && score >= spoken) && words < 0.45) continue
      for (const kind of kinds) spokenOf.add(kind)
      told.set(worry, [...(told.get(worry) ?? []), concern])
    }
  }
  return told
}

function wordsShared(concern: Concern, {stems, around}: Worry, {names, weigh}: Ground): number {
  const without = (all: Stems): Stems => new Set([...all].filter(stem => !names.has(stem)))
  const [telling, core] = [without(concern.stems), without(stems)]
  return Math.max(coverage(core, telling, weigh), coverage(telling, without(around), weigh) * 0.9)
}

/** Both name grown-ups of the family, and none of them is the same: `you` may be either parent. */
function arePeopleApart(concern: Concern, worry: Worry, {letter, plan}: Ground): boolean {
  if (/\b(?:you|your)\b/i.test(concern.text) && letter.people.parents.length !== 1 && !adultsIn(concern.text, letter).length) return false
  const [a, b] = [adultsIn(concern.text, letter), adultsIn(worry.text, plan)]
  return a.length > 0 && b.length > 0 && !a.some(name => b.includes(name))
}

function adultsIn(text: string, {people}: Plan): string[] {
  return people
    .mentionsIn(text)
    .filter(({person}) => person.kind === 'parent' || (person.kind === 'relative' && /^\p{Lu}/u.test(person.name)))
    .map(({person}) => person.name.split(' ')[0]?.toLowerCase() ?? '')
}

/** Grave things that happened, which the plan tells beside its needs and none of its needs speaks of. */
function graveNews(version: Version, needs: readonly Worry[]): Worry[] {
  const known = (line: Line, kinds: ReadonlySet<string>): boolean =>
    needs.some(need => {
      const [a, b] = [adultsIn(line.text, version.plan), adultsIn(need.text, version.plan)]
      const isOthers = a.length > 0 && b.length > 0 && !a.some(name => b.includes(name))
      return !isOthers && [...kinds].some(kind => need.kinds.has(kind))
    })
  return version.news.flatMap(line => {
    const kinds = kindsIn(line.text)
    const {children} = version.plan
    const hasChild = version.plan.people.mentionsIn(line.text).some(({person}) => children.some(child => child.name === person.name))
    if (kinds.size === 0 || line.topic || !hasChild || isCalm(line.text) || isNegative(line.text) || !speaksOfPast(line.text)) return []
    return known(line, kinds) ? [] : [{text: line.text, at: line.at, stems: line.stems, kinds, around: line.stems}]
  })
}
