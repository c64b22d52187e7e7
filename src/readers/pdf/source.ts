/** Opens a PDF with pdf.js (in the form that unpdf gives it: one file, no worker) and hands out what is drawn on its pages. */
import {ReadError} from '../../tree.ts'
import {refusal} from '../errors.ts'
import {type Drawing, drawingOf, type Font, type Matrix} from './drawing.ts'

/** No honest plan is longer. */
const mostPages = 1000
const mostOperators = 2_000_000

/** All pages in order. Rejects with a ReadError if the file has a password, is damaged or hostile. */
export async function pagesOf(bytes: Uint8Array): Promise<Drawing[]> {
  fillGaps()
  const {getDocument, OPS} = await import('unpdf/pdfjs')
  // The parser takes the bytes it is given for good. Pictures are of no use here, only costly.
  const task = getDocument({
    data: new Uint8Array(bytes),
    verbosity: 0,
    maxImageSize: 1,
    disableFontFace: true,
    useSystemFonts: false,
    isEvalSupported: false
  })
  try {
    const source = await task.promise
    if (source.numPages > mostPages) throw refusal('hostile')
    const pages: Drawing[] = []
    for (let number = 1; number <= source.numPages; number++) pages.push(await drawingOn(await source.getPage(number), OPS))
    return pages
  } catch (error) {
    throw readErrorOf(error)
  } finally {
    await task.destroy()
  }
}

type Page = Awaited<ReturnType<Awaited<ReturnType<typeof import('unpdf/pdfjs')['getDocument']>['promise']>['getPage']>>

async function drawingOn(page: Page, operators: Record<string, number>): Promise<Drawing> {
  const {fnArray: codes, argsArray: args} = await page.getOperatorList()
  if (codes.length > mostOperators) throw refusal('hostile')
  const {width, height, transform} = page.getViewport({scale: 1})
  const fonts = new Map<string, Font>()
  const fontOf = (id: string) => {
    const font = fonts.get(id) ?? fontFrom(page.commonObjs.has(id) ? page.commonObjs.get(id) : undefined)
    fonts.set(id, font)
    return font
  }
  const drawing = drawingOf({codes, args}, operators, transform as Matrix, {width, height}, fontOf)
  page.cleanup()
  return drawing
}

interface SourceFont {
  name?: string
  bold?: boolean
  black?: boolean
  italic?: boolean
  fontMatrix?: number[]
  vertical?: boolean
}

function fontFrom(font: SourceFont | undefined): Font {
  const name = (font?.name ?? '').replace(/^[A-Z]{6}\+/, '')
  return {
    name,
    bold: font?.bold === true || font?.black === true || /bold|black|heavy|demi/i.test(name),
    italic: font?.italic === true || /italic|oblique/i.test(name),
    unit: font?.fontMatrix?.[0] ?? 0.001,
    vertical: font?.vertical === true
  }
}

function readErrorOf(error: unknown): ReadError {
  if (error instanceof ReadError) return error
  return refusal(error instanceof Error && error.name === 'PasswordException' ? 'encryptedPdf' : 'damagedPdf')
}

/** pdf.js needs this one method that Node 20 and browsers of its time lack. */
function fillGaps(): void {
  const {prototype} = ArrayBuffer as unknown as {prototype: {transferToFixedLength?: (this: ArrayBuffer, length?: number) => ArrayBuffer}}
  prototype.transferToFixedLength ??= function (this: ArrayBuffer, length = this.byteLength) {
    const fresh = new Uint8Array(length)
    fresh.set(new Uint8Array(this).subarray(0, length))
    return fresh.buffer
  }
}
