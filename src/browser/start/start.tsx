/** Where a document comes in. */
import {useRef, useState} from 'preact/hooks'
import {usePage} from '../page.ts'
import wording from '../wording.json' with {type: 'json'}
import {say} from '../wording.ts'
import {readFiles, readPasted} from './files.ts'
import sample from './sample.html'

const words = wording.start

export function Start() {
  const page = usePage()
  const {busy} = page
  const openSample = (): void => void page.openFile(new TextEncoder().encode(sample), words.sampleName)
  return (
    <div class="start">
      <h1 class="govuk-heading-xl" tabIndex={-1}>
        {words.heading}
      </h1>
      <p class="govuk-body-l lead">{words.lead}</p>
      <div class="ways" aria-busy={busy.value !== null}>
        <DropPlace />
        <div class="other-ways">
          <section>
            <h2 class="govuk-heading-m">{words.sample}</h2>
            <p class="govuk-body">{words.sampleNote}</p>
            <button type="button" class="govuk-button govuk-button--secondary" onClick={openSample}>
              {words.sample}
            </button>
          </section>
          <PastePlace />
        </div>
      </div>
      {busy.value !== null && <p class="govuk-body busy">{say(wording.busy.reading, {name: busy.value})}</p>}
      <details class="govuk-details sure">
        <summary class="govuk-details__summary">
          <span class="govuk-details__summary-text">{wording.trust.more}</span>
        </summary>
        <div class="govuk-details__text">{wording.trust.how}</div>
      </details>
    </div>
  )
}

function DropPlace() {
  const page = usePage()
  const [isOver, setOver] = useState(false)
  const input = useRef<HTMLInputElement>(null)
  const choose = (): void => void readFiles(page, [...(input.current?.files ?? [])])
  return (
    <section
      class={isOver ? 'drop over' : 'drop'}
      aria-labelledby="drop-here"
      onDragEnter={() => setOver(true)}
      onDragLeave={({relatedTarget, currentTarget}) => setOver(currentTarget.contains(relatedTarget as Node | null))}
      onDrop={() => setOver(false)}
    >
      <h2 id="drop-here" class="govuk-heading-l drop-here">
        {words.drop}
      </h2>
      <p class="govuk-body">{words.or}</p>
      <input
        ref={input}
        id="file"
        class="unseen"
        type="file"
        multiple
        accept=".docx,.pdf,.html,.htm,.md,.markdown,.txt"
        aria-describedby="kinds"
        onChange={choose}
      />
      <label for="file" class="govuk-button choose">
        {words.choose}
      </label>
      <p id="kinds" class="govuk-hint">
        {words.kinds}
      </p>
    </section>
  )
}

function PastePlace() {
  const page = usePage()
  const paste = (event: ClipboardEvent): void => {
    event.preventDefault()
    void readPasted(page, event.clipboardData)
  }
  return (
    <section>
      <h2 class="govuk-heading-m">{words.paste}</h2>
      <label class="govuk-label" for="paste">
        {words.pasteLabel}
      </label>
      <p id="paste-hint" class="govuk-hint">
        {words.pasteHint}
      </p>
      <textarea id="paste" class="govuk-textarea paste" rows={2} aria-describedby="paste-hint" spellcheck={false} onPaste={paste} />
    </section>
  )
}
