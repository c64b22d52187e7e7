/** What of an action's own words says what is to be done, and what says who and when: `… – Marie Cole, by 1 March`, `… Who: Marie. By: 1 March`. */
import {columnRole} from '../model/vocabulary.ts'
import type {Span} from '../model/plan.ts'
import {likelySex} from '../model/people/registry.ts'
import {textOf, trimmed} from '../model/spans.ts'
import {timesIn} from '../text/dates.ts'
import {namesIn} from '../text/names.ts'
import {onlyWeekdays} from './times.ts'

export interface Stated {
  task: Span
  rest: {owner: string | null; time: string | null}
}

const number = /^\s*(?:(?:action|task|step|item)\s*\d+(?:\.\d+)*[a-z]?\s*[:.)–-]\s|\(?[\dA-Za-z]{1,3}[).:]|\d{1,2}[a-z]?\s)\s*(?=\S)/i
const label = /(?<=^|[.;]\s+|\n\s*)(?<name>\p{Lu}[\p{L}\s]{1,24}):\s*(?<value>[^:\n]*?)(?=$|[.;]?\s+\p{Lu}[\p{L}\s]{1,24}:|\n)/gu
const afterDash = /\s[-–—]\s(?=[^-–—]{2,80}$)|\s[-–—]\s(?=[^-–—]{2,60}\s[-–—]\s[^-–—]{2,40}$)/u
/** `Fit the gate (Sam Reed, by 15 May). It was delivered in April.` */
const beforeRemark = /^[^.;:()]{8,160}?\s*[([](?<inside>[^()[\]]{3,80})[)\]]\.\s(?=\p{Lu})/u
const inBrackets = /\s*[([](?<inside>[^()[\]]{3,80})[)\]][\s.]*$/u

export function statedOf(at: Span): Stated {
  const {block} = at
  const text = textOf(at)
  const start = at.start + (number.exec(text)?.[0].length ?? 0)
  const tail = block.text.slice(start)
  const labels = [...tail.matchAll(label)].map(({index, groups}) => ({
    index,
    role: columnRole(groups?.name ?? ''),
    value: (groups?.value ?? '').trim()
  }))
  // “Ella to be weighed. Action: Sam Reed. By: 4 May.”: behind the task, and a name alone.
  for (const each of labels)
    if (each.role === 'action' && each.index > 8 && nameAlone.test(each.value.replace(/[.\s/]+$/, ''))) each.role = 'owner'
  const told = labels.filter(({role}) => role === 'owner' || role === 'timescale')
  if (told.length > 0) {
    const begin = labels.find(({role}) => role === 'action')
    const from = begin ? start + tail.indexOf(begin.value, begin.index) : start
    const end = Math.max(from + 1, Math.min(at.end, start + (told[0]?.index ?? tail.length)))
    const of = (role: string): string | null => told.find(part => part.role === role)?.value || null
    return {task: withoutLabels({block, start: from, end}), rest: {owner: of('owner'), time: of('timescale')}}
  }
  const remark = beforeRemark.exec(block.text.slice(start, at.end))
  const first = remark?.groups?.inside ? ownerAndTime(remark.groups.inside) : null
  if (remark && first?.owner) return {task: trimmed({block, start, end: start + remark[0].search(/\s*[([]/)}), rest: first}
  const named = nameAhead({block, start, end: at.end})
  if (named) return named
  const {end} = withBracket(at)
  const cut = afterDash.exec(block.text.slice(start, end)) ?? inBrackets.exec(block.text.slice(start, end))
  if (!cut)
    return (
      sentencesApart({block, start, end: at.end}) ?? {task: withoutLabels({block, start, end: at.end}), rest: {owner: null, time: null}}
    )
  const rest = ownerAndTime(cut.groups?.inside ?? block.text.slice(start + cut.index + cut[0].length, end))
  if (!rest) return {task: withoutLabels({block, start, end: at.end}), rest: {owner: null, time: null}}
  return {task: trimmed({block, start, end: start + cut.index}), rest}
}

/** The span with the bracket that it leaves open. */
function withBracket({block, start, end}: Span): Span {
  const text = block.text.slice(start, end)
  const open = text.lastIndexOf('(')
  const isOpen = open >= 0 && !text.includes(')', open)
  const close = isOpen ? block.text.indexOf(')', end - 1) : -1
  return {block, start, end: close >= 0 && close - end < 60 ? close + 1 : end}
}

/** `Dad and Esi – parenting course – Wednesdays`: who in front of the task, and a time behind it or in it. */
function nameAhead({block, start, end}: Span): Stated | null {
  const parts = [...block.text.slice(start, end).matchAll(/(?:^|\s[-–—]\s)((?:(?!\s[-–—]\s)[\s\S])+)/gu)].map(match => ({
    text: (match[1] as string).trim(),
    from: start + match.index + match[0].length - (match[1] as string).length,
    to: start + match.index + match[0].length
  }))
  const [who, task, when] = parts
  if (
    !who ||
    !task ||
    parts.length > 3 ||
    (when ? !isTime(when.text) : !/^\p{Ll}/u.test(task.text) || /^(?:by|from|on|in|until|at)\s/.test(task.text))
  )
    return null
  const plain = who.text.replace(/\s*\([^()]*\)/g, '').replace(/^\p{Lu}?\p{Ll}+(?:['’]s)?\s+\p{Ll}+\s+(?=\p{Lu})/u, '')
  // “Grandma – bed and bedding – 15 May”, but “Grandma’s Bed – Hannah Price – 15 May”
  const names = namesIn(plain)
  // “Calmer Hands – get to the end of it” is a course.
  const isKnown = names.some(({title, given}) => title || likelySex(given ?? '') !== null)
  const isName =
    nameAlone.test(plain) &&
    (plain.includes(' ') ? isKnown || (when !== undefined && names.length > 0) : when !== undefined || names.length > 0)
  if (!isName || (nameAlone.test(task.text) && namesIn(task.text).length > 0)) return null
  return {task: trimmed({block, start: task.from, end: task.to}), rest: {owner: who.text, time: when?.text ?? timeIn(task.text)}}
}

/** The words of a task that say when. */
function timeIn(text: string): string | null {
  return (
    timesIn(text, null)
      .map(({start, end}) => text.slice(start, end))
      .join(', ') || null
  )
}

const nameAlone = /^(?:\p{Lu}[\p{L}'’.-]*)(?:\s(?:\(?\p{Lu}[\p{L}'’.-]*\)?|and|&)){0,4}$/u

/** `Alternate weekends in Hull. Mum. Every other weekend.`: who and when in sentences of their own. */
function sentencesApart({block, start, end}: Span): Stated | null {
  const parts = [...block.text.slice(start, end).matchAll(/[^.]+(?:\.(?!\s|$)[^.]*)*\.?\s*/g)].map(part => ({
    text: part[0].replace(/[.\s]+$/, ''),
    index: part.index
  }))
  const who = parts.findIndex(({text}, index) => index > 0 && nameAlone.test(text) && !isTime(text))
  const when = parts[who + 1]
  if (who < 0 || !when || !isTime(when.text)) return null
  const owner = parts[who] as {text: string; index: number}
  return {task: withoutLabels({block, start, end: start + owner.index}), rest: {owner: owner.text, time: when.text}}
}

/** `Jobs: …` in front of the task. */
function withoutLabels(span: Span): Span {
  const {block, start, end} = span
  const inside =
    block.labelEnd > start &&
    block.labelEnd < end &&
    columnRole(block.text.slice(start, block.labelEnd).replace(/[:\s]+$/, '')) === 'action'
  return trimmed({block, start: inside ? block.labelEnd : start, end})
}

function isTime(text: string): boolean {
  return timesIn(text, null).length > 0 || onlyWeekdays.test(text)
}

/** `Marie Cole, by 1 September`: a time at the end, and before it somebody. Null where no part is a time. */
function ownerAndTime(text: string): Stated['rest'] | null {
  const asked = /^\s*(?<name>\p{L}+(?:\s\p{L}+)?)\s*:\s*/u.exec(text)?.groups?.name
  if (asked && columnRole(asked) === 'owner') return {owner: null, time: null}
  const parts = text.split(/\s[-–—]\s|,\s|;\s/)
  if (isTime(parts[0] as string)) return {owner: null, time: parts[0] as string}
  const at = parts.findIndex((part, index) => index > 0 && isTime(part))
  if (at < 0) return parts.length === 1 && isTime(text) ? {owner: null, time: text} : null
  return {owner: parts.slice(0, at).join(', '), time: parts.slice(at).join(', ').replace(/\.$/, '')}
}
