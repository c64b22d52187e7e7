import {readFileSync} from 'node:fs'
import {basename, join} from 'node:path'
import {pathToFileURL} from 'node:url'
import type {Browser, Page} from 'puppeteer-core'
import {afterAll, beforeAll, expect, it} from 'vitest'
import {corpusFolder} from '../../src/scripts/corpus.ts'
import {startFirefox} from '../helpers/firefox.ts'
import {type Built, builtPage, findingsOf} from '../helpers/offline-page.ts'

let browser: Browser
let built: Built
beforeAll(async () => {
  browser = await startFirefox()
  built = await builtPage()
}, 180_000)
afterAll(async () => {
  await browser?.close()
  built?.remove()
})

async function drop(page: Page, path: string): Promise<void> {
  await page.evaluate(
    (letters, name) => {
      const data = new DataTransfer()
      data.items.add(new File([Uint8Array.from(atob(letters), letter => letter.charCodeAt(0))], name))
      document.querySelector('.drop')?.dispatchEvent(new DragEvent('drop', {dataTransfer: data, bubbles: true}))
    },
    readFileSync(path).toString('base64'),
    basename(path)
  )
  await page.waitForFunction(
    () =>
      document.querySelectorAll('.finding').length > 0 &&
      document.querySelectorAll('.finding').length === Number(/^\d+/.exec(document.querySelector('.walk-status')?.textContent ?? '')?.[0])
  )
}

const paths = [
  join(corpusFolder, 'child-protection/cp-13.docx'),
  join(corpusFolder, 'child-protection/cp-14.md'),
  join(corpusFolder, 'before-proceedings/lbp-15.html'),
  join(corpusFolder, '../test/fixtures/pdf/cin-02.pdf')
]

it.each(paths)('in Firefox too, a document dropped from disk gives the findings of the command line: %s', async path => {
  const page = await browser.newPage()
  const requests: string[] = []
  page.on('request', request => requests.push(request.url()))
  const errors: string[] = []
  page.on('pageerror', error => errors.push(String(error)))
  await page.goto(pathToFileURL(built.path).href)
  await page.waitForSelector('h1')
  await drop(page, path)
  const told = await page.$$eval('.finding', elements =>
    elements.map(element => {
      const {rule, start} = (element as HTMLElement).dataset
      return [rule, start === undefined ? null : Number(start)]
    })
  )
  expect(told).toEqual((await findingsOf(path)).map(({rule, start}) => [rule, start]))
  expect(requests.filter(address => !address.startsWith('file:') && !address.startsWith('blob:'))).toEqual([])
  expect(errors).toEqual([])
  await page.close()
})

it('in Firefox too, one walks by keyboard, changes words and sees the finding go', async () => {
  const page = await browser.newPage()
  await page.goto(pathToFileURL(built.path).href)
  await page.waitForSelector('h1')
  await drop(page, join(corpusFolder, 'child-protection/cp-14.md'))
  await page.keyboard.press('n')
  expect(await page.evaluate(() => document.activeElement?.className)).toBe('finding-title')
  await page.evaluate(() => {
    const title = [...document.querySelectorAll<HTMLElement>('.finding-title')].find(({textContent}) =>
      textContent?.includes('keeps an eye')
    )
    title?.click()
  })
  await page.waitForSelector('.finding-actions')
  await page.evaluate(() => {
    const edit = [...document.querySelectorAll<HTMLElement>('.finding-actions button')].find(
      ({textContent}) => textContent === 'Change the words'
    )
    edit?.click()
  })
  await page.waitForSelector('#edit')
  await page.focus('#edit')
  await page.keyboard.down('Control')
  await page.keyboard.press('a')
  await page.keyboard.up('Control')
  await page.keyboard.type('The register.')
  await page.waitForFunction(() => !document.querySelector('.finding-list')?.textContent?.includes('keeps an eye'))
  await page.keyboard.press('Enter')
  await page.waitForFunction(() => !document.querySelector('#edit'))
  expect(await page.$eval('.sheet', sheet => sheet.textContent)).not.toContain('keeps an eye')
  await page.close()
})
