/** Text of a document made safe and plain: nothing in it that steers a terminal, turns the writing direction or hides. */

/** Escape sequences whole (CSI, OSC and the like, and the short ones), so that no `[31m` is left behind. */
const escapes =
  /(?:\u001b\[|\u009b)[0-?]*[ -/]*[@-~]|(?:\u001b[\]PX^_]|[\u0090\u0098\u009d-\u009f])[^\u0007\u001b\u009c]*(?:\u0007|\u001b\\|\u009c)?|\u001b[ -/]*[0-~]/g
const whiteSpace = /[\s\u0085\u00a0\u2028\u2029]+/g
/** Other controls, marks that turn the writing direction, invisible characters, halves of surrogate pairs. */
const hidden = /[\p{Cc}\u00ad\u061c\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff\p{Cs}]/gu

/** As one line. */
export function visible(text: string): string {
  return text.replace(escapes, '').replace(whiteSpace, ' ').replace(hidden, '')
}

/** With its own white space, for a page that shows a document as it was laid out. */
export function visibleAsLaidOut(text: string): string {
  return text.replace(escapes, '').replace(hidden, character => (/[\t\n\r]/.test(character) ? character : ''))
}
