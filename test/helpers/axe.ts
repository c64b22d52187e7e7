/** What axe finds wrong with a page, with the elements; the size of targets too. */
import {readFileSync} from 'node:fs'
import {createRequire} from 'node:module'
import type {Result} from 'axe-core'
import type {Page} from 'playwright-core'

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

export async function violations(page: Page): Promise<string[]> {
  await page.evaluate(axe)
  const {violations} = (await page.evaluate("axe.run({rules: {'target-size': {enabled: true}}})")) as {violations: Result[]}
  return violations.flatMap(({id, nodes}) => nodes.map(({html}) => `${id}: ${html.slice(0, 160)}`))
}
