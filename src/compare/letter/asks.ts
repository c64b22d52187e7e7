/** What a letter asks of the parents, beside seeing a solicitor, ringing the office and coming to the meeting about it. */
import vocabulary from '../../../rules/compare/letter.json' with {type: 'json'}
import {createMatcher} from '../../text/phrases.ts'
import type {Action} from '../things.ts'
import type {Version} from '../version.ts'
import {askIn} from './against.ts'

const matcher = createMatcher({own: vocabulary.own})

export function asksOf({actions}: Version): Action[] {
  return actions.filter(({text}) => matcher.match(askIn(text)).length === 0 && !givesNumber.test(text))
}

/** `Ring Ann on 01632 960 111 if you need help`. */
const givesNumber = /\b(?:ring|phone|call|text|contact|speak to|tell)\b.*\b0\d{2,4}(?:[ -]?\d){6,8}\b/i
