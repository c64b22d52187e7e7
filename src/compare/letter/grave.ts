/** Worries grave enough for a court: is each in the letter, and does the letter say what it does to the child? */
import vocabulary from '../../../rules/compare/letter.json' with {type: 'json'}
import {Antecedents, referencesBy} from '../../model/letter/references.ts'
import {statementOf} from '../../model/letter/statements.ts'
import type {Block} from '../../model/plan.ts'
import {trimmed, wholeBlock} from '../../model/spans.ts'
import {createMatcher} from '../../text/phrases.ts'
import {isWorryHeading} from '../headings.ts'
import {type Need, worded, type Worded} from '../things.ts'
import type {Version} from '../version.ts'
import {coverage, type Stems, type Weigh} from '../words.ts'

export interface Grave {
  kind: 'grave-worry-missing' | 'grave-worry-without-effect'
  need: Need | null
  line: Worded | null
}

interface Line extends Worded {
  effect: boolean
}

const matcher = createMatcher({grave: vocabulary.grave})

/** A line of the letter that holds this much of a worry speaks of it. */
const spoken = 0.3

export function graveWorries(letter: Version, plan: Version, names: Stems, weigh: Weigh): Grave[] {
  const lines = concernLines(letter)
  const told = new Set<Line>()
  const found: Grave[] = []
  for (const need of plan.needs.filter(({text}) => isGrave(text))) {
    const own = lines.filter(line => needOf(line, plan, names, weigh) === need)
    for (const line of own) told.add(line)
    const [first] = own
    if (!first) found.push({kind: 'grave-worry-missing', need, line: null})
    else if (!own.some(({effect}) => effect)) found.push({kind: 'grave-worry-without-effect', need, line: first})
  }
  // A grave thing that the plan tells beside its needs.
  for (const line of lines) {
    const known = told.has(line) || line.effect || !isGrave(line.text)
    if (!known && plan.news.some(news => coverage(line.stems, news.stems, weigh) > 0.5))
      found.push({kind: 'grave-worry-without-effect', need: null, line})
  }
  return found
}

function isGrave(text: string): boolean {
  return matcher.match(text).length > 0
}

/** The need of the plan that a line of the letter speaks of. */
function needOf(line: Line, {needs}: Version, names: Stems, weigh: Weigh): Need | null {
  const telling = new Set([...line.stems].filter(stem => !names.has(stem)))
  let best: {need: Need; score: number} | null = null
  for (const need of needs) {
    const core = new Set([...need.stems].filter(stem => !names.has(stem)))
    const around = new Set([...core, ...need.outcomes.flatMap(({stems}) => [...stems])])
    const score = Math.max(coverage(core, telling, weigh), coverage(telling, around, weigh) * 0.9)
    if (score >= spoken && (!best || score > best.score)) best = {need, score}
  }
  return best?.need ?? null
}

/** The blocks of a letter that say why it was written. */
function concernLines({plan, nameIn}: Version): Line[] {
  const references = referencesBy(plan.people)
  const isConcern = ({role, section, kind, table, text}: Block): boolean =>
    kind !== 'heading' &&
    !table?.header &&
    text.trim() !== '' &&
    (role === 'concern' ||
      section.role === 'concerns' ||
      section.role === 'worries' ||
      (section.role === 'other' && isWorryHeading(section.title)))
  return plan.blocks.filter(isConcern).map(block => {
    const antecedents = new Antecedents()
    const effect = block.sentences.some(range => statementOf(trimmed({block, ...range}), references, antecedents, 'listed').effect)
    return {...worded(wholeBlock(block), nameIn), effect}
  })
}
