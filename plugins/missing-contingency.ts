import meta from '../rules/missing-contingency/rule.json' with {type: 'json'}
import {defineRule} from '../src/engine/define-rule.ts'

export default defineRule(meta, ({contingency}, report) => {
  if (contingency.state === 'none') report({at: null})
  if (contingency.state === 'empty') report({at: null, message: 'empty'})
})
