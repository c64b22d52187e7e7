/** Does a sentence have more words than a reader can hold in mind? */
import meta from '../rules/long-sentence/rule.json' with {type: 'json'}
import {defineRule} from '../src/engine/define-rule.ts'
import {sentenceAge} from '../src/text/readability.ts'

/** Years over the target age from which the words are part of the trouble, not the length alone. */
const hardMargin = 5

export default defineRule(meta, (plan, report, {options, targetReadingAge}) => {
  const max = Number(options.max)
  for (const {at, own} of plan.prose) {
    if (own.words <= max) continue
    const isHard = sentenceAge(own) >= targetReadingAge + hardMargin
    report({at, message: isHard ? 'hard' : 'default', values: {words: own.words, max}})
  }
})
