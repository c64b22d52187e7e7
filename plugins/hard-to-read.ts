/** Is a sentence above the target reading age, both by right counts and by the vote of retext-readability? */
import meta from '../rules/hard-to-read/rule.json' with {type: 'json'}
import {defineRule} from '../src/engine/define-rule.ts'
import {ownWordsOf} from '../src/model/prose.ts'
import {fewestHardWords} from '../src/model/readability.ts'
import {createHardVote, isSurelyVotedHard} from '../src/text/hard-sentences.ts'
import {hardWordsIn, sentenceAge} from '../src/text/readability.ts'

export default defineRule(meta, (plan, report, {options, targetReadingAge}) => {
  const isVotedHard = createHardVote(targetReadingAge)
  const fromAge = targetReadingAge + Number(options.margin)
  const mostWords = Number(options.maxWords)
  for (const {at, own} of plan.prose) {
    if (own.words < fewestHardWords || own.words > mostWords) continue
    const age = sentenceAge(own)
    if (age < fromAge) continue
    const words = ownWordsOf(at)
    if (!isSurelyVotedHard(own, targetReadingAge) && !isVotedHard(words)) continue
    report({at, values: {age: Math.round(age), target: targetReadingAge, words: listOf(hardWordsIn(words))}})
  }
})

function listOf(words: readonly string[]): string {
  if (words.length === 0) return 'the longest ones'
  const quoted = words.map(word => `“${word}”`)
  return quoted.length > 1 ? `${quoted.slice(0, -1).join(', ')} and ${quoted.at(-1)}` : quoted.join('')
}
