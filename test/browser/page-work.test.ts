import {readFileSync} from 'node:fs'
import {join} from 'node:path'
import type {Browser, Download, Page} from 'playwright-core'
import {afterAll, beforeAll, describe, expect, it} from 'vitest'
import {check, read} from '../../src/index.ts'
import {corpusFolder} from '../../src/scripts/corpus.ts'
import {startChromium} from '../helpers/chromium.ts'
import {type Built, builtPage, dropFile, findingsOn, openPage, openView, outside} from '../helpers/offline-page.ts'
import {lookAt} from '../helpers/word-comments.ts'

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

const wordPlan = join(corpusFolder, 'child-protection/cp-13.docx')

async function openSample(): Promise<Page> {
  const {page} = await openPage(browser, built.path)
  await page.getByRole('button', {name: 'Try it on a sample plan'}).click()
  await page.locator('.finding').first().waitFor()
  return page
}

const focused = (page: Page): Promise<string> => page.evaluate(() => document.activeElement?.id ?? '')
const wordsOf = async (page: Page): Promise<string[]> => (await findingsOn(page)).map(({words}) => words)

/** Waits until the findings are such as they should be. */
async function untilFindings(page: Page, isSo: (words: string[]) => boolean): Promise<void> {
  await expect.poll(async () => isSo(await wordsOf(page)), {timeout: 10_000}).toBe(true)
}

async function downloaded(page: Page, button: string): Promise<{name: string; bytes: Uint8Array}> {
  const waiting = page.waitForEvent('download')
  await page.getByRole('button', {name: button, exact: true}).click()
  const file: Download = await waiting
  return {name: file.suggestedFilename(), bytes: readFileSync(await file.path())}
}

describe('the sample plan', () => {
  it('shows what matters before the conference', async () => {
    const page = await openSample()
    const card = (title: string) => page.locator('.card').filter({has: page.getByRole('heading', {name: title, exact: true})})
    expect(await card('If things do not get better').textContent()).toContain('a parent would not know what happens when')
    expect(await card('Each child').locator('tr').nth(3).allTextContents()).toEqual(['NoahNot foundNot foundNot foundNot found'])
    expect(await card('Each child').locator('tr').nth(1).allTextContents()).toEqual(['EllaYesYesYesYes'])
    expect(await card('Actions without a name or a date').locator('li').allTextContents()).toHaveLength(3)
    expect(await card('Who carries the load').locator('.load-name').allTextContents()).toEqual([
      'Mother: 3 actions',
      'Father: 1 action',
      'Professionals: 1 action',
      'Nobody named: 2 actions'
    ])
    expect(await card('How easy it is to read').locator('li').count()).toBe(3)
    await card('How easy it is to read').getByRole('button').first().click()
    expect(await page.evaluate(() => document.activeElement?.textContent)).toContain('hard to engage')
    await page.context().close()
  })

  it('shows how it was read, and can be corrected', async () => {
    const page = await openSample()
    await openView(page, 'How I read it')
    const read = (await page.locator('.view').textContent()) ?? ''
    for (const words of ['Ella, born 12 May 2017', 'Jo Reed (Social worker)', 'Breakfast club place to be found.', 'nobody found'])
      expect(read).toContain(words)
    await openView(page, 'Check')
    const rules = async () => [...new Set((await findingsOn(page)).map(({rule}) => rule))]
    const before = await rules()
    await page.getByText('Change the kind of document or the date').click()
    await page.getByLabel('What kind of document is this?').selectOption('letter-before-proceedings')
    await page.getByLabel('Day').fill('31')
    await page.getByLabel('Month').fill('2')
    await page.getByRole('button', {name: 'Check again'}).click()
    expect(await page.locator('#date-error').isVisible()).toBe(true)
    await page.getByLabel('Day').fill('1')
    await page.getByLabel('Month').fill('6')
    await page.getByRole('button', {name: 'Check again'}).click()
    await page.getByRole('heading', {name: 'Before the letter goes out'}).waitFor()
    expect(await page.locator('.lead').first().textContent()).toContain('Letter before proceedings for')
    expect(before).toContain('missing-owner')
    expect(await rules()).not.toContain('missing-owner')
    expect(await rules()).toContain('missing-legal-advice')
    await page.context().close()
  })
})

describe('by keyboard alone', () => {
  it('walks through the findings, opens one, goes to its words and back', async () => {
    const page = await openSample()
    const ids = await page.locator('.finding-title').evaluateAll(titles => titles.map(({id}) => id))
    for (const id of ids.slice(0, 6)) {
      await page.keyboard.press('n')
      expect(await focused(page)).toBe(id)
    }
    await page.keyboard.press('p')
    expect(await focused(page)).toBe(ids[4])
    expect(await page.locator('.finding.current').count()).toBe(1)
    await page.keyboard.press('Enter')
    const details = page.locator('.finding.current .details')
    const text = (await details.textContent()) ?? ''
    for (const part of ['Why this matters for Ella, Finn and Noah', 'Ask or write instead', 'Example', 'Where this comes from'])
      expect(text).toContain(part)
    expect(await page.locator('mark.current').count()).toBeGreaterThan(0)
    await page.getByRole('button', {name: 'Show in the document'}).press('Enter')
    expect(await page.evaluate(() => (document.activeElement as HTMLElement).dataset.reference)).toBe('5')
    await page.keyboard.press('Enter')
    await expect.poll(() => focused(page)).toBe(ids[4])
    await page.context().close()
  })

  it('stops answering to single keys when told to, and never answers while somebody types', async () => {
    const page = await openSample()
    await page.getByText('Search, or choose by rule').click()
    await page.getByLabel('With the words').fill('n')
    await page.getByLabel('With the words').press('n')
    expect(await focused(page)).toBe('search')
    await page.getByLabel('With the words').fill('')
    await page.getByText('Keyboard', {exact: true}).click()
    await page.getByLabel('Use single keys (n, j, p, k)').uncheck()
    await page.keyboard.press('n')
    expect(await page.locator('.finding.current').count()).toBe(0)
    await page.context().close()
  })

  it('filters by weight, rule and words, in the list and in the document', async () => {
    const page = await openSample()
    const all = (await findingsOn(page)).length
    await page.getByLabel(/^Warnings/).uncheck()
    expect((await findingsOn(page)).every(({severity}) => severity !== 'warning')).toBe(true)
    expect(await page.locator('mark.warning:not(.off)').count()).toBe(0)
    await page.getByLabel(/^Warnings/).check()
    await page.getByText('Search, or choose by rule').click()
    await page.getByLabel('About').selectOption('blaming-language')
    const blaming = await findingsOn(page)
    expect(blaming.length).toBeGreaterThan(0)
    expect(blaming.every(({rule}) => rule === 'blaming-language')).toBe(true)
    await page.getByLabel('About').selectOption('')
    await page.getByLabel('With the words').fill('breakfast club')
    expect((await findingsOn(page)).length).toBeLessThan(all)
    await page.context().close()
  })
})

describe('a finding', () => {
  it('is put aside with a reason, brought back, and put aside again by undo of the undo', async () => {
    const page = await openSample()
    const [first = '', second = ''] = await page.locator('.finding-title').evaluateAll(titles => titles.map(({id}) => id))
    const all = (await findingsOn(page)).length
    await page.keyboard.press('n')
    await page.keyboard.press('Enter')
    await page.getByRole('button', {name: 'Put aside', exact: true}).click()
    await page.keyboard.press('Enter')
    expect(await page.locator('.govuk-error-message:visible').textContent()).toBe('Enter a reason')
    await page.keyboard.type('Noah has his own plan')
    await page.keyboard.press('Enter')
    expect(await page.locator(`#${first}`).count()).toBe(0)
    expect(await focused(page)).toBe(second)
    expect((await findingsOn(page)).length).toBe(all - 1)
    await page.getByText('1 put aside').click()
    expect(await page.locator('.aside-list').textContent()).toContain('Reason: Noah has his own plan')
    await page.keyboard.press('Control+z')
    expect((await findingsOn(page)).length).toBe(all)
    expect(await page.locator('.aside-list').count()).toBe(0)
    await page.context().close()
  })

  it('goes when its words are changed in place, follows as one types, and comes back with undo', async () => {
    const page = await openSample()
    const before = await wordsOf(page)
    expect(before.join()).toContain('hard to engage')
    await page.locator('.finding-title', {hasText: 'hard to engage'}).click()
    await page.getByRole('button', {name: 'Change the words'}).click()
    const field = page.getByLabel('Change these words')
    await expect.poll(() => focused(page)).toBe('edit')
    await field.fill('Ruth did not come to the clinic on 3 and 10 February.')
    await untilFindings(page, words => !words.join().includes('hard to engage'))
    expect(await page.locator('#edit-status').textContent()).toContain('Nothing found in these words now.')
    await page.keyboard.press('Enter')
    await expect.poll(() => page.locator('.sheet').textContent()).toContain('Ruth did not come to the clinic')
    expect(await page.locator('#edit').count()).toBe(0)
    const reread = (await findingsOn(page)).filter(({start}) => start !== null)
    expect(reread.length).toBeLessThan(before.length)
    await page.keyboard.press('Control+z')
    await untilFindings(page, words => words.length === before.length)
    expect(await wordsOf(page)).toEqual(before)
    await page.context().close()
  })

  it('stays when a change is given up', async () => {
    const page = await openSample()
    const before = await wordsOf(page)
    await page.locator('.sheet').getByText('Legal advice will be sought').dblclick()
    await page.getByLabel('Change these words').fill('x')
    await untilFindings(page, words => !words.join().includes('Legal advice'))
    await page.keyboard.press('Escape')
    await untilFindings(page, words => words.length === before.length && words.join().includes('Legal advice'))
    expect(await page.locator('.sheet').textContent()).toContain('Legal advice will be sought')
    expect(await page.getByRole('button', {name: 'Nothing to undo'}).count()).toBe(1)
    await page.context().close()
  })

  it('is put right by its suggestion', async () => {
    const page = await openSample()
    await page.locator('.finding-title', {hasText: 'regarding'}).click()
    await page.getByRole('button', {name: 'Use “about”'}).click()
    await untilFindings(page, words => !words.some(word => word.includes('“regarding”')))
    expect(await page.locator('.sheet').textContent()).toContain('ongoing concerns about')
    await page.context().close()
  })

  it('keeps its place in what was put aside when words before it change', async () => {
    const page = await openSample()
    await page.locator('.finding-title', {hasText: 'ASAP'}).click()
    await page.getByRole('button', {name: 'Put aside', exact: true}).click()
    await page.keyboard.type('Said at the meeting')
    await page.keyboard.press('Enter')
    await page.locator('.sheet').getByText('Ella came to school without').dblclick()
    await page.getByLabel('Change these words').fill('Ella was hungry.')
    await page.keyboard.press('Enter')
    await page.getByText('1 put aside').click()
    expect(await page.locator('.aside-list').textContent()).toContain('ASAP')
    expect((await wordsOf(page)).some(words => words.includes('ASAP'))).toBe(false)
    await page.context().close()
  })
})

describe('pasting', () => {
  it('takes a table from Word as a table', async () => {
    const opened = await openPage(browser, built.path)
    const {page} = opened
    // What Word puts on the clipboard, cut short.
    const markup = `<html xmlns:o="urn:schemas-microsoft-com:office:office" xmlns:w="urn:schemas-microsoft-com:office:word"><head><meta name=Generator content="Microsoft Word 15"><style><!-- p.MsoNormal {margin:0cm;} --></style></head><body lang=EN-GB><!--StartFragment-->
<p class=MsoNormal><b>Child in need plan</b><o:p></o:p></p><p class=MsoNormal>Child: Ella Marsh<o:p></o:p></p>
<table class=MsoTableGrid border=1><tr><td><p class=MsoNormal>Worry<o:p></o:p></p></td><td><p class=MsoNormal>Outcome<o:p></o:p></p></td><td><p class=MsoNormal>Action<o:p></o:p></p></td><td><p class=MsoNormal>Who<o:p></o:p></p></td><td><p class=MsoNormal>When<o:p></o:p></p></td></tr>
<tr><td><p class=MsoNormal>Ella is hungry.</p></td><td><p class=MsoNormal>Ella eats breakfast.</p></td><td><p class=MsoNormal>Breakfast club place to be found.</p></td><td><p class=MsoNormal><o:p>&nbsp;</o:p></p></td><td><p class=MsoNormal>4 May 2026</p></td></tr></table><!--EndFragment--></body></html>`
    await page.evaluate(html => {
      const data = new DataTransfer()
      data.setData('text/html', html)
      data.setData('text/plain', 'Child in need plan')
      document.querySelector('#paste')?.dispatchEvent(new ClipboardEvent('paste', {clipboardData: data, bubbles: true, cancelable: true}))
    }, markup)
    await page.locator('.finding').first().waitFor()
    expect(await page.locator('.sheet table td').count()).toBeGreaterThan(4)
    expect((await findingsOn(page)).map(({rule}) => rule)).toContain('missing-owner')
    expect(outside(opened, built.path)).toEqual([])
    await page.context().close()
  })

  it('says so where there is nothing to read', async () => {
    const {page} = await openPage(browser, built.path)
    await page.evaluate(() =>
      document
        .querySelector('#paste')
        ?.dispatchEvent(new ClipboardEvent('paste', {clipboardData: new DataTransfer(), bubbles: true, cancelable: true}))
    )
    expect(await page.getByRole('alert').textContent()).toContain('no text in what you pasted')
    await page.context().close()
  })
})

describe('taking away', () => {
  it('gives the Word file with comments: what was put aside as resolved, what was changed as a tracked change', async () => {
    const opened = await openPage(browser, built.path)
    const {page} = opened
    await dropFile(page, wordPlan)
    const told = await findingsOn(page)
    const aside = page.locator('.finding[data-start] .finding-title').first()
    await aside.click()
    await page.getByRole('button', {name: 'Put aside', exact: true}).click()
    await page.keyboard.type('Agreed with Mum & Nan')
    await page.keyboard.press('Enter')
    const paragraph = page
      .locator('.sheet > .block > p')
      .filter({hasNot: page.locator('mark, br')})
      .filter({hasText: /^[A-Z].{30,}\.$/})
      .first()
    const words = (await paragraph.textContent()) ?? ''
    await paragraph.dblclick()
    await page.getByLabel('Change these words').fill(words.replace(/\.$/, ' by 4 May.'))
    await page.keyboard.press('Enter')
    await page.locator('#edit').waitFor({state: 'detached'})
    await openView(page, 'Take away')
    const {name, bytes} = await downloaded(page, 'Word file with comments')
    expect(name).toBe('cp-13-checked.docx')
    const own = lookAt(bytes).comments.filter(({author}) => author === 'planlint')
    expect(own.length).toBe(told.length)
    const document = read(bytes, 'plan.docx')
    const resolved = (document.comments ?? []).filter(comment => comment.resolved)
    expect(resolved.map(({replies}) => replies)).toEqual([[{author: 'Reviewer', text: 'Agreed with Mum & Nan'}]])
    const {report} = check(document, 'plan.docx')
    expect(report.accepted).toMatchObject([{how: 'resolved', reason: 'Agreed with Mum & Nan'}])
    expect(report.messages.length).toBe(told.length - 1)
    // The reader takes a tracked change as accepted.
    expect(document.text).toContain(words.replace(/\.$/, ' by 4 May.'))
    expect(outside(opened, built.path)).toEqual([])
    await page.context().close()
  })

  it('gives the report as a web page, without what was put aside', async () => {
    const page = await openSample()
    await page.locator('.finding-title', {hasText: 'ASAP'}).click()
    await page.getByRole('button', {name: 'Put aside', exact: true}).click()
    await page.keyboard.type('Said at the meeting')
    await page.keyboard.press('Enter')
    const left = (await findingsOn(page)).length
    await openView(page, 'Take away')
    const {name, bytes} = await downloaded(page, 'Report as a web page')
    expect(name).toBe('Sample plan-report.html')
    const text = new TextDecoder().decode(bytes)
    expect(text.match(/<li id="d1-n\d+"/g)).toHaveLength(left)
    await page.context().close()
  })

  it('copies the findings as text', async () => {
    const {page} = await openPage(browser, built.path, {permissions: ['clipboard-read', 'clipboard-write']})
    await page.getByRole('button', {name: 'Try it on a sample plan'}).click()
    await page.locator('.finding').first().waitFor()
    await openView(page, 'Take away')
    await page.getByRole('button', {name: 'Copy the findings as text'}).click()
    await page.getByText('Copied.').waitFor({state: 'attached'})
    const copied = await page.evaluate(() => navigator.clipboard.readText())
    expect(copied).toContain('Breakfast club place to be found.')
    expect(copied).toMatch(/1 document checked: 1 error/)
    await page.context().close()
  })

  it('gives the family’s copy: the plan’s own words, gaps as gaps', async () => {
    const page = await openSample()
    await openView(page, 'Family’s copy')
    const rows = await page.locator('.one-page tbody tr').allTextContents()
    expect(rows[0]).toBe('Breakfast club place to be found.Nobody namedNo date')
    expect(rows[1]).toBe('Ruth will put out cereal and milk the night before.Ruth MarshEvery school night')
    const sample = readFileSync(join(corpusFolder, '../src/browser/start/sample.html'), 'utf8').replace(/<[^>]+>/g, '\n')
    for (const item of await page.locator('.one-page li').allTextContents()) expect(sample).toContain(item)
    await page.context().close()
  })

  it.each(['Family’s copy', 'Page for supervision'])('prints one sheet of A4: %s', async view => {
    for (const name of [
      'child-protection/cp-13.docx',
      'child-protection/cp-14.md',
      'before-proceedings/lbp-15.html',
      'child-in-need/cin-12.docx'
    ]) {
      const {page} = await openPage(browser, built.path)
      await dropFile(page, join(corpusFolder, name))
      await openView(page, view)
      const sheets = (await page.pdf({preferCSSPageSize: true})).toString('latin1').match(/\/Type\s*\/Page\b(?!s)/g)
      expect(sheets, name).toHaveLength(1)
      await page.context().close()
    }
  })
})

describe('trust', () => {
  it('says that nothing leaves the computer, stores nothing, and clears all', async () => {
    const page = await openSample()
    expect(await page.locator('.promise').isVisible()).toBe(true)
    const stored = await page.evaluate(async () => [
      localStorage.length,
      sessionStorage.length,
      document.cookie,
      (await indexedDB.databases()).length
    ])
    expect(stored).toEqual([0, 0, '', 0])
    expect(page.workers().length).toBeGreaterThan(0)
    const before = page.workers().length
    await page.getByRole('button', {name: 'Clear everything'}).click()
    await page.getByRole('heading', {name: 'Check a plan or letter before a parent reads it'}).waitFor()
    expect(await page.locator('#page').textContent()).not.toContain('Ruth')
    await expect.poll(() => page.workers().length).toBeLessThan(before)
    await page.context().close()
  })

  it('keeps several documents apart, each with what was done to it', async () => {
    const {page} = await openPage(browser, built.path)
    await dropFile(page, wordPlan)
    await page.keyboard.press('n')
    await page.keyboard.press('Enter')
    await page.getByRole('button', {name: 'Put aside', exact: true}).click()
    await page.keyboard.type('x')
    await page.keyboard.press('Enter')
    await page.getByRole('button', {name: 'Check another document'}).click()
    await page.getByRole('button', {name: 'Try it on a sample plan'}).click()
    await page.getByRole('heading', {name: 'Sample plan', level: 1}).waitFor()
    expect(await page.getByText('1 put aside').count()).toBe(0)
    await page.locator('.documents').getByRole('button', {name: 'cp-13.docx'}).click()
    expect(await page.getByText('1 put aside').count()).toBe(1)
    await page.context().close()
  })
})
