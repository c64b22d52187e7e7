/** How hard a document is to read: as a whole, section by section, and its hardest sentences. */
import type {DocumentReadability, HardSentence, SectionReadability} from '../report.ts'
import {addUp, type Counts, scoresOf, sentenceAge} from '../text/readability.ts'
import {locationOf} from './location.ts'
import type {Plan} from './plan.ts'
import {lineIndexOf, pointAt} from './points.ts'
import {isQuoted, sourceRange, textOf} from './spans.ts'

/** Fewest words of a sentence that can be called hard: in a shorter one a single word decides. */
export const fewestHardWords = 6
const mostWorst = 5
/** Reading age to aim at unless the user says otherwise, in years: what councils ask of letters to families. */
const defaultTargetAge = 11

/** Scores of the whole document, of each section with prose, and its hardest sentences above the target age. */
export function readabilityOf(plan: Plan, target = defaultTargetAge): DocumentReadability {
  const bySection = new Map<number, Counts[]>()
  for (const {at, counts} of plan.prose) {
    const {index} = at.block.section
    const section = bySection.get(index)
    if (section) section.push(counts)
    else bySection.set(index, [counts])
  }
  const sections: SectionReadability[] = [...bySection].map(([index, counts]) => ({
    section: plan.sections[index]?.title || 'Top of the document',
    ...scoresOf(addUp(counts))
  }))
  return {...scoresOf(addUp(plan.prose.map(({counts}) => counts))), target, sections, worst: worstOf(plan, target)}
}

function worstOf(plan: Plan, target: number): HardSentence[] {
  const hard = plan.prose
    .filter(({at, counts}) => counts.words >= fewestHardWords && !isQuoted(at.block, at.start, at.end))
    .map(({at, counts}) => ({span: at, words: counts.words, age: sentenceAge(counts)}))
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
