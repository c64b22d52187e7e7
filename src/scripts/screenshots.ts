/** `npm run screenshots`: pictures of the HTML report and of the offline page for the README, on a desktop and on a phone. */
import {mkdtempSync, rmSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {fileURLToPath, pathToFileURL} from 'node:url'
import type {Browser, Page} from 'playwright-core'
import {startChromium} from '../../test/helpers/chromium.ts'
import {run} from '../cli/run.ts'
import {buildPage} from './build-page.ts'

const root = fileURLToPath(new URL('../..', import.meta.url))
const plan = 'corpus/child-in-need/cin-12.docx'

async function writeReport(path: string): Promise<void> {
  const nothing = (): void => undefined
  const input = async (): Promise<Uint8Array> => new Uint8Array()
  const io = {cwd: root, out: nothing, err: console.error, input, columns: null, colour: false, progress: false}
  await run(['--no-config', '--format', 'html', '--output-file', path, plan], io)
}

/** `keys` are pressed before the picture is taken. */
async function takePicture(
  browser: Browser,
  report: string,
  name: string,
  viewport: {width: number; height: number},
  keys: readonly string[]
) {
  const page = await browser.newPage({viewport})
  await page.goto(pathToFileURL(report).href)
  for (const key of keys) await page.keyboard.press(key)
  await page.screenshot({path: join(root, 'docs', name)})
  await page.close()
}

/** Opens the offline page with its sample plan. */
async function openSample(browser: Browser, path: string, viewport: {width: number; height: number}): Promise<Page> {
  const page = await browser.newPage({viewport})
  await page.goto(pathToFileURL(path).href)
  await page.getByRole('button', {name: 'Try it on a sample plan'}).click()
  await page.locator('.finding').first().waitFor()
  return page
}

async function takePagePictures(browser: Browser, path: string): Promise<void> {
  const keep = async (page: Page, name: string): Promise<void> => {
    await page.waitForTimeout(300)
    await page.screenshot({path: join(root, 'docs', name)})
  }
  const page = await openSample(browser, path, {width: 1280, height: 900})
  await keep(page, 'page.png')
  await page.locator('.finding-title', {hasText: 'hard to engage'}).click()
  await keep(page, 'page-finding.png')
  await page.locator('.views').getByRole('button', {name: 'Family’s copy'}).click()
  await page.evaluate('scrollTo(0, 0)')
  await keep(page, 'page-family.png')
  await page.close()
  const phone = await browser.newPage({viewport: {width: 390, height: 844}})
  await phone.goto(pathToFileURL(path).href)
  await keep(phone, 'page-phone.png')
  await phone.close()
  const overview = await openSample(browser, path, {width: 390, height: 844})
  await overview.locator('#overview-heading').scrollIntoViewIfNeeded()
  await overview.evaluate("document.querySelector('#overview-heading').scrollIntoView()")
  await keep(overview, 'page-phone-overview.png')
  await overview.close()
}

const folder = mkdtempSync(join(tmpdir(), 'planlint-screenshots-'))
const browser = await startChromium()
try {
  const report = join(folder, 'report.html')
  await writeReport(report)
  await takePicture(browser, report, 'html-report.png', {width: 1280, height: 1320}, [])
  await takePicture(browser, report, 'html-report-finding.png', {width: 1280, height: 800}, ['n', 'n', 'n', 'n', 'n', 'n', 'n', 'n'])
  await takePicture(browser, report, 'html-report-phone.png', {width: 390, height: 844}, ['n', 'n', 'n', 'n', 'Enter'])
  const offline = join(folder, 'planlint.html')
  await buildPage(offline)
  await takePagePictures(browser, offline)
} finally {
  await browser.close()
  rmSync(folder, {recursive: true, force: true})
}
