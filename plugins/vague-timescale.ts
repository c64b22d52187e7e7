/** Where something is to be done, does wording without a day, a count or an event stand in place of the time? */
import meta from '../rules/vague-timescale/rule.json' with {type: 'json'}
import {defineRule} from '../src/engine/define-rule.ts'
import {openTimesOf} from '../src/model/open-times.ts'
import {textOf} from '../src/model/spans.ts'

export default defineRule(meta, (plan, report) => {
  for (const {at, gap} of openTimesOf(plan)) report({at, message: gap, values: {phrase: textOf(at)}})
})
