/** Whether readability formulas agree that a sentence is hard: the vote of `retext-readability`. */
import {automatedReadability} from 'automated-readability'
import {colemanLiau} from 'coleman-liau'
import {flesch} from 'flesch'
import {gunningFog} from 'gunning-fog'
import {ParseEnglish} from 'parse-english'
import retextReadability from 'retext-readability'
import {unified} from 'unified'
import {VFile} from 'vfile'
import type {Counts} from './readability.ts'

/** Its counts and ours may differ by a word or a syllable: this many years are more than that makes. */
const doubtfulYears = 1
const gradeToAge = 5

/**
 * Whether the library's vote on a sentence that right counts find hard is certain without asking: four of its seven formulas, on our counts, are well above `age`. It looks every
 * word up in two long lists one entry at a time, so asking costs more than all else done to a sentence.
 */
export function isSurelyVotedHard({words, syllables, letters, characters, complex}: Counts, age: number): boolean {
  const size = {sentence: 1, word: words}
  const ages = [
    automatedReadability({...size, character: characters}) + gradeToAge,
    colemanLiau({...size, letter: letters}) + gradeToAge,
    gunningFog({...size, complexPolysillabicWord: complex}) + gradeToAge,
    20 - flesch({...size, syllable: syllables}) / 10
  ]
  return ages.every(years => years > age + doubtfulYears)
}

/**
 * A function that says whether the library finds a sentence too hard for readers of `age`. Its vote alone is not enough: it takes an easy
 * word that comes twice for a difficult one, counts names and British spellings as difficult, and its SMOG never speaks. Ask only about
 * sentences that right counts already find hard.
 */
export function createHardVote(age: number): (sentence: string) => boolean {
  const processor = unified().use(retextReadability, {age, minWords: 1}).freeze()
  const parser = new ParseEnglish()
  return sentence => {
    const file = new VFile(sentence)
    processor.runSync(parser.parse(sentence), file)
    return file.messages.length > 0
  }
}
