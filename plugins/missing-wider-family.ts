import meta from '../rules/missing-wider-family/rule.json' with {type: 'json'}
import {defineRule} from '../src/engine/define-rule.ts'

export default defineRule(meta, ({letter}, report) => {
  if (letter && !letter.family) report({at: null})
})
