/** What all parts of the page share: the documents, what is said aloud, and going from a finding to its words. */
import {type Signal, signal} from '@preact/signals'
import {createContext} from 'preact'
import {useContext} from 'preact/hooks'
import {createSession, type Session} from './session.ts'
import type {Desks} from './worker-start.ts'
import wording from './wording.json' with {type: 'json'}
import {say, sayCount} from './wording.ts'

export interface PageState {
  readonly sessions: Signal<readonly Session[]>
  readonly shown: Signal<Session | null>
  /** The file that is being read. */
  readonly busy: Signal<string | null>
  readonly problem: Signal<string | null>
  /** What a screen reader hears. */
  readonly said: Signal<string>
  /** Whether n, p, j and k walk through the findings. */
  readonly keys: Signal<boolean>
  openFile(bytes: Uint8Array, name: string): Promise<void>
  clear(): void
}

export function createPage(desks: Desks): PageState {
  desks.prepare()
  const page: PageState = {
    sessions: signal<readonly Session[]>([]),
    shown: signal<Session | null>(null),
    busy: signal<string | null>(null),
    problem: signal<string | null>(null),
    said: signal(''),
    keys: signal(true),
    openFile: (bytes, name) => openFile(page, desks, bytes, name),
    clear() {
      for (const {close} of page.sessions.value) close()
      page.shown.value = null
      page.sessions.value = []
      page.busy.value = null
      page.problem.value = null
      page.said.value = wording.trust.cleared
    }
  }
  return page
}

async function openFile(page: PageState, desks: Desks, bytes: Uint8Array, name: string): Promise<void> {
  page.problem.value = null
  page.busy.value = name
  page.said.value = say(wording.busy.reading, {name})
  const {desk, end} = await desks.take()
  const session = createSession(desk, name, end)
  try {
    const reading = await desk.open(bytes, name)
    // Everything may have been cleared in the meantime.
    if (page.busy.value === null) return end()
    session.reading.value = reading
    page.sessions.value = [...page.sessions.value, session]
    page.shown.value = session
    page.said.value = say(wording.busy.read, {name, counts: countsOf(session)})
  } catch (error) {
    end()
    page.problem.value = say(wording.problem.own, {said: String(error)})
  }
  page.busy.value = null
  desks.prepare()
}

/** `1 error, 14 warnings, 3 hints`. */
export function countsOf({open}: Session): string {
  const of = (severity: 'error' | 'warning' | 'info'): string =>
    sayCount(open.value.filter(finding => finding.severity === severity).length, wording.counts[severity])
  return [of('error'), of('warning'), of('info')].join(', ')
}

export const PageContext = createContext<PageState | null>(null)

export function usePage(): PageState {
  const page = useContext(PageContext)
  if (!page) throw new Error('A part of the page stands outside of it')
  return page
}
