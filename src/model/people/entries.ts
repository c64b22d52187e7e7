/** The people listed in a value: `Chelsea Tranter (8), Alfie Tranter-Webb, born 3/6/23; unborn baby (due 4 May)`. */
import {isoDatesIn} from '../../text/dates.ts'
import {namesIn, sexOfTitle, type WrittenName} from '../../text/names.ts'
import {rolesIn, type Role} from './vocabulary.ts'
import {knownAs} from './name-lists.ts'

export interface Entry extends WrittenName {
  unborn: boolean
  born: string | null
  /** Whole years; 0 for months and weeks. */
  age: number | null
  /** Relations and posts said of this person, in order. */
  roles: Role[]
  sex: 'female' | 'male' | null
  /** The words after the name that are about it. */
  tail: string
  /** The words before the name that are about it: `Mum:`, `2.`. */
  head: string
}

const babyWords = /\b(?:unborn|ubb|(?:the\s+)?baby|infant)\b(?:\s+(?:baby|child|infant|boy|girl|twins?))*/giu

/** Everybody named in a list, with what is said of each. */
export function entriesIn(text: string): Entry[] {
  const masked = mask(text)
  const depth = depths(masked)
  const all = [...namesIn(masked), ...babiesIn(masked)].sort((a, b) => a.start - b.start || b.end - a.end)
  const distinct = all.filter((name, index) => !all.slice(0, index).some(other => name.start < other.end))
  const roles = rolesIn(masked)
  // “Mum (Bethan)”: the name stands in brackets, after who it is.
  const called = ({start}: WrittenName): boolean => roles.some(({end}) => /^\s*\(\s*$/.test(masked.slice(end, start)))
  const outer = distinct.filter(name => (depth[name.start] === 0 || called(name)) && !isTail(masked, name.start))
  const names = outer.length > 0 ? outer : distinct
  const entries = names.map((name, index) => entryOf(name, names[index - 1], names[index + 1], text, depth))
  return shareSurnames(surnameAtEnd(joinInverted(entries, text), text), text)
}

/** Dates, figures and addresses out of the way, letter for letter, so that “May” in a date is no name. */
function mask(text: string): string {
  let masked = text
  for (const {start, end} of isoDatesIn(text)) masked = masked.slice(0, start) + '#'.repeat(end - start) + masked.slice(end)
  const blank = (found: string): string => '#'.repeat(found.length)
  return masked
    .replace(monthName, blank)
    .replace(/\S+@\S+|\b[A-Z]{1,2}\d[A-Z\d]?\s?\d[A-Z]{2}\b/g, blank)
    .replace(streetAddress, blank)
}

const months = 'January|February|March|April|May|June|July|August|September|October|November|December'
/** `29 April` and `June 2025` in a list of dates: nobody is called so. */
const monthName = new RegExp(`\\b\\d{1,2}(?:st|nd|rd|th)?\\s+(?:${months})\\b|\\b(?:${months})\\s+\\d{4}\\b`, 'g')

const streets =
  'Street|St|Road|Rd|Lane|Avenue|Ave|Close|Drive|Way|Court|Crescent|Terrace|Place|Grove|Gardens|Square|Walk|Row|Hill|Mews|Rise|View|Green'
/** `18 Quarry Street`, `Flat 6, 2b Mill Hill Road`. */
const streetAddress = new RegExp(`\\b\\d{1,3}[a-zA-Z]?,?\\s+(?:\\p{Lu}[\\p{L}’']+\\s+){1,3}(?:${streets})\\b`, 'gu')

function depths(text: string): number[] {
  let depth = 0
  return [...text.split('')].map(letter => {
    if (letter === '(' || letter === '[') depth++
    const here = depth
    if ((letter === ')' || letter === ']') && depth > 0) depth--
    return here
  })
}

/** A nickname: `known as Alex`. */
function isTail(text: string, start: number): boolean {
  return /(?:known as|a\.?k\.?a\.?|called|prefers|call me|goes by|surname|of|at|from)\s+["“‘']?$/i.test(
    text.slice(Math.max(0, start - 30), start)
  )
}

function babiesIn(text: string): (WrittenName & {baby: string})[] {
  return [...text.matchAll(babyWords)].map(match => {
    const end = match.index + match[0].length
    const [next] = namesIn(text.slice(end))
    const beside = next && /^\s{0,2}(?:of\s+)?$/.test(text.slice(end, end + next.start)) ? next : null
    return {
      start: match.index,
      end: beside ? end + beside.end : end,
      title: null,
      given: beside?.surname ? beside.given : null,
      surname: beside ? (beside.surname ?? beside.given) : null,
      nickname: null,
      capitals: false,
      baby: /unborn|ubb/i.test(match[0]) ? 'Unborn baby' : 'Baby'
    }
  })
}

const separator = /[,;\n|•]|\s(?:and|&)\s|\s\/\s|\//giu

function entryOf(
  name: WrittenName & {baby?: string},
  before: WrittenName | undefined,
  next: WrittenName | undefined,
  text: string,
  depth: readonly number[]
): Entry {
  const head = text.slice(before ? before.end + cut(mask(text.slice(before.end, name.start)), depth, before.end) : 0, name.start)
  const upToNext = text.slice(name.end, next?.start ?? text.length)
  const gap = withinSentence(upToNext)
  // Where the sentence ends before the next name, all of it is about this one.
  const tail = next && gap.length === upToNext.length ? gap.slice(0, cut(mask(gap), depth, name.end)) : gap
  const days = isoDatesIn(tail)
  const due = /\b(?:due|edd|expected)\b/i.test(tail)
  const unborn = name.baby === 'Unborn baby' || (name.baby !== undefined && due) || /\bunborn\b/i.test(tail) || (due && days.length > 0)
  const age = ageIn(tail, days)
  const birthday = days.find(({start}) => !ofMeeting.test(tail.slice(0, start)))
  const roles = [...rolesIn(head), ...rolesIn(tail).filter(role => !isPlace(role, tail))]
  const named = name.baby !== undefined && !unborn && name.given !== null
  return {
    start: name.start,
    end: name.end,
    title: name.title,
    given: name.baby === undefined || named ? name.given : unborn && name.baby === 'Baby' && /unborn/i.test(tail) ? 'Baby' : name.baby,
    surname: name.surname,
    nickname: name.nickname ?? [...tail.matchAll(knownAs)][0]?.[1] ?? null,
    capitals: name.capitals,
    unborn,
    born: unborn || due ? null : (birthday?.iso ?? null),
    age,
    roles,
    sex: sexOfTitle(name.title) ?? sexIn(`${head} ${tail}`),
    tail,
    head
  }
}

/** “Asha Lunt (13): review conference, 14 January”: the day of something else. */
const ofMeeting = /\b(?:conference|review|meeting|core group|plan|minutes|record|visit)\b[^;|]*$/i

const outside = '(?:[^()]|\\([^)]*\\))*?'
/** “and their mum”, “live with Nan”: somebody else. */
const elsewhere = new RegExp(`^${outside}\\s(?=(?:and (?:his|her|their|the|our|my)|live|lives|living|with)\\s)`, 'u')
const sentenceEnd = /(?<=[\p{Ll}\d)]{2}|\s\d)[.!?](?=\s+\p{Lu}\p{Ll}*\s)/u

/** What of the words after a name is about its bearer: up to the end of the sentence, or to the next person. */
function withinSentence(text: string): string {
  const end = sentenceEnd.exec(text)
  const sentence = end ? text.slice(0, end.index + 1) : text
  return elsewhere.exec(sentence)?.[0] ?? sentence
}

/** Where, between two names, what belongs to the first ends: after its last separator outside brackets, else at the very end. */
function cut(gap: string, depth: readonly number[], offset: number): number {
  let end = gap.length
  for (const match of gap.matchAll(separator)) if ((depth[offset + match.index] ?? 0) === 0) end = match.index
  return end
}

/** `lives at his mum’s`, `staying with her nan`: where somebody is, not who. */
function isPlace({start, end}: Role, tail: string): boolean {
  return /^['’]s\b/.test(tail.slice(end)) || /\b(?:at|with|near|from|to)\s+(?:his|her|their)\s+(?:own\s+)?$/i.test(tail.slice(0, start))
}

const ages = [
  /^\s+(?:who\s+)?is\s+(?:now\s+)?(\d{1,2})(?=\s+(?:and|years?)\b|\s*[,.;]|\s*$)/u,
  /\baged?:?\s*(\d{1,2})(?:\s*(\p{L}+))?/iu,
  /(?:^|[(,;–-]|\s)\s*(\d{1,2})\s*[-]?\s*(years?|yrs?|y\/?o|yo|months?|mths?|weeks?|wks?|days?)\b/iu,
  /\(\s*(?:now\s+)?(\d{1,2})\s*[),;]/u,
  /^\s*[,–-]\s*(\d{1,2})\s*(?:$|[,;.()])/u,
  /^\s+(\d{1,2})\s*$/u
]

function ageIn(tail: string, days: readonly {start: number; end: number}[]): number | null {
  let rest = tail
  for (const {start, end} of days) rest = rest.slice(0, start) + '#'.repeat(end - start) + rest.slice(end)
  for (const pattern of ages) {
    const match = pattern.exec(rest)
    if (match?.[1])
      return /^(?:m|w|d)/i.test(match[2] ?? '') ? Math.floor(Number(match[1]) / (/^m/i.test(match[2] ?? '') ? 12 : 52)) : Number(match[1])
  }
  return null
}

function sexIn(text: string): 'female' | 'male' | null {
  if (/\(\s*F\s*\)|\b(?:female|girl|daughter)\b|,\s*F\s*(?:,|$)/.test(text)) return 'female'
  if (/\(\s*M\s*\)|\b(?:male|boy|son)\b|,\s*M\s*(?:,|$)/.test(text)) return 'male'
  return null
}

/** `HARRIS, Jake` and `Harris, Jake` beside an initial or another of the family: the surname stands first. */
function joinInverted(entries: readonly Entry[], text: string): Entry[] {
  const joined: Entry[] = []
  for (let index = 0; index < entries.length; index++) {
    const entry = entries[index] as Entry
    const next = entries[index + 1]
    const inverted =
      next &&
      entry.given &&
      !entry.surname &&
      !entry.title &&
      entry.capitals &&
      !next.capitals &&
      !next.title &&
      next.given &&
      /^\s*,?\s*$/.test(text.slice(entry.end, next.start))
    if (inverted) {
      joined.push({...next, start: entry.start, surname: next.surname ?? entry.given})
      index++
    } else if (entry.surname && entry.given && !entry.title && isShouted(text, entry)) {
      joined.push({...entry, given: entry.surname.split(' ')[0] as string, surname: entry.given})
    } else joined.push(entry)
  }
  return joined
}

/** `HARRIS Jake`: the first word in capitals, the second not. */
function isShouted(text: string, {start, end}: Entry): boolean {
  return /^\p{Lu}[\p{Lu}'’-]+\s+\p{Lu}\p{Ll}/u.test(text.slice(start, end))
}

/** `Oskar (14) and Zuzanna (10) Nowak`: the name behind the last bracket is the family's, and no one more. */
function surnameAtEnd(entries: readonly Entry[], text: string): Entry[] {
  const last = entries.at(-1)
  const others = entries.slice(0, -1)
  const isSurname =
    last?.given &&
    !last.surname &&
    !last.title &&
    last.age === null &&
    last.born === null &&
    others.length >= 2 &&
    others.every(({age, surname, title, tail}) => age !== null && !surname && !title && /^\s*\(/.test(tail)) &&
    /^\s*\([^()]*\)\s*,?\s*$/.test(text.slice(others.at(-1)?.end, last.start))
  return isSurname ? others.map(entry => ({...entry, surname: last.given})) : [...entries]
}

/** `Donna and Mick Brannigan`, `Jake, Ella & Tom Harris`: the surname at the end holds for all. */
function shareSurnames(entries: readonly Entry[], text: string): Entry[] {
  const shared = [...entries]
  for (let index = shared.length - 2; index >= 0; index--) {
    const entry = shared[index] as Entry
    const next = shared[index + 1] as Entry
    if (entry.surname || !next.surname || entry.title !== null) continue
    if (/^\s*(?:\(\d{1,2}\))?\s*(?:,|&|and|\/|,\s*and)\s*$/i.test(text.slice(entry.end, next.start)))
      shared[index] = {...entry, surname: next.surname}
  }
  return shared
}
