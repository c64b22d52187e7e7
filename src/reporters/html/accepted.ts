/** Findings that somebody has answered in the Word file, with what they said. */
import type {Element} from 'hast'
import {h} from 'hastscript'
import type {Accepted} from '../../report.ts'
import {answerWays} from '../names.ts'
import {visible} from '../visible.ts'
import {counted, fill} from './fill.ts'
import wording from './wording.json' with {type: 'json'}

/** Nothing where nothing was accepted. */
export function acceptedElements(accepted: readonly Accepted[], level: number): Element[] {
  if (accepted.length === 0) return []
  const items = accepted.map(({ruleId, actual, location, reason, how}) => {
    const words = actual === null ? visible(location) : `“${visible(actual)}”`
    const said = reason ? fill(wording.accepted.said, {reason}) : wording.accepted.silent
    return h('li', [`${words} (${ruleId}), ${answerWays[how]}${said}`])
  })
  return [h('section', {className: ['accepted']}, [h(`h${level}`, counted(accepted.length, wording.accepted.heading)), h('ul', items)])]
}
