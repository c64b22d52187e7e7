import {readFileSync} from 'node:fs'
import {join} from 'node:path'
import {planOf, readOnDemand} from '../index.ts'
import {versionOf} from '../compare/version.ts'
import {awaitedOf, toldIn, tellingOf} from '../compare/events.ts'
import {alternatives} from '../compare/contingency.ts'
import {triggersOf} from '../compare/triggers.ts'
import {labelledPairs, pairsFolder, unmetFolder} from './pairs.ts'
const [name, word] = process.argv.slice(2)
for (const folder of [unmetFolder, pairsFolder]) for (const pair of labelledPairs(folder)) {
  if (pair.name !== name || 'raven sluice tannery umber vellum wharf yarrow zinnia acorn'.includes(name)) continue
  const [a, b] = await Promise.all(pair.documents.slice(-2).map(async (path, i) => versionOf(planOf(await readOnDemand(readFileSync(join(folder, path)), path)), i)))
  console.log(a.plan.date, a.plan.ownDate, b.plan.date)
  for (const t of triggersOf(a)) { console.log('T', t.text, '|', t.step.slice(0, 80)); for (const p of alternatives(t)) { const w = awaitedOf(p, a.plan, a.nameIn); console.log('   ', p, w.concepts.map(c => c.id).join(','), w.required.map(r => r.kind + ':' + (r.people?.[0]?.name ?? r.word ?? '')).join(' '), [...w.left].join(' ')) } }
  for (const t of triggersOf(b)) console.log('S', t.text, '|', t.step.slice(0, 80))
  for (const t of toldIn(b.news, b, {...a, plan: {...a.plan, ownDate: null, date: null}})) if (t.line.text.includes(word ?? '')) console.log('N', t.line.text.slice(0, 150), t.concepts.map(c => c.id + '=' + t.line.text.slice(c.start, c.end)).join(','), t.mentions.map(m => m.person.name).join(' '), t.around.map(m => m.name).join('+'))
}
