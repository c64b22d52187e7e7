import meta from '../rules/missing-legal-advice/rule.json' with {type: 'json'}
import {defineRule} from '../src/engine/define-rule.ts'

export default defineRule(meta, ({letter}, report) => {
  if (!letter || (letter.solicitor && letter.freeAdvice)) return
  report({at: null, message: letter.solicitor ? 'cost' : letter.freeAdvice ? 'solicitor' : 'default'})
})
