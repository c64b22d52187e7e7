/** A plan at a glance: what there is for each child, and who is to do what by when. */
import type {Overview} from '../report.ts'
import {childrenIn} from './child-link.ts'
import {coveredChildren} from './coverage.ts'
import type {Action, Child, Plan} from './plan.ts'
import {textOf} from './spans.ts'

export function overviewOf(plan: Plan): Overview {
  const {type, children, rows, voices, letter} = plan
  const worries = letter
    ? letter.concerns.map(({text}) => text)
    : [...rows.filter(row => row.worries.length > 0).map(({text}) => text), ...worrySentences(plan)]
  const outcomes = rows.filter(row => row.outcomes.length > 0).map(({text}) => text)
  const actions = rows.filter(row => row.actions.length > 0).map(({text}) => text)
  const [worried, hoped, done] = [worries, outcomes, actions].map(texts => concerned(texts, plan)) as [Set<Child>, Set<Child>, Set<Child>]
  // What a group is said to need is no plan for a child who is left out where the others are named.
  const covered = letter ? new Set(children) : coveredChildren(plan)
  return {
    type,
    children: children.map(child => ({
      name: child.given,
      worry: covered.has(child) && worried.has(child),
      outcome: letter ? null : covered.has(child) && hoped.has(child),
      action: covered.has(child) && done.has(child),
      voice: voices.some(voice => voice.child === child && voice.heard)
    })),
    actions: plan.actions.map(actionOf)
  }
}

/** Children that any of the texts is about. A text that names none is about all of them. */
function concerned(texts: readonly string[], plan: Plan): Set<Child> {
  const found = new Set<Child>()
  for (const text of texts) {
    const {named, all} = childrenIn(text, plan)
    for (const child of named.length > 0 && !all ? named : plan.children) found.add(child)
  }
  return found
}

function worrySentences({sections}: Plan): string[] {
  const blocks = sections.filter(({role}) => role === 'worries').flatMap(section => section.blocks)
  return blocks.filter(({kind}) => kind !== 'heading').flatMap(block => block.sentences.map(({start, end}) => textOf({block, start, end})))
}

function actionOf({text, owners, timescales}: Action): Overview['actions'][number] {
  return {text: oneLine(text), owner: listed(owners), due: listed(timescales)}
}

function listed(parts: readonly {text: string}[]): string | null {
  return [...new Set(parts.map(({text}) => oneLine(text)).filter(Boolean))].join(', ') || null
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim()
}
