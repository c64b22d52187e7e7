import meta from '../rules/missing-owner/rule.json' with {type: 'json'}
import {defineRule} from '../src/engine/define-rule.ts'

export default defineRule(meta, ({actions}, report) => {
  for (const {at, owners} of actions) {
    if (owners.some(({kind}) => kind === 'named')) continue
    const agency = owners.find(({kind}) => kind === 'agency')
    const crowd = owners.find(({kind}) => kind === 'crowd')
    if (agency && !crowd) report({at, message: 'agency', severity: 'info'})
    else if (crowd) report({at, message: 'crowd', values: {owner: crowd.text}})
    else report({at})
  }
})
