/**
 * What people answered to planlint's comments in a Word file: findings that somebody has dealt with are not told again.
 *
 * - A reply to a comment of planlint's, or resolving it, answers that finding for as long as its words stay as they are.
 * - A comment by anybody that says `planlint: ignore vague-wording` answers that rule on the words it stands on; on the title, it answers
 *   what the rule finds of the whole document.
 * - Answers given in an earlier version hold where rule, words and place in the plan are the same still.
 */
import {isAbout, ownComment, touch} from '../comment-form.ts'
import {comparable} from '../comparable.ts'
import type {Plan, Span} from '../model/plan.ts'
import type {Accepted} from '../report.ts'
import {type Comment, type Document, titleOf} from '../tree.ts'
import type {Found} from './run-rule.ts'

export interface Answer {
  how: Accepted['how']
  /** What the person said; empty if nothing. */
  reason: string
}

/** An answer on its way to the next version of a document. */
export interface CarriedAnswer extends Answer {
  ruleId: string
  /** As they are compared; for a finding about the whole document its reason. */
  words: string
  place: PlanPlace | null
}

/** Where in the plan, in words: numbers of rows and lines change with every edit. */
interface PlanPlace {
  section: string
  column: string
  /** All of the row, or of the paragraph. */
  around: string
}

/** Gives the answer to a finding, if there is one. */
export type AnswerTo = (found: Found) => Answer | null

/** Reads the comments of a document, beside answers from an earlier version. */
export function answersIn(document: Document, plan: Plan, carried: readonly CarriedAnswer[] = []): AnswerTo {
  const comments = document.comments ?? []
  if (comments.length === 0 && carried.length === 0) return () => null
  const title = titleOf(document.tree)?.position
  const titleRange = title ? {start: title.start.offset ?? 0, end: title.end.offset ?? 0} : null
  const ways = [...comments.flatMap(comment => [ownWay(comment), ignoringWay(comment, titleRange)]), ...carriedWays(carried, plan)]
  return found => {
    for (const way of ways) {
      const answer = way?.(found)
      if (answer) return answer
    }
    return null
  }
}

function ownWay(comment: Comment): AnswerTo | null {
  const own = ownComment(comment)
  if (!own || (!comment.resolved && comment.replies.length === 0)) return null
  const answer: Answer = {
    how: comment.resolved ? 'resolved' : 'reply',
    reason: comment.replies
      .map(({text}) => text)
      .filter(Boolean)
      .join('\n')
  }
  return found => (isAbout(own, found) && standsOn(comment, found) ? answer : null)
}

/** Of words outside the flow a comment stands beside them, and is known by them alone. One whose words are gone answers nothing. */
function standsOn({range}: Comment, {place, span}: Found): boolean {
  if (!place || span?.block.margin != null) return true
  return range !== null && touch(range, {start: place.start.offset, end: place.end.offset})
}

const ignoring = /^\s*planlint:\s*ignore\s+([a-z]+(?:-[a-z]+)*(?:\s*,\s*[a-z]+(?:-[a-z]+)*)*)\b\s*(.*)$/i

function ignoringWay({lines, range, replies}: Comment, title: Comment['range']): AnswerTo | null {
  const orders = lines.flatMap(line => {
    const [, ids, rest] = ignoring.exec(line) ?? []
    return ids === undefined ? [] : [{ids: ids.toLowerCase().split(/\s*,\s*/), rest: (rest ?? '').replace(/^[\s:.,–—-]+/, '')}]
  })
  if (orders.length === 0 || !range) return null
  const others = lines.filter(line => !ignoring.test(line))
  const said = [...orders.map(({rest}) => rest), ...others, ...replies.map(({text}) => text)].map(text => text.trim()).filter(Boolean)
  const ids = new Set(orders.flatMap(order => order.ids))
  const answer: Answer = {how: 'ignored', reason: said.join('\n')}
  return ({ruleId, place}) => {
    if (!ids.has(ruleId)) return null
    const at = place ? {start: place.start.offset, end: place.end.offset} : title
    return at && touch(range, at) ? answer : null
  }
}

/** Each carried answer serves one finding: where the same words stand twice, the other one is still to be answered. */
function carriedWays(carried: readonly CarriedAnswer[], plan: Plan): AnswerTo[] {
  return carried.map(({how, reason, ...from}) => {
    let served: Found | null = null
    return found => {
      if (served && served !== found) return null
      if (from.ruleId !== found.ruleId || from.words !== wordsOf(found) || !isSamePlace(from.place, placeOf(found.span, plan))) return null
      served = found
      return {how, reason}
    }
  })
}

/** An answered finding, made ready for the next version. */
export function carriedAnswer(found: Found, answer: Answer, plan: Plan): CarriedAnswer {
  return {...answer, ruleId: found.ruleId, words: wordsOf(found), place: placeOf(found.span, plan)}
}

function wordsOf({actual, reason}: Found): string {
  return comparable(actual ?? reason)
}

function placeOf(span: Span | null, {blocks}: Plan): PlanPlace | null {
  if (!span) return null
  const {block} = span
  const {table} = block
  const row = table ? blocks.filter(other => other.table?.table === table.table && other.table.row === table.row) : [block]
  return {
    section: comparable(block.section.title),
    column: comparable(table?.heading ?? ''),
    around: comparable(row.map(({text}) => text).join(' '))
  }
}

/** Most of the row or paragraph is the same still, and it stands under the same heading or in the same column. */
function isSamePlace(a: PlanPlace | null, b: PlanPlace | null): boolean {
  if (!a || !b) return a === b
  const same = likeness(a.around, b.around)
  return same >= 0.8 || (same >= 0.5 && a.section === b.section && a.column === b.column)
}

/** How many of all words are in both, from 0 to 1. */
function likeness(a: string, b: string): number {
  const [left, right] = [a, b].map(text => new Set(text.match(/[\p{L}\p{N}]+/gu) ?? [])) as [Set<string>, Set<string>]
  const both = [...left].filter(word => right.has(word)).length
  const all = left.size + right.size - both
  return all === 0 ? 1 : both / all
}
