import meta from '../rules/missing-child-voice/rule.json' with {type: 'json'}
import {defineRule} from '../src/engine/define-rule.ts'

export default defineRule(meta, ({voices}, report) => {
  for (const {child, heard} of voices) {
    if (heard || child.unborn) continue
    report({at: null, child: child.given, message: child.age !== null && child.age < 4 ? 'young' : 'default'})
  }
})
