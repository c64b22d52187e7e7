/** The zip of a Word file: its limits, its parts and the relations between them. */
import {strFromU8, type UnzipFileInfo, unzipSync} from 'fflate'
import {decode} from '../decode.ts'
import {refusal} from '../errors.ts'
import {parseXml, type XmlElement} from './xml.ts'

const mostEntries = 5000
const mostBytes = 200 * 1024 * 1024
/** XML seldom shrinks below a fiftieth; small parts may be very regular. */
const mostRatio = 300
const smallPart = 2 * 1024 * 1024

export interface Relation {
  /** Last word of the relation's type, such as `header`. */
  kind: string
  /** Path of the part it leads to. */
  path: string
}

/** An opened Word package. */
export interface WordPackage {
  /** Path of the main part. */
  main: string
  /** A part as a tree, or undefined if there is none. */
  part(path: string): XmlElement | undefined
  /** The relations of a part by id. */
  relations(path: string): Map<string, Relation>
}

/** Opens the zip. Throws the fitting ReadError if it is damaged, hostile, or not a Word file. */
export function openPackage(bytes: Uint8Array): WordPackage {
  const entries = listEntries(bytes)
  refuseOthers(entries, bytes)
  refuseHostile(entries)
  const names = new Set(entries.map(({name}) => name))
  // Each part is unpacked only when it is asked for: pictures, fonts, themes and settings stay packed.
  const part = (path: string) => (names.has(path) ? parseXml(decode(unpacked(bytes, path))) : undefined)
  const relations = (path: string) => relationsIn(part, path)
  const main = [...relations('').values()].find(({kind}) => kind === 'officeDocument')?.path ?? 'word/document.xml'
  if (!names.has(main)) throw refusal('damaged')
  return {main, part, relations}
}

function refuseHostile(entries: UnzipFileInfo[]): void {
  let total = 0
  for (const {size, originalSize} of entries) {
    total += originalSize
    if (originalSize > smallPart && originalSize > size * mostRatio) throw refusal('hostile')
  }
  if (total > mostBytes) throw refusal('hostile')
}

function unpacked(bytes: Uint8Array, path: string): Uint8Array {
  try {
    return unzipSync(bytes, {filter: ({name}) => name === path})[path] ?? new Uint8Array()
  } catch {
    throw refusal('damaged')
  }
}

/** Reads the table of contents of the zip without unpacking anything. */
function listEntries(bytes: Uint8Array): UnzipFileInfo[] {
  const entries: UnzipFileInfo[] = []
  try {
    unzipSync(bytes, {
      filter: entry => {
        if (entries.push(entry) > mostEntries) throw refusal('hostile')
        return false
      }
    })
  } catch (error) {
    if (entries.length > mostEntries) throw error
    throw refusal('damaged')
  }
  return entries
}

function refuseOthers(entries: UnzipFileInfo[], bytes: Uint8Array): void {
  const names = entries.map(({name}) => name)
  if (names.some(name => /^word\/[^/]*document[^/]*\.xml$/i.test(name))) return
  if (names.includes('mimetype')) {
    const type = strFromU8(unpacked(bytes, 'mimetype').subarray(0, 200))
    throw refusal(type.includes('opendocument.text') ? 'odt' : 'otherOffice')
  }
  if (names.some(name => /^(xl|ppt)\//.test(name))) throw refusal('otherOffice')
  if (!names.includes('[Content_Types].xml')) throw refusal('otherZip')
}

function relationsIn(part: (path: string) => XmlElement | undefined, path: string): Map<string, Relation> {
  const slash = path.lastIndexOf('/') + 1
  const folder = path.slice(0, slash)
  const list = part(`${folder}_rels/${path.slice(slash)}.rels`)?.children[0]
  const relations = new Map<string, Relation>()
  for (const {attributes} of list?.children ?? []) {
    const target = attributes.Target ?? ''
    if (attributes.TargetMode === 'External' || attributes.Id === undefined) continue
    relations.set(attributes.Id, {kind: attributes.Type?.split('/').at(-1) ?? '', path: resolved(folder, target)})
  }
  return relations
}

function resolved(folder: string, target: string): string {
  const steps: string[] = []
  for (const step of (target.startsWith('/') ? target : folder + target).split('/')) {
    if (step === '..') steps.pop()
    else if (step !== '' && step !== '.') steps.push(step)
  }
  return steps.join('/')
}
