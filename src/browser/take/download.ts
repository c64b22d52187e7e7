/** Handing a file to the browser, which puts it into the user's downloads. */

export function download(content: BlobPart, name: string, type: string): void {
  const address = URL.createObjectURL(new Blob([content], {type}))
  const link = document.createElement('a')
  link.href = address
  link.download = name
  link.click()
  // Some browsers read the file only after the click has been dealt with.
  setTimeout(() => URL.revokeObjectURL(address), 10_000)
}

/** `plan.docx` and `-checked.docx` make `plan-checked.docx`. */
export function nameWith(name: string, suffix: string): string {
  return name.replace(/\.[a-z0-9]+$/i, '') + suffix
}
