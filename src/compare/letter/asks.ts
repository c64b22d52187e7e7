/** What a letter asks of the parents, beside seeing a solicitor and coming to the meeting about it. */
import vocabulary from '../../../rules/compare/letter.json' with {type: 'json'}
import {createMatcher} from '../../text/phrases.ts'
import type {Action} from '../things.ts'
import type {Version} from '../version.ts'

const matcher = createMatcher({own: vocabulary.own})

export function asksOf({actions}: Version): Action[] {
  return actions.filter(({text}) => matcher.match(text).length === 0)
}
