/** The family's copy: one page made only of the plan's own words, gaps shown as gaps. */
import {usePage} from '../page.ts'
import type {Session} from '../session.ts'
import {copyAloud} from '../take/copy.ts'
import wording from '../wording.json' with {type: 'json'}
import {type FamilyWords, familyText, familyWordsOf} from './family-words.ts'
import {Frame} from '../frame.tsx'
import {fitOf} from './fit.ts'

const words = wording.family

export function FamilyCopy({session: {reading}}: {session: Session}) {
  const page = usePage()
  const outline = reading.value?.outline
  if (!outline) return null
  const family = familyWordsOf(outline)
  return (
    <section aria-labelledby="family-heading">
      <div class="not-on-paper">
        <h2 id="family-heading" class="govuk-heading-m">
          {words.heading}
        </h2>
        <p class="govuk-body">{words.lead}</p>
        <div class="finding-actions">
          <button type="button" class="govuk-button" onClick={() => print()}>
            {words.print}
          </button>
          <button type="button" class="govuk-button govuk-button--secondary" onClick={() => void copyAloud(page, familyText(family))}>
            {words.copy}
          </button>
        </div>
      </div>
      <FamilyPage family={family} />
    </section>
  )
}

function FamilyPage({family}: {family: FamilyWords}) {
  const {title, from, worries, outcomes, actions, contingency} = family
  return (
    <article class={`one-page ${fitOf(family)}`}>
      <h3 class="page-title">{title}</h3>
      {from && <p class="note">{from}</p>}
      <Part title={words.worries} texts={worries} gap={words.gap.worries} />
      <Part title={words.outcomes} texts={outcomes} gap={words.gap.outcomes} />
      <h4>{words.actions}</h4>
      {actions.length === 0 ? <Gap text={words.gap.actions} /> : <Jobs actions={actions} />}
      <Part title={words.contingency} texts={contingency} gap={words.gap.contingency} />
    </article>
  )
}

function Part({title, texts, gap}: {title: string; texts: readonly string[]; gap: string}) {
  return (
    <>
      <h4>{title}</h4>
      {texts.length === 0 ? (
        <Gap text={gap} />
      ) : (
        <ul>
          {texts.map(text => (
            <li key={text}>{text}</li>
          ))}
        </ul>
      )}
    </>
  )
}

function Gap({text}: {text: string}) {
  return <p class="paper-gap">{text}</p>
}

function Jobs({actions}: Pick<FamilyWords, 'actions'>) {
  return (
    <Frame name={words.actions}>
      <table class="jobs">
        <thead>
          <tr>
            <th scope="col">{words.what}</th>
            <th scope="col">{words.who}</th>
            <th scope="col">{words.when}</th>
          </tr>
        </thead>
        <tbody>
          {actions.map(({what, who, when}, index) => (
            <tr key={index}>
              <td>{what}</td>
              <td>{who ?? <span class="paper-gap">{words.gap.owner}</span>}</td>
              <td>{when ?? <span class="paper-gap">{words.gap.time}</span>}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </Frame>
  )
}
