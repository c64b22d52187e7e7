/** One finding: a line that opens to why it matters and what can be done about it. */
import {memo} from 'preact/compat'
import type {Finding} from '../desk/reading.ts'
import {choose} from '../go.ts'
import type {Session} from '../session.ts'
import wording from '../wording.json' with {type: 'json'}
import {say} from '../wording.ts'
import {FindingDetails} from './details.tsx'

/** Longest quotation of words that stand beside the document anyway. */
const mostWords = 24

function Item({finding, session}: {finding: Finding; session: Session}) {
  const {id, number, severity, ruleId, reason, location, words, place} = finding
  const isOpen = session.opened.value.has(id)
  const isCurrent = session.current.value === id
  const toggle = (): void => {
    const opened = new Set(session.opened.value)
    if (!opened.delete(id)) opened.add(id)
    session.opened.value = opened
    choose(session, id)
  }
  return (
    <li
      class={`finding ${severity}${isCurrent ? ' current' : ''}`}
      data-rule={ruleId}
      data-number={number}
      data-start={place?.start.offset}
      data-end={place?.end.offset}
    >
      <button
        type="button"
        class="finding-title"
        id={`finding-${id}`}
        aria-expanded={isOpen}
        aria-controls={`details-${id}`}
        aria-current={isCurrent ? 'true' : undefined}
        onClick={toggle}
      >
        <span class={`number ${severity}`}>
          <span class="unseen">{say(wording.findings.number, {number})}</span>
          <span aria-hidden="true">{number}</span>
        </span>{' '}
        <span class="severity">{wording.severity[severity]}</span> <span class="reason">{reason}</span>
      </button>
      {place && <p class="where">{location}</p>}
      {words && <p class="words">“{shortened(words)}”</p>}
      <div id={`details-${id}`} hidden={!isOpen}>
        {isOpen && <FindingDetails finding={finding} session={session} />}
      </div>
    </li>
  )
}

export const FindingItem = memo(Item)

export function shortened(words: string): string {
  const all = words.split(' ')
  return all.length > mostWords ? `${all.slice(0, mostWords - 6).join(' ')} … ${all.slice(-5).join(' ')}` : words
}
