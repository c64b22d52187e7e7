/** The offline page in a real browser, opened from disk, with everything noted that it asks for and complains of. */
import {mkdtempSync, readFileSync, rmSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {basename, join} from 'node:path'
import {pathToFileURL} from 'node:url'
import type {Browser, BrowserContextOptions, Page} from 'playwright-core'
import {check, readOnDemand} from '../../src/index.ts'
import {buildPage} from '../../src/scripts/build-page.ts'

export interface Built {
  path: string
  remove(): void
}

/** Builds the page into a folder of its own. */
export async function builtPage(): Promise<Built> {
  const folder = mkdtempSync(join(tmpdir(), 'planlint-page-'))
  const path = join(folder, 'planlint.html')
  await buildPage(path)
  return {path, remove: () => rmSync(folder, {recursive: true, force: true})}
}

export interface Opened {
  page: Page
  /** Addresses that the page or its workers asked the network for, itself included. */
  requests: string[]
  /** What the browser complained of. */
  complaints: string[]
}

export async function openPage(browser: Browser, path: string, options: BrowserContextOptions = {}): Promise<Opened> {
  const context = await browser.newContext({viewport: {width: 1280, height: 900}, ...options})
  const requests: string[] = []
  const complaints: string[] = []
  context.on('request', request => requests.push(request.url()))
  const page = await context.newPage()
  page.setDefaultTimeout(15_000)
  const session = await context.newCDPSession(page)
  await session.send('Network.enable')
  session.on('Network.requestWillBeSent', ({request}) => requests.push(request.url))
  page.on('console', message => complaints.push(message.text()))
  page.on('pageerror', error => complaints.push(error.message))
  await page.goto(pathToFileURL(path).href)
  await page.locator('h1').waitFor()
  return {page, requests, complaints}
}

/** What went beyond the page itself: its own worker is made of a blob, which is no address anywhere. */
export function outside({requests}: Opened, path: string): string[] {
  return [...new Set(requests)].filter(address => address !== pathToFileURL(path).href && !address.startsWith('blob:'))
}

/** Lets a file fall on the page, as a user would. */
export async function dropFile(page: Page, path: string, name = basename(path)): Promise<void> {
  await dropBytes(page, readFileSync(path), name)
  await page.locator('.view, .govuk-error-summary').first().waitFor()
}

export async function dropBytes(page: Page, bytes: Uint8Array, name: string): Promise<void> {
  const transfer = await page.evaluateHandle(
    ({letters, name}) => {
      const data = new DataTransfer()
      data.items.add(new File([Uint8Array.from(atob(letters), letter => letter.charCodeAt(0))], name))
      return data
    },
    {letters: Buffer.from(bytes).toString('base64'), name}
  )
  await page.locator('.drop').dispatchEvent('drop', {dataTransfer: transfer})
}

export interface Told {
  rule: string
  severity: string
  start: number | null
  end: number | null
  reason: string
  words: string
}

/** All findings in the list, in its order; the list is drawn a piece at a time. */
export async function findingsOn(page: Page): Promise<Told[]> {
  await page.waitForFunction(() => {
    const shown = /^\d+/.exec(document.querySelector('.walk-status')?.textContent ?? '')?.[0]
    return document.querySelectorAll('.finding').length === Number(shown)
  })
  return page.locator('.finding').evaluateAll(elements =>
    elements.map(element => {
      const {rule = '', start, end} = (element as HTMLElement).dataset
      const text = (selector: string): string => element.querySelector(selector)?.textContent ?? ''
      return {
        rule,
        severity: ['error', 'warning', 'info'].find(name => element.classList.contains(name)) ?? '',
        start: start === undefined ? null : Number(start),
        end: end === undefined ? null : Number(end),
        reason: text('.reason'),
        words: text('.words')
      }
    })
  )
}

/** The findings of the command line, which has the same core, in the order of the document. */
export async function findingsOf(path: string): Promise<Omit<Told, 'words'>[]> {
  const {report} = check(await readOnDemand(readFileSync(path), basename(path)), basename(path))
  return report.messages
    .map(({ruleId, severity, place, reason}) => ({
      rule: ruleId,
      severity,
      start: place?.start.offset ?? null,
      end: place?.end.offset ?? null,
      reason
    }))
    .sort((a, b) => (a.start ?? -1) - (b.start ?? -1) || (b.end ?? -1) - (a.end ?? -1))
}

/** Opens one of the parts of the page about a document. */
export async function openView(page: Page, name: string): Promise<void> {
  await page.locator('.views').getByRole('button', {name, exact: true}).click()
}
