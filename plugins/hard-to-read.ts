/** Is a sentence above the target reading age, both by right counts and by the vote of retext-readability? */
import meta from '../rules/hard-to-read/rule.json' with {type: 'json'}
import {defineRule} from '../src/engine/define-rule.ts'
import {counterFor, fewestHardWords, ownWordsOf, proseOf} from '../src/model/prose.ts'
import {createHardVote} from '../src/text/hard-sentences.ts'
import {hardWordsIn, sentenceAge} from '../src/text/readability.ts'

export default defineRule(meta, (plan, report, {options, targetReadingAge}) => {
  const count = counterFor(plan)
  const isVotedHard = createHardVote(targetReadingAge)
  for (const at of proseOf(plan)) {
    const words = ownWordsOf(at)
    const counts = count(words)
    if (counts.words < fewestHardWords) continue
    const age = sentenceAge(counts)
    if (age < targetReadingAge + Number(options.margin) || !isVotedHard(words)) continue
    report({at, values: {age: Math.round(age), target: targetReadingAge, words: listOf(hardWordsIn(words))}})
  }
})

function listOf(words: readonly string[]): string {
  if (words.length === 0) return 'the longest ones'
  const quoted = words.map(word => `“${word}”`)
  return quoted.length > 1 ? `${quoted.slice(0, -1).join(', ')} and ${quoted.at(-1)}` : quoted.join('')
}
