/** The sentences a user sees when a file cannot be read: one each, saying what to do. */
import {ReadError, type ReadErrorCode} from '../tree.ts'

const saveAsDocx = 'open it in Word and save it as .docx'

const sentences = {
  encrypted: ['encrypted', 'This Word file has a password: open it in Word, take the password off, and save it again.'],
  legacyDoc: ['legacy-doc', `This is an old Word file (.doc): ${saveAsDocx}.`],
  rtf: ['rtf', `This is a rich text file (.rtf): ${saveAsDocx}.`],
  odt: ['odt', 'This is an OpenDocument file (.odt): open it in Word or LibreOffice and save it as .docx.'],
  pdf: ['pdf', 'planlint cannot read PDF files here: open the original in Word and save it as .docx.'],
  encryptedPdf: ['encrypted', 'This PDF has a password: save a copy without one, or use the original Word document.'],
  damagedPdf: ['damaged', 'This PDF is damaged or incomplete: make it again from the original, or use the original Word document.'],
  scannedPdf: ['image-only', 'This PDF has only pictures of pages and no text: use the original document, not a scan of it.'],
  damaged: ['damaged', 'This file is damaged or incomplete: open it in Word, save it again as .docx, and try that copy.'],
  hostile: ['hostile', 'This file is not built like a normal document and was not opened: copy its text into a new document and try that.'],
  empty: ['empty', 'This document has no text: check that it is the right file and that it was saved.'],
  imageOnly: ['image-only', 'This document has only pictures and no text: use the original document, not a scan of it.'],
  picture: ['not-a-document', 'This is a picture, not a document: use the original document as .docx, .html, .md or .txt.'],
  otherOffice: ['not-a-document', 'This is a spreadsheet or a slide show, not a document: copy its text into Word and save it as .docx.'],
  wordXml: ['not-a-document', `This is a Word XML file: ${saveAsDocx}.`],
  otherZip: ['not-a-document', 'This is a zip file, not a document: unzip it and use the document inside it.'],
  binary: ['not-a-document', 'This is not a document that planlint can read: use a .docx, .html, .md or .txt file.']
} as const satisfies Record<string, readonly [ReadErrorCode, string]>

export type Refusal = keyof typeof sentences

/** The error to throw for a kind of bad input. */
export function refusal(kind: Refusal): ReadError {
  const [code, message] = sentences[kind]
  return new ReadError(code, message)
}
