/** When the plan will next be looked at. */
import {timesIn} from '../text/dates.ts'
import type {PlanWithRows} from './build.ts'
import type {Field} from './fields.ts'
import type {Plan} from './plan.ts'
import {textOf, trimmed} from './spans.ts'

const reviewing =
  /\b(?:review|reviewed|reviews|reviewing|conference|core groups?|next meeting|meet again|next meet|meet next|get[- ]togethers?|rcpc|cin meetings?|look at (?:this|the|your|our) plan)\b/i
const inName =
  /^(?!.*\b(?:agreed|discussed|present|attended|apologies|invited|last|previous|initial)\b).*\b(?:review|conference|core groups?|meetings?|meet|rcpc|get[- ]together|next (?:date|time)|again)\b/i

const notThisReview = /\b(?:review form|medication review|(?:annual|health|benefits?|pip|ehcp?) review)\b/i

/** The first date or interval given for a review, core group or conference; dates before the plan's own do not count. */
export function reviewOf(plan: PlanWithRows, fields: readonly Field[]): Plan['review'] {
  for (const {label, values} of fields) {
    if (!inName.test(label)) continue
    for (const value of values) {
      const found = upcoming(textOf(value), plan.date)
      if (found) return {at: value, due: found.due}
    }
  }
  const rowNames = new Map<string, string>()
  for (const {table, text} of plan.blocks) if (table?.column === 0) rowNames.set(`${table.table}:${table.row}`, text)
  for (const block of plan.blocks) {
    if (block.kind === 'heading' && block.section.role === 'title') continue
    const {role, title} = block.section
    const beside = block.table && block.table.column > 0 ? (rowNames.get(`${block.table.table}:${block.table.row}`) ?? '') : ''
    const name = `${block.table?.heading ?? ''} ${beside.length < 60 ? beside : ''} ${role === 'review' ? 'review' : role === 'title' ? '' : title}`
    const named = inName.test(name)
    for (const range of block.sentences) {
      const span = trimmed({block, ...range})
      const text = textOf(span)
      if ((!named && !reviewing.test(text)) || notThisReview.test(text)) continue
      const found = upcoming(text, plan.date)
      if (found) return {at: span, due: found.due}
    }
  }
  return {at: null, due: null}
}

function upcoming(text: string, today: string | null): {due: string | null} | null {
  for (const {kind, due} of timesIn(text, today)) {
    if ((kind === 'date' || kind === 'month') && due && (!today || due > today)) return {due}
    if (
      kind === 'frequency' ||
      (kind === 'deadline' &&
        /\b(?:within|in) (?:\d+|a|one|two|three|four|five|six|eight|ten|twelve)\b/i.test(text) &&
        !/\b(?:before|by) (?:the )?(?:next )?(?:review|conference|core group)/i.test(text))
    )
      return {due}
    if (kind === 'duration' && /\b(?:in|every|within|after)\b/i.test(text)) return {due}
  }
  return null
}
