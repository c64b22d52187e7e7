/** The document as it was laid out, findings marked, its words open to change. */
import {useEffect, useRef} from 'preact/hooks'
import {beginEdit} from '../deeds.ts'
import {goToFinding, placeOf} from '../go.ts'
import {useGradually} from '../gradually.ts'
import type {Session} from '../session.ts'
import wording from '../wording.json' with {type: 'json'}
import {Block} from './block.tsx'
import {useEditButtons} from './edit-buttons.ts'
import {Editor} from './editor.tsx'

const words = wording.document

export function Sheet({session}: {session: Session}) {
  const sheet = useRef<HTMLDivElement>(null)
  const {reading, editing, editable, shown, current} = session
  const blocks = reading.value?.blocks ?? []
  const count = useGradually(blocks.length)
  const place = editing.value
  const frozen = place === null ? -1 : blocks.findLastIndex(({start}) => start <= place.from)
  useEffect(() => {
    if (sheet.current) showState(sheet.current, session)
  })
  useEditButtons(sheet, editable.value, session)
  // Read here, so that the marks follow them.
  void [shown.value, current.value]
  return (
    <section class="paper" id="paper" aria-labelledby="paper-heading" tabIndex={-1}>
      <h2 id="paper-heading" class="govuk-heading-m">
        {words.heading}
      </h2>
      <label class="choice edit-choice">
        <input
          type="checkbox"
          checked={editable.value}
          onChange={({currentTarget}) => {
            editable.value = currentTarget.checked
          }}
        />
        <span>{words.editing}</span>
      </label>
      {/* biome-ignore lint/a11y/useKeyWithClickEvents: the links inside do the same by keyboard */}
      {/* biome-ignore lint/a11y/noStaticElementInteractions: the links inside do the same by keyboard */}
      <div class="sheet" ref={sheet} onClick={event => onClick(event, session)} onDblClick={event => onDoubleClick(event, session)}>
        {blocks.slice(0, count).map((block, index) => (
          <Block key={index} index={index} block={block} isFrozen={index === frozen} />
        ))}
      </div>
      <Editor session={session} sheet={sheet} />
    </section>
  )
}

/** Which marks belong to the finding the user is at, and which to findings that are not shown. */
function showState(sheet: HTMLElement, {shown, current}: Session): void {
  const numbers = new Map(shown.value.map(({number, id}) => [String(number), id]))
  for (const mark of sheet.querySelectorAll<HTMLElement>('mark[data-passage]')) {
    const id = numbers.get(mark.dataset.passage ?? '')
    mark.classList.toggle('off', id === undefined)
    mark.classList.toggle('current', id !== undefined && id === current.value)
  }
  for (const reference of sheet.querySelectorAll<HTMLElement>('[data-reference]')) {
    reference.hidden = !numbers.has(reference.dataset.reference ?? '')
  }
}

function onClick(event: MouseEvent, session: Session): void {
  const target = event.target as Element
  const reference = target.closest<HTMLElement>('[data-reference]')
  if (reference) event.preventDefault()
  // Whoever selects words in the document does not want to leave them.
  const mark = reference || !getSelection()?.isCollapsed ? null : target.closest<HTMLElement>('mark:not(.off)')
  const number = reference?.dataset.reference ?? mark?.dataset.passage
  if (number) goToFinding(session, Number(number))
}

function onDoubleClick(event: MouseEvent, session: Session): void {
  const block = (event.target as Element).closest<HTMLElement>('[data-from]')
  if (block && !(event.target as Element).closest('a, button, textarea')) void beginEdit(session, placeOf(block))
}
