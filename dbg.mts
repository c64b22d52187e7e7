import {readFileSync} from 'node:fs'
import {planOf, readOnDemand} from './src/index.ts'
for (const f of process.argv.slice(2)) {
  const plan = planOf(await readOnDemand(readFileSync(f), f))
  console.log('#####', f, plan.started, plan.ownDate)
  for (const b of plan.blocks) console.log(`${b.index} ${b.kind}${b.depth} ${b.section.role}/${b.role} ${b.labelEnd} ${b.table ? `T${b.table.table}.${b.table.row}.${b.table.column}[${b.table.heading}]` : ''} ${b.text}`)
}
