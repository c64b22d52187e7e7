/**
 * An independent look at a Word file: one pass over the parts as a stream of tags, sharing nothing with the reader or the writer of
 * planlint but the parser of XML.
 */
import {strFromU8, unzipSync} from 'fflate'
import {SaxesParser} from 'saxes'

export interface RangedComment {
  id: string
  author: string
  initials: string
  date: string
  lines: string[]
  /** The text between the marks of its range, without what is deleted or hidden; null if a mark is missing. */
  words: string | null
  /** How often its sign stands in the text. */
  signs: number
  paraId: string | undefined
}

export interface Look {
  comments: RangedComment[]
  /** All text of the main part that is not deleted. */
  text: string
}

export function lookAt(bytes: Uint8Array, main = 'word/document.xml'): Look {
  const parts = unzipSync(bytes)
  const folder = main.slice(0, main.lastIndexOf('/') + 1)
  const rels = strFromU8(parts[`${folder}_rels/${main.slice(folder.length)}.rels`] ?? new Uint8Array())
  const target = /<Relationship\b[^>]*\/comments"[^>]*>/.exec(rels)?.[0]
  const path = target && /Target="([^"]+)"/.exec(target)?.[1]
  const comments = path ? commentTexts(strFromU8(parts[path.startsWith('/') ? path.slice(1) : folder + path] as Uint8Array)) : []
  const {ranges, signs, text} = rangesIn(strFromU8(parts[main] as Uint8Array))
  return {text, comments: comments.map(one => ({...one, words: ranges.get(one.id) ?? null, signs: signs.get(one.id) ?? 0}))}
}

type Tag = {name: string; attributes: Record<string, string>}

/** Calls back for each tag and text, names without their prefix. */
function stream(
  xml: string,
  on: {open?(tag: Tag, path: string[]): void; close?(name: string, path: string[]): void; text?(text: string, path: string[]): void}
): void {
  const path: string[] = []
  const parser = new SaxesParser()
  const local = (name: string) => name.slice(name.indexOf(':') + 1)
  parser.on('error', error => {
    throw error
  })
  parser.on('opentag', tag => {
    const attributes = Object.fromEntries(
      Object.entries(tag.attributes as Record<string, string>).map(([name, value]) => [local(name), value])
    )
    on.open?.({name: local(tag.name), attributes}, path)
    path.push(local(tag.name))
  })
  parser.on('text', text => on.text?.(text, path))
  parser.on('closetag', tag => {
    path.pop()
    on.close?.(local(tag.name), path)
  })
  parser.write(xml).close()
}

function commentTexts(xml: string): Omit<RangedComment, 'words' | 'signs'>[] {
  const found: Omit<RangedComment, 'words' | 'signs'>[] = []
  stream(xml, {
    open({name, attributes}) {
      const last = found.at(-1)
      if (name === 'comment') {
        const {id = '', author = '', initials = '', date = ''} = attributes
        found.push({id, author, initials, date, lines: [], paraId: undefined})
      } else if (name === 'p' && last) {
        last.lines.push('')
        last.paraId = attributes.paraId
      }
    },
    text(text, path) {
      const last = found.at(-1)
      if (path.at(-1) === 't' && last) last.lines[last.lines.length - 1] += text
    }
  })
  return found
}

const outside = new Set(['del', 'moveFrom', 'Fallback', 'txbxContent', 'instrText'])

function rangesIn(xml: string): {ranges: Map<string, string>; signs: Map<string, number>; text: string} {
  const open = new Map<string, string>()
  const ranges = new Map<string, string>()
  const signs = new Map<string, number>()
  let text = ''
  let held: {text: string; hidden: boolean; spaced: boolean}[] = []
  const add = (letters: string) => {
    text += letters
    for (const [id, before] of open) open.set(id, before + letters)
  }
  stream(xml, {
    open({name, attributes}, path) {
      const run = held.at(-1)
      const {id = '', val} = attributes
      if (name === 'commentRangeStart') open.set(id, '')
      else if (name === 'commentRangeEnd' && open.has(id)) {
        ranges.set(id, open.get(id) ?? '')
        open.delete(id)
      } else if (name === 'commentReference') signs.set(id, (signs.get(id) ?? 0) + 1)
      else if (name === 'p') held = [...held, {text: '', hidden: false, spaced: false}]
      else if (name === 'r') held = [...held, {text: '', hidden: false, spaced: false}]
      else if (run && name === 'vanish' && path.at(-1) === 'rPr' && path.at(-2) === 'r') run.hidden = !/^(0|false|off)$/.test(val ?? '1')
      else if (run && name === 't') Object.assign(run, {spaced: attributes.space === 'preserve', text: ''})
      else if (run && path.at(-1) === 'r' && !path.some(part => outside.has(part)) && !run.hidden) {
        if (name === 'tab' || name === 'ptab') add('\t')
        else if (name === 'br' || name === 'cr') add('\n')
        else if (name === 'noBreakHyphen') add('\u2011')
        else if (name === 'sym') add('\ufffc')
      }
    },
    text(letters, path) {
      const run = held.at(-1)
      if (!run || path.at(-1) !== 't' || run.hidden || path.some(part => outside.has(part))) return
      run.text += letters.replace(/\n/g, ' ')
    },
    close(name) {
      const run = held.at(-1)
      if (name === 't' && run) {
        add(run.spaced ? run.text : run.text.replace(/^ +| +$/g, ''))
        run.text = ''
      }
      if (name === 'r' || name === 'p') held = held.slice(0, -1)
    }
  })
  return {ranges, signs, text}
}
