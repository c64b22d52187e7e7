import meta from '../rules/missing-timescale/rule.json' with {type: 'json'}
import {defineRule} from '../src/engine/define-rule.ts'
import type {Action, Plan} from '../src/model/plan.ts'
import {isStandingRule, isVisit} from '../src/model/rows/action-words.ts'

export default defineRule(meta, (plan, report) => {
  for (const action of plan.actions) {
    const {at, timescales, blankTimescale} = action
    if (timescales.some(({kind}) => kind !== 'vague' && kind !== 'blank')) continue
    if (blankTimescale) report({at, message: 'blank'})
    else if (!spokenFor(action, plan)) report({at})
  }
})

/** Another rule speaks about the same words, or the action is a rule for all the time and needs no date. */
function spokenFor({text, timescales, expectation}: Action, plan: Plan): boolean {
  if (timescales.some(({kind}) => kind === 'vague')) return true
  if (!expectation && isVisit(text) && plan.visits.frequency === null) return true
  return isStandingRule(text, expectation)
}
