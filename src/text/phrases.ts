/**
 * The one matcher for all word lists: built once, one pass over the words of a block, however many lists there are.
 *
 * A phrase is words with four marks, so that a practitioner can write a family of wordings on one line:
 *
 * - `engage~`          any form of the verb (engage, engages, engaged, engaging) or noun (plural, possessive)
 * - `(home|house)`     one of these (each may be several words)
 * - `[fully|well]`     may be left out
 * - `...`              up to four words (at the end, up to eight), not across a comma, semicolon or full stop
 *
 * Groups do not stand inside each other: `(what we aim for|what we all aim for)`, not `(what we [all] aim for)`.
 *
 * Case and the kind of apostrophe or hyphen do not matter. Matches of different entries may overlap; of one list, the longest at a
 * place is kept.
 */
import {inflections} from './inflections.ts'
import {remembering} from './memo.ts'

export interface PhraseEntry {
  phrase: string
  [field: string]: unknown
}

export interface Match<Entry extends PhraseEntry = PhraseEntry> {
  /** The list the entry came from. */
  list: string
  entry: Entry
  /** Offsets in the text that was searched, in UTF-16 code units. */
  start: number
  end: number
}

export interface Word {
  text: string
  /** See `keyOf`. */
  key: number
  start: number
  end: number
  /** Punctuation that would end a gap stands between this word and the one before. */
  breaks: boolean
}

type Step = {words: Set<string>} | 'gap'
interface Pattern {
  list: string
  entry: PhraseEntry
  /** Place in the lists: of two matches of one length, the earlier entry wins. */
  order: number
  /** All its wordings, written out when its first two words first come up. */
  sequences: Step[][] | null
}

/** The phrases that begin with one word; they are sorted by second word when that word first comes up. */
interface Bucket {
  patterns: Pattern[]
  sorted: {bySecond: Map<string, Pattern[]>; any: Pattern[]} | null
}

export interface Matcher {
  /** All matches in a text, in order of place. */
  match(text: string): readonly Match[]
}

const wordPattern = /[\p{L}\p{N}]+(?:['’‘.&/-][\p{L}\p{N}]+)*/gu

/** The words of a text, lower case, apostrophes and hyphens made plain; hyphenated words count as one. */
export const wordsOf: (text: string) => readonly Word[] = remembering(readWords)

function readWords(text: string): Word[] {
  const words: Word[] = []
  let last = 0
  wordPattern.lastIndex = 0
  for (let match = wordPattern.exec(text); match; match = wordPattern.exec(text)) {
    const start = match.index
    const [word] = match
    // Nearly always one space: not worth a look.
    const isSpace = start - last === 1 && text.charCodeAt(last) === space
    const plain = plainWord(word)
    words.push({
      text: plain,
      key: keyOf(plain),
      start,
      end: start + word.length,
      breaks: !isSpace && breaking.test(text.slice(last, start))
    })
    last = start + word.length
  }
  return words
}

/** How many different keys there are; a power of two. */
const keys = 4096

/** A number that tells most words apart. */
function keyOf(word: string): number {
  const last = word.length - 1
  return (word.charCodeAt(0) * 131 + word.charCodeAt(last >> 1) * 31 + word.charCodeAt(last) * 7 + last) & (keys - 1)
}

const space = 32
const breaking = /[,;:.!?()\u2013\u2014]/
const fancy = /[’‘\u2010\u2011]/

function plainWord(word: string): string {
  const lower = word.toLowerCase()
  return fancy.test(lower) ? lower.replace(/[’‘]/g, "'").replace(/[\u2010\u2011]/g, '-') : lower
}

/**
 * Builds the matcher from named lists. Throws an Error that names the phrase if one is badly written.
 * Only first words are worked out at once: a document holds few of the phrases, and writing out all forms of all of them takes long.
 */
export function createMatcher(lists: Readonly<Record<string, readonly PhraseEntry[]>>): Matcher {
  const byFirst = new Map<string, Bucket>()
  let order = 0
  for (const [list, entries] of Object.entries(lists)) {
    for (const entry of entries) {
      if (nested.test(entry.phrase)) throw new Error(`Groups of a phrase cannot stand inside each other: “${entry.phrase}”`)
      const pattern: Pattern = {list, entry, order: order++, sequences: null}
      for (const word of firstWordsOf(entry.phrase)) {
        const bucket = byFirst.get(word)
        if (bucket) bucket.patterns.push(pattern)
        else byFirst.set(word, {patterns: [pattern], sorted: null})
      }
    }
  }
  // Most words begin no phrase, and this tells so for most of them without a look into the map.
  const begins = new Uint8Array(keys)
  for (const word of byFirst.keys()) begins[keyOf(word)] = 1
  return {match: remembering(text => matchAll(text, byFirst, begins))}
}

interface Candidate extends Match {
  order: number
}

function matchAll(text: string, byFirst: ReadonlyMap<string, Bucket>, begins: Uint8Array): Match[] {
  const words = wordsOf(text)
  const found: Match[] = []
  for (let index = 0; index < words.length; index++) {
    const word = words[index] as Word
    const bucket = begins[word.key] ? byFirst.get(word.text) : undefined
    if (!bucket) continue
    const {bySecond, any} = (bucket.sorted ??= bySecondWord(bucket.patterns, word.text))
    const second = bySecond.size > 0 ? bySecond.get(words[index + 1]?.text ?? '') : undefined
    if (!second && any.length === 0) continue
    const here: Candidate[] = []
    for (const pattern of any) consider(pattern, words, index, here)
    if (second) for (const pattern of second) consider(pattern, words, index, here)
    if (here.length > 1) here.sort((a, b) => a.order - b.order)
    for (const {list, entry, start, end} of here) found.push({list, entry, start, end})
  }
  return found
}

/** Phrases whose second word may be anything, or missing, come under `any`. */
function bySecondWord(patterns: readonly Pattern[], first: string): NonNullable<Bucket['sorted']> {
  const bySecond = new Map<string, Pattern[]>()
  const any: Pattern[] = []
  for (const pattern of patterns) {
    const seconds = secondWordsOf(pattern.entry.phrase, first)
    if (!seconds) any.push(pattern)
    else for (const word of seconds) collect(bySecond, word, pattern)
  }
  return {bySecond, any}
}

/** Every word that can follow this first word; null if it may be any, or none. */
function secondWordsOf(phrase: string, first: string): Iterable<string> | null {
  const plain = plainTwo.exec(phrase)?.[1]
  if (plain !== undefined) return plain === '...' ? null : formsOf(plain, false)
  const seconds = new Set<string>()
  for (const [start, second] of expand(phrase, 2)) {
    if (!start || start === 'gap' || !start.words.has(first)) continue
    if (second === undefined || second === 'gap') return null
    for (const word of second.words) seconds.add(word)
  }
  return seconds
}

function collect(byWord: Map<string, Pattern[]>, word: string, pattern: Pattern): void {
  const patterns = byWord.get(word)
  if (patterns) patterns.push(pattern)
  else byWord.set(word, [pattern])
}

/** Adds the longest match of a phrase that begins here, unless its list already has a longer one. */
function consider(pattern: Pattern, words: readonly Word[], at: number, here: Candidate[]): void {
  const {list, entry, order} = pattern
  let last = -1
  for (const steps of (pattern.sequences ??= expand(entry.phrase))) last = Math.max(last, follow(words, at, steps, 0))
  if (last < 0) return
  const match = {list, entry, start: (words[at] as Word).start, end: (words[last] as Word).end, order}
  const rival = here.findIndex(other => other.list === list)
  if (rival < 0) here.push(match)
  else if (isBetter(match, here[rival] as Candidate)) here[rival] = match
}

function isBetter(match: Candidate, rival: Candidate): boolean {
  return match.end === rival.end ? match.order < rival.order : match.end > rival.end
}

/** Index of the last word if the steps match from this word on, else -1. */
function follow(words: readonly Word[], at: number, steps: readonly Step[], step: number): number {
  const current = steps[step]
  if (current === 'gap') {
    if (step === steps.length - 1) return trailing(words, at)
    for (let skip = 0; skip <= 4; skip++) {
      if (skip > 0 && (at + skip > words.length || words[at + skip - 1]?.breaks)) return -1
      const end = follow(words, at + skip, steps, step + 1)
      if (end >= 0) return end
    }
    return -1
  }
  const word = words[at]
  if (!word || !current?.words.has(word.text)) return -1
  if (step > 0 && word.breaks) return -1
  return step === steps.length - 1 ? at : follow(words, at + 1, steps, step + 1)
}

/** A gap at the end takes what follows, up to eight words and not past a stop. */
function trailing(words: readonly Word[], at: number): number {
  let last = at - 1
  while (last + 1 < words.length && last + 1 < at + 8 && !words[last + 1]?.breaks) last++
  return last
}

/** A group inside a group: it would be cut at its first closing bracket and match nothing. */
const nested = /\([^)]*[([]|\[[^\]]*[([]/

const partPattern = /\([^)]*\)~?|\[[^\]]*\]~?|\S+/g

/** Every word a phrase can begin with: those of its first part, and of the next as long as a part may be left out. */
function firstWordsOf(phrase: string): Iterable<string> {
  const plain = plainStart.exec(phrase)?.[0]
  if (plain !== undefined && plain !== '...') return formsOf(plain, false)
  const first = new Set<string>()
  for (const [part] of phrase.matchAll(partPattern)) {
    for (const step of choicesOf(part).map(steps => steps[0])) {
      if (step === 'gap') throw new Error(`A phrase must begin with a word: “${phrase}”`)
      for (const word of step?.words ?? []) first.add(word)
    }
    if (!part.startsWith('[')) break
  }
  return first
}

/** One word first, as in most phrases, and two of them. */
const plainStart = /^[^\s()[\]|~]+~?(?=\s|$)/
const plainTwo = /^[^\s()[\]|~]+~?\s+([^\s()[\]|~]+~?)(?=\s|$)/

/** All sequences of steps a phrase stands for; no more of them than their first `enough` steps if that is given. */
function expand(phrase: string, enough = Infinity): Step[][] {
  let sequences: Step[][] = [[]]
  for (const part of phrase.match(partPattern) ?? []) {
    if (sequences.every(sequence => sequence.length >= enough)) break
    const choices = choicesOf(part)
    const [only] = choices
    if (only && choices.length === 1) for (const sequence of sequences) sequence.push(...only)
    else sequences = sequences.flatMap(sequence => choices.map(choice => [...sequence, ...choice]))
  }
  return sequences.filter(sequence => sequence.length > 0)
}

/** The same parts stand in many phrases. */
const choicesOf: (part: string) => readonly (readonly Step[])[] = remembering(readChoices, Infinity)

function readChoices(part: string): Step[][] {
  if (part === '...') return [['gap']]
  if (!/[[(|]/.test(part)) return [[{words: new Set(formsOf(part, false))}]]
  const optional = part.startsWith('[')
  const inflected = part.endsWith('~')
  const inner = /^[([]/.test(part) ? part.slice(1, inflected ? -2 : -1) : part
  const alternatives = inner.split('|').map(text => text.trim().split(/\s+/).filter(Boolean))
  const single = new Set<string>()
  const choices: Step[][] = optional ? [[]] : []
  for (const words of alternatives) {
    if (words.length === 1) for (const form of formsOf(words[0] as string, inflected)) single.add(form)
    else choices.push(words.map(word => (word === '...' ? 'gap' : {words: new Set(formsOf(word, false))})))
  }
  if (single.size > 0) choices.push([{words: single}])
  return choices
}

function formsOf(word: string, inflected: boolean): string[] {
  const plain = plainWord(word)
  if (plain.endsWith('~')) return inflections(plain.slice(0, -1))
  return inflected ? inflections(plain) : [plain]
}
