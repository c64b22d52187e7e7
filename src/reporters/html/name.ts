/** The name of a document: the file, and the folder it lies in. */
import type {Element} from 'hast'
import {h} from 'hastscript'
import {visible} from '../visible.ts'

export function nameOf(path: string): {folder: string; file: string} {
  const shown = visible(path)
  const end = Math.max(shown.lastIndexOf('/'), shown.lastIndexOf('\\')) + 1
  return {folder: shown.slice(0, end), file: shown.slice(end) || shown}
}

export function titleElement(path: string, level: number, id: string): Element {
  const {folder, file} = nameOf(path)
  return h(`h${level}`, {id, className: ['name']}, [...(folder ? [h('span', {className: ['folder']}, folder), ' '] : []), file])
}
