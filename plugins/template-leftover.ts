/** Is text of the form left in, to be filled in, chosen from or taken out? */
import meta from '../rules/template-leftover/rule.json' with {type: 'json'}
import words from '../rules/template-leftover/phrases.json' with {type: 'json'}
import {defineRule} from '../src/engine/define-rule.ts'
import type {Block, Plan} from '../src/model/plan.ts'
import {isQuoted} from '../src/model/spans.ts'
import type {Range} from '../src/text/quotations.ts'

type Leftover = Range & {message: 'default' | 'choice'}

/** How many letters before its sentence a pronoun may look back. */
const sentenceBefore = 60

export default defineRule(
  meta,
  (plan, report, {matches}) => {
    for (const block of plan.blocks) {
      const listed = matches(block.index, 'phrases').map(({start, end}): Leftover => ({start, end, message: 'default'}))
      const found = [...blanksIn(block.text), ...listed]
      if (!isOfForm(block)) found.push(...masksIn(block.text), ...choicesIn(block, plan, matches(block.index, 'anybody')))
      let last = 0
      for (const {start, end, message} of found.sort((a, b) => a.start - b.start || b.end - a.end)) {
        if (start < Math.max(last, block.labelEnd) || isQuoted(block, start, end)) continue
        last = end
        report({at: {block, start, end}, message, values: {phrase: block.text.slice(start, end)}})
      }
    }
  },
  {phrases: words.entries, anybody: words.anybody}
)

/** The names of fields and columns belong to the form, and so do the printed words over a signature. */
function isOfForm({kind, role, table, section}: Block): boolean {
  return kind === 'heading' || ['heading', 'label', 'instruction'].includes(role) || table?.header === true || section.role === 'agreement'
}

const bracketed = /\[([^[\]]{1,80})\]|<{1,2}([^<>]{1,60})>{1,2}|\((insert|enter|specify|name of|delete)\b[^()]{0,60}\)/giu
const mergeField = /\{{1,2}\s?\p{L}[\p{L}\d_ .'’-]{0,40}\}{1,2}|«[^»\n]{1,40}»|<<\s?\p{L}[^<>\n]{0,40}>>/gu
const crosses = /(?<![\p{L}\d])[xX]{2}\s?[/.-]\s?[xX]{2}\s?[/.-]\s?(?:20)?[xX]{2,4}(?!\p{L})|(?<!\p{L})(?:X{2,}|x{4,})(?!\p{L})/gu
const dateMask = /\bdd\s?[/.-]\s?mm\s?[/.-]\s?yy(?:yy)?\b/giu

/** Every blank holds one of these; few texts do. */
const blankMark = /[[<({«]|xx/i

function* blanksIn(text: string): Generator<Leftover> {
  if (!blankMark.test(text)) return
  for (const match of text.matchAll(bracketed)) {
    if (match[3] || isBlank(match[1] ?? match[2] ?? '')) yield rangeOf(match)
  }
  for (const pattern of [mergeField, crosses]) for (const match of text.matchAll(pattern)) yield rangeOf(match)
}

function masksIn(text: string): Leftover[] {
  return [...text.matchAll(dateMask)].map(rangeOf)
}

/** Whether words in brackets ask for something, rather than explain. */
function isBlank(inner: string): boolean {
  const plain = inner.toLowerCase().replace(/[’‘]/g, "'").replace(/_/g, ' ').trim()
  const parts = plain.split(/[^\p{L}]+/u)
  if (words.bracketWhole.includes(plain) || words.bracketSure.includes(parts[0] ?? '')) return true
  if (parts.some(word => words.bracketNever.includes(word))) return false
  if (!/\d/.test(plain) && parts.some(word => words.bracketHolds.includes(word))) return true
  return words.bracketStarts.some(start => plain.startsWith(start) && !/\p{L}/u.test(plain[start.length] ?? ''))
}

const pair = '(?<![\\p{L}/])\\p{L}{1,10}(?:\\s?/\\s?\\p{L}{1,10}){1,3}(?![\\p{L}/])'
/** Every choice holds one of these. */
const choiceMark = /[/(]/
const slashed = new RegExp(`${pair}|(?<!\\p{L})child\\(ren\\)|(?<!\\p{L})\\(s\\)he(?!\\p{L})`, 'giu')

/**
 * Words to choose between. “A new worker … he/she” and “the baby … his/her” leave nothing to choose; nor does a letter to all parents of a
 * school about “your son/daughter”.
 */
function choicesIn({text, sentences}: Block, {type, children}: Plan, anybody: readonly Range[]): Leftover[] {
  if (type === 'unknown' || !choiceMark.test(text)) return []
  const unborn = children.some(child => child.unborn)
  return [...text.matchAll(slashed)].flatMap((match): Leftover[] => {
    const plain = match[0].toLowerCase().replace(/\s/g, '')
    if (plain === 'child(ren)' || words.choices.includes(plain)) return [{...rangeOf(match), message: 'choice'}]
    if (unborn || !words.pronounChoices.includes(plain)) return []
    const from = (sentences.find(({start, end}) => match.index >= start && match.index < end)?.start ?? 0) - sentenceBefore
    return anybody.some(({start}) => start >= from && start < match.index) ? [] : [{...rangeOf(match), message: 'choice'}]
  })
}

function rangeOf(match: RegExpExecArray): Leftover {
  return {start: match.index, end: match.index + match[0].length, message: 'default'}
}
