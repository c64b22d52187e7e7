/** One document: what it is, its findings rule by rule, its hints in a few lines. */
import type {Accepted, Context, DocumentReport, Message, Source} from '../../report.ts'
import {longDate} from '../../wording.ts'
import {answerWays, typeNames} from '../names.ts'
import type {Style} from './style.ts'
import {visible} from '../visible.ts'
import {marked, wrap} from './wrap.ts'

interface Entry {
  message: Message
  context: Context | null
}

export function documentText(document: DocumentReport, source: Source | undefined, style: Style): string {
  const {colours, width} = style
  const title = colours.bold(colours.underline(wrap(visible(document.path), {width, first: ''})))
  if (document.error) {
    return [title, wrap(visible(document.error.message), {width, first: `  ${colours.red('not read')}  `})].join('\n')
  }
  const entries: Entry[] = document.messages.map((message, index) => ({message, context: source?.contexts[index] ?? null}))
  const findings = entries.filter(({message}) => message.severity !== 'info')
  const hints = entries.filter(({message}) => message.severity === 'info')
  const blocks = groups(findings).map(group => groupText(group, style))
  if (findings.length === 0)
    blocks.push(wrap('Nothing found to put right. Only a person can judge whether the plan itself is right.', {width, first: '  '}))
  if (hints.length > 0) blocks.push(hintText(hints, style))
  if (document.accepted.length > 0) blocks.push(acceptedText(document.accepted, style))
  return [[title, ...aboutLines(document, style)].join('\n'), ...blocks].join('\n\n')
}

function aboutLines({type, notices, children, date, readability}: DocumentReport, {width, colours}: Style): string[] {
  const doubts = notices.map(notice => wrap(notice, {width, first: '  ', mark: colours.dim}))
  if (type === 'unknown') return doubts
  const names = children.map(({name}) => visible(name)).join(', ')
  const about = [typeNames[type] + (names && ` for ${names}`), date && `dated ${longDate(date)}`].filter(Boolean).join(', ')
  const lines = [wrap(about, {width, first: '  '}), ...doubts]
  if (readability?.readingAge != null) {
    const hardest = readability.sections
      .filter(({readingAge}) => (readingAge ?? 0) > readability.target)
      .sort((a, b) => (b.readingAge ?? 0) - (a.readingAge ?? 0))[0]
    const worst =
      hardest && readability.sections.length > 1 ? `; hardest part: “${visible(hardest.section)}”, ${age(hardest.readingAge)}` : ''
    lines.push(wrap(`Reading age ${age(readability.readingAge)} (aim: ${readability.target})${worst}`, {width, first: '  '}))
  }
  return lines
}

function age(years: number | null): string {
  return years === null ? '-' : String(Math.round(years))
}

/** Findings of one rule together, in the order in which the rules first speak. */
function groups(entries: readonly Entry[]): Entry[][] {
  const byRule = new Map<string, Entry[]>()
  for (const entry of entries) {
    const key = `${entry.message.severity} ${entry.message.ruleId}`
    const group = byRule.get(key)
    if (group) group.push(entry)
    else byRule.set(key, [entry])
  }
  return [...byRule.values()]
}

/** What is the same for all findings of a rule is said once. */
function groupText(group: readonly Entry[], style: Style): string {
  const {colours, width} = style
  const {severity, ruleId, expected} = (group[0] as Entry).message
  const {head, isWhole} = sharedReason(group)
  const oneAnswer = group.every(({message}) => message.expected.join() === expected.join())
  const label = severity === 'error' ? colours.red('error  ') : colours.yellow('warning')
  const count = group.length > 1 ? `: ${group.length} places` : ''
  const heading = head ? `${visible(head)}${count} ${marked(`(${ruleId})`)}` : `${marked(ruleId)}${count}`
  const lines = [wrap(heading, {width, first: `  ${label}  `, mark: head ? colours.dim : colours.bold})]
  for (const entry of group) {
    lines.push(...findingLines(entry, style))
    const {reason} = entry.message
    const rest = isWhole ? '' : head ? restOf(reason) : reason
    if (rest) lines.push(wrap(visible(rest), {width, first: `${margin}  `}))
    if (!oneAnswer) lines.push(...answerLines(entry.message, !isWhole, style))
  }
  if (oneAnswer) lines.push(...answerLines((group[0] as Entry).message, !isWhole, style))
  return lines.join('\n')
}

/**
 * One reason for all, quoted words and numbers left out where they differ. Where the reasons differ in more, what they have in common up
 * to their first colon or semicolon, and each finding says the rest.
 */
function sharedReason(group: readonly Entry[]): {head: string | null; isWhole: boolean} {
  const reasons = group.map(({message}) => message.reason)
  if (new Set(reasons).size === 1) return {head: reasons[0] as string, isWhole: true}
  const masked = [...new Set(reasons.map(withoutDetails))]
  if (masked.length === 1) return {head: masked[0] as string, isWhole: !/\d/.test(reasons.join(''))}
  const heads = [...new Set(masked.map(reason => reason.split(/[:;]/)[0]?.trim() ?? ''))]
  return {head: heads.length === 1 && heads[0] && heads[0].split(' ').length >= 4 ? heads[0] : null, isWhole: false}
}

function withoutDetails(reason: string): string {
  return reason
    .replace(/“[^”]*”/g, '“…”')
    .replace(/ \([^)]*\)/g, '')
    .replace(/\d+/g, '…')
}

/** What a reason says after its first clause. */
function restOf(reason: string): string {
  return /[:;]\s+(.+)$/.exec(reason)?.[1] ?? reason
}

const margin = ' '.repeat(11)

function findingLines({message, context}: Entry, {width, colour, colours}: Style): string[] {
  const lines = [wrap(marked(visible(message.location)), {width, first: margin, mark: colours.cyan})]
  const quoted = quotation(message, context, colour)
  if (quoted) lines.push(wrap(quoted, {width, first: `${margin}  `, mark: text => colours.bold(colours.underline(text))}))
  return lines
}

/** What to write instead, unless the reason shown has said it. */
function answerLines({expected, reason}: Message, reasonIsShown: boolean, {width, colours}: Style): string[] {
  const fresh = reasonIsShown ? expected.filter(answer => !reason.includes(answer)) : expected
  return fresh.slice(0, 3).map(answer => wrap(visible(answer), {width, first: `${margin}${colours.green('→')} `}))
}

/** The words in their sentence; the rest of a long sentence is cut to what is needed to find them. */
function quotation({actual}: Message, context: Context | null, colour: boolean): string | null {
  const words = visible(context?.words ?? actual ?? '').trim()
  if (!words) return null
  const shown = shortened(words)
  const standing = colour ? marked(shown) : `«${shown}»`
  return context ? lastPart(visible(context.before).trimStart()) + standing + firstPart(visible(context.after).trimEnd()) : standing
}

/** Where a whole sentence or paragraph is meant, its beginning and end are enough to know it by. */
function shortened(words: string): string {
  const all = words.split(' ')
  return all.length > 40 ? `${all.slice(0, 30).join(' ')} … ${all.slice(-6).join(' ')}` : words
}

function lastPart(text: string): string {
  if (text.length <= 80) return text
  const cut = text.slice(-80)
  return `… ${cut.slice(cut.indexOf(' ') + 1)}`
}

function firstPart(text: string): string {
  if (text.length <= 80) return text
  const cut = text.slice(0, 80)
  return `${cut.slice(0, cut.lastIndexOf(' '))} …`
}

function hintText(hints: readonly Entry[], {width, colours}: Style): string {
  const lines = [`  ${colours.blue(`${hints.length} ${hints.length === 1 ? 'hint' : 'hints'}`)}`]
  for (const group of groups(hints)) {
    const said = group.map(({message}) =>
      message.actual === null ? visible(message.reason) : `“${shortHint(visible(message.actual).trim())}”`
    )
    const some = [...new Set(said)]
    const more = some.length > 10 ? ` and ${some.length - 10} more` : ''
    lines.push(
      wrap(`${marked(group[0]?.message.ruleId ?? '')}: ${some.slice(0, 10).join(', ')}${more}`, {width, first: margin, mark: colours.dim})
    )
  }
  return lines.join('\n')
}

/** What is not reported because somebody has dealt with it, with the reason given. */
function acceptedText(accepted: readonly Accepted[], {width, colours}: Style): string {
  const lines = [`  ${colours.green(`${accepted.length} accepted, with the reason given`)}`]
  for (const {ruleId, actual, location, reason, how} of accepted) {
    const words = actual === null ? location : `“${shortHint(visible(actual).trim())}”`
    const said = reason ? `: ${visible(reason).trim()}` : ', no reason given'
    lines.push(wrap(`${marked(ruleId)}: ${words}, ${answerWays[how]}${said}`, {width, first: margin, mark: colours.dim}))
  }
  return lines.join('\n')
}

function shortHint(words: string): string {
  return words.length > 60 ? `${words.slice(0, 57).trimEnd()}…` : words
}
