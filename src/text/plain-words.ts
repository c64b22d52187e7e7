/** Longer words that have a plain one: the verdict of `retext-simplify`, a sentence at a time. */
import {ParseEnglish} from 'parse-english'
import retextSimplify from 'retext-simplify'
import {unified} from 'unified'
import {VFile} from 'vfile'

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

/** A function that finds wordings in a sentence, except the phrases in `ignore`. */
export function createSimplifier(ignore: readonly string[]): (sentence: string) => Wording[] {
  const processor = unified().use(retextSimplify, {ignore: [...ignore]}).freeze()
  const parser = new ParseEnglish()
  return sentence => {
    const file = new VFile(sentence)
    processor.runSync(parser.parse(sentence), file)
    return file.messages.flatMap(({place, expected}) =>
      place && 'start' in place && place.start.offset !== undefined && place.end.offset !== undefined
        ? [{start: place.start.offset, end: place.end.offset, plain: expected ?? []}]
        : []
    )
  }
}
