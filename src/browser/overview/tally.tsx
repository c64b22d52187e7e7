/** How many findings of each weight are open. */
import type {Severity} from '../../index.ts'
import type {Session} from '../session.ts'
import wording from '../wording.json' with {type: 'json'}
import {sayCount} from '../wording.ts'

const severities: readonly Severity[] = ['error', 'warning', 'info']

export function Tally({session: {open}}: {session: Session}) {
  return (
    <ul class="tally">
      {severities.map(severity => {
        const count = open.value.filter(finding => finding.severity === severity).length
        const noun = sayCount(count, wording.counts[severity]).replace(/^\d+ /, '')
        return (
          <li key={severity} class={severity}>
            <strong>{count}</strong> <span class="key">{noun}</span>
          </li>
        )
      })}
    </ul>
  )
}
