/** What the user can take away. Nothing is written anywhere before they ask for it. */
import {usePage} from '../page.ts'
import {dismissalsOf, type Session, type View} from '../session.ts'
import {copyAloud} from '../take/copy.ts'
import {download, nameWith} from '../take/download.ts'
import wording from '../wording.json' with {type: 'json'}
import {listed, say} from '../wording.ts'

const words = wording.take
const wordType = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'
const endings: Readonly<Record<string, [ending: string, type: string]>> = {
  markdown: ['.md', 'text/markdown'],
  html: ['.html', 'text/html'],
  text: ['.txt', 'text/plain']
}

export function TakeAway({session}: {session: Session}) {
  const page = usePage()
  const {desk, reading, name} = session
  const hand = (content: BlobPart, file: string, type: string): void => {
    download(content, file, type)
    page.said.value = say(words.made, {name: file})
  }
  const isWord = reading.value?.format === 'docx'
  const wordCopy = async (): Promise<void> => {
    const copy = await desk.wordCopy(dismissalsOf(session), `${new Date().toISOString().slice(0, 19)}Z`).catch((error: Error) => {
      page.problem.value = error.message
    })
    if (!copy) return
    hand(copy.bytes as Uint8Array<ArrayBuffer>, nameWith(name, words.suffix.word), wordType)
    if (copy.unmarked.length > 0)
      page.problem.value = say(words.unmarked, {words: listed(copy.unmarked.map(change => `“${change.words}”`))})
  }
  const htmlReport = async (): Promise<void> =>
    hand(await desk.htmlReport(dismissalsOf(session)), nameWith(name, words.suffix.html), 'text/html')
  const [ending, type] = endings[reading.value?.format ?? ''] ?? ['.txt', 'text/plain']
  const changed = async (): Promise<void> => hand(await desk.text(), nameWith(name, `${words.suffix.changed}${ending}`), type)
  return (
    <section aria-labelledby="take-heading">
      <h2 id="take-heading" class="govuk-heading-m">
        {words.heading}
      </h2>
      <p class="govuk-body">{words.lead}</p>
      <div class="takes">
        {isWord ? <Take title={words.word} hint={words.wordHint} onTake={wordCopy} /> : <p class="govuk-inset-text">{words.wordOnly}</p>}
        <Take title={words.html} hint={words.htmlHint} onTake={htmlReport} />
        <Take
          title={words.text}
          hint={words.textHint}
          onTake={async () => copyAloud(page, await desk.findingsAsText(dismissalsOf(session)))}
        />
        <Take title={words.print} hint={wording.supervision.lead} onTake={() => show(session, 'supervision')} />
        <Take title={words.family} hint={wording.family.lead} onTake={() => show(session, 'family')} />
        {(reading.value?.version ?? 0) > 0 && !isWord && (
          <Take
            title={words.changed}
            hint={reading.value?.format && reading.value.format in endings ? words.changedHint : words.changedText}
            onTake={changed}
          />
        )}
      </div>
    </section>
  )
}

function show({view}: Session, name: View): void {
  view.value = name
}

function Take({title, hint, onTake}: {title: string; hint: string; onTake: () => void | Promise<void>}) {
  return (
    <div class="take">
      <button type="button" class="govuk-button govuk-button--secondary" onClick={() => void onTake()}>
        {title}
      </button>
      <p class="govuk-hint">{hint}</p>
    </div>
  )
}
