import {once} from 'node:events'
import {readFileSync, statSync, writeFileSync} from 'node:fs'
import {createServer} from 'node:http'
import type {AddressInfo} from 'node:net'
import {join} from 'node:path'
import type {Browser} from 'playwright-core'
import {afterAll, beforeAll, describe, expect, it} from 'vitest'
import {corpusFolder} from '../../src/scripts/corpus.ts'
import {startChromium} from '../helpers/chromium.ts'
import {type Built, builtPage, dropBytes, dropFile, findingsOf, findingsOn, openPage, openView, outside} from '../helpers/offline-page.ts'

/** What the file may weigh: it travels by e-mail and on sticks. README.md names the size. */
const budget = 1_600_000

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

const corpus = (name: string): string => join(corpusFolder, name)
const pdf = (name: string): string => join(corpusFolder, '..', 'test', 'fixtures', 'pdf', name)

describe('the file', () => {
  it('keeps to its budget, and README says how large it is', () => {
    const size = statSync(built.path).size
    expect(size).toBeLessThan(budget)
    const said = /planlint\.html`? \((\d\.\d) MB/.exec(readFileSync(join(corpusFolder, '..', 'README.md'), 'utf8'))?.[1]
    expect(Math.abs(Number(said) - size / 1_000_000)).toBeLessThan(0.06)
  })

  it('names no other file and no address to fetch from', () => {
    const text = readFileSync(built.path, 'utf8')
    const [markup = ''] = text.split('<script type="application/octet-stream"')
    expect(markup).not.toMatch(/\s(?:src|href)=|@import|url\((?!["']?data:)/)
    expect(markup).toContain("default-src 'none'; connect-src 'none'")
    expect(markup).not.toContain('unsafe')
  })

  it('stops whatever somebody might slip into it', async () => {
    const asked: string[] = []
    const server = createServer(({url}, response) => {
      asked.push(url ?? '')
      response.end()
    }).listen(0, '127.0.0.1')
    await once(server, 'listening')
    const address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
    const slipped = `<script>window.slipped = true</script><img src="${address}/image"><link rel="stylesheet" href="${address}/style">`
    const text = readFileSync(built.path, 'utf8').replace(/<\/body>\s*<\/html>\s*$/, `${slipped}</body></html>`)
    const found: [unknown, number][] = []
    for (const page of [text, text.replace(/<meta http-equiv="Content-Security-Policy"[^>]*>/, '')]) {
      const path = `${built.path}.slipped.html`
      writeFileSync(path, page)
      asked.length = 0
      const opened = await openPage(browser, path)
      await opened.page.waitForTimeout(300)
      found.push([await opened.page.evaluate('window.slipped'), asked.length])
      await opened.page.context().close()
    }
    server.close()
    // Without the policy all of it would have gone through.
    expect(found).toEqual([
      [undefined, 0],
      [true, 2]
    ])
  })

  it('lets neither page nor worker connect to anything', async () => {
    const {page} = await openPage(browser, built.path)
    const tried = await page.evaluate(async () => {
      const inPage = await fetch('http://127.0.0.1:9/').then(
        () => 'connected',
        error => String(error)
      )
      const code = "fetch('http://127.0.0.1:9/').then(() => postMessage('connected'), error => postMessage(String(error)))"
      const refused: string[] = []
      document.addEventListener('securitypolicyviolation', ({effectiveDirective}) => refused.push(effectiveDirective))
      const worker = new Worker(URL.createObjectURL(new Blob([code])))
      const inWorker = await new Promise<string>(resolve => {
        worker.onmessage = ({data}) => resolve(data)
      })
      await fetch('http://127.0.0.1:9/').catch(() => undefined)
      return {inPage, inWorker, refused}
    })
    expect(tried.inPage).toContain('Failed to fetch')
    expect(tried.inWorker).toContain('Failed to fetch')
    expect(tried.refused).toContain('connect-src')
    await page.context().close()
  })
})

describe('a document dropped on it', () => {
  const names = [
    'child-in-need/cin-11.docx',
    'child-in-need/cin-13.md',
    'child-in-need/cin-15.html',
    'child-in-need/cin-16.txt',
    'child-protection/cp-11.docx',
    'child-protection/cp-13.docx',
    'child-protection/cp-14.md',
    'child-protection/cp-15.html',
    'before-proceedings/lbp-11.docx',
    'before-proceedings/lbp-13.md',
    'before-proceedings/lbp-15.html',
    'before-proceedings/lbp-16.txt'
  ]
  const paths = [...names.map(corpus), pdf('cin-02.pdf'), pdf('cp-01.pdf'), pdf('lbp-10.pdf')]

  it.each(paths)('gives the findings of the command line, and asks the network for nothing: %s', async path => {
    const opened = await openPage(browser, built.path)
    await dropFile(opened.page, path)
    const told = await findingsOn(opened.page)
    expect(told.length).toBeGreaterThan(0)
    expect(told.map(({words: _, ...rest}) => rest)).toEqual(await findingsOf(path))
    for (const view of ['How I read it', 'Family’s copy', 'Page for supervision', 'Take away']) await openView(opened.page, view)
    expect(outside(opened, built.path)).toEqual([])
    expect(opened.complaints).toEqual([])
    await opened.page.context().close()
  })

  it('is marked on its words, all of them', async () => {
    const {page} = await openPage(browser, built.path)
    await dropFile(page, corpus('child-protection/cp-14.md'))
    const told = (await findingsOn(page)).filter(({start}) => start !== null)
    for (const [index, {words}] of told.entries()) {
      const number = await page.locator('.finding[data-start]').nth(index).getAttribute('data-number')
      const marked = (await page.locator(`mark[data-passage="${number}"]`).allTextContents()).join('')
      const plain = (text: string): string => text.replace(/\d+(?=\D|$)|[\s“”]/g, '')
      if (!words.includes('…')) expect(plain(marked)).toContain(plain(words).slice(0, 12))
    }
    await page.context().close()
  })

  it('that cannot be read says what to do, and the next one still can', async () => {
    const {page} = await openPage(browser, built.path)
    await dropBytes(page, Buffer.from([0xd0, 0xcf, 0x11, 0xe0, ...Buffer.from('WordDocument', 'utf16le')]), 'old.doc')
    await page.locator('.govuk-error-summary').waitFor()
    expect(await page.locator('.govuk-error-summary').textContent()).toContain('save it as .docx')
    await page.getByRole('button', {name: 'Check another document'}).click()
    await dropFile(page, corpus('child-protection/cp-14.md'))
    expect((await findingsOn(page)).length).toBeGreaterThan(0)
    await page.context().close()
  })

  it('cannot bring mark-up of its own to life', async () => {
    const {page, complaints} = await openPage(browser, built.path)
    const text =
      '# Child in need plan\n\n<img src=x onerror="window.slipped=1"> &lt;img src=x onerror="window.slipped=1"&gt; Dawn is hostile.'
    await dropBytes(page, Buffer.from(text), '<img src=x onerror=1>.md')
    await page.locator('.finding').first().waitFor()
    expect(await page.locator('.sheet img').count()).toBe(0)
    expect(await page.evaluate('window.slipped')).toBeUndefined()
    expect(complaints).toEqual([])
    await page.context().close()
  })
})
