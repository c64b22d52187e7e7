import {join} from 'node:path'
import type {Browser, BrowserContextOptions, Page} from 'playwright-core'
import {afterAll, beforeAll, describe, expect, it} from 'vitest'
import {corpusFolder} from '../../src/scripts/corpus.ts'
import {violations} from '../helpers/axe.ts'
import {startChromium} from '../helpers/chromium.ts'
import {type Built, builtPage, dropBytes, dropFile, openPage, openView} from '../helpers/offline-page.ts'

let browser: Browser
let built: Built
beforeAll(async () => {
  browser = await startChromium()
  built = await builtPage()
}, 180_000)
afterAll(async () => {
  await browser?.close()
  built?.remove()
})

/** 320 pixels: a wide screen at 400 %, or a small phone. */
const narrow = {width: 320, height: 640}
const views = ['How I read it', 'Family’s copy', 'Page for supervision', 'Take away']

async function openSample(options: BrowserContextOptions = {}): Promise<Page> {
  const {page} = await openPage(browser, built.path, options)
  await page.getByRole('button', {name: 'Try it on a sample plan'}).click()
  await page.locator('.finding').first().waitFor()
  return page
}

/** How far the page can be scrolled sideways. */
const sideways = (page: Page): Promise<number> => page.evaluate(() => document.documentElement.scrollWidth - innerWidth)

describe.each([
  ['a desktop', {}],
  ['320 pixels', {viewport: narrow}],
  ['the reader’s own colours', {forcedColors: 'active'}]
] as const)('on %s', (_, options: BrowserContextOptions) => {
  it('breaks no rule of accessibility in any state', async () => {
    const found: Record<string, string[]> = {}
    const {page: start} = await openPage(browser, built.path, options)
    found.start = await violations(start)
    await start.getByText('How can I be sure?').click()
    found.sure = await violations(start)
    await dropBytes(start, new Uint8Array([0x89, 0x50, 0x4e, 0x47]), 'photo.png')
    await start.locator('.govuk-error-summary').waitFor()
    found.unread = await violations(start)
    await start.context().close()

    const page = await openSample(options)
    found.findings = await violations(page)
    await page.getByText('Change the kind of document or the date').click()
    await page.getByLabel('Day').fill('40')
    await page.getByRole('button', {name: 'Check again'}).click()
    await page.getByText('Search, or choose by rule').click()
    await page.getByText('Keyboard', {exact: true}).click()
    found.corrected = await violations(page)
    await page.locator('.finding-title', {hasText: 'hard to engage'}).click()
    found.opened = await violations(page)
    await page.getByRole('button', {name: 'Put aside', exact: true}).click()
    await page.keyboard.press('Enter')
    found.dismissing = await violations(page)
    await page.keyboard.type('x')
    await page.keyboard.press('Enter')
    await page.getByText('1 put aside').click()
    found.aside = await violations(page)
    await page.getByLabel('Show an “Edit” button at every part').check()
    await page.locator('.sheet .edit-button').nth(12).click()
    await page.locator('#edit').waitFor()
    found.editing = await violations(page)
    await page.keyboard.press('Escape')
    for (const view of views) {
      await openView(page, view)
      found[view] = await violations(page)
    }
    expect(Object.fromEntries(Object.entries(found).filter(([, faults]) => faults.length > 0))).toEqual({})
    await page.context().close()
  }, 240_000)
})

describe('at 400 %', () => {
  it('never scrolls sideways, whatever is open', async () => {
    const {page} = await openPage(browser, built.path, {viewport: narrow})
    expect(await sideways(page)).toBeLessThanOrEqual(0)
    await dropFile(page, join(corpusFolder, 'child-protection/cp-13.docx'))
    await page.locator('.finding-title').first().click()
    expect(await sideways(page)).toBeLessThanOrEqual(0)
    await page.locator('.sheet td p').first().dblclick()
    await page.locator('#edit').waitFor()
    expect(await sideways(page)).toBeLessThanOrEqual(0)
    for (const view of views) {
      await openView(page, view)
      expect(await sideways(page), view).toBeLessThanOrEqual(0)
    }
    await page.context().close()
  })
})

describe('by keyboard alone', () => {
  it('reaches the start, a file, a finding, its words and the take-away, with a focus that can be seen', async () => {
    const {page} = await openPage(browser, built.path)
    const seen: string[] = []
    const visible: boolean[] = []
    for (let index = 0; index < 8; index++) {
      await page.keyboard.press('Tab')
      const [name, isSeen] = await page.evaluate(() => {
        const here = document.activeElement as HTMLElement
        const shown = here.matches('input[type=file]') ? (here.nextElementSibling as HTMLElement) : here
        const {outlineStyle, outlineWidth, boxShadow} = getComputedStyle(shown)
        return [
          here.id || here.textContent?.trim() || here.tagName,
          (outlineStyle !== 'none' && outlineWidth !== '0px') || boxShadow !== 'none'
        ]
      })
      seen.push(String(name))
      visible.push(Boolean(isSeen))
    }
    for (const name of ['Skip to main content', 'Clear everything', 'file', 'Try it on a sample plan', 'paste', 'How can I be sure?']) {
      expect(seen).toContain(name)
    }
    expect(visible.slice(0, 6)).not.toContain(false)
    await page.context().close()
  })

  it('says aloud what has happened, and starts a new page at its heading', async () => {
    const page = await openSample()
    expect(await page.locator('p.unseen[role=status]').textContent()).toMatch(/^Sample plan is read: 1 error, \d+ warnings/)
    expect(await page.evaluate(() => document.activeElement?.tagName)).toBe('H1')
    await page.context().close()
  })
})
