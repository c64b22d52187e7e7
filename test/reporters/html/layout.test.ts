import {toHtml} from 'hast-util-to-html'
import type {Root} from 'mdast'
import fc from 'fast-check'
import {describe, expect, it} from 'vitest'
import {type Document, layOut, type Passage, read, readOnDemand} from '../../../src/index.ts'
import {labelledDocuments} from '../../../src/scripts/corpus.ts'
import {cellContent} from '../../../src/tree.ts'
import {cell, docx, para, row, run, table} from '../../helpers/docx.ts'
import {attribute, type Element, elementsOf, hasClass, markedWords, textOf} from '../../helpers/page.ts'
import {texts} from '../../helpers/tree.ts'

const readText = (text: string, name: string): Document => read(new TextEncoder().encode(text), name)
const page = (tree: Root, passages: Passage[] = []): Element[] => elementsOf(toHtml(layOut(tree, passages, {level: 3}).element))
const passage = (number: number, start: number, end: number, severity: Passage['severity'] = 'warning'): Passage => ({
  number,
  start,
  end,
  severity,
  label: `Finding ${number}`
})
const bare = (text: string): string => text.replace(/\s+/g, '')

describe('passages', () => {
  const text = 'Mum will be **supported** to engage with services.'
  const {tree} = readText(text, 'a.md')

  it('marks words that overlap, hold one another, or are the same', () => {
    const passages = [passage(1, 0, 25), passage(2, 14, 35), passage(3, 14, 23, 'error'), passage(4, 14, 23, 'info')]
    const elements = page(tree, passages)
    expect([...markedWords(elements)].sort()).toEqual([
      [1, 'Mum will be supported'],
      [2, 'supported to engage'],
      [3, 'supported'],
      [4, 'supported']
    ])
  })

  it('lays the heaviest on top', () => {
    const html = toHtml(layOut(tree, [passage(1, 14, 23, 'error'), passage(2, 14, 23, 'info')]).element)
    expect(html).toContain(
      '<mark id="m2" class="info" data-passage="2"><mark id="m1" class="error" data-passage="1">supported</mark></mark><a class="number error" href="#n1"'
    )
  })

  it('gives each an id once, where it begins, and its number once, where it ends', () => {
    const elements = page(tree, [passage(1, 0, 36), passage(2, 4, 18)])
    const numbers = elements.filter(({tagName}) => tagName === 'a').map(element => attribute(element, 'data-reference'))
    expect(numbers).toEqual(['2', '1'])
    expect(elements.flatMap(element => (element.tagName === 'mark' ? (attribute(element, 'id') ?? []) : []))).toEqual(['m1', 'm2'])
  })

  it('says which could not be marked', () => {
    const {marked} = layOut(tree, [passage(1, 0, 3), passage(2, 500, 510), passage(3, 5, 5)])
    expect([...marked]).toEqual([1])
  })

  it('marks an entity, a joined line and a ticked box whole', () => {
    const {tree, text} = readText('<p>Fish &amp; chips\n  and <input type="checkbox" checked> peas</p>', 'a.html')
    const at = text.indexOf('&amp;')
    const elements = page(tree, [passage(1, at + 1, at + 2), passage(2, text.indexOf('chips'), text.indexOf('>', 30))])
    expect(markedWords(elements).get(1)).toBe('&')
    expect(bare(markedWords(elements).get(2) ?? '')).toBe('chipsand☒')
  })

  it('marks whatever passages there are, whole and in no other place', () => {
    const source = 'Mum will be **supported** to *engage* with\nservices & the school.\n\n| a | bc def |\n|---|---|\n| Dad’s | 🙂 plan |\n'
    const {tree: any} = readText(source, 'a.md')
    const leaves = texts({format: 'markdown', tree: any, text: source})
    const ranges = fc.array(fc.tuple(fc.nat(source.length), fc.nat(20), fc.constantFrom('error', 'warning', 'info')), {maxLength: 12})
    fc.assert(
      fc.property(ranges, list => {
        const passages = list.map(([start, length, severity], index) => passage(index + 1, start, start + length, severity as 'info'))
        const found = markedWords(page(any, passages))
        for (const {number, start, end} of passages) {
          const wanted = leaves.map(({value, position}) => {
            const from = position?.start.offset ?? 0
            const to = position?.end.offset ?? 0
            if (from >= end || to <= start) return ''
            if (value.length !== to - from) return value
            // Half of a smiley stands for all of it.
            const isHalf = (at: number): boolean => /[\udc00-\udfff]/.test(value[at] ?? '')
            const first = Math.max(0, start - from)
            const last = end - from
            return value.slice(isHalf(first) ? first - 1 : first, isHalf(last) ? last + 1 : last)
          })
          expect(found.get(number) ?? '').toBe(end > start ? wanted.join('') : '')
        }
      }),
      {numRuns: 300}
    )
  })
})

describe('blocks', () => {
  it('shows lists with the labels of the document, nested, and further paragraphs of an item', () => {
    const {tree} = readText('3. Three\n4. Four\n\n   More of four\n   - Inner\n', 'a.md')
    const elements = page(tree)
    expect(elements.filter(element => hasClass(element, 'label')).map(element => textOf(element))).toEqual(['3.', '4.', '•'])
    expect(elements.filter(({tagName}) => tagName === 'ol' || tagName === 'ul').map(({tagName}) => tagName)).toEqual(['ol', 'ul'])
    expect(elements.filter(({tagName}) => tagName === 'p').map(element => textOf(element))).toEqual([
      'Three',
      'Four',
      'More of four',
      'Inner'
    ])
  })

  it('names boxes, keeps line breaks, bold and italics', () => {
    const {tree} = readText('<p><b>Yes</b> <input type="checkbox"> <i>No</i><br>Next</p>', 'a.html')
    expect(toHtml(layOut(tree, []).element)).toBe(
      '<div class="sheet"><p><strong>Yes</strong> <span class="box" role="img" aria-label="empty box">☐</span> <em>No</em><br>Next</p></div>'
    )
  })

  it('makes no link of a link', () => {
    const {tree} = readText('<p>See <a href="javascript:alert(1)">this page</a> or [that](https://example.org)</p>', 'a.html')
    expect(page(tree).map(({tagName}) => tagName)).not.toContain('a')
  })

  it('sets apart what stands in the margin, once for its lines together', () => {
    const bytes = docx({body: para('Child in need plan'), headers: [para('Council') + para('Team')], footers: [para('Page 1')]})
    const labels = page(read(bytes, 'a.docx').tree).filter(element => hasClass(element, 'margin-label'))
    expect(labels.map(element => textOf(element))).toEqual(['Page header', 'Page footer'])
  })

  it('gives headings levels without a gap, and leaves an empty one out of them', () => {
    const {tree} = readText('### Deep\n\ntext\n\n# Top\n\n#### Far below\n\ntext\n\n## Between\n', 'a.md')
    const headings = page(tree).filter(element => hasClass(element, 'heading'))
    expect(headings.map(({tagName}) => tagName)).toEqual(['h3', 'h3', 'h4', 'h4'])
    const empty: Root = {type: 'root', children: [{type: 'heading', depth: 1, children: [{type: 'text', value: '  '}]}]}
    expect(page(empty).some(({tagName}) => tagName === 'h3')).toBe(false)
  })
})

/** Where the cells of a table stand, by the rules of HTML. */
function gridOf(element: Element): Map<Element, string> {
  const taken = new Set<string>()
  const places = new Map<Element, string>()
  const rows = element.childNodes.flatMap(body => ('childNodes' in body ? body.childNodes : [])) as Element[]
  for (const [y, line] of rows.entries()) {
    let x = 0
    for (const child of line.childNodes as Element[]) {
      while (taken.has(`${x} ${y}`)) x++
      const [width, height] = ['colspan', 'rowspan'].map(name => Number(attribute(child, name) ?? 1)) as [number, number]
      for (let dx = 0; dx < width; dx++) for (let dy = 0; dy < height; dy++) taken.add(`${x + dx} ${y + dy}`)
      if (!hasClass(child, 'gap')) places.set(child, `row ${y} column ${x} ${height}×${width}`)
      x += width
    }
  }
  return places
}

describe('tables', () => {
  it('stand as in the document, cell by cell, in the whole corpus', async () => {
    let merged = 0
    for (const {path, bytes} of labelledDocuments()) {
      const {tree} = await readOnDemand(bytes, path)
      const wanted: string[] = []
      const walk = (nodes: Root['children']): void => {
        for (const node of nodes) {
          if (node.type !== 'table') {
            if ('children' in node) walk(node.children as Root['children'])
            continue
          }
          const inner: Root['children'][] = []
          for (const [index, {children}] of node.children.entries()) {
            for (const cell of children) {
              const {row = index, column = 0, rowSpan = 1, colSpan = 1} = cell.data?.cell ?? {}
              if (rowSpan > 1 || colSpan > 1) merged++
              wanted.push(`row ${row} column ${column} ${rowSpan}×${colSpan}`)
              inner.push(cellContent(cell))
            }
          }
          for (const content of inner) walk(content)
        }
      }
      walk(tree.children)
      const tables = page(tree).filter(({tagName}) => tagName === 'table')
      const shown = tables.flatMap(element => [...gridOf(element).values()])
      expect(shown.sort(), path).toEqual(wanted.sort())
    }
    expect(merged).toBeGreaterThan(100)
  })

  it('keeps columns in line where cells are missing or merged, and holds tables in cells', () => {
    const inner = table(row([cell(para('in')), cell(para('side'))]))
    const body = table(
      row([cell(para('Who')), cell(para('What')), cell(para('When'))]),
      row([cell(para('Mum'), '<w:vMerge w:val="restart"/>'), cell(inner + para('x'), '<w:gridSpan w:val="2"/>')]),
      row([cell(para(''), '<w:vMerge/>'), cell(para('ring')), cell(para('Monday'))])
    )
    const elements = page(read(docx(body), 'a.docx').tree)
    const [outer, second] = elements.filter(({tagName}) => tagName === 'table') as [Element, Element]
    expect([...gridOf(outer).values()]).toEqual([
      'row 0 column 0 1×1',
      'row 0 column 1 1×1',
      'row 0 column 2 1×1',
      'row 1 column 0 2×1',
      'row 1 column 1 1×2',
      'row 2 column 1 1×1',
      'row 2 column 2 1×1'
    ])
    expect(textOf(second)).toBe('inside')
    expect(elements.filter(element => hasClass(element, 'table')).map(element => attribute(element, 'aria-label'))).toEqual([
      'Table 1',
      'Table 2'
    ])
  })

  it('draws no more than a browser can, whatever the document claims', () => {
    const place = {row: 0, column: 1_000_000_000, rowSpan: 1_000_000_000, colSpan: 1_000_000_000}
    const tableCell = {type: 'tableCell' as const, children: [], data: {cell: place}}
    const tree: Root = {type: 'root', children: [{type: 'table', children: [{type: 'tableRow', children: [tableCell, tableCell]}]}]}
    const spans = page(tree).flatMap(element => Number(attribute(element, 'colspan') ?? 1) + Number(attribute(element, 'rowspan') ?? 1))
    expect(Math.max(...spans)).toBeLessThanOrEqual(1001)
  })

  it('calls a cell a heading only where it heads something and has words', () => {
    const heads = (markdown: string): string[] =>
      page(readText(markdown, 'a.md').tree)
        .filter(({tagName}) => tagName === 'th')
        .map(element => textOf(element))
    expect(heads('| Who |  |\n|---|---|\n| Mum | x |\n')).toEqual(['Who'])
    expect(heads('| Who | When |\n|---|---|\n')).toEqual([])
  })
})

it('shows every letter of every document once', async () => {
  for (const {path, bytes} of labelledDocuments()) {
    const document = await readOnDemand(bytes, path)
    const {element} = layOut(document.tree, [])
    const added = (part: Element): boolean => hasClass(part, 'label') || hasClass(part, 'margin-label')
    const [sheet] = elementsOf(toHtml(element)).filter(part => hasClass(part, 'sheet')) as [Element]
    const wanted = texts(document).map(({value}) => value)
    expect(bare(textOf(sheet, added)), path).toBe(bare(wanted.join('')))
  }
})

it('leaves runs of spaces and tabs as they are, and drops what steers or hides', () => {
  const bytes = docx(para(run('Name:\u00a0\u00a0  ____ \u202Edne\u200B')))
  const [sheet] = page(read(bytes, 'a.docx').tree).filter(part => hasClass(part, 'sheet')) as [Element]
  expect(textOf(sheet)).toBe('Name:\u00a0\u00a0  ____ dne')
})
