/** Putting a finding aside, with a reason that others will read. */
import type {JSX} from 'preact'
import {useEffect, useRef, useState} from 'preact/hooks'
import type {Finding} from '../desk/reading.ts'
import {dismiss} from '../deeds.ts'
import {choose} from '../go.ts'
import {usePage} from '../page.ts'
import type {Session} from '../session.ts'
import wording from '../wording.json' with {type: 'json'}
import {say} from '../wording.ts'

const words = wording.dismiss

export function Dismiss({finding: {id, number}, session, onEnd}: {finding: Finding; session: Session; onEnd: () => void}) {
  const page = usePage()
  const input = useRef<HTMLInputElement>(null)
  const [isMissing, setMissing] = useState(false)
  useEffect(() => input.current?.focus(), [])
  const save = (event: JSX.TargetedSubmitEvent<HTMLFormElement>): void => {
    event.preventDefault()
    const reason = input.current?.value.trim() ?? ''
    setMissing(!reason)
    if (!reason) {
      input.current?.focus()
      return
    }
    const next = followerOf(session, id)
    dismiss(session, id, reason)
    page.said.value = say(words.done, {number})
    // Whoever works through the list goes on where they were.
    if (next === null) document.getElementById('findings-heading')?.focus()
    else choose(session, next, {focus: true})
  }
  const field = `reason-${id}`
  return (
    <form class={`dismiss govuk-form-group ${isMissing ? 'govuk-form-group--error' : ''}`} onSubmit={save} noValidate>
      <label class="govuk-label" for={field}>
        {words.label}
      </label>
      <p class="govuk-hint" id={`${field}-hint`}>
        {words.hint}
      </p>
      <p class="govuk-error-message" id={`${field}-error`} hidden={!isMissing}>
        {words.missing}
      </p>
      <input
        class={`govuk-input ${isMissing ? 'govuk-input--error' : ''}`}
        id={field}
        ref={input}
        autoComplete="off"
        aria-describedby={`${field}-hint ${field}-error`}
      />
      <div class="finding-actions">
        <button type="submit" class="small-button">
          {words.save}
        </button>
        <button type="button" class="small-button" onClick={onEnd}>
          {words.cancel}
        </button>
      </div>
    </form>
  )
}

function followerOf({shown}: Session, id: number): number | null {
  const ids = shown.value.map(finding => finding.id)
  const here = ids.indexOf(id)
  return ids[here + 1] ?? ids[here - 1] ?? null
}
