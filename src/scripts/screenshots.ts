/** `npm run screenshots`: pictures of the HTML report of a sample plan for the README, on a desktop and on a phone. */
import {mkdtempSync, rmSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {fileURLToPath, pathToFileURL} from 'node:url'
import type {Browser} from 'playwright-core'
import {startChromium} from '../../test/helpers/chromium.ts'
import {run} from '../cli/run.ts'

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

const folder = mkdtempSync(join(tmpdir(), 'planlint-screenshots-'))
const browser = await startChromium()
try {
  const report = join(folder, 'report.html')
  await writeReport(report)
  await takePicture(browser, report, 'html-report.png', {width: 1280, height: 1320}, [])
  await takePicture(browser, report, 'html-report-finding.png', {width: 1280, height: 800}, ['n', 'n', 'n', 'n', 'n', 'n', 'n', 'n'])
  await takePicture(browser, report, 'html-report-phone.png', {width: 390, height: 844}, ['n', 'n', 'n', 'n', 'Enter'])
} finally {
  await browser.close()
  rmSync(folder, {recursive: true, force: true})
}
