/** Worries grave enough for a court: is each in the letter, and does the letter say what it does to the child? */
import type {People} from '../../model/plan.ts'
import {wholeBlock} from '../../model/spans.ts'
import {isNegative, speaksOfPast, type Line} from '../news.ts'
import {type Need, worded, type Worded} from '../things.ts'
import type {Version} from '../version.ts'
import {coverage, type Stems, type Weigh} from '../words.ts'
import {type Concern, concernsOf} from './concerns.ts'
import {isCalm, kindsIn} from './kinds.ts'
import {peopleOfBoth} from './people.ts'
import {tellingBlocks} from './units.ts'

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
  /** No need of the plan: a mention is all that a letter can be asked for. */
  isBeside: boolean
}

/** A concern of the letter that holds this much of a worry speaks of it; one that tells of another kind of harm must hold more. */
const spoken = 0.3
const spokenThough = 0.5
/** Worth of a kind of harm that both tell of: what the concern is about, or what it only mentions. */
const sameKind = 0.3
const kindInPassing = 0.15
/** Of a second worry of the kind that the concern is about. */
const alsoMain = 0.12
/** What a letter tells outside its worries must share this much. */
const toldBeside = 0.25

export function graveWorries(letter: Version, plan: Version, names: Stems, weigh: Weigh): Grave[] {
  const people = peopleOfBoth(letter.plan.people, plan.plan.people)
  const concerns = concernsOf(letter, people)
  const needs = plan.needs.filter(need => need.text.length > 2 && !isAimed(need)).map(worryOf)
  const ground = {letter: people, plan: plan.plan.people, names, weigh}
  const lines = tellingBlocks(letter.plan)
    .map(block => worded(wholeBlock(block), letter.nameIn))
    .flatMap(line => (kindsIn(line.text).size > 0 ? [{...line, kinds: kindsIn(line.text)}] : []))
  const heard = new Set([...concerns, ...lines].flatMap(({kinds}) => [...kinds]))
  const worries = [...needs, ...graveNews(plan, needs), ...unheardOf(plan, heard)]
  const told = toldIn(concerns, worries, ground)
  const missing = worries
    .filter(worry => worry.kinds.size > 0 && !told.has(worry) && !isToldBeside(worry, lines, ground))
    .map(need => ({kind: 'grave-worry-missing' as const, need, line: null}))
  const graveTold = new Set([...told].filter(([{kinds}]) => kinds.size > 0).flatMap(([, own]) => own))
  const bare = concerns
    .filter(concern => !concern.effect && (concern.kinds.size > 0 || graveTold.has(concern)))
    .map(line => ({kind: 'grave-worry-without-effect' as const, need: [...told].find(([, own]) => own.includes(line))?.[0] ?? null, line}))
  return [...missing, ...bare]
}

/** `Goal: …` heads what is to be done; what stands under it is no worry unless it is called one. */
function isAimed({text, at: {block}}: Need): boolean {
  return block.section.role === 'outcomes' && block.role !== 'worry' && !speaksOfPast(text)
}

/** What the plan calls new, of which the letter tells nothing of the kind. */
function unheardOf(version: Version, heard: ReadonlySet<string>): Worry[] {
  const isNew = version.news.filter(({topic, at: {block}}) => topic !== null && newLabel.test(block.text))
  const found: Worry[] = []
  for (const {text, at, stems} of isNew) {
    const kinds = kindsIn(text)
    const isTold = kinds.size === 0 || [...kinds].some(kind => heard.has(kind)) || isCalm(text) || isNegative(text)
    const hasChild = allChildren.test(text) || childrenIn(text, version.plan.people).length > 0
    if (!isTold && hasChild && speaksOfPast(text)) found.push({text, at, stems, kinds, around: stems, isBeside: true})
  }
  return found
}

const newLabel = /^\W*new\b/i

function worryOf(need: Need): Worry {
  return {
    text: need.text,
    at: need.at,
    stems: need.stems,
    kinds: kindsIn(need.text),
    isBeside: false,
    around: new Set([...need.stems, ...need.outcomes.flatMap(({stems}) => [...stems])])
  }
}

interface Ground {
  /** Of both documents. */
  letter: People
  plan: People
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
        // `Idris’s weight` is the heading for what the plan tells of Idris and food.
        const isTitled = concern.kinds.size === 0 && isOneChild(concern, worry, ground)
        const kinds = arePeopleApart(concern, worry, ground)
          ? []
          : [...worry.kinds].filter(kind => concern.kinds.has(kind) || concern.subjects.has(kind))
        const isMain = (kind: string): boolean => worry.isBeside || concern.main.has(kind) || (isTitled && concern.subjects.has(kind))
        const worth = kinds.some(isMain) ? sameKind : kinds.length > 0 ? kindInPassing : 0
        const least = kinds.length === 0 && worry.kinds.size > 0 && concern.kinds.size > 0 ? spokenThough : spoken
        return {
          worry,
          kinds,
          score: words + worth,
          isEnough: words + worth >= least && (!worry.isBeside || words >= 0.1),
          isSure: words >= 0.45 && words >= least,
          isMain: worth === sameKind && words >= alsoMain
        }
      })
      .sort((a, b) => b.score - a.score)
    // What the plan only tells of beside its needs takes nothing from them.
    const spokenOf = {needs: new Set<string>(), beside: new Set<string>()}
    const best = scored.find(({isEnough}) => isEnough)
    for (const {worry, kinds, isEnough, isSure, isMain} of scored) {
      const spokenOfKind = worry.isBeside ? spokenOf.beside : spokenOf.needs
      // One concern may tell of drink and of blows; of two worries about blows it tells of the likelier, or of both in few words.
      const isFirstOfKind = kinds.some(kind => !spokenOfKind.has(kind))
      if (!isEnough || (worry !== best?.worry && !isFirstOfKind && !isSure && !isMain)) continue
      for (const kind of kinds) spokenOfKind.add(kind)
      told.set(worry, [...(told.get(worry) ?? []), concern])
    }
  }
  return told
}

function isToldBeside(worry: Worry, beside: readonly (Worded & {kinds: ReadonlySet<string>})[], ground: Ground): boolean {
  return beside.some(line => [...line.kinds].some(kind => worry.kinds.has(kind)) && wordsShared(line, worry, ground) >= toldBeside)
}

function wordsShared(concern: Worded, {stems, around}: Worry, {names, weigh}: Ground): number {
  const without = (all: Stems): Stems => new Set([...all].filter(stem => !names.has(stem)))
  const [telling, core] = [without(concern.stems), without(stems)]
  return Math.max(coverage(core, telling, weigh), coverage(telling, without(around), weigh) * 0.9)
}

/** Both name children, or grown-ups of the family, and none of them is the same: `you` may be either parent. */
function arePeopleApart(concern: Concern, worry: Worry, {letter, plan}: Ground): boolean {
  if (/\b(?:you|your)\b/i.test(concern.text) && letter.parents.length !== 1 && !adultsIn(concern.text, letter).length) return false
  const [ours, theirs] = [childrenIn(concern.text, letter), childrenIn(worry.text, plan)]
  if (ours.length > 0 && theirs.length > 0 && !ours.some(name => theirs.includes(name))) return true
  const [a, b] = [adultsIn(concern.text, letter), adultsIn(worry.text, plan)]
  return a.length > 0 && b.length > 0 && ![...a, ...b].some(isNoName) && !a.some(name => b.includes(name))
}

/** Both name the same child. */
function isOneChild(concern: Concern, worry: Worry, {letter, plan}: Ground): boolean {
  const theirs = childrenIn(worry.text, plan)
  return childrenIn(concern.text, letter).some(name => theirs.includes(name))
}

const allChildren = /\b(?:the|your|both|all|any|two|three|four) (?:\S+ )?(?:children|kids|boys|girls|twins)\b/i

/** Children named one by one; none where all are meant. */
function childrenIn(text: string, people: People): string[] {
  if (allChildren.test(text)) return []
  return people
    .mentionsIn(text)
    .flatMap(({person}) => people.children.filter(({name}) => name === person.name).map(({given}) => given.toLowerCase()))
}

function adultsIn(text: string, people: People): string[] {
  return people
    .mentionsIn(text)
    .filter(({person}) => person.kind === 'parent' || (person.kind === 'relative' && /^\p{Lu}/u.test(person.name)))
    .map(({person}) => person.name.split(' ')[0]?.toLowerCase() ?? '')
}

/** `Their father` and `Mr Rowe` may be anybody of the names. */
function isNoName(name: string): boolean {
  return /^(?:mr|mrs|ms|miss|dr|mum|mother|mummy|mam|dad|father|daddy|parents?)\.?$/.test(name)
}

/** What the plan tells of itself: `Mia has been on a plan (physical abuse) since March.` */
const onPlan = /\b(?:on|under|subject to) (?:a|the|this) (?:child protection |child in need )?plan\b|\bcategory\b/i

/** Grave things that happened, which the plan tells beside its needs and none of its needs speaks of. */
function graveNews(version: Version, needs: readonly Worry[]): Worry[] {
  const known = (line: Line, kinds: ReadonlySet<string>): boolean =>
    needs.some(need => {
      const [a, b] = [adultsIn(line.text, version.plan.people), adultsIn(need.text, version.plan.people)]
      const isOthers = a.length > 0 && b.length > 0 && !a.some(name => b.includes(name))
      return !isOthers && [...kinds].some(kind => need.kinds.has(kind))
    })
  const found: Worry[] = []
  for (const line of version.news) {
    const kinds = kindsIn(line.text)
    const hasChild = allChildren.test(line.text) || childrenIn(line.text, version.plan.people).length > 0
    if (kinds.size === 0 || line.topic || !hasChild || isCalm(line.text) || isNegative(line.text) || !speaksOfPast(line.text)) continue
    if (known(line, kinds) || onPlan.test(line.text)) continue
    // What goes on in the same paragraph is of the same matter.
    const goesOn = found.some(({at, kinds: told}) => at.block === line.at.block && [...kinds].every(kind => told.has(kind)))
    if (!goesOn) found.push({text: line.text, at: line.at, stems: line.stems, kinds, around: line.stems, isBeside: true})
  }
  return found
}
