/** What a plan tells somebody to do, wherever it stands and however its actions were read: sentence by sentence. */
import type {BlockRole, SectionRole, Span} from '../../model/plan.ts'
import {textOf, trimmed} from '../../model/spans.ts'
import {isNewsHeading, isWorryHeading} from '../headings.ts'
import {readTime, type Time} from '../times.ts'
import {type Action, worded, type Worded} from '../things.ts'
import type {Version} from '../version.ts'

/** They tell who, what was, or what is thought; what is to be done in an emergency is not yet to be done. */
const telling: ReadonlySet<SectionRole> = new Set([
  'title',
  'header',
  'people',
  'background',
  'views',
  'parent-views',
  'child-views',
  'contingency',
  'progress',
  'glossary',
  'reports',
  'chronology',
  'concerns',
  'strengths',
  'legal-advice'
])
const said: ReadonlySet<BlockRole> = new Set<BlockRole>(['worry', 'progress', 'voice', 'history', 'strength', 'people', 'contingency'])

/** `By whom: Mum  By when: each week A2 Mum to …`, and cells in one line of a text file. */
const breaks = /\s{3,}|(?:(?<=\s)|^)(?=[A-Z]\d{1,2}[.):]?\s)/

export function linesOf({plan, nameIn}: Version): Action[] {
  const closed = new Set(
    plan.sections.filter(({role, title}) => telling.has(role) || isNewsHeading(title) || (role === 'other' && isWorryHeading(title)))
  )
  const lines: Action[] = []
  const open = plan.blocks.filter(
    ({kind, margin, table, role, section}) => kind !== 'heading' && !margin && !table?.header && !said.has(role) && !closed.has(section)
  )
  for (const block of open) {
    const isCell = block.table !== null && (block.role === 'owner' || block.role === 'timescale')
    for (const at of block.sentences.flatMap(range => partsOf(trimmed({block, ...range})))) {
      const text = textOf(at)
      const last = lines.at(-1)
      // “By when: 12 June 2026” is said of what stands above it.
      if (whenLabel.test(text) && last && last.time.day === null) lines[lines.length - 1] = {...last, time: readTime(text, plan.date)}
      if (isCell || label.test(text) || isName(text) || !asksSomething(text)) continue
      lines.push(lineOf(worded(at, nameIn), readTime(text, plan.date)))
    }
  }
  return lines
}

const label =
  /^(?:by |for )?(?:whom?|when|where|owner|timescale|lead|responsible|due|deadline|what we want[^:]*|outcomes?|goals?|aims?)\b[^:]{0,30}:/iu
const whenLabel = /^(?:by |for )?(?:when|timescale|due|deadline)\b[^:]{0,20}:/iu

/** Whose it is stands in its words, if anywhere. */
function lineOf(line: Worded, time: Time): Action {
  const need = {...line, outcomes: [], actions: []}
  return {...line, need, owner: '', ownerStems: new Set(), isCrowd: false, isOwnerGiven: false, time, done: false, progress: ''}
}

/** `Fairhaven Homes`, `Each school day`. */
function isName(text: string): boolean {
  const words = text.split(/\s+/)
  return words.length < 4 || words.every(word => /^\P{L}*\p{Lu}/u.test(word))
}

function partsOf(span: Span): Span[] {
  let start = span.start
  return textOf(span)
    .split(breaks)
    .map(part => {
      const begin = span.block.text.indexOf(part, start)
      start = begin + part.length
      return trimmed({block: span.block, start: begin, end: start})
    })
}

/** What follows tells when, who or why. */
const beside = /[;,]?\s(?:if|when(?:ever)?|who|which|that|because|so|where|while|until|unless|as|any|each|every)\s.*$/iu
const past =
  /\b(?:was|were|had|did|been)\b|\b(?:has|have)\s(?:\p{Ll}+\s){0,2}?(?:\p{Ll}{2,}ed|gone|come|taken|given|found|seen|told|begun|kept|left|made|done|met|got|put|set|had)\b|(?:^|\s)(?:he|she|they|it|we|you|\p{Lu}\p{Ll}+)\s(?:\p{Ll}+ly\s)?(?:\p{Ll}{3,}ed|came|went|took|left|told|said|rang|found|gave|got|kept|began|saw|met|felt)\b/u
/** How somebody is or what is thought; `is to go` asks. */
const state =
  /\b(?:is|are|am|feels?|thinks?|says?|believes?|likes|loves|wants|wishes|seems?|would|could|might|may|remains?|stands?|means|shows|know|knows|worry|worries|worried|concerned)\b(?!\sto\b)/iu

/** `Rhian to have a test`, `the door will stay shut`. */
const isTo =
  /^(?:\S+\s+){0,5}?(?:\p{Lu}[\p{L}'’-]+|mum|dad|mother|father|parents?|children|worker|is|are|needs?|has|have)\sto\s(?!the|a|an|all|his|her|their|my|school|court)\p{Ll}|^(?:\S+\s+){0,6}?(?:will|must|should|shall)\s(?!have|be able)\p{Ll}/u

/** Not what happened, nor how somebody is. */
function asksSomething(text: string): boolean {
  if (isTo.test(text)) return true
  const main = text.replace(beside, '')
  return !past.test(main) && !state.test(main)
}
