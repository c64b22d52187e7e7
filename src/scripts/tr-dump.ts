import {readFileSync, writeFileSync} from 'node:fs'
import {join} from 'node:path'
import {planOf, readOnDemand} from '../index.ts'
import {versionOf} from '../compare/version.ts'
import {labelledPairs, pairsFolder, unmetFolder} from './pairs.ts'
const closed = new Set('raven sluice tannery umber vellum wharf yarrow zinnia acorn'.split(' '))
for (const folder of [unmetFolder, pairsFolder]) for (const pair of labelledPairs(folder)) {
  if (closed.has(pair.name)) continue
  const out: string[] = []
  out.push(`##### ${pair.name}  LABELS ${JSON.stringify(pair.changes.filter(c => c.kind.startsWith('conting')))}`)
  const n = pair.documents.length
  for (const [i, path] of pair.documents.entries()) {
    if (i < n - 2) continue
    const v = versionOf(planOf(await readOnDemand(readFileSync(join(folder, path)), path)), i)
    out.push(`--- v${i}`)
    for (const b of v.plan.blocks) if (b.section.role === 'contingency' || v.plan.contingency.statements.some(s => s.at.block === b)) out.push(`  C[${b.kind}${b.table ? ` t${b.table.row}.${b.table.column}` : ''}] ${b.text}`)
    if (i === n - 1) for (const l of v.news) out.push(`  N ${l.text.replace(/\n/g, ' ')}`)
    if (i === n - 1) for (const b of new Set(v.plan.rows.flatMap(r => r.worries.map(w => w.block)))) out.push(`  W ${b.text.replace(/\n/g, ' ')}`)
  }
  console.log(out.join('\n'))
}
