/** Bytes -> tree, whatever the format, at once. A PDF takes time and so another way: `readOnDemand`. */
import type {Document} from '../tree.ts'
import {charactersOf, checked, refused} from './choose.ts'
import {kindOf} from './detect.ts'
import {readDocx} from './docx.ts'
import {refusal} from './errors.ts'
import {readHtml} from './html.ts'
import {readMarkdown} from './markdown.ts'
import {readText} from './text.ts'

const readers = {html: readHtml, markdown: readMarkdown, text: readText}

/**
 * Reads a document: the first bytes decide what it is, then the name (`-` or nothing for standard input), then a look at the text.
 * Throws a ReadError, and nothing else, whatever the bytes are.
 */
export function read(bytes: Uint8Array, name?: string): Document {
  try {
    const kind = kindOf(bytes)
    if (kind === 'pdf') throw refusal('pdf')
    if (kind === 'zip') return checked(readDocx(bytes))
    const {text, format} = charactersOf(bytes, name)
    return checked(readers[format](text))
  } catch (error) {
    throw refused(error)
  }
}
