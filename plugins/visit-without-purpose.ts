import meta from '../rules/visit-without-purpose/rule.json' with {type: 'json'}
import {defineRule} from '../src/engine/define-rule.ts'
import {visitsWithoutPurpose} from '../src/model/visit-purpose.ts'

export default defineRule(meta, (plan, report) => {
  for (const at of visitsWithoutPurpose(plan)) report({at})
})
