/** Changing the words of one paragraph where it stands; the findings follow as one types. */
import type {RefObject} from 'preact'
import {createPortal} from 'preact/compat'
import {useEffect, useLayoutEffect, useMemo, useRef, useState} from 'preact/hooks'
import {editOf} from '../deeds.ts'
import {blockAt, goToPlace, placeOf} from '../go.ts'
import {countsOf, usePage} from '../page.ts'
import type {Editing, Session} from '../session.ts'
import wording from '../wording.json' with {type: 'json'}
import {say, sayCount} from '../wording.ts'

const words = wording.document

export function Editor({session, sheet}: {session: Session; sheet: RefObject<HTMLElement>}) {
  const editing = session.editing.value
  const [place, setPlace] = useState<HTMLElement | null>(null)
  useLayoutEffect(() => {
    const block = editing && blockAt(editing.from)
    if (!editing || !block || placeOf(block).to !== editing.to || !sheet.current) return
    const place = document.createElement('div')
    block.after(place)
    block.hidden = true
    setPlace(place)
    return () => {
      place.remove()
      block.hidden = false
      setPlace(null)
    }
  }, [editing, sheet])
  return editing && place ? createPortal(<EditForm key={editing} session={session} editing={editing} />, place) : null
}

function EditForm({session, editing}: {session: Session; editing: Editing}) {
  const page = usePage()
  const field = useRef<HTMLTextAreaElement>(null)
  const edit = useMemo(() => editOf(session, editing), [session, editing])
  useEffect(() => field.current?.focus(), [])
  const finish = async (): Promise<void> => {
    await edit.finish()
    page.said.value = say(words.changed, {counts: countsOf(session)})
    requestAnimationFrame(() => goToPlace(editing.from))
  }
  const cancel = async (): Promise<void> => {
    await edit.cancel()
    requestAnimationFrame(() => goToPlace(editing.from))
  }
  const onKey = (event: KeyboardEvent): void => {
    if (event.key !== 'Enter' && event.key !== 'Escape') return
    event.preventDefault()
    void (event.key === 'Enter' ? finish() : cancel())
  }
  return (
    <div class="editor">
      <label class="govuk-label" for="edit">
        {words.label}
      </label>
      <textarea
        id="edit"
        class="govuk-textarea"
        ref={field}
        rows={Math.min(10, 1 + Math.ceil(editing.words.length / 70))}
        defaultValue={editing.words}
        aria-describedby="edit-status"
        onInput={({currentTarget}) => edit.type(currentTarget.value)}
        onKeyDown={onKey}
      />
      <Here session={session} editing={editing} />
      <div class="finding-actions">
        <button type="button" class="small-button" onClick={finish}>
          {words.done}
        </button>
        <button type="button" class="small-button" onClick={cancel}>
          {words.cancel}
        </button>
      </div>
    </div>
  )
}

/** What is found in these words now. The end of the block moves with what is typed. */
function Here({session, editing: {from, to, length}}: {session: Session; editing: Editing}) {
  const {reading, open} = session
  const end = to + (reading.value?.length ?? length) - length
  const here = open.value.filter(({place}) => place && place.start.offset >= from && place.end.offset <= end)
  return (
    <div id="edit-status" role="status" class="here">
      <p class="govuk-body-s">{here.length === 0 ? words.none : sayCount(here.length, words.some)}</p>
      <ul>
        {here.map(({id, reason}) => (
          <li key={id}>{reason}</li>
        ))}
      </ul>
    </div>
  )
}
