import meta from '../rules/missing-visits/rule.json' with {type: 'json'}
import {defineRule} from '../src/engine/define-rule.ts'

export default defineRule(meta, ({visits}, report) => {
  if (!visits.frequency) report({at: null})
})
