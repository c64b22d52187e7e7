import {mkdtempSync, rmSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {pathToFileURL} from 'node:url'
import type {Browser, BrowserContextOptions, Page} from 'playwright-core'
import {afterAll, beforeAll, describe, expect, it} from 'vitest'
import {type AuditSummary, auditDashboard} from '../../src/audit.ts'
import {corpusRecords, resultsOf, shown} from '../helpers/audit-results.ts'
import {violations} from '../helpers/axe.ts'
import {startChromium} from '../helpers/chromium.ts'

let browser: Browser
let folder = ''
let summary: AuditSummary
const files = {full: '', empty: '', open: ''}

beforeAll(async () => {
  browser = await startChromium()
  folder = mkdtempSync(join(tmpdir(), 'planlint-dashboard-'))
  const write = (name: string, page: string): string => {
    writeFileSync(join(folder, name), page)
    return join(folder, name)
  }
  summary = resultsOf(await corpusRecords()).summary
  files.full = write('full.html', auditDashboard(summary, shown))
  files.empty = write('empty.html', auditDashboard(resultsOf([]).summary, shown))
  files.open = write('open.html', auditDashboard(summary, {...shown, smallGroups: true}))
}, 120_000)
afterAll(async () => {
  await browser?.close()
  rmSync(folder, {recursive: true, force: true})
})

async function open(path: string, options: BrowserContextOptions = {}): Promise<{page: Page; requests: string[]; complaints: string[]}> {
  const page = await (await browser.newContext({viewport: {width: 1280, height: 900}, ...options})).newPage()
  const [requests, complaints]: [string[], string[]] = [[], []]
  page.on('request', request => requests.push(request.url()))
  page.on('console', message => complaints.push(message.text()))
  page.on('pageerror', error => complaints.push(error.message))
  await page.goto(pathToFileURL(path).href)
  return {page, requests, complaints}
}

describe('the dashboard', () => {
  it.each(['full', 'empty', 'open'] as const)(
    '%s: has no axe violation, asks for nothing but itself, and breaks no rule of its own',
    async name => {
      for (const options of [{}, {colorScheme: 'dark'}, {viewport: {width: 320, height: 640}}] as const) {
        const {page, requests, complaints} = await open(files[name], options)
        expect(await violations(page)).toEqual([])
        expect([requests, complaints]).toEqual([[pathToFileURL(files[name]).href], []])
        await page.context().close()
      }
    },
    60_000
  )

  it('fits a narrow screen, tables apart', async () => {
    const {page} = await open(files.full, {viewport: {width: 320, height: 640}})
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(320)
  })

  it('says each chart in words, and stands each beside its table', async () => {
    const {page} = await open(files.full)
    const charts = await page.locator('svg[role=img]').evaluateAll(all => all.map(chart => chart.getAttribute('aria-label') ?? ''))
    expect(charts.length).toBeGreaterThan(3)
    for (const said of charts)
      expect(said).toMatch(/: from \d+ per cent in \w+ \d{4} to \d+ per cent in \w+ \d{4}; lowest \d+, highest \d+; target \d+\.$/)
    expect(await page.locator('svg:not([role=img]):not([aria-hidden=true])').count()).toBe(0)
    for (const {name, figure} of summary.measures) {
      const row = page.locator('#measures ~ .scroll tbody tr', {hasText: name})
      expect(await row.locator('td').first().textContent()).toBe(`${figure} %`)
    }
  })

  it('teaches with invented examples and says how often each rule was right', async () => {
    const {page} = await open(files.full)
    const text = await page.locator('.rules').textContent()
    expect(text).toContain('Instead of')
    expect(text).toMatch(/\d+ per cent of what this rule reported was right, measured on \d+ findings/)
  })

  it('shows nothing of what a name in it would do as mark-up', () => {
    const team = '<img src=x onerror=alert(1)>'
    const page = auditDashboard({...summary, teams: summary.teams.map(one => ({...one, name: team}))}, shown)
    expect(page).not.toContain('<img')
    expect(page).toContain('&#x3C;img')
  })
})
