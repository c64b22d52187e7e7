/** Whether the document says what the harm or worry is. */
import type {Plan, SectionRole} from './plan.ts'
import {textOf} from './spans.ts'

/** Sections in which a sentence may state a worry. */
const telling: ReadonlySet<SectionRole> = new Set([
  'worries',
  'background',
  'concerns',
  'plan',
  'other',
  'chronology',
  'reports',
  'child-views',
  'header',
  'title'
])

const pointer =
  /\b(?:see|refer to|as per|please read|as (?:set out|detailed|outlined|recorded) in)\b.{0,60}\b(?:report|assessment|minutes|conference|attached|file|record|plan)\b/i
const worry =
  /\b(?:worr(?:y|ied|ies)|concern\w*|risk\w*|harm\w*|hurt\w*|hit(?:s|ting)?|injur\w+|bruis\w+|unsafe|danger\w*|afraid|scared|frighten\w*|neglect\w*|abuse\w*|abusive|hungry|dirty|missed|missing|without|alone|drunk|drink\w*|drugs?|alcohol|cannabis|violen\w+|assault\w*|shout\w*|arrest\w*|police|fall\w*|struggl\w+|difficult\w*|tired|late|absen\w+|excluded|ill|poorly|pain\w*|sore|cold|damp|debt\w*|evict\w*|depress\w*|low mood|anxi\w+|self-harm\w*|exploit\w+|knife|carry|disab\w+|lift\w*|not (?:been|got|have|had|able|going|eating|sleeping|safe)|cannot|can['’]t|doesn['’]t|does not|lack\w*|needs?|isn['’]t|no (?:food|bed|one|heating))\b/i

/** A plain sentence of at least six words that names a harm, worry or need; a category alone or a pointer to a report is none. */
export function statesWorry({rows, sections}: Plan): boolean {
  const stated = rows.flatMap(row => row.worries.filter(({block}) => block.kind !== 'heading').map(textOf))
  const told = sections
    .filter(({role}) => telling.has(role))
    .flatMap(({blocks}) =>
      blocks.filter(block => block.kind !== 'heading' && !block.table?.header && block.role !== 'action' && block.role !== 'outcome')
    )
    .flatMap(block => block.sentences.map(({start, end}) => block.text.slice(start, end)))
  return [...stated, ...told].some(text => text.split(/\s+/).length >= 6 && worry.test(text) && !pointer.test(text))
}
