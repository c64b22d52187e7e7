/** One document: what it is, and the parts of the page about it. */
import {useEffect} from 'preact/hooks'
import {aboutText} from './about.ts'
import {Correct} from './correct.tsx'
import {undoAloud} from './undo-aloud.ts'
import {Findings} from './findings/findings.tsx'
import {step} from './go.ts'
import {Overview} from './overview/overview.tsx'
import {type PageState, usePage} from './page.ts'
import {Sheet} from './sheet/sheet.tsx'
import type {Session, View} from './session.ts'
import {FamilyCopy} from './views/family.tsx'
import {HowRead} from './views/how-read.tsx'
import {Supervision} from './views/supervision.tsx'
import {TakeAway} from './views/take-away.tsx'
import wording from './wording.json' with {type: 'json'}
import {say} from './wording.ts'

const views: readonly View[] = ['check', 'reading', 'family', 'supervision', 'take']

export function DocumentPage({session}: {session: Session}) {
  const page = usePage()
  const {reading, view} = session
  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => void answerKey(event, session, page)
    addEventListener('keydown', onKey)
    return () => removeEventListener('keydown', onKey)
  }, [session, page])
  if (!reading.value) return null
  const {report, name} = reading.value
  return (
    <>
      <DocumentsNav />
      <h1 class="govuk-heading-l name" tabIndex={-1}>
        {name}
      </h1>
      {report.error ? (
        <div class="govuk-error-summary">
          <h2 class="govuk-error-summary__title">{say(wording.problem.unread, {name})}</h2>
          <div class="govuk-error-summary__body">
            <p>{report.error.message}</p>
          </div>
        </div>
      ) : (
        <>
          <p class="govuk-body-l lead">{aboutText(report)}</p>
          {report.notices.map(notice => (
            <p class="govuk-inset-text notice" key={notice}>
              {notice}
            </p>
          ))}
          <Correct session={session} />
          <ViewsNav session={session} />
          <div class={`view ${view.value}`}>{viewOf(view.value, session)}</div>
        </>
      )}
    </>
  )
}

function viewOf(view: View, session: Session) {
  switch (view) {
    case 'check':
      return (
        <>
          <Overview session={session} />
          <div class="beside">
            <Findings session={session} />
            <Sheet session={session} />
          </div>
        </>
      )
    case 'reading':
      return <HowRead session={session} />
    case 'family':
      return <FamilyCopy session={session} />
    case 'supervision':
      return <Supervision session={session} />
    case 'take':
      return <TakeAway session={session} />
  }
}

function ViewsNav({session: {view}}: {session: Session}) {
  return (
    <nav class="views" aria-label={wording.about.views}>
      <ul>
        {views.map(name => (
          <li key={name}>
            <button
              type="button"
              aria-current={view.value === name ? 'page' : undefined}
              onClick={() => {
                view.value = name
              }}
            >
              {wording.about.view[name]}
            </button>
          </li>
        ))}
      </ul>
    </nav>
  )
}

/** Other documents, and the way to one more. */
function DocumentsNav() {
  const page = usePage()
  const {sessions, shown} = page
  const again = (): void => {
    shown.value = null
  }
  return (
    <nav class="documents" aria-label={wording.start.documents}>
      <ul>
        {sessions.value.length > 1 &&
          sessions.value.map(session => (
            <li key={session}>
              <button
                type="button"
                class="link"
                aria-current={session === shown.value ? 'page' : undefined}
                onClick={() => {
                  shown.value = session
                }}
              >
                {session.name}
              </button>
            </li>
          ))}
        <li>
          <button type="button" class="link" onClick={again}>
            {wording.start.again}
          </button>
        </li>
      </ul>
    </nav>
  )
}

async function answerKey(event: KeyboardEvent, session: Session, page: PageState): Promise<void> {
  const target = event.target as HTMLElement
  if (target.matches('textarea, select, input:not([type=checkbox], [type=file])')) return
  const key = event.key.toLowerCase()
  if ((event.ctrlKey || event.metaKey) && key === 'z' && !event.shiftKey) {
    event.preventDefault()
    await undoAloud(session, page)
    return
  }
  if (event.ctrlKey || event.metaKey || event.altKey || !page.keys.value || session.view.value !== 'check') return
  if (!['n', 'j', 'p', 'k'].includes(key)) return
  event.preventDefault()
  step(session, key === 'n' || key === 'j')
}
