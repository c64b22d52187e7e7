/** Longer words that have a plain one: the verdict of `retext-simplify`, a sentence at a time. */
import {ParseEnglish} from 'parse-english'
import retextSimplify from 'retext-simplify'
import {unified} from 'unified'
import {VFile} from 'vfile'
import {remembering} from './memo.ts'

export interface Wording {
  /** Offsets in the sentence. */
  start: number
  end: number
  /** What to write instead, the best first; empty where the words can go. */
  plain: string[]
}

/** An ignore list that ignores nothing and remembers what it was asked about. */
class Listener extends Array<string> {
  readonly heard: string[] = []
  override includes(phrase: string): boolean {
    this.heard.push(phrase)
    return false
  }
}

/**
 * The phrases that the library looks for. It keeps its list to itself, but it asks of every phrase whether the user wants it ignored;
 * so a cheap test can use the library's own list without a copy of it.
 */
export function phrasesOfSimplify(): string[] {
  const listener = new Listener()
  listener.push('')
  unified().use(retextSimplify, {ignore: listener}).freeze()
  return listener.heard
}

/** Where one of the library's phrases seems to stand in a text. */
export interface Doubt {
  start: number
  end: number
  phrase: string
}

/** Tells what the library says of a phrase that stands in a sentence. */
export type Simplifier = (sentence: string, doubt: Doubt) => Wording[]

/** Letters, marks and figures: what a word is made of. */
const wordEnd = /[\p{L}\p{M}\p{N}]\P{L}*$/u
const wordStart = /^\P{L}*?[\p{L}\p{M}\p{N}]/u
/** Stands for the words around: the library asks only whether there are any, and what stands between. */
const anyWord = 'a'

/**
 * A simplifier asks the library about one phrase at a time: it is told to ignore all others, as it would otherwise prepare its whole list
 * anew for every sentence. It shows it no more of the sentence than the library looks at, so that it need not be asked the same twice.
 */
export function createSimplifier(): Simplifier {
  const all = phrasesOfSimplify()
  const parser = new ParseEnglish()
  const processors = new Map<string, ReturnType<typeof processorFor>>()
  const verdictOf = remembering(phraseAndWords => {
    const [phrase, words] = phraseAndWords.split('\n', 2) as [string, string]
    let processor = processors.get(phrase)
    if (!processor) processors.set(phrase, (processor = processorFor(phrase, all)))
    const file = new VFile(words)
    processor.runSync(parser.parse(words), file)
    return file.messages.flatMap(({place, expected}) =>
      place && 'start' in place && place.start.offset !== undefined && place.end.offset !== undefined
        ? [{start: place.start.offset, end: place.end.offset, plain: expected ?? []}]
        : []
    )
  })
  return (sentence, {start, end, phrase}) => {
    const before = marksBefore(sentence.slice(0, start))
    const shift = start - before.length
    const words = before + sentence.slice(start, end) + marksAfter(sentence.slice(end))
    return verdictOf(`${phrase}\n${words.replaceAll('\n', ' ')}`).map(({start, end, plain}) => ({
      start: start + shift,
      end: end + shift,
      plain
    }))
  }
}

/** What stands between a phrase and the word before it, after a word of ours in its place. */
function marksBefore(text: string): string {
  const last = wordEnd.exec(text)
  return last ? anyWord + text.slice(last.index + 1) : text
}

function marksAfter(text: string): string {
  const first = wordStart.exec(text)
  return first ? first[0].slice(0, -1) + anyWord : text
}

function processorFor(phrase: string, all: readonly string[]) {
  return unified()
    .use(retextSimplify, {ignore: all.filter(other => other !== phrase)})
    .freeze()
}
