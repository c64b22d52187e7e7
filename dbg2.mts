import {readFileSync} from 'node:fs'
import {planOf, readOnDemand} from './src/index.ts'
import {versionOf} from './src/compare/version.ts'
for (const f of process.argv.slice(2)) {
  const plan = planOf(await readOnDemand(readFileSync('corpus/pairs/'+f), f))
  const v = versionOf(plan, 0)
  console.log('#####', f, v.worker?.name, plan.started)
  for (const n of v.needs) { console.log('NEED', n.text, [...n.stems].join(' ')); for (const o of n.outcomes) console.log('   OUT', o.text); for (const a of n.actions) console.log('   ACT', a.text, '| who:', a.owner, a.isCrowd, '| when:', JSON.stringify(a.time), a.done) }
  for (const l of v.news) console.log('NEWS', l.text, '|', [...l.stems].join(' '), '|', l.topic && [...l.topic].join(' '))
}
