import {createHash} from 'node:crypto'
import {parse} from 'parse5'
import {describe, expect, it} from 'vitest'
import {type Change, type Comparison, comparisonDocx, comparisonHtml, comparisonJson, comparisonTerminal} from '../../src/compare.ts'
import {read} from '../../src/index.ts'
import {style} from '../../src/reporters/comparison/style.ts'

const change = (changes: Partial<Change>): Change => ({
  kind: 'vanished',
  title: 'Gone, and nothing says what came of it',
  reason: 'This was to be done; nothing says what came of it',
  ask: 'Was it done?',
  need: null,
  before: {text: 'Mum to ring the dentist', location: 'Table 1, row 2, Action', document: 0},
  after: null,
  ...changes
})

const comparison = (changes: Change[], facts: Partial<Comparison> = {}): Comparison => ({
  planlint: '0',
  kind: 'versions',
  documents: [
    {path: 'old.md', type: 'child-in-need-plan', date: '2026-03-04'},
    {path: 'new.md', type: 'child-in-need-plan', date: null}
  ],
  children: [{name: 'Ella', before: null}],
  notes: [],
  tally: {actionsBefore: 3, actionsAfter: 3, done: 1, carriedOver: 1, added: 0},
  changes,
  ...facts
})

/** Words of a document that try everything. */
const hostile = '</style><script>alert(1)</script> \u001b[31m\u202eevil & "x" <img src=x onerror=alert(1)>'
const attacked = comparison(
  [
    change({before: {text: hostile, location: hostile, document: 0}}),
    change({kind: 'done', title: hostile, reason: hostile, ask: hostile, after: {text: hostile, location: hostile, document: 1}})
  ],
  {children: [{name: hostile, before: hostile}], notes: [hostile]}
)

describe('the page', () => {
  it('allows its own style by fingerprint and nothing else', () => {
    const styleHash = `sha256-${createHash('sha256').update(style).digest('base64')}`
    const page = comparisonHtml(comparison([])).replaceAll('&#x27;', "'")
    expect(page).toContain(`content="default-src 'none'; style-src '${styleHash}'; base-uri 'none'; form-action 'none'"`)
    expect(page).toContain(`<style>${style}</style>`)
  })

  it('shows hostile words as words: nothing runs, loads or steers', () => {
    const names: string[] = []
    const attributes: string[] = []
    const walk = (node: object): void => {
      if ('tagName' in node) names.push(String(node.tagName))
      if ('attrs' in node) attributes.push(...(node.attrs as {name: string}[]).map(({name}) => name))
      if ('childNodes' in node) for (const child of node.childNodes as object[]) walk(child)
    }
    const page = comparisonHtml(attacked)
    walk(parse(page))
    expect(names.filter(name => /script|img|link|iframe|object|embed|svg|^a$|form/.test(name))).toEqual([])
    expect(attributes.filter(name => /^on|src|href|^style$/.test(name))).toEqual([])
    expect(page).not.toMatch(/[\u001b\u202e]/)
    expect(page).toContain('&#x3C;img src=x')
  })

  it('has one first heading, a language, and headings in order', () => {
    const page = comparisonHtml(
      comparison([change({}), change({kind: 'unchanged', title: 'Carried over', after: {text: 'Read', location: '', document: 1}})])
    )
    expect(page).toContain('<html lang="en-GB">')
    expect([...page.matchAll(/<h([1-6])/g)].map(([, level]) => level).join('')).toBe('1232')
  })
})

describe('the terminal', () => {
  it('says it in the order of a meeting', () => {
    const text = comparisonTerminal(
      comparison([
        change({}),
        change({
          kind: 'done',
          title: 'Done or closed',
          before: {text: 'Locks', location: '', document: 0},
          after: {text: 'Fitted on 4 May', location: '', document: 1}
        })
      ])
    )
    expect(text).toBe(`What has moved: Ella
  The plan of 4 March 2026 beside the plan of unknown date
  Of 3 things to be done in the last plan, 1 is done or closed, 1 is carried
  over and 1 is gone without a word. None are new.

TO TALK ABOUT

  Gone, and nothing says what came of it (vanished)
    This was to be done; nothing says what came of it
      Before  «Mum to ring the dentist» (Table 1, row 2, Action)
    → Was it done?

DONE OR CLOSED

  - Locks (Fitted on 4 May)

planlint compares words and dates. It cannot tell what was said in the room, and
it may take two things for one: look into both plans before you say so.
`)
  })

  it('says that nothing needs a question', () => {
    expect(comparisonTerminal(comparison([]))).toContain('Nothing has moved that would need a question.')
  })

  it('is not steered by a document', () => {
    expect(comparisonTerminal(attacked)).not.toMatch(/[\u001b\u202e]/)
    expect(comparisonJson(attacked)).not.toMatch(/[\u001b\u202e]/)
    expect(JSON.parse(comparisonJson(attacked))).toEqual(attacked)
  })
})

describe('the Word file', () => {
  it('holds the words, and hostile ones as words', async () => {
    const {text} = read(await comparisonDocx(attacked), 'papers.docx')
    expect(text).toContain('<script>alert(1)</script>')
    expect(text).not.toMatch(/[\u001b\u202e]/)
  })
})
