/** The page of a comparison, as a reviewing officer opens it. */
import {mkdtempSync, readFileSync, rmSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {pathToFileURL} from 'node:url'
import type {Browser} from 'playwright-core'
import {afterAll, beforeAll, expect, it} from 'vitest'
import {compare, compareLetter, comparisonHtml} from '../../src/compare.ts'
import {readOnDemand} from '../../src/index.ts'
import {violations} from '../helpers/axe.ts'
import {startChromium} from '../helpers/chromium.ts'

let browser: Browser
let folder = ''
const pages: Record<string, string> = {}

const named = async (path: string) => ({path, document: await readOnDemand(readFileSync(`corpus/pairs/${path}`), path)})

beforeAll(async () => {
  browser = await startChromium()
  folder = mkdtempSync(join(tmpdir(), 'planlint-comparison-'))
  const write = (name: string, html: string): void => {
    pages[name] = join(folder, `${name}.html`)
    writeFileSync(pages[name] as string, html)
  }
  const three = await Promise.all(['orchard-1.html', 'orchard-2.md', 'orchard-3.docx'].map(named))
  write('three versions', comparisonHtml(await compare(three)))
  write('nothing changed', comparisonHtml(await compare([three[0], three[0]] as typeof three)))
  const [letter, plan] = await Promise.all([named('kiln-letter.txt'), named('kiln-2.pdf')])
  write('a letter', comparisonHtml(compareLetter(letter, plan)))
}, 120_000)
afterAll(async () => {
  await browser?.close()
  rmSync(folder, {recursive: true, force: true})
})

it.each(['three versions', 'nothing changed', 'a letter'])(
  '%s: has no axe violation, asks for nothing but itself, and fits a narrow screen',
  async name => {
    for (const options of [{}, {colorScheme: 'dark'}, {viewport: {width: 320, height: 640}}] as const) {
      const page = await (await browser.newContext({viewport: {width: 1280, height: 900}, ...options})).newPage()
      const [requests, complaints]: [string[], string[]] = [[], []]
      page.on('request', request => requests.push(request.url()))
      page.on('console', message => complaints.push(message.text()))
      page.on('pageerror', error => complaints.push(error.message))
      const url = pathToFileURL(pages[name] as string).href
      await page.goto(url)
      expect(await violations(page)).toEqual([])
      expect([requests, complaints]).toEqual([[url], []])
      expect(await page.evaluate('document.documentElement.scrollWidth <= innerWidth')).toBe(true)
      await page.context().close()
    }
  },
  60_000
)
