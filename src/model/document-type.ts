/** Which of the three documents this is, and how sure we are. */
import documentTypes from '../../rules/vocabulary/document-types.json' with {type: 'json'}
import type {DocumentType} from '../report.ts'
import {createMatcher, type Match, type PhraseEntry, wordsOf} from '../text/phrases.ts'
import type {Block} from './plan.ts'
import {columnRole, sectionRole} from './vocabulary.ts'

interface TypeEntry extends PhraseEntry {
  /** A document type, or `plan` for a title that fits both kinds of plan. */
  type: string
  /** How strongly the phrase speaks for the type, where it stands in a title and where it stands in the text. */
  title: number
  text: number
}

const matcher = createMatcher({types: documentTypes.entries as TypeEntry[], signs: documentTypes.signs as PhraseEntry[]})

/** The type a title names, or null. */
export function titleType(title: string): DocumentType | null {
  const found = typesIn(title).filter(({title: weight, type}) => weight >= 3 && type !== 'plan')
  return (found[0]?.type as DocumentType | undefined) ?? null
}

/** Tasks, who does each, by when, and what for: only a plan has them all. */
function isWholePlan(parts: ReadonlySet<string>): boolean {
  return ['action', 'owner', 'timescale'].every(part => parts.has(part)) && (parts.has('worry') || parts.has('outcome'))
}

function typesIn(text: string): TypeEntry[] {
  return matcher
    .match(text)
    .filter(({list}) => list === 'types')
    .map(({entry}) => entry as TypeEntry)
}

/** Where in a line stand the words that name a type of plan or letter, the last of them; null if there are none. */
export function titleWords(line: string): {start: number; end: number} | null {
  const found = matcher
    .match(line)
    .filter(({list, entry}) => list === 'types' && (entry as TypeEntry).type !== 'unknown' && (entry as TypeEntry).title >= 2.5)
  const longest = found.sort((a, b) => b.end - b.start - (a.end - a.start))[0]
  return longest ? {start: longest.start, end: longest.end} : null
}

/** Weighs the title, the telling phrases of the text and the parts the document has. */
export function documentTypeOf(blocks: readonly Block[]): {type: DocumentType; confidence: number} {
  const titles = titleScores(blocks)
  const {signs, texts} = textSigns(blocks)
  const letter = blocks.slice(0, 30).some(({text}) => salutation.test(text))
  const parts = planParts(blocks)
  const unknown = (titles.get('unknown') ?? 0) + Math.min(4, texts.get('unknown') ?? 0)
  const scores: [DocumentType, number][] = [
    ['letter-before-proceedings', letterScore(titles, texts, signs, letter)],
    ['child-protection-plan', planScore('child-protection-plan', titles, texts, signs, parts, letter)],
    ['child-in-need-plan', planScore('child-in-need-plan', titles, texts, signs, parts, letter)]
  ]
  scores.sort(([, a], [, b]) => b - a)
  const [[type, best], [, second]] = scores as [[DocumentType, number], [DocumentType, number]]
  if (best < 6 || unknown >= best) return {type: 'unknown', confidence: round(0.5 + Math.min(0.45, Math.max(unknown, 6 - best) / 20))}
  return {type, confidence: round(((1 - Math.exp(-best / 4)) * best) / (best + Math.max(0, second - 2) / 4 + unknown / 4))}
}

const salutation = /^\s*(?:dear|to)\s+\p{Lu}/iu
const round = (value: number): number => Math.round(value * 100) / 100

/**
 * Weight of each type in the lines that could be a title: the first that names a type counts in full, later ones half. A line that
 * names a type in passing counts less.
 */
function titleScores(blocks: readonly Block[]): Map<string, number> {
  const scores = new Map<string, number>()
  let found = 0
  for (const block of blocks) {
    if (!mayBeTitle(block, blocks)) continue
    const named = matcher.match(block.text).filter(({list}) => list === 'types')
    const matches = withPlan.test(block.text) ? named.filter(({entry}) => (entry as TypeEntry).type !== 'unknown') : named
    const best = new Map<string, number>()
    for (const match of matches) {
      const {type, title} = match.entry as TypeEntry
      best.set(type, Math.max(best.get(type) ?? 0, title * prominence(block, match)))
    }
    for (const [type, weight] of best) scores.set(type, Math.max(scores.get(type) ?? 0, found > 0 ? weight / 2 : weight))
    if ([...best.values()].some(weight => weight >= 4)) found++
  }
  return scores
}

/** “Minutes and updated plan”, “Record of the meeting with the new plan”: whatever else it is, it holds a plan. */
const withPlan =
  /(?:\b(?:and|with|including|incl)\b|[&+/])\s*(?:(?:the|a|an|our|new|updated|revised|outline|agreed|current|child protection|child in need|cp|cin)\s+)*plan\W*(?:$|\d|for\b|of\b|after\b|from\b)/i

function mayBeTitle(block: Block, blocks: readonly Block[]): boolean {
  if (block.margin === 'page-header' || block.margin === 'page-footer') return true
  const first = blocks.find(({margin, text}) => margin !== 'page-header' && text.trim())?.index ?? 0
  if (block.index > first + 18 || (block.table && block.table.row > 1)) return false
  if (wordsOf(block.text).length > 30) return false
  const fact = factLine.exec(block.text)
  return !fact || (/\bplan\b/i.test(fact.groups?.value ?? '') && !/\d/.test(fact.groups?.value ?? ''))
}

/** `Review conference: 3 June`; but “Review conference: record and new plan” is a title. */
const factLine = /^\s*(?:enc|encl|cc|copy|copies|date|conference|initial|review|previous|category)\b[^:]{0,30}:(?<value>.*)$/is

/** 1 for a heading, a bold line, capitals or a subject line; less for words in passing. */
function prominence({kind, strong, text, margin}: Block, match: Match): number {
  const own = match.end - match.start
  const share = own / text.trim().length
  if (kind === 'heading' || strong || text === text.toUpperCase() || /^\s*(?:re|subject|regarding)\b\s*:?/i.test(text)) return 1
  if (margin) return 0.8
  if (/[.!?]\s*$/.test(text)) return share > 0.6 ? 0.8 : 0.2
  return share > 0.3 ? 0.9 : 0.4
}

interface TextSigns {
  /** How often each sign appears. */
  signs: Map<string, number>
  texts: Map<string, number>
}

function textSigns(blocks: readonly Block[]): TextSigns {
  const signs = new Map<string, number>()
  const texts = new Map<string, number>()
  const seen = new Set<PhraseEntry>()
  for (const {text} of blocks) {
    for (const {list, entry} of matcher.match(text)) {
      if (list === 'signs') {
        const {sign} = entry as PhraseEntry & {sign: string}
        signs.set(sign, (signs.get(sign) ?? 0) + 1)
      } else if (!seen.has(entry)) {
        seen.add(entry)
        const {type, text: weight} = entry as TypeEntry
        texts.set(type, (texts.get(type) ?? 0) + weight)
      }
    }
  }
  return {signs, texts}
}

/** A letter that warns of court, tells of a solicitor and of a meeting is one, whatever it calls itself. */
function letterScore(titles: Map<string, number>, texts: Map<string, number>, signs: Map<string, number>, letter: boolean): number {
  const has = (sign: string): boolean => signs.has(sign)
  if (!has('court') && !has('solicitor')) return 0
  let score = (titles.get('letter-before-proceedings') ?? 0) + Math.min(2, texts.get('letter-before-proceedings') ?? 0)
  if (letter && has('court') && has('solicitor') && has('meeting') && has('you-parent')) score += 6
  else if (letter) score += 1
  if (!letter && (signs.get('you-parent') ?? 0) < 2) score /= 3
  return has('issued') ? score / 4 : score
}

/** Distinct parts a plan has: a worry, an outcome, an action, who, when, what if. */
function planParts(blocks: readonly Block[]): Set<string> {
  const parts = new Set<string>()
  for (const {kind, text, table, labelEnd} of blocks) {
    const words = text.length
    if (table && words <= 60) {
      const role = columnRole(text)
      if (role) parts.add(role)
    } else if (labelEnd > 0) {
      const role = columnRole(text.slice(0, labelEnd).replace(/:\s*$/, ''))
      if (role) parts.add(role)
    } else if (kind === 'heading') {
      const role = sectionRole(text, 'plan')
      if (role && role !== 'title' && role !== 'other') parts.add(role)
    }
  }
  return parts
}

type PlanType = 'child-in-need-plan' | 'child-protection-plan'

function planScore(
  type: PlanType,
  titles: Map<string, number>,
  texts: Map<string, number>,
  signs: Map<string, number>,
  parts: ReadonlySet<string>,
  letter: boolean
): number {
  const own = titles.get(type) ?? 0
  const sign = type === 'child-in-need-plan' ? 'child-in-need' : 'child-protection'
  const rival = type === 'child-in-need-plan' ? 'child-protection' : 'child-in-need'
  const count = signs.get(sign) ?? 0
  let score = own
  // “Our plan”: what the text calls it decides, and a plan that names neither is one for a child in need.
  const generic = titles.get('plan') ?? 0
  const isNamed = generic >= 2 && parts.size >= 2
  if (own < 4 && (isNamed || (generic > 0 && isWholePlan(parts)))) {
    const rivals = signs.get(rival) ?? 0
    const leads = type === 'child-protection-plan' ? count > rivals : count >= rivals
    if (leads) score = Math.max(own, generic) + (count > 0 ? 2 : 1)
  }
  if (score === 0) return 0
  score += Math.min(1.5, texts.get(type) ?? 0) + Math.min(3, parts.size * 0.6)
  if (parts.size < 2) score -= letter ? 6 : 3
  return score
}
