/** Where planlint took the document for another kind, or for one of another day. */
import type {JSX} from 'preact'
import {useRef, useState} from 'preact/hooks'
import {isDocumentType} from '../index.ts'
import {isoOf} from './dates.ts'
import {correct} from './deeds.ts'
import {usePage} from './page.ts'
import type {Session} from './session.ts'
import wording from './wording.json' with {type: 'json'}
import {say} from './wording.ts'

const words = wording.correct
const types = Object.entries(wording.types)
const parts = ['day', 'month', 'year'] as const

export function Correct({session}: {session: Session}) {
  const page = usePage()
  const form = useRef<HTMLFormElement>(null)
  const [isBad, setBad] = useState(false)
  const {reading} = session
  const save = async (event: JSX.TargetedSubmitEvent<HTMLFormElement>): Promise<void> => {
    event.preventDefault()
    const data = new FormData(event.currentTarget)
    const typed = parts.map(part => String(data.get(part) ?? '').trim()) as [string, string, string]
    const asOf = isoOf(...typed)
    setBad(typed.some(Boolean) && !asOf)
    if (typed.some(Boolean) && !asOf) return form.current?.querySelector('input')?.focus()
    const said = String(data.get('type'))
    await correct(session, {...(isDocumentType(said) && {type: said}), ...(asOf && {asOf})})
    page.said.value = say(words.done, {type: wording.types[said as keyof typeof wording.types]})
  }
  return (
    <details class="govuk-details correct">
      <summary class="govuk-details__summary">
        <span class="govuk-details__summary-text">{words.open}</span>
      </summary>
      <form class="govuk-details__text" ref={form} onSubmit={save} noValidate>
        <TypeChoice type={reading.value?.report.type ?? 'unknown'} />
        <DateFields date={reading.value?.outline?.date ?? ''} isBad={isBad} />
        <button type="submit" class="govuk-button govuk-button--secondary">
          {words.save}
        </button>
      </form>
    </details>
  )
}

function TypeChoice({type}: {type: string}) {
  return (
    <div class="govuk-form-group">
      <label class="govuk-label" for="type">
        {words.type}
      </label>
      <select class="govuk-select" id="type" name="type">
        {types.map(([value, name]) => (
          <option key={value} value={value} selected={value === type}>
            {name}
          </option>
        ))}
      </select>
    </div>
  )
}

function DateFields({date, isBad}: {date: string; isBad: boolean}) {
  const [year = '', month = '', day = ''] = date.split('-')
  const values = {day: day.replace(/^0/, ''), month: month.replace(/^0/, ''), year}
  return (
    <fieldset class={`govuk-fieldset govuk-form-group ${isBad ? 'govuk-form-group--error' : ''}`} aria-describedby="date-hint date-error">
      <legend class="govuk-fieldset__legend">{words.date}</legend>
      <p id="date-hint" class="govuk-hint">
        {words.dateHint}
      </p>
      <p id="date-error" class="govuk-error-message" hidden={!isBad}>
        {words.badDate}
      </p>
      <div class="govuk-date-input">
        {parts.map(part => (
          <div class="govuk-date-input__item" key={part}>
            <label class="govuk-label govuk-date-input__label" for={part}>
              {words[part]}
            </label>
            <input
              class={`govuk-input govuk-date-input__input ${part === 'year' ? 'govuk-input--width-4' : 'govuk-input--width-2'} ${isBad ? 'govuk-input--error' : ''}`}
              id={part}
              name={part}
              inputMode="numeric"
              autoComplete="off"
              defaultValue={values[part]}
            />
          </div>
        ))}
      </div>
    </fieldset>
  )
}
