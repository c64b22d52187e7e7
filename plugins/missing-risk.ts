import meta from '../rules/missing-risk/rule.json' with {type: 'json'}
import {defineRule} from '../src/engine/define-rule.ts'
import {statesWorry} from '../src/model/worries.ts'

export default defineRule(meta, (plan, report) => {
  if (!statesWorry(plan)) report({at: null})
})
