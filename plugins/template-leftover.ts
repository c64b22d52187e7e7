/** Is text of the form left in, to be filled in, chosen from or taken out? */
import meta from '../rules/template-leftover/rule.json' with {type: 'json'}
import words from '../rules/template-leftover/phrases.json' with {type: 'json'}
import {defineRule} from '../src/engine/define-rule.ts'
import type {Block} from '../src/model/plan.ts'
import {isQuoted} from '../src/model/spans.ts'
import type {Range} from '../src/text/quotations.ts'

type Leftover = Range & {message: 'default' | 'choice'}

export default defineRule(meta, (plan, report, {matches}) => {
  for (const block of plan.blocks) {
    if (block.margin === 'page-header' || block.margin === 'page-footer') continue
    const listed = matches(block.index, 'phrases').map(({start, end}): Leftover => ({start, end, message: 'default'}))
    const found = [...blanksIn(block.text), ...listed, ...(isOfForm(block) ? [] : [...masksIn(block.text), ...choicesIn(block)])]
      .filter(({start, end}) => start >= block.labelEnd && !isQuoted(block, start, end))
      .sort((a, b) => a.start - b.start || b.end - a.end)
    let last = 0
    for (const {start, end, message} of found) {
      if (start < last) continue
      last = end
      report({at: {block, start, end}, message, values: {phrase: block.text.slice(start, end)}})
    }
  }
}, {phrases: words.entries})

/** The names of fields and columns belong to the form, and so do the printed words over a signature. */
function isOfForm({kind, role, table, section}: Block): boolean {
  return kind === 'heading' || role === 'label' || role === 'heading' || role === 'instruction' || table?.header === true || section.role === 'agreement'
}

const bracketed = /\[([^[\]]{1,80})\]|<{1,2}([^<>]{1,60})>{1,2}|\((insert|enter|specify|name of|delete)\b[^()]{0,60}\)/giu
const mergeField = /\{{1,2}\s?\p{L}[\p{L}\d_ .'’-]{0,40}\}{1,2}|«[^»\n]{1,40}»|<<[^<>\n]{1,40}>>/gu
const crosses = /(?<![\p{L}\d])[xX]{2}\s?[/.-]\s?[xX]{2}\s?[/.-]\s?(?:20)?[xX]{2,4}(?!\p{L})|(?<!\p{L})(?:X{2,}|x{4,})(?!\p{L})/gu
const dateMask = /\bdd\s?[/.-]\s?mm\s?[/.-]\s?yy(?:yy)?\b/giu

function* blanksIn(text: string): Generator<Leftover> {
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
  if (words.bracketWhole.includes(plain)) return true
  if (plain.split(/[^\p{L}]+/u).some(word => words.bracketNever.includes(word))) return false
  return words.bracketStarts.some(start => plain.startsWith(start) && !/\p{L}/u.test(plain[start.length] ?? ''))
}

const slashed = /(?<![\p{L}/])\p{L}{1,10}(?:\s?\/\s?\p{L}{1,10}){1,3}(?:\sperson['’]s)?(?![\p{L}/])|(?<!\p{L})child\(ren\)|(?<!\p{L})\(s\)he(?!\p{L})/giu

function* choicesIn(block: Block): Generator<Leftover> {
  for (const match of block.text.matchAll(slashed)) {
    const plain = match[0].toLowerCase().replace(/\s/g, '')
    const pronoun = words.pronounChoices.includes(plain) || plain === '(s)he'
    if (plain !== 'child(ren)' && !words.choices.includes(plain) && !pronoun) continue
    if (pronoun && speaksOfAnybody(block, match.index)) continue
    yield {...rangeOf(match), message: 'choice'}
  }
}

/** “A new worker … he/she”, “the baby … his/her” leave nothing to choose. */
function speaksOfAnybody({text, sentences}: Block, offset: number): boolean {
  const start = sentences.find(range => offset >= range.start && offset < range.end)?.start ?? 0
  const before = text.slice(Math.max(0, start - 60), offset).toLowerCase()
  return before.split(/[^\p{L}'’]+/u).some(word => words.anybody.includes(word))
}

function rangeOf(match: RegExpExecArray): Leftover {
  return {start: match.index, end: match.index + match[0].length, message: 'default'}
}
