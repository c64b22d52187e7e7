/** The page: who we are and what we promise on top, then the start or the document. */
import {useEffect, useRef} from 'preact/hooks'
import {DocumentPage} from './document-page.tsx'
import {usePage} from './page.ts'
import {readFiles} from './start/files.ts'
import {Start} from './start/start.tsx'
import {Trust} from './trust.tsx'
import {version} from '../index.ts'
import wording from './wording.json' with {type: 'json'}
import {say} from './wording.ts'

export function App() {
  const page = usePage()
  const session = page.shown.value
  const main = useRef<HTMLElement>(null)
  const isFirst = useRef(true)
  useEffect(() => {
    document.title = session ? say(wording.titleOf, {name: session.name}) : wording.title
    // A new page begins at its heading, for the eye and for a screen reader.
    if (!isFirst.current) main.current?.querySelector<HTMLElement>('h1')?.focus()
    isFirst.current = false
    scrollTo(0, 0)
  }, [session])
  useEffect(() => {
    const onDrop = (event: DragEvent): void => void readFiles(page, [...(event.dataTransfer?.files ?? [])])
    addEventListener('drop', onDrop)
    return () => removeEventListener('drop', onDrop)
  }, [page])
  return (
    <div class="all">
      <a class="govuk-skip-link" href="#main">
        {wording.skip}
      </a>
      <Trust />
      <main id="main" class="wide" ref={main} tabIndex={-1}>
        <Problem />
        {session ? <DocumentPage key={session} session={session} /> : <Start />}
      </main>
      <footer class="wide foot">
        <p>{say(wording.footer.made, {version})}</p>
        <p>{wording.start.limits}</p>
        <p>{wording.footer.design}</p>
      </footer>
      <p class="unseen" role="status">
        {page.said.value}
      </p>
    </div>
  )
}

function Problem() {
  const {problem} = usePage()
  if (problem.value === null) return null
  return (
    <div class="govuk-error-summary" role="alert">
      <h2 class="govuk-error-summary__title">{wording.problem.heading}</h2>
      <div class="govuk-error-summary__body">
        <p>{problem.value}</p>
      </div>
    </div>
  )
}
