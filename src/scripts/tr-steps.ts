import {readFileSync} from 'node:fs'
import {join} from 'node:path'
import {planOf, readOnDemand} from '../index.ts'
import {versionOf} from '../compare/version.ts'
import {groundOf} from '../compare/compare.ts'
import {triggersOf} from '../compare/triggers.ts'
import {coverage, likeness, stemsOf} from '../compare/words.ts'
import {labelledPairs, pairsFolder, unmetFolder} from './pairs.ts'
for (const folder of [unmetFolder, pairsFolder]) for (const pair of labelledPairs(folder)) {
  if ('raven sluice tannery umber vellum wharf yarrow zinnia acorn'.includes(pair.name)) continue
  const [a, b] = await Promise.all(pair.documents.slice(-2).map(async (path, i) => versionOf(planOf(await readOnDemand(readFileSync(join(folder, path)), path)), i)))
  const {weigh} = groundOf([a, b])
  for (const t of triggersOf(a)) {
    const best = triggersOf(b).map(o => ({o, s: likeness(t.stems, o.stems, weigh)})).sort((x, y) => y.s - x.s)[0]
    if (!best) continue
    const [x, y] = [stemsOf(a.nameIn(t.step)), stemsOf(b.nameIn(best.o.step))]; const st = Math.min(coverage(x, y, weigh), coverage(y, x, weigh))
    if (best.s < 0.99 || st < 0.99) console.log(pair.name, best.s.toFixed(2), st.toFixed(2), '\n   ', t.text, '|', t.step, '\n   ', best.o.text, '|', best.o.step)
  }
}
