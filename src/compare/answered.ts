/** Worries in a list of their own, with the plan for each set out further on under a name, or all in one table. */
import {wordsOf} from '../text/phrases.ts'
import type {Need} from './things.ts'
import {coverage, type Stems, stemsOf, type Weigh} from './words.ts'

const title = /^\W*(?:\d{1,2}[.)]\s*)?(?<name>[^.:;–—]{2,40}?)(?::|\.|\s[–—-])\s+(?=\S)/u
const mostNameWords = 4
const half = 0.5

/** `School: she misses Mondays` names its subject, and so does a need that is all of it a name (`Ella at school`); null where there is none. */
function nameOf(text: string): string | null {
  const plain = text.trim().replace(/[.:\s]+$/, '')
  const name = wordsOf(plain).length <= mostNameWords + 2 ? plain : title.exec(text)?.groups?.name
  return name && wordsOf(name).length <= mostNameWords + 2 ? name : null
}

const reference =
  /\b(?:worr(?:y|ies)|concerns?|risks?|needs?)\s(?:nos?\.?\s|numbers?\s)?(?<list>\d{1,2}(?:(?:,|\sand|\s?&|\sto|\s?[-–])\s?\d{1,2})*)(?![\d/.]\d)/gi
const leadingNumber = /^\W*(?:(?:worry|concern|risk|need)\s)?(?<number>\d{1,2})[.):]\s/i

/** `Safe at home (worries 1 and 2)`: the numbers of the worries that needs with actions speak of. */
function numbersAnswered(needs: readonly Need[]): ReadonlySet<number> {
  const texts = needs
    .filter(({actions}) => actions.length > 0)
    .flatMap(({text, at, actions}) => [text, at.block.section.title, ...actions.map(action => action.text)])
  const numbers = new Set<number>()
  for (const {groups} of texts.flatMap(text => [...text.matchAll(reference)])) {
    for (const [, from = '', to] of (groups?.list ?? '').matchAll(/(\d+)(?:\s?(?:to|[-–])\s?(\d+))?/g))
      for (let number = Number(from); number <= Number(to ?? from); number++) numbers.add(number)
  }
  return numbers
}

/** The number that stands before a worry, or its place in its list. */
function numberOf(worry: Need, needs: readonly Need[]): number | null {
  const written = leadingNumber.exec(worry.at.block.text)?.groups?.number
  if (written) return Number(written)
  if (worry.at.block.kind !== 'item') return null
  const listed = needs.filter(
    ({at, actions}) => actions.length === 0 && at.block.kind === 'item' && at.block.section === worry.at.block.section
  )
  return listed.indexOf(worry) + 1
}

/** Whether a worry without actions is that of a need which has some, by the name or number of either; or, where no worry stands over the actions, by what they speak of. */
export function isAnswered(worry: Need, needs: readonly Need[], names: Stems, weigh: Weigh): boolean {
  const number = numberOf(worry, needs)
  if (number !== null && numbersAnswered(needs).has(number)) return true
  const telling = (stems: Stems): Stems => new Set([...stems].filter(stem => !names.has(stem)))
  const name = nameOf(worry.text)
  const subject = name ? telling(stemsOf(name)) : new Set<string>()
  return needs
    .filter(({actions}) => actions.length > 0)
    .some(need => {
      const called = nameOf(need.text)
      if (called) {
        const own = telling(stemsOf(called))
        return own.size > 0 && coverage(own, worry.stems, weigh) >= half
      }
      return need.text === '' && need.actions.some(({stems}) => subject.size > 0 && coverage(subject, stems, weigh) >= half)
    })
}
