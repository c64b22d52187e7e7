/** `npm run pictures:audit`: pictures of an audit of the corpus for the README: the dashboard in Chromium, the workbook in LibreOffice. */
import {execFileSync} from 'node:child_process'
import {mkdtempSync, renameSync, rmSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {fileURLToPath, pathToFileURL} from 'node:url'
import {startChromium} from '../../test/helpers/chromium.ts'
import {run} from '../cli/run.ts'

const root = fileURLToPath(new URL('../..', import.meta.url))
const folder = mkdtempSync(join(tmpdir(), 'planlint-pictures-'))
const browser = await startChromium()
try {
  const nothing = (): void => undefined
  const io = {
    cwd: root,
    out: nothing,
    err: console.error,
    input: async () => new Uint8Array(),
    columns: null,
    colour: false,
    progress: false
  }
  const results = join(folder, 'results')
  await run(['audit', 'corpus', '-o', results, '--no-config', '--no-cache', '--key-file', join(folder, 'key')], io)
  const page = await browser.newPage({viewport: {width: 1280, height: 1250}})
  await page.goto(pathToFileURL(join(results, 'dashboard.html')).href)
  await page.screenshot({path: join(root, 'docs/audit-dashboard.png')})
  await page.setViewportSize({width: 1280, height: 800})
  await page.evaluate("document.querySelector('#rules').scrollIntoView()")
  await page.screenshot({path: join(root, 'docs/audit-teaching.png')})
  const office = ['--headless', '--norestore', `-env:UserInstallation=${pathToFileURL(join(folder, 'profile'))}`]
  execFileSync('soffice', [...office, '--convert-to', 'pdf', '--outdir', folder, join(results, 'audit.xlsx')], {stdio: 'ignore'})
  execFileSync('pdftoppm', ['-r', '80', '-l', '1', '-singlefile', '-png', join(folder, 'audit.pdf'), join(folder, 'workbook')])
  renameSync(join(folder, 'workbook.png'), join(root, 'docs/audit-workbook.png'))
} finally {
  await browser.close()
  rmSync(folder, {recursive: true, force: true})
}
