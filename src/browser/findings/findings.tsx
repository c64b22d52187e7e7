/** The findings: choosing among them, walking through them, and what was put aside. */
import {useRef} from 'preact/hooks'
import {restore} from '../deeds.ts'
import {undoAloud} from '../undo-aloud.ts'
import {useGradually} from '../gradually.ts'
import {step} from '../go.ts'
import {usePage} from '../page.ts'
import type {Session} from '../session.ts'
import wording from '../wording.json' with {type: 'json'}
import {say, sayCount} from '../wording.ts'
import {Choices} from './choices.tsx'
import {FindingItem} from './finding.tsx'

const words = wording.findings

export function Findings({session}: {session: Session}) {
  const {reading, open, shown} = session
  const all = reading.value?.findings.length ?? 0
  const count = useGradually(shown.value.length)
  const said = all === 0 ? words.none : open.value.length === 0 ? words.noneLeft : shown.value.length === 0 ? words.noneShown : null
  return (
    <section class="panel" aria-labelledby="findings-heading">
      <h2 id="findings-heading" class="govuk-heading-m" tabIndex={-1}>
        {words.heading}
      </h2>
      <p class="to-paper">
        <a class="govuk-link" href="#paper">
          {words.toDocument}
        </a>
      </p>
      {all > 0 && <Choices session={session} />}
      <Walk session={session} />
      <div class="findings">
        {said && <p class="govuk-body">{said}</p>}
        <ol class="finding-list">
          {shown.value.slice(0, count).map(finding => (
            <FindingItem key={finding.id} finding={finding} session={session} />
          ))}
        </ol>
        <Aside session={session} />
        <Answered session={session} />
      </div>
    </section>
  )
}

function Walk({session}: {session: Session}) {
  const page = usePage()
  const {shown, open, steps} = session
  const last = steps.value.at(-1)
  return (
    <div class="walk">
      <button type="button" class="small-button" onClick={() => step(session, false)} disabled={shown.value.length === 0}>
        {wording.filters.previous}
      </button>
      <button type="button" class="small-button" onClick={() => step(session, true)} disabled={shown.value.length === 0}>
        {wording.filters.next}
      </button>
      <button type="button" class="small-button undo" disabled={!last} onClick={() => void undoAloud(session, page)}>
        {last ? say(wording.undo.button, {what: wording.undo[last.kind]}) : wording.undo.nothing}
      </button>
      <p class="walk-status" role="status">
        {say(wording.filters.status, {shown: shown.value.length, all: open.value.length})}
      </p>
    </div>
  )
}

/** What the user has put aside, with the reasons. */
function Aside({session}: {session: Session}) {
  const page = usePage()
  const details = useRef<HTMLDetailsElement>(null)
  const {reading, dismissed} = session
  const aside = reading.value?.findings.filter(({id}) => dismissed.value.has(id)) ?? []
  if (aside.length === 0) return null
  const bringBack = (id: number): void => {
    restore(session, id)
    page.said.value = wording.dismiss.restored
    document.getElementById(`finding-${id}`)?.focus()
  }
  return (
    <details class="govuk-details aside" ref={details}>
      <summary class="govuk-details__summary">
        <span class="govuk-details__summary-text">{sayCount(aside.length, wording.dismiss.heading)}</span>
      </summary>
      <ul class="aside-list">
        {aside.map(({id, reason, words}) => (
          <li key={id}>
            <p class="govuk-body-s">
              {reason}
              {words && <q class="words">{words}</q>}
            </p>
            <p class="govuk-body-s">{say(wording.dismiss.reason, {reason: dismissed.value.get(id) ?? ''})}</p>
            <button type="button" class="small-button" onClick={() => bringBack(id)}>
              {wording.dismiss.restore}
            </button>
          </li>
        ))}
      </ul>
    </details>
  )
}

/** What somebody has answered in the comments of a Word file that was checked before. */
function Answered({session: {reading}}: {session: Session}) {
  const accepted = reading.value?.report.accepted ?? []
  if (accepted.length === 0) return null
  return (
    <details class="govuk-details aside">
      <summary class="govuk-details__summary">
        <span class="govuk-details__summary-text">{sayCount(accepted.length, wording.dismiss.answered)}</span>
      </summary>
      <ul class="aside-list">
        {accepted.map(({ruleId, location, actual, reason}) => (
          <li key={`${ruleId} ${location} ${actual}`}>
            <p class="govuk-body-s">
              {location}
              {actual && <q class="words">{actual}</q>}
            </p>
            {reason && <p class="govuk-body-s">{say(wording.dismiss.reason, {reason})}</p>}
          </li>
        ))}
      </ul>
    </details>
  )
}
