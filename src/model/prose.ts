/** Which words of a document are prose, and how hard they are to read. */
import givenNames from '../../rules/vocabulary/given-names.json' with {type: 'json'}
import type {DocumentReadability, HardSentence, SectionReadability} from '../report.ts'
import {addUp, type Counter, type Counts, createCounter, scoresOf, sentenceAge, tokensIn} from '../text/readability.ts'
import {locationOf} from './location.ts'
import type {Block, BlockRole, Plan, Span} from './plan.ts'
import {lineIndexOf, pointAt} from './points.ts'
import {isQuoted, sourceRange, textOf, trimmed} from './spans.ts'

/** Fewest words of a sentence that can be called hard: in a shorter one a single word decides. */
export const fewestHardWords = 6
const mostWorst = 5
/** Reading age to aim at unless the user says otherwise, in years: what councils ask of letters to families. */
const defaultTargetAge = 11

/** Blocks that are entries of a form rather than prose, unless they hold a whole sentence. */
const entryRoles: ReadonlySet<BlockRole> = new Set(['label', 'address', 'header-field', 'people', 'owner', 'timescale'])
const stopped = /[.!?…]["”’')\]]*$/
const shortLabel = /^(?:[\p{Lu}\p{N}]\S*(?:[ \t]+[^\s:.?!]+){0,2}):[ \t]+/u

/**
 * The sentences of a document that are prose: not headings, labels, addresses, lists of names, form entries, dates or the margins of a
 * page. Where a sentence stands (paragraph, list, cell) makes no difference: without a full stop it counts from four words on, if it is
 * not mostly names; with one from two words on.
 */
export function proseOf({blocks}: Pick<Plan, 'blocks'>): Span[] {
  return blocks.flatMap(block => (isOutOfFlow(block) ? [] : sentencesOf(block)))
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
  const words = tokensIn(text)
  if (stopped.test(text) && !(isEntry && text.endsWith('?'))) return words.length >= (isEntry ? 4 : 2)
  if (isEntry || words.length < 4) return false
  const rest = words.slice(1)
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

/** A counter that knows the names of this document and the terms it explains. */
export function counterFor({blocks, people}: Pick<Plan, 'blocks' | 'people'>): Counter {
  return createCounter({names: namesIn(blocks, people), explained: explainedIn(blocks)})
}

const givenNamesKnown: readonly string[] = givenNames.entries.map(({name}) => name)

function namesIn(blocks: readonly Block[], people: Plan['people']): Set<string> {
  const names = new Set(givenNamesKnown)
  for (const {name} of [...people.children, ...people.parents, ...people.others]) {
    for (const [word] of name.matchAll(/\p{Lu}\p{L}+/gu)) names.add(word.toLowerCase())
  }
  const small = new Set<string>()
  const inMid = new Set<string>()
  for (const {text, kind} of blocks) {
    if (kind === 'heading') continue
    for (const [word] of text.matchAll(/(?<=[\p{Ll},] )\p{Lu}\p{Ll}+/gu)) inMid.add(word.toLowerCase())
    for (const [word] of text.matchAll(/(?<![\p{L}'’])\p{Ll}{2,}/gu)) small.add(word)
  }
  for (const word of inMid) if (!small.has(word)) names.add(word)
  return names
}

const explainedBefore = /((?:[\p{L}'’-]+ ){0,3}[\p{L}'’-]+),? (?:\((?=[^)]*\p{Ll}[^)]* )|which means\b|which is\b|means\b|that is,|an? (?:\p{Ll}+ ){1,3}(?:for|of|that|to|which|who)\b)/gu
const explainedAfter = /\b(?:[Tt]his is|[Ii]t is|they are|also|we) call(?:ed|s)? (?:an? |the )?[“"'‘]?((?:[\p{L}'’-]+ ?){1,4})/gu

const initialsExplained = /(?<=\p{L} )\((\p{Lu}{2,6})s?\)/gu

/**
 * Words of the terms that the document explains where it uses them: `detox (help to stop drinking)`, `this is called legal aid`, `Young
 * Carers Hub (YCH)`.
 */
function explainedIn(blocks: readonly Block[]): Set<string> {
  const words = new Set<string>()
  for (const {text} of blocks) {
    for (const pattern of [explainedBefore, explainedAfter, initialsExplained]) {
      for (const match of text.matchAll(pattern)) for (const word of tokensIn(match[1] as string)) words.add(word.toLowerCase())
    }
  }
  return words
}

/** Scores of the whole document, of each section with prose, and its hardest sentences above the target age. */
export function readabilityOf(plan: Plan, target = defaultTargetAge): DocumentReadability {
  const count = counterFor(plan)
  const measured = proseOf(plan).map(span => ({span, counts: count(textOf(span))}))
  const bySection = new Map<number, Counts[]>()
  for (const {span, counts} of measured) {
    const {index} = span.block.section
    const section = bySection.get(index)
    if (section) section.push(counts)
    else bySection.set(index, [counts])
  }
  const sections: SectionReadability[] = [...bySection].map(([index, counts]) => ({
    section: plan.sections[index]?.title || 'Top of the document',
    ...scoresOf(addUp(counts))
  }))
  return {...scoresOf(addUp(measured.map(({counts}) => counts))), target, sections, worst: worstOf(measured, plan, target)}
}

function worstOf(measured: readonly {span: Span; counts: Counts}[], plan: Plan, target: number): HardSentence[] {
  const hard = measured
    .filter(({span, counts}) => counts.words >= fewestHardWords && !isQuoted(span.block, span.start, span.end))
    .map(({span, counts}) => ({span, words: counts.words, age: sentenceAge(counts)}))
    .filter(({age}) => age > target)
    .sort((a, b) => b.age - a.age || a.span.block.index - b.span.block.index)
    .slice(0, mostWorst)
  if (hard.length === 0) return []
  const lines = lineIndexOf(plan.text)
  return hard.map(({span, words, age}) => {
    const {start, end} = sourceRange(span)
    return {
      text: textOf(span),
      words,
      readingAge: Math.round(age * 10) / 10,
      place: {start: pointAt(lines, start), end: pointAt(lines, end)},
      location: locationOf(span, plan)
    }
  })
}
