/** How fast the page is. The computer may be busy, so the best of several tries counts: it is what the page can do. */
import {writeFileSync} from 'node:fs'
import type {Browser, Page} from 'playwright-core'
import {afterAll, beforeAll, expect, it} from 'vitest'
import {planOfWords} from '../bench/plans.ts'
import {startChromium} from '../helpers/chromium.ts'
import {type Built, builtPage, openPage} from '../helpers/offline-page.ts'

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

const tries = 5

/** Drops a file inside the page and says after how many milliseconds the first findings stood there, and the longest that no frame was drawn. */
async function timeDrop(page: Page, bytes: Uint8Array): Promise<{first: number; longest: number; findings: number}> {
  return page.evaluate(async letters => {
    const data = new DataTransfer()
    data.items.add(new File([Uint8Array.from(atob(letters), letter => letter.charCodeAt(0))], 'plan.docx'))
    let [longest, last, isOver] = [0, performance.now(), false]
    const frame = (): void => {
      const now = performance.now()
      longest = Math.max(longest, now - last)
      last = now
      if (!isOver) requestAnimationFrame(frame)
    }
    requestAnimationFrame(frame)
    const start = performance.now()
    const until = async (isThere: () => boolean): Promise<void> => {
      while (!isThere()) await new Promise(resolve => setTimeout(resolve, 2))
    }
    document.querySelector('.drop')?.dispatchEvent(new DragEvent('drop', {dataTransfer: data, bubbles: true}))
    const count = (): number => document.querySelectorAll('.finding').length
    await until(() => count() > 0)
    const first = performance.now() - start
    await until(() => Number(/^\d+/.exec(document.querySelector('.walk-status')?.textContent ?? '')?.[0]) === count())
    await new Promise(resolve => setTimeout(resolve, 300))
    isOver = true
    return {first, longest, findings: count()}
  }, Buffer.from(bytes).toString('base64'))
}

it('shows the first findings of a Word plan of 1,300 words within 1.5 seconds of the drop', async () => {
  const bytes = planOfWords(1300, 3)
  const times: number[] = []
  for (let index = 0; index < tries; index++) {
    const {page} = await openPage(browser, built.path)
    times.push((await timeDrop(page, bytes)).first)
    await page.context().close()
  }
  report('first findings', times)
  expect(Math.min(...times)).toBeLessThan(1500)
})

it('follows a change of words within a tenth of a second', async () => {
  const {page} = await openPage(browser, built.path)
  await timeDrop(page, planOfWords(1300, 3))
  await page.locator('.edit-choice input').check()
  const longest = await page.locator('.sheet [data-from]').evaluateAll(blocks => {
    const lengths = blocks.map(({textContent}) => textContent?.length ?? 0)
    return lengths.indexOf(Math.max(...lengths))
  })
  await page.locator('.sheet .edit-button').nth(longest).click()
  await page.locator('#edit').waitFor()
  const times = await page.evaluate(async count => {
    const field = document.querySelector<HTMLTextAreaElement>('#edit')
    if (!field) throw new Error('no field')
    const begun = field.value
    const times: number[] = []
    const said = (): string => document.querySelector('#edit-status')?.textContent ?? ''
    for (let index = 0; index < count; index++) {
      for (const [ending, isThere] of [
        [' He is hostile.', true],
        ['', false]
      ] as const) {
        const start = performance.now()
        field.value = begun + ending
        field.dispatchEvent(new Event('input', {bubbles: true}))
        while (said().includes('hostile') !== isThere) await new Promise(resolve => setTimeout(resolve, 1))
        times.push(performance.now() - start)
      }
    }
    return times
  }, 12)
  report('a change of words', times)
  expect(Math.min(...times)).toBeLessThan(100)
  // Most of them, too, unless others need the computer.
  expect([...times].sort((a, b) => a - b)[Math.floor(times.length / 4)]).toBeLessThan(100)
  await page.context().close()
}, 90_000)

it('reads a plan of 50 pages without standing still', async () => {
  const bytes = planOfWords(20_000, 5)
  const gaps: number[] = []
  for (let index = 0; index < 3; index++) {
    const {page} = await openPage(browser, built.path)
    const {longest, findings} = await timeDrop(page, bytes)
    expect(findings).toBeGreaterThan(200)
    gaps.push(longest)
    await page.context().close()
  }
  report('longest time without a frame, 50 pages', gaps)
  expect(Math.min(...gaps)).toBeLessThan(300)
}, 120_000)

/** For whoever wants the figures: PAGE_TIMES names a file. */
function report(name: string, times: readonly number[]): void {
  const path = process.env.PAGE_TIMES
  const line = `${name}: ${times.map(time => Math.round(time)).join(', ')} ms\n`
  if (path) writeFileSync(path, line, {flag: 'a'})
}
