/** Worries in a numbered list of their own, and needs that call them by their numbers: `### Safe at home (worries 1 and 2)`, or `2` in a column of worries. */
import type {Section, Span} from '../plan.ts'
import {labelText, textOf, wholeBlock} from '../spans.ts'
import type {DraftRow} from './draft.ts'
import {statementsOf} from './numbered-statements.ts'

const nouns = 'worr(?:y|ies)|concerns?|needs?|risks?|dangers?|danger statements?|issues?|problems?'
const numbers = '\\d{1,2}(?:\\s*(?:,|&|/|\\+|and|to|-|–)\\s*(?:and\\s+)?\\d{1,2})*'
/** In brackets, or at the end behind a dash: at the start it is the need's own name. */
const reference = new RegExp(
  `(?:[([][^()[\\]]{0,30}?|\\s[–—-]\\s*(?:[\\p{L}]+\\s){0,3})\\b(?:${nouns}|w)\\s?(?:nos?\\.?|numbers?)?\\s*(?<numbers>${numbers})\\s*[)\\]]?\\W*$`,
  'iu'
)

const onlyNumbers = new RegExp(`^\\W*(?:${nouns}|w|nos?)?\\.?\\s*(?<numbers>${numbers})\\W*$`, 'i')

/** Gives a need the worries that its heading, or its cell for the worry, calls by number, or by its name. */
export function numberedWorries(sections: readonly Section[]): (row: DraftRow) => void {
  let worries: ReadonlyMap<string, Span> | null = null
  return row => {
    const cells = row.worries
      .filter(({block}) => block.kind !== 'heading')
      .map(span => onlyNumbers.exec(textOf(span))?.groups?.numbers ?? '')
    const named = namedBy(row.section, sections).filter(({block}) => !row.worries.some(span => span.block === block))
    row.worries.push(...named)
    const called = cells.some(Boolean) ? cells.flatMap(spelledOut) : calledBy(row.section)
    if (called.length === 0) return
    worries ??= statementsOf('worries', sections)
    const known = new Set(row.worries.map(({block}) => block))
    const added = called.flatMap(number => worries?.get(String(number)) ?? []).filter(({block}) => !known.has(block))
    if (added.length > 0) row.worries = [...row.worries.filter(span => !onlyNumbers.test(textOf(span))), ...added]
  }
}

/** What a list of worries says under the name that the need has as its heading: `Home. The floor was …` and `### Home`. */
function namedBy({heading, title}: Section, sections: readonly Section[]): Span[] {
  const name = plainName(title)
  if (!heading || name === '') return []
  return sections
    .filter(({role}) => role === 'worries')
    .flatMap(({blocks}) => blocks)
    .filter(block => block.labelEnd > 0 && !block.table && isNamed(plainName(labelText(block)), name))
    .map(wholeBlock)
}

/** `Missing` and `Missing from home` name one need. */
function isNamed(label: string, name: string): boolean {
  return label !== '' && (label === name || label.startsWith(`${name} `) || name.startsWith(`${label} `))
}

function plainName(text: string): string {
  return text
    .toLowerCase()
    .replace(/^[\W\d]+/, '')
    .replace(/\W+$/, '')
}

/** The numbers in the heading of a section or of the one around it. */
function calledBy(section: Section): number[] {
  for (let around: Section | null = section; around; around = around.parent) {
    const called = reference.exec(around.title)?.groups?.numbers
    if (called) return spelledOut(called)
  }
  return []
}

/** `1, 2 and 4`, `2 to 4`. */
function spelledOut(text: string): number[] {
  const found: number[] = []
  for (const [, lead = '', digits] of text.matchAll(/(to|-|–)?\s*(?:and\s+)?(\d{1,2})/g)) {
    const number = Number(digits)
    const from = lead ? (found.at(-1) ?? number) + 1 : number
    for (let each = from; each <= number; each++) found.push(each)
  }
  return found
}
