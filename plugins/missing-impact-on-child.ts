import meta from '../rules/missing-impact-on-child/rule.json' with {type: 'json'}
import {defineRule} from '../src/engine/define-rule.ts'

export default defineRule(meta, ({letter}, report) => {
  for (const {at, act, effect} of letter?.concerns ?? []) if (act && !effect) report({at})
})
