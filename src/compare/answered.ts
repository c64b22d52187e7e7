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

/** Whether a worry without actions is that of a need which has some, by the name of either; or, where no worry stands over the actions, by what they speak of. */
export function isAnswered(worry: Need, needs: readonly Need[], names: Stems, weigh: Weigh): boolean {
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
