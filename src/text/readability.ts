/**
 * Readability of prose: right counts put through the published formulas. The formulas are made for passages, so they are silent below
 * thirty words; for one sentence there is `sentenceAge`, an estimate of our own.
 */
import {automatedReadability} from 'automated-readability'
import {colemanLiau} from 'coleman-liau'
import {daleChallFormula} from 'dale-chall-formula'
import {flesch} from 'flesch'
import {fleschKincaid} from 'flesch-kincaid'
import {gunningFog} from 'gunning-fog'
import {smogFormula} from 'smog-formula'
import {isFamiliar} from './familiar-words.ts'
import {remembering} from './memo.ts'
import {isInitialism, syllablesIn} from './syllables.ts'

/** What the formulas ask for, of one sentence or of many. They add up. */
export interface Counts {
  sentences: number
  words: number
  syllables: number
  letters: number
  /** Letters and digits. */
  characters: number
  /** Words of three syllables or more. */
  polysyllables: number
  /** Those of them that Gunning would count: not names, and not long only by `-es`, `-ed` or `-ing`. */
  complex: number
  /** Words that Dale and Chall would count as difficult. */
  difficult: number
}

export interface Scores {
  words: number
  sentences: number
  /** In years; see `readingAgeOf`. */
  readingAge: number | null
  fleschReadingEase: number | null
  fleschKincaidGrade: number | null
  smog: number | null
  gunningFog: number | null
  daleChall: number | null
  colemanLiau: number | null
  automatedReadability: number | null
}

export interface CounterSettings {
  /** Names of people and places, lower case: a capital at the start of a sentence does not tell them from other words. */
  names?: Pick<ReadonlySet<string>, 'has'>
  /** Words the text explains, lower case: not difficult. */
  explained?: ReadonlySet<string>
}

/** Fewest words that the formulas can say something about. */
const fewestWords = 30
/** US grade to age: a child starts grade 1 at six. */
const gradeToAge = 5
const youngest = 5

const token = /\S+@\S+|(?:https?:|www\.)\S+|\p{L}(?:\.\p{L})+(?!\p{L})|\p{N}+(?:[ .,:/-]?\p{N}+)*\p{L}*|\p{L}+(?:['’‘]\p{L}+)*/gu

/** The words of a sentence as a reader counts them. A number, date part or telephone number is one; `drop-in` is two. */
export function tokensIn(sentence: string): string[] {
  return sentence.match(token) ?? []
}

interface WordFacts {
  syllables: number
  letters: number
  characters: number
  familiar: boolean
  complex: boolean
}

export type Counter = (sentence: string) => Counts

/** A counter for the sentences of one document. */
export function createCounter({names, explained}: CounterSettings = {}): Counter {
  return sentence => {
    const counts = {...none, sentences: 1}
    const shouted = !/\p{Ll}/u.test(sentence)
    for (const [index, word] of tokensIn(sentence).entries()) {
      const plain = shouted ? word.toLowerCase() : word
      const fact = factsOf(plain)
      const lower = plain.toLowerCase()
      const name = names?.has(lower.replace(/['’]s$/, '')) || (index > 0 && capitalised.test(plain))
      counts.words++
      counts.syllables += fact.syllables
      counts.letters += fact.letters
      counts.characters += fact.characters
      if (fact.syllables >= 3) counts.polysyllables++
      if (name || explained?.has(lower)) continue
      if (fact.complex) counts.complex++
      if (!fact.familiar) counts.difficult++
    }
    return counts
  }
}

/** Words of plans are much the same from one to the next: enough for the words of a thousand of them. */
const mostWords = 20_000
const factsOf = remembering(readFacts, mostWords)

function readFacts(word: string): WordFacts {
  const syllables = syllablesIn(word)
  const letters = word.match(/\p{L}/gu)?.length ?? 0
  return {
    syllables,
    letters,
    characters: letters + (word.match(/\p{N}/gu)?.length ?? 0),
    familiar: isFamiliar(word) || /[@/]/.test(word),
    complex: syllables >= 3 && !(longByEnding(word, syllables) && !isInitialism(word))
  }
}

function longByEnding(word: string, syllables: number): boolean {
  const stem = /^(.+?)(?:es|ed|ing)$/i.exec(word)?.[1]
  return syllables === 3 && stem !== undefined && syllablesIn(stem) < 3
}

const none: Counts = {sentences: 0, words: 0, syllables: 0, letters: 0, characters: 0, polysyllables: 0, complex: 0, difficult: 0}

export function addUp(all: Iterable<Counts>): Counts {
  const sum = {...none}
  for (const counts of all) for (const key of Object.keys(sum) as (keyof Counts)[]) sum[key] += counts[key]
  return sum
}

/** All scores of a passage, to two decimals, worked out in full precision; null below thirty words. */
export function scoresOf(counts: Counts): Scores {
  const {words, sentences} = counts
  if (words < fewestWords) {
    return {
      words,
      sentences,
      readingAge: null,
      fleschReadingEase: null,
      fleschKincaidGrade: null,
      smog: null,
      gunningFog: null,
      daleChall: null,
      colemanLiau: null,
      automatedReadability: null
    }
  }
  const scores = formulas(counts)
  return {
    words,
    sentences,
    readingAge: Math.round(readingAgeOf(counts) * 10) / 10,
    fleschReadingEase: rounded(scores.fleschReadingEase),
    fleschKincaidGrade: rounded(scores.fleschKincaidGrade),
    smog: rounded(scores.smog),
    gunningFog: rounded(scores.gunningFog),
    daleChall: rounded(scores.daleChall),
    colemanLiau: rounded(scores.colemanLiau),
    automatedReadability: rounded(scores.automatedReadability)
  }
}

function formulas({sentences, words, syllables, letters, characters, polysyllables, complex, difficult}: Counts) {
  const size = {sentence: sentences, word: words}
  return {
    fleschReadingEase: flesch({...size, syllable: syllables}),
    fleschKincaidGrade: fleschKincaid({...size, syllable: syllables}),
    smog: smogFormula({sentence: sentences, polysillabicWord: polysyllables}),
    gunningFog: gunningFog({...size, complexPolysillabicWord: complex}),
    daleChall: daleChallFormula({...size, difficultWord: difficult}),
    colemanLiau: colemanLiau({...size, letter: letters}),
    automatedReadability: automatedReadability({...size, character: characters})
  }
}

function rounded(score: number): number {
  return Math.round(score * 100) / 100
}

/**
 * Age at which a reader should manage a passage: the mean of three formulas as ages, never under five.
 *
 * Judged by teachers, how familiar the words are and how long the sentences are say more than any single formula; long words add a
 * little. Dale-Chall brings familiarity, Flesch-Kincaid sentence length and syllables, SMOG long words; their faults differ, so the mean
 * is steadier than each (SMOG alone runs high; Dale-Chall alone jumps by seven years where one word in twenty is difficult, so that step
 * is a slope here).
 */
function readingAgeOf(counts: Counts): number {
  const {fleschKincaidGrade, smog} = formulas(counts)
  return Math.max(youngest, (fleschKincaidGrade + smog + daleChallGrade(counts)) / 3 + gradeToAge)
}

/** The published table (grade 5 and 6 for 5 to 5.9, 7 and 8 for 6 to 6.9, … 13 to 15 for 9 to 9.9) as a line through its middles. */
function daleChallGrade({sentences, words, difficult}: Counts): number {
  const share = difficult / words
  const score = 15.79 * share + (0.0496 * words) / sentences + 3.6365 * Math.min(1, share / 0.05)
  return 2 * score - 5.5
}

/** A sentence is judged as if among this many plain words, so that one hard word does not condemn a short sentence. */
const around = {words: 10, syllables: 13}

/**
 * Rough reading age of one sentence, from its length, its syllables and its difficult words. SMOG is left out: it is made for thirty
 * sentences. Never under five.
 */
export function sentenceAge(counts: Counts): number {
  const words = counts.words + around.words
  // Padded, then the sentence length put back to its own.
  const share = {...counts, words, syllables: counts.syllables + around.syllables, sentences: words / counts.words}
  const grade = fleschKincaid({sentence: share.sentences, word: words, syllable: share.syllables})
  return Math.max(youngest, (grade + daleChallGrade(share)) / 2 + gradeToAge)
}

const mostHardWords = 3

/** The hardest words of a sentence, longest first: long ones that are neither names nor familiar. At most three. */
export function hardWordsIn(sentence: string): string[] {
  const tokens = tokensIn(sentence)
  return [...new Set(tokens.filter((word, index) => !isNameAt(index, tokens) && !isFamiliar(word)))]
    .map(word => ({word, syllables: syllablesIn(word)}))
    .filter(({syllables}) => syllables >= 2)
    .sort((a, b) => b.syllables - a.syllables)
    .slice(0, mostHardWords)
    .map(({word}) => word)
}

const capitalised = /^\p{Lu}\p{Ll}/u

/** A first word is a name only if another capital follows or it owns something: `Tolbury Council`, `Zofia’s`. */
function isNameAt(index: number, tokens: readonly string[]): boolean {
  const word = tokens[index] ?? ''
  return capitalised.test(word) && (index > 0 || /['’]s$/.test(word) || capitalised.test(tokens[1] ?? ''))
}
