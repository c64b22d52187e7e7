import meta from '../rules/missing-meeting-details/rule.json' with {type: 'json'}
import {defineRule} from '../src/engine/define-rule.ts'

export default defineRule(meta, ({letter}, report) => {
  if (!letter) return
  const missing = [
    ...(letter.meetingDate ? [] : ['date']),
    ...(letter.meetingTime ? [] : ['time']),
    ...(letter.meetingPlace ? [] : ['place'])
  ]
  if (missing.length > 0) report({at: null, values: {missing: listed(missing)}})
})

/** `date, time and place` */
function listed(words: readonly string[]): string {
  return [words.slice(0, -1).join(', '), words.at(-1)].filter(Boolean).join(' and ')
}
