import meta from '../rules/missing-review/rule.json' with {type: 'json'}
import {defineRule} from '../src/engine/define-rule.ts'

export default defineRule(meta, ({review}, report) => {
  if (!review.at) report({at: null})
})
