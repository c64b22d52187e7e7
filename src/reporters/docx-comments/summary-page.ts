/** The page in front of a checked file: one control that holds it all, so that it goes in one step, and that the next run passes over. */
import {summaryTag} from '../../readers/docx/visit.ts'
import {child, type XmlElement} from '../../readers/docx/xml.ts'
import type {Message, Overview} from '../../report.ts'
import {longDate} from '../../wording.ts'
import {escaped} from './comment-xml.ts'
import type {WordFile} from './package.ts'
import {extentOf, insert, type Part, remove} from './part.ts'
import {phrase} from './wording.ts'

/** Word's own styles that the file has, by what they are for. */
export interface Headings {
  title: string | undefined
  heading: string | undefined
  list: string | undefined
  table: string | undefined
}

export function headingsOf(file: WordFile): Headings {
  const styles = file.related('styles')?.root.children ?? []
  const idOf = (...names: string[]) =>
    names
      .map(name => styles.find(style => child(style, 'w:name')?.attributes['w:val']?.toLowerCase() === name)?.attributes['w:styleId'])
      .find(id => id !== undefined)
  return {title: idOf('heading 1', 'title'), heading: idOf('heading 2'), list: idOf('list bullet'), table: idOf('table grid')}
}

/** Puts the page first, and takes that of an earlier run out. */
export function putSummary(main: Part, content: string, declared: string): void {
  const body = child(main.root, 'w:body')
  if (!body) return
  const control = `<w:alias w:val="${escaped(phrase('summary', 'control'))}"/><w:tag w:val="${summaryTag}"/>`
  insert(main, extentOf(body).open, `<w:sdt${declared}><w:sdtPr>${control}</w:sdtPr><w:sdtContent>${content}</w:sdtContent></w:sdt>`)
  for (const node of body.children) if (isSummary(node)) remove(main, extentOf(node))
}

function isSummary(node: XmlElement): boolean {
  return node.name === 'w:sdt' && child(child(node, 'w:sdtPr'), 'w:tag')?.attributes['w:val'] === summaryTag
}

export function pageOf(overview: Overview, messages: readonly Message[], date: string, styles: Headings): string {
  const needs = needsOf(messages)
  return [
    heading(phrase('summary', 'title'), styles.title, 32),
    line(phrase('summary', 'about', {date: longDate(date.slice(0, 10))})),
    heading(phrase('summary', `needs-${overview.type}`), styles.heading, 26),
    ...(needs.length > 0 ? needs.map(need => bullet(need, styles)) : [line(phrase('summary', 'nothing'))]),
    heading(phrase('summary', 'children'), styles.heading, 26),
    childTable(overview, styles),
    heading(phrase('summary', 'actions'), styles.heading, 26),
    actionTable(overview, styles),
    '<w:p><w:r><w:br w:type="page"/></w:r></w:p>'
  ].join('')
}

/** Each error; of warnings one line a rule. Hints are no needs. */
function needsOf(messages: readonly Message[]): string[] {
  const byRule = new Map<string, Message[]>()
  for (const message of messages) {
    if (message.severity === 'warning') byRule.set(message.ruleId, [...(byRule.get(message.ruleId) ?? []), message])
  }
  const errors = messages
    .filter(({severity}) => severity === 'error')
    .map(({reason, location}) => phrase('summary', 'need', {reason, location}))
  const warnings = [...byRule.values()].map(([first, ...others]) => {
    const {reason, location} = first as Message
    return phrase('summary', others.length > 0 ? 'more' : 'need', {reason, location, count: String(others.length)})
  })
  return [...errors, ...warnings]
}

function childTable({children}: Overview, styles: Headings): string {
  if (children.length === 0) return line(phrase('summary', 'no-children'))
  const answer = (found: boolean | null) => phrase('summary', found === null ? 'unasked' : found ? 'yes' : 'no')
  const head = ['child', 'worry', 'outcome', 'action', 'voice'].map(name => phrase('summary', name))
  return table(
    [head, ...children.map(({name, worry, outcome, action, voice}) => [name, ...[worry, outcome, action, voice].map(answer)])],
    styles
  )
}

function actionTable({actions}: Overview, styles: Headings): string {
  if (actions.length === 0) return line(phrase('summary', 'no-actions'))
  const head = ['action', 'owner', 'due'].map(name => phrase('summary', name))
  const rows = actions.map(({text, owner, due}) => [text, owner ?? phrase('summary', 'nobody'), due ?? phrase('summary', 'no-date')])
  return table([head, ...rows], styles)
}

/** A heading that takes no number and moves none of the document's. */
function heading(text: string, style: string | undefined, size: number): string {
  const properties = style ? `<w:pStyle w:val="${style}"/><w:keepNext/><w:numPr><w:numId w:val="0"/></w:numPr>` : '<w:keepNext/>'
  return `<w:p><w:pPr>${properties}</w:pPr>${run(text, style ? '' : `<w:b/><w:sz w:val="${size}"/>`)}</w:p>`
}

function line(text: string): string {
  return `<w:p>${run(text)}</w:p>`
}

function bullet(text: string, {list}: Headings): string {
  return list ? `<w:p><w:pPr><w:pStyle w:val="${list}"/></w:pPr>${run(text)}</w:p>` : line(`• ${text}`)
}

function run(text: string, look = ''): string {
  return `<w:r>${look && `<w:rPr>${look}</w:rPr>`}<w:t xml:space="preserve">${escaped(text)}</w:t></w:r>`
}

/** Without a style of Word's own, lines are drawn here. */
function table(rows: readonly (readonly string[])[], styles: Headings): string {
  const edge = (side: string) => `<w:${side} w:val="single" w:sz="4" w:space="0" w:color="auto"/>`
  const borders = `<w:tblBorders>${['top', 'left', 'bottom', 'right', 'insideH', 'insideV'].map(edge).join('')}</w:tblBorders>`
  const style = styles.table ? `<w:tblStyle w:val="${styles.table}"/>` : ''
  const properties = `<w:tblPr>${style}<w:tblW w:w="5000" w:type="pct"/>${styles.table ? '' : borders}</w:tblPr>`
  const columns = rows[0]?.map(() => '<w:gridCol/>').join('') ?? ''
  const cells = (texts: readonly string[], look: string) => texts.map(text => `<w:tc><w:p>${run(text, look)}</w:p></w:tc>`).join('')
  const [head, ...others] = rows
  const first = `<w:tr><w:trPr><w:tblHeader/></w:trPr>${cells(head ?? [], '<w:b/>')}</w:tr>`
  return `<w:tbl>${properties}<w:tblGrid>${columns}</w:tblGrid>${first}${others.map(texts => `<w:tr>${cells(texts, '')}</w:tr>`).join('')}</w:tbl>`
}
