import {readFileSync} from 'node:fs'
import {join} from 'node:path'
import {planOf, readOnDemand} from '../index.ts'
import {meetingDatesOf} from '../compare/meetings.ts'
import {labelledPairs, pairsFolder, unmetFolder} from './pairs.ts'
for (const folder of [unmetFolder]) for (const pair of labelledPairs(folder)) {
  if ('raven sluice tannery umber vellum wharf yarrow zinnia acorn'.includes(pair.name)) continue
  console.log('#####', pair.name, pair.changes.filter(c => /late|time-on/.test(c.kind)).map(c => c.kind + ' ' + (c.date ?? c.months)).join('; '))
  const plans = []
  for (const path of pair.documents) {
    const plan = planOf(await readOnDemand(readFileSync(join(folder, path)), path)); plans.push(plan)
    console.log('--', path, plan.ownDate, plan.date, plan.started)
    for (const b of plan.blocks) if (/review|conference|core group/i.test(b.text + (b.table?.heading ?? '')) && /\d/.test(b.text)) console.log('   ', b.role, b.section.role, b.table ? `t${b.table.row}.${b.table.column}[${b.table.heading}]` : '', b.text.replace(/\n/g, ' ').slice(0, 300))
  }
  console.log(JSON.stringify(meetingDatesOf(plans)))
}
