/** Which children have a worry, outcome or action of their own. */
import {childrenIn} from './child-link.ts'
import type {Child, Plan, Row, Section} from './plan.ts'
import {textOf} from './spans.ts'

/** Children named in a row, taken in by “all three children”, or covered by “the children” where nothing is written for a single child. */
export function coveredChildren(plan: Plan): Set<Child> {
  const covered = new Set<Child>()
  const stretches = [...plan.rows.map(row => stretchOf(row)), ...worrySections(plan)]
  let single = false
  let loosely = false
  for (const stretch of stretches) {
    const {named, all, loosely: group} = childrenIn(stretch, plan)
    if (all) return new Set(plan.children)
    for (const child of named) covered.add(child)
    if (named.length > 0) single = true
    if (group) loosely = true
  }
  return (loosely && !single) || plan.children.length === 1 ? new Set(plan.children) : covered
}

/** Everything a row says, with the headings it stands under. */
function stretchOf(row: Row): string {
  const headings: string[] = []
  for (let around: Section | null = row.section; around && around.role !== 'title' && around.role !== 'header'; around = around.parent)
    headings.push(around.title)
  return [...headings, row.text].join('\n')
}

function worrySections({sections}: Plan): string[] {
  return sections
    .filter(({role}) => role === 'worries' || role === 'outcomes')
    .flatMap(({blocks}) => blocks.flatMap(block => block.sentences.map(({start, end}) => textOf({block, start, end}))))
}
