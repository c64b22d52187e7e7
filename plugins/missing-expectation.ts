import meta from '../rules/missing-expectation/rule.json' with {type: 'json'}
import {defineRule} from '../src/engine/define-rule.ts'
import {isConcrete} from '../src/model/rows/action-words.ts'

export default defineRule(meta, ({actions, type}, report) => {
  const asked = actions.some(({doer, text, owners}) => {
    const parents = doer === 'parent' || owners.some(({people}) => people.some(({kind}) => kind === 'parent'))
    return parents && isConcrete(text)
  })
  if (!asked) report({at: null, message: type === 'letter-before-proceedings' ? 'letter' : 'default'})
})
