/** Acronyms and other short forms in a text, told from names, references, postcodes and words in capitals for emphasis. */
import {daleChall} from 'dale-chall'

/** A short form that may need its full words. */
export interface ShortForm {
  /** One spelling for all its forms: `IRO` for `IROs`, `S47` for `s.47`. */
  key: string
  start: number
  end: number
}

export interface KnownForm {
  acronym: string
  /** Other ways of writing it: `Senco`, `CiN`. */
  forms?: string[]
}

/** Known short forms by every way of writing them. */
export function formsOf<Form extends KnownForm>(entries: readonly Form[]): ReadonlyMap<string, Form> {
  const forms = new Map<string, Form>()
  for (const entry of entries) for (const form of [entry.acronym, ...(entry.forms ?? [])]) forms.set(form, entry)
  return forms
}

const easyWords = new Set(daleChall)
/** How many letters on either side are looked at. */
const nearby = 150
const tokenPattern = /(?<![\p{L}\p{N}&])(?:\p{L}\/\p{L}+|[A-Za-z][A-Za-z0-9]+)(?![\p{L}\p{N}&])/gu
const sectionPattern = /(?<![\p{L}\p{N}])s(?:ec?t?)?\.? ?(7|17|20|31|37|38|46|47|76|85|117)(?![\d\p{L}]|[.,:]\d| \d[A-Z]{2}\b)/giu

/** Short forms of a block, in order. `known` says which are expected; others are found by their shape. */
export function shortFormsIn(text: string, known: ReadonlyMap<string, KnownForm>): ShortForm[] {
  const found: ShortForm[] = []
  if (/\d/.test(text)) addSections(text, found)
  for (const match of text.matchAll(tokenPattern)) {
    const word = match[0]
    const start = match.index
    const end = start + word.length
    const key = keyOf(word, known)
    if (key === null || found.some(other => start < other.end && end > other.start)) continue
    if (!isReference(text, start, end, known) && !isShouted(text, start, end, known)) found.push({key, start, end})
  }
  return found.sort((a, b) => a.start - b.start)
}

/** Sections of an Act: `s.47`, `section 20`. */
function addSections(text: string, found: ShortForm[]): void {
  for (const match of text.matchAll(sectionPattern)) {
    if (/^s ?\d/i.test(match[0]) && !/^[sS]\.?\d/.test(match[0]) && !/^s /.test(match[0])) continue
    found.push({key: `S${match[1]}`, start: match.index, end: match.index + match[0].length})
  }
}

function keyOf(word: string, known: ReadonlyMap<string, KnownForm>): string | null {
  const singular = word.replace(/s$/, '')
  const entry = known.get(word) ?? known.get(singular)
  if (entry) return entry.acronym
  return /^[A-Z]{2,5}$/.test(singular) && !isEmphasis(singular) ? singular : null
}

/** A plain word, a Roman numeral, a nickname such as `AJ`, or four letters and more that can be said as a word: a name or a shout. */
function isEmphasis(word: string): boolean {
  if (isEasyWord(word) || /^(?:[IVX]+|[A-Z]J)$/.test(word)) return true
  return word.length >= 4 && /[AEIOUY]/.test(word) && !/[^AEIOUY]{3}/.test(word)
}

function isEasyWord(word: string): boolean {
  const lower = word.toLowerCase()
  return [/(?!)/, /s$/, /e?d$/, /d$/, /ing$/].some(ending => easyWords.has(lower.replace(ending, '')))
}

const ownedBefore = /(?:\b(?:Mr|Mrs|Ms|Miss|Dr|Prof|PC|DC|signed|initials)\b[.:]?|\b[A-Z]{2}\d{2})\s*$/i

/** Part of a reference number, postcode, car number, web address, e-mail address, signature or somebody's name. */
function isReference(text: string, start: number, end: number, known: ReadonlyMap<string, KnownForm>): boolean {
  const left = text.slice(Math.max(0, start - nearby), start)
  const right = text.slice(end, end + nearby)
  const from = left.lastIndexOf(' ') + 1
  const chunk = left.slice(from) + text.slice(start, end) + right.slice(0, right.search(/\s|$/))
  if (/@|www\.|https?:|\.(?:uk|org|com|gov)\b/i.test(chunk)) return true
  if (/[/_-]/.test(chunk) && /\d/.test(chunk.replace(/[A-Za-z]+\d+/g, word => (known.has(word) ? '' : word)))) return true
  if (!known.has(text.slice(start, end)) && ownedBefore.test(left)) return true
  if (/(?:\bref(?:erence)?|\bnumber|\bno)\b[.:]?\s*$/i.test(left.slice(0, from)) && !known.has(text.slice(start, end))) return true
  return /^[\s:-]*\d{4,}/.test(right) || (/^[A-Z]{1,2}\d/.test(text.slice(start, end)) && /^ \d[A-Z]{2}\b/.test(right))
}

/** Stands among other words in capitals. */
function isShouted(text: string, start: number, end: number, known: ReadonlyMap<string, KnownForm>): boolean {
  const left = text.slice(Math.max(0, start - nearby), start)
  const right = text.slice(start, end + nearby)
  const stop = right.indexOf('. ')
  const sentence = left.slice(left.lastIndexOf('. ') + 1) + (stop < 0 ? right : right.slice(0, stop))
  const words = sentence.match(/\p{L}{2,}/gu) ?? []
  const loud = words.filter(word => word === word.toUpperCase() && !known.has(word) && (word.length > 5 || isEasyWord(word))).length
  return loud >= 2 && loud * 2 >= words.length
}
