import meta from '../rules/parent-only-focus/rule.json' with {type: 'json'}
import {defineRule} from '../src/engine/define-rule.ts'
import {linksChild} from '../src/model/child-link.ts'
import type {Plan, Row} from '../src/model/plan.ts'
import {textOf} from '../src/model/spans.ts'

export default defineRule(meta, (plan, report) => {
  const child = plan.children.length === 1 ? (plan.children[0]?.given ?? 'the child') : 'the child'
  for (const row of plan.rows) {
    const actions = row.actions.filter(({doer, text}) => doer === 'parent' && !linksChild(text, plan))
    if (actions.length === 0 || rowLinksChild(row, plan)) continue
    for (const {at} of actions) report({at, values: {child}})
  }
})

/** The row says, in its worry, outcome or measure, what the child suffers, lacks or will gain. */
function rowLinksChild({worries, outcomes, measures, actions}: Row, plan: Plan): boolean {
  const stated = [...worries, ...outcomes, ...measures].map(textOf)
  const reasons = actions.map(({text}) => /\b(?:so (?:that )?|because )(.+)/i.exec(text)?.[1] ?? '')
  return [...stated, ...reasons].some(text => linksChild(text, plan))
}
