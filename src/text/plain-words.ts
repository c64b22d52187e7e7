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

/** Tells what the library says of a sentence in which some of its phrases stand. */
export type Simplifier = (sentence: string, phrases: readonly string[]) => Wording[]

/**
 * A simplifier asks the library about the given phrases only: it is told to ignore all others, as it would otherwise prepare its whole list
 * anew for every sentence.
 */
export function createSimplifier(): Simplifier {
  const all = phrasesOfSimplify()
  const parser = new ParseEnglish()
  const processors = new Map<string, ReturnType<typeof processorFor>>()
  return (sentence, phrases) => {
    const file = new VFile(sentence)
    const tree = parser.parse(sentence)
    for (const phrase of new Set(phrases)) {
      let processor = processors.get(phrase)
      if (!processor) processors.set(phrase, (processor = processorFor(phrase, all)))
      processor.runSync(tree, file)
    }
    return file.messages.flatMap(({place, expected}) =>
      place && 'start' in place && place.start.offset !== undefined && place.end.offset !== undefined
        ? [{start: place.start.offset, end: place.end.offset, plain: expected ?? []}]
        : []
    )
  }
}

function processorFor(phrase: string, all: readonly string[]) {
  return unified()
    .use(retextSimplify, {ignore: all.filter(other => other !== phrase)})
    .freeze()
}
