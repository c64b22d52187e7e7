import meta from '../rules/child-not-covered/rule.json' with {type: 'json'}
import {defineRule} from '../src/engine/define-rule.ts'
import {coveredChildren} from '../src/model/coverage.ts'

export default defineRule(meta, (plan, report) => {
  if (plan.rows.length === 0) return
  const covered = coveredChildren(plan)
  for (const child of plan.children) if (!covered.has(child)) report({at: null, child: child.given})
})
