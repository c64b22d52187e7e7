import meta from '../rules/overdue-action/rule.json' with {type: 'json'}
import {defineRule} from '../src/engine/define-rule.ts'
import {overdueSince} from '../src/model/overdue.ts'

export default defineRule(meta, (plan, report) => {
  for (const action of plan.actions) {
    const due = overdueSince(action, plan.date)
    if (due) report({at: action.at, values: {due}})
  }
})
