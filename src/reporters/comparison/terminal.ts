/** A comparison as a page to read in a terminal. */
import {createColors} from 'picocolors'
import type {TerminalOptions} from '../terminal.ts'
import type {Style} from '../terminal/style.ts'
import {visible} from '../visible.ts'
import {marked, wrap} from '../terminal/wrap.ts'
import type {Passage} from '../../comparison.ts'
import {type AnyChange, type AnyComparison, type Group, type Page, pageOf, type Part, words} from './page.ts'
import wording from './wording.json' with {type: 'json'}

export function comparisonTerminal(comparison: AnyComparison, {width = 80, colour = false}: TerminalOptions = {}): string {
  const style: Style = {width: Math.max(40, width), colour, colours: createColors(colour)}
  const page = pageOf(comparison)
  const blocks = [headText(page, style), ...page.parts.map(part => partText(part, comparison, style))]
  if (page.nothing) blocks.splice(1, 0, wrap(page.nothing, {width: style.width, first: '  '}))
  blocks.push(wrap(wording.trust, {width: style.width, first: '', mark: style.colours.dim}))
  return `${blocks.join('\n\n')}\n`
}

function headText({title, lead, tally, notes}: Page, {width, colours}: Style): string {
  const lines = [colours.bold(colours.underline(wrap(title, {width, first: ''}))), wrap(lead, {width, first: '  '})]
  if (tally) lines.push(wrap(tally, {width, first: '  '}))
  for (const note of notes) lines.push(wrap(note, {width, first: `  ${colours.yellow('!')} `}))
  return lines.join('\n')
}

function partText({id, title, groups}: Part, comparison: AnyComparison, style: Style): string {
  const isList = id === 'carried' || id === 'done'
  const blocks = groups.map(group =>
    id === 'know' ? factsText(group, style) : isList ? listText(group, style) : groupText(group, comparison, style)
  )
  return [style.colours.bold(title.toUpperCase()), ...blocks].join('\n\n')
}

function groupText({title, changes, reason, ask}: Group, comparison: AnyComparison, style: Style): string {
  const {colours, width} = style
  const kind = changes[0]?.kind ?? ''
  const lines = [wrap(`${title} ${marked(`(${kind})`)}`, {width, first: '  ', mark: colours.dim})]
  if (reason) lines.push(wrap(reason, {width, first: '    ', mark: colours.dim}))
  for (const change of changes) lines.push(...changeLines(change, reason === null, ask === null, comparison, style))
  if (ask) lines.push(wrap(ask, {width, first: `    ${colours.green('→')} `}))
  return lines.join('\n')
}

function changeLines(
  change: AnyChange,
  saysReason: boolean,
  saysAsk: boolean,
  comparison: AnyComparison,
  {width, colours}: Style
): string[] {
  const lines: string[] = []
  const side = (label: string, passage: Passage): void => {
    const where = ` ${marked(`(${visible(passage.location)})`)}`
    lines.push(wrap(`«${words(passage)}»${where}`, {width, first: `      ${label}  `, mark: colours.cyan}))
  }
  const [first, second] = labelsOf(change, comparison)
  const size = Math.max(first.length, second.length)
  if (change.before) side(first.padEnd(size), change.before)
  if (change.after) side(second.padEnd(size), change.after)
  if (saysReason) lines.push(wrap(visible(change.reason), {width, first: '      '}))
  if (saysAsk && change.ask) lines.push(wrap(visible(change.ask), {width, first: `      ${colours.green('→')} `}))
  return lines
}

/** What the two sides are called. */
export function labelsOf({kind}: Pick<AnyChange, 'kind'>, comparison: Pick<AnyComparison, 'kind'>): [string, string] {
  const {columns} = wording
  if (comparison.kind === 'versions') return [columns.before, columns.after]
  return [columns.letter, kind === 'asks-contradict' ? columns.other : columns.plan]
}

/** What is a sentence and no quotation, with its question. */
function factsText({changes}: Group, {width, colours}: Style): string {
  return changes
    .flatMap(({kind, reason, ask}) => [
      wrap(`${visible(reason)} ${marked(`(${kind})`)}`, {width, first: '  - ', mark: colours.dim}),
      ...(ask ? [wrap(visible(ask), {width, first: `    ${colours.green('→')} `})] : [])
    ])
    .join('\n')
}

/** What needs no question, in a line each. */
function listText({changes}: Group, {width, colours}: Style): string {
  return changes
    .map(change => {
      const said = change.kind === 'done' && change.after ? ` ${marked(`(${words(change.after)})`)}` : ''
      return wrap(`${words(change.kind === 'done' ? change.before : change.after)}${said}`, {width, first: '  - ', mark: colours.dim})
    })
    .join('\n')
}
