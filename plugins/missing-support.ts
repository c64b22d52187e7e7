import meta from '../rules/missing-support/rule.json' with {type: 'json'}
import {defineRule} from '../src/engine/define-rule.ts'

export default defineRule(meta, ({letter}, report) => {
  if (letter && !letter.support) report({at: null})
})
