/** Bytes -> tree, whatever the format. */
import {type Document, ReadError} from '../tree.ts'
import {decode} from './decode.ts'
import {assertWriting, kindOf, textFormatOf} from './detect.ts'
import {readDocx} from './docx.ts'
import {refusal} from './errors.ts'
import {readHtml} from './html.ts'
import {readMarkdown} from './markdown.ts'
import {readText} from './text.ts'

/**
 * Reads a document: the first bytes decide what it is, then the name (`-` or nothing for standard input), then a look at the text.
 * Throws a ReadError, and nothing else, whatever the bytes are.
 */
export function read(bytes: Uint8Array, name?: string): Document {
  try {
    const document = kindOf(bytes) === 'zip' ? readDocx(bytes) : readCharacters(bytes, name)
    if (document.tree.children.every(({type}) => type === 'html')) throw refusal('empty')
    return document
  } catch (error) {
    if (error instanceof ReadError) throw error
    // Depth that runs out of stack is never an honest document.
    throw refusal(error instanceof RangeError ? 'hostile' : 'damaged')
  }
}

function readCharacters(bytes: Uint8Array, name: string | undefined): Document {
  const text = decode(bytes)
  assertWriting(text)
  switch (textFormatOf(text, name)) {
    case 'html':
      return readHtml(text)
    case 'markdown':
      return readMarkdown(text)
    default:
      return readText(text)
  }
}
