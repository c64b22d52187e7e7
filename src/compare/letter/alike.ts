/** How alike an ask of a letter and an action of a plan are: two people write the same task down for two readers. */
import vocabulary from '../../../rules/compare/letter.json' with {type: 'json'}
import {createMatcher} from '../../text/phrases.ts'
import type {Action} from '../things.ts'
import {likeness, type Stems, stemsOf, type Weigh} from '../words.ts'
import {slotOf, sharesDay} from './slots.ts'

const matcher = createMatcher({soft: vocabulary.soft})

/** Tasks told in other words; kept apart from rules/compare/words.json, where worries and events are compared too. */
const heads = new Map(
  vocabulary.same.flatMap(line => {
    const stems = line.split(' ').flatMap(word => [...stemsOf(word)])
    return stems.map(stem => [stem, stems[0] as string] as const)
  })
)

/** What else two tasks share counts only where their words are this much alike. */
const someWords = 0.2
const mostBeside = 0.12
const otherTitle = -0.08

export function likenessOfAsks(names: Stems, weigh: Weigh): (a: Action, b: Action) => number {
  const known = new Map<Action, {all: Stems; telling: Stems}>()
  const wordsOf = (action: Action): {all: Stems; telling: Stems} => {
    const found = known.get(action)
    if (found) return found
    const all = new Set([...action.stems].map(stem => heads.get(stem) ?? stem))
    const words = {all, telling: new Set([...all].filter(stem => !names.has(stem)))}
    known.set(action, words)
    return words
  }
  return (a, b) => {
    const [first, second] = [wordsOf(a), wordsOf(b)]
    const words = Math.min(likeness(first.all, second.all, weigh), likeness(first.telling, second.telling, weigh) + 0.1)
    if (words < someWords || isOpposite(a.text, b.text)) return 0
    return words + Math.min(mostBeside, beside(a, b) + titles(a, b, names))
  }
}

/** One forbids what the other asks for. `Keep away` and `do not come` ask for the same. */
function isOpposite(a: string, b: string): boolean {
  return isAgainst(a) !== isAgainst(b) && !isSoft(isAgainst(a) ? b : a)
}

const against = /\b(?:not|never|nobody|no (?:one|longer|more)|nothing|neither|\p{L}+n['’]t)\b/iu
/** What follows tells when, why or who, not what is to be done. */
const aside = /[,;]?\s(?:when(?:ever)?|if|because|so (?:that|as)|in case|until|while|who|unless|as long as)\s.*$/iu

function isSoft(text: string): boolean {
  return matcher.match(text).length > 0
}

/** Asks that something be left undone. */
export function isAgainst(text: string): boolean {
  const main = /^\s*(?:if|when(?:ever)?|while|until)\b[^,]*,?/i.exec(text)?.[0]
  if (main) return against.test(main.endsWith(',') ? text.slice(main.length) : (/\b(?:do not|don['’]t|never)\b.*$/i.exec(main)?.[0] ?? ''))
  return against.test(text.replace(aside, ''))
}

/** The same person on the same day, or the same hour. */
function beside(a: Action, b: Action): number {
  const owner = a.ownerStems.size > 0 && [...a.ownerStems].some(stem => b.ownerStems.has(stem)) ? 0.04 : 0
  const [x, y] = [slotOf(a), slotOf(b)]
  const day = x.days.length > 0 && x.days.length < 7 && sharesDay(x, y) ? 0.06 : 0
  const hour = x.from !== null && x.from === y.from ? 0.06 : 0
  return owner + day + hour
}

/** A course, a clinic, a street: a name that is nobody's of the family. */
const title = /(?<=\S\s)\p{Lu}\p{L}{2,}/gu

function titles(a: Action, b: Action, names: Stems): number {
  const named = ({text}: Action): Set<string> =>
    new Set([...text.matchAll(title)].flatMap(([word]) => [...stemsOf(word)]).filter(stem => !names.has(stem)))
  const [x, y] = [named(a), named(b)]
  const shared = [...x].filter(stem => y.has(stem)).length
  // Two courses with names of their own are two courses.
  if (shared === 0 && x.size > 0 && y.size > 0) return otherTitle
  return shared === 0 ? 0 : shared === 1 ? 0.05 : 0.1
}
