/** Comparing runs where there is neither Node nor a page, bank holidays and Word files included. */
import {createContext, runInContext} from 'node:vm'
import {expect, it} from 'vitest'
import {scriptFor} from './helpers/script.ts'

it('bundles for a browser and compares in a worker', async () => {
  const script = await scriptFor('compare.ts', 'index.ts')
  const world = createContext({TextDecoder, TextEncoder, structuredClone, setTimeout, clearTimeout, console})
  const source = `${script}
    const plan = lines => ({path: 'plan.md', document: planlint.read(new TextEncoder().encode('# Child protection plan\\n\\nChild: Ella Marsh, born 3 May 2018\\n\\n' + lines), 'plan.md')})
    planlint.compare([
      plan('Date of plan: 27 March 2026\\n\\nInitial conference: 25 March 2026\\n\\nFirst core group: 13 April 2026'),
      plan('Date of plan: 1 June 2026')
    ]).then(comparison => JSON.stringify(comparison.changes.map(({kind, latest}) => [kind, latest])) + planlint.comparisonHtml(comparison).slice(0, 15))`
  expect(await runInContext(source, world)).toBe('[["late-core-group","2026-04-10"],["time-on-plan",null]]<!doctype html>')
})
