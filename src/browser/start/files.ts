/** From what the user drops, chooses or pastes to a document on the page. */
import type {PageState} from '../page.ts'
import wording from '../wording.json' with {type: 'json'}

export async function readFiles(page: PageState, files: readonly File[]): Promise<void> {
  for (const file of files) await page.openFile(new Uint8Array(await file.arrayBuffer()), file.name)
}

/** What Word puts on the clipboard is a page of HTML, tables and all; only where there is none is plain text taken. */
export async function readPasted(page: PageState, data: DataTransfer | null): Promise<void> {
  const markup = data?.getData('text/html') ?? ''
  const text = data?.getData('text/plain') ?? ''
  const isMarkup = /<(?:p|table|h[1-6]|li|div)\b/i.test(markup)
  const files = [...(data?.files ?? [])]
  if (!isMarkup && !text.trim()) {
    if (files.length > 0) return readFiles(page, files)
    page.problem.value = wording.problem.nothingPasted
    return
  }
  const content = isMarkup ? markup : text
  await page.openFile(new TextEncoder().encode(content), `${wording.start.pastedName}${isMarkup ? '.html' : '.txt'}`)
}
