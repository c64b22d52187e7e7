/** Is a date one that cannot be: no such day, the wrong day of the week, or a review before the plan began? */
import meta from '../rules/impossible-date/rule.json' with {type: 'json'}
import {defineRule, type Finding} from '../src/engine/define-rule.ts'
import type {Block, BlockRole, Plan, SectionRole} from '../src/model/plan.ts'
import {isQuoted} from '../src/model/spans.ts'
import {datesIn, weekdayOf, type WrittenDate} from '../src/text/dates.ts'

type Fault = Pick<Finding, 'message' | 'values'>

export default defineRule(meta, (plan, report) => {
  for (const block of plan.blocks) {
    for (const date of datesIn(block.text, plan.date)) {
      const {start, end} = date
      if (isQuoted(block, start, end)) continue
      const fault = noSuchDay(date, block) ?? wrongWeekday(date, block, plan) ?? beforePlan(date, block, plan)
      if (fault) report({at: {block, start, end}, ...fault})
    }
  }
})

function noSuchDay({possible, start, end}: WrittenDate, {text}: Block): Fault | null {
  return possible ? null : {values: {date: text.slice(start, end)}}
}

const dayNames = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday']
const pastSections: ReadonlySet<SectionRole> = new Set([
  'background',
  'chronology',
  'reports',
  'progress',
  'strengths',
  'views',
  'child-views',
  'parent-views',
  'concerns',
  'worries'
])
const pastRoles: ReadonlySet<BlockRole> = new Set(['history', 'progress', 'strength', 'worry', 'concern', 'voice'])

function wrongWeekday({weekday, year, iso, start, end}: WrittenDate, block: Block, plan: Plan): Fault | null {
  if (weekday === null || year === null || !iso || weekdayOf(iso) === weekday) return null
  const {text, section, role} = block
  // “every Monday 5 May …” names a weekday of its own, and “sat” is a verb.
  if (/\b(?:every|each)\s$/i.test(text.slice(Math.max(0, start - 8), start)) || !/^[\p{Lu}\d]/u.test(text.slice(start))) return null
  const told = pastSections.has(section.role) || pastRoles.has(role)
  if (told && plan.date && iso < plan.date) return null
  const [real, written] = [dayNames[weekdayOf(iso)] as string, dayNames[weekday] as string]
  return {message: 'weekday', values: {date: text.slice(start, end), real, written}}
}

const meeting = '(?:reviews?|core groups?|conference|rcpc|meetings?)'
const reviewing = 'review (?:due|date|by|on)|(?:will|to) be reviewed|will (?:review|meet)'
const toCome = new RegExp(`\\b(?:next|first)\\b[^.;]{0,40}\\b${meeting}|\\b(?:${reviewing})\\b`, 'i')
const held = /\b(?:last|previous|held|was|were|took place|since|initial|brought forward from|did not)\b/i

/** A review to come, dated with its year, on a day before the plan was made. */
function beforePlan({iso, day, year, start}: WrittenDate, block: Block, {date, started}: Plan): Fault | null {
  if (!iso || day === null || year === null || !date || iso >= date || iso === started) return null
  // What was to be done by then is overdue; a review is not.
  if (block.role === 'action' && !/\breview\b|\bconference\b/i.test(block.text)) return null
  const {text, table, sentences} = block
  const sentence = sentences.find(range => start >= range.start && start < range.end)
  const before = `${table?.heading ?? ''} ${text.slice(sentence?.start ?? 0, start)}`
  const alone = text.slice(0, start).trim() === '' && /^\s*(?:next |first )/i.test(block.section.title) && toCome.test(block.section.title)
  if ((!toCome.test(before) && !alone) || held.test(before)) return null
  return {message: 'review'}
}
