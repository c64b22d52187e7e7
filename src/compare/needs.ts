/** The needs of a plan with their outcomes and actions, cleared of what the layout mixed in, so that another layout reads the same. */
import type {Action as PlanAction, Plan, Row, Span} from '../model/plan.ts'
import {labelText, textOf} from '../model/spans.ts'
import {namesIn} from '../text/names.ts'
import {columnRole} from '../model/vocabulary.ts'
import {asksNothing} from './idle.ts'
import {isAimHeading, isTellingHeading, isTaskHeading} from './headings.ts'
import {isNewsLabel, labelledParts, type Part, roleOfLabel, withoutLabel} from './labels.ts'
import {looseNeeds} from './loose.ts'
import {isFinished} from './progress.ts'
import type {Namer} from './people.ts'
import {pastIn} from './news.ts'
import {statedOf} from './stated.ts'
import {type Action, type Need, withoutDates, worded} from './things.ts'
import {timeOf} from './times.ts'
import {stemsOf} from './words.ts'

export function needsOf(plan: Plan, nameIn: Namer): Need[] {
  const rows = withBanners(plan.rows).flatMap(apart)
  const worries = new Map<number, Row[]>()
  for (const row of rows) for (const {block} of row.worries) worries.set(block.index, [...(worries.get(block.index) ?? []), row])
  const needs = rows.map(row => needOf(row, plan, nameIn, worries)).filter(need => need !== null)
  const loose = plan.type === 'letter-before-proceedings' ? [] : looseNeeds(plan, needs, nameIn).filter(need => !isOnlyTold(need))
  return joined(withoutEchoes([...needs, ...loose], rows))
}

/** A need without actions, and the next one with its own, that were read as one: a labelled worry that follows an aim begins another. */
function apart(row: Row): Row[] {
  const aim = Math.min(...row.outcomes.map(({block}) => block.index))
  const later = row.worries.filter(({block}) => block.index > aim)
  const next = Math.min(...later.map(({block}) => block.index))
  const isOther = later.some(({block}) => block.table === null && roleOfLabel(block) === 'worry')
  const isBefore = ({block}: Span): boolean => block.index < next
  if (!isOther || !row.worries.some(isBefore) || row.actions.some(({at}) => isBefore(at))) return [row]
  const head = {...row, worries: row.worries.filter(isBefore), outcomes: row.outcomes.filter(isBefore), actions: [], progress: []}
  const tail = {...row, worries: later, outcomes: row.outcomes.filter(span => !isBefore(span))}
  return [head, ...apart(tail)]
}

/** Lines across a table that say the worry and the aim of the rows below, read as actions of their own for want of a column: they go to those rows. */
function withBanners(rows: readonly Row[]): Row[] {
  const banners = rows.filter(isBanner)
  if (banners.length === 0) return [...rows]
  const over = new Map<Row, Row[]>()
  for (const banner of banners) {
    const place = banner.actions.at(-1)?.at.block.table
    const below = rows
      .filter(row => !banners.includes(row) && row.actions.some(({at}) => at.block.table?.table === place?.table))
      .find(row => row.actions.some(({at}) => (at.block.table?.row ?? 0) > (place?.row ?? 0)))
    if (below) over.set(below, [...(over.get(below) ?? []), banner])
  }
  const used = new Set([...over.values()].flat())
  return rows
    .filter(row => !used.has(row))
    .map(row => ({...row, worries: [...(over.get(row) ?? []).flatMap(({actions}) => actions.map(({at}) => at)), ...row.worries]}))
}

function isBanner({worries, outcomes, actions, progress}: Row): boolean {
  const isAlone = worries.length === 0 && outcomes.length === 0 && progress.length === 0 && actions.length > 0
  return (
    isAlone &&
    actions.every(
      ({at, owners, timescales}) =>
        at.block.table !== null && [...owners, ...timescales].every(part => !part.at || part.at.block === at.block)
    ) &&
    actions.some(({at}) => isAimHeading(labelText(at.block)) || roleOfLabel(at.block) === 'outcome' || isWorryLead(at.block.text))
  )
}

function isWorryLead(text: string): boolean {
  return /^\W*(?:we|what we)\s+(?:all\s+|both\s+)?(?:are\s+)?(?:worry|worried|concerned)\b|^\W*(?:worry|need|concern|danger statement)\b[^.]{0,12}[:.]/i.test(
    text
  )
}

/** A worry in a row of its own, and its aim and actions in the rows below: one need. */
function joined(needs: readonly Need[]): Need[] {
  const inOrder = [...needs].sort((a, b) => a.at.block.index - b.at.block.index)
  return needs.filter(need => {
    const next = inOrder[inOrder.indexOf(need) + 1]
    const isHalf = need.text !== '' && need.actions.length === 0 && need.outcomes.length === 0
    if (!next || !isHalf || next.text !== '' || next.at.block.section !== need.at.block.section) return true
    Object.assign(next, {text: need.text, stems: need.stems, at: need.at})
    return false
  })
}

/** The same worry read twice, under its heading and in its table: the reading without actions goes. */
function withoutEchoes(needs: readonly Need[], rows: readonly Row[]): Need[] {
  return needs.filter(need => {
    if (need.actions.length > 0) return true
    const others = needs.filter(other => other !== need && (other.actions.length > 0 || needs.indexOf(other) < needs.indexOf(need)))
    const told = others
      .flatMap(other => rows.filter(row => row.actions.some(({at}) => other.actions.some(action => action.at.block === at.block))))
      .flatMap(({worries}) => worries)
    return ![...told, ...others.map(({at}) => at)].some(({block}) => block === need.at.block)
  })
}

function needOf(row: Row, plan: Plan, nameIn: Namer, worries: ReadonlyMap<number, readonly Row[]>): Need | null {
  const {worry: stated, outcomes} = statementsOf(row)
  const isUnstated = stated.every(({block}) => block.kind === 'heading')
  const statements = isUnstated ? row.actions.filter(action => isStatement(action, plan.date)) : []
  // Under “Plan” or “How are things now?” a paragraph that asks for nothing is news, under “Friends” it says what the worry is.
  const isTold = isUnstated && (isTellingHeading(row.section.title) || isGeneral(row.section.title))
  if (isTold && outcomes.length === 0 && statements.length === row.actions.length && row.worries.every(({block}) => !block.table))
    return null
  const told = isTold ? [] : statements
  const worry = [...stated, ...told.map(action => action.at)]
  const at = worry[0] ?? row.worries[0] ?? outcomes[0] ?? row.actions[0]?.at
  if (!at) return null
  const text = worry
    .map(textOf)
    .filter(words => !isTaskHeading(words))
    .join(' ')
  const need: Need = {
    text,
    at,
    stems: stemsOf(nameIn(text)),
    outcomes: outcomes.map(span => worded(span, nameIn)),
    actions: []
  }
  const own = row.actions.filter(
    action => !statements.includes(action) && !isNews(action) && !(worries.get(action.at.block.index) ?? []).some(other => other !== row)
  )
  need.actions.push(
    ...own
      .map(action => actionOf(action, need, plan, nameIn))
      .filter(action => !asksNothing(action.text, action.owner, action.isCrowd) && !isTitle(action) && !isPerson(action))
  )
  return need
}

/** `Dionne Pratt, young carers’ worker, the Hub`: a line of a list of people. */
function isPerson({text, time, progress, isOwnerGiven}: Action): boolean {
  return !isOwnerGiven && time.text === null && progress === '' && personLine.test(text) && !/\b(?:to|will|must|should|shall)\b/.test(text)
}

const personLine =
  /^(?:(?:Mr|Mrs|Ms|Miss|Dr|PC|DC|DS)\.?\s)?\p{Lu}[\p{L}'’-]+(?:\s\p{Lu}[\p{L}'’-]+)+\s*(?:,|\(|\s[–-]\s)|^(?:Mr|Mrs|Ms|Miss|Dr|PC|DC|DS)\.?\s\p{Lu}[\p{L}'’-]+,/u

/** A word alone (`School`) that gives nobody anything to do by any time, and of which nothing is told. */
function isTitle({text, owner, time, progress}: Action): boolean {
  return !/\s/.test(text.trim()) && owner === '' && time.text === null && progress === ''
}

/** Paragraphs after a plan that nobody is asked anything in. */
function isOnlyTold({text, outcomes, actions}: Need): boolean {
  const isNobodys = actions.every(
    ({at: {block}, owner, time}) => owner === '' && time.text === null && (block.kind !== 'item' || isTellingHeading(block.section.title))
  )
  return text === '' && outcomes.length === 0 && isNobodys && actions.some(({at: {block}}) => block.kind === 'heading')
}

/** A heading that says no more than that a plan follows. */
function isGeneral(title: string): boolean {
  return (
    /^\W*(?:(?:the|our|my|child|protection|action|actions|safety|in|need|outline|agreed)\s+)*(?:plan|actions?|tasks?)\W*$/i.test(title) ||
    isTaskHeading(title)
  )
}

/** A paragraph that gives nobody anything to do, read as an action for want of a worry: `Leo still has no friend to play with.` */
function isStatement({at, timescales, owners}: PlanAction, today: string | null): boolean {
  const {block} = at
  const isAsked =
    owners.some(owner => owner.at && owner.at.block !== block) ||
    timescales.some(({due}) => due !== null && (today === null || due > today))
  return (
    (block.kind === 'paragraph' || (block.kind === 'item' && isTellingHeading(block.section.title))) &&
    block.table === null &&
    block.labelEnd === 0 &&
    !isAsked &&
    /\b(?:is|are|has|have|was|were|does|do|did|told|said|say|says|came|went|found|gave|took|saw|left|got)\b/.test(block.text) &&
    !/\b(?:to be|will|must|should)\b/.test(block.text)
  )
}

/** `The dietitian asked Kelly to …`: a verb of the past behind its subject. */
const regularPast =
  /(?<=^(?:The |A |An |Our |His |Her |Their )?\S+ (?:\S+ ){0,2})\p{Ll}{2,}ed\b(?= (?:\p{Lu}|the|a|an|her|his|their|them|him|us|to|that|and|on|in)\b)/u

/** `Bernie went over the whole house on 29 April.`: told, not asked, in a paragraph that gives nobody a job or a day in a place of its own. */
function isNews({at, timescales, owners}: PlanAction): boolean {
  const {block} = at
  const isAsked = [...owners, ...timescales].some(part => part.at && part.at.block !== block)
  if (block.kind !== 'paragraph' || block.table !== null || isAsked) return false
  const asks = /\b(?:to|will|must|should|shall|needs?)\b/.exec(textOf(at))?.index ?? Number.POSITIVE_INFINITY
  const tells = pastIn(textOf(at)) ?? regularPast.exec(textOf(at))?.index ?? null
  return tells !== null && tells < asks
}

/** What of a row's worry is the worry: not its number, not news, and not an outcome with a label in front. */
/** In a column for worries, under whatever heading the table stands. */
function isInWorries({table}: Span['block']): boolean {
  return table !== null && columnRole(table.heading ?? '') === 'worry'
}

function statementsOf({worries, outcomes}: Row): {worry: Span[]; outcomes: Span[]} {
  const stated = worries.filter(
    ({block}) => !isNewsLabel(block) && (!isTellingHeading(block.section.title) || roleOfLabel(block) === 'worry' || isInWorries(block))
  )
  const full = stated.filter(({block}) => block.kind !== 'heading' && !/^\W*\w+\s*\d*\W*$/.test(block.text))
  const parts = (full.length > 0 ? full : stated).flatMap(labelledParts)
  // “What needs to change” names the worry where it stands alone, and the aim where the worry has a label of its own.
  const isAim = ({role, label}: Part): boolean =>
    role === 'outcome' || (isAimHeading(label) && parts.some(part => !isAimHeading(part.label)))
  return {
    worry: parts.filter(part => !isAim(part)).map(({span}) => span),
    outcomes: [...outcomes.map(withoutLabel), ...parts.filter(isAim).map(({span}) => span)]
  }
}

function actionOf(action: PlanAction, need: Need, plan: Plan, nameIn: Namer): Action {
  const {task, rest} = statedOf(action.at)
  const text = textOf(task)
  const {owners: given, isGiven} = ownersOf(action, rest.owner)
  const time = timeOf(action, rest, plan.date)
  const owner = given.map(({text: said}) => said.replace(/[.\s]+$/, '')).join(', ')
  return {
    text,
    at: task,
    stems: stemsOf(nameIn(withoutDates(text))),
    need,
    owner,
    ownerStems: stemsOf(nameIn(owner)),
    isCrowd: given.every(({kind}) => kind !== 'named'),
    isOwnerGiven: isGiven,
    time,
    done: isFinished(action.progress, time, plan.date) || markedDone.test(textOf(action.at)),
    progress: action.progress
  }
}

/** A task may speak of something “fitted” that is still to be; a mark of its own says that it was done. */
const markedDone =
  /[✓✔☑]|[.;]\s+(?:Done|Completed|Achieved|Closed)\s(?!by\b)[^.;]{1,40}[.)\]\s]*$|[-–—.:;([]\s*(?:done|completed|achieved|closed)[.)\]\s]*$|^\s*(?:done|completed|achieved|closed)\b/iu

/** Whom a cell or a label of its own names, before whom the words of the action name. */
function ownersOf({owners, at}: PlanAction, said: string | null): {owners: {text: string; kind: string}[]; isGiven: boolean} {
  const beside = owners.filter(owner => owner.at && owner.at.block !== at.block)
  if (beside.length > 0) return {owners: beside, isGiven: true}
  if (said) {
    const known = owners.find(({text}) => text.includes(said) || said.includes(text))
    return {owners: [{text: said, kind: known?.kind ?? 'named'}], isGiven: true}
  }
  const ahead = owners.some(({kind}) => kind === 'named') ? null : nameAhead(textOf(at))
  const first = (ahead ? [{text: ahead, kind: 'named'}, ...owners] : owners).slice(0, 1)
  return {owners: first.map(owner => ({...owner, text: spokenTo(owner.text, at) ?? owner.text})), isGiven: false}
}

/** Whom a “you” means: `Dana, you will …`, and `You will …` after it. */
function spokenTo(owner: string, {block, start}: Span): string | null {
  const own = /^(?<name>.+?),\s+you$/iu.exec(owner)?.groups?.name
  if (own || !/^you$/i.test(owner)) return own ?? null
  return [...block.text.slice(0, start).matchAll(addressed)].at(-1)?.groups?.name ?? null
}

const addressed = /(?<=^|[.!?]\s+)(?<name>\p{Lu}[\p{L}'’-]+(?:\s(?:and\s)?\p{Lu}[\p{L}'’-]+){0,2}),\s+(?:you|please)\b/gu

/** `Ngozi: weekly weighing`, of somebody the model has not met. */
function nameAhead(text: string): string | null {
  const label = /^\W*(?<label>(?:\p{Lu}[\p{L}'’-]+(?:\s(?:and|&)\s|\s)?){1,3}):\s/u.exec(text)?.groups?.label?.trim() ?? ''
  const isKnown = columnRole(label) !== null || isTaskHeading(label) || isAimHeading(label)
  const names = isKnown ? [] : namesIn(label)
  return names[0]?.start === 0 && names.at(-1)?.end === label.length ? label : null
}
