import {readFileSync} from 'node:fs'
import {join} from 'node:path'
import {planOf, readOnDemand} from '../index.ts'
import {versionOf} from '../compare/version.ts'
import {groundOf} from '../compare/compare.ts'
import {awaitedOf, toldIn, tellingOf} from '../compare/events.ts'
import {alternatives, linesOf} from '../compare/contingency.ts'
import {triggersOf} from '../compare/triggers.ts'
import {labelledPairs, pairsFolder, unmetFolder} from './pairs.ts'
const extra = readFileSync('/tmp/tr/extra.txt', 'utf8').split('\n').filter(Boolean)
const loaded = []
for (const folder of [unmetFolder, pairsFolder]) for (const pair of labelledPairs(folder)) {
  if ('raven sluice tannery umber vellum wharf yarrow zinnia acorn'.includes(pair.name)) continue
  const [a, b] = await Promise.all(pair.documents.slice(-2).map(async (path, i) => versionOf(planOf(await readOnDemand(readFileSync(join(folder, path)), path)), i)))
  loaded.push({name: pair.name, a, b})
}
const awaited = loaded.flatMap(({a, name}) => triggersOf(a).flatMap(t => alternatives(t).map(p => ({name, w: awaitedOf(p, a.plan, a.nameIn)}))))
const none = loaded[0].a
for (const line of extra) awaited.push({name: 'extra', w: awaitedOf(line, {...none.plan, people: {...none.plan.people, mentionsIn: text => [...text.matchAll(/\b(?:Mum|Child)\b/g)].map(m => ({start: m.index, end: m.index + m[0].length, person: {kind: m[0] === 'Mum' ? 'parent' : 'child', name: m[0], aliases: [m[0].toLowerCase()], post: null, sex: null, at: null}}))}} as any, t => t)})
let n = 0
for (const {name, a, b} of loaded) {
  const {weigh, names} = groundOf([a, b])
  const told = toldIn(linesOf(a, b, weigh), b, a)
  const seen = new Set<string>()
  for (const {name: from, w} of awaited) {
    if (from === name) continue
    const need = w.required.filter(r => r.kind !== 'word')
    const kinds = need.map(r => r.kind === 'person' ? r.people[0].kind : r.kind)
    const kids = b.plan.people.children, parents = b.plan.people.parents
    const options: any[][] = kinds.reduce((all: any[][], k, i) => all.flatMap(list => (k === 'child' ? kids : k === 'parent' || k === 'relative' ? parents : []).filter(p => !list.some(r => r.people[0] === p)).map(p => [...list, {kind: 'person', people: [p], start: need[i].start ?? 0}])), [[]])
    for (const required of options) for (const t of told) {
      const s = tellingOf({...w, required}, t, weigh)
      const key = w.text + t.line.text
      if (s > 0 && !seen.has(key)) { seen.add(key); n++; console.log(`${name} ${s} [${w.text}] => ${t.line.text.replace(/\n/g, ' ')}`) }
    }
  }
}
console.log(n)
