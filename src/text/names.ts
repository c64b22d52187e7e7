/** Names of people as they are written in English text. Knows nothing about plans. */
import notNames from '../../rules/vocabulary/not-names.json' with {type: 'json'}
import {remembering} from './memo.ts'

export interface WrittenName {
  /** Offsets in the text, title included, `’s` not. */
  start: number
  end: number
  /** `Ms`, `Dr`, without a full stop; null if there is none. */
  title: string | null
  /** First name, capitals made ordinary; null after a title with one name (`Ms Lowe`). */
  given: string | null
  /** Everything after the first name; null if there is none. */
  surname: string | null
  /** A short form between or after the names: `Alexander (Alex) Reed`. */
  nickname: string | null
  /** The words in capitals throughout. */
  capitals: boolean
}

const titleSex: Readonly<Record<string, 'female' | 'male' | null>> = {
  mr: 'male',
  mister: 'male',
  mrs: 'female',
  ms: 'female',
  miss: 'female',
  mx: null,
  dr: null,
  doctor: null,
  prof: null,
  professor: null,
  rev: null,
  revd: null,
  sr: 'female',
  pc: null,
  dc: null,
  ds: null,
  sgt: null,
  insp: null,
  cllr: null,
  sir: 'male',
  imam: 'male',
  pastor: null,
  coach: null
}

/** Sex a title tells, or null. */
export function sexOfTitle(title: string | null): 'female' | 'male' | null {
  return (title && titleSex[title.toLowerCase()]) || null
}

const stops = new Set(notNames.words)
const places = new Set(notNames.places)
const alsoSurnames = new Set(notNames.surnames)
const particles = new Set([
  'de',
  'da',
  'di',
  'du',
  'del',
  'dos',
  'van',
  'von',
  'der',
  'den',
  'bin',
  'ibn',
  'bint',
  'al',
  'el',
  'la',
  'le',
  'ap',
  'ab',
  'ferch',
  'ul',
  'ur',
  'y',
  'st'
])

const smallStart = /^(?!(?:al|el|d)['’\-‐‑])\p{Ll}/u
const token = /[\p{L}][\p{L}\p{M}]*(?:['’‘\-‐‑][\p{L}\p{M}]+)*\.?/gu

interface Token {
  text: string
  start: number
  end: number
  /** The word without `’s` and full stop. */
  word: string
  wordEnd: number
  lower: string
}

/** Whether a capitalised word could be part of a name. */
export function mayBeName(word: string): boolean {
  return /^\p{Lu}/u.test(word) && !stops.has(word.toLowerCase().replace(/[’‘]/g, "'"))
}

/** Runs of capitalised words that could be names, in order. A stop word (`School`, `Plan`, `Mum`) ends a run. */
export const namesIn: (text: string) => readonly WrittenName[] = remembering(readNames)

function readNames(text: string): WrittenName[] {
  const names: WrittenName[] = []
  let run: Token[] = []
  const flush = (): void => {
    const name = nameOf(run)
    if (name) names.push(withNickname(name, text))
    run = []
  }
  for (const match of text.matchAll(token)) {
    // Most words are in small letters and begin no name.
    if (run.length === 0 && smallStart.test(match[0])) continue
    const current = tokenOf(match[0], match.index)
    const last = run.at(-1)
    if (last && !joins(text.slice(last.end, current.start), last)) flush()
    const first = run.length === 0
    if (first && isSaint(text, current)) continue
    if (isTitle(current) && /^\p{Lu}/u.test(current.word)) {
      if (!first) flush()
      run.push(current)
    } else if (isPart(current, run)) run.push(current)
    else {
      if (places.has(current.lower) && /^\p{Lu}/u.test(current.word) && !isTitle(run[0] ?? current)) run = []
      flush()
    }
    if (run.length > 0 && current.wordEnd < current.end && /['’‘]s\.?$/i.test(current.text)) flush()
  }
  flush()
  return names
}

function tokenOf(text: string, start: number): Token {
  const bare = text.replace(/\.$/, '')
  const word = bare.replace(/['’‘]s$/i, '')
  return {text, start, end: start + text.length, word, wordEnd: start + word.length, lower: word.toLowerCase().replace(/[’‘]/g, "'")}
}

/** `St Bede’s`, `Saint Anne`: a school or a church. */
function isSaint(text: string, {start}: Token): boolean {
  return /\b(?:St\.?|Saint|Our Lady of)[ \u00a0]$/.test(text.slice(Math.max(0, start - 12), start))
}

function isTitle({lower}: Token): boolean {
  return lower in titleSex
}

/** Words of one name are a space apart; a full stop joins only after a title or an initial. */
function joins(between: string, last: Token): boolean {
  if (!/^[ \u00a0]{1,2}$/.test(between)) return false
  return !last.text.endsWith('.') || isTitle(last) || last.word.length === 1
}

function isPart(current: Token, run: readonly Token[]): boolean {
  const inName = run.some(other => !isTitle(other))
  if (particles.has(current.lower) && run.length > 0 && /^\p{Ll}/u.test(current.word)) return true
  if (!/^\p{Lu}/u.test(current.word) && !/^(?:al|el|d)['’\-‐‑]\p{Lu}/u.test(current.word)) return false
  if (!stops.has(current.lower)) return current.word.length > 1 || run.length > 0 || /^\p{Lu}\.?$/u.test(current.text)
  return (inName || run.length > 0) && alsoSurnames.has(current.lower)
}

function nameOf(run: readonly Token[]): WrittenName | null {
  const [first] = run
  if (!first) return null
  const title = isTitle(first) ? first.word : null
  const parts = [...(title ? run.slice(1) : run)]
  while (parts.length > 0 && particles.has((parts.at(-1) as Token).word)) parts.pop()
  const last = parts.at(-1)
  if (!last || (parts.length === 1 && last.word.length === 1)) return null
  const capitals = parts.every(({word}) => word.length > 1 && word === word.toUpperCase())
  const words = parts.map(({word}) => ordinary(word))
  const alone = words.length === 1
  return {
    start: first.start,
    end: last.wordEnd,
    title,
    given: title && alone ? null : (words[0] as string),
    surname: title && alone ? (words[0] as string) : words.slice(1).join(' ') || null,
    nickname: null,
    capitals
  }
}

const calling =
  '(?:who(?:m)? )?(?:everybody|everyone|we all|we|his family|her family|the family|(?:his|her) friends) calls?(?: (?:him|her))?|(?:also |usually |now )?known as|a\\.?k\\.?a\\.?|likes to be called|likes to be known as|prefers(?: to be called)?|called|goes by|call me'
const knownAs = new RegExp(`^[\\s,]*[("“‘']?\\s*(?:${calling}|preferred name(?: is)?:?)\\s+["“‘']?(\\p{Lu}[\\p{L}’'-]+)`, 'iu')
const between = /^\s*(?:\((\p{Lu}[\p{L}’'-]+)\)|["“‘'](\p{Lu}[\p{L}-]+)["”’'])(?:\s+(\p{Lu}[\p{L}’'-]+))?/u

/** `Alexander (Alex) Reed`, `Alexander Reed, known as Alex`. */
function withNickname(name: WrittenName, text: string): WrittenName {
  const rest = text.slice(name.end, name.end + 80)
  const said = knownAs.exec(rest.replace(/^[.]/, ' '))
  if (said?.[1] && /^\p{Lu}/u.test(said[1])) return {...name, nickname: said[1]}
  const inside = between.exec(rest)
  const short = inside?.[1] ?? inside?.[2]
  if (!inside || !short || !mayBeName(short) || short.length < 2) return name
  const after = inside[3]
  if (after && !name.surname && mayBeName(after))
    return {...name, nickname: short, surname: ordinary(after), end: name.end + inside[0].length}
  return short === name.surname || !name.given ? name : {...name, nickname: short}
}

/** `MASON` -> `Mason`, `MIA-ROSE` -> `Mia-Rose`, `O'NEILL` -> `O'Neill`; names with small letters stay as they are. */
export function ordinary(name: string): string {
  if (name.length < 2 || name !== name.toUpperCase()) return name
  if (/^[A-Z]{2}$/.test(name) && !/[AEIOUY]/.test(name)) return name
  return name
    .toLowerCase()
    .replace(/(^|[\s'’-])(\p{L})/gu, (_, mark: string, letter: string) => mark + letter.toUpperCase())
    .replace(/^Mc(\p{L})/u, (_, letter: string) => `Mc${letter.toUpperCase()}`)
}
