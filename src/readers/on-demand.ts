/** Bytes -> tree, loading the reader of a format only when a document needs it: a Word plan need not wait for Markdown and HTML. */
import type {Document} from '../tree.ts'
import {kindOf} from './detect.ts'
import {charactersOf, checked, refused} from './choose.ts'

/** The same as `read`, later, and PDF files too. Rejects with a ReadError, and nothing else, whatever the bytes are. */
export async function readOnDemand(bytes: Uint8Array, name?: string): Promise<Document> {
  try {
    const kind = kindOf(bytes)
    if (kind === 'zip') return checked((await import('./docx.ts')).readDocx(bytes))
    if (kind === 'pdf') return checked(await (await import('./pdf.ts')).readPdf(bytes))
    const {text, format} = charactersOf(bytes, name)
    if (format === 'html') return checked((await import('./html.ts')).readHtml(text))
    if (format === 'markdown') return checked((await import('./markdown.ts')).readMarkdown(text))
    return checked((await import('./text.ts')).readText(text))
  } catch (error) {
    throw refused(error)
  }
}
