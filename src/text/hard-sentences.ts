/** Whether readability formulas agree that a sentence is hard: the vote of `retext-readability`. */
import {ParseEnglish} from 'parse-english'
import retextReadability from 'retext-readability'
import {unified} from 'unified'
import {VFile} from 'vfile'

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
