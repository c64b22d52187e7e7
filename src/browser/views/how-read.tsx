/** “This is how I read your plan”: where this is wrong, the findings are wrong too. */
import type {Outline, OutlineAction, Words} from '../../index.ts'
import {longDate} from '../../wording.ts'
import type {Session} from '../session.ts'
import wording from '../wording.json' with {type: 'json'}
import {Frame} from '../frame.tsx'
import {say} from '../wording.ts'

const words = wording.reading

export function HowRead({session: {reading}}: {session: Session}) {
  const {outline, report} = reading.value ?? {}
  if (!outline || !report) return null
  const rows = outline.rows.filter(({worries, outcomes, actions}) => worries.length + outcomes.length + actions.length > 0)
  return (
    <section aria-labelledby="read-heading">
      <h2 id="read-heading" class="govuk-heading-m">
        {words.heading}
      </h2>
      <p class="govuk-body">{words.lead}</p>
      <People title={words.children} texts={outline.children.map(childText)} none={words.noChildren} />
      <People title={words.adults} texts={outline.adults.map(adultText)} none={words.noAdults} />
      {outline.concerns.length > 0 && <People title={words.concerns} texts={outline.concerns.map(({text}) => text)} none="" />}
      <h3 class="govuk-heading-s">{words.rows}</h3>
      {rows.length === 0 && <p class="govuk-body">{words.noRows}</p>}
      {rows.map((row, index) => (
        <Row key={index} row={row} number={index + 1} />
      ))}
    </section>
  )
}

function People({title, texts, none}: {title: string; texts: readonly string[]; none: string}) {
  return (
    <>
      <h3 class="govuk-heading-s">{title}</h3>
      {texts.length === 0 ? (
        <p class="govuk-body missing-text">{none}</p>
      ) : (
        <ul class="govuk-list govuk-list--bullet">
          {texts.map(text => (
            <li key={text}>{text}</li>
          ))}
        </ul>
      )}
    </>
  )
}

function childText({name, born, age, unborn}: Outline['children'][number]): string {
  if (unborn) return say(words.unborn, {name})
  if (born) return say(words.born, {name, date: longDate(born)})
  return age === null ? name : say(words.aged, {name, age})
}

function adultText({name, post}: Outline['adults'][number]): string {
  return post && post !== name ? say(words.post, {name, post}) : name
}

function Row({row: {worries, outcomes, actions}, number}: {row: Outline['rows'][number]; number: number}) {
  return (
    <section class="read-row">
      <h4 class="govuk-heading-s">{say(words.row, {number})}</h4>
      <dl class="govuk-summary-list">
        <Texts name={words.worry} texts={worries} none={words.noWorry} />
        <Texts name={words.outcome} texts={outcomes} none={words.noOutcome} />
      </dl>
      {actions.length > 0 && <ActionTable actions={actions} number={number} />}
    </section>
  )
}

function Texts({name, texts, none}: {name: string; texts: readonly Words[]; none: string}) {
  return (
    <div class="govuk-summary-list__row">
      <dt class="govuk-summary-list__key">{name}</dt>
      <dd class="govuk-summary-list__value">
        {texts.length === 0 ? <span class="missing-text">{none}</span> : texts.map(({text, start}) => <p key={start}>{text}</p>)}
      </dd>
    </div>
  )
}

function ActionTable({actions, number}: {actions: readonly OutlineAction[]; number: number}) {
  return (
    <Frame name={say(words.row, {number})}>
      <table class="govuk-table">
        <thead>
          <tr>
            {[words.action, words.owner, words.time].map(name => (
              <th scope="col" class="govuk-table__header" key={name}>
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {actions.map(({start, text, owners, times}) => (
            <tr key={start}>
              <td class="govuk-table__cell">{text}</td>
              <td class="govuk-table__cell">{owners.join(', ') || <span class="missing-text">{words.noOwner}</span>}</td>
              <td class="govuk-table__cell">{times.join(', ') || <span class="missing-text">{words.noTime}</span>}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </Frame>
  )
}
