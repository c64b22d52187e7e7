/** The parts of a Word file that a comment touches, each opened when it is asked for. */
import {unzipSync} from 'fflate'
import {openPackage} from '../../readers/docx/package.ts'
import {child} from '../../readers/docx/xml.ts'
import {append, bytesOf, insert, newPart, openPart, extentOf, type Part} from './part.ts'
import {refusal} from './wording.ts'
import {namesIn, withParts} from './zip.ts'

const transitional = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main'
const strict = 'http://purl.oclc.org/ooxml/wordprocessingml/main'
const relations: Readonly<Record<string, string>> = {
  [transitional]: 'http://schemas.openxmlformats.org/officeDocument/2006/relationships/',
  [strict]: 'http://purl.oclc.org/ooxml/officeDocument/relationships/'
}
const microsoft = 'http://schemas.microsoft.com/office/2011/relationships/'
const contentType = 'application/vnd.openxmlformats-officedocument.wordprocessingml.'

export interface WordFile {
  main: Part
  /** Attributes that make `w:` mean what it should inside the main part; empty where it does already. */
  declared: string
  /** The namespace of `w:`, of the strict or the common kind of file. */
  namespace: string
  /** The part that the main part calls by that kind, if there is one. */
  related(kind: string): Part | undefined
  /** The same, made if there is none; `xml` is its root element. */
  relatedOrNew(kind: 'comments' | 'commentsExtended', xml: string): Part
  /** The zip with every change. */
  bytes(date: string): Uint8Array
}

/** Opens a file to write into. Throws a ReadError if it is signed, or if what is changed could not be put back as it was. */
export function openWordFile(bytes: Uint8Array): WordFile {
  const source = openPackage(bytes)
  const names = new Set(namesIn(bytes))
  if ([...names].some(name => /^_xmlsignatures\//i.test(name))) throw refusal('signed')
  const parts = new Map<string, Part>()
  const part = (path: string): Part | undefined => {
    if (!parts.has(path) && names.has(path)) parts.set(path, openPart(path, unpacked(bytes, path)))
    return parts.get(path)
  }
  const main = part(source.main)
  if (!main) throw refusal('encoding')
  const namespace = Object.values(main.root.attributes).includes(strict) ? strict : transitional
  const related = (kind: string) => {
    const path = [...source.relations(source.main).values()].find(relation => relation.kind === kind)?.path
    return path === undefined ? undefined : part(path)
  }
  const file = {main, part, names, parts, namespace}
  return {
    main,
    namespace,
    declared: main.root.attributes['xmlns:w'] === namespace ? '' : ` xmlns:w="${namespace}"`,
    related,
    relatedOrNew: (kind, xml) => related(kind) ?? parts.get(newPath(file, kind)) ?? added(file, kind, xml),
    bytes: date => {
      const changed = [...parts.values()].filter(({path, changes}) => changes.length > 0 || !names.has(path))
      return withParts(bytes, new Map(changed.map(one => [one.path, bytesOf(one)])), date)
    }
  }
}

interface Opened {
  main: Part
  part(path: string): Part | undefined
  names: ReadonlySet<string>
  parts: Map<string, Part>
  namespace: string
}

function unpacked(bytes: Uint8Array, path: string): Uint8Array {
  return unzipSync(bytes, {filter: ({name}) => name === path})[path] ?? new Uint8Array()
}

/** Beside the main part, under a name that no other part has. */
function newPath({main, names}: Opened, kind: string): string {
  const folder = main.path.slice(0, main.path.lastIndexOf('/') + 1)
  for (let number = 0; ; number++) {
    const path = `${folder}${kind}${number || ''}.xml`
    if (!names.has(path)) return path
  }
}

/** A new part, with what makes it belong: a relation of the main part and an entry in the list of content types. */
function added(file: Opened, kind: 'comments' | 'commentsExtended', xml: string): Part {
  const {main, parts, namespace} = file
  const path = newPath(file, kind)
  const fresh = newPart(path, xml)
  parts.set(path, fresh)
  const type = (kind === 'comments' ? relations[namespace] : microsoft) + kind
  const list = relationsOf(file)
  const target = path.slice(main.path.lastIndexOf('/') + 1)
  append(list, list.root, element(list, 'Relationship', {Id: freeId(list), Type: type, Target: target}))
  const types = file.part('[Content_Types].xml')
  if (!types) throw refusal('encoding')
  append(types, types.root, element(types, 'Override', {PartName: `/${path}`, ContentType: `${contentType}${kind}+xml`}))
  return fresh
}

function relationsOf({main, part, parts}: Opened): Part {
  const slash = main.path.lastIndexOf('/') + 1
  const path = `${main.path.slice(0, slash)}_rels/${main.path.slice(slash)}.rels`
  const found = part(path)
  if (found) return found
  const fresh = newPart(path, '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"></Relationships>')
  parts.set(path, fresh)
  return fresh
}

function freeId({root, changes}: Part): string {
  const used = new Set(root.children.map(({attributes}) => attributes.Id))
  for (let number = 1 + changes.length; ; number++) if (!used.has(`rIdPlanlint${number}`)) return `rIdPlanlint${number}`
}

/** An empty element with the prefix that the root of its part has. */
function element({xml, root}: Part, name: string, attributes: Record<string, string>): string {
  const prefix = /^<([^\s/>:]+:)/.exec(xml.slice(extentOf(root).start))?.[1] ?? ''
  const written = Object.entries(attributes).map(([key, value]) => ` ${key}="${value}"`)
  return `<${prefix}${name}${written.join('')}/>`
}

/** Makes prefixes known on the root of a part, as ones that a program may pass over if it does not know them. */
export function declare(part: Part, prefixes: Readonly<Record<string, string>>): void {
  const {root, xml} = part
  const {start, open, end} = extentOf(root)
  const at = end > open ? open - 1 : open - 2
  const {attributes} = root
  const compatibility = 'http://schemas.openxmlformats.org/markup-compatibility/2006'
  for (const [prefix, namespace] of Object.entries({...prefixes, mc: compatibility})) {
    if (!(`xmlns:${prefix}` in attributes)) insert(part, at, ` xmlns:${prefix}="${namespace}"`)
  }
  const ignorable = (attributes['mc:Ignorable'] ?? '').split(/\s+/).filter(Boolean)
  const missing = Object.keys(prefixes).filter(prefix => !ignorable.includes(prefix))
  if (missing.length === 0) return
  const value = /\bmc:Ignorable\s*=\s*["']/.exec(xml.slice(start, open))
  if (value) insert(part, start + value.index + value[0].length, `${missing.join(' ')}${ignorable.length > 0 ? ' ' : ''}`)
  else insert(part, at, ` mc:Ignorable="${missing.join(' ')}"`)
}

/**
 * Who may change the file in Word: everybody (to track every change is no protection); nobody the text, but all may comment; or nobody
 * anything but the fields of a form.
 */
export function protectionOf(file: WordFile): 'none' | 'text' | 'all' {
  const {attributes} = child(file.related('settings')?.root, 'w:documentProtection') ?? {attributes: {} as Record<string, string>}
  const edit = attributes['w:edit'] ?? 'none'
  if (!/^(1|true|on)$/.test(attributes['w:enforcement'] ?? '') || edit === 'none' || edit === 'trackedChanges') return 'none'
  return edit === 'comments' ? 'text' : 'all'
}
