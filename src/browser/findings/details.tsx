/** What a finding opens to: why, what to ask or write instead, an example, the source, and what to do. */
import {useState} from 'preact/hooks'
import type {Finding} from '../desk/reading.ts'
import {beginEdit, replace} from '../deeds.ts'
import {blockAt, goToWords, placeOf} from '../go.ts'
import {countsOf, usePage} from '../page.ts'
import pages from '../rule-pages.json' with {type: 'json'}
import type {Session} from '../session.ts'
import wording from '../wording.json' with {type: 'json'}
import {listed, say} from '../wording.ts'
import {Dismiss} from './dismiss.tsx'

const words = wording.findings

export function FindingDetails({finding, session}: {finding: Finding; session: Session}) {
  const {expected, note, ruleId} = finding
  const page = pages.find(({id}) => id === ruleId)
  return (
    <div class="details">
      {expected.length > 0 && (
        <>
          <h3 class="govuk-heading-s">{words.instead}</h3>
          <ul class="govuk-list govuk-list--bullet">
            {expected.map(text => (
              <li key={text}>{text}</li>
            ))}
          </ul>
        </>
      )}
      <h3 class="govuk-heading-s">{whyTitle(finding, session)}</h3>
      <p>{note}</p>
      {page && page.why !== note && <p>{page.why}</p>}
      {page && <Example page={page} />}
      {page && page.sources.length > 0 && (
        <>
          <h3 class="govuk-heading-s">{words.sources}</h3>
          <ul class="govuk-list sources">
            {page.sources.map(source => (
              <li key={source}>{source}</li>
            ))}
          </ul>
        </>
      )}
      <p class="rule">{say(words.rule, {rule: ruleId})}</p>
      <Actions finding={finding} session={session} />
    </div>
  )
}

/** For the child whom the finding names, or all children of the plan. */
function whyTitle({child}: Finding, {reading}: Session): string {
  const children = child ? [child] : (reading.value?.report.children.map(({name}) => name) ?? [])
  return children.length > 0 ? say(words.whyFor, {children: listed(children)}) : words.why
}

type Page = (typeof pages)[number]

function Example({page: {reported, clean}}: {page: Page}) {
  if (!reported && !clean) return null
  return (
    <>
      <h3 class="govuk-heading-s">{words.example}</h3>
      <dl class="example">
        {reported && (
          <div>
            <dt>{words.before}</dt>
            <dd>
              {reported.map((part, index) => (
                <ExamplePart key={index} part={part} />
              ))}
            </dd>
          </div>
        )}
        {clean && (
          <div>
            <dt>{words.after}</dt>
            <dd>{clean}</dd>
          </div>
        )}
      </dl>
    </>
  )
}

function ExamplePart({part: {text, isMarked}}: {part: {text: string; isMarked: boolean}}) {
  return isMarked ? <mark class="warning">{text}</mark> : text
}

/** Words that can stand in the place of the finding's, as they are or as far as the user can tell. */
function suggestionsOf({replacement, ruleId, expected, isMarked}: Finding): string[] {
  if (!isMarked) return []
  if (replacement !== null) return [replacement]
  return pages.find(({id}) => id === ruleId)?.givesWords ? expected : []
}

function Actions({finding, session}: {finding: Finding; session: Session}) {
  const page = usePage()
  const [isDismissing, setDismissing] = useState(false)
  const {id, place, isMarked} = finding
  const use = async (words: string): Promise<void> => {
    await replace(session, id, words)
    page.said.value = say(wording.document.changed, {counts: countsOf(session)})
    document.getElementById('findings-heading')?.focus({preventScroll: true})
  }
  const edit = async (): Promise<void> => {
    const block = place && blockAt(place.start.offset)
    if (block) await beginEdit(session, placeOf(block))
  }
  if (isDismissing) return <Dismiss finding={finding} session={session} onEnd={() => setDismissing(false)} />
  return (
    <div class="finding-actions">
      {suggestionsOf(finding).map(suggestion => (
        <button type="button" class="small-button" key={suggestion} onClick={() => void use(suggestion)}>
          {say(words.use, {words: suggestion})}
        </button>
      ))}
      {isMarked && (
        <button type="button" class="small-button" onClick={edit}>
          {words.edit}
        </button>
      )}
      <button type="button" class="small-button" onClick={() => setDismissing(true)}>
        {words.dismiss}
      </button>
      {isMarked && (
        <button type="button" class="small-button" onClick={() => goToWords(session, finding)}>
          {words.show}
        </button>
      )}
    </div>
  )
}
