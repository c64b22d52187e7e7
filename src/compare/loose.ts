/** Needs and actions that stand outside every row the model found: under a heading it could not place, in a list of worries. */
import type {Block, Plan, Section, SectionRole} from '../model/plan.ts'
import {textOf, trimmed, wholeBlock} from '../model/spans.ts'
import {timesIn} from '../text/dates.ts'
import type {Action, Need, Worded} from './needs.ts'
import {isNewsHeading, isWorryHeading, roleOfLabel, worded} from './needs.ts'
import type {Namer} from './people.ts'
import {statedOf} from './stated.ts'
import {stemsOf} from './words.ts'

const elsewhere: ReadonlySet<SectionRole> = new Set([
  'title',
  'header',
  'people',
  'strengths',
  'child-views',
  'parent-views',
  'views',
  'visits',
  'contingency',
  'review',
  'progress',
  'agreement',
  'glossary',
  'reports',
  'chronology',
  'reading-help',
  'background'
])

export function looseNeeds(plan: Plan, needs: readonly Need[], nameIn: Namer): Need[] {
  const read = new Set(plan.rows.flatMap(row => [...row.worries, ...row.outcomes, ...row.actions.map(({at}) => at)]).map(({block}) => block))
  const found: Need[] = []
  for (const section of plan.sections) {
    const blocks = section.blocks.filter(block => !read.has(block) && !block.table && !block.margin && block.kind !== 'heading' && block.text.trim())
    if (blocks.length === 0 || elsewhere.has(section.role) || isNewsHeading(section.title)) continue
    const actions = blocks.filter(isTask)
    if (actions.length > 0) found.push(sectionNeed(section, blocks, actions, plan, nameIn))
    else if (isWorryHeading(section.title) || section.role === 'worries') found.push(...listedWorries(blocks, needs, nameIn))
  }
  return found
}

/** A list item that names an owner and a time. */
function isTask(block: Block): boolean {
  return block.kind === 'item' && (statedOf(wholeBlock(block)).rest.owner !== null || roleOfLabel(block) === 'action')
}

function sectionNeed(section: Section, blocks: readonly Block[], tasks: readonly Block[], plan: Plan, nameIn: Namer): Need {
  const others = blocks.filter(block => !tasks.includes(block))
  const outcomes = others.filter(block => roleOfLabel(block) === 'outcome').map(block => trimmed({block, start: block.labelEnd, end: block.text.length}))
  const worries = others.filter(block => roleOfLabel(block) === null || roleOfLabel(block) === 'worry').map(wholeBlock)
  const first = worries[0] ?? wholeBlock(section.heading ?? (tasks[0] as Block))
  const text = worries.map(textOf).join(' ') || section.title
  const need: Need = {text, at: first, stems: stemsOf(nameIn(text)), outcomes: outcomes.map(span => worded(span, nameIn)), actions: []}
  for (const block of tasks) need.actions.push(looseAction(block, need, plan, nameIn))
  return need
}

function looseAction(block: Block, need: Need, plan: Plan, nameIn: Namer): Action {
  const {task, rest} = statedOf(wholeBlock(block))
  const times = timesIn(rest.time ?? '', plan.date)
  const day = times.map(({due}) => due).find(due => due !== null) ?? null
  return {
    ...worded(task, nameIn),
    need,
    owner: rest.owner ?? '',
    ownerStems: stemsOf(nameIn(rest.owner ?? '')),
    isCrowd: rest.owner === null,
    time: {text: rest.time, day, repeats: day === null && times.some(({kind}) => kind !== 'vague' && kind !== 'blank')},
    done: false,
    progress: ''
  }
}

/** Worries set down in a list of their own, with the actions elsewhere. */
function listedWorries(blocks: readonly Block[], needs: readonly Need[], nameIn: Namer): Need[] {
  const known = new Set(needs.map(({at}) => at.block))
  return blocks.filter(block => block.kind === 'item' && !known.has(block)).map(block => ({...worded(wholeBlock(block), nameIn), outcomes: noOutcomes, actions: []}))
}

const noOutcomes: Worded[] = []
