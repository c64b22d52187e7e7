/** Begins the page. */
import {render} from 'preact'
import {App} from './app.tsx'
import {createPage, PageContext} from './page.ts'
import {hasWork} from './session.ts'
import {createDesks} from './worker-start.ts'
import wording from './wording.json' with {type: 'json'}
import {say} from './wording.ts'

const place = document.getElementById('page')
const packed = document.getElementById('worker')?.textContent?.trim()

if (place && packed && 'DecompressionStream' in globalThis) {
  const page = createPage(createDesks(packed))
  // What was dropped beside the place for it would open in the browser and take the page's place.
  for (const kind of ['dragover', 'drop'] as const) addEventListener(kind, event => event.preventDefault())
  addEventListener('beforeunload', event => {
    if (page.sessions.value.some(hasWork)) event.preventDefault()
  })
  addEventListener('unhandledrejection', ({reason}) => {
    page.problem.value = say(wording.problem.own, {said: String(reason)})
  })
  place.replaceChildren()
  render(
    <PageContext.Provider value={page}>
      <App />
    </PageContext.Provider>,
    place
  )
} else if (place) place.textContent = wording.problem.old
