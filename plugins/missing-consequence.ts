import meta from '../rules/missing-consequence/rule.json' with {type: 'json'}
import {defineRule} from '../src/engine/define-rule.ts'

export default defineRule(meta, ({letter}, report) => {
  if (letter && !letter.consequence) report({at: null})
})
