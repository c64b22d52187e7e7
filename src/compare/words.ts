/** Wording compared by what it is about: stems of words, weighted by how rarely the documents use them. */
import {stemmer} from 'stemmer'
import vocabulary from '../../rules/compare/words.json' with {type: 'json'}
import {remembering} from '../text/memo.ts'
import {numberWords} from '../text/number-words.ts'
import {wordsOf} from '../text/phrases.ts'

export type Stems = ReadonlySet<string>

/** How much a stem tells, from 0 to 1. */
export type Weigh = (stem: string) => number

const empty = new Set(vocabulary.empty)
/** Verbs that go with anything. */
const weak = new Set(vocabulary.weak)
const heads = new Map(
  vocabulary.same.flatMap(line => {
    const words = line.split(' ')
    return words.map(word => [word, words[0] as string] as const)
  })
)

const onTheirOwn =
  /\b(?:on (?:his|her|their|my|your|its) own|by (?:himself|herself|themselves|yourself)|one[- ]to[- ]ones?|one at a time|away from (?:his|her|their|the) parents?|without (?:(?:his|her|their|the) )?(?:parents?|mum (?:and|or) dad)(?: in the room| there)?)\b/gi

/** `Quarter to nine`, `8.45am`: one and the same word. */
const onTheClock =
  /\b(?:(?<minutes>quarter|half|five|ten|twenty|twenty-five|5|10|20|25)\s(?<side>past|to)\s(?<word>one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\d{1,2})|(?<hour>\d{1,2})[.:](?<minute>[0-5]\d))(?:\s?[ap]\.?m\b)?(?!\.?\d|\/)/gi
const counted: Readonly<Record<string, number>> = {
  ...numberWords,
  quarter: 15,
  twenty: 20,
  'twenty-five': 25,
  half: 30
}

/** On a clock of twelve hours: plans do not say whether it is morning where that is plain. */
function clockWord(whole: string, ...rest: unknown[]): string {
  const {minutes, side, word, hour, minute} = rest.at(-1) as Readonly<Record<string, string | undefined>>
  const read = (text: string): number => counted[text.toLowerCase()] ?? Number(text)
  const total = hour ? Number(hour) * 60 + Number(minute) : read(word ?? '') * 60 + (side === 'to' ? -1 : 1) * read(minutes ?? '')
  if (Number.isNaN(total) || total >= 1440) return whole
  const ofDay = (total + 720) % 720
  return ofDay % 60 === 0 ? `${ofDay / 60 || 12}` : `oclock${Math.floor(ofDay / 60) || 12}x${ofDay % 60}`
}

const withoutWarning =
  /\b(?:without (?:any )?(?:warning|notice|telling (?:them|anyone|the family))|not (?:always )?(?:announced|expected)|(?:they|nobody|no one|the family) (?:is|are) (?:not )?told (?:about|of)|unexpected(?:ly)?)\b/gi

/** The stems of a text, without the words that tell nothing. */
export const stemsOf: (text: string) => Stems = remembering(text => {
  const stems = new Set<string>()
  for (const word of wordsOf(text.replace(onTheirOwn, 'alone').replace(withoutWarning, 'unannounced').replace(onTheClock, clockWord))) {
    for (const part of word.text.split(/[-/]/)) {
      const plain = part.replace(/'s?$/, '').replace(/^(\d{1,2})(?:am|pm)$/, '$1')
      if (!plain || empty.has(plain) || empty.has(part)) continue
      stems.add(heads.get(plain) ?? stemmer(plain))
    }
  }
  return stems
})

/** Weights from the texts (blocks, say) of all the documents: what nearly all of them hold tells next to nothing. */
export function weightsOf(texts: readonly string[]): Weigh {
  const counts = new Map<string, number>()
  for (const text of texts) for (const stem of stemsOf(text)) counts.set(stem, (counts.get(stem) ?? 0) + 1)
  const most = Math.log(texts.length + 2)
  return stem => {
    const rarity = Math.max(0.05, Math.log((texts.length + 2) / ((counts.get(stem) ?? 0) + 1)) / most)
    return weak.has(stem) ? rarity / 2 : rarity
  }
}

/** Long enough beginnings that `assess` and `assessor` count as nearly one word. */
const sharedBeginning = 5
const wholeWord = 4
/** An ending such as `-ance` or `-er`; more letters are another word, as in `break` and `breakfast`. */
const longestEnding = 3
const nearly = 0.8

/** Weight of all stems. */
export function weightOf(stems: Stems, weigh: Weigh): number {
  let sum = 0
  for (const stem of stems) sum += weigh(stem)
  return sum
}

/** Weight of what two texts share. */
export function shared(a: Stems, b: Stems, weigh: Weigh): number {
  let sum = 0
  for (const stem of a) {
    if (b.has(stem)) sum += weigh(stem)
    else if (stem.length >= wholeWord && begins(b, stem, a)) sum += nearly * weigh(stem)
  }
  return sum
}

/** `assess` and `assessor` share a long beginning; of `care` and `carer` one is the beginning of the other. */
function begins(stems: Stems, word: string, others: Stems): boolean {
  const beginning = word.slice(0, sharedBeginning)
  for (const stem of stems) {
    if (others.has(stem) || stem.length < wholeWord) continue
    const isBegun = stem.startsWith(beginning) || (word.length >= sharedBeginning && word.startsWith(stem) && stem.length >= wholeWord)
    if (isBegun && Math.max(word.length, stem.length) - sameLetters(word, stem) <= longestEnding) return true
  }
  return false
}

/** How many letters two words begin with alike. */
function sameLetters(a: string, b: string): number {
  let count = 0
  while (count < a.length && a[count] === b[count]) count++
  return count
}

/** From 0 to 1: how alike two texts are; one that holds all of the other is half as good as the same. */
export function likeness(a: Stems, b: Stems, weigh: Weigh): number {
  const [first, second] = [weightOf(a, weigh), weightOf(b, weigh)]
  const least = Math.min(first, second)
  if (least === 0) return 0
  const both = Math.min(least, shared(a, b, weigh))
  return both / (first + second) + both / least / 2
}

/** From 0 to 1: how much of a text another one holds. */
export function coverage(part: Stems, whole: Stems, weigh: Weigh): number {
  const all = weightOf(part, weigh)
  return all === 0 ? 0 : Math.min(1, shared(part, whole, weigh) / all)
}
