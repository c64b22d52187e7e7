/** Choosing findings by weight, by rule and by their words; and what the keys do. */
import type {Severity} from '../../index.ts'
import {usePage} from '../page.ts'
import type {Session} from '../session.ts'
import wording from '../wording.json' with {type: 'json'}
import {say} from '../wording.ts'
import pages from '../rule-pages.json' with {type: 'json'}

const words = wording.filters
const severities: readonly Severity[] = ['error', 'warning', 'info']

export function Choices({session}: {session: Session}) {
  return (
    <div class="choices">
      <Severities session={session} />
      <details class="govuk-details more">
        <summary class="govuk-details__summary">
          <span class="govuk-details__summary-text">{words.more}</span>
        </summary>
        <div class="govuk-details__text">
          <RuleAndSearch session={session} />
        </div>
      </details>
      <Keyboard />
    </div>
  )
}

function Severities({session: {filters, open}}: {session: Session}) {
  const toggle = (severity: Severity): void => {
    const hidden = new Set(filters.value.hidden)
    if (!hidden.delete(severity)) hidden.add(severity)
    filters.value = {...filters.value, hidden}
  }
  return (
    <fieldset class="severities">
      <legend class="unseen">{words.show}</legend>
      {severities.map(severity => {
        const count = open.value.filter(finding => finding.severity === severity).length
        if (count === 0) return null
        return (
          <label class="choice" key={severity}>
            <input type="checkbox" checked={!filters.value.hidden.has(severity)} onChange={() => toggle(severity)} />
            <span>{say(words.choice, {name: wording.plural[severity], count})}</span>
          </label>
        )
      })}
    </fieldset>
  )
}

function RuleAndSearch({session: {filters, open}}: {session: Session}) {
  const counts = new Map<string, number>()
  for (const {ruleId} of open.value) counts.set(ruleId, (counts.get(ruleId) ?? 0) + 1)
  return (
    <>
      <label class="govuk-label" for="rule">
        {words.rule}
      </label>
      <select
        class="govuk-select"
        id="rule"
        value={filters.value.rule}
        onChange={({currentTarget}) => {
          filters.value = {...filters.value, rule: currentTarget.value}
        }}
      >
        <option value="">{say(words.allRules, {count: open.value.length})}</option>
        {[...counts].sort().map(([rule, count]) => (
          <option key={rule} value={rule}>
            {say(words.choice, {name: descriptionOf(rule), count})}
          </option>
        ))}
      </select>
      <label class="govuk-label" for="search">
        {words.search}
      </label>
      <input
        class="govuk-input"
        id="search"
        type="search"
        autoComplete="off"
        spellcheck={false}
        value={filters.value.search}
        onInput={({currentTarget}) => {
          filters.value = {...filters.value, search: currentTarget.value}
        }}
      />
    </>
  )
}

function descriptionOf(rule: string): string {
  return pages.find(({id}) => id === rule)?.description ?? rule
}

function Keyboard() {
  const {keys} = usePage()
  const {heading, keys: rows, switch: name} = wording.keyboard
  return (
    <details class="govuk-details more">
      <summary class="govuk-details__summary">
        <span class="govuk-details__summary-text">{heading}</span>
      </summary>
      <div class="govuk-details__text">
        <dl class="keys">
          {rows.map(([key, does]) => (
            <div key={key}>
              <dt>{key}</dt>
              <dd>{does}</dd>
            </div>
          ))}
        </dl>
        {/* Single keys must be possible to switch off: speech input and shaky hands press them by accident. */}
        <label class="choice">
          <input
            type="checkbox"
            checked={keys.value}
            onChange={({currentTarget}) => {
              keys.value = currentTarget.checked
            }}
          />
          <span>{name}</span>
        </label>
      </div>
    </details>
  )
}
