/** Copying text, said aloud. */
import type {PageState} from '../page.ts'
import wording from '../wording.json' with {type: 'json'}

export async function copyAloud(page: PageState, text: string): Promise<void> {
  page.said.value = (await copy(text)) ? wording.take.copied : wording.take.notCopied
}

async function copy(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text)
    return true
  } catch {
    return copyTheOldWay(text)
  }
}

/** Some browsers give a page from disk no clipboard. */
function copyTheOldWay(text: string): boolean {
  const field = document.createElement('textarea')
  field.value = text
  field.className = 'unseen'
  document.body.append(field)
  const before = document.activeElement as HTMLElement | null
  field.select()
  const isCopied = document.execCommand('copy')
  field.remove()
  before?.focus()
  return isCopied
}
