import {runInNewContext} from 'node:vm'
import {expect, it} from 'vitest'
import {scriptFor} from './helpers/script.ts'
import {docx, para} from './helpers/docx.ts'
import {lookAt} from './helpers/word-comments.ts'

it('bundles for a browser and runs in a worker, where there is no Node and no page', async () => {
  const script = await scriptFor('index.ts')

  // What every browser has, and no more: no process, no Buffer, no document.
  const world = {TextDecoder, TextEncoder, structuredClone, console}
  const source = `${script}
    const bytes = new TextEncoder().encode('# Child in need plan\\n\\nDawn is hostile.')
    const {report, source} = planlint.check(planlint.read(bytes, 'plan.md'), 'plan.md', {keepTree: true})
    const page = planlint.html(planlint.reportOf([report]), new Map([['plan.md', source]]))
    const changed = planlint.replaceWords(planlint.read(bytes, 'plan.md'), 22, 38, 'Dawn is here.')
    const outline = planlint.outlineOf(planlint.planOf(changed.document))
    JSON.stringify({changed: changed.document.text, outline, report: planlint.lint(bytes, 'plan.md'), page})`
  const {report, page, changed, outline} = JSON.parse(runInNewContext(source, world))
  expect(report).toMatchObject({type: 'child-in-need-plan', error: null})
  expect(changed).toBe('# Child in need plan\n\nDawn is here.')
  expect(outline).toMatchObject({type: 'child-in-need-plan', contingency: {state: 'none'}})
  const checked = runInNewContext(
    `const file = Uint8Array.from(bytesOfFile)
    planlint.checkedCopy(planlint.lint(file, 'plan.docx'), planlint.read(file, 'plan.docx'), file, {date: '2026-03-04T00:00:00Z'})`,
    Object.assign(world, {bytesOfFile: [...docx(para('Dawn is hostile.'))]})
  )
  expect(lookAt(Uint8Array.from(checked.bytes)).comments.map(({words}) => words)).toContain('hostile')
  expect(report.messages.map(({actual}: {actual: string}) => actual)).toContain('hostile')
  expect(page).toMatch(/<mark id="d1-m\d+" class="warning" data-passage="\d+">hostile<\/mark>/)
})

it('sums up an audit and makes its results there too', async () => {
  const script = await scriptFor('audit.ts')
  const world = {TextDecoder, TextEncoder, structuredClone, console}
  const source = `${script}
    const sums = planlint.emptySums()
    const summary = planlint.summaryOf(sums, planlint.measuresWith(new Map()), false, '1')
    const shown = {names: false, quotations: false, smallGroups: false}
    const empty = {columns: ['A'], rows: [], all: 0}
    const rows = {documents: empty, findings: empty, actions: empty, children: empty}
    planlint.auditWorkbook({summary, rows, shown, mostRows: 9}).then(book => [book.length, planlint.auditDashboard(summary, shown)])`
  const [size, page] = await runInNewContext(source, world)
  expect(size).toBeGreaterThan(3000)
  expect(page).toContain('<h1>Audit of plans and letters</h1>')
})
