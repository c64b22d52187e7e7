/** What both ways of reading share: which characters and format a file has, and what an error means to the user. */
import {type Document, ReadError} from '../tree.ts'
import {decode} from './decode.ts'
import {assertWriting, textFormatOf} from './detect.ts'
import {refusal} from './errors.ts'

/** The text of a file that is not a Word document, and how to read it. Throws a ReadError if it is no writing. */
export function charactersOf(bytes: Uint8Array, name: string | undefined): {text: string; format: ReturnType<typeof textFormatOf>} {
  const text = decode(bytes)
  assertWriting(text)
  return {text, format: textFormatOf(text, name)}
}

/** Hands a document on if it holds any text. */
export function checked(document: Document): Document {
  if (document.tree.children.every(({type}) => type === 'html')) throw refusal('empty')
  return document
}

/** Whatever went wrong, as a ReadError. */
export function refused(error: unknown): ReadError {
  if (error instanceof ReadError) return error
  // Depth that runs out of stack is never an honest document.
  return refusal(error instanceof RangeError ? 'hostile' : 'damaged')
}
