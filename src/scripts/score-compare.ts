/** `npm run score:compare`: precision and recall of each kind of change on the labelled pairs. `--verbose` lists what went wrong, but never for pairs set aside. */
import {comparisonOf, labelledPairs, tallyOf} from './pairs.ts'
import {changeKinds} from '../comparison.ts'

const compared = []
for (const pair of labelledPairs()) compared.push({pair, comparison: await comparisonOf(pair)})
for (const [title, some] of [
  ['used while writing', compared.filter(({pair}) => !pair.setAside)],
  ['set aside', compared.filter(({pair}) => pair.setAside)]
] as const) {
  if (title === 'set aside' && process.argv.includes('--dev')) continue
  const tallies = tallyOf(some)
  console.log(`\n### ${some.length} pairs ${title}\n`)
  for (const kind of changeKinds) {
    const {labels, hits, misses, falseAlarms} = tallies.get(kind) ?? {labels: 0, hits: 0, misses: [], falseAlarms: []}
    const found = hits + falseAlarms.length
    console.log(`${kind.padEnd(42)} labels ${labels}  P ${(found ? hits / found : 1).toFixed(2)}  R ${(labels ? hits / labels : 1).toFixed(2)}`)
    if (!process.argv.includes('--verbose') || (title === 'set aside' && !process.argv.includes('--all'))) continue
    for (const miss of misses) console.log(`    missed  ${miss.slice(0, 200)}`)
    for (const alarm of falseAlarms) console.log(`    wrong   ${alarm.slice(0, 200)}`)
  }
}
