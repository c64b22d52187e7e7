/** Which words of a document are prose, counted for the readability formulas. */
import givenNames from '../../rules/vocabulary/given-names.json' with {type: 'json'}
import {createCounter, tokensIn} from '../text/readability.ts'
import type {Block, BlockRole, Plan, ProseSentence, Span} from './plan.ts'
import {textOf, trimmed} from './spans.ts'

/** Blocks that are entries of a form rather than prose, unless they hold a whole sentence. */
const entryRoles: ReadonlySet<BlockRole> = new Set(['label', 'address', 'header-field', 'people', 'owner', 'timescale'])
const stopped = /[.!?…]["”’')\]]*$/
const tickBox = /[\u2610-\u2612\u25a1\u2713\u2714]/
const shortLabel = /^(?:[\p{Lu}\p{N}]\S*(?:[ \t]+[^\s:.?!]+){0,2}):[ \t]+/u

/**
 * The sentences of a document that are prose: not headings, labels, addresses, lists of names, form entries, dates or the margins of a
 * page. Where a sentence stands (paragraph, list, cell) makes no difference: without a full stop it counts from four words on, if it is
 * not mostly names; with one from two words on.
 */
export function proseOf({blocks, people}: Pick<Plan, 'blocks' | 'people'>): ProseSentence[] {
  const count = createCounter({names: namesOf(blocks, people), explained: explainedIn(blocks)})
  return blocks
    .flatMap(block => (isOutOfFlow(block) ? [] : sentencesOf(block)))
    .map(at => {
      const counts = count(textOf(at))
      return {at, counts, own: at.block.quotations.length > 0 ? count(ownWordsOf(at)) : counts}
    })
}

function isOutOfFlow(block: Block): boolean {
  return block.kind === 'heading' || block.role === 'heading' || block.margin === 'page-header' || block.margin === 'page-footer'
}

function sentencesOf(block: Block): Span[] {
  const isEntry = entryRoles.has(block.role) || block.table?.header === true
  const spans: Span[] = []
  const bold = block.strong ? 0 : boldLabelEnd(block)
  for (const {start, end} of block.sentences) {
    const label = shortLabel.exec(block.text.slice(start, end))?.[0].length ?? 0
    const span = trimmed({block, start: Math.min(end, Math.max(start + label, bold)), end})
    if (isProse(textOf(span), isEntry)) spans.push(span)
  }
  return spans
}

/** End of a label in bold, which may be longer than one told by its look. */
function boldLabelEnd({labelEnd, pieces}: Block): number {
  return pieces[0]?.strong === true ? labelEnd : 0
}

function isProse(text: string, isEntry: boolean): boolean {
  if (tickBox.test(text)) return false
  const words = tokensIn(text)
  if (stopped.test(text) && !(isEntry && text.endsWith('?'))) return words.length >= (isEntry ? 4 : 2)
  if (isEntry || words.length < 4) return false
  // “Nurse Cole (community nurse), Tamsin (school)”: what is in brackets does not make a list of names a sentence.
  const rest = tokensIn(text.replace(/\([^)]*\)/g, '')).slice(1)
  return rest.filter(word => /^\p{Ll}/u.test(word)).length * 2 >= rest.length
}

/** A sentence without what it quotes: nobody can be asked to rewrite another person's words. */
export function ownWordsOf({block, start, end}: Span): string {
  let words = ''
  let from = start
  for (const quotation of block.quotations) {
    if (quotation.end <= from || quotation.start >= end) continue
    words += block.text.slice(from, Math.max(from, quotation.start))
    from = quotation.end
  }
  return from < end ? words + block.text.slice(from, end) : words
}

const givenNamesKnown: ReadonlySet<string> = new Set(givenNames.entries.map(({name}) => name))

/** Tells names, lower case, from other words: known first names, the people of the document, and what it never writes small. */
function namesOf(blocks: readonly Block[], people: Plan['people']): Pick<ReadonlySet<string>, 'has'> {
  const names = new Set<string>()
  for (const {name} of [...people.children, ...people.parents, ...people.others]) {
    for (const [word] of name.matchAll(/\p{Lu}\p{L}+/gu)) names.add(word.toLowerCase())
  }
  const inMid = new Set<string>()
  const body = blocks.filter(({kind}) => kind !== 'heading')
  for (const {text} of body) {
    for (const [word] of text.matchAll(/(?<=[\p{Ll},] )\p{Lu}\p{Ll}+/gu)) inMid.add(word.toLowerCase())
  }
  for (const {text} of body) {
    for (const [word] of text.matchAll(/(?<![\p{L}'’])\p{Ll}{2,}/gu)) inMid.delete(word)
  }
  for (const word of inMid) names.add(word)
  return {has: word => names.has(word) || givenNamesKnown.has(word)}
}

const explanation =
  /,? (?:\((?=[^)]*\p{Ll}[^)]* )|which means\b|which is\b|means\b|that is,|an? (?:\p{Ll}+ ){1,3}(?:for|of|that|to|which|who)\b)/gu
const longestTerm = 60
const termAtEnd = /(?:[\p{L}'’-]+ ){0,3}[\p{L}'’-]+$/u
const explainedAfter = /\b(?:[Tt]his is|[Ii]t is|they are|also|we) call(?:ed|s)? (?:an? |the )?[“"'‘]?((?:[\p{L}'’-]+ ?){1,4})/gu

const initialsExplained = /(?<=\p{L} )\((\p{Lu}{2,6})s?\)/gu

/**
 * Words of the terms that the document explains where it uses them: `detox (help to stop drinking)`, `this is called legal aid`, `Young
 * Carers Hub (YCH)`.
 */
function explainedIn(blocks: readonly Block[]): Set<string> {
  const words = new Set<string>()
  const add = (term = ''): void => {
    for (const word of tokensIn(term)) words.add(word.toLowerCase())
  }
  for (const {text} of blocks) {
    for (const {index} of text.matchAll(explanation)) add(termAtEnd.exec(text.slice(Math.max(0, index - longestTerm), index))?.[0])
    for (const pattern of [explainedAfter, initialsExplained]) for (const match of text.matchAll(pattern)) add(match[1])
  }
  return words
}
