import {createHash} from 'node:crypto'
import {readFileSync} from 'node:fs'
import {join} from 'node:path'
import {describe, expect, it} from 'vitest'
import {check, failure, html, ReadError, read, readOnDemand, reportOf} from '../../src/index.ts'
import {corpusFolder, labelledDocuments} from '../../src/scripts/corpus.ts'
import {attribute, byId, type Element, elementsOf, hasClass, markedWords, textOf} from '../helpers/page.ts'
import {htmlReport} from '../helpers/report.ts'

const sample = (name: string): Promise<Awaited<ReturnType<typeof htmlReport>>> =>
  htmlReport(readFileSync(join(corpusFolder, name)), `plans/${name}`)
const bare = (text: string): string => text.replace(/\s+/g, '')

describe('a page', () => {
  it('allows only its own script and style, and no connection', async () => {
    const {page} = await sample('child-in-need/cin-12.docx')
    const elements = elementsOf(page)
    const policy = elements.find(element => attribute(element, 'http-equiv') === 'Content-Security-Policy')
    const fingerprint = (tag: string): string => {
      const found = elements.filter(({tagName}) => tagName === tag)
      expect(found.length).toBe(1)
      return `'sha256-${createHash('sha256')
        .update(textOf(found[0] as Element))
        .digest('base64')}'`
    }
    expect(attribute(policy as Element, 'content')).toBe(
      `default-src 'none'; script-src ${fingerprint('script')}; style-src ${fingerprint('style')}; base-uri 'none'; form-action 'none'`
    )
    // Nothing of the page comes before the policy that could slip past it.
    expect(page.indexOf('Content-Security-Policy')).toBeLessThan(page.indexOf('<style'))
  })

  it('has one element for each id, and an element for each link', async () => {
    const documents = ['child-in-need/cin-12.docx', 'child-protection/cp-15.html', 'before-proceedings/lbp-13.md', 'other/unk-11.txt']
    const checked = await Promise.all(
      documents.map(async path => {
        const document = await readOnDemand(readFileSync(join(corpusFolder, path)), path)
        return {path, ...check(document, path, {keepTree: true})}
      })
    )
    const sources = new Map(checked.map(({path, source}) => [path, source]))
    const elements = elementsOf(html(reportOf(checked.map(({report}) => report)), sources))
    const ids = elements.flatMap(element => attribute(element, 'id') ?? [])
    expect(new Set(ids).size).toBe(ids.length)
    const links = elements.filter(({tagName}) => tagName === 'a').map(element => attribute(element, 'href') ?? '')
    expect(links.length).toBeGreaterThan(50)
    expect(links.filter(link => !link.startsWith('#') || !ids.includes(link.slice(1)))).toEqual([])
    const labels = elements.flatMap(element => (attribute(element, 'for') ?? attribute(element, 'aria-labelledby'))?.split(' ') ?? [])
    expect(labels.filter(id => !ids.includes(id))).toEqual([])
  })

  it('lists each finding with its reason, place, words and answers', async () => {
    const {page, report} = await sample('child-protection/cp-13.docx')
    const findings = elementsOf(page).filter(element => hasClass(element, 'finding'))
    expect(findings.length).toBe(report.messages.length)
    const texts = findings.map(finding => bare(textOf(finding)))
    for (const {ruleId, reason, expected, place, location, note} of report.messages) {
      const said = texts.filter(text =>
        [reason, note, ruleId, ...expected, ...(place ? [location] : [])].every(part => text.includes(bare(part)))
      )
      expect(said.length, reason).toBeGreaterThan(0)
    }
  })

  it('puts findings about the whole document first, then those in place from top to end', async () => {
    const {page, report} = await htmlReport('# Child protection plan\n\nDawn is hostile. Refer to CAMHS asap.\n', 'plan.md')
    expect(report.messages.some(({place}) => place === null)).toBe(true)
    const elements = elementsOf(page)
    const notes = elements.filter(element => hasClass(element, 'finding')).map(element => Number(attribute(element, 'data-note')))
    expect(notes).toEqual(notes.map((_, index) => index + 1))
    const whole = report.messages.filter(({place}) => place === null).length
    const references = elements
      .filter(element => attribute(element, 'data-reference'))
      .map(element => Number(attribute(element, 'data-reference')))
    expect([...references].sort((a, b) => a - b)).toEqual(notes.slice(whole))
  })

  it('says in its sentence what is wrong with a file that could not be read', () => {
    const failed = failure(new ReadError('encrypted', 'This file is locked: take off its <password>.'), 'locked.docx')
    const elements = elementsOf(html(reportOf([failed])))
    expect(textOf(elements.find(element => hasClass(element, 'failed')) as Element)).toContain(
      'This file is locked: take off its <password>.'
    )
    expect(elements.some(element => hasClass(element, 'finding') || hasClass(element, 'sheet'))).toBe(false)
  })

  it('lists what somebody accepted in Word, with the reason given', async () => {
    const {report} = await sample('child-in-need/cin-12.docx')
    const accepted = [
      {
        ruleId: 'vague-wording',
        actual: 'engage <b>with',
        location: 'Table 1, row 2',
        reason: 'Agreed at conference',
        how: 'reply' as const
      },
      {ruleId: 'missing-visits', actual: null, location: 'Whole document', reason: '', how: 'resolved' as const}
    ]
    const elements = elementsOf(html(reportOf([{...report, accepted}])))
    const [section] = elements.filter(element => hasClass(element, 'accepted'))
    expect(bare(textOf(section as Element))).toBe(
      bare(`2 findings accepted, with the reasons given
        “engage <b>with” (vague-wording), answered in a comment: Agreed at conference
        Whole document (missing-visits), resolved in Word, no reason given`)
    )
    const none = elementsOf(html(reportOf([{...report, accepted: []}])))
    expect(none.some(element => hasClass(element, 'accepted'))).toBe(false)
  })

  it('shows several documents, each with its own headings, and a table of them all', async () => {
    const {report, source} = await sample('child-in-need/cin-12.docx')
    const failed = failure(new ReadError('legacy-doc', 'Save it as .docx.'), 'old/plan.doc')
    const elements = elementsOf(html(reportOf([report, failed]), new Map([[report.path, source]])))
    expect(textOf(elements.find(({tagName}) => tagName === 'h1') as Element)).toBe('Report on 2 documents')
    const rows = elements
      .filter(({tagName}) => tagName === 'tr')
      .slice(0, 3)
      .map(row => textOf(row))
    expect(rows[1]).toMatch(/cin-12\.docxChild in need plan014311$/)
    expect(rows[2]).toMatch(/plan\.docCould not be read$/)
  })

  it('lists the findings alone where it is not given the document', async () => {
    const {report} = await sample('child-in-need/cin-12.docx')
    const elements = elementsOf(html(reportOf([report])))
    expect(elements.filter(element => hasClass(element, 'finding')).length).toBe(report.messages.length)
    expect(elements.some(({tagName}) => tagName === 'mark')).toBe(false)
    expect(elements.filter(element => hasClass(element, 'title')).every(({tagName}) => tagName === 'span')).toBe(true)
  })

  it('says that a document was not recognised, and that nothing was found', async () => {
    const {page} = await htmlReport('Shopping\n\nMilk and bread.\n', 'list.txt')
    expect(page).toContain('Not recognised as a child in need plan')
    expect(page).toContain('Nothing found to put right.')
    expect(elementsOf(page).some(element => hasClass(element, 'filters'))).toBe(false)
  })

  it('gives the figures of plan and prose', async () => {
    const {page, report} = await sample('child-in-need/cin-12.docx')
    const figures = new Map<string, string>()
    for (const element of elementsOf(page).filter(({tagName, parentNode}) => tagName === 'dt' && parentNode)) {
      const next = element.parentNode?.childNodes.find(child => child.nodeName === 'dd')
      if (next) figures.set(textOf(element), textOf(next))
    }
    expect(figures.get('Actions')).toBe(String(report.plan?.actions))
    expect(figures.get('Actions with a named owner')).toBe(`${report.plan?.actionsWithOwner} of ${report.plan?.actions}`)
    expect(figures.get('Reading age')).toBe(`${Math.round(report.readability?.readingAge ?? 0)} (aim: 11)`)
    expect(figures.get('Children’s own words or views')).toBe('Imani: yes; Baby: none found')
  })
})

/** What a hostile document may try: tags, attributes, links that run, ends of our own script and style, steering characters. */
const hostile = [
  '<script>alert(1)</script>',
  '</script><script>alert(2)</script>',
  '</style><img src=x onerror=alert(3)>',
  '"><svg onload=alert(4)>',
  "' onmouseover='alert(5)",
  '&lt;b&gt; &amp; &#0;',
  '<!-- --><iframe src=https://example.org>',
  '[x](javascript:alert(6)) ![y](https://example.org/y.png) <https://example.org>',
  'over\u202Eride \u0007 bell \u001b[31mred'
]

const allowedTags = new Set(
  'html head meta title style body a header p main h1 h2 h3 h4 h5 h6 span article ul ol li strong em del div section dl dt dd details summary table thead tbody tr th td fieldset legend label input select option button mark br blockquote hr footer script'.split(
    ' '
  )
)
const allowedAttributes = new Set(
  'lang charset http-equiv content name class id href for type value checked hidden autocomplete spellcheck role tabindex scope colspan rowspan aria-label aria-labelledby aria-hidden data-script data-keys data-step data-search data-template data-note data-rule data-severity data-passage data-reference'.split(
    ' '
  )
)

describe('a hostile document', () => {
  const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')
  const inside: Record<string, string> = {
    'a.md': `# Child in need plan ${hostile.join(' ')}\n\n${hostile.map(text => `${text} is hostile`).join('\n\n')}\n\n| ${hostile[0]} | b |\n|---|---|\n| ${hostile[3]} | CAMHS asap |\n`,
    'a.html': `<h1 onclick="alert(7)">Child in need plan</h1><p><a href="javascript:alert(8)">Dawn is hostile</a></p>${hostile.map(text => `<p>${escaped(text)} is hostile</p>`).join('')}`,
    'a.txt': `Child in need plan\n\n${hostile.map(text => `${text} is hostile.`).join('\n\n')}\n`
  }

  it.each(Object.keys(inside))('stays text in every place: %s', async name => {
    const path = `${hostile[2]}/${hostile[0]} ${name}`
    const document = read(new TextEncoder().encode(inside[name]), name)
    const {report, source} = check(document, path, {keepTree: true})
    const changed = {
      ...report,
      children: [{name: hostile[1] as string, born: null}],
      messages: report.messages.map(message => ({...message, reason: hostile.join(), expected: hostile, location: hostile.join()}))
    }
    const failed = failure(new ReadError('damaged', hostile.join()), hostile.join())
    expect(report.messages.length).toBeGreaterThan(5)
    for (const page of [
      html(reportOf([changed]), new Map([[path, source]])),
      html(reportOf([changed, failed]), new Map([[path, source]]))
    ]) {
      const elements = elementsOf(page)
      expect(elements.filter(({tagName}) => !allowedTags.has(tagName)).map(({tagName}) => tagName)).toEqual([])
      expect(elements.flatMap(({attrs}) => attrs).filter(attr => !allowedAttributes.has(attr.name))).toEqual([])
      expect(elements.filter(({tagName}) => tagName === 'script' || tagName === 'style').length).toBe(2)
      expect(elements.filter(element => !(attribute(element, 'href') ?? '#').startsWith('#'))).toEqual([])
      expect(page).not.toMatch(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/)
    }
  })
})

describe('the corpus', () => {
  it('has the very words of each finding marked, in every document', async () => {
    let marked = 0
    for (const {path, bytes} of labelledDocuments()) {
      const {page, report, source} = await htmlReport(bytes, path)
      const elements = elementsOf(page)
      const words = markedWords(elements)
      const found = [...words].map(([number, text]) => {
        const note = byId(elements, `d1-n${number}`) as Element
        return {
          rule: attribute(note, 'data-rule') ?? '',
          text: bare(text),
          id: attribute(byId(elements, `d1-m${number}`) as Element, 'data-passage')
        }
      })
      const wanted = report.messages.flatMap(({ruleId, actual, place}, index) => {
        if (!place) return []
        // In Markdown `actual` holds the stars of bold words, which nobody sees on the page.
        const seen = bare(actual ?? '').replaceAll(path.endsWith('.md') ? '*' : '\0', '')
        expect(bare(source.contexts[index]?.words ?? ''), path).toBe(seen)
        return [`${ruleId} ${seen}`]
      })
      expect(found.map(({rule, text}) => `${rule} ${text}`).sort(), path).toEqual(wanted.sort())
      expect(found.every(({id}, index) => id === String([...words.keys()][index]))).toBe(true)
      marked += found.length
    }
    expect(marked).toBeGreaterThan(1900)
  })
})
