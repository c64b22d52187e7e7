import meta from '../rules/unclear-contingency/rule.json' with {type: 'json'}
import {defineRule} from '../src/engine/define-rule.ts'

export default defineRule(meta, ({contingency: {state, statements}}, report) => {
  if (state !== 'unclear') return
  // The statement that comes nearest to being clear is the one to mend.
  const [best] = [...statements].sort((a, b) => Number(b.clearTrigger) + Number(b.clearStep) - Number(a.clearTrigger) - Number(a.clearStep))
  if (!best) return
  report({at: best.at, message: best.clearTrigger ? 'step' : best.clearStep ? 'trigger' : 'default'})
})
