/** Needs and actions that stand outside every row the model found: under a heading or a question it could not place, in a list of worries. */
import type {Block, Plan, SectionRole, Span} from '../model/plan.ts'
import {labelText, textOf, trimmed, wholeBlock} from '../model/spans.ts'
import {columnRole, sectionRole} from '../model/vocabulary.ts'
import {crowdKind} from '../model/rows/owners.ts'
import {wordsOf} from '../text/phrases.ts'
import {isAimHeading, isNewsHeading, isTaskHeading, isWorryHeading} from './headings.ts'
import {labelledParts} from './labels.ts'
import type {Namer} from './people.ts'
import {statedOf} from './stated.ts'
import {type Need, worded} from './things.ts'
import {readTime} from './times.ts'
import {stemsOf} from './words.ts'

const elsewhere: ReadonlySet<SectionRole> = new Set([
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
  'reading-help'
])

type Role = 'worry' | 'outcome' | 'action' | 'owner' | 'timescale' | 'other'

interface Piece {
  role: Role
  at: Span
  /** A label or question by itself: what follows takes its role. */
  isLabel: boolean
}

const front = 'title'
const lowest = 7
/** Words of a worry that stands by itself. */
const fewest = 4

export function looseNeeds(plan: Plan, known: readonly Need[], nameIn: Namer): Need[] {
  const read = new Set([
    ...plan.rows
      .flatMap(row => [...row.worries, ...row.outcomes, ...row.measures, ...row.actions.map(({at}) => at)])
      .map(({block}) => block),
    ...known.flatMap(({at, outcomes}) => [at.block, ...outcomes.map(part => part.at.block)])
  ])
  const reading = new Reading(plan, nameIn)
  for (const block of plan.blocks) {
    if (block.kind === 'heading') reading.head(block)
    // A visit with its owner and time is an action, under whatever heading.
    const isElsewhere =
      elsewhere.has(block.section.role) &&
      !(block.section.role === 'visits' && (isTask(block) || isLabelledTask(block))) &&
      !isNeedSection(block.section)
    if (block.table || block.margin || !block.text.trim() || isElsewhere || isNews(block)) continue
    if (read.has(block)) reading.pause()
    else for (const piece of piecesOf(block)) reading.take(piece)
  }
  return reading.needs.filter(isNeed)
}

/** A label such as `Plan: child protection` at the head of a document is no worry. */
function isNeed({text, at, actions, outcomes}: Need): boolean {
  return actions.length > 0 || outcomes.length > 0 || (at.block.section.role !== front && wordsOf(text).length >= fewest)
}

/** Under a heading that tells what happened, only what has a label of its own is plan. */
function isNews(block: Block): boolean {
  return isNewsHeading(block.section.title) && labelledAs(block) === null && block.kind !== 'heading'
}

function labelledAs(block: Block): Role | null {
  return block.labelEnd > 0 ? roleOf(labelText(block)) : null
}

function roleOf(label: string): Role | null {
  if (isAimHeading(label)) return 'outcome'
  const role = columnRole(label)
  if (role === 'parent-action' || role === 'professional-action') return 'action'
  if (role === 'worry' || role === 'outcome' || role === 'action' || role === 'owner' || role === 'timescale') return role
  return isWorryHeading(label) ? 'worry' : isTaskHeading(label) ? 'action' : null
}

/** A line may hold several labels, with colons or as questions. */
function piecesOf(block: Block): Piece[] {
  const whole = wholeBlock(block)
  const labelled = labelledAs(block)
  const parts = labelledParts(whole).filter(({label, span}) => roleOf(label) !== null || (label === '' && span.end > span.start))
  if (parts.some(({label}) => label !== '')) {
    return parts.flatMap(({label, span}): Piece[] => {
      const role = roleOf(label) ?? 'other'
      return [
        ...(label && span.end <= span.start ? [{role, at: span, isLabel: true}] : []),
        ...(span.end > span.start ? [{role, at: span, isLabel: false}] : [])
      ]
    })
  }
  if (labelled)
    return [
      {
        role: labelled,
        at: trimmed({block, start: block.labelEnd, end: block.text.length}),
        isLabel: !block.text.slice(block.labelEnd).trim()
      }
    ]
  const role = labelAlone(block)
  return [{role: role ?? 'other', at: whole, isLabel: role !== null}]
}

/** `Safety goal 2`, alone on its line. */
const numbered = /^\p{Lu}[\p{L}\s]{2,24}\s\d{1,2}\W*$/u

/** What a heading, or a line that ends in a colon or question mark, says of what follows. */
function labelAlone(block: Block): Role | null {
  const text = block.text.replace(/^\s*\(?[\dA-Za-z]{1,2}[.)]\s*/, '')
  const isAlone =
    wordsOf(text).length <= 9 && (block.kind === 'heading' || /[?:]\s*$/.test(text) || numbered.test(text) || isTasksLine(text))
  return isAlone ? (roleOf(text.replace(/[?:\s]+$/, '')) ?? otherRole(text)) : null
}

/** `Next steps`, over a list. */
function isTasksLine(text: string): boolean {
  return wordsOf(text).length <= 3 && isTaskHeading(text)
}

/** A heading that begins something else. */
function otherRole(text: string): Role | null {
  const role = sectionRole(text, 'plan')
  return role && elsewhere.has(role) ? 'other' : null
}

/** Reads blocks one after the other; what is gathered stays in `needs`. */
class Reading {
  readonly needs: Need[] = []
  private readonly plan: Plan
  private readonly nameIn: Namer
  private role: Role | null = null
  /** Of the heading that gave the role; a line that gives one stands below all of them. */
  private depth = 0
  private section: Block['section'] | null = null

  constructor(plan: Plan, nameIn: Namer) {
    this.plan = plan
    this.nameIn = nameIn
  }

  /** What a label said holds up to the next heading of its level. */
  head({depth}: Block): void {
    if (depth <= this.depth) this.pause()
  }

  /** A block of another reading stands between. */
  pause(): void {
    this.role = null
  }

  take({role, at, isLabel}: Piece): void {
    const {section} = at.block
    const isNewSection = section !== this.section
    this.section = section
    if (isLabel) {
      this.role = role
      this.depth = at.block.kind === 'heading' ? at.block.depth : lowest
      return
    }
    const own = role === 'other' ? this.roleOfUnlabelled(at.block) : role
    if (!own || own === 'other') return
    this.add(own, at, isNewSection)
    if (role !== 'other') this.role = null
  }

  private roleOfUnlabelled(block: Block): Role | null {
    if (isTask(block)) return 'action'
    if (this.role) return this.role
    if (block.section.role === front) return null
    return block.section.role === 'worries' && block.kind !== 'heading' ? 'worry' : sectionHasTasks(block.section) ? 'worry' : null
  }

  private add(role: Role, at: Span, isNewSection: boolean): void {
    const {block} = at
    const last = this.needs.at(-1)
    if (role === 'worry') {
      const isSame = last && !isNewSection && last.at.block.section === block.section
      const goesOn = isSame && block.kind !== 'item' && last.actions.length === 0 && last.outcomes.length === 0
      if (goesOn) this.lengthen(last, at)
      else this.needs.push({...worded(at, this.nameIn), outcomes: [], actions: []})
    } else if (role === 'outcome') {
      // Under a heading of its own it is an aim of the whole plan.
      if (last && last.at.block.section === block.section) last.outcomes.push(worded(at, this.nameIn))
    } else if (role === 'action') this.addAction(at, isNewSection)
    else this.settle(role, textOf(at))
  }

  private lengthen(need: Need, at: Need['at']): void {
    need.text = `${need.text} ${textOf(at)}`
    need.stems = stemsOf(this.nameIn(need.text))
  }

  private addAction(at: Span, isNewSection: boolean): void {
    if (at.end <= at.start) return
    if (this.needs.length === 0 || (isNewSection && this.role === null)) {
      this.needs.push({text: '', at, stems: new Set(), outcomes: [], actions: []})
    }
    const need = this.needs.at(-1) as Need
    const {task, rest} = statedOf(at)
    need.actions.push({
      ...worded(task, this.nameIn),
      need,
      ...ownerFrom(rest.owner ?? '', this.nameIn),
      isOwnerGiven: rest.owner !== null,
      time: readTime(rest.time ?? '', this.plan.date),
      done: false,
      progress: ''
    })
  }

  /** `Who: …` and `When: …` speak of the action before them. */
  private settle(role: Role, text: string): void {
    const action = this.needs.at(-1)?.actions.at(-1)
    if (!action || !text) return
    if (role === 'owner') Object.assign(action, ownerFrom(text, this.nameIn), {isOwnerGiven: true})
    else if (role === 'timescale') action.time = readTime(text, this.plan.date)
  }
}

function ownerFrom(owner: string, nameIn: Namer): Pick<Need['actions'][number], 'owner' | 'ownerStems' | 'isCrowd'> {
  return {owner, ownerStems: stemsOf(nameIn(owner)), isCrowd: owner === '' || crowdKind(owner) !== null}
}

/** A list item, or a line with a letter in front, that names an owner and a time. */
function isTask(block: Block): boolean {
  const isItem = block.kind === 'item' || /^\s*\(?[\da-z]{1,2}[.)]\s/.test(block.text)
  return isItem && statedOf(wholeBlock(block)).rest.owner !== null
}

/** `Action: …`, `Who: …`, `By when: …` on lines of their own. */
function isLabelledTask(block: Block): boolean {
  const role = labelledAs(block)
  return (
    role === 'action' || ((role === 'owner' || role === 'timescale') && block.section.blocks.some(other => labelledAs(other) === 'action'))
  )
}

/** `How Mila feels`, with a worry and an aim that are labelled so, is a need and not her views. */
function isNeedSection({blocks}: Block['section']): boolean {
  const roles = new Set(blocks.map(labelledAs))
  return roles.has('worry') && roles.has('outcome')
}

function sectionHasTasks({blocks}: Block['section']): boolean {
  return blocks.some(isTask)
}
