import {once} from 'node:events'
import {mkdtempSync, readFileSync, rmSync, writeFileSync} from 'node:fs'
import {createServer} from 'node:http'
import type {AddressInfo} from 'node:net'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {pathToFileURL} from 'node:url'
import type {Browser, BrowserContextOptions, Page} from 'playwright-core'
import {afterAll, beforeAll, describe, expect, it} from 'vitest'
import {check, failure, html, ReadError, readOnDemand, reportOf} from '../../src/index.ts'
import {corpusFolder} from '../../src/scripts/corpus.ts'
import {planOfWords} from '../bench/plans.ts'
import {violations} from '../helpers/axe.ts'
import {startChromium} from '../helpers/chromium.ts'
import {htmlReport} from '../helpers/report.ts'

const wide = {width: 1280, height: 900}
const narrow = {width: 320, height: 640}

let browser: Browser
let folder = ''
/** Paths of report files. */
const files = {plan: '', long: '', many: ''}

beforeAll(async () => {
  browser = await startChromium()
  folder = mkdtempSync(join(tmpdir(), 'planlint-html-'))
  const write = (name: string, page: string): string => {
    writeFileSync(join(folder, name), page)
    return join(folder, name)
  }
  const plan = 'child-protection/cp-13.docx'
  files.plan = write('plan.html', (await htmlReport(readFileSync(join(corpusFolder, plan)), plan)).page)
  // 3,600 words: more than ten pages of a Word file.
  files.long = write('long.html', (await htmlReport(planOfWords(4000, 7), 'plans/long.docx')).page)
  const paths = ['child-in-need/cin-15.html', 'before-proceedings/lbp-13.md', 'other/unk-11.txt']
  const checked = await Promise.all(
    paths.map(async path => ({path, ...check(await readOnDemand(readFileSync(join(corpusFolder, path)), path), path, {keepTree: true})}))
  )
  const failed = failure(new ReadError('encrypted', 'This file is locked with a password: take it off in Word.'), 'locked.docx')
  const sources = new Map(checked.map(({path, source}) => [path, source]))
  files.many = write('many.html', html(reportOf([...checked.map(({report}) => report), failed]), sources))
}, 120_000)
afterAll(async () => {
  await browser?.close()
  rmSync(folder, {recursive: true, force: true})
})

interface Opened {
  page: Page
  /** Addresses the page asked for, itself included. */
  requests: string[]
  /** What the browser complained of. */
  complaints: string[]
}

async function open(path: string, options: BrowserContextOptions = {}): Promise<Opened> {
  const context = await browser.newContext({viewport: wide, ...options})
  const page = await context.newPage()
  const requests: string[] = []
  const complaints: string[] = []
  const session = await context.newCDPSession(page)
  await session.send('Network.enable')
  session.on('Network.requestWillBeSent', ({request}) => requests.push(request.url))
  page.on('console', message => complaints.push(message.text()))
  page.on('pageerror', error => complaints.push(error.message))
  await page.goto(pathToFileURL(path).href)
  return {page, requests, complaints}
}

/** The number of the finding whose title, or whose number in the document, has the focus. */
const focused = (page: Page): Promise<string | null> =>
  page.evaluate(() => {
    const {activeElement: here} = document
    const note = here?.closest<HTMLElement>('.finding')?.dataset.note
    const reference = (here as HTMLElement | null)?.dataset.reference
    return note ? `finding ${note}` : reference ? `words ${reference}` : null
  })

const isInView = (page: Page, selector: string): Promise<boolean> =>
  page
    .locator(selector)
    .first()
    .evaluate(element => {
      const {top, bottom} = element.getBoundingClientRect()
      return bottom > 0 && top < innerHeight
    })

describe('the file', () => {
  it.each(['plan', 'long', 'many'] as const)('opens from disk, asks for nothing else, and breaks no rule of its own: %s', async name => {
    const {page, requests, complaints} = await open(files[name])
    await page.locator('.finding .why summary').first().click()
    await page.keyboard.press('n')
    await page.locator('.more summary').first().click()
    await page.locator('[data-search]').first().fill('nobody')
    await page.keyboard.press('Enter')
    await page.emulateMedia({media: 'print'})
    await page.waitForTimeout(200)
    expect(requests).toEqual([pathToFileURL(files[name]).href])
    expect(complaints).toEqual([])
    await page.context().close()
  })

  it('stops whatever somebody might slip into it', async () => {
    const asked: string[] = []
    const server = createServer(({url}, response) => {
      asked.push(url ?? '')
      response.end()
    }).listen(0, '127.0.0.1')
    await once(server, 'listening')
    const address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
    const slipped = `<script>window.slipped = true</script><img src="${address}/image"><link rel="stylesheet" href="${address}/style"><iframe src="${address}/frame"></iframe>`
    const policy = /<meta http-equiv="Content-Security-Policy"[^>]*>/
    const report = readFileSync(files.plan, 'utf8').replace('</body>', `${slipped}</body>`)
    const found: [unknown, number][] = []
    for (const text of [report, report.replace(policy, '')]) {
      const path = join(folder, 'slipped.html')
      writeFileSync(path, text)
      asked.length = 0
      const {page} = await open(path)
      await page.waitForTimeout(300)
      found.push([await page.evaluate('window.slipped'), asked.length])
      await page.context().close()
    }
    server.close()
    // Without the policy all of it would have gone through.
    expect(found).toEqual([
      [undefined, 0],
      [true, 3]
    ])
  })

  it('can be read without its script', async () => {
    const {page} = await open(files.plan, {javaScriptEnabled: false})
    expect(await page.locator('.filters').isVisible()).toBe(false)
    await page.locator('.finding a.title').nth(3).click()
    expect(page.url()).toMatch(/#d1-m\d+$/)
    expect(await isInView(page, 'mark:target')).toBe(true)
    await page.context().close()
  })
})

describe('axe', () => {
  const states: [string, (page: Page) => Promise<unknown>, BrowserContextOptions?][] = [
    ['as it opens', async () => undefined],
    ['filtered by severity', page => page.locator('fieldset input').first().uncheck()],
    [
      'filtered by rule',
      async page =>
        page
          .locator('.more summary')
          .first()
          .click()
          .then(() => page.locator('select').first().selectOption({index: 2}))
    ],
    [
      'with nothing left',
      async page =>
        page
          .locator('.more summary')
          .first()
          .click()
          .then(() => page.locator('[data-search]').first().fill('no such words'))
    ],
    ['with a finding in focus', page => page.keyboard.press('n')],
    ['with a number in focus', async page => page.keyboard.press('n').then(() => page.keyboard.press('Enter'))],
    ['with everything opened', page => page.evaluate(() => document.querySelectorAll('details').forEach(part => void (part.open = true)))],
    ['in print', page => page.emulateMedia({media: 'print'})],
    ['at 320 pixels', async () => undefined, {viewport: narrow}],
    [
      'at 320 pixels, opened',
      page => page.evaluate(() => document.querySelectorAll('details').forEach(part => void (part.open = true))),
      {viewport: narrow}
    ],
    ['in the dark', page => page.keyboard.press('n'), {colorScheme: 'dark'}],
    ['in forced colours', page => page.keyboard.press('n'), {forcedColors: 'active'}]
  ]

  it.each(states)('finds nothing wrong %s', async (_, change, options) => {
    const {page} = await open(files.plan, options)
    await change(page)
    expect(await violations(page)).toEqual([])
    await page.context().close()
  })

  it.each([wide, narrow])('finds nothing wrong in several documents: %o', async viewport => {
    const {page} = await open(files.many, {viewport})
    expect(await violations(page)).toEqual([])
    await page.context().close()
  })

  it('finds nothing wrong in ten pages', async () => {
    const {page} = await open(files.long)
    expect(await page.locator('.finding').count()).toBeGreaterThan(60)
    expect(await violations(page)).toEqual([])
    await page.context().close()
  })
})

describe('the keyboard', () => {
  it('walks through all findings and back, with their words in view', async () => {
    const {page} = await open(files.plan)
    const numbers = await page.locator('.finding').evaluateAll(all => all.map(element => (element as HTMLElement).dataset.note))
    for (const [index, number] of numbers.entries()) {
      await page.keyboard.press(index % 2 ? 'j' : 'n')
      expect(await focused(page)).toBe(`finding ${number}`)
      expect(await isInView(page, `[data-note="${number}"]`)).toBe(true)
      const mark = `mark[data-passage="${number}"]`
      if ((await page.locator(mark).count()) > 0) expect(await isInView(page, mark), `words ${number}`).toBe(true)
    }
    await page.keyboard.press('n')
    expect(await focused(page)).toBe(`finding ${numbers.at(-1)}`)
    for (const number of numbers.toReversed().slice(1)) {
      await page.keyboard.press(Number(number) % 2 ? 'p' : 'k')
      expect(await focused(page)).toBe(`finding ${number}`)
    }
    await page.context().close()
  })

  it('goes from a finding to its words and back with Enter, and walks on in the document', async () => {
    for (const viewport of [wide, narrow]) {
      const {page} = await open(files.plan, {viewport})
      const place = await page
        .locator('.finding a.title')
        .first()
        .evaluate(title => title.closest<HTMLElement>('.finding')?.dataset.note)
      await page.locator('.finding a.title').first().focus()
      await page.keyboard.press('Enter')
      expect(await focused(page)).toBe(`words ${place}`)
      expect(await isInView(page, `[data-reference="${place}"]`)).toBe(true)
      expect(await page.locator(`mark.current[data-passage="${place}"]`).count()).toBeGreaterThan(0)
      await page.keyboard.press('n')
      const next = await focused(page)
      expect(next).toMatch(/^words \d+$/)
      expect(next).not.toBe(`words ${place}`)
      await page.keyboard.press('p')
      await page.keyboard.press('Enter')
      expect(await focused(page)).toBe(`finding ${place}`)
      expect(await isInView(page, `[data-note="${place}"]`)).toBe(true)
      await page.context().close()
    }
  })

  it('leaves keys alone while somebody types, with a modifier, and when switched off', async () => {
    const {page} = await open(files.plan)
    await page.locator('.more summary').first().click()
    await page.locator('[data-search]').focus()
    await page.keyboard.type('n')
    expect(await page.locator('[data-search]').inputValue()).toBe('n')
    await page.locator('[data-search]').fill('')
    await page.locator('h1').click()
    await page.keyboard.press('Control+j')
    expect(await focused(page)).toBe(null)
    await page.locator('.keyboard summary').click()
    await page.locator('[data-keys]').uncheck()
    await page.keyboard.press('n')
    expect(await focused(page)).toBe(null)
    await page.locator('[data-keys]').check()
    await page.keyboard.press('n')
    expect(await focused(page)).toMatch(/^finding/)
    await page.context().close()
  })

  it('reaches everything with Tab, and shows where it is', async () => {
    for (const viewport of [wide, narrow]) {
      const {page} = await open(files.many, {viewport})
      await page.waitForTimeout(100)
      const wanted = await page.evaluate(
        () =>
          [...document.querySelectorAll<HTMLElement>('a[href], button, input, select, summary, [tabindex="0"]')].filter(element =>
            element.checkVisibility()
          ).length
      )
      const unseen = await page.evaluate(() => document.querySelectorAll('a.skip').length)
      const stops: string[] = []
      for (;;) {
        await page.keyboard.press('Tab')
        const stop = await page.evaluate(() => {
          const here = document.activeElement as HTMLElement
          if (here === document.body || here.dataset.seen) return null
          here.dataset.seen = 'yes'
          const {outlineStyle, outlineColor, outlineWidth, backgroundColor} = getComputedStyle(here)
          const isSeen =
            outlineStyle !== 'none' &&
            outlineWidth !== '0px' &&
            (!/^rgba.*, 0\)$/.test(outlineColor) || backgroundColor === 'rgb(255, 221, 0)')
          const {top, bottom} = here.getBoundingClientRect()
          return `${isSeen && bottom > 0 && top < innerHeight ? 'seen' : 'not seen'}: ${here.outerHTML.slice(0, 100)}`
        })
        if (stop === null) break
        stops.push(stop)
      }
      expect(stops.filter(stop => stop.startsWith('not seen'))).toEqual([])
      expect(unseen).toBe(1)
      expect(stops.length).toBe(wanted)
      await page.context().close()
    }
  })
})

describe('the pointer', () => {
  it('goes from words to what is said of them, and from there to the words', async () => {
    const {page} = await open(files.plan)
    const mark = page.locator('mark').last()
    const number = await mark.getAttribute('data-passage')
    await mark.click({position: {x: 4, y: 6}})
    expect(await focused(page)).toBe(`finding ${number}`)
    expect(await page.locator(`.finding.current[data-note="${number}"]`).count()).toBe(1)
    await page.locator(`.finding[data-note="${number}"] a.title`).click()
    expect(await focused(page)).toBe(`words ${number}`)
    await page.locator('[data-step="-1"]').click()
    expect(await focused(page)).toMatch(/^words/)
    await page.context().close()
  })
})

describe('filters', () => {
  it('show the findings of a severity, of a rule, or with some words, in the list and in the document', async () => {
    const {page} = await open(files.plan)
    const all = await page.locator('.finding').count()
    const shown = (): Promise<(string | undefined)[]> =>
      page.locator('.finding:visible').evaluateAll(list => list.map(element => (element as HTMLElement).dataset.severity))
    const consistent = (): Promise<boolean> =>
      page.evaluate(() =>
        [...document.querySelectorAll<HTMLElement>('.finding')].every(finding => {
          const number = finding.dataset.note
          const marks = [...document.querySelectorAll(`mark[data-passage="${number}"]`)]
          const reference = document.querySelector<HTMLElement>(`[data-reference="${number}"]`)
          return (
            marks.every(mark => mark.classList.contains('off') === finding.hidden) && (!reference || reference.hidden === finding.hidden)
          )
        })
      )
    await page.getByLabel(/^Warnings/).uncheck()
    expect(new Set(await shown())).not.toContain('warning')
    expect(await consistent()).toBe(true)
    await page.getByLabel(/^Warnings/).check()
    await page.locator('.more summary').first().click()
    const rule = await page.locator('.finding').last().getAttribute('data-rule')
    await page.getByLabel('About').selectOption(rule)
    const ofRule = await page.locator(`.finding[data-rule="${rule}"]`).count()
    expect((await shown()).length).toBe(ofRule)
    expect(await page.getByRole('status').textContent()).toBe(`${ofRule} of ${all} findings shown`)
    expect(await consistent()).toBe(true)
    await page.keyboard.press('Escape')
    await page.locator('h1').click()
    for (let step = 0; step <= ofRule; step++) await page.keyboard.press('n')
    const last = await page.locator(`.finding[data-rule="${rule}"]`).last().getAttribute('data-note')
    expect(await focused(page)).toBe(`finding ${last}`)
    await page.getByLabel('About').selectOption('')
    await page.getByLabel('With the words').fill('NO SUCH words')
    expect(await shown()).toEqual([])
    await page.getByLabel('With the words').fill('')
    expect((await shown()).length).toBe(all)
    await page.context().close()
  })
})

describe('its look', () => {
  it.each([320, 390, 768, 1024, 1920])('fits a window %i pixels wide without scrolling sideways', async width => {
    for (const file of [files.plan, files.many]) {
      const {page} = await open(file, {viewport: {width, height: 800}})
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width)
      await page.context().close()
    }
  })

  it('prints the document first, then all its findings as numbered notes', async () => {
    const {page} = await open(files.plan)
    await page.emulateMedia({media: 'print'})
    const tops = await page.evaluate(() =>
      ['.sheet', '.findings', '.reasons dl'].map(name => document.querySelector(name)?.getBoundingClientRect().top ?? 0)
    )
    expect(tops).toEqual([...tops].sort((a, b) => a - b))
    expect(await page.locator('.finding:visible').count()).toBe(await page.locator('.finding').count())
    expect(await page.locator('.filters, .why, .skip').evaluateAll(all => all.every(element => !element.checkVisibility()))).toBe(true)
    expect((await page.pdf({format: 'A4'})).length).toBeGreaterThan(10_000)
    await page.context().close()
  })
})
